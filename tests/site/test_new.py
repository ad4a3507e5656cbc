"""A new CV builds without a warning; the checker says which words are the author's to replace."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from helpers import sphinx_build, write
from sphinx_cv.checker.project import check
from sphinx_cv.cli.new import HEADINGS, template

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("new")
    write(folder, template(name="Zoë O'Brien & Co_x", language="en"))
    # What is no page of the CV, though it is Markdown.
    write(folder, {".venv/lib/x.md": "# X\n", "node_modules/y/README.md": "# Y\n"})
    write(folder, {"LICENSE.md": "# MIT\n", "sections/README.md": "# Notes\n"})
    return folder


def test_its_first_build_is_clean(new: Path, tmp_path: Path) -> None:
    sphinx_build("html", tmp_path, source=new)
    pages = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.html")}
    assert pages == {
        *("404.html", "cv.html", "index.html", "search.html"),
        *(f"sections/{path.stem}.html" for path in (new / "sections").glob("[a-z]*.md")),
    }
    assert "Zoë O'Brien &amp; Co_x" in (tmp_path / "sections/publications.html").read_text("utf-8")


def test_the_checker_says_what_is_a_placeholder(new: Path) -> None:
    found = check(new)
    assert {finding.subtype for finding in found} == {"placeholder"}
    assert {finding.place.rpartition("/")[2] for finding in found} >= {"conf.py", "talks.md"}


def test_a_file_that_conf_py_names_is_a_page(site) -> None:
    page = {"index.md": "# Ada\n\n```{toctree}\nREADME\n```\n", "README.md": "# More\n\nText\n"}
    patterns = ["index.md", "README.md"]
    assert site(page, include_patterns=patterns).page("README.html").find("h1")


def test_the_headings_are_in_its_language() -> None:
    texts = template(name="Ada", language="fr")
    heads = {path: text.count("# ") for path, text in texts.items() if path.endswith(".md")}
    assert "# Formation\n" in texts["sections/education.md"]
    assert "Selected" not in texts["index.md"]
    assert "[Toutes les publications →](sections/publications.md)" in texts["index.md"]
    assert heads == {
        path: text.count("# ")
        for path, text in template(name="Ada", language="en").items()
        if path.endswith(".md")
    }
    assert "←](sections/talks.md)" in template(name="Ada", language="he")["index.md"]


@pytest.mark.parametrize("language", ["en_GB", "en_US", "eu", "sr_Latn"])
def test_the_headings_stay_where_there_are_no_words_in_its_language(language: str) -> None:
    texts, english = (template(name="Ada", language=code) for code in (language, "en"))
    assert f'language = "{language}"' in texts["conf.py"]
    assert {**texts, "conf.py": ""} == {**english, "conf.py": ""}


@pytest.mark.parametrize("language", ["pt_BR", "pt_PT", "de_AT"])
def test_a_country_of_a_language_has_its_words(language: str) -> None:
    assert "Positions" not in str(template(name="Ada", language=language))


def test_every_heading_of_the_template_has_words_in_other_languages() -> None:
    pages = template(name="Ada", language="en")
    heads = {
        line.lstrip("# ")
        for path, text in pages.items()
        if path.startswith("sections/") or path == "index.md"
        for line in text.splitlines()
        if line.startswith("#")
    }
    assert heads - {"Ada"} == {*HEADINGS}
