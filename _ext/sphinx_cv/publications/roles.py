"""The role ``cite`` and its kin, for what an author may write in them by mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinxcontrib.bibtex.citation_target import parse_citation_targets
from sphinxcontrib.bibtex.roles import CiteRole

from sphinx_cv.log import warn

if TYPE_CHECKING:
    from docutils.nodes import Node, system_message


class CheckedCiteRole(CiteRole):
    """Cites publications; a text that names no keys is reported at its line, and shown."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        """Return the citation, or the text where its keys cannot be read."""
        try:
            list(parse_citation_targets(self.target))
        except (ValueError, RecursionError):
            text = (
                'the keys "%s" cannot be read: separate them with commas, and write pages '
                "in braces behind a key, as key{p. 5}"
            )
            warn("publication", text, self.target, location=self.get_location())
            return [nodes.inline("", self.target)], []
        done: tuple[list[Node], list[system_message]] = super().run()
        return done
