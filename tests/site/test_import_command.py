"""What the command says and does around an import: folders, languages, translations, the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from sphinx_cv.cli.main import main
from texts_by_language import ENGLISH, FRENCH

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)

    def run_import(*words: str, code: int = 0) -> str:
        shown = CliRunner().invoke(main, ["import", *words], catch_exceptions=False)
        assert shown.exit_code == code, shown.output
        return " ".join(shown.output.split()) if code else shown.output

    return run_import


def _cv(path: Path, text: str, more: str = "") -> None:
    path.parent.mkdir(exist_ok=True)
    entry = rf"\cventry{{2014--2020}}{{Weaver}}{{Mill}}{{Ulm}}{{}}{{{text}}}"
    head = r"\documentclass{moderncv}\name{Ada}{King}\email{a@king.org}\mobile{+49 731 123}"
    path.write_text(
        rf"{head}\begin{{document}}\section{{Work}}{entry}{more}\end{{document}}", "utf-8"
    )


def test_a_folder_that_is_no_cv_is_told_with_another(run, tmp_path):
    _cv(tmp_path / "my-cv/cv.tex", ENGLISH)
    said = run("my-cv/cv.tex", code=2)
    assert '"my-cv" is not empty, and has no conf.py of a CV: name a new folder' in said
    assert "--into my-cv-site" in said
    (tmp_path / "my-cv-site").mkdir()
    assert "--into my-cv-2" in run("my-cv/cv.tex", code=2)


def test_the_end_says_what_to_read_and_the_start_what_was_taken(run, tmp_path):
    _cv(tmp_path / "cv.tex", ENGLISH, r"\section{Publications}\cvlistitem{King. Looms.}")
    said = run("cv.tex", "--into", "site")
    assert "taken: 3 facts of the profile: name, email, phone\n" in said
    told = [line for line in said.partition("\n\n")[0].splitlines() if line[:6] != "taken:"]
    looks = sum(line.startswith("look at: ") for line in told)
    assert looks
    assert f"Read the lines above first: {len(told)} lines, {looks} to look at." in said
    assert said.endswith("\n    cd site\n    sphinx-cv build\n\n")


def test_two_languages_are_not_one_cv(run, tmp_path):
    _cv(tmp_path / "en.tex", ENGLISH)
    _cv(tmp_path / "fr.tex", FRENCH)
    said = run("en.tex", "fr.tex", "--into", "site", code=2)
    assert '"en.tex" is in English and "fr.tex" in French: import one' in said
    assert not (tmp_path / "site").exists()
    run("en.tex", "--into", "site")
    again = run("fr.tex", "--into", "site")
    assert "look at: language: what you import is in French, your CV in English" in again


def test_an_entry_added_to_a_translated_cv_has_no_answers(run, tmp_path):
    _cv(tmp_path / "cv.tex", ENGLISH, r"\section{Skills}\cvlistitem{Weaving}\cvlistitem{Dyeing}")
    run("cv.tex", "--into", "site")
    conf = tmp_path / "site/conf.py"
    conf.write_text(conf.read_text("utf-8") + 'cv_languages = {"fr": "Français"}\n', "utf-8")
    before = (tmp_path / "site/sections/work.md").read_text("utf-8")
    more = r"\cventry{2012}{Intern}{Loom Works}{Geneva}{}{Carding.}"
    _cv(tmp_path / "cv.tex", ENGLISH, rf"{more}\section{{Skills}}\cvlistitem{{Carding}}")
    said = run("cv.tex", "--into", "site")
    assert 'look at: 5 texts without a translation: "sphinx-cv translations"\n' in said
    added = (tmp_path / "site/sections/work.md").read_text("utf-8").removeprefix(before)
    assert added.startswith("\n```{cv-entry} Intern\n:organization: Loom Works\n")
    assert "silence" not in added
    skills = (tmp_path / "site/sections/skills.md").read_text("utf-8")
    assert skills == "# Skills\n\n- Weaving\n- Dyeing\n- Carding\n"
