"""The looks of the printed CV: the numbers that both print engines set it by.

Lengths are in sizes of the text, so that every look holds at every size and on every paper;
margins are in millimeters. ``leading`` is the distance of two baselines. A *gap* is what stands
below an item besides the normal space between two lines.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, kw_only=True, slots=True)
class Style:
    """How a name or a heading is set."""

    size: float
    caps: Literal["", "capitals", "small"] = ""
    weight: int = 600
    tracking: float = 0.0
    accent: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Heading:
    """The space above and below a heading, and the size of its letters."""

    above: float
    below: float
    size: float = 1.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """One look.

    ``name_align`` puts the header in the middle, at the margin, or beside the column of dates;
    ``name_gap`` stands below the name. ``rule`` is the line of a section: below its heading,
    over the column of dates, or after its last word; ``separator`` stands between two contacts.
    ``dates``, ``side``, ``place``, ``density``, ``lines`` are defaults of ``cv_print``.
    """

    font: Literal["serif", "sans", "cm"] = "serif"
    size: float = 10.0
    leading: float = 1.25
    margins: tuple[float, float, float, float]
    name: Style
    name_align: Literal["center", "start", "axis"] = "center"
    name_gap: float = 0.62
    separator: Literal["diamond", "dot", "bar"] = "dot"
    header_rule: bool = False
    section: Style
    rule: Literal["below", "accent", "axis", "after"]
    rule_below: float = 0.3
    headings: tuple[Heading, Heading, Heading, Heading]
    entry_gap: float = 0.6
    talk_gap: float = 0.5
    line_gap: float = 0.12
    publication_gap: float = 0.38
    dates: Literal["long", "short", "year"] = "long"
    side: Literal["left", "right"] = "right"
    quiet_dates: bool = False
    place: Literal["inline", "right"] = "inline"
    density: Literal["normal", "compact"] = "normal"
    lines: Literal["left", "right"] = "left"


_DEEPER = (Heading(above=1.3, below=0.42, size=1.08), Heading(above=0.95, below=0.36))
_DEEPEST = Heading(above=0.6, below=0.25)

LOOKS: dict[str, Look] = {
    "classic": Look(
        margins=(17, 18, 20, 20),
        name=Style(size=1.62, caps="capitals", tracking=0.045),
        separator="diamond",
        section=Style(size=1.06, caps="capitals", tracking=0.045),
        rule="below",
        headings=(Heading(above=1.55, below=0.72), *_DEEPER, _DEEPEST),
    ),
    "modern": Look(
        font="sans",
        leading=1.28,
        margins=(17, 18, 17, 19),
        name=Style(size=2.5, weight=400, accent=True),
        name_align="axis",
        name_gap=0.75,
        section=Style(size=1.3, caps="small", tracking=0.04, accent=True),
        rule="axis",
        headings=(Heading(above=1.7, below=0.6), *_DEEPER, _DEEPEST),
        entry_gap=0.55,
        line_gap=0.15,
        publication_gap=0.4,
        dates="short",
        side="left",
        quiet_dates=True,
    ),
    "banking": Look(
        margins=(16, 18, 20, 20),
        name=Style(size=2.2, caps="small", weight=400, tracking=0.045, accent=True),
        separator="bar",
        header_rule=True,
        section=Style(size=1.25, caps="small", tracking=0.04, accent=True),
        rule="accent",
        rule_below=0.28,
        headings=(Heading(above=1.5, below=0.72), *_DEEPER, _DEEPEST),
        entry_gap=0.55,
        dates="short",
        place="right",
        lines="right",
    ),
    "compact": Look(
        size=9.5,
        leading=1.2,
        margins=(15, 16, 18, 18),
        name=Style(size=1.6),
        name_align="start",
        name_gap=0.5,
        section=Style(size=0.95, caps="capitals", tracking=0.045, accent=True),
        rule="after",
        headings=(
            Heading(above=1.05, below=0.36),
            Heading(above=0.75, below=0.26),
            Heading(above=0.5, below=0.22),
            Heading(above=0.4, below=0.2),
        ),
        entry_gap=0.16,
        talk_gap=0.16,
        line_gap=0.0,
        publication_gap=0.16,
        dates="short",
        side="left",
        density="compact",
    ),
}
