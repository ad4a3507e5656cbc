"""The check of a CV with every fault: each is told once, at its place, in every way of building."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from checking import places

from helpers import ROOT, sphinx_main
from sphinx_cv.checker.cli import print_findings
from sphinx_cv.model.rule_list import RULES

FAULTY = ROOT / "tests/data/faulty"


def test_the_faulty_cv_gives_what_was_reviewed_by_hand(capsys: pytest.CaptureFixture[str]) -> None:
    assert print_findings(FAULTY) == 1
    printed = capsys.readouterr()
    assert printed.out == (FAULTY / "expected.txt").read_text("utf-8")
    assert printed.err == ""


def test_the_faulty_cv_has_every_fault_that_there_is_a_rule_for() -> None:
    expected = (FAULTY / "expected.txt").read_text("utf-8")
    # A CV in several languages has tests of its own, and so have variants and one without any list of
    # publications: test_translations.py, test_variants.py and test_unlisted.py.
    wanted = set(RULES) - {"translation", "pages", "unlisted"}
    assert set(re.findall(r"\[cv\.(\w+)\]$", expected, re.MULTILINE)) == wanted


def test_no_place_of_the_faulty_cv_is_told_twice() -> None:
    expected = (FAULTY / "expected.txt").read_text("utf-8")
    heads = re.findall(r"^\S+: (?:error|note): .*$", expected, re.MULTILINE)
    assert len(heads) == len(set(heads)) > 100
    # Line and column are those of the caret.
    for place, _rule in places(expected):
        name, line, rest = place.split(":", 2)
        column, _space, marked = rest.partition(" ")
        source = (FAULTY / name).read_text("utf-8").splitlines()[int(line) - 1]
        assert source[int(column) - 1 :].startswith(marked)


def test_findings_are_the_same_in_serial_parallel_and_unchanged_builds(tmp_path: Path) -> None:
    source = tmp_path / "source"
    shutil.copytree(FAULTY, source)

    def build(out: str, jobs: str) -> list[str]:
        # It ends with an error: a private value is in public text.
        status, told = sphinx_main("-q", "-n", "-j", jobs, source, tmp_path / out)
        assert status == 1
        return sorted(told.splitlines())

    serial = build("serial", "1")
    assert build("parallel", "2") == serial
    unchanged = build("serial", "1")
    assert set(unchanged) <= set(serial)
    # What Sphinx tells only where a page is read or written.
    once = re.compile(r"\[(?!cv)[\w.]+\]$|has the name .*\[cv.reference\]$|\[cv.math\]$")
    told = [line for line in serial if re.search(r"\[cv", line) and not once.search(line)]
    assert [line for line in unchanged if re.search(r"\[cv", line) and not once.search(line)] == (
        told
    )
    assert len(told) > 80
