"""Values that nobody means, for every option of every directive and every role."""

from __future__ import annotations

from typing import NamedTuple

from sphinx_cv.document.directives.items import HeaderDirective
from sphinx_cv.document.directives.lines import LinesDirective
from sphinx_cv.publications.directive import PublicationListDirective
from sphinx_cv.publications.latest import LatestListDirective
from sphinx_cv.source.items import ENTRY_OPTIONS, TALK_LINKS, TALK_OPTIONS
from sphinx_cv.source.selection import FILTERS, SELECTION_OPTIONS

# One line each, as an option has it.
VALUES = (
    *("", "x", "-", "--", ".", ",", ";", ":", "::", "|", "\\", "/", "#", "%", "&", "$", "$x$"),
    *("€", "0", "-1", "1e9", "1" * 400, "€" * 50, "EUR", "EUR 1,2,3.4", "٣٤", "１２", "½", "²"),
    *("'", '"', "''", '"x"', "`", "``", "{", "}", "{{x}}", "{ref}`x`", "<b>x</b>", "<!-- x -->"),
    *("javascript:x", "https://", "mailto:", "é", "e\u0301", "😀", "\u200f", "\u2028", "\ufeff"),
    *("\1", "\x1b[0m", "x" * 5000, "a, b, c", ",,,", "True", "None", "[x](y)", "![x](y)", "**"),
    *("_", "2020-13", "present", "&#0;", "$\\frac", "\\input{x}", "#set page()", "@x", "[^x]"),
)

ITEMS = {
    "cv-entry": ENTRY_OPTIONS,
    "talk": TALK_OPTIONS,
    "cv-lines": (*LinesDirective.known_options, "zzz"),
    "cv-columns": ("zzz",),
}
LISTS = {
    "entry-list": SELECTION_OPTIONS,
    "talk-list": SELECTION_OPTIONS,
    "publication-list": PublicationListDirective.known_options,
    "latest-list": LatestListDirective.known_options,
    "cv-header": (*HeaderDirective.known_options, "zzz"),
}
# What an item needs besides, and what stands in a block of several.
DUE: dict[str, dict[str, str]] = {"cv-entry": {}, "talk": {"event": "Meeting", "date": "2020"}}
ROWS = {"cv-lines": "2020 | {}", "cv-columns": "{}"}
# What stands for the title or the text of each.
ARGUMENTS = ("cv-entry", "talk", "cv-columns", "cv-only")
ROLES = ("cv:count", "cv:entry", "cv:talk")
# Options that take few values, none of those above but an empty one.
NARROW = {
    *("kind", "group", "numbers", "order", "show-kind", "when", "inline", "limit", "max-authors"),
    *("date", "start", "end", "amount", "share", "silence", *TALK_LINKS, "zzz"),
    *("join", "full-dates", "expected", "online", "upcoming", "fold", "sum", "selected"),
}


class Odd(NamedTuple):
    """A piece of a page, and the line in it that has the value, counted from 0."""

    text: str
    line: int
    told: bool = False
    title: str = ""


def options(value: str, number: int) -> list[Odd]:
    """Return *value* in each option of what holds items; the titles are numbered from *number*."""
    made = []
    for name, known in ITEMS.items():
        for option in known:
            title = f"Item{number + len(made)}"
            top = title if name in DUE else ""
            below = [
                f":{key}: {given}" for key, given in DUE.get(name, {}).items() if key != option
            ]
            below += ROWS.get(name, "").format(title).splitlines()
            text = [f"```{{{name}}} {top}".rstrip(), f":{option}: {value}", *below, "```"]
            # The code of a course is any word, that of a talk an address.
            told = _is_told(option, value) and (name, option) != ("cv-entry", "code")
            made.append(Odd("\n".join(text), 1, told, title))
    return made


def lists(value: str) -> list[Odd]:
    """Return *value* in each option of what shows items."""
    return [
        Odd(f"```{{{name}}}\n:{option}: {value}\n```", 1, _is_told(option, value))
        for name, known in LISTS.items()
        for option in known
    ]


def _is_told(option: str, value: str) -> bool:
    # A value in quotes loses them, and what is commented out is not there.
    return option in NARROW and bool(value.strip(" \"'\u2028")) and value != "<!-- x -->"


def lines(value: str, number: int) -> list[Odd]:
    """Return *value* in each part of a line."""
    made = []
    for kind in ("service", "seminar"):
        for inline in ("", ":inline:\n"):
            title = f"Line{number + len(made)}"
            row = f"{value} | {title} | x\n2020 | {title} | {value}\n2020 | {title} | x | {value}"
            row += "".join(
                f"\n2020 | {title} | x | {option}={value}"
                for option in (ENTRY_OPTIONS if kind == "service" else TALK_OPTIONS)
            )
            made.append(Odd(f"```{{cv-lines}}\n:kind: {kind}\n{inline}{row}\n```", 2, title=title))
    return made


def words(value: str) -> list[Odd]:
    """Return *value* as what follows a directive's name, as a role, and as a filter of a count."""
    made = [Odd(f"```{{{name}}} {value}\n:kind: x\n```", 0) for name in ARGUMENTS]
    made += [Odd(f"{{{role}}}`{value}`", 0) for role in ROLES]
    made += [
        Odd(f"{{cv:count}}`{word} {name}={value}`", 0)
        for word in ("talk", "entry", "publication")
        for name in FILTERS
    ]
    return made
