"""References in French, and French titles in references of other languages: colons and quotes."""

from __future__ import annotations

import pytest
from pybtex.database import parse_string

from sphinx_cv.bibliography.reference.style import Reference, References, title_of
from sphinx_cv.model.options.references import ReferenceOptions


def reference(fields: str, language: str, titles: str = "plain") -> str:
    typed = f"@article{{a, {fields}, journal = {{Revue}}, year = 2020}}"
    entry = parse_string(typed, "bibtex").entries["a"]
    options = ReferenceOptions(titles=titles)
    return str(Reference(entry, References(options, language)).text()).replace("\u00a0", "~")


@pytest.mark.parametrize(
    ("fields", "french", "english"),
    [
        ("title = {Le métier}, subtitle = {essai}", "métier~: essai", "métier: essai"),
        ("title = {Qui ?}, subtitle = {essai}", "Qui~? essai", "Qui? essai"),
        # What is typed stays.
        ("title = {Le métier: essai}", "métier: essai", "métier: essai"),
        # A title has the colon of its own language.
        (
            "title = {The loom}, subtitle = {an essay}, langid = {english}",
            "loom: an essay",
            "loom: an essay",
        ),
        (
            "title = {Le métier}, subtitle = {essai}, langid = {french}",
            "métier~: essai",
            "métier~: essai",
        ),
    ],
)
def test_a_subtitle_has_the_colon_of_its_language(fields: str, french: str, english: str) -> None:
    assert french in reference(fields, "fr")
    assert french in reference(fields, "fr_CA")
    assert english in reference(fields, "en")


@pytest.mark.parametrize(
    "typed", ["Le « beau » métier", "Le «beau» métier", r"Le \og beau\fg{} métier"]
)
def test_quotes_within_quotes_bring_no_spaces(typed: str) -> None:
    assert "«~Le “beau” métier~»" in reference(f"title = {{{typed}}}", "fr", "quoted")
    assert "“Le ‘beau’ métier.”" in reference(f"title = {{{typed}}}", "en", "quoted")


def test_programs_read_a_plain_colon() -> None:
    typed = "@misc{a, title = {Le métier}, subtitle = {essai}, langid = {french}}"
    assert str(title_of(parse_string(typed, "bibtex").entries["a"])) == "Le métier: essai"
