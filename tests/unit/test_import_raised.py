"""Raised and lowered text and formulas of other formats: roles and formulas of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_cv.importer.project.write import files_of
from sphinx_cv.importer.reading.text import bare, markdown, plain
from sphinx_cv.importer.sources import read_source

if TYPE_CHECKING:
    from pathlib import Path


def _page(tmp_path: Path, body: str) -> str:
    path = tmp_path / "cv.tex"
    head = r"\documentclass{moderncv}\name{Ada}{King}\begin{document}\section{Work}"
    path.write_text(f"{head}\n{body}\n\\end{{document}}", "utf-8")
    return files_of(read_source(path))["sections/work.md"]


@pytest.mark.parametrize(
    ("tex", "expected"),
    [
        (r"I\textsuperscript{2}C", "I{sup}`2`C"),
        (r"1\textsuperscript{st} m\textsuperscript{2}", "1{sup}`st` m{sup}`2`"),
        (r"H\textsubscript{2}O", "H{sub}`2`O"),
        (r"CO$_2$ \ce{CO2} 10$^{th}$", "CO{sub}`2` CO{sub}`2` 10{sup}`th`"),
        (r"\textsuperscript{a\_b}", "{sup}`a_b`"),
        (r"$10^3$, \(a_i\), \ensuremath{x^2}", "$10^3$, $a_i$, $x^2$"),
        (r"$\sim$5, $>$100, 5$\times$10, $k$-means", r"∼5, \>100, 5×10, k-means"),
        # Beside a digit, two dollar signs are money.
        (r"3$\alpha$ and $\beta$-decay", r"3{math}`\alpha` and $\beta$-decay"),
        (r"5\$ and 6\$", r"5\$ and 6\$"),
        (r"$\foo{x}$", "x"),
    ],
)
def test_tex_is_a_role_or_a_formula(tex, expected, tmp_path):
    assert f"- {expected}\n" in _page(tmp_path, rf"\cvlistitem{{{tex}}}")


def test_an_option_has_letters_of_unicode(tmp_path):
    entry = r"\cventry{2013}{A $10^3$ I\textsuperscript{2}C}{CO$_2$ at $10^{-5}$}{1\up{er}}{}{}"
    assert (
        ":::{cv-entry} A $10^3$ I{sup}`2`C\n:organization: CO₂ at 10⁻⁵\n:location: 1er\n"
        in _page(tmp_path, entry)
    )


def test_the_title_of_a_section_has_letters_of_unicode(tmp_path):
    path = tmp_path / "cv.tex"
    path.write_text(r"\documentclass{moderncv}\section{H$_2$O}\cvlistitem{a}", "utf-8")
    assert files_of(read_source(path))["sections/h2o.md"] == "# H₂O\n\n- a\n"


@pytest.mark.parametrize(
    ("text", "as_plain", "as_markdown", "as_bare"),
    [
        ("m<sup>2</sup> CO<sub>2</sub>", *["m{sup}`2` CO{sub}`2`"] * 2, "m² CO₂"),
        ("<sup>a_b", r"a\_b", r"a\_b", "a_b"),
        ("x<sup><b>2</b></sup>", "x**2**", "x**2**", "x2"),
        ("a $10^3$ b", r"a \$10\^3\$ b", "a $10^3$ b", "a 10³ b"),
        (r"$$\alpha$$ $\foo$", None, r"$\alpha$ \$\foo\$", r"α $\foo$"),
        ("$5 and $6, A$AP Ke$ha", None, r"\$5 and \$6, A\$AP Ke\$ha", "$5 and $6, A$AP Ke$ha"),
    ],
)
def test_html_and_markdown_are_roles_and_formulas(text, as_plain, as_markdown, as_bare):
    assert as_plain in (None, plain(text))
    assert markdown(text) == as_markdown
    assert bare(text) == as_bare
