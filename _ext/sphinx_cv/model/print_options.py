"""How the CV is printed: page, sizes, colors and header. Knows no Sphinx, LaTeX or Typst."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from .suggestion import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

# The papers by their CSS names, with LaTeX's; Typst has "a4" and "us-letter".
PAPERS = {"a4": "a4paper", "letter": "letterpaper"}
MARGINS = ("top", "bottom", "left", "right")
COLORS = ("link_color", "rule_color", "quiet_color")
HEADER_FIELDS = (
    *("position", "affiliation", "birth", "address"),
    *("phone", "email", "website", "links"),
)
# Every key of cv_print, with its meaning.
KEYS: dict[str, str] = {
    "paper": "`a4` or `letter`.",
    "margins": "`top`, `bottom`, `left`, `right`, such as `20mm` or `0.8in`.",
    "size": "The size of the text in points, 8 to 14.",
    "link_color": "The color of links, such as `#0d3d73`.",
    "rule_color": "The color of the line below a heading.",
    "quiet_color": "The color of the footer and of links beside a publication.",
    "header": "The lines below the name: lists of keys of `cv_profile`.",
    "references": "Whether talks name their papers, and papers their talks, where that is short.",
}
_MILLIMETERS = {"mm": 1.0, "cm": 10.0, "in": 25.4}
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)\s*(mm|cm|in)")
_COLOR = re.compile(r"#[0-9A-Fa-f]{6}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Printing:
    """The look of the printed CV.

    Margins are in millimeters, ``size`` is in TeX's points (72.27 to the inch), colors are
    ``#rrggbb``; ``header`` holds, for each line below the name, names of ``HEADER_FIELDS``.
    """

    paper: str = "a4"
    top: float = 17.0
    bottom: float = 18.0
    left: float = 20.0
    right: float = 20.0
    size: float = 10.0
    link_color: str = "#0d3d73"
    rule_color: str = "#404040"
    quiet_color: str = "#595959"
    header: tuple[tuple[str, ...], ...] = (
        ("birth", "phone", "email"),
        ("address",),
        ("website",),
    )
    references: bool = True

    @classmethod
    def read(cls, values: Mapping[str, Any]) -> Printing:
        """Build it from sound values of ``cv_print``."""
        facts = {key: value for key, value in values.items() if key != "margins"}
        facts |= {side: millimeters(text) for side, text in values.get("margins", {}).items()}
        if "header" in values:
            facts["header"] = tuple(tuple(line) for line in values["header"])
        return cls(**facts)


def millimeters(text: str) -> float:
    """Return a length in millimeters; ``ValueError`` says how to write one."""
    match = _LENGTH.fullmatch(text.strip()) if isinstance(text, str) else None
    if match is None:
        raise ValueError(f'"{text}" is not a length: write "20mm", "2cm" or "0.8in"')
    length = float(match[1]) * _MILLIMETERS[match[2]]
    if not 5 <= length <= 80:  # noqa: PLR2004
        raise ValueError(f'"{text}" is no margin for a page: write 5mm to 80mm')
    return length


def problems(values: object) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with ``cv_print``: the key (``""`` for the whole) and a sentence."""
    if not isinstance(values, dict):
        yield "", 'cv_print is not a dictionary: write cv_print = {"paper": "letter"}'
        return
    for key, value in values.items():
        if key not in KEYS:
            yield key, f'cv_print has no key "{key}".{suggestion(str(key), KEYS)}'
        else:
            for message in _faults(key, value):
                yield key, message


def pdf_problem(path: object) -> str:
    """Return what is wrong with ``cv_pdf``, a *path* below the site or an address, or ``""``."""
    if not isinstance(path, str):
        return f'cv_pdf is not a text: {path!r}. Write "cv.pdf", or "" for none'
    if path.startswith(("http://", "https://")) or not path:
        return ""
    parts = PurePosixPath(path).parts
    if parts and parts[0] != "/" and ".." not in parts and path.endswith(".pdf"):
        return ""
    return f'cv_pdf is not the path of a PDF in the site: "{path}". Write "cv.pdf"'


def prints_home(sections: Mapping[str, Iterable[str]], root: str) -> bool:
    """Whether the home page *root* is printed: where its toctrees name no *sections*."""
    return not sections.get(root)


def _faults(key: str, value: object) -> Iterator[str]:
    if key == "paper" and not (isinstance(value, str) and value in PAPERS):
        yield f'"{value}" is not a paper: write "a4" or "letter"'
    elif key == "size":
        # A bool is a number to Python.
        number = isinstance(value, (int, float)) and not isinstance(value, bool)
        if not number or not 8 <= value <= 14:  # type: ignore[operator]  # noqa: PLR2004
            yield f'"size" in cv_print is not a number of points from 8 to 14: {value!r}'
    elif key in COLORS and not (isinstance(value, str) and _COLOR.fullmatch(value)):
        yield f'"{value}" is not a color: write "#0d3d73"'
    elif key == "references" and not isinstance(value, bool):
        yield f'"references" in cv_print is not True or False: {value!r}'
    elif key == "margins":
        yield from _margin_faults(value)
    elif key == "header":
        yield from _header_faults(value)


def _margin_faults(value: object) -> Iterator[str]:
    if not isinstance(value, dict):
        yield '"margins" in cv_print is not a dictionary: write {"top": "17mm"}'
        return
    for side, text in value.items():
        if side not in MARGINS:
            yield f'"{side}" is not a margin.{suggestion(str(side), MARGINS)}'
            continue
        try:
            millimeters(text)
        except ValueError as error:
            yield str(error)


def _header_faults(value: object) -> Iterator[str]:
    if not isinstance(value, (list, tuple)) or not all(
        isinstance(line, (list, tuple)) for line in value
    ):
        yield '"header" in cv_print is not a list of lines: write [["email"], ["website"]]'
        return
    for name in (name for line in value for name in line):
        if name not in HEADER_FIELDS:
            hint = suggestion(str(name), HEADER_FIELDS)
            yield f'"{name}" cannot stand in the header.{hint}' + (
                "" if hint else f" Known: {', '.join(HEADER_FIELDS)}."
            )
