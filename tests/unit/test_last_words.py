"""The last word of a paragraph of print is not left alone on a line."""

from __future__ import annotations

import pytest
from docutils import nodes

from sphinx_cv.document.nodes import cv_separator, cv_whole, cv_words
from sphinx_cv.print.last_words import keep_end

JOURNAL = nodes.emphasis("", "Journal of Mills")


def kept_in(*parts: nodes.Node) -> list[str]:
    block = nodes.paragraph("", "", *(part.deepcopy() for part in parts))
    typed = block.astext()
    keep_end(block)
    assert block.astext() == typed
    return [part.astext() for part in block.findall(cv_whole)]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Machine Learning: Mathematics, Vision and Learning (MVA)", ["Learning (MVA)"]),
        ("An essay on looms, mills and engines, with A. M. King", ["A. M. King"]),
        ("Looms of the north, a grant of SEK 18,000,000 total", ["SEK 18,000,000 total"]),
        ("It is about looms and their industrialization", []),
        ("It is about their industrialization nowadays", []),
        ("על נולים, טחנות ומנועים בשנת 2020", []),
        ("Looms", []),
    ],
)
def test_a_short_last_word_takes_along_what_is_before_it(text: str, kept: list[str]) -> None:
    assert kept_in(nodes.Text(text)) == kept


def test_the_year_of_a_reference_takes_its_pages_along() -> None:
    stop = cv_separator("", ".")
    assert kept_in(JOURNAL, nodes.Text(", 31(2), 145–172, 2025"), stop) == ["145–172, 2025"]


def test_the_end_of_a_word_is_no_word() -> None:
    assert kept_in(JOURNAL, nodes.Text(", 2025")) == []


def test_an_amount_takes_its_dot_along_which_the_word_before_keeps() -> None:
    role, amount = cv_words("", "Site leader"), cv_words("", "$127,000")
    assert kept_in(role, nodes.Text("\xa0· "), amount) == ["· $127,000"]
    assert kept_in(role, nodes.Text(", "), amount) == []
