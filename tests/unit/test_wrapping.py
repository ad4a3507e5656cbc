"""What stays on one line."""

from __future__ import annotations

import pytest
from docutils import nodes

from sphinx_cv.document.composing.no_break import keep_together

CASES = {
    "with Dr. Ada Lovelace": "with Dr.~Ada Lovelace",
    "Prof. Ada K. Lovelace": "Prof.~Ada K.~Lovelace",
    "É. Galois, A. M. Turing": "É.~Galois, A.~M.~Turing",
    "Ж. Верн": "Ж.~Верн",
    "M.S. internship, Ph.D. candidate": "M.S. internship, Ph.D. candidate",
    "the prof. Ada, plan b. Then": "the prof. Ada, plan b. Then",
    "Paris VI. Theory. And more": "Paris VI. Theory. And more",
}


@pytest.mark.parametrize("text", CASES)
def test_a_title_or_an_initial_stays_with_its_name(text: str) -> None:
    paragraph = nodes.paragraph("", "", nodes.emphasis("", "", nodes.Text(text)))
    keep_together(paragraph)
    assert paragraph.astext() == CASES[text].replace("~", "\N{NO-BREAK SPACE}")


@pytest.mark.parametrize("kind", [nodes.literal, nodes.literal_block, nodes.math, nodes.raw])
def test_code_and_formulas_stay_as_they_are(kind: type[nodes.Element]) -> None:
    paragraph = nodes.paragraph("", "", kind("", "", nodes.Text("A. B")))
    keep_together(paragraph)
    assert paragraph.astext() == "A. B"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sparse Top-k: a view", ["Top-k"]),
        ("k-means and t-SNE", ["k-means", "t-SNE"]),
        ("811–846, S35–S47 and Navier–Stokes", ["811–846", "S35–S47"]),
        ("Ingrid Aldana-Voss and Jan Łoś-Żak", ["Aldana-Voss", "Łoś-Żak"]),
        ("state-of-the-art, e-mail-free, 2020-2021, well-known", []),
    ],
)
def test_no_letter_and_no_page_is_left_alone_by_its_hyphen(text: str, words: list[str]) -> None:
    paragraph = nodes.paragraph("", "", nodes.Text(text))
    keep_together(paragraph)
    assert paragraph.astext() == text
    assert [part.astext() for part in paragraph.findall(nodes.inline)] == words
