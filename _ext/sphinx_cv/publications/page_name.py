"""The page that the website has for a publication."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_cv.document.builders import PAGED_WEBSITES
from sphinx_cv.document.citations import listed

if TYPE_CHECKING:
    from sphinx.builders import Builder

FOLDER = "publications"
# The page of a folder itself, and what Windows takes for a device.
_TAKEN = re.compile(r"index|con|prn|aux|nul|(?:com|lpt)\d")
# No file system takes more than 255 bytes for a name.
_LONGEST_NAME = 200


@lru_cache(maxsize=10_000)
def page_name(key: str) -> str:
    """Return the name of the page of a publication."""
    # As the anchor, which no two entries share: an id by itself loses the digits it starts with.
    name = nodes.make_id(f"cite-{key}")[len("cite-") :]
    # Letters outside ASCII are lost in an id, and two keys must not share a page.
    if not key.isascii() or not name or _TAKEN.fullmatch(name):
        name = f"p{key.encode().hex()}"
    if len(name) > _LONGEST_NAME:
        name = f"p{hashlib.sha256(key.encode()).hexdigest()}"
    return f"{FOLDER}/{name}"


def pages_of_publications(builder: Builder) -> dict[str, str]:
    """Return the page of each listed publication by its key, none where there are no pages."""
    if not builder.config.cv_publication_pages or builder.name not in PAGED_WEBSITES:
        return {}
    return {key: page_name(key) for key in listed(builder.env)}
