"""Measure the HTML build of this CV, and of a very long one, against stock Sphinx projects.

The stock project says the same in plain Markdown, with the base theme and a stock
bibliography style. What it cannot make is switched off in ours: the PDF and a page for each
publication; a row of its own has this CV with them. The last rows have publications alone, the
two lists as sphinxcontrib-bibtex and we make them. Prints a table in Markdown.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import re
import runpy
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SMALL, LARGE = "this CV", "1000 publications, 1000 talks, 200 entries"
WHOLE = "this CV, with its PDF and publication pages"
LISTS = {f"{number} publications": number for number in (500, 1000, 2000, 5000)}
TARGETS = {SMALL: "≤ 1.15", LARGE: "≤ 1.3", WHOLE: "", **dict.fromkeys(LISTS, "≤ 1.3")}
ALIKE = "cv_publication_pages = False\ncv_pdf = ''\n"
ENTRY_PAGES = ("education", "experience", "teaching", "service")

STOCK_CONF = """\
project = author = {name!r}
extensions = ["myst_parser", "sphinxcontrib.bibtex"]
html_theme = "pydata_sphinx_theme"
bibtex_bibfiles = ["refs.bib"]
bibtex_default_style = "plain"
"""

_DIRECTIVE = re.compile(r"^```\{([\w-]+)\} *(.*)\n((?:.*\n)*?)```$", re.MULTILINE)
_OPTION = re.compile(r":([\w-]+): *(.*)")
_PAGE_KIND = re.compile(r"^cv-kind: *(\w+)$", re.MULTILINE)


# The long CV. Nothing is random: a number chooses the words.

TOPICS = ("Transformers", "residual networks", "optimal transport", "convex analysis", "sampling")
VERBS = ("Understanding", "Scaling", "Regularizing", "Differentiating through", "A note on")
ENDS = ("in high dimension", "under symmetry", "with few examples", "at the edge of stability")
PEOPLE = (r"Peyr{\'e}, Gabriel", "Blondel, Mathieu", "Ablin, Pierre", r"Biau, G{\'e}rard")
PLACES = ("Paris", "Tokyo", "New York", "London", "Florence", "Vancouver", "Zürich")
EVENTS = ("ICML", "NeurIPS", "MIND seminar", "Curves and Surfaces", "Workshop on learning theory")
HOUSES = ("Ecole Normale Supérieure", "Tokyo University", "Columbia University", "Google")
ABSTRACT = (
    "We study {topic} and show that depth, width and step size scale together. The *proof* needs "
    "few assumptions, and [experiments](https://example.org/{number}) confirm the rates."
)


def pick(words: tuple[str, ...], number: int) -> str:
    """Return one of *words*."""
    return words[number % len(words)]


def title(number: int) -> str:
    """Return a title."""
    first, second = pick(VERBS, number), pick(TOPICS, number // 5)
    return f"{first} {second} {pick(ENDS, number // 25)}: part {number}"


def abstract(number: int) -> str:
    """Return a paragraph."""
    return ABSTRACT.format(topic=pick(TOPICS, number), number=number)


def publication(number: int) -> str:
    """Return a BibTeX entry with the fields that those of this CV have."""
    authors = ["Sander, Michael E.", *(pick(PEOPLE, number + place) for place in range(3))]
    fields = {
        "author": " and ".join(authors),
        "title": title(number),
        "booktitle": f"Proceedings of {pick(EVENTS, number)}",
        "year": str(1990 + number % 34),
        "volume": str(number),
        "pages": f"{number}--{number + 12}",
        "url": f"https://example.org/papers/{number}.html",
        "eprint": f"{2000 + number % 300}.{number:05}",
        "eprinttype": "arxiv",
        "code": f"https://example.org/code/{number}",
        "keywords": "selected" if number % 200 == 0 else "other",
    }
    body = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@inproceedings{{key{number},\n{body}}}\n"


def talk(number: int) -> str:
    """Return a talk with an abstract; many have links, a kind or a publication."""
    options = {
        "event": pick(EVENTS, number),
        "location": pick(PLACES, number),
        "date": f"{1990 + number % 34}-{1 + number % 12:02}-{1 + number % 28:02}",
        "kind": "invited" if number % 3 == 0 else "",
        "slides": f"https://example.org/slides/{number}.pdf" if number % 2 == 0 else "",
        "publication": f"key{number}" if number % 4 == 0 else "",
    }
    return directive("talk", title(number), options, abstract(number))


def entry(number: int) -> str:
    """Return an entry with a paragraph; some name people."""
    year = 1980 + number % 40
    options = {
        "organization": pick(HOUSES, number),
        "location": pick(PLACES, number),
        "start": f"{year}-{1 + number % 12:02}",
        "end": f"{year + 1}-{1 + number % 12:02}",
        "with": "Gabriel Peyré, Mathieu Blondel" if number % 3 == 0 else "",
    }
    return directive("cv-entry", f"Researcher, {title(number)}", options, abstract(number))


def directive(name: str, argument: str, options: dict[str, str], body: str) -> str:
    """Return a directive in MyST."""
    lines = "".join(f":{key}: {value}\n" for key, value in options.items() if value)
    return f"```{{{name}}} {argument}\n{lines}\n{body}\n```\n"


def lengthen(project: Path) -> None:
    """Replace what the CV in *project* lists by 1000 publications, 1000 talks, 200 entries."""
    Path(project, "refs.bib").write_text("\n".join(map(publication, range(1000))), "utf-8")
    pages = {"talks": ("# Talks", map(talk, range(1000)))}
    for place, kind in enumerate(ENTRY_PAGES):
        numbers = range(place, 200, len(ENTRY_PAGES))
        pages[kind] = (f"---\ncv-kind: {kind}\n---\n\n# {kind.title()}", map(entry, numbers))
    for name, (head, items) in pages.items():
        Path(project, "sections", f"{name}.md").write_text("\n\n".join([head, *items]), "utf-8")


# The stock project: each directive of ours becomes the Markdown that says the same.


@dataclass(frozen=True, kw_only=True)
class Item:
    """A talk or an entry as its page has it."""

    directive: str
    kind: str
    title: str
    options: dict[str, str]
    body: str

    @property
    def newest(self) -> str:
        """The date by which lists are ordered."""
        return self.options.get("end") or self.options.get("date", "")

    @property
    def head(self) -> str:
        """The lines above the body: a bold title, the place and the date; links."""
        get = self.options.get
        names = ("organization", "event", "host", "location")
        linked = f"[{self.title}]({get('url')})" if get("url") else self.title
        words = [f"**{linked}**", *filter(None, map(get, names))]
        words += ["Online"] if "online" in self.options else []
        words += [f"with {get('with')}"] if get("with") else []
        start, end = get("start", ""), get("end") or get("date", "")
        dates = " – ".join(day(date) for date in (start, end) if date)
        said = get("kind", "") if self.directive == "talk" else ""
        marks = [said, "expected" if "expected" in self.options else ""]
        mark = ", ".join(filter(None, marks))
        links = ("slides", "video", "poster", "code")
        rows = [f"[{name.title()}]({get(name)})" for name in links if get(name)]
        rows += [f"{{cite}}`{get('publication')}`"] if get("publication") else []
        line = ", ".join([*words, dates]) + (f" ({mark})" if mark else "")
        return "\n\n".join(filter(None, [line, " · ".join(rows)]))


def day(date: str) -> str:
    """Return an ISO date in words, as our pages print it."""
    for form, words in (("%Y-%m-%d", "%B %d, %Y"), ("%Y-%m", "%B %Y")):
        try:
            return dt.datetime.strptime(date, form).strftime(words)  # noqa: DTZ007
        except ValueError:
            continue
    return date


def read_item(match: re.Match[str], page: str) -> Item:
    """Read a directive of *page*."""
    options: dict[str, str] = {}
    body = match[3].splitlines()
    while body and (option := _OPTION.match(body[0])):
        options[option[1]] = option[2]
        del body[0]
    kind = _PAGE_KIND.search(page)
    return Item(
        directive=match[1],
        kind=options.get("kind") or (kind[1] if kind else ""),
        title=match[2],
        options=options,
        body="\n".join(body).strip(),
    )


def stock_page(page: str, items: list[Item], profile: dict[str, Any]) -> str:
    """Return *page* without our directives; *items* are those of all pages."""

    def say(match: re.Match[str]) -> str:
        item = read_item(match, page)
        if item.directive in ("talk", "cv-entry"):
            return f"{item.head}\n\n{item.body}".strip()
        if item.directive in ("talk-list", "entry-list"):
            wanted = "talk" if item.directive == "talk-list" else "cv-entry"
            listed = [one for one in items if one.directive == wanted]
            listed = [one for one in listed if item.kind in ("", one.kind)]
            listed.sort(key=lambda one: one.newest, reverse=True)
            return "\n\n".join(
                one.head for one in listed[: int(item.options.get("limit", "0")) or None]
            )
        if item.directive == "publication-list":
            chosen = ':list: bullet\n:filter: keywords % "selected"'
            options = chosen if "selected" in item.options else ":all:"
            return f"```{{bibliography}}\n{options}\n```"
        if item.directive == "cv-header":
            return header(profile)
        return match[0]

    return _DIRECTIVE.sub(say, page)


def header(profile: dict[str, Any]) -> str:
    """Return the owner's public facts."""
    private = profile.get("private", ())
    facts = [profile[key] for key in ("position", "affiliation") if key in profile]
    names = ("birth", "phone", "email", "website")
    ways = [profile[key] for key in names if key in profile and key not in private]
    ways += profile.get("links", {}).values()
    autolinks = (f"<{way}>" if "@" in way or "://" in way else way for way in ways)
    return f"{', '.join(facts)}\n\n{' · '.join(autolinks)}"


def write_stock(ours: Path, stock: Path) -> None:
    """Write the stock project that says what the CV in *ours* says."""
    profile = runpy.run_path(str(ours / "conf.py"))["cv_profile"]
    pages = {path: path.read_text("utf-8") for path in sorted(ours.rglob("*.md"))}
    items = [
        read_item(match, page) for page in pages.values() for match in _DIRECTIVE.finditer(page)
    ]
    for path, page in pages.items():
        target = stock / path.relative_to(ours)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(stock_page(page, items, profile), "utf-8")
    Path(stock, "conf.py").write_text(STOCK_CONF.format(name=profile["name"]), "utf-8")
    shutil.copy(ours / "refs.bib", stock)


# The measurement.


def write_case(case: str, folder: Path) -> tuple[Path, Path]:
    """Write the two projects of *case* into *folder*."""
    ours, stock = folder / "ours", folder / "stock"
    # Copies, so that what else lies in the working tree costs neither of the two.
    shutil.copytree(ROOT / "sections", ours / "sections")
    for name in ("conf.py", "index.md", "refs.bib"):
        shutil.copy(ROOT / name, ours)
    if case in LISTS:
        shutil.rmtree(ours / "sections")
        (ours / "index.md").write_text("# CV\n\n```{publication-list}\n```\n", "utf-8")
        entries = map(publication, range(LISTS[case]))
        (ours / "refs.bib").write_text("\n".join(entries), "utf-8")
    elif case == LARGE:
        lengthen(ours)
    if case != WHOLE:
        with (ours / "conf.py").open("a", encoding="utf-8") as conf:
            conf.write(ALIKE)
    write_stock(ours, stock)
    return ours, stock


def build(project: Path) -> float:
    """Return the seconds of a cold build of *project*."""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "_ext")}
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-m", "sphinx", "-q", "-E", "-b", "html", str(project), out]
        start = time.perf_counter()
        subprocess.run(command, check=True, env=environment, capture_output=True, text=True)
        return time.perf_counter() - start


def measure(case: str, rounds: int) -> str:
    """Return the table's row of *case*: medians of *rounds* builds of each, in turns."""
    with tempfile.TemporaryDirectory() as folder:
        projects = write_case(case, Path(folder))
        times = [[build(project) for project in projects] for _round in range(rounds)]
    ours, stock = map(statistics.median, zip(*times, strict=True))
    return f"| {case} | {ours:.2f} | {stock:.2f} | {ours / stock:.2f} | {TARGETS[case]} |"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="builds of each project")
    only = parser.add_mutually_exclusive_group()
    groups = (("--small", [SMALL]), ("--large", [LARGE]), ("--lists", list(LISTS)))
    for option, cases in groups:
        text = "only " + ", ".join(cases)
        only.add_argument(option, dest="only", action="store_const", const=cases, help=text)
    arguments = parser.parse_args()

    print("| case | ours (s) | stock (s) | ratio | target |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for case in arguments.only or TARGETS:
        try:
            print(measure(case, arguments.rounds), flush=True)
        except subprocess.CalledProcessError as error:
            # A row without numbers, not a failure: the tests say what is broken.
            print(f"| {case} | – | – | – | {TARGETS[case]} |")
            print(error.stderr, file=sys.stderr)


if __name__ == "__main__":
    main()
