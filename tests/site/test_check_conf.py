"""The check of conf.py: settings of a wrong type or name, and files that are not there."""

from __future__ import annotations

from pathlib import Path

import pytest
from checking import BIB, CONF, check, places

from helpers import write
from sphinx_cv.checker.cli import print_findings

SETTINGS = {
    "cv_today = 2024": ["conf.py:4:12 2024"],
    'cv_today = "soon"': ["conf.py:4:13 soon"],
    "cv_pdf = None": ["conf.py:4:10 None"],
    'cv_tody = "2024"': ["conf.py:4:1 cv_tody"],
    'languge = "fr"': ["conf.py:4:1 languge"],
    'extension = ["myst_nb"]': ["conf.py:4:1 extension"],
    'exclude_pattern = ["x"]; exclude_patterns = exclude_pattern': [],
    'cv_publication_pages = "yes"': ["conf.py:4:25 yes"],
    'cv_profile = {"name": "A", "photo": "a.png"}': ["conf.py:4:38 a.png"],
    "cv_dir = 3": ["conf.py:4:1 cv_dir"],
    'cv_dir = "own.bib"; bibtex_bibfiles = [cv_dir.replace("own", "refs")]': [],
    "cv2 = 3": [],
    'bibtex_bibfiles = "refs.bib"': ["conf.py:4:20 refs.bib"],
    'bibtex_bibfiles = ["refs.bib", 3]': ["conf.py:4:21 refs.bib"],
    "bibtex_bibfiles = 3": ["conf.py:4:1 bibtex_bibfiles = 3"],
    'bibtex_bibfiles = ("refs.bib",)': [],
    "cv_profile = None": ["conf.py:4:1 cv_profile = None"],
    "cv_profile = {3: 1}": ["conf.py:4:1 cv_profile = {3: 1}", "conf.py:4:15 3"],
    'cv_profile = {"name": 3}': ["conf.py:4:16 name"],
    'cv_profile = {"name": "A", "private": 5}': ["conf.py:4:29 private"],
    'cv_profile = {"name": "A", "private": [None]}': ["conf.py:4:40 None"],
    'cv_profile = {"name": "A", "phone": "A", "private": ["phone"]}': [],
}


@pytest.mark.parametrize("setting", SETTINGS)
def test_a_setting_of_a_wrong_type_or_name_is_told(
    setting: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, {"conf.py": f"{CONF}{setting}\n", "index.md": "# A\n\nA text of an A.\n"})
    assert [place for place, _rule in check(project, capsys)] == SETTINGS[setting]


def test_a_missing_bib_file_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "refs.bib").unlink()
    conf = project / "conf.py"
    files = "bibtex_bibfiles = [\n    'refs.bib',\n    'paper.bib',\n]\n"
    write(project, {"conf.py": f"{conf.read_text('utf-8')}{files}", "papers.bib": BIB})
    print_findings(project)
    printed = capsys.readouterr().out
    assert '"paper.bib" is not a file beside conf.py. Did you mean "papers.bib"?' in printed
    assert places(printed) == [
        ("conf.py:5:6 refs.bib", "cv.bibliography"),
        ("conf.py:6:6 paper.bib", "cv.bibliography"),
    ]
