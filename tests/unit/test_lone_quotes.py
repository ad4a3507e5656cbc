"""Straight marks at numbers: what is no quotation mark is none in any language."""

from __future__ import annotations

import pytest

from sphinx_cv.document.lone_quotes import with_lone_quotes


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Exposé (90')", "Exposé (90’)"),
        ("a talk, 45'.", "a talk, 45’."),
        ("'yes (45')'", "'yes (45’)'"),
        ('a disk of 12"', "a disk of 12”"),
        ("in '90 and the '80s", "in ’90 and the ’80s"),
        # These quote.
        ("'in 1990'", "'in 1990'"),
        ('("in 1990")', '("in 1990")'),
        ("'90'", "'90'"),
        ("Ada's 'top 5' and 5'", "Ada's 'top 5' and 5’"),
        ("no numbers' ' here", "no numbers' ' here"),
    ],
)
def test_a_mark_at_a_number_is_no_quotation_mark(text: str, shown: str) -> None:
    assert with_lone_quotes(text) == shown


def test_a_long_text_is_read_in_time() -> None:
    text = "'a (1 " * 100_000 + "b " * 200 + "5'"
    assert with_lone_quotes(text) == text[:-1] + "’"
