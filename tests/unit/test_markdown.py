"""Where code, text, comments and blocks are in a page of Markdown."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it.renderer import RendererHTML
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

from sphinx_cv.preset import MYST
from sphinx_cv.source.markdown import Page
from sphinx_cv.source.markdown_parser import block_parser


def page(text: str) -> Page:
    return Page(text.split("\n"))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a <!-- b --> c <!-- d -->", "a  c "),
        ("a\n<!-- b -->\nc", "a\n\nc"),
        ("<!-- a\n\nb -->\nc", "\n\n\nc"),
        ("a <!-- b\n\nc --> d\n\n`<!-- e -->`", "a \n\n d\n\n`<!-- e -->`"),
        (
            "```{talk} A <!-- b -->\n:event: C\n\n<!-- d -->\n```",
            "```{talk} A \n:event: C\n\n\n```",
        ),
        ("<!-- `a` -->b", "b"),
        ("<!-- ` --> a ` <!-- b -->", " a ` "),
        ("<!--\n```\na\n```\n-->b", "\n\n\n\nb"),
        ("<!--\n```{talk} A\n```\n-->\n\n`<!-- b -->`", "\n\n\n\n\n`<!-- b -->`"),
        ("a <!--\n\n```\n-->\n<!-- b -->c", "a \n\n\n\nc"),
        ("> a <!-- b -->\n> - <!-- c -->d", "> a \n> - d"),
        ("| `<!-- a -->` <!-- b --> |\n|--|\n| <!-- c --> |", "| `<!-- a -->`  |\n|--|\n|  |"),
        ("# A <!-- b -->\n\n: <!-- c -->d", "# A \n\n: d"),
        ("\\`<!-- a -->`", "\\``"),
        ("a `` ` <!-- b -->", "a `` ` "),
        (":::{note}\n::::{talk} A\n:date: 2020\n\na <!-- b -->\n::::\n:::", None),
    ],
)
def test_a_comment_is_left_out(text, left):
    expected = text.replace("<!-- b -->", "") if left is None else left
    assert page(text).without_comments() == expected


@pytest.mark.parametrize(
    "text",
    [
        "`<!-- a -->`",
        "a `b\n<!-- c -->\nd` e",
        "{math}`<!-- a -->`",
        "```\n<!-- a -->\n```",
        "~~~html\n<!-- a -->\n~~~\n\nb",
        "````{note}\n```\n<!-- a -->\n```\n````",
        "```{code-block} html\n<!-- a -->\n```",
        ":::{math}\n<!-- a -->\n:::",
        "a\n\n    <!-- b -->\n",
        "- a\n\n      <!-- b -->\n",
        "> ```\n> <!-- a -->\n> ```",
        "1. ```\n   <!-- a -->\n   ```",
        "| a | `<!-- b -->` |\n|---|---|\n| c | d |",
        "$$\n<!-- a -->\n$$",
        "a <!-- b",
        "a --> b <!- c ->",
        "$a <!b$",
        "% <!-- a -->",
    ],
)
def test_code_and_what_is_no_comment_stay(text):
    assert page(text).without_comments() == text


@pytest.mark.parametrize(
    ("text", "comments"),
    [
        ("% a\nb % c", ["% a"]),
        ("a\n% b\n% c\nd", ["% b", "% c"]),
        ("> % a\n> b", ["% a"]),
        ("  % a <!-- b -->", ["% a <!-- b -->"]),
        ("```\n% a\n```", []),
        ("    % a", []),
        ("`a\nb` <!-- c -->", ["<!-- c -->"]),
        ("```{talk} A\n% b\n```", ["% b"]),
    ],
)
def test_where_the_comments_are(text, comments):
    found = page(text)
    assert [text[start:end] for start, end in found.comments] == comments
    for start, end in found.comments:
        assert found.is_comment(start)
        assert not found.is_comment(end)


@pytest.mark.parametrize(
    ("text", "fences"),
    [
        ("", []),
        ("```\na\n```", [(1, 3, 1, "```", True, "")]),
        ("```\na\nb", [(1, 3, 1, "```", False, "")]),
        ("```\na\n``\n````  ", [(1, 4, 1, "```", True, "")]),
        ("> ~~~md\n> a\nb", [(1, 2, 3, "~~~", False, "")]),
        (
            "::::{note}\n:::{talk} A\n:::\n\n- ```\n  ```\n::::",
            [
                (1, 7, 1, "::::", True, "note"),
                (2, 3, 1, ":::", True, "talk"),
                (5, 6, 3, "```", True, ""),
            ],
        ),
        ("```{code}\n:::{talk}\n:::\n```", [(1, 4, 1, "```", True, "code")]),
        ("``` {talk} `a`\n```", [(2, 2, 1, "```", False, "")]),
    ],
)
def test_where_the_blocks_between_fences_are(text, fences):
    found = page(text).fences
    assert [
        (each.first, each.last, each.column, each.mark, each.closed, each.directive)
        for each in found
    ] == fences


def test_the_innermost_block_of_a_line_is_known():
    found = page("a\n::::{note}\n:::{talk} A\nb\n:::\nc\n::::")
    names = [fence.directive if (fence := found.fence_at(number)) else "" for number in range(1, 8)]
    assert names == ["", "note", "talk", "talk", "talk", "note", "note"]


def test_prose_has_neither_code_nor_comments_and_keeps_its_columns():
    found = page("---\na: b\n---\nc `d` <!-- e --> f\n\n```\ng\n```\n\n    h\n")
    assert [(number, line) for number, line in found.prose() if line.strip()] == [
        (4, "c                f")
    ]


PIECES = st.sampled_from(
    [
        *("```", "````{note}", ":::{talk} A", "::::", "~~~", "    ", "> ", "- ", "| a |", "|--|"),
        *("<!--", "-->", "`", "``", "% a", "$$", "a", "", "---", "[^1]: ", ": a", ":b: c", "\t"),
    ]
)


@given(st.lists(st.lists(PIECES).map("".join)))
@example(["> ```", "a"])
@example(["- a", "\t````{note}", "\t% b"])
def test_no_page_breaks_the_reader(lines):
    found = Page(lines or [""])
    assert found.without_comments().count("\n") == found.text.count("\n")
    for fence in found.fences:
        assert 1 <= fence.first <= fence.last <= len(found.lines)
        assert found.lines[fence.first - 1][fence.column - 1 :].startswith(fence.mark)
    for start, end in found.comments:
        assert 0 <= start < end <= len(found.text)
        assert found.text.startswith(("<!--", "%"), start)
    ends = [0, *(end for _start, end in found.comments)]
    assert all(start >= end for (start, _), end in zip(found.comments, ends, strict=False))


def test_a_page_is_read_by_the_rules_of_myst():
    """MyST's parser brings Sphinx; if this fails, it has learned what ours has not."""
    config = MdParserConfig(
        **{
            name.removeprefix("myst_"): value
            for name, value in MYST.items()
            if name != "myst_disable_syntax"
        },
        disable_syntax=["html_block", "html_inline"],
    )
    theirs = create_md_parser(config, RendererHTML).get_active_rules()["block"]
    ours = block_parser().get_active_rules()["block"]
    assert [rule for rule in ours if rule != "comment"] == theirs


LONG = [
    *("```\n", "```a\n", ":::{a}\n", "<!--\n", "<!-- a -->", "<!-- a -->\n", "a <!--\n\n"),
    *("<!--\n\n-->\n\n", "`", "` `` ", "{", "[", "> ", "- ", "| a ", "|--", "% a\n", "\\`"),
    *("<a:", "- <!--\n", "a\n", "    a\n", "$$\n", "<!-- ` -->\n", "-->", ":a: b\n", "\n"),
]


@pytest.mark.parametrize("unit", LONG, ids=repr)
def test_the_time_to_read_a_page_is_that_of_its_length(unit):
    """A reader that is not linear in the text would not end here."""
    found = page(unit * (2**16 // len(unit)))
    assert len(found.fences) + len(found.comments) <= len(found.text)
