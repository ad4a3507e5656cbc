r"""Chemical formulas as mhchem and chemformula have them, ``\ce{SO4^2-}``, in TeX's own words."""

from __future__ import annotations

import re

_CHEMISTRY = re.compile(
    r"(?P<open>\$)?\\(?:ce|chem|ch)\s*\{(?P<formula>(?:[^{}]|\{[^{}]*\})*)\}(?(open)\$)"
)
_PART = re.compile(
    r"""(?P<arrow><?[-=]>|<=>)
    |\^(?:\{(?P<raised>[^{}]*)\}|(?P<power>\d*[+-]|\d+|\w))
    |_(?:\{(?P<lowered>[^{}]*)\}|(?P<index>\d+|[A-Za-z]))
    |(?<=[A-Za-z)\]}])(?P<number>\d+(?:\.\d+)?)
    |(?<=[A-Za-z\d)\]}])(?P<charge>[+-])(?=[\s)\]]|$)
    |(?P<dot>\*)|[${}]""",
    re.VERBOSE,
)
_ARROWS = {"->": "→", "=>": "⇒", "<->": "↔", "<=>": "⇌"}


def without_chemistry(latex: str) -> str:
    r"""Return *latex* with the indices of ``\ce`` typed out."""
    return _CHEMISTRY.sub(lambda match: _PART.sub(_typed_out, match["formula"]), latex)


def _typed_out(part: re.Match[str]) -> str:
    if raised := part["raised"] or part["power"] or part["charge"]:
        return rf"\textsuperscript{{{raised}}}"
    if lowered := part["lowered"] or part["index"] or part["number"]:
        return rf"\textsubscript{{{lowered}}}"
    # Groups and dollar signs only have a meaning for mhchem.
    return "·" if part["dot"] else _ARROWS.get(part["arrow"] or "", "")
