"""One variant at a time: while it is written, the settings are those of the variant."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.builders import Builder


@contextmanager
def showing(builder: Builder, name: str) -> Iterator[None]:
    """Let *builder* write the variant *name*, whose name is a tag for ``only``."""
    config, tags = builder.config, builder.tags
    was_there = name in tags
    config.cv_variant = name
    tags.add(name)
    try:
        yield
    finally:
        config.cv_variant = ""
        if not was_there:
            tags.remove(name)
