"""A sound project, and what the check says of one: each place with what is marked there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sphinx_cv.checker.cli import print_findings

CONF = """extensions = ["sphinx_cv"]
cv_today = "2024-06-30"
cv_profile = {"name": "Ada Lovelace"}
"""
BIB = (
    "@article{a, author = {Lovelace, Ada}, title = {T}, journal = {J}, year = {1843},\n"
    "  silence = {unlisted, these tests are about other things}}\n"
)


def places(text: str) -> list[tuple[str, str]]:
    """Return each finding's place with what is marked there, and its rule."""
    found = []
    lines = text.splitlines()
    for number, line in enumerate(lines):
        if match := re.match(r"(\S+:\d+:\d+): (?:error|note): .*?(?: \[([\w.]+)\])?$", line):
            source, caret = lines[number + 1], lines[number + 2]
            marked = source[caret.index("^") : caret.rindex("^") + 1]
            found.append((f"{match[1]} {marked}", match[2]))
    return found


def check(project: Path, capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str]]:
    print_findings(project)
    return places(capsys.readouterr().out)
