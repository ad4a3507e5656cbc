"""Write a made CV of full length: 160 papers, 120 talks and 37 entries in all alphabets.

    python benchmarks/made_cv.py FOLDER

The website's tests and the measurements use it. Nothing in it is random: a number chooses the
words. Its people and papers are made up.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from made_words import (
    ABSTRACT,
    CONF,
    CONFERENCES,
    ENDS,
    EVENTS,
    FOREIGN,
    HOUSES,
    HOWS,
    JOURNALS,
    KINDS,
    ORDER,
    PEOPLE,
    PLACES,
    SECTIONS,
    SUBJECTS,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

Word = TypeVar("Word")

PAPERS, TALKS = 160, 120
OWNER = "Lindqvist, Eleonora M."
LAST, YEARS = 2024, 20


def pick(words: Sequence[Word], number: int) -> Word:
    """Return one of *words*."""
    return words[number % len(words)]


def every(step: int, number: int) -> bool:
    """Whether *number* is one of each *step* numbers."""
    return number % step == 0


def title_of(number: int) -> str:
    """Return the title of a paper, in TeX; no two are the same."""
    if every(23, number + 1) and number // 23 < len(FOREIGN):
        return FOREIGN[number // 23][1]
    how, subject = pick(HOWS, number), pick(SUBJECTS, number // len(HOWS))
    parts = len(HOWS) * len(SUBJECTS)
    end = f" {pick(ENDS, number // 3)}" if number % 3 else ""
    later = f": part {number // parts + 1}" if number >= parts else ""
    return f"{how} {subject}{end}{later}"


def year_of(number: int, total: int) -> int:
    """Return the year of an item, the newest first."""
    return LAST - number * YEARS // total


def bib_type(number: int) -> str:
    """Return the type of a paper: of a hundred, half are of conferences, a third of journals."""
    if every(11, number + 6):
        return "misc"
    if every(40, number - 7):
        return "incollection"
    if every(60, number - 13):
        return "book"
    return "article" if every(3, number - 1) else "inproceedings"


def host_of(number: int, kind: str) -> dict[str, str]:
    """Return what holds a paper, or who has published it."""
    conference, short = pick(CONFERENCES, number)
    if kind == "misc":
        return {}
    if kind == "article":
        return {"journal": pick(JOURNALS, number), "volume": str(number), "pages": "1--24"}
    if kind == "inproceedings":
        return {"booktitle": conference, "abbr": short}
    if kind == "incollection":
        return {"booktitle": "Handbook of Statistics", "publisher": pick(HOUSES, number)}
    return {"publisher": pick(HOUSES, number)}


def paper(number: int, total: int = PAPERS) -> str:
    """Return a BibTeX entry; the newest has the number 0."""
    kind = bib_type(number)
    others = [pick(PEOPLE, 7 * number + 3 * place) for place in range(1 + number % 6)]
    authors = list(dict.fromkeys(others))
    authors.insert(number % (len(authors) + 1), OWNER)
    key = f"lindqvist{number}"
    fields = {
        "author": " and ".join(authors),
        "title": title_of(number),
        **host_of(number, kind),
        "year": str(year_of(number, total)),
        "month": str(1 + number % 12),
        "doi": f"10.5555/{key}" if kind != "misc" else "",
        "eprint": f"{1000 + number}.{number:05}" if kind != "article" else "",
        "eprinttype": "arxiv" if kind != "article" else "",
        "code": f"https://example.org/code/{key}" if every(3, number) else "",
        "video": f"https://example.org/video/{key}" if every(7, number) else "",
        "award": "Best paper award" if every(29, number - 4) else "",
        "author+an": "1=equal;2=equal" if every(9, number) and len(authors) > 1 else "",
        "langid": FOREIGN[number // 23][0]
        if title_of(number) in dict(map(reversed, FOREIGN))
        else "",
        "keywords": "selected" if every(40, number) else "",
        "abstract": ABSTRACT.format(subject=pick(SUBJECTS, number // 8), number=number + 3),
    }
    body = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{kind}{{{key},\n{body}}}\n"


def talk(number: int, total: int = TALKS) -> str:
    """Return a talk; the newest has the number 0."""
    place = pick(PLACES, number)
    subject = pick(SUBJECTS, number).replace(r"{$\mathbb{R}^d$}", "high dimension")
    options = {
        "event": pick(EVENTS, number),
        "location": "" if place == "Online" else place,
        "online": "" if place == "Online" else None,
        "date": f"{year_of(number, total)}-{12 - number % 12:02}-{1 + number % 28:02}",
        "kind": pick(KINDS, number) or None,
        "slides": f"https://example.org/slides/{number}.pdf" if every(4, number) else None,
        "publication": f"lindqvist{number}" if every(5, number) else None,
        "language": "fr" if every(31, number + 1) else None,
    }
    abstract = ABSTRACT.format(subject=subject, number=number + 2) if every(6, number) else ""
    return directive(
        "talk", f"{pick(HOWS, number // 2)} {subject}, talk {number + 1}", options, abstract
    )


def directive(name: str, title: str, options: dict[str, str | None], body: str = "") -> str:
    """Return a directive in MyST; an option that is None is left out."""
    given = {key: value for key, value in options.items() if value is not None}
    given = {key: value for key, value in given.items() if value or key == "online"}
    lines = "".join(f":{key}: {value}".rstrip() + "\n" for key, value in given.items())
    text = f"\n{body}\n" if body else ""
    return f"```{{{name}}} {title}\n{lines}{text}```\n"


def section(name: str) -> str:
    """Return the page of a section of entries."""
    kind, items = SECTIONS[name]
    entries = [
        directive(
            "cv-entry",
            title,
            {"organization": place, "start": str(LAST - 2 * at - 1), "end": str(LAST - 2 * at)},
            "Together with colleagues from five countries." if at % 2 else "",
        )
        for at, (title, place) in enumerate(items)
    ]
    return "\n".join([f"---\ncv-kind: {kind}\n---\n\n# {name.title()}\n", *entries])


def photo(path: Path) -> None:
    """Draw a portrait."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (480, 600), "#86a0ad")
    draw = ImageDraw.Draw(image)
    draw.ellipse((90, 380, 390, 760), fill="#333d4c")
    draw.ellipse((150, 110, 330, 340), fill="#4f3022")
    draw.ellipse((165, 150, 315, 350), fill="#e2b088")
    image.save(path)


def write(folder: Path, *, papers: int = PAPERS, talks: int = TALKS, conf: str = "") -> Path:
    """Write the project into *folder* and return it; *conf* is added to its conf.py."""
    sections = folder / "sections"
    sections.mkdir(parents=True, exist_ok=True)
    (folder / "conf.py").write_text(CONF + conf, "utf-8")
    photo(folder / "photo.png")
    bib = [paper(number, papers) for number in range(papers)]
    (folder / "refs.bib").write_text("\n".join(bib), "utf-8")
    pages = {name: section(name) for name in SECTIONS}
    pages["publications"] = "# Publications\n\n```{publication-list}\n:group: year\n```\n"
    given = [talk(number, talks) for number in range(talks)]
    pages["talks"] = "\n".join(["# Talks\n", *given])
    for name, text in pages.items():
        (sections / f"{name}.md").write_text(text, "utf-8")
    toctree = "\n".join(f"sections/{name}" for name in ORDER)
    home = (
        "# Eleonora M. Lindqvist\n\n```{cv-header}\n```\n\n"
        "I study how to learn from few and incomplete data, and teach statistics to engineers.\n\n"
        "## Selected publications\n\n"
        "{.cv-more}\n[All publications →](sections/publications.md)\n\n"
        "```{publication-list}\n:selected:\n```\n\n"
        "## Latest talks\n\n"
        "{.cv-more}\n[All talks →](sections/talks.md)\n\n"
        "```{talk-list}\n:limit: 3\n```\n\n"
        f"```{{toctree}}\n:hidden:\n\n{toctree}\n```\n"
    )
    (folder / "index.md").write_text(home, "utf-8")
    return folder


def main() -> None:
    """Write the project."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--papers", type=int, default=PAPERS)
    parser.add_argument("--talks", type=int, default=TALKS)
    options = parser.parse_args()
    write(options.folder, papers=options.papers, talks=options.talks)


if __name__ == "__main__":
    main()
