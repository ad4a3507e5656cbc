"""What would stop TeX: formulas, signs, a preamble of the owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers import Built

    Site = Callable[..., Built]

COLUMNS = r"\begin{array} with columns other than l, c, r and |"


@pytest.mark.parametrize(
    ("formula", "sign"),
    [
        ("a # b", "#"),
        ("a} b", "an unpaired {"),
        ("{a b", "an unpaired {"),
        ("\\left( a", "an unpaired \\left"),
        ("\\begin{matrix} a", "an unpaired \\begin"),
        (r"\begin{array}{zz} a \end{array}", COLUMNS),
        (r"\begin{array}{*{9999}c} a \end{array}", COLUMNS),
        ("{" * 40 + "a" + "}" * 40, "more than 30 levels of {"),
        ("a_b_c", "a ^ or _ that is empty or doubled"),
        ("a^{b}^c", "a ^ or _ that is empty or doubled"),
        (r"\sum\limits_a^b_c", "a ^ or _ that is empty or doubled"),
        ("a^b'", "a ^ or _ that is empty or doubled"),
        ("{a^}", "a ^ or _ that is empty or doubled"),
        ("a_", "a ^ or _ that is empty or doubled"),
        (r"\text{a_b}", "a ^ or _ within text"),
    ],
)
def test_a_formula_at_which_tex_stops_is_shown_as_text(site: Site, formula: str, sign: str) -> None:
    built = site(f"# Ada\n\n```{{math}}\n{formula}\n```\n", "latex")
    message = f"a formula cannot have {sign}; it is shown as text"
    # A control word is found in the block, other signs are those of the block as a whole.
    line = 4 if "\\" in sign else 3
    assert built.warnings == [f"index.md:{line}: WARNING: {message} [cv.math]"]
    assert "equation" not in built.text("cv.tex")


def test_a_formula_in_a_line_has_no_columns(site: Site) -> None:
    built = site("# Ada\n\n$a & b$ and $\\begin{matrix}a & b\\end{matrix}$\n", "latex")
    message = "a formula cannot have &; it is shown as text"
    assert built.warnings == [f"index.md:3: WARNING: {message} [cv.math]"]


def test_pairs_of_all_kinds_are_math(site: Site) -> None:
    formula = r"\left\{ \begin{matrix} {a} & \# \end{matrix} \right. \} \\ b"
    assert site(f"# Ada\n\n```{{math}}\n{formula}\n```\n", "latex").warnings == []


def test_indices_that_tex_can_set_are_math(site: Site) -> None:
    formula = (
        r"_\odot f''_a \sum\limits_a^b x_{i_j}^{k^l} g'^2 a_b{}_c x_\mathrm{max}^2 \text{a\_b}"
    )
    assert site(f"# Ada\n\n```{{math}}\n{formula}\n```\n", "latex").warnings == []


def test_signs_of_tex_in_the_name_are_no_tex(site: Site) -> None:
    name = r"Ada {\input R&D #1 100%"
    tex = site("# Ada\n\nText\n", "latex", cv_profile={"name": name}).text("cv.tex")
    safe = r"Ada \{\textbackslash{}input R\&D \#1 100\%"
    assert rf"\title{{{safe}}}" in tex
    assert rf"\author{{{safe}}}" in tex


def test_a_preamble_of_the_owner_takes_no_setting_away(site: Site) -> None:
    own = {"preamble": r"\newcommand\mine{}", "figure_align": "t"}
    tex = site("# Ada\n\nText\n", "latex", latex_elements=own).text("cv.tex")
    preamble = tex.partition(r"\begin{document}")[0]
    assert r"\usepackage{cv}" in preamble
    assert r"\newcommand\mine{}" in preamble
    assert "tableofcontents" not in tex
