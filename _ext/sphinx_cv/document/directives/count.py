"""``{cv:count}``: how many entries, talks or publications there are."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxRole

from sphinx_cv.document.citations import listed
from sphinx_cv.document.domain import CvDomain
from sphinx_cv.document.nodes import cv_count
from sphinx_cv.log import warn
from sphinx_cv.model.selection import Selection, select
from sphinx_cv.model.suggestion import hint_of
from sphinx_cv.settings.dates import today_of
from sphinx_cv.settings.kinds import kinds_of
from sphinx_cv.source.options import Block, Option
from sphinx_cv.source.reader import OptionReader
from sphinx_cv.source.selection import FILTERS, read_selection

if TYPE_CHECKING:
    from docutils.nodes import Node, system_message

COUNTED = ("entry", "talk", "publication")
_FILTER = re.compile(r"""([a-z-]+)=("[^"]*"|'[^']*'|\S+)""")


class CountRole(SphinxRole):
    """The number of what is named: ``talk``, ``talk kind=keynote year=2020-``, ``publication``."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        """Return the place of the number, which is known when all pages are read."""
        domain = CvDomain.of(self.env)
        word, _space, rest = self.text.strip().partition(" ")
        if word not in COUNTED:
            hint = hint_of(word, COUNTED)
            place = (self.env.docname, self.lineno)
            warn("option", 'cv:count cannot count "%s".%s', word, hint, location=place)
            return [nodes.Text("?")], []
        found = [(match[1], match[2].strip("\"'")) for match in _FILTER.finditer(rest)]
        block = Block(tuple(Option(name, value, 0) for name, value in found), (), 1)
        allowed = FILTERS if word != "publication" else ()
        reader = OptionReader("cv:count", block, allowed, line=self.lineno, first=self.lineno)
        if surplus := _FILTER.sub("", rest).strip():
            message = f'"{surplus}" is not a filter: write "{word} kind=keynote year=2020-"'
            reader.problem("option", message)
        kinds = kinds_of(self.config).of(word)
        selection = asdict(read_selection(reader, kinds)) if word != "publication" else {}
        for problem in reader.problems:
            domain.note_problem(self.env.docname, problem)
        domain.note_dependent(self.env.docname, dated=bool(selection.get("when")))
        return [cv_count("", objtype=word, selection=selection)], []


class Counts(SphinxPostTransform):
    """Sets every number, before references are resolved (10)."""

    default_priority = 3

    def run(self, **_kwargs: Any) -> None:
        """Replace the places of numbers in the document."""
        for place in [*self.document.findall(cv_count)]:
            place.replace_self(nodes.Text(str(self._count(place))))

    def _count(self, place: nodes.Element) -> int:
        if place["objtype"] == "publication":
            return len(listed(self.env))
        records = CvDomain.of(self.env).records(place["objtype"])
        return len(select(records, Selection(**place["selection"]), today_of(self.config)))
