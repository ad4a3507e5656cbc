"""What is wrong with a CV as a whole: facts against each other, the calendar and the papers.

A rule is a function that yields its findings, in a file of its own, and a row of ``CHECKS``.
Knows no Sphinx.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from .dropped_blocks import dropped_blocks
from .dropped_links import dropped_links
from .duplicates import duplicates
from .expiry import expired, still_to_come
from .mentions import mentions
from .only_headings import only_headings
from .order import out_of_order
from .overlaps import overlapping
from .owner import without_owner
from .page_options import page_options
from .papers import twins, unknown_marks
from .placeholders import placeholders
from .privacy import exposed
from .same_names import same_names
from .silence_comments import silence_comments
from .spelling import misspelled
from .unknown_entries import unknown_entries
from .unlisted import unlisted
from .untied import untied

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sphinx_cv.model.finding import Finding
    from sphinx_cv.source.markdown import Page

    from .cv import Cv

    Check = Callable[[Cv], Iterable[Finding]]


def on_each_page(find: Callable[[Cv, Page, str], Iterable[Finding]]) -> Check:
    """Return the check of all pages by *find*, which takes one and its name."""
    return lambda cv: chain.from_iterable(
        find(cv, page, docname) for docname, page in cv.checked_pages()
    )


CHECKS: tuple[Check, ...] = (
    lambda cv: same_names(cv.facts),
    lambda cv: unknown_entries(cv.facts),
    lambda cv: expired(cv.facts, cv.today),
    lambda cv: still_to_come(cv.facts, cv.today),
    lambda cv: out_of_order(cv.facts),
    lambda cv: overlapping(cv.facts, cv.today),
    lambda cv: duplicates(cv.facts),
    lambda cv: untied(cv.facts, cv.papers),
    lambda cv: without_owner(cv.papers, cv.owner),
    lambda cv: unlisted(cv.unlisted),
    lambda cv: twins(cv.papers),
    lambda cv: unknown_marks(cv.papers),
    on_each_page(lambda cv, page, docname: page_options(page, docname, cv.kinds)),
    on_each_page(lambda _cv, page, docname: silence_comments(page, docname)),
    on_each_page(lambda _cv, page, docname: dropped_links(page, docname)),
    on_each_page(lambda _cv, page, docname: dropped_blocks(page, docname)),
    on_each_page(lambda _cv, page, docname: only_headings(page, docname)),
    exposed,
    placeholders,
    lambda cv: misspelled(
        cv.people,
        chain.from_iterable(mentions(page, docname) for docname, page in cv.checked_pages()),
        (cv.owner, *cv.aliases),
    ),
)


def check(cv: Cv) -> Iterator[Finding]:
    """Yield the findings of all rules."""
    return chain.from_iterable(find(cv) for find in CHECKS)
