"""``sphinx-cv serve``: a preview that follows each saved file, by the parts of sphinx-autobuild.

Its own command starts Python anew for each build. This process has loaded what a build needs, and
each build is made by a copy of it, which ends with the build: nothing of one is left for the next.
"""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .build import OUT, values_of
from .errors import CannotRunError

if TYPE_CHECKING:
    from collections.abc import Sequence

_HOST = "127.0.0.1"
# Many files are written in these, and no page is made of them.
_IGNORED = (OUT, ".git", ".hg", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".venv", "venv")
_PACKAGE = Path(__file__).parents[1]
# What a build imports, but the print engine: it starts threads, which no copy of a process has.
_MODULES = (
    *("sphinx.cmd.build", "sphinx.ext.intersphinx", "sphinx.ext.mathjax", "pydata_sphinx_theme"),
    *("myst_parser.sphinx_ext.main", "myst_parser.parsers.sphinx_", "sphinxcontrib.bibtex"),
    *("sphinx_cv.preset", "sphinx_cv.pipeline", "sphinx_cv.publications.directive"),
    *("sphinx_cv.document.directives.items", "sphinx_cv.document.directives.lines"),
)


def serve_project(folder: Path, *, port: int, browse: bool, settings: Sequence[str]) -> None:
    """Serve the CV in *folder* until the command is stopped.

    Raises ``CannotRunError`` where sphinx-autobuild is not installed, the port is taken, or a
    setting has no value.
    """
    if find_spec("sphinx_autobuild") is None:
        raise CannotRunError('the preview needs sphinx-autobuild: pip install "sphinx-cv[serve]"')
    import uvicorn
    from sphinx_autobuild.filter import IgnoreFilter
    from sphinx_autobuild.middleware import JavascriptInjectorMiddleware
    from sphinx_autobuild.server import RebuildServer
    from sphinx_autobuild.utils import open_browser
    from starlette.applications import Starlette
    from starlette.middleware import Middleware
    from starlette.routing import Mount, WebSocketRoute
    from starlette.staticfiles import StaticFiles

    folder = folder.resolve()
    out, host = folder / OUT / "serve", f"{_HOST}:{port}"
    words = [word for item in values_of(settings).items() for word in ("-D", "=".join(item))]
    _ask_for(port)
    out.mkdir(parents=True, exist_ok=True)
    rebuild = Rebuild(("-q", "-b", "html", *words, str(folder), str(out)), host)
    _load()
    with ProcessPoolExecutor(1) as process:
        process.submit(rebuild, changed_paths=()).result()
    ignored = IgnoreFilter([folder / name for name in _IGNORED], [])
    watcher = RebuildServer([folder], ignored, change_callback=rebuild)
    app = Starlette(
        routes=[
            WebSocketRoute("/websocket-reload", watcher),
            Mount("/", app=StaticFiles(directory=out, html=True)),
        ],
        middleware=[Middleware(JavascriptInjectorMiddleware, ws_url=host)],
        lifespan=watcher.lifespan,
    )
    if browse:
        open_browser(host, delay=0)
    uvicorn.run(app, host=_HOST, port=port, log_level="warning")


def _ask_for(port: int) -> None:
    """See whether *port* is free before a build is made."""
    try:
        socket.create_server((_HOST, port)).close()
    except OSError as error:
        raise CannotRunError(
            f"port {port} cannot be used ({error.strerror}): try another, such as --port {port + 1}"
        ) from error


def _load() -> None:
    """Load what a build needs."""
    from sphinx.application import builtin_extensions

    for name in (*builtin_extensions, *_MODULES):
        import_module(name)


@dataclass(frozen=True)
class Rebuild:
    """Builds the website by the *words* for "sphinx-build", in the process that calls it."""

    words: Sequence[str]
    host: str
    loaded: float = field(default_factory=time.time)

    def __call__(self, *, changed_paths: Sequence[Path]) -> None:
        """Build once; *changed_paths* are the files that were saved."""
        from sphinx.cmd.build import main

        names = ", ".join(path.name for path in changed_paths)
        if names:
            click.secho(f"{names} changed", fg="cyan")
        if self._is_stale():
            command = [sys.executable, "-m", "sphinx", *self.words]
            status = subprocess.run(command, check=False).returncode  # noqa: S603, Sphinx
        else:
            status = main(self.words)
        if status:
            click.secho("The pages are those of the build before.", fg="red")
        click.secho(f"Serving on http://{self.host}", fg="cyan")

    def _is_stale(self) -> bool:
        """Whether this package has changed since it was loaded: whoever works on it sees it."""
        return any(path.stat().st_mtime > self.loaded for path in _PACKAGE.rglob("*.py"))
