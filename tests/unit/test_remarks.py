"""Comments that a page does not show."""

from __future__ import annotations

import pytest

from sphinx_cv.document.comments import without_remarks


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a <!-- b --> c <!-- d -->", "a  c "),
        ("<!-- a\n\nb -->\nc", "\n\n\nc"),
        (
            "```{talk} A <!-- b -->\n:event: C\n\n<!-- d -->\n```",
            "```{talk} A \n:event: C\n\n\n```",
        ),
        ("<!-- `a` -->b", "b"),
        ("<!--\n```\na\n```\n-->b", "\n\n\n\nb"),
    ],
)
def test_a_comment_is_left_out(text: str, left: str) -> None:
    assert without_remarks(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "`<!-- a -->`",
        "```\n<!-- a -->\n```",
        "```html\n<!-- a -->\n```\n\nb",
        "a <!-- b",
        "a --> b <!- c ->",
        "$a <!b$",
    ],
)
def test_code_and_what_is_no_comment_stay(text: str) -> None:
    assert without_remarks(text) == text
