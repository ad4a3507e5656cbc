"""The language of an imported CV: that of its text, and the words that we add are in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_cv.importer.formats import rendercv
from sphinx_cv.importer.project.write import files_of
from sphinx_cv.importer.reading.dates import options_of
from sphinx_cv.importer.reading.languages import language_of_text
from sphinx_cv.importer.sources import read_source
from texts_by_language import ENGLISH, FRENCH, GERMAN

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (FRENCH, "fr"),
        (GERMAN, "de"),
        (ENGLISH, "en"),
        ("Разработка и проектирование в Москве с командой из трёх человек для завода и на порту; "
         "от идеи до сдачи, как руководитель, и по договору с городом, в 2014", "ru"),
        ("大学の研究室で機械の設計を担当しました。", "ja"),
        ("在大学的实验室负责机器的设计。", "zh_CN"),
        # Names and half of another language say nothing.
        ("Universidad de la Plata, de la Vega", ""),
        (f"{GERMAN} {ENGLISH}", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_a_text_says_its_language_where_it_is_clear(text, language):
    assert language_of_text(text) == language


def _read(tmp_path: Path, text: str, setup: str = "") -> tuple[dict[str, str], list]:
    path = tmp_path / "cv.tex"
    entry = rf"\cventry{{2014--2020}}{{Tisserand}}{{Atelier}}{{}}{{}}{{{text}}}"
    head = rf"\documentclass{{moderncv}}{setup}\name{{Ada}}{{King}}\begin{{document}}"
    path.write_text(rf"{head}\section{{Emploi}}{entry}\bibliography{{p}}\end{{document}}", "utf-8")
    (tmp_path / "p.bib").write_text("@article{a, title={B}, year=2020}", "utf-8")
    draft = read_source(path)
    return files_of(draft), draft.report


def test_the_language_is_that_of_the_text_and_so_are_our_words(tmp_path):
    files, report = _read(tmp_path, FRENCH, r"\usepackage[french,english]{babel}")
    assert 'language = "fr"' in files["conf.py"]
    assert "## Actualités\n" in files["index.md"]
    assert "Latest" not in files["index.md"]
    assert ("language", "changed: French, by its text") in report


def test_our_words_are_those_of_any_language(tmp_path):
    files, report = _read(tmp_path, GERMAN, r"\usepackage[ngerman]{babel}")
    assert "## Neuestes\n" in files["index.md"]
    assert "# Veröffentlichungen\n" in files["sections/veroffentlichungen.md"]
    assert not [place for place, _words in report if place == "language"]


def test_a_text_in_another_language_than_its_settings_say_is_told(tmp_path):
    files, report = _read(tmp_path, FRENCH, r"\usepackage[ngerman]{babel}")
    assert 'language = "fr"' in files["conf.py"]
    assert ("language", "changed: French, by its text, not German") in report


@pytest.mark.parametrize(
    "typed",
    ["2014 à 2016", "2014 hasta 2016", "2014 até 2016", "2014 tot 2016", "2014 bis 2016"],
)
def test_a_range_in_the_words_of_other_languages(typed):
    assert options_of(date=typed) == ({"start": "2014", "end": "2016"}, "")


@pytest.mark.parametrize(
    "now", ["présent", "en cours", "actualmente", "oggi", "atual", "hoje", "heden", "laufend"]
)
def test_now_in_the_words_of_other_languages(now):
    assert options_of(date=f"2014 – {now}") == ({"start": "2014", "end": "present"}, "")


def test_a_cv_is_in_the_language_of_its_locale():
    cv = {"cv": {"name": "Ada"}, "locale": {"language": "german"}}
    assert (rendercv.read(cv).language, rendercv.read({"cv": {"name": "Ada"}}).language) == (
        "de",
        "",
    )
