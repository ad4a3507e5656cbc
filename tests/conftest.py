"""What all tests share: small projects built in the process, and this CV built by commands."""

from __future__ import annotations

import shutil
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sphinx.testing.util import SphinxTestApp

from helpers import BIB, PROFILE, Built, need, run, sphinx_build, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Callable[..., Built]]:
    """Build a small project: ``site(files, builder, **conf)``; a text alone is its index.md."""
    apps: list[SphinxTestApp] = []

    def build(
        files: str | Mapping[str, str],
        builder: str = "html",
        *,
        fresh: bool = True,
        parallel: int = 1,
        **conf: Any,
    ) -> Built:
        if isinstance(files, str):
            files = {"index.md": files}
        source = tmp_path / "source"
        if fresh:
            shutil.rmtree(source, ignore_errors=True)
        settings = {"cv_profile": PROFILE} | conf
        lines = ["extensions = ['sphinx_cv']"]
        lines += [f"{name} = {value!r}" for name, value in settings.items()]
        write(source, {"conf.py": "\n".join(lines), "refs.bib": BIB} | dict(files))
        app = SphinxTestApp(
            builder,
            srcdir=source,
            builddir=tmp_path / "build",
            freshenv=fresh,
            warning=StringIO(),
            parallel=parallel,
        )
        apps.append(app)
        app.build()
        return Built(app=app, source=source, out=Path(app.outdir))

    yield build
    for app in apps:
        app.cleanup()


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return this CV as built by a builder, built once in a session."""
    folder = tmp_path_factory.mktemp("cv")

    def build(builder: str) -> Path:
        out = folder / builder
        if not out.exists():
            sphinx_build(builder, out)
            if builder == "latex":
                need("latexmk")
                run("make", "-s", "all-pdf", cwd=out)
        return out

    return build
