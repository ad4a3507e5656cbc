"""After any edits, what is built on top of an older build equals a clean one, warnings and all."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from sphinx.testing.util import SphinxTestApp
from sphinx.util.console import strip_colors
from test_builders import differing

from helpers import write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# The theme adds to the list of templates: a list of its own keeps that out of the next build,
# which would write every page again.
CONF = """templates_path = []
extensions = ["sphinx_cv"]
cv_profile = {"name": "Ada Lovelace"}
cv_today = "2024-06-30"
cv_pdf = ""
cv_publication_pages = True
"""
KINDS = ("education", "experience", "award")
SEQUENCES = 8
EDITS = 5


@dataclass
class Item:
    directive: str
    title: str
    year: int
    name: str = ""
    paper: str = ""

    def text(self) -> str:
        place = "event" if self.directive == "talk" else "organization"
        options = {place: "Royal Society", "date": self.year, "name": self.name}
        options["publication"] = self.paper
        given = "".join(f":{key}: {value}\n" for key, value in options.items() if value)
        return f"```{{{self.directive}}} {self.title}\n{given}```\n"


@dataclass
class Page:
    heading: str
    kind: str = ""
    items: list[Item] = field(default_factory=list)

    def text(self) -> str:
        top = f"---\ncv-kind: {self.kind}\n---\n\n" if self.kind else ""
        return f"{top}# {self.heading}\n\n" + "\n".join(item.text() for item in self.items)


class Project:
    """A CV that is edited at random."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.number = 0
        self.best = "paper1"
        self.part = ""
        self.code = "[machine](https://example.org/paper1)"
        self.papers = {f"paper{number}": f"On Machine Number {number}" for number in range(3)}
        self.pages = {
            "talks": Page("Talks", items=[self.item("talk") for _ in range(4)]),
            "more": Page("More talks", items=[self.item("talk") for _ in range(2)]),
            "posts": Page("Posts", "experience", [self.item("cv-entry") for _ in range(4)]),
        }

    def next(self) -> int:
        self.number += 1
        return self.number

    def item(self, directive: str) -> Item:
        number = self.next()
        return Item(
            directive=directive,
            title=f"Of {directive} {number}",
            year=self.random.randint(2000, 2024),
            name=f"name{number}" if self.random.random() < 0.7 else "",
            paper=self.random.choice(["", *self.papers]),
        )

    def files(self) -> dict[str, str]:
        bib = "".join(
            f"@article{{{key}, author={{Lovelace, Ada and Babbage, Charles}}, title={{{title}}}, "
            f"journal={{J}}, year={{1843}}, keywords={{selected}}, "
            f"code={{https://example.org/{key}}}}}\n"
            for key, title in self.papers.items()
        )
        names = [f"name{number}" for number in (1, 3, 5, 7)]
        about = "".join(f"{{cv:talk}}`{name}` {{cv:entry}}`{name}` [](#{name})\n" for name in names)
        cites = "".join(f"{{cite}}`paper{number}`\n" for number in (0, 2, 3))
        tree = "\n".join([*self.pages, "papers", "about", "cites", "best", "code"])
        lists = ":limit: 3", ":group: year", ":when: past\n:publication: paper1"
        shown = "\n".join(f"```{{talk-list}}\n{options}\n```\n" for options in lists)
        return {
            "refs.bib": bib,
            "index.md": (
                f"# Ada\n\n{shown}\n```{{entry-list}}\n:kind: education\n```\n\n"
                f"```{{publication-list}}\n:selected:\n```\n\n"
                f"```{{toctree}}\n{tree}\n```\n"
            ),
            "papers.md": f"# Papers\n\n```{{publication-list}}\n:group: year\n{self.part}\n```\n",
            "about.md": f"# About\n\nWith Charles Babage.\n\n{about}",
            "cites.md": f"# Cites\n\n{cites}",
            "best.md": f"# Best\n\n```{{publication-list}}\n{self.best}\n```\n",
            "code.md": f"---\ncv-kind: software\n---\n\n# Code\n\n{self.code}\n",
        } | {f"{name}.md": page.text() for name, page in self.pages.items()}

    # The edits.

    def any_page(self) -> Page:
        return self.random.choice([page for page in self.pages.values() if page.items])

    def rename_item(self) -> None:
        self.random.choice(self.any_page().items).title = f"Renamed {self.next()}"

    def title_as_a_paper(self) -> None:
        self.random.choice(self.any_page().items).title = self.random.choice(
            [*self.papers.values(), "None"]
        )

    def change_date(self) -> None:
        self.random.choice(self.any_page().items).year = self.random.randint(1990, 2030)

    def change_paper(self) -> None:
        self.random.choice(self.any_page().items).paper = f"paper{self.random.randrange(5)}"

    def change_name(self) -> None:
        self.random.choice(self.any_page().items).name = f"name{self.random.randrange(9)}"

    def delete_item(self) -> None:
        page = self.any_page()
        page.items.remove(self.random.choice(page.items))

    def add_item(self) -> None:
        page = self.random.choice(list(self.pages.values()))
        page.items.insert(0, self.item(self.random.choice(["talk", "cv-entry"])))

    def move_item(self) -> None:
        source, target = self.any_page(), self.random.choice(list(self.pages.values()))
        item = self.random.choice(source.items)
        source.items.remove(item)
        target.items.append(item)

    def add_paper(self) -> None:
        self.papers[f"paper{len(self.papers)}"] = f"On Looms {self.next()}"

    def remove_paper(self) -> None:
        if len(self.papers) > 1:
            del self.papers[self.random.choice(list(self.papers))]

    def rename_paper(self) -> None:
        self.papers[self.random.choice(list(self.papers))] = f"On Weaving {self.next()}"

    def add_page(self) -> None:
        number = self.next()
        self.pages[f"page{number}"] = Page(f"Page {number}", items=[self.item("talk")])

    def remove_page(self) -> None:
        if len(self.pages) > 2:
            del self.pages[self.random.choice(list(self.pages))]

    def rename_page(self) -> None:
        name = self.random.choice(list(self.pages))
        self.pages = {
            f"renamed{self.next()}" if key == name else key: page
            for key, page in self.pages.items()
        }

    def change_heading(self) -> None:
        self.random.choice(list(self.pages.values())).heading = f"Heading {self.next()}"

    def change_best(self) -> None:
        self.best = f"paper{self.random.randrange(5)}"

    def change_part(self) -> None:
        self.part = self.random.choice(["", ":numbers: descending", ':filter: year >= "1900"'])

    def change_code(self) -> None:
        self.code = f"[machine](https://example.org/paper{self.random.randrange(5)})"

    def change_kind(self) -> None:
        self.random.choice(list(self.pages.values())).kind = self.random.choice(["", *KINDS])

    def edit(self) -> str:
        """Make one edit, and return its name."""
        edits: list[Callable[[], None]] = [
            *(self.rename_item, self.title_as_a_paper, self.change_date, self.change_paper),
            *(self.change_name, self.delete_item, self.add_item, self.move_item),
            *(self.add_paper, self.remove_paper, self.rename_paper, self.change_kind),
            *(self.change_best, self.change_part, self.change_code),
            *(self.add_page, self.remove_page, self.rename_page, self.change_heading),
        ]
        edit = self.random.choice(edits)
        edit()
        return edit.__name__


def update(folder: Path, files: dict[str, str]) -> None:
    """Make *folder* hold these files, and leave those alone that are as they were."""
    for path in folder.glob("*.md"):
        if path.name not in files:
            path.unlink()
    changed = {
        name: text
        for name, text in files.items()
        if not (folder / name).exists() or (folder / name).read_text("utf-8") != text
    }
    write(folder, changed)


def build(source: Path, out: Path, *, fresh: bool, builder: str = "html") -> set[str]:
    """Build the CV, and return the warnings about it as a whole."""
    app = SphinxTestApp(builder, srcdir=source, builddir=out, freshenv=fresh, warning=StringIO())
    try:
        app.build()
        printed = strip_colors(app.warning.getvalue()).splitlines()
    finally:
        app.cleanup()
    # A lost reference is told where its page is written.
    return {line for line in printed if re.search(r"\[cv\.(?!reference)\w+\]$", line)}


@pytest.mark.parametrize("seed", range(SEQUENCES))
def test_any_edits_leave_nothing_stale(seed: int, tmp_path: Path) -> None:
    project = Project(seed)
    source = tmp_path / "source"
    write(source, {"conf.py": CONF})
    update(source, project.files())
    build(source, tmp_path / "grown", fresh=False)
    edits = []
    for number in range(EDITS):
        edits.append(project.edit())
        update(source, project.files())
        clean = tmp_path / f"clean{number}"
        grown_warnings = build(source, tmp_path / "grown", fresh=False)
        assert grown_warnings == build(source, clean, fresh=True), edits
        assert differing(tmp_path / "grown/html", clean / "html") == [], edits


PRIZE = """```{cv-entry} Prize
:name: prize
:kind: award
:organization: Royal Society
:date: 1843
:publication: paper
```
"""
LIST = "```{publication-list}\n```\n"
SMALL = {
    "index.md": "# Ada\n\n```{toctree}\nprizes\npapers\nshown\nabout\n```\n",
    "prizes.md": f"# Prizes\n\n{PRIZE}",
    "papers.md": f"# Papers\n\n{LIST}",
    "shown.md": "# Shown\n\n```{entry-list}\n:kind: grant\n```\n\n```{entry-list}\n```\n",
    "about.md": "# About\n\n{cite}`paper`, {cv:entry}`prize`\n",
    "refs.bib": "@misc{paper, author={Ada Lovelace}, title={On Machines}, year={1843}}\n",
}
TALK = PRIZE.replace("{cv-entry}", "{talk}").replace("organization", "event").replace("award", "")


@pytest.mark.parametrize(
    "edit",
    [
        {"prizes.md": SMALL["prizes.md"].replace("Royal", "Analytical")},
        {"prizes.md": SMALL["prizes.md"].replace("award", "grant")},
        {"prizes.md": SMALL["prizes.md"].replace(":date:", ":class: mine\n:date:")},
        {"prizes.md": f"# Prizes\n\n{TALK}".replace(":kind: \n", "")},
        {"papers.md": "# Papers\n\nText\n", "shown.md": f"# Shown\n\n{LIST}"},
    ],
    ids=["place", "kind", "class", "talk", "list"],
)
@pytest.mark.parametrize("between", ["", "text", "latex"])
def test_a_page_follows_an_edit_of_another(
    edit: dict[str, str], between: str, tmp_path: Path
) -> None:
    """The builders share what is read: one that runs between must not hide the edit."""
    source, grown, clean = tmp_path / "source", tmp_path / "grown", tmp_path / "clean"
    write(source, {"conf.py": CONF} | SMALL)
    build(source, grown, fresh=False)
    update(source, SMALL | edit)
    if between:
        build(source, grown, fresh=False, builder=between)
    build(source, grown, fresh=False)
    build(source, clean, fresh=True)
    assert differing(grown / "html", clean / "html") == []
