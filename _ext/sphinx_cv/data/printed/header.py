"""The header of the printed CV: the name, and below it what the print PDF shows there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.document.composing.contacts import printed_header
from sphinx_cv.print.contacts import is_link, label_of
from sphinx_cv.settings.values import printing_of

from .blocks import Block, Run

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.config import Config

    from sphinx_cv.document.composing.contacts import Contact
    from sphinx_cv.model.profile import Profile

    from .blocks import Flow

BETWEEN = " · "


def header_flow(config: Config, profile: Profile) -> Flow:
    """Return the paragraphs at the top of the document."""
    shown = printed_header(profile, printing_of(config).header)
    lines = [Block(style="contact", runs=[Run(text=line)]) for line in shown.lines]
    rows = [Block(style="contact", runs=_row(row)) for row in (*shown.rows, shown.contacts) if row]
    return [Block(style="name", runs=[Run(text=profile.name)]), *lines, *rows]


def _row(contacts: Iterable[Contact]) -> list[Run]:
    runs: list[Run] = []
    for contact in contacts:
        if runs:
            runs.append(Run(text=BETWEEN))
        if label := label_of(contact):
            runs.append(Run(text=label))
        runs.append(Run(text=contact.text, url=contact.url if is_link(contact) else ""))
    return runs
