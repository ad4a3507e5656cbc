"""Formulas: each word of the table is set by every output, and nothing else by any."""

from __future__ import annotations

import re
import string as ascii_text
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import typst
from hypothesis import example, given, settings
from hypothesis import strategies as st

from formulas import EXAMPLES
from sphinx_cv.math import words
from sphinx_cv.math.latex import latex
from sphinx_cv.math.letters import lettered
from sphinx_cv.math.mathml import mathml
from sphinx_cv.math.parser import parse
from sphinx_cv.math.safety import math_problem
from sphinx_cv.math.tokens import MathError, tokens_of
from sphinx_cv.math.words import table
from sphinx_cv.print.typst.compiler import FONTS
from sphinx_cv.print.typst.math import typst_math

NAMES = ", ".join(f'"{name}"' for name in FONTS)
HEAD = (
    '#set document(title: "x", date: datetime(year: 2000, month: 1, day: 1))\n'
    f"#set text(font: ({NAMES}), fallback: false)\n"
)


def compiles(*formulas: str) -> bool:
    """Whether the print engine sets *formulas* by its own fonts, in a PDF of both standards."""
    lines = [f'#math.equation(alt: "x", ${formula}$.body)\n' for formula in formulas]
    source = f"{HEAD}{''.join(lines)}".encode()
    made = typst.compile(source, ignore_system_fonts=True, pdf_standards=["ua-1", "a-2a"])
    return made.startswith(b"%PDF")


def shown(formula: str, *, block: bool = False) -> str:
    """Return the text of the MathML."""
    return "".join(ET.fromstring(mathml(formula, block=block)).itertext())


# The table


def test_every_word_is_set_by_every_output() -> None:
    used = {token for each in EXAMPLES for token in tokens_of(each)}
    assert {f"\\{word}" for word in table().words} <= used
    assert set(table().typed) <= used
    assert all(f"\\begin{{{name}}}" in "".join(EXAMPLES) for name in table().environments)
    for each in EXAMPLES:
        assert math_problem(each) == "", each
        assert ET.fromstring(mathml(each)).tag.endswith("math")
        assert latex(each)
    assert compiles(*map(typst_math, EXAMPLES))


def test_no_word_is_there_twice() -> None:
    rows = Path(words.__file__).with_suffix(".toml").read_text("utf-8").partition("[typed.")
    signs, others = rows[0], rows[2].partition("[function]")[2].partition("[environment]")[0]
    others = re.sub(r"^\[older\].*?(?=^\[)", "", others, flags=re.MULTILINE | re.DOTALL)
    found = re.findall(r"^(?:'(.)'|(\w+)) =", signs + others, re.MULTILINE)
    assert len(found) == len(table().words)


def test_older_words_stand_for_those_of_the_table() -> None:
    for word in table().older.values():
        assert not word.startswith("\\") or word[1:] in table().words


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        (r"\lVert x \rVert", "‖x‖"),
        (r"a \pmod{n}, a \bmod n, a \mod n", "a(modn),amodn,amodn"),
        (r"\overset{a}{b} \underset{a}{b} X \stackrel{d}{=} Y", "babaX=dY"),
        (r"\sum_{\substack{i\\ j}} x", "∑ijx"),
        (r"\argmax_x \argmin_y", "arg\u2009maxxarg\u2009miny"),
        (r"a \not\in b \not= c \not\equiv d", "a∉b≠c≢d"),
        (r"\cfrac1x \dbinom{n}{k}", "1x(nk)"),
        (r"\texttt{a b} \textbf{ab}", "𝚊 𝚋𝐚𝐛"),
        (r"\ensuremath{x} \hbar \varnothing \notag", "xℏ∅"),
        (r"\begin{array}{l|c} a & b \\ c & d \end{array}", "abcd"),
        (r"\begin{Vmatrix} a \\ b \end{Vmatrix}", "‖ab‖"),
        (r"\begin{smallmatrix} a & b \end{smallmatrix}", "ab"),
        (r"\begin{split} a &= b \\ &= c \end{split}", "a=b=c"),
        (r"\left( a \middle| b \right]", "(a|b]"),
        (r"\text{if $x > 0$, \% and `a'}", "if\u00a0x>0, % and ‘a’"),
        (r"f''_a + g'^2", "fa′′+g′2"),
        (r"\displaystyle \sum_i \big( x \big)", "∑i(x)"),
        ("α ≤ é", "α≤é"),
        (r"\operatorname*{ess\,sup}_x \sin x", "ess\u2009supxsin\u2061x"),
    ],
)
def test_what_was_shown_as_typed_is_set(formula: str, text: str) -> None:
    assert math_problem(formula) == ""
    assert shown(formula) == text
    assert compiles(typst_math(formula))


def test_rows_of_a_block_are_aligned() -> None:
    formula = "a &= b \\\\[2pt] c &= [d]\n \nx &= y"
    assert shown(formula, block=True) == "a=bc=[d]x=y"
    assert typst_math(formula, block=True).count(" \\ ") == 2
    assert latex(formula, block=True) == r"a & =b \\ c & =[d] \\ x & =y"


# What no output sets


@pytest.mark.parametrize(
    ("formula", "fault"),
    [
        (r"\input{x} \foo", r"\input, \foo are not control words for math in a CV"),
        (r"\begin{tikz}\end{tikz}", r"\begin{tikz} is not a control word for math in a CV"),
        (r"\frac{a}", r"a formula cannot have \frac without its argument"),
        ("x^", "a formula cannot have a ^ or _ that is empty or doubled"),
        ("x % y", "a formula cannot have %"),
        ("^^5cinput", "a formula cannot have a ^ or _ that is empty or doubled"),
        (r"a \\ b", r"a formula cannot have \\"),
        (r"\left( a", r"a formula cannot have an unpaired \left"),
        (r"\right)", r"a formula cannot have an unpaired \left"),
        (r"\left x \right)", r"a formula cannot have \left without a delimiter behind it"),
        (r"x\limits_a", r"a formula cannot have \limits without a sum or the like before it"),
        (r"a \middle| b", r"a formula cannot have \middle"),
        (r"\not\perp", r"a formula cannot have \not before \perp"),
        (r"\text{\emph{x}}", r"\emph is not a control word for math in a CV"),
        (r"\text{a $x}", "a formula cannot have an unpaired $"),
        (r"\text x", r"a formula cannot have \text without braces"),
        (r"\hat\notag", r"a formula cannot have \notag as an argument"),
        (r"\operatorname{\input{x}}", r"\input is not a control word for math in a CV"),
        ('x"', 'a formula cannot have "'),
    ],
)
def test_a_fault_is_said_in_the_words_of_its_author(formula: str, fault: str) -> None:
    assert math_problem(formula).startswith(fault)


pieces = st.lists(
    st.sampled_from(
        [
            *ascii_text.punctuation,
            *"abX12 éα漢\n",
            *("\\foo", "\\input", "\\directlua", "\\frac", "\\text", "\\left", "\\right", "\\\\"),
            *("\\begin{matrix}", "\\end{matrix}", "\\end{cases}", "\\limits", "\\not", "\\hat"),
            *("\\mathbf", "\\text{", "\\operatorname{", "\\sqrt[", "\\displaystyle", "\\notag"),
            *EXAMPLES,
        ]
    ),
    max_size=8,
).map("".join)


@settings(max_examples=150, deadline=None)
@given(pieces | st.text(), st.booleans())
@example("{" * 5000, False)
@example(r"\sqrt" * 5000 + "x", False)
@example("\\", True)
def test_a_formula_is_set_by_all_outputs_or_by_none(formula: str, block: bool) -> None:
    if fault := math_problem(formula, block=block):
        assert fault.endswith("shown as text")
        for output in (mathml, latex, typst_math):
            with pytest.raises(MathError):
                output(formula, block=block)
    else:
        ET.fromstring(mathml(formula, block=block))
        typst_math(formula, block=block)
        # What reaches TeX are words of the table, and those that its own rows name.
        known = {f"\\{word}" for word in table().words} | {"\\begin", "\\end", "\\left", "\\right"}
        known |= {"\\boldsymbol", "\\mathrel", "\\mathopen", "\\mathclose", "\\prime"}
        words = {word for word in tokens_of(latex(formula, block=block)) if word[0] == "\\"}
        assert {word for word in words if word[1:].isalpha()} <= known


@settings(max_examples=8, deadline=None)
@given(st.lists(st.tuples(pieces, st.booleans()), min_size=20, max_size=40))
def test_what_is_read_is_set_by_the_engine(formulas: list[tuple[str, bool]]) -> None:
    # Its own fonts have no Chinese letters; a CV with some takes those of the machine.
    typed = [(formula.replace("漢", ""), block) for formula, block in formulas]
    sound = [pair for pair in typed if not math_problem(pair[0], block=pair[1])]
    assert compiles(*(typst_math(formula, block=block) for formula, block in sound))


def test_a_formula_is_read_once() -> None:
    parse.cache_clear()
    math_problem(r"\alpha_1")
    mathml(r"\alpha_1")
    latex(r"\alpha_1")
    assert parse.cache_info().misses == 1


# Outputs


@pytest.mark.parametrize(
    ("formula", "made"),
    [
        (r"\mathscr{O} \coloneqq \bm{x}", r"\mathcal{O}\mathrel{:=}\boldsymbol{x}"),
        (r"\alpha x\beta", r"\alpha x\beta"),
        ("α≤é", r"\alpha\le\text{é}"),
        (r"\frac12^\dagger", r"\frac{1}{2}^{\dagger}"),
        # Fonts without these letters would print others, or none.
        (r"\mathrm\Omega \mathbb{R1}", r"\mathrm{\text{$\Omega$}}\mathbb{R\mathbf{1}}"),
        (r"\text{a\_b~c\,d}", r"\text{a\_b~c\,d}"),
        (
            r"\begin{cases} a & b & c \end{cases}",
            r"\left\{\begin{array}{lll}a & b & c\end{array}\right.",
        ),
    ],
)
def test_latex_gets_words_that_it_knows(formula: str, made: str) -> None:
    assert latex(formula) == made


@pytest.mark.parametrize(
    ("formula", "made"),
    [
        ("x^2_i", "x^(2)_(i)"),
        (r"\frac12", "frac(1, 2)"),
        (r"\mathcal{O}(n \log n)", r'cal(O) \( n op("log") n \)'),
        (r"\sqrt[3]{x}", "root(3, x)"),
        (r"\left( x \right.", r"lr(\( x )"),
        (r"\text{if and only if}", '#"if and only if";'),
        (r"\argmin_x", 'op("arg\u2009min", limits: #true)_(x)'),
        ("{ab}^2", "lr(size: #100%, a b)^(2)"),
        ("2023", "2023"),
        (r"\lvert x| \left| y \right|", r'class("opening", \|) x class("normal", \|) lr(\| y \|)'),
        (
            r"x \begin{aligned}a&=b\end{aligned}",
            'x mat(delim: #(none, none), column-gap: #0em, display(a) &, & display(#""; = b))',
        ),
        (r"\begin{pmatrix}a&b\\c&d\end{pmatrix}", 'mat(delim: #("(", ")"), a, b; c, d)'),
    ],
)
def test_typst_gets_its_own_functions(formula: str, made: str) -> None:
    assert typst_math(formula) == made


@pytest.mark.parametrize(
    ("letter", "alphabet", "found"),
    [
        ("A", "script", "𝒜"),
        ("B", "script", "ℬ"),
        ("R", "double-struck", "ℝ"),
        ("C", "fraktur", "ℭ"),
        ("h", "italic", "ℎ"),
        ("Σ", "bold italic", "𝚺"),
        ("ϵ", "bold italic", "𝝐"),
        ("1", "monospace", "𝟷"),
        ("é", "bold", "é"),
    ],
)
def test_letters_have_alphabets(letter: str, alphabet: str, found: str) -> None:
    assert lettered(letter, alphabet) == found
