"""Warns of what the print engine could not do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.log import warn

from .fonts import packages

if TYPE_CHECKING:
    from .compiler import Compiled


# At most this many letters are listed: a text in Chinese may lack hundreds.
NAMED = 20


def report(*made: Compiled) -> None:
    """Warn once of letters that no font has, and of what violates the PDF standards."""
    for compiled in {(each.missing, each.fault): each for each in made}.values():
        _report(compiled)


def _report(compiled: Compiled) -> None:
    if compiled.missing:
        warn(
            "print",
            "no font here has the letters %s: install %s",
            _named(compiled.missing),
            " and ".join(packages(compiled.missing)),
            location=None,
        )
    if compiled.fault:
        warn(
            "print",
            "the PDF %s: %s",
            "is not PDF/UA" if compiled.data else "cannot be made",
            compiled.fault,
            location=None,
        )


def _named(letters: str) -> str:
    more = len(letters) - NAMED
    return " ".join(letters[:NAMED]) + (f" and {more} more" if more > 0 else "")
