"""Makes a variant of the document that is printed."""

from __future__ import annotations

from typing import Any

from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_cv.document.citations import labels
from sphinx_cv.model.options.references import ReferenceOptions
from sphinx_cv.print.places import adopt, anchors
from sphinx_cv.settings.values import variant_of

from . import tidy
from .choose import Items, Publications, keep_sections, sections_of


class TrimVariant(SphinxPostTransform):
    """Leaves out what the variant that is being written does not have."""

    # The links are resolved (10); the parts of items are not marked yet (20).
    default_priority = 15
    formats = ("latex", "typst")

    def run(self, **_kwargs: Any) -> None:
        """Trim the document, unless it is that of the whole CV."""
        variant = variant_of(self.config)
        if variant is None:
            return
        tree, docname = self.document, self.env.docname
        adopt(tree)
        there, leading = anchors(tree, docname), tidy.introductions(tree)
        if variant.sections:
            keep_sections(tree, variant.sections)
        items, publications = Items(self.env), Publications(self.env)
        items.choose(tree, docname, variant)
        publications.choose(tree, variant)
        sections = sections_of(tree)
        for name in filter(variant.limit.get, sections):
            number, section = variant.limit[name], sections[name]
            items.limit(section, section.get("docname", docname), number)
            publications.limit(section, number)
        options = ReferenceOptions.read(self.config.cv_references)
        tidy.shorten_legends(tree, publications.entries, options)
        tidy.drop_empty(tree, leading)
        tidy.drop_links(tree, docname, there - anchors(tree, docname))
        tidy.drop_notes(tree, docname)
        if not variant.keep_numbers:
            tidy.renumber(tree, docname, publications.entries, labels(self.env))
