"""What the author wrote on its way to the print engine: literals, math, letters."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from formulas import EXAMPLES
from sphinx_cv.print.spaces import fold
from sphinx_cv.print.typst import compiler
from sphinx_cv.print.typst.fonts import fallbacks, packages
from sphinx_cv.print.typst.literals import array, markup, string
from sphinx_cv.print.typst.math import typst_math

HEAD = '#set document(title: "x", date: datetime(year: 2000, month: 1, day: 1))\n'


def compiles(math: str) -> bool:
    source = f'{HEAD}#math.equation(alt: "x", ${math}$.body)'.encode()
    made = typst.compile(source, ignore_system_fonts=True, pdf_standards=["ua-1", "a-2a"])
    return made.startswith(b"%PDF")


def read_back(code: str) -> str:
    """Return what Typst takes a literal for."""
    # To look through the fonts of the machine takes ten times as long as to read.
    asked = {"field": "value", "one": True, "ignore_system_fonts": True}
    return str(json.loads(typst.query(f"#metadata({code}) <it>".encode(), "<it>", **asked)))


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_a_literal_is_read_back_as_it_was_written(text: str) -> None:
    text = text.replace("\ufffe", "").replace("\uffff", "")
    assert read_back(string(text)) == text


@pytest.mark.parametrize("text", ['"', "\\", '\\"', '"); #panic("', "\\u{41}", "\n", "a\tb", "#x"])
def test_no_text_ends_its_literal(text: str) -> None:
    assert read_back(string(text)) == text


def test_what_has_no_form_in_print_is_a_mark() -> None:
    assert string("a\x00b\x1bc") == '"a\ufffdb\ufffdc"'


def test_spaces_are_folded_but_for_those_that_hold_words_together() -> None:
    assert fold("a \n\t b\u00a0c\u202fd") == "a b\u00a0c\u202fd"


def test_a_word_with_a_hyphen_stays_on_its_line() -> None:
    assert markup("a Top-k list") == '#"a ";#box[#"Top-k";]#" list";'
    # Among Hebrew letters it has a direction of its own, and turns no sign around it.
    turned = markup("a Top-k: list", right_to_left=True)
    assert turned == '#"a ";#box[#"\u2068Top-k:\u2069";]#" list";'
    # An address has to break somewhere.
    assert "#box" not in markup(f"https://example.org/{'a-' * 30}")


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_markup_has_every_letter_once(text: str) -> None:
    literals = re.findall(r'#("(?:[^"\\]|\\.)*");', markup(text), re.DOTALL)
    assert "".join(part[1:-1] for part in literals) == string(text)[1:-1]


def test_an_array_of_one_is_an_array() -> None:
    assert [array([]), array(["1"]), array(["1", "2"])] == ["()", "(1,)", "(1, 2)"]


@pytest.mark.parametrize("text", ["@a <b>", "/* x", "// x", "!x(y)", "é_ü", r"\text{#panic()}"])
def test_no_text_in_math_is_code(text: str) -> None:
    assert compiles(typst_math(text.replace("#", r"\#")))


def test_letters_are_told_with_the_package_that_has_them() -> None:
    assert packages("漢") == ("fonts-noto-cjk",)
    assert packages("अ") == ("fonts-noto-core",)
    assert packages("🏅") == ("fonts-noto-color-emoji",)
    assert packages("अ漢한") == ("fonts-noto-core", "fonts-noto-cjk")


def test_chinese_is_set_in_the_forms_of_the_language() -> None:
    assert "Noto Serif CJK JP" in fallbacks("ja")
    assert "Noto Serif CJK TC" in fallbacks("zh-TW")
    assert "Noto Serif CJK SC" in fallbacks("en")


def test_the_layout_takes_no_name_from_math():
    layout = Path(compiler.__file__).with_name("layout")
    names = {
        name
        for path in layout.glob("*.typ")
        for name in re.findall(r"^#let ([\w-]+)", path.read_text("utf-8"), re.MULTILINE)
    }
    assert "publications" in names
    words = " ".join(typst_math(each) for each in EXAMPLES)
    assert not names & set(re.findall(r"[a-z]{2,}", words))
