"""Directives in reStructuredText, brought into the form in which MyST hands them over.

docutils takes the whole first paragraph for the argument of a directive that declares no options:
the title and the option block below it. MyST hands over the first line, and the rest as content.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from docutils import nodes
from docutils.parsers.rst.states import RSTState
from docutils.statemachine import StringList

if TYPE_CHECKING:
    from docutils.parsers.rst import Directive
    from sphinx.environment import BuildEnvironment

_OPTION = re.compile(r"\s*:[\w-]+:(?:\s|$)")
# A title that starts on the line of the directive.
_TITLED = re.compile(r"\S.*?::[ \t]+\S")


def is_rst(directive: Directive) -> bool:
    """Whether the directive is read by docutils' own parser."""
    return isinstance(directive.state, RSTState)


def unfold(directive: Directive) -> None:
    """Leave the title in ``arguments``, and put the options before the text in ``content``.

    ``content_offset`` is then the line of the first option, from 0.
    """
    if not directive.arguments:
        return
    lines = directive.arguments[0].split("\n")
    title = list(itertools.takewhile(lambda line: not _OPTION.match(line), lines))
    options = lines[len(title) :]
    directive.arguments[:] = [" ".join(map(str.strip, title))] if title else []
    if not options:
        return
    below = 0 if _TITLED.match(directive.block_text.lstrip()) else 1
    start = directive.lineno - 1 + below + len(title)
    text_start = directive.content_offset if directive.content else start + len(options)
    # Blank lines part the two, so that each line keeps its number.
    blank = [""] * (text_start - start - len(options))
    source = directive.state_machine.get_source(directive.lineno)
    block = [*options, *blank]
    head = StringList(block, items=[(source, start + at) for at in range(len(block))])
    directive.content = head + directive.content
    directive.content_offset = start


def page_kind(env: BuildEnvironment, document: nodes.document) -> str:
    """Return the ``cv-kind`` of the page that is being read, ``""`` where it has none.

    MyST notes it before it reads the page; Sphinx notes docutils' field list after the domains.
    """
    if kind := env.metadata[env.docname].get("cv-kind"):
        return str(kind)
    at = document.first_child_not_matching_class(nodes.PreBibliographic)  # type: ignore[arg-type]
    top = None if at is None else document[at]
    if isinstance(top, nodes.docinfo | nodes.field_list):
        for field in top.findall(nodes.field):
            name, body = field.children
            if name.astext() == "cv-kind":
                return body.astext()
    return ""
