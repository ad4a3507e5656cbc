"""``python -m sphinx_cv``: silence where nothing is wrong, its exit code, and what it leaves alone."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

from helpers import ROOT, run, write
from sphinx_cv.checker.cli import print_findings


@pytest.mark.parametrize(("is_terminal", "told"), [(True, "No errors, no notes.\n"), (False, "")])
def test_a_sound_cv_is_one_line_for_a_person_and_silence_for_a_program(
    project: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    is_terminal: bool,
    told: str,
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: is_terminal)
    assert print_findings(project) == 0
    assert tuple(capsys.readouterr()) == ("", told)


def test_this_cv_is_sound() -> None:
    done = run(sys.executable, "-m", "sphinx_cv", cwd=ROOT, env={"PYTHONPATH": str(ROOT / "_ext")})
    assert (done.stdout, done.stderr) == ("", "")


def test_nothing_is_written(project: Path) -> None:
    before = sorted(project.rglob("*"))
    print_findings(project)
    assert sorted(project.rglob("*")) == before


NOTE = "# Ada\n\n```{talk} T\n:event: E\n:date: 1843\n```\n\n"


@pytest.mark.parametrize(
    ("page", "code", "last"),
    [
        ("# Ada\n", 0, ""),
        (NOTE + NOTE[7:], 0, "0 errors, 1 note"),
        ("# Ada\n\n{cv:talk}`x`\n", 1, "1 error, 0 notes"),
    ],
)
def test_the_exit_code_counts_errors_alone(
    page: str, code: int, last: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, {"index.md": page})
    assert print_findings(project) == code
    assert capsys.readouterr().out.rpartition("]\n")[2].split("\n")[-2:][0] == last


def test_a_check_whose_output_is_read_no_more_ends_quietly() -> None:
    # More than a pipe holds, so that the check meets its end.
    folder = ROOT / "tests/data/faulty"
    program = f"{sys.executable} -m sphinx_cv check {folder} | head -n 1"
    done = run("bash", "-c", program, env={"PYTHONPATH": str(ROOT / "_ext")})
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == ""


def test_a_check_changes_nothing_of_the_process() -> None:
    before = signal.getsignal(signal.SIGPIPE)
    print_findings(ROOT / "tests/data/sound/one")
    assert signal.getsignal(signal.SIGPIPE) is before
