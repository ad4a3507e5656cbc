"""First lines of blocks that look like those of directives, and are not read as such."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from helpers import write
from sphinx_cv.checker.project import check

if TYPE_CHECKING:
    from pathlib import Path

CONF = 'extensions = ["sphinx_cv"]\ncv_profile = {"name": "Ada Lovelace"}\n'


@pytest.mark.parametrize("mark", ["```", ":::", "````"])
@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("{talk}Kea", "{talk} Kea"),
        ("{cv-entry}Foo bar", "{cv-entry} Foo bar"),
        ("{publication-list}x", "{publication-list} x"),
        ("{note}Hello", "{note} Hello"),
        ("{ talk } Kea", "{talk} Kea"),
        ("{cv-lines }", "{cv-lines}"),
        ("cv-entry Foo", "{cv-entry} Foo"),
        ("talk Kea", "{talk} Kea"),
    ],
)
def test_a_directive_that_is_not_read_is_told_once(
    tmp_path: Path, mark: str, written: str, meant: str
) -> None:
    page = f"# Ada\n\n{mark}{written}\n:event: ICML\n{mark}\n"
    write(tmp_path, {"conf.py": CONF, "index.md": page})
    [finding] = check(tmp_path)
    assert finding.code == "cv.fence"
    assert (finding.line, finding.column) == (3, len(mark) + 1)
    assert finding.message == f'"{written}" is not read as a directive: write "{meant}"'


def test_what_is_sound_is_silent(tmp_path: Path) -> None:
    page = (
        "# Ada\n\n```{note} Hello\n```\n\n```python\ntalk = 1\n```\n\n"
        "````md\n```{talk}Kea\n```\n````\n\n:::{note}\nx\n:::\n"
    )
    write(tmp_path, {"conf.py": CONF, "index.md": page})
    assert check(tmp_path) == []
