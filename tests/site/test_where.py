"""``docs/where.md``: each row of "Where does it go?" has an example, and every example builds."""

from __future__ import annotations

import ast
import re

import pytest

from helpers import BIB, ROOT

TEXT = (ROOT / "docs/where.md").read_text("utf-8")
ROWS = re.findall(r"^\| \[([^\]]+)\]\(#([^)]+)\)", TEXT, re.MULTILINE)
SECTIONS = re.split(r"^## ", TEXT, flags=re.MULTILINE)[1:]
EXAMPLES = {
    section.partition("\n")[0]: re.search(
        r"^(`{4,})md\n(.*?)^\1$", section, re.DOTALL | re.MULTILINE
    )
    for section in SECTIONS
}
PAPERS = (
    BIB
    + "@patent{loom, author = {Lovelace, Ada}, title = {A Loom}, number = {1}, year = {1844}}\n"
    + "@music{waltz, author = {Lovelace, Ada}, title = {A Waltz}, year = {1846}}\n"
    + "@unpublished{next, author = {Lovelace, Ada}, title = {More}, note = {Draft}, year = {1845}}\n"
)


def test_each_row_leads_to_an_example():
    assert [name for name, _anchor in ROWS] == [*EXAMPLES]
    assert all(anchor == name.lower().replace(" ", "-") for name, anchor in ROWS)
    assert all(EXAMPLES.values())


@pytest.mark.parametrize("builder", ["html", "latex", "text"])
def test_every_example_builds_without_a_warning(site, builder):
    pages = {
        f"p{number}.md": f"# {name}\n\n{example[2]}"
        for number, (name, example) in enumerate(EXAMPLES.items())
        if example
    }
    top = "# Ada\n\n```{toctree}\n" + "".join(f"p{n}\n" for n in range(len(pages))) + "```\n"
    files = {"index.md": top, "refs.bib": PAPERS, **pages}
    kinds = ast.literal_eval(TEXT.partition("`cv_kinds = ")[2].partition("`")[0])
    conf = {"cv_today": "2026-01", "cv_show_private": False, "cv_kinds": kinds}
    assert site(files, builder, **conf).warnings == []
