"""How the CV is printed: page, sizes, colors and header. Knows no Sphinx, LaTeX or Typst."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from sphinx_cv.model.suggestion import hint_of

from .colors import contrast_to_white, darker
from .declared import (
    DICTIONARY,
    FLAG,
    FLAG_OR_STRING,
    LIST,
    NUMBER,
    STRING,
    key,
    key_problems,
    one_of,
    shown,
)
from .looks import LOOKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

# The papers by their CSS names, with LaTeX's; Typst has "a4" and "us-letter".
PAPERS = {"a4": "a4paper", "letter": "letterpaper"}
NUMBERS = ("ascending", "descending", "none")
COLORS = ("link_color", "rule_color", "quiet_color")
# The keys whose defaults are those of the look.
LOOK_KEYS = ("font", "size", "dates", "density", "lines")
DEFAULT_LOOK, DEFAULT_ACCENT = "classic", "#0d3d73"
# A paler one would print as a light grey.
LEAST_CONTRAST = 7
HEADER_FIELDS = (
    *("position", "affiliation", "birth", "address"),
    *("phone", "email", "website", "links"),
)
_MILLIMETERS = {"mm": 1.0, "cm": 10.0, "in": 25.4}
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)\s*(mm|cm|in)")
_COLOR = re.compile(r"#[0-9A-Fa-f]{6}")


def millimeters(text: str) -> float:
    """Return a length in millimeters; ``ValueError`` says how to write one."""
    match = _LENGTH.fullmatch(text.strip()) if isinstance(text, str) else None
    if match is None:
        raise ValueError(f'{shown(text)} is not a length: write "20mm", "2cm" or "0.8in"')
    length = float(match[1]) * _MILLIMETERS[match[2]]
    if not 5 <= length <= 80:  # noqa: PLR2004
        raise ValueError(f"{shown(text)} is not a valid margin: write 5mm to 80mm")
    return length


def _is_paper(value: str) -> Iterator[str]:
    if value not in PAPERS:
        yield f'{shown(value)} is not a paper: write "a4" or "letter"'


def _is_size(value: float) -> Iterator[str]:
    if not 8 <= value <= 14:  # noqa: PLR2004
        yield f'"size" in cv_print is not a number of points from 8 to 14: {value!r}'


def _is_color(value: str) -> Iterator[str]:
    if not _COLOR.fullmatch(value):
        yield f'{shown(value)} is not a color: write a number such as "#0d3d73"'


def _is_accent(value: str) -> Iterator[str]:
    yield from _is_color(value)
    if _COLOR.fullmatch(value) and (contrast := contrast_to_white(value)) < LEAST_CONTRAST:
        yield (
            f"{shown(value)} has a contrast of {contrast:.1f} to white paper, and needs "
            f'{LEAST_CONTRAST}: write a darker color, such as "{darker(value, LEAST_CONTRAST)}"'
        )


def _are_margins(value: dict[Any, Any]) -> Iterator[str]:
    for side, text in value.items():
        if side not in MARGINS:
            yield f"{shown(side)} is not a margin.{hint_of(str(side), MARGINS)}"
            continue
        try:
            millimeters(text)
        except ValueError as error:
            yield str(error)


def _is_header(value: list[Any]) -> Iterator[str]:
    if not all(isinstance(line, (list, tuple)) for line in value):
        yield '"header" in cv_print is not a list of lines: write [["email"], ["website"]]'
        return
    for name in (name for line in value for name in line):
        if name not in HEADER_FIELDS:
            hint = hint_of(str(name), HEADER_FIELDS)
            yield f"{shown(name)} cannot be used in the header.{hint}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Margins:
    """The margins of the page in millimeters."""

    top: float
    bottom: float
    left: float
    right: float


MARGINS = tuple(part.name for part in fields(Margins))


@dataclass(frozen=True, kw_only=True, slots=True)
class Printing:
    """The look of the printed CV, the keys of ``cv_print``.

    ``size`` is in TeX's points (72.27 to the inch), colors are ``#rrggbb``; ``header`` holds, for
    each line below the name, names of ``HEADER_FIELDS``.
    """

    look: str = key(
        STRING,
        default=DEFAULT_LOOK,
        check=one_of(*LOOKS),
        help="`classic`, `modern`, `banking` or `compact`: how everything below is set by default.",
    )
    paper: str = key(STRING, default="a4", check=_is_paper, help="`a4` or `letter`.")
    margins: Margins = key(
        DICTIONARY.such_as('{"top": "20mm"}'),
        default=None,
        check=_are_margins,
        help="`top`, `bottom`, `left`, `right`, such as `20mm` or `0.8in`.",
    )
    font: str = key(
        STRING,
        default=None,
        check=one_of("serif", "sans", "cm"),
        help="`serif` (Libertinus), `sans` (Source Sans, in `modern`) or `cm` (Computer Modern).",
    )
    size: float = key(
        NUMBER,
        default=None,
        check=_is_size,
        help="The size of the text in points, 8 to 14; 10, or 9.5 in `compact`.",
    )
    accent: str = key(
        STRING,
        default=DEFAULT_ACCENT,
        check=_is_accent,
        help="The color of links, and of names and headings where the look has them in color; "
        "[the website](website.md) has it as well. Too pale a color is refused, with one to write.",
    )
    link_color: str = key(
        STRING, default=None, check=_is_color, help="The color of links, if not `accent`."
    )
    rule_color: str = key(
        STRING, default="#404040", check=_is_color, help="The color of the line below a heading."
    )
    quiet_color: str = key(
        STRING,
        default="#4d4d4d",
        check=_is_color,
        help="The color of what stands back, such as footers, legends and dates in `modern`.",
    )
    emphasis: str = key(
        STRING,
        default="title",
        check=one_of("title", "line"),
        help="What is bold in an entry: `title`, its first field, or `line`, its first line.",
    )
    lines: str = key(
        STRING,
        default=None,
        check=one_of("left", "right"),
        help="Where the dates of lists of one line each stand: `left`, or `right` (in `banking`).",
    )
    numbers: str = key(
        STRING,
        default="descending",
        check=one_of(*NUMBERS),
        help="How publications are numbered where their list does not say it: `descending`, with "
        "[1] for the oldest, `ascending`, or `none`.",
    )
    links: str = key(
        STRING,
        default="names",
        check=one_of("names", "ids", "none"),
        help="What stands behind a publication: the `names` of its links, `ids` to read on paper "
        "(`arXiv:2309.01213`, `doi:10.…`), or `none`.",
    )
    photo: bool = key(
        FLAG,
        default=False,
        help="Whether the header has your portrait, the `photo` of `cv_profile`.",
    )
    icons: bool = key(
        FLAG,
        default=False,
        help="Whether icons stand before the contacts, in place of separators.",
    )
    dates: str = key(
        STRING,
        default=None,
        check=one_of("long", "short", "year"),
        help="`long` (September 2022, in `classic`), `short` (Sept 2022) or `year` (2022).",
    )
    density: str = key(
        STRING,
        default=None,
        check=one_of("normal", "compact"),
        help="`compact` sets each entry and each talk in one paragraph, and leaves out the lines "
        "below papers that name their talks: these have the numbers of the papers.",
    )
    header: tuple[tuple[str, ...], ...] | None = key(
        LIST.such_as('[["position", "affiliation"], ["email"]]'),
        default=None,
        check=_is_header,
        help="The lines below the name: lists of keys of `cv_profile`. By default position, "
        "affiliation, address, and all contacts in as few lines as they need.",
    )
    updated: bool | str = key(
        FLAG_OR_STRING,
        default=False,
        help="Whether the foot of each page, also on the website, shows the date (`cv_today`, or "
        "the day of the build); or a text in its place.",
    )
    references: bool = key(
        FLAG,
        default=True,
        help="Whether talks and papers refer to each other, if that fits in a line.",
    )

    @classmethod
    def read(cls, values: Mapping[str, Any]) -> Printing:
        """Build it from sound values of ``cv_print``; what is not given is as the look has it."""
        look = LOOKS[values.get("look", DEFAULT_LOOK)]
        facts = {name: getattr(look, name) for name in LOOK_KEYS}
        facts |= {"link_color": values.get("accent", DEFAULT_ACCENT), **values}
        sides = dict(zip(MARGINS, look.margins, strict=True))
        sides |= {side: millimeters(text) for side, text in values.get("margins", {}).items()}
        facts["margins"] = Margins(**sides)
        if "header" in values:
            facts["header"] = tuple(tuple(line) for line in values["header"])
        return cls(**facts)


def problems(values: object) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with ``cv_print``: the key (``""`` for the whole) and a sentence."""
    yield from key_problems("cv_print", Printing, values, example='{"paper": "letter"}')


def prints_home(sections: Mapping[str, Iterable[str]], root: str) -> bool:
    """Whether the home page *root* is printed: where its toctrees name no *sections*."""
    return not sections.get(root)
