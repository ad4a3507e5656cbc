"""A print builder for an application that was started to build something else."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sphinx.transforms import SphinxTransformer
from sphinx.util.logging import suppress_logging

from .builder import TypstBuilder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes
    from sphinx.application import Sphinx


@contextmanager
def print_builder(app: Sphinx) -> Iterator[TypstBuilder]:
    """Lend the application a print builder: references ask it for their addresses."""
    tags = set(app.tags)
    website = app.builder
    builder = TypstBuilder(app, app.env)
    app.builder = builder
    try:
        yield builder
    finally:
        app.builder = website
        for tag in set(app.tags) - tags:
            app.tags.remove(tag)


def resolve_for_print(app: Sphinx, tree: nodes.document, docname: str) -> None:
    """Apply the post-transforms to *tree*, except those that are for the website alone.

    ``env.resolve_references`` would take the application to build what it was started for.
    """
    env = app.env
    before = env.current_document.docname
    env.current_document.docname = docname
    try:
        transformer = SphinxTransformer(tree)
        transformer.set_environment(env)
        transforms = app.registry.get_post_transforms()
        transformer.add_transforms([_unbound(each) for each in transforms if _prints(each)])
        # Faults of references were reported when the page was written.
        with suppress_logging():
            transformer.apply_transforms()
    finally:
        env.current_document.docname = before
    app.events.emit("doctree-resolved", tree, docname)


def _prints(transform: type[Any]) -> bool:
    wanted = (getattr(transform, "builders", ()), getattr(transform, "formats", ()))
    return all(not names or "typst" in names for names in wanted)


def _unbound(transform: type[Any]) -> type[Any]:
    """Return *transform* as one that asks for no builder: it would see the website's."""
    free = {"builders": (), "formats": (), "__module__": transform.__module__}
    return type(transform.__name__, (transform,), free)
