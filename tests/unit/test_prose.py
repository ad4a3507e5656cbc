"""What is found in the text of a page: private values, lost links, the kind, answers."""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_cv.model.kinds import ENTRY_KINDS
from sphinx_cv.rules.cv import Cv
from sphinx_cv.rules.dropped_blocks import dropped_blocks
from sphinx_cv.rules.dropped_links import dropped_links
from sphinx_cv.rules.mentions import mentions
from sphinx_cv.rules.page_options import page_options
from sphinx_cv.rules.privacy import exposed
from sphinx_cv.rules.silence_comments import silence_comments
from sphinx_cv.source.markdown import Page


def found(value: str, text: str) -> list[str]:
    lines = text.split("\n")
    return [
        lines[problem.line - 1][problem.column - 1 :][: problem.length]
        for problem in exposed(Cv(pages={"index": Page(lines)}, private={"phone": value}))
    ]


@pytest.mark.parametrize(
    ("value", "text", "expected"),
    [
        ("+44 20 7946 0123", "Call 020 7946 0123.", ["020 7946 0123"]),
        ("+44 20 7946 0123", "+44 (0)20 7946-0123", ["+44 (0)20 7946-0123"]),
        ("+44 20 7946 0123", "00442079460123", ["00442079460123"]),
        ("+44 20 7946 0123", "a 442079460123 b", ["442079460123"]),
        ("+44 20 7946 0123", "9442079460123", []),
        ("+44 20 7946 0123", "4420794601239", []),
        ("+44 20 7946 0123", "020 7946 0124", []),
        ("0251 555 0199", "0251/5550199", ["0251/5550199"]),
        (
            "Born March 12th in Paris",
            "I was born  March 12th in paris.",
            ["born  March 12th in paris"],
        ),
        ("1978", "Since 1978.", ["1978"]),
        # The day of a value tells the most of it.
        ("Born March 12th, 1995 in Paris", "on March 12th,  1995", ["March 12th,  1995"]),
        ("Né le 14 juillet 1972 à Dijon", "Le 14 Juillet 1972", ["14 Juillet 1972"]),
        ("geboren am 12.03.1991 in Ulm", "12.03.1991", ["12.03.1991"]),
        ("geboren am 3. Mai 1991", "am 3. Mai 1991", ["3. Mai 1991"]),
        ("born 1991-03-12 in Ulm", "1991-03-12", ["1991-03-12"]),
        ("born May 3 1991", "born May 3 1992, in May 1991", []),
        ("1978", "Nr. 21978", []),
        ("ada@example.org", "ADA@example.org", ["ADA@example.org"]),
        ("1 Way", "21 Ways", []),
        ("1 Way", "21 Ways, 1  way", ["1  way"]),
        ("Nr. 5 (b)", "Nr. 5 (b), 5 (b)", ["Nr. 5 (b)"]),
        # As short as a word of any text, they tell nothing.
        ("A", "A text", []),
        ("12", "The 12 of 12", []),
        ("x y", "x y", []),
        ("", "nothing", []),
        ("  ", "   ", []),
        ("+", "a + b", []),
        # Nobody sees a comment; in code it is none.
        ("+44 20 7946 0123", "% 020 7946 0123", []),
        ("+44 20 7946 0123", "<!--\n020 7946 0123\n-->", []),
        ("+44 20 7946 0123", "```\n% 020 7946 0123\n```", ["020 7946 0123"]),
        ("+44 20 7946 0123", "    % 020 7946 0123", ["020 7946 0123"]),
        ("+44 20 7946 0123", "`<!-- 020 7946 0123 -->`", ["020 7946 0123"]),
        # Of a place that ends in another line, the first line is shown.
        ("+44 20 7946 0123", "call 020 7946\n0123", ["020 7946"]),
    ],
)
def test_where_a_private_value_stands(value, text, expected):
    assert found(value, text) == expected


@given(st.text(), st.lists(st.text()))
def test_no_private_value_breaks_the_search(value, lines):
    for problem in exposed(Cv(pages={"index": Page(lines)}, private={"phone": value})):
        line = lines[problem.line - 1]
        assert 0 < problem.column <= problem.column + problem.length - 1 <= len(line)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](javascript:alert(1)) b", ["javascript:alert(1)"]),
        ("[a](<javascript:x>)", ["javascript:x"]),
        ("<JavaScript:x>", ["JavaScript:x"]),
        ("[a]: data:text/html,x", ["data:text/html,x"]),
        ("![a](file:///x.png) [b](vbscript:x)", ["file:///x.png", "vbscript:x"]),
        ("[a](https://example.org/javascript:x)", []),
        ("`[a](javascript:x)`", []),
        ("``[a](javascript:x) ` `` [a](javascript:y)", ["javascript:y"]),
        ("```\n[a](javascript:x)\n```\n[a](javascript:y)", ["javascript:y"]),
        ("```python\n[a](javascript:x)\n```", []),
        ("```{code-block} md\n[a](javascript:x)\n```", []),
        (
            "```{talk} T\n[a](javascript:x)\n```\n[a](javascript:y)",
            ["javascript:x", "javascript:y"],
        ),
        ("````{note}\n```\n[a](javascript:x)\n```\n[a](javascript:y)\n````", ["javascript:y"]),
        ("the javascript: scheme", []),
        (r"\[a\](javascript:x) \<data:y>", []),
    ],
)
def test_which_links_are_left_as_text(text, expected):
    lines = text.split("\n")
    problems = list(dropped_links(Page(lines), "index"))
    assert [
        lines[problem.line - 1][problem.column - 1 :][: problem.length] for problem in problems
    ] == expected
    assert all("is not an address" in problem.message for problem in problems)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\ncv-kind: teaching\n---", []),
        ('---\ncv-kind: "teaching"  # all\n---', []),
        ("---\ncv-kind:\n---", []),
        ("---\ntitle: x\ncv-kind: teachin\n---", [(3, 'unknown value "teachin"')]),
        ("---\ncv-kind: zzz\n---", [(2, "Known: education, ")]),
        ("---\ncv_kind: teaching\n---", [(2, 'Did you mean "cv-kind"?')]),
        ("---\ncv-kind: [\n---", []),
        ("---\n---\ncv-kind: zzz", []),
        ("\n---\ncv-kind: zzz\n---", []),
        ("", []),
    ],
)
def test_the_kind_of_a_page(text, expected):
    problems = list(page_options(Page(text.split("\n")), "index", ENTRY_KINDS))
    assert [problem.line for problem in problems] == [line for line, _part in expected]
    assert all(
        part in problem.message for problem, (_line, part) in zip(problems, expected, strict=True)
    )


def silenced(text: str) -> list[tuple[str, bool]]:
    return [
        (mention.name, mention.silenced) for mention in mentions(Page(text.split("\n")), "index")
    ]


def test_an_answer_holds_for_the_paragraph_below_it():
    text = "% silence: spelling, two people\n\nAda King\nBo Fox\n\nCy Ray"
    assert silenced(text) == [("Ada King", True), ("Bo Fox", True), ("Cy Ray", False)]


def test_an_answer_of_a_directive_holds_for_the_rest_of_it():
    text = "```{talk} T\n:silence: spelling, two people\n\nAda King\n\nBo Fox\n```\n\nCy Ray"
    assert silenced(text) == [("Ada King", True), ("Bo Fox", True), ("Cy Ray", False)]


def test_an_answer_to_another_rule_silences_no_name():
    assert silenced("% silence: order, why\n\nAda King") == [("Ada King", False)]


def test_a_wrong_answer_is_told():
    lines = ["% silence: speling, why", "% silence: spelling", "% silence: spelling, why"]
    assert [problem.line for problem in silence_comments(Page(lines), "index")] == [1, 2]


@given(st.lists(st.text()))
def test_no_text_breaks_a_search(lines):
    for search in (
        mentions,
        silence_comments,
        dropped_links,
        partial(page_options, kinds=ENTRY_KINDS),
    ):
        list(search(Page(lines), "index"))


PIECES = st.sampled_from(
    ["```", "````{talk} x", ":::{note}", "---", "cv-kind: x", "% silence: order", "<data:x>", ""]
)


@given(st.lists(PIECES))
def test_no_page_breaks_a_search(lines):
    for search in (
        mentions,
        silence_comments,
        dropped_links,
        partial(page_options, kinds=ENTRY_KINDS),
    ):
        assert all(1 <= found.line <= len(lines) for found in search(Page(lines), "index"))


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("```{talk} On `code`\n:date: 2020\n```", [1]),
        ("> ```{talk} On {math}`x`", [3]),
        ("~~~{talk} On `code`\n~~~", []),
        (":::{talk} On `code`\n:::", []),
        ("```{talk} On code\n`x`\n```", []),
        ("````md\n```{talk} On `code`\n```\n````", []),
        ("```x` y", []),
        # Code without an end.
        ("A heading\n~~~~~~~~~\n\n```{talk} One\n```", [1]),
        ("  ```python\nx\n", [3]),
        ("```python\nx\n```\n", []),
        ("```{note}\nx\n", []),
        (":::\nx", []),
    ],
)
def test_a_block_that_is_text_or_code_by_mistake_is_told(text, columns):
    assert [
        problem.column for problem in dropped_blocks(Page(text.split("\n")), "index")
    ] == columns
