"""The base of the directives: reads the option block itself, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from sphinx.util.docutils import SphinxDirective

from sphinx_cv.document.additions import options_of
from sphinx_cv.document.citations import cite_domain
from sphinx_cv.document.domain import CvDomain
from sphinx_cv.document.rst import is_rst, unfold
from sphinx_cv.model.suggestion import suggestion
from sphinx_cv.source.options import read_options
from sphinx_cv.source.reader import OptionReader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils import nodes
    from docutils.nodes import system_message


class CvDirective(SphinxDirective):
    """Base of the CV's directives: reads the option block itself, line by line.

    It declares no ``option_spec``, so MyST hands over the block as it stands in the source, and
    ``rst.py`` brings what docutils hands over into the same form.
    """

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True

    known_options: ClassVar[Sequence[str]] = ()

    def read_options(self) -> OptionReader:
        """Read the option block and leave the body in ``content``."""
        if is_rst(self):
            unfold(self)
        block = read_options(list(self.content))
        first = self.first_line
        allowed = (*self.known_options, *options_of(self.env, self.name))
        reader = OptionReader(self.name, block, allowed, line=self.lineno, first=first)
        self.content = self.content[block.body_start :]
        self.content_offset += block.body_start
        return reader

    @property
    def first_line(self) -> int:
        """The line of the source that ``content`` starts with."""
        # docutils counts from the top of the file, MyST from the directive.
        return self.content_offset + 1 + (0 if is_rst(self) else self.lineno)

    def parse_line(self, text: str, line: int) -> tuple[list[nodes.Node], list[system_message]]:
        """Parse a text in one *line* of the source."""
        # MyST counts the lines of a text within another from 0.
        return self.parse_inline(text, lineno=line if is_rst(self) else line - 1)

    def refuse_text(self, options: OptionReader) -> None:
        """Tell of text where none is shown: an option below it would be lost as well."""
        for number, text in enumerate(map(str.strip, self.content), self.first_line):
            if text and not text.startswith("%"):
                # The message may already suggest what is meant.
                if all(problem.line != number for problem in options.problems):
                    message = f'"{text}" is not an option, and {self.name} shows no text'
                    options.problem("option", message, number)
                break

    def check_publications(
        self, keys: Sequence[str], options: OptionReader, line: int | None = None
    ) -> list[str]:
        """Return the keys of publications that a .bib file has, and report the others."""
        if not keys:
            return []
        bibdata = cite_domain(self.env).bibdata
        for path in bibdata.bibfiles:
            self.env.note_dependency(path)
        entries = bibdata.data.entries
        found = []
        for key in keys:
            # pybtex ignores case in keys; {cite} does not.
            if key in entries and entries[key].key == key:
                found.append(key)
            else:
                hint = suggestion(key, entries) or " Add it there, or delete the key here."
                message = f'no .bib file has the key "{key}".{hint}'
                at = options.line_of("publication") if line is None else line
                options.problem("publication", message, at)
        return found

    def report(self, options: OptionReader) -> None:
        """Note the problems met while reading."""
        for problem in options.problems:
            CvDomain.of(self.env).note_problem(self.env.docname, problem)
