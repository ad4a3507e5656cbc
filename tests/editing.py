"""A CV that is edited at random, and built on top of older builds."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from io import StringIO
from typing import TYPE_CHECKING

from sphinx.testing.util import SphinxTestApp
from sphinx.util.console import strip_colors

from helpers import write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PHONE = "+44 20 7946 0123"
# What an owner changes in conf.py, each time to one of these.
SETTINGS: dict[str, tuple[object, ...]] = {
    "language": ("en", "de", "fr"),
    "cv_publication_pages": (True, False),
    "cv_pdf": ("", "cv.pdf", "files/ada.pdf"),
    "cv_print": ({}, {"size": 11}, {"look": "banking"}, {"paper": "letter"}),
    "cv_today": ("2024-06-30", "2010-01-01"),
    "cv_profile": (
        {"name": "Ada Lovelace"},
        {"name": "Ada King", "phone": PHONE},
        {"name": "Ada Lovelace", "phone": PHONE, "private": ["phone"]},
        {"name": "Ada Lovelace", "photo": "ada.png"},
    ),
    "cv_references": ({}, {"detail": "brief"}),
    "html_theme_options": ({}, {"navbar_align": "left"}),
    "html_baseurl": ("", "https://example.org/ada/"),
    "html_title": ("Ada", "Countess"),
    "html_extra_path": ([], ["extra"]),
    "html_static_path": ([], ["static"]),
    "bibtex_bibfiles": (["refs.bib"], ["refs.bib", "more.bib"]),
}
# Of files that only some settings publish.
OTHERS = {
    "more.bib": "@misc{more, author={Ada Lovelace}, title={On Looms}, year={1842}}\n",
    "extra/extra.txt": "extra",
    "extra/sitemap.xml": "<urlset/>",
    "static/mine.css": "a{}",
}
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><g id="a{}"/></svg>'
KINDS = ("education", "experience", "award")


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
        self.settings = {name: values[0] for name, values in SETTINGS.items()}
        self.picture = 0
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
        settings = "".join(f"{name} = {value!r}\n" for name, value in self.settings.items())
        return {
            "conf.py": f'templates_path = []\nextensions = ["sphinx_cv"]\n{settings}',
            "refs.bib": bib,
            "drawing.svg": DRAWING.format(self.picture),
            "index.md": (
                f"# Ada\n\n{shown}\n```{{entry-list}}\n:kind: education\n```\n\n"
                f"```{{publication-list}}\n:selected:\n```\n\n"
                f"```{{toctree}}\n{tree}\n```\n"
            ),
            "papers.md": f"# Papers\n\n```{{publication-list}}\n:group: year\n{self.part}\n```\n",
            "about.md": f"# About\n\nWith Charles Babage. ![drawing](drawing.svg)\n\n{about}",
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

    def change_picture(self) -> None:
        self.picture += 1

    def change_setting(self) -> None:
        name = self.random.choice(list(SETTINGS))
        self.settings[name] = self.random.choice(SETTINGS[name])

    def edit(self) -> str:
        """Make one edit, and return its name."""
        edits: list[Callable[[], None]] = [
            *(self.rename_item, self.title_as_a_paper, self.change_date, self.change_paper),
            *(self.change_name, self.delete_item, self.add_item, self.move_item),
            *(self.add_paper, self.remove_paper, self.rename_paper, self.change_kind),
            *(self.change_best, self.change_part, self.change_code),
            *(self.add_page, self.remove_page, self.rename_page, self.change_heading),
            *(self.change_picture, *[self.change_setting] * 8),
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
