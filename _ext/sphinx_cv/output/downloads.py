"""Keeps out of the output the files that a page must not take along: conf.py, and foreign ones."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx_cv.log import warn
from sphinx_cv.model.privacy import PRIVATE_FILE
from sphinx_cv.source.lines import read_lines

from .drawings import is_sound
from .guard import is_own
from .portraits import is_drawing

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

_OURS = ("conf.py", "private.py", PRIVATE_FILE)
# A browser runs what is in these.
_RUN = (".html", ".htm", ".js", ".mjs", ".shtml", ".svgz", ".xht", ".xhtml", ".xml", ".xsl")


def drop_downloads(app: Sphinx, builder: Builder) -> None:
    """Take out of downloads and images what is not for the public (``write-started``).

    They come from the project alone: neither its settings nor the owner's own PDF.
    """
    env = app.env
    collected: list[Any] = [env.dlfiles, env.images]
    for files in collected:
        for name, uses in list(files.items()):
            path = Path(app.srcdir, name)
            if not path.is_file() or not (
                reason := _refusal(app, path, is_image=files is env.images)
            ):
                continue
            for docname in sorted(uses[0]):
                line = _line_of(read_lines(env.doc2path(docname)), path.name)
                warn("link", '"%s" %s: it is not copied', name, reason, location=(docname, line))
            files.pop(name)


def _refusal(app: Sphinx, path: Path, *, is_image: bool) -> str:
    """Return why a file is not copied, empty where it may be."""
    real = path.resolve()
    if not real.is_relative_to(Path(app.srcdir).resolve()):
        return "is outside the project"
    if is_for_nobody(real):
        return "is not for the public"
    if is_own(real.read_bytes()):
        return "is your own PDF, with private facts"
    if is_image and real.suffix.lower() in _RUN:
        return "is not an image"
    if is_image and is_drawing(real.name) and not is_sound(real):
        return "cannot be read as an SVG"
    return ""


def is_for_nobody(path: Path) -> bool:
    """Whether no output takes a file along, by its name alone."""
    return path.name in _OURS or path.name.startswith(".")


def _line_of(lines: list[str], name: str) -> int:
    return next((number for number, line in enumerate(lines, 1) if name in line), 1)
