"""The script of the site folds letters by the table that the rest of the product has."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import sphinx_cv
from sphinx_cv.model.text import APOSTROPHES, LETTERS, TWO_LETTERS, fold, spell_out

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.xdist_group("browser")

SCRIPT = Path(sphinx_cv.__file__).parent / "html" / "components" / "static" / "cv-items.js"
WORDS = [
    *LETTERS,
    *(letter.upper() for letter in LETTERS),
    *TWO_LETTERS,
    *(f"O{sign}Brien" for sign in APOSTROPHES),
    *("Søndergård", "Łukasiewicz", "WEISS", "Weiß", "Bézier", "naïve", "œuvre", "Işık", "Ünal"),
    *("Ǿ", "ﬁn", "Zu\u0308rich", "ÅNGSTRÖM", "C´eline", "赵明"),
]


def test_the_script_has_the_same_folding(page: Page) -> None:
    source = SCRIPT.read_text("utf-8")
    start, end = re.search(r"  const letters = .*?(?=\n  for \()", source, re.DOTALL).span()
    page.goto("about:blank")
    found = page.evaluate(
        f"(words) => {{ {source[start:end]}\n return words.map(foldings); }}", WORDS
    )
    assert found == [list(dict.fromkeys((fold(word), fold(spell_out(word))))) for word in WORDS]
