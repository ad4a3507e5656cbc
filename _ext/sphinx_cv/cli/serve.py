"""``sphinx-cv serve``: a preview that follows each saved file, by sphinx-autobuild."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from .build import OUT
from .errors import CannotRunError

if TYPE_CHECKING:
    from pathlib import Path


def serve_project(folder: Path, *, port: int, browse: bool) -> None:
    """Serve the CV in *folder* until the command is stopped.

    Raises ``CannotRunError`` where sphinx-autobuild is not installed.
    """
    if find_spec("sphinx_autobuild") is None:
        raise CannotRunError('the preview needs sphinx-autobuild: pip install "sphinx-cv[serve]"')
    from sphinx_autobuild.__main__ import main

    # Git and the environment write many files that no page is made of.
    ignored = ("*/.git/*", "*/.venv/*", f"*/{OUT}/*")
    words = [word for pattern in ignored for word in ("--ignore", pattern)]
    words += ["--port", str(port), *(["--open-browser"] * browse)]
    main([*words, str(folder), str(folder / OUT / "serve")])
