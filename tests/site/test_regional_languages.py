"""A language with a territory, whose texts are those of the language where it has no own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from helpers import PROFILE, write
from sphinx_cv.cli.main import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from helpers import Built

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
CATALOG = f'{HEAD}msgid "Looms"\nmsgstr "%s"\n\nmsgid "Ada"\nmsgstr "Ada"\n'
PAGE = "# Ada\n\nLooms\n"
HEADER = "# Ada\n\n```{cv-header}\n```\n"


@pytest.mark.parametrize(
    ("language", "texts", "shown"),
    [
        ("en_GB", {"en": "Reader", "fr": "Lectrice"}, "Reader"),
        ("en_GB", {"en": "Reader", "en_GB": "Lecturer", "fr": "Lectrice"}, "Lecturer"),
        ("fr_CH", {"fr": "Lectrice"}, "Lectrice"),
    ],
)
def test_the_profile_has_the_texts_of_the_language(site, language, texts, shown):
    others = {"fr": "Français"} if "fr" in texts and language != "fr_CH" else {}
    profile = PROFILE | {"position": texts}
    built = site(HEADER, language=language, cv_languages=others, cv_profile=profile, cv_pdf="")
    assert [line for line in built.warnings if "cv_profile" in line] == []
    assert built.article().find(class_="cv-header-line").get_text() == shown


def test_a_language_that_no_territory_belongs_to_is_told_still(site):
    profile = PROFILE | {"position": {"en_GB": "Reader", "de": "Lektorin"}}
    warnings = site(HEADER, language="en", cv_profile=profile, cv_pdf="").warnings
    assert sum("which is not in cv_languages" in line for line in warnings) == 2
    assert any('no text in "en": that in "en_GB" is shown' in line for line in warnings)


def test_a_page_has_the_translations_of_the_language(site: Callable[..., Built]) -> None:
    files = {"index.md": PAGE, "locales/fr/LC_MESSAGES/cv.po": CATALOG % "Métiers"}
    built = site(files, language="en", cv_languages={"fr_CH": "Français"}, cv_pdf="")
    assert built.warnings == []
    assert "Métiers" in built.article("fr-ch/index.html").get_text()
    own = files | {"locales/fr_CH/LC_MESSAGES/cv.po": CATALOG % "Métiers suisses"}
    built = site(own, language="en", cv_languages={"fr_CH": "Français"}, cv_pdf="")
    assert "Métiers suisses" in built.article("fr-ch/index.html").get_text()


def test_a_page_depends_on_the_translations_that_it_has(site: Callable[..., Built]) -> None:
    files = {"index.md": PAGE, "locales/pt/LC_MESSAGES/cv.po": CATALOG % "Teares"}
    built = site(files, language="pt_BR", cv_pdf="")
    assert "Teares" in built.article().get_text()
    # As the next build asks.
    built.app.env.find_files(built.app.config, built.app.builder)
    (name,) = built.app.env.dependencies["index"]
    assert str(name).endswith("pt_BR/LC_MESSAGES/cv.mo")


def test_the_command_updates_the_file_that_is_read(tmp_path: Path) -> None:
    conf = (
        'extensions = ["sphinx_cv"]\nlanguage = "en"\n'
        'cv_languages = {"fr_CH": "Français", "fr": "F", "pt_BR": "Português"}\n'
        'cv_profile = {"name": "Ada"}\n'
    )
    name = "locales/fr/LC_MESSAGES/cv.po"
    write(tmp_path, {"conf.py": conf, "index.md": PAGE, name: CATALOG % "Métiers"})
    told = CliRunner().invoke(main, ["translations", str(tmp_path)]).output
    assert told.splitlines() == [
        f"{name}: 2 of 2 texts are translated",
        "locales/pt_BR/LC_MESSAGES/cv.po: 0 of 2 texts are translated",
    ]
    assert '"Language: fr\\n"' in (tmp_path / name).read_text("utf-8")
