"""Where a missing translation is told: at the text itself, and not at the same words elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.messages.pofile import read_po
from click.testing import CliRunner

from helpers import write
from sphinx_cv.checker.project import check
from sphinx_cv.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

CONF = """extensions = ["sphinx_cv"]
language = "en"
cv_languages = {"fr": "Français"}
cv_profile = {"name": "Ada Lovelace"}
"""
PAGE = """# Ada

The Artist chairs.

```{cv-entry} Chair of Arts
:kind: grant
:organization: Arts
:degree: degree
:role: Chair
:amount: EUR 8000
:number: 101055120
:with: Ann Lee, Ann
:date: 2020
```

```{cv-entry} Calculus
:kind: teaching
:students: 60
```

```{cv-lines}
:kind: committee
2019 | Chairs | Chai | Art
2020 | Art of looms | Loom | role=Art of
```
"""
PLACES = {
    "Ada": (1, 3),
    "The Artist chairs.": (3, 1),
    "Chair of Arts": (5, 15),
    "Arts": (7, 16),
    "degree": (8, 10),
    "Chair": (9, 8),
    "Ann Lee": (12, 8),
    "Ann": (12, 17),
    "Calculus": (16, 15),
    "Chairs": (23, 8),
    "Chai": (23, 17),
    "Art": (23, 24),
    "Art of looms": (24, 8),
    "Loom": (24, 23),
    "Art of": (24, 35),
}


def test_each_text_is_told_where_it_is_written(tmp_path: Path) -> None:
    write(tmp_path, {"conf.py": CONF, "index.md": PAGE})
    found = {
        finding.message.split('"')[1]: (finding.line, finding.column)
        for finding in check(tmp_path)
        if finding.code == "cv.translation"
    }
    assert found == PLACES


def test_what_has_no_letters_or_is_ours_is_not_offered(tmp_path: Path) -> None:
    write(tmp_path, {"conf.py": CONF, "index.md": PAGE})
    CliRunner().invoke(main, ["translations", str(tmp_path)])
    with (tmp_path / "locales/fr/LC_MESSAGES/cv.po").open("rb") as file:
        assert {message.id for message in read_po(file) if message.id} == {*PLACES}


def test_an_amount_is_that_of_the_language(tmp_path: Path) -> None:
    write(tmp_path, {"conf.py": CONF, "index.md": PAGE})
    assert CliRunner().invoke(main, ["build", str(tmp_path)]).exit_code == 0
    page = (tmp_path / "_build/html/fr/index.html").read_text("utf-8")
    assert "8 000 €" in page.replace("\N{NO-BREAK SPACE}", " ")
    assert "60 étudiants" in page
