"""What stays on one line."""

from __future__ import annotations

import pytest
from docutils import nodes

from sphinx_cv.document.composing.no_break import keep_together
from sphinx_cv.document.nodes import cv_whole
from sphinx_cv.print.whole_words import marked

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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lund LH, Savarese G: N Engl J Med", ["Lund LH", "Savarese G", "N Engl", "J Med"]),
        ("Lund LH. Looms, by Savarese G.", ["Lund LH", "Savarese G"]),
        ("Ada Lovelace FRS, of the US", ["Lovelace FRS"]),
        (
            "Johannes van der Berg, Simone de Beauvoir and Ada de la Cruz",
            ["van der Berg", "de Beauvoir", "de la Cruz"],
        ),
        ("l’École normale supérieure de Paris, die Lehre der Informatik", ["de Paris"]),
        ("SEK 18,000,000 · CHF 1’200.50", ["SEK 18,000,000", "CHF 1’200.50"]),
        ("18 000 000 kr and 2 M€, 20 GHz", ["18 000 000 kr", "2 M€", "20 GHz"]),
        ("于2020年5月12日，第3期", ["2020年5月12日", "3期"]),
        ("2020 年 5 月", ["2020 年 5 月"]),
        ("2020년 5월", ["2020년 5월"]),
        ("Hamburg, 30. November 2018; le 1er mai 2020", ["30. November", "1er mai"]),
        ("York, November 30, 2018, in 12 words", ["November 30"]),
        (
            "« Lyon, ville de foires », qu’est-ce ? « Que dire ? » Rien ; voir : a :: b ?x",
            ["« Lyon,", "foires »", "qu’est-ce ?", "« Que", "dire ? »", "Rien ;", "voir :"],
        ),
        ("in 2020 and de facto, vitamin d, 3 mice", []),
    ],
)
def test_what_is_read_as_one_is_kept_as_it_is_typed(text: str, words: list[str]) -> None:
    paragraph = nodes.paragraph("", "", nodes.Text(text))
    keep_together(paragraph)
    assert paragraph.astext() == text
    assert [part.astext() for part in paragraph.findall(nodes.inline)] == words
    printed = [*marked(text, 30, as_one=False)]
    assert "".join(part.astext() for part in printed) == text
    assert [part.astext() for part in printed if isinstance(part, cv_whole)] == words


def test_what_is_wider_than_a_phone_may_break() -> None:
    paragraph = nodes.paragraph("", "", nodes.Text(f"EUR {'1,234,' * 5}567"))
    keep_together(paragraph)
    assert [*paragraph.findall(nodes.inline)] == []


def test_an_initial_within_a_name_binds_the_name_behind_it_alone() -> None:
    paragraph = nodes.paragraph("", "", nodes.Text("with Ada M. King and A. de King"))
    keep_together(paragraph)
    space = "\N{NO-BREAK SPACE}"
    assert paragraph.astext() == f"with Ada M.{space}King and A. de King"
    assert [part.astext() for part in paragraph.findall(nodes.inline)] == ["de King"]


def test_in_print_a_title_stays_with_the_name_behind_it() -> None:
    text = "with Prof. Ada King, Dr. A. Babbage and the prof. of Bo"
    printed = [*marked(text, 30, as_one=False)]
    assert "".join(part.astext() for part in printed) == text
    kept = [part.astext() for part in printed if isinstance(part, cv_whole)]
    assert kept == ["Prof. Ada", "Dr. A. Babbage"]
