"""The script of the site folds letters by the table that the rest of the product has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from looking import MARKED

from sphinx_cv.html.components import FOLDER
from sphinx_cv.model.text import APOSTROPHES, LETTERS, TWO_LETTERS, fold, spell_out

if TYPE_CHECKING:
    from playwright.sync_api import Page

WORDS = [
    *LETTERS,
    *(letter.upper() for letter in LETTERS),
    *TWO_LETTERS,
    *(f"O{sign}Brien" for sign in APOSTROPHES),
    *("Søndergård", "Łukasiewicz", "WEISS", "Weiß", "Bézier", "naïve", "œuvre", "Işık", "Ünal"),
    *("Ǿ", "ﬁn", "Zu\u0308rich", "ÅNGSTRÖM", "C´eline", "赵明"),
]


def test_the_script_has_the_same_folding(page: Page) -> None:
    page.goto("about:blank")
    page.add_script_tag(content=(FOLDER / "cv-text.js").read_text("utf-8"))
    found = page.evaluate("words => words.map(cvText.foldings)", WORDS)
    assert found == [list(dict.fromkeys((fold(word), fold(spell_out(word))))) for word in WORDS]


@pytest.mark.parametrize(
    ("typed", "text", "marked"),
    [
        ("lukaszewicz", "Olga Łukaszewicz", ["Łukaszewicz"]),
        ("obrien", "Zofia O’Brien", ["O’Brien"]),
        ("soendergaard", "Åse Søndergård", ["Søndergård"]),
        ("oe", "Größe, Söhne", ["ö", "ö"]),
        ("bezier bezier", "Be\u0301zier", ["Be\u0301zier"]),
        ("weiss", "Jürgen Weiß", ["Weiß"]),
        ("实验", "贝叶斯实验设计导论", ["实验"]),
        ("nothing", "Something", []),
    ],
)
def test_hits_are_marked_in_the_text_as_it_is_written(
    page: Page, typed: str, text: str, marked: list[str]
) -> None:
    page.goto("about:blank")
    page.add_script_tag(content=(FOLDER / "cv-text.js").read_text("utf-8"))
    page.evaluate(
        """([typed, text]) => {
          document.body.textContent = text;
          cvText.mark("test", [document.body], cvText.wordsOf(typed));
        }""",
        [typed, text],
    )
    found = page.evaluate(MARKED)
    assert list(dict.fromkeys(found)) == list(dict.fromkeys(marked))
