"""Formulas on pages and in titles: common words are set, and no command reaches TeX."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from helpers import Built

if TYPE_CHECKING:
    from collections.abc import Callable

    Site = Callable[..., Built]


@pytest.mark.parametrize(
    ("formula", "shown"),
    [
        (r"\mu_1,\dots,\mu_n", "μ1,…,μn"),
        (r"\bm{x} \iff \boldsymbol\theta", "𝒙⟺𝜽"),
        (r"X \stackrel{d}{=} Y", "X=dY"),
        (r"\big(\tfrac12\big)", "(12)"),
    ],
)
def test_common_words_of_math_are_set(site: Site, formula: str, shown: str) -> None:
    math = site(f"# Ada\n\n${formula}$\n").article().find("math")
    assert math is not None
    assert "".join(math.get_text().split()) == shown


UNSAFE = "$\\input{/etc/passwd}$ and $\\directlua{x}$"


@pytest.mark.parametrize("builder", ["html", "latex"])
def test_math_with_a_command_for_tex_is_shown_as_text(site: Site, builder: str) -> None:
    built = site(f"# Ada\n\nSee {UNSAFE}.\n", builder)
    if builder == "html":
        assert "\\input{/etc/passwd}" in built.article().get_text()
    else:
        assert "\\input{/etc" not in built.text("cv.tex")
        assert "\\directlua" not in built.text("cv.tex")
    assert built.warnings == [
        f"index.md:3: WARNING: \\{word} is not a control word for math in a CV; "
        "the formula is shown as text [cv.math]"
        for word in ("input", "directlua")
    ]


def test_math_in_a_title_with_a_command_for_tex_is_text(site: Site) -> None:
    bib = "@misc{m, title={On $\\input{x}$ and $\\alpha$}, year=2000}\n"
    page = "# Ada\n\n```{publication-list}\n```\n"
    title = site({"index.md": page, "refs.bib": bib}).article().find(class_="cv-pubtitle")
    assert title.get_text() == "On \\input{x} and α"
    tex = site({"index.md": page, "refs.bib": bib}, "latex").text("cv.tex")
    assert "\\input{x}" not in tex.split("\\begin{document}")[1]
    assert "\\(\\alpha\\)" in tex
