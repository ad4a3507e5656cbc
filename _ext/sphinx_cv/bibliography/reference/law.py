"""Where the decision of a court or a law is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.bibliography.facts.ranges import pages
from sphinx_cv.bibliography.facts.tongues import language_of
from sphinx_cv.bibliography.tex.text import rich

from .phrases import joined

if TYPE_CHECKING:
    from pybtex.richtext import BaseText

    from sphinx_cv.bibliography.facts.work import Work


def report_of_law(work: Work, language: str) -> BaseText:
    """Return the volume, the reporter and the page: "576 U.S. 644", in German "BGHZ 123, 45"."""
    volume, reporter = rich(work.volume), rich(work.journal)
    page = rich(pages(work.get("pages")))
    if not len(reporter):
        # A volume of nothing says nothing.
        return volume[:0] if len(volume) else page
    own = language_of(work.fields) or language
    if len(volume) and (own.startswith("en") or "." in str(reporter)):
        return joined([volume, reporter, page], " ")
    return joined([joined([reporter, volume], " "), page])
