"""Writes long CVs to measure. Nothing is random: a number chooses the words."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

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
CONF = """\
extensions = ["sphinx_cv"]
cv_profile = {"name": "Michael E. Sander"}
cv_today = "2024"
"""
# Items on a page of a CV that grows.
PAGE = 500


def pick(words: tuple[str, ...], number: int) -> str:
    """Return one of *words*."""
    return words[number % len(words)]


def title(number: int) -> str:
    """Return a title."""
    first, second = pick(VERBS, number), pick(TOPICS, number // 5)
    return f"{first} {second} {pick(ENDS, number // 25)}: part {number}"


def day_before(number: int) -> str:
    """Return a day, the later the smaller the *number*: lists are to start with what is new."""
    return str(dt.date(2023, 12, 31) - dt.timedelta(days=number))


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
        "date": day_before(3 * number),
        "kind": "invited" if number % 3 == 0 else "",
        "slides": f"https://example.org/slides/{number}.pdf" if number % 2 == 0 else "",
        "publication": f"key{number}" if number % 4 == 0 else "",
    }
    return directive("talk", f"Lecture on {title(number)}", options, abstract(number))


def entry(number: int) -> str:
    """Return an entry with a paragraph; some name people."""
    options = {
        "organization": pick(HOUSES, number),
        "location": pick(PLACES, number),
        "start": day_before(30 * number + 700)[:7],
        "end": day_before(30 * number + 400)[:7],
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
    kinds = ("education", "experience", "teaching", "service")
    pages = {"talks": ("# Talks", map(talk, range(1000)))}
    for place, kind in enumerate(kinds):
        numbers = range(place, 200, len(kinds))
        pages[kind] = (f"---\ncv-kind: {kind}\n---\n\n# {kind.title()}", map(entry, numbers))
    for name, (head, items) in pages.items():
        Path(project, "sections", f"{name}.md").write_text("\n\n".join([head, *items]), "utf-8")


def write_talks(folder: Path, number: int) -> None:
    """Write a CV of *number* talks and nothing else."""
    names = []
    for start in range(0, number, PAGE):
        numbers = range(start, min(start + PAGE, number))
        # A talk of a paper would need the paper.
        items = [
            talk(each).replace(":publication:", ":event-url: https://x.org/") for each in numbers
        ]
        _write(folder, f"talks-{start}", "\n\n".join([f"# Talks {start}", *items]))
        names.append(f"talks-{start}")
    _finish(folder, names, papers=0)


def write_papers(folder: Path, number: int) -> None:
    """Write a CV of *number* papers, each with its page."""
    _write(folder, "papers", "# Papers\n\n```{publication-list}\n```\n")
    _finish(folder, ["papers"], papers=number)


def _finish(folder: Path, names: list[str], *, papers: int) -> None:
    tree = "\n".join(["```{toctree}", *names, "```"])
    _write(folder, "index", f"# Home\n\n{tree}\n")
    pages = "cv_publication_pages = True\n" if papers else ""
    Path(folder, "conf.py").write_text(f"{CONF}{pages}cv_pdf = ''\ncv_exports = []\n", "utf-8")
    Path(folder, "refs.bib").write_text("\n".join(map(publication, range(papers))), "utf-8")


def _write(folder: Path, name: str, text: str) -> None:
    folder.mkdir(exist_ok=True)
    Path(folder, f"{name}.md").write_text(text, "utf-8")
