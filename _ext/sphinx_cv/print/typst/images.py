"""Images for print: located, checked, and measured."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinx_cv.log import warn
from sphinx_cv.output.drawings import is_sound
from sphinx_cv.print.spaces import fold

from .compiler import draws
from .literals import markup, string

if TYPE_CHECKING:
    from .writer import TypstWriter

SUFFIXES = (".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp")
_LENGTH = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*(px|pt|mm|cm|in|em|%|)")


@dataclass(frozen=True, slots=True)
class Image:
    """The bytes of an image, and the suffix that says their format."""

    data: bytes
    suffix: str


def write_image(writer: TypstWriter, node: nodes.Element) -> None:
    """Write a call of ``figured``, or the alternative text; a block is a paragraph."""
    alt = node.get("alt")
    image = find_image(node, Path(writer.builder.srcdir))
    if image is None:
        shown = markup(fold(alt or ""))
    else:
        if alt is None:
            alt = _caption(node)
        if alt is None:
            warn(
                "print",
                "an image has no alternative text, for those who cannot see it: add :alt:",
                location=node,
            )
        name = f"{len(writer.pictures)}{image.suffix}"
        writer.pictures[name] = image.data
        told = string(fold(alt or "").strip())
        shown = f"#figured({', '.join([string(name), told, *sizes(node)])})"
    is_inline = isinstance(node.parent, nodes.TextElement)
    writer.write_inline(shown if is_inline else f"#par[{shown}]\n")


def find_image(node: nodes.Element, folder: Path) -> Image | None:
    """Return the image of *node*, a file below *folder*; None if it has none that can be shown."""
    uri = node["uri"]
    if "?" in node.get("candidates", {}) or "://" in uri or uri.startswith("data:"):
        warn("print", "the PDF takes no image from the web: save it as a file", location=node)
        return None
    path = Path(folder, uri)
    if not path.is_file():
        # Sphinx has warned of it.
        return None
    suffix = path.suffix.lower()
    if suffix == ".svg" and not is_sound(path):
        # No output takes it: drop_downloads has warned of it.
        return None
    if suffix in SUFFIXES:
        data = path.read_bytes()
        if draws(data, suffix):
            return Image(data, suffix)
    warn("print", 'the PDF cannot show the image "%s": save it as PNG or SVG', uri, location=node)
    return None


def sizes(node: nodes.Element) -> list[str]:
    """Return the size of an image as Typst's named arguments."""
    given = {key: _length(str(node[key])) for key in ("width", "height") if key in node}
    given["percent"] = f"{node['scale']}%" if "scale" in node else ""
    return [f"{key}: {size}" for key, size in given.items() if size]


def _length(text: str) -> str:
    """Return a length for Typst, or ``""`` if *text* is not one."""
    match = _LENGTH.fullmatch(fold(text).strip())
    if match is None:
        return ""
    if match[2] in ("px", ""):
        return f"{float(match[1]) * 0.75:g}pt"
    return match[0].replace(" ", "")


def _caption(node: nodes.Element) -> str | None:
    """Return the caption of the figure that contains the image."""
    figure: Any = node.parent
    while isinstance(figure, nodes.reference):
        figure = figure.parent
    if not isinstance(figure, nodes.figure):
        return None
    return next((part.astext() for part in figure.findall(nodes.caption)), None)
