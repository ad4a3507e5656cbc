"""Entries and talks with their dates, as the rules get them."""

import datetime as dt
from dataclasses import dataclass, field

from sphinx_cv.model.dates.reader import read_dates
from sphinx_cv.model.dates.values import Dates
from sphinx_cv.model.items import Entry, Item, Talk

TODAY = dt.date(2024, 6, 30)


@dataclass
class Fact:
    item: Item
    docname: str = "index"
    section: str = "top"
    line: int = 1
    lines: dict[str, int] = field(default_factory=dict)


def dates(text: str) -> Dates | None:
    return read_dates(text) if text else None


def posts(*spans: str, kind: str = "experience", **settings) -> list[Fact]:
    return [
        Fact(Entry(title=f"Post {number}", kind=kind, dates=dates(span), **settings), line=number)
        for number, span in enumerate(spans, 1)
    ]


def talks(*days: str, title: str = "Talk {}", **settings) -> list[Fact]:
    return [
        Fact(Talk(title=title.format(number), dates=dates(day), **settings), line=number)
        for number, day in enumerate(days, 1)
    ]


def lines(problems) -> list[int]:
    return [problem.line for problem in problems]
