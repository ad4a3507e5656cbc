"""The fonts that TeX is asked for: each costs time at each run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers import Built

USUAL = "Łódź, Ångström: “naïve” – ‘Œuvre’ … 5 €, ½ and *more*; $\\alpha \\to \\beta$."


@pytest.mark.parametrize(
    ("text", "profile", "others", "cjk"),
    [
        (USUAL, {}, "", ""),
        ("Ἀθήνα", {}, "1", ""),
        ("A → B", {}, "1", ""),
        ("E\u0301", {}, "1", ""),
        ("Text", {"position": "Ἀναλύτρια"}, "1", ""),
        ("林", {}, "1", "SC"),
        ("Text", {"affiliation": "林"}, "1", "SC"),
    ],
)
def test_fonts_for_other_letters_are_loaded_where_there_are_some(
    site: Callable[..., Built], text: str, profile: dict[str, str], others: str, cjk: str
) -> None:
    home = "# Ada\n\n```{toctree}\nmore\n```\n"
    built = site(
        {"index.md": home, "more.md": f"# More\n\n{text}\n"},
        "latex",
        cv_profile={"name": "Ada", **profile},
        latex_elements={"fontpkg": "% mine"},
    )
    tex = built.text("cv.tex")
    assert f"\\newcommand*\\cvfallbacks{{{others}}}" in tex
    assert f"\\newcommand*\\cvcjk{{{cjk}}}" in tex
    assert "% mine" in tex


def test_each_variant_loads_what_its_own_letters_need(site: Callable[..., Built]) -> None:
    files = {
        "index.md": "# Ada\n\n```{toctree}\none\ntwo\n```\n",
        "one.md": "# One\n\nText\n",
        "two.md": "# Two\n\nἈθήνα\n",
    }
    built = site(files, "latex", cv_variants={"short": {"sections": ["one"]}})
    assert "\\newcommand*\\cvfallbacks{1}" in built.text("cv.tex")
    assert "\\newcommand*\\cvfallbacks{}" in built.text("cv-short.tex")
