"""Publications that are on no page: the check says so, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_cv.checker.project import check

if TYPE_CHECKING:
    from pathlib import Path

CONF = 'extensions = ["sphinx_cv"]\ncv_profile = {"name": "Ada King"}\n'
BIB = """
@article{one, author = {King, Ada}, title = {Looms}, journal = {J}, year = 1843}
@article{two, author = {King, Ada}, title = {Wheels}, journal = {J}, year = 1844}
"""
SILENT = "title = {Looms}, silence = {unlisted, it is a draft}"
LIST = '```{publication-list}\n:filter: title % "none"\n```\n'


@pytest.mark.parametrize(
    ("page", "bib", "told"),
    [
        ("", BIB, [(2, "2 publications are on no page")]),
        ("", BIB.replace("title = {Looms}", SILENT), [(3, 'publication "two" is on no page')]),
        ("", "", []),
        # A list may have none of them by choice.
        (LIST, BIB, []),
        ("```{publication-list}\n```\n", BIB, []),
    ],
)
def test_publications_that_are_on_no_page_are_told_once(page, bib, told, tmp_path: Path) -> None:
    for name, text in {"conf.py": CONF, "index.md": f"# Ada\n\n{page}", "refs.bib": bib}.items():
        (tmp_path / name).write_text(text, "utf-8")
    found = [one for one in check(tmp_path) if one.subtype == "unlisted"]
    assert [(one.line, one.message.partition(":")[0]) for one in found] == told
    assert all(one.note for one in found)
