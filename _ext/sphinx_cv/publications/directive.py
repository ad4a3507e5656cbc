"""``publication-list``: sphinxcontrib-bibtex's ``bibliography`` with a CV's arrangement."""

from __future__ import annotations

import re
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from docutils.statemachine import StringList
from sphinxcontrib.bibtex.directives import BibliographyDirective
from sphinxcontrib.bibtex.nodes import bibliography

from sphinx_cv.bibliography.reference.style import STYLE
from sphinx_cv.document.citations import cite_domain
from sphinx_cv.document.directives.base import CvDirective
from sphinx_cv.document.domain import CvDomain
from sphinx_cv.model.options.printing import NUMBERS
from sphinx_cv.model.selection import ORDERS
from sphinx_cv.model.suggestion import hint_of
from sphinx_cv.settings.settings import BIBFILE

from .arrangement import GROUPS, Arrangement
from .condition import SELECTED, check_condition

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils import nodes

    from sphinx_cv.source.reader import OptionReader


class PublicationListDirective(CvDirective):
    """Reads the options, and lets sphinxcontrib-bibtex make the list."""

    optional_arguments = 0
    known_options: ClassVar[Sequence[str]] = (
        "selected",
        "filter",
        "files",
        "group",
        "numbers",
        "order",
        "label",
        "max-authors",
    )

    def run(self) -> list[nodes.Node]:
        """Return the place of the list."""
        options = self.read_options()
        keys = self._keys(options)
        arrangement = Arrangement(
            groups=self._choices(options, "group", GROUPS),
            numbers=next(iter(self._choices(options, "numbers", NUMBERS)), ""),
            order=options.choice("order", ORDERS) or ORDERS[0],
            max_authors=options.number("max-authors") or 0,
            form="selected" if options.has("selected") else "whole",
            rank=self._rank(options),
        )
        directive = BibliographyDirective(
            self.name,
            arguments=[files] if (files := self._files(options)) else [],
            options=self._bibliography_options(options),
            content=StringList(keys, source=""),
            lineno=self.lineno,
            content_offset=self.content_offset,
            block_text=self.block_text,
            state=self.state,
            state_machine=self.state_machine,
        )
        if not self.config.bibtex_bibfiles:
            options.problem(
                "bibliography",
                f'there is no .bib file: put "{BIBFILE}" beside conf.py, or name yours in '
                "bibtex_bibfiles",
            )
            # Read this page again when it is there.
            self.env.note_dependency(BIBFILE)
        made = list(directive.run())
        self.report(options)
        domain = CvDomain.of(self.env)
        # The text before it is bibtex_bibliography_header.
        place = next(node for node in made if isinstance(node, bibliography))
        domain.note_list(self.env.docname, place["ids"][0], asdict(arrangement))
        return made

    def _bibliography_options(self, options: OptionReader) -> dict[str, str | None]:
        conditions = [f"({text})"] if (text := self._filter(options)) else []
        if options.flag("selected"):
            conditions.append(SELECTED)
        chosen: dict[str, str | None] = {
            "list": "bullet" if options.has("selected") else "citation"
        }
        if not self.config.cv_preset:
            # The project's own style is for its own bibliographies.
            chosen["style"] = STYLE
        if label := self._label(options):
            chosen["labelprefix"] = label
        if conditions:
            chosen["filter"] = " and ".join(conditions)
        elif not self._names_keys:
            chosen["all"] = None
        else:
            # Only the keys that the body lists.
            chosen["filter"] = "False"
        return chosen

    @staticmethod
    def _label(options: OptionReader) -> str:
        """Return the letters before the numbers, ``""`` and a problem for what is none."""
        text = options.text("label")
        if text and not re.fullmatch(r"[^\W\d_]{1,9}[.-]?", text):
            options.problem(
                "option",
                f'"{text}" cannot stand before a number: write letters, such as :label: J',
                options.line_of("label"),
            )
            return ""
        return text

    @staticmethod
    def _filter(options: OptionReader) -> str:
        """Return the condition, ``""`` and a problem where it cannot be read."""
        text = options.text("filter")
        try:
            return check_condition(text) if text else ""
        except ValueError as error:
            options.problem("option", str(error), options.line_of("filter"))
            return ""

    @property
    def _names_keys(self) -> bool:
        return any(map(_is_key, self.content))

    def _keys(self, options: OptionReader) -> list[str]:
        """Return the keys in the body that a .bib file has, and report the others."""
        return [
            key
            for number, line in enumerate(self.content, self.first_line)
            if _is_key(line)
            for key in self.check_publications([line.strip()], options, number)
        ]

    def _rank(self, options: OptionReader) -> int:
        """Return 0 for a list of all publications, 1 for one part of them, 2 for chosen ones."""
        if options.has("selected"):
            return 2
        if options.has("filter") or options.has("files"):
            return 1
        return 2 if self._names_keys else 0

    def _files(self, options: OptionReader) -> str:
        """Return the files as sphinxcontrib-bibtex wants them: as seen from the page.

        A name that is written as in ``bibtex_bibfiles`` is one from the folder of conf.py.
        """
        known = cite_domain(self.env).bibdata.bibfiles
        names = options.text("files").split()
        return " ".join(
            f"/{name}" if Path(self.env.srcdir, name).resolve() in known else name for name in names
        )

    @staticmethod
    def _choices(options: OptionReader, name: str, known: Sequence[str]) -> tuple[str, ...]:
        chosen = options.words(name)
        for word in chosen:
            if word not in known:
                hint = hint_of(word, known)
                options.problem(
                    "option", f'"{word}" is no value of "{name}".{hint}', options.line_of(name)
                )
        return tuple(word for word in chosen if word in known)


def _is_key(line: str) -> bool:
    return bool(line.strip()) and not line.startswith("%")
