"""Whether the author has put a file into the site that would be made otherwise."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def is_given(app: Sphinx, name: str) -> bool:
    """Whether a folder of the author's that is copied into the site holds a file *name*."""
    config = app.config
    given = [Path(app.confdir, folder, name) for folder in config.html_extra_path]
    if name.startswith("_static/"):
        static = name.removeprefix("_static/")
        given += [Path(app.confdir, folder, static) for folder in config.html_static_path]
    return any(path.is_file() for path in given)
