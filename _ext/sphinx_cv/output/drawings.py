"""Drawings (SVG) without what they could run: by its own address, one is a page of the site."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .files import write_or_tell
from .portraits import is_drawing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx

# Whatever could run, load or change something: elements, event handlers, addresses that are not
# within the drawing, entities, rules of style from elsewhere. Only ASCII shows it all.
_ACTIVE = re.compile(
    rb"<(?:[^\s<>:]*:)?(?:script|foreignObject|iframe|embed|object|handler|listener|animate|set)"
    rb"|\bon\w+\s*=|href\s*=(?!\s*[\"']#)|javascript|<!(?:ENTITY|ATTLIST)|<\?(?!xml\s)|@import"
    rb"|url\s*\((?![\"']?#)|&#|\\|\0|base\s*=|encoding\s*=(?!\s*[\"'](?:utf-?8|us-ascii)[\"'])",
    re.IGNORECASE,
)


def cleaned(data: bytes) -> bytes:
    """Return a drawing without scripts, event handlers, HTML and what is on other hosts.

    One that has nothing of the kind is returned as it is: rewritten, text may get other spaces.
    Raises ``ValueError`` for what is not an SVG.
    """
    from py_svg_hush import filter_svg

    # Photos within the drawing stay.
    kept: bytes = filter_svg(data, {"image": ["png", "jpeg", "gif", "webp"]})
    return kept if _ACTIVE.search(data) else data


def is_sound(path: Path) -> bool:
    """Whether a file is an SVG that can be cleaned."""
    try:
        cleaned(path.read_bytes())
    except (OSError, ValueError):
        return False
    return True


def write_drawings(app: Sphinx) -> Iterable[Any]:
    """Write the drawings of the pages, which Sphinx would copy unread (``html-collect-pages``)."""
    builder: Any = app.builder
    for name, written in [*builder.images.items()]:
        path = Path(app.srcdir, name)
        if is_drawing(name) and path.is_file():
            place = Path(app.outdir, builder.imagedir, written)
            write_or_tell(place, cleaned(path.read_bytes()))
            del builder.images[name]
    return []
