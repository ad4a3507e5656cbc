"""The codes of languages: what is none, and which was meant."""

from __future__ import annotations

import pytest

from sphinx_cv.model.languages import code_problem, lookup, meant_code

MEANT = {
    "sr@latin": "sr_Latn",
    "sr_RS@latin": "sr_Latn_RS",
    "uz@cyrillic": "uz_Cyrl",
    "ca@valencia": "ca",
    "de@euro": "de",
    "en_US.UTF-8": "en_US",
    "pt-br": "pt_BR",
    "english": "en",
    "Deutsch": "de",
    "": "en",
    " ": "en",
    "C": "en",
    "a\0": "en",
    "\ud800": "en",
    "x" * 900: "en",
}


@pytest.mark.parametrize("code", MEANT)
def test_what_is_no_code_is_told_with_the_one_that_was_meant(code: str) -> None:
    assert code_problem(code)
    assert meant_code(code) == MEANT[code]
    assert code_problem(MEANT[code]) == ""


@pytest.mark.parametrize(
    ("code", "codes"),
    [
        ("en", ["en"]),
        ("pt_BR", ["pt_BR", "pt"]),
        ("zh_Hant_TW", ["zh_Hant_TW", "zh_Hant", "zh"]),
    ],
)
def test_texts_are_looked_for_in_a_language_without_its_territory_as_well(
    code: str, codes: list[str]
) -> None:
    assert lookup(code) == codes
