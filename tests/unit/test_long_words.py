"""Where long words of print may end a line."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any

import pytest
from docutils import nodes
from sphinx.util.docutils import new_document

from sphinx_cv.print.long_words import BreakLongWords, PartEndlessWords, PrintEndlessWords, parts_of


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("ada.lovelace@example.org", ["ada.lovelace@", "example.org"]),
        ("https://example.org/a/b", ["https://", "example.", "org/", "a/", "b"]),
        ("short@example.org", ["short@example.org"]),
        ("Donaudampfschifffahrtsgesellschaft", ["Donaudampfschifffahrtsgesellschaft"]),
    ],
)
def test_an_address_ends_a_line_behind_its_signs(text: str, parts: list[str]) -> None:
    assert list(parts_of(text, 18)) == parts


@pytest.mark.parametrize(
    ("transforms", "most"),
    [
        ([PrintEndlessWords, BreakLongWords], 0),
        ([BreakLongWords], 60_000),
        ([PartEndlessWords], 0),
    ],
    ids=["typst", "latex", "text"],
)
def test_a_word_without_end_has_few_parts(transforms: list[Any], most: int) -> None:
    """A writer takes the square of the number of parts, or of the length of one."""
    document = new_document("home")
    document += nodes.paragraph("", "", nodes.Text("ada " + "x" * 1_000_000 + " king"))
    document.settings.env = SimpleNamespace(config=SimpleNamespace(language="en"))
    for transform in transforms:
        transform(document).run()
    assert len(list(document.findall(nodes.Text))) <= most + 1
    shown = document.astext()
    assert shown.count("x") == 1_000_000
    if not most:
        assert max(map(len, re.split(r"[\s\u200b]", shown))) < 100
    assert shown.startswith("ada ")
    assert shown.endswith(" king")
