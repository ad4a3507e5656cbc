"""Images that TeX cannot read, redrawn as PDF by the engine of the other print PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.transforms.post_transforms.images import ImageConverter

from sphinx_cv.log import warn
from sphinx_cv.output.files import write_or_tell
from sphinx_cv.print.typst.compiler import drawing, draws

if TYPE_CHECKING:
    import os

    from sphinx.application import Sphinx

_DOTS = (".png", ".jpg", ".jpeg")


def add_transform(app: Sphinx) -> None:
    """Redraw images where TeX sets them (``builder-inited``): a converter serves all builders."""
    if app.builder.name == "latex":
        app.add_post_transform(RedrawImages)


class RedrawImages(ImageConverter):
    """Converts images for TeX; the alternative text replaces one that cannot be converted."""

    conversion_rules = [  # noqa: RUF012  # Sphinx's own is an attribute of instances
        ("image/svg+xml", "application/pdf"),
        ("image/webp", "application/pdf"),
        ("image/gif", "application/pdf"),
    ]

    def is_available(self) -> bool:
        """Return True: the engine is one of our requirements."""
        return True

    def match(self, node: nodes.image) -> bool:
        """Whether *node* needs handling; Sphinx does not record files that are missing."""
        return super().match(node) or self._is_missing(node) or self._stops_tex(node)

    def handle(self, node: nodes.image) -> None:
        """Redraw the image of *node*; without its file TeX would stop."""
        uri = node["uri"]
        is_missing = self._is_missing(node)
        if super().match(node) and not is_missing:
            super().handle(node)
        if node["uri"] == uri:
            # Of a missing file Sphinx has warned.
            if not is_missing:
                warn(
                    "print",
                    'the PDF cannot show the image "%s": save it as PNG or SVG',
                    uri,
                    location=node,
                )
            node.replace_self(nodes.inline("", node.get("alt", "")))

    def _is_missing(self, node: nodes.image) -> bool:
        return "?" not in node["candidates"] and node["uri"] not in self.env.images

    def _stops_tex(self, node: nodes.image) -> bool:
        """Whether the file of *node* is one that TeX knows no way to read, or that is damaged."""
        path = Path(self.env.srcdir, node["uri"])
        if "?" in node["candidates"] or not path.is_file():
            return False
        suffix = path.suffix.lower()
        # The other engine tells what is sound, and takes no PDF.
        return suffix != ".pdf" and not (suffix in _DOTS and draws(path.read_bytes(), suffix))

    def convert(self, _from: str | os.PathLike[str], _to: str | os.PathLike[str]) -> bool:
        """Write the image as a PDF of its size."""
        source = Path(_from)
        data = drawing(source.read_bytes(), source.suffix.lower())
        return bool(data) and write_or_tell(Path(_to), data)
