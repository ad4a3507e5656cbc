"""Whether a build keeps nothing of what it makes, as that of the check."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.builders import Builder


def is_dry(builder: Builder) -> bool:
    """Whether *builder* proves that pages can be made, and writes none."""
    return not getattr(builder, "writes_pages", True)
