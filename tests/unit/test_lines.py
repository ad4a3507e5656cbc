"""Which lines of a source MyST means by those that it tells of."""

import pytest

from sphinx_cv.source.line_corrections import line_corrections
from sphinx_cv.source.markdown import Page


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", {}),
        (":::{note}\ntext\n:::", {}),
        ("::::{note}\n\n:::{talk}\n:::\n::::", {}),
        ("::::{note}\n:class: x\n:::{talk}\n:::\n::::", {}),
        ("::::{note}\n:::{talk}\nx\n:::\n::::\nx", {3: 2, 4: 3, 5: 4, 6: 5}),
        (":::::{a}\n::::{b}\n:::{c}\n:::\n::::\n:::::", {3: 2, 5: 3, 6: 4, 7: 6}),
        ("> ::::{note}\n> :::{talk}\n> :::\n> ::::", {3: 2, 4: 3, 5: 4}),
        ("- ::::{note}\n  :::{talk}\n  :::\n  ::::", {3: 2, 4: 3, 5: 4}),
        # No directive, no Markdown.
        ("::::\n:::{talk}\n:::\n::::", {}),
        ("```{note}\n:::{talk}\n:::\n```", {}),
        ("```\n::::{note}\n:::{talk}\n```\nx", {}),
        ("```{code} md\n::::{note}\n:::{talk}\n```\nx", {}),
    ],
)
def test_a_block_at_the_top_of_another_moves_its_lines(text, told):
    assert line_corrections(Page(text.split("\n"))) == told
