"""What a check or a build cannot go on from is one line, with its place and without a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest
from sphinx.cmd.build import main as build

from helpers import write
from sphinx_cv.checker.cli import print_findings

BROKEN = {
    'extensions = ["sphinx_cv"\n': (
        "conf.py:1:14: error: '[' was never closed\n"
        '    extensions = ["sphinx_cv"\n'
        "                 ^\n"
    ),
    'extensions = ["sphinx_cv"]\ncv_profile = {\n    "name": "Ada"  # me\n    "email": "a@b.c",\n}\n': (
        'conf.py:3:13: error: invalid syntax: is a comma missing behind "Ada"?\n'
        '        "name": "Ada"  # me\n'
        "                ^^^^^\n"
    ),
    'extensions = ["sphinx_cv"]\ncv_print = {"size": 11 "paper": "a4"}\n': (
        "conf.py:2:21: error: invalid syntax: is a comma missing behind 11?\n"
        '    cv_print = {"size": 11 "paper": "a4"}\n'
        "                        ^^\n"
    ),
    'extensions = ["sphinx_cv"]\nx = = 3\n': (
        "conf.py:2:5: error: invalid syntax\n    x = = 3\n        ^\n"
    ),
    "extensions = [sphinx_cv]\n": (
        "conf.py:1:15: error: NameError: name 'sphinx_cv' is not defined\n"
        "    extensions = [sphinx_cv]\n"
        "                  ^^^^^^^^^\n"
    ),
    "import sys\nsys.exit(3)\n": (
        "conf.py:2:1: error: SystemExit: 3\n    sys.exit(3)\n    ^^^^^^^^^^^\n"
    ),
    'extensions = ["sphinx_cvv"]\n': (
        "conf.py: error: Could not import extension sphinx_cvv "
        "(exception: No module named 'sphinx_cvv')\n"
    ),
    "": 'conf.py: error: write extensions = ["sphinx_cv"]\n',
    "extensions = []\n": (
        'conf.py:1:1: error: write extensions = ["sphinx_cv"]\n    extensions = []\n    ^^^^^^^^^^\n'
    ),
    'extensions = ["sphinx_cv"]\nexclude_patterns = "x"\n': (
        'conf.py: error: a setting has a wrong type: can only concatenate str (not "list") to str\n'
    ),
}


@pytest.mark.parametrize("conf", BROKEN)
def test_a_broken_conf_py_is_told_with_its_line(
    conf: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, {"conf.py": conf})
    assert print_findings(project) == 2
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", BROKEN[conf])


@pytest.mark.parametrize("folder", ["nothing", "."])
def test_where_there_is_no_project_it_says_so(
    folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert print_findings(tmp_path / folder) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1


STOPPING = {
    b"# Ada\n\nCaf\xe9\n": "index.md:3:4: error: the page is not UTF-8: save it as UTF-8",
    b"# Ada\n\n```{include} index.md\n```\n```{toctree}\nother\n```\n": (
        "index.md:1: error: the page includes itself, or is nested too deeply"
    ),
}


@pytest.mark.parametrize("page", STOPPING)
def test_a_page_that_cannot_be_read_is_told_without_a_traceback(
    page: bytes, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "index.md").write_bytes(page)
    # Pages read no files, unless the project says so.
    allow = "[general]\nfile_insertion_enabled: yes\n"
    write(project, {"other.md": "# Other\n", "docutils.conf": allow})
    assert print_findings(project) == 2
    assert capsys.readouterr().err.splitlines()[0] == STOPPING[page]


def test_a_build_that_cannot_go_on_is_as_short(
    project: Path,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    words = ["-q", "-N", str(project), str(tmp_path / "out")]
    pages = {
        "index.md": "# A\n\n```{toctree}\na\n```\n",
        "a.md": "# A\n\n```{toctree}\nindex\n```\n",
    }
    write(project, pages)
    with pytest.raises(SystemExit, match="2"):
        build(words)
    (project / "a.md").write_bytes(b"# A\n\nCaf\xe9\n")
    with pytest.raises(SystemExit, match="2"):
        build(words)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "253402300800")
    with pytest.raises(SystemExit, match="2"):
        build(words)
    assert capfd.readouterr().err.splitlines() == [
        f'{project}/a.md:4: ERROR: the toctree has "index", which has this page below it: remove it',
        f"{project}/a.md:3: ERROR: the page is not UTF-8: save it as UTF-8",
        'ERROR: SOURCE_DATE_EPOCH is "253402300800": set it to seconds since 1970, such as 1700000000',
    ]
