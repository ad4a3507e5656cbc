"""Where long words of print may end a line."""

from __future__ import annotations

import pytest

from sphinx_cv.print.long_words import parts_of


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
