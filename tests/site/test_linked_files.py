"""Files of one's own that talks and papers link to: found, copied, and told where they are not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from helpers import Built
from sphinx_cv.output.guard import MARK

if TYPE_CHECKING:
    from collections.abc import Callable

    Site = Callable[..., Built]

TALK = "# Talks\n\n```{{talk}} One\n:event: E\n:date: 2020\n:name: one\n{}```\n"
HOME = "# Ada\n\n```{toctree}\nsections/talks\n```\n\n```{talk-list}\n```\n"
PLAIN = {"cv_pdf": "", "language": "en"}
# A PDF with private facts.
OWN = f"%PDF-1.7 {MARK}"


def pages(options: str, **files: str) -> dict[str, str]:
    return {"index.md": HOME, "sections/talks.md": TALK.format(options), **files}


def told(built: Built) -> list[str]:
    return [line for line in built.warnings if "setting up extension" not in line]


def downloads(built: Built, page: str) -> dict[str, str]:
    """Return the links to files on a page, and what each file holds."""
    found = built.page(page).select("a.download")
    folder = (built.out / page).parent
    return {link.text: (folder / str(link["href"])).read_text("utf-8") for link in found}


def test_slides_are_copied_to_the_site(site: Site) -> None:
    files = {"sections/s.pdf": "beside", "assets/pdf/p.pdf": "assets", "c.zip": "root"}
    lines = "```{cv-lines}\n:kind: seminar\n2019 | Two | E | video=sections/v.mp4\n```\n"
    source = pages(":slides: s.pdf\n:poster: p.pdf\n:code: c.zip\n", **files)
    source["sections/talks.md"] += "\n" + lines
    source["sections/v.mp4"] = "film"
    built = site(source, **PLAIN)
    assert built.warnings == []
    wanted = {"Slides": "beside", "Poster": "assets", "Code": "root", "Video": "film"}
    # Where the talk is, and in a list on another page.
    assert downloads(built, "sections/talks.html") == downloads(built, "index.html") == wanted
    data = built.text("index.html") + built.text("sections/talks.html")
    assert '"url":"sections/' not in data


def test_slides_come_and_go_with_their_file(site: Site) -> None:
    built = site(pages(":slides: s.pdf\n"), **PLAIN)
    (message,) = told(built)
    assert message.startswith(
        'sections/talks.md:7: WARNING: "s.pdf" is not a file beside talks.md or'
    )
    assert downloads(built, "index.html") == {}
    built = site({"sections/s.pdf": "beside"}, fresh=False, **PLAIN)
    assert told(built) == []
    assert downloads(built, "sections/talks.html") == {"Slides": "beside"}
    assert downloads(built, "index.html") == {"Slides": "beside"}
    built = site({"sections/s.pdf": "changed"}, fresh=False, **PLAIN)
    assert downloads(built, "sections/talks.html") == {"Slides": "changed"}
    (built.source / "sections/s.pdf").unlink()
    built = site({}, fresh=False, **PLAIN)
    assert len(told(built)) == 1
    assert downloads(built, "index.html") == downloads(built, "sections/talks.html") == {}
    assert not (built.out / "_downloads").exists()


@pytest.mark.parametrize("base", ["", "https://example.org/cv/"])
def test_print_leads_to_files_on_the_public_site_alone(site: Site, base: str) -> None:
    bib = "@misc{a, author={Lovelace, Ada}, title={Looms}, year={2020}, pdf={my paper.pdf}}"
    source = {"index.md": "# Ada\n\n```{publication-list}\n```\n", "my paper.pdf": "paper"}
    settings = {"bibtex_bibfiles": ["refs.bib"], "html_baseurl": base, **PLAIN}
    built = site({"refs.bib": bib, **source}, "latex", **settings)
    assert built.warnings == []
    links = re.findall(r"\{([^{}]*paper\.pdf)\}", built.text("cv.tex").replace("\\", ""))
    assert len(links) == bool(base)
    for link in links:
        assert re.fullmatch(rf"{base}_downloads/\w+/my%20paper\.pdf", link)


@pytest.mark.parametrize("name", ["conf.py", "private.toml", "../outside.pdf", "own.pdf"])
def test_what_is_not_for_the_public_is_neither_copied_nor_linked(site: Site, name: str) -> None:
    bib = f"@misc{{a, author={{Lovelace, Ada}}, title={{Looms}}, year={{2020}}, pdf={{{name}}}}}"
    files = {"refs.bib": bib, "own.pdf": OWN, "private.toml": ""}
    source = pages(f":slides: {name}\n", **files)
    source["index.md"] += "\n```{publication-list}\n```\n"
    built = site(source, bibtex_bibfiles=["refs.bib"], cv_publication_pages=True, **PLAIN)
    warned = built.warnings
    # At the talk and at the paper.
    assert [line.partition(":")[0] for line in warned if name in line] == [
        "index.md" if name == "own.pdf" else "refs.bib",
        "sections/talks.md",
    ], warned
    for page in ("index.html", "sections/talks.html", "publications/a.html"):
        assert downloads(built, page) == {}
        assert built.page(page).select(f'[href$="{name}"]') == []
    assert not (built.out / "_downloads").exists()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("s.pdf", '"s.pdf" is not a file beside'),
        ("/files/s.pdf", '"/files/s.pdf" is not an address'),
        ("C:/s.pdf", '"C:/s.pdf" is not an address'),
        ("example.org", 'write "https://example.org"'),
        ("ftp://example.org/s.pdf", "is not an address"),
    ],
)
def test_what_is_neither_a_file_nor_an_address_is_told(site: Site, text: str, message: str) -> None:
    (warned,) = site(pages(f":slides: {text}\n"), **PLAIN).warnings
    assert message in warned
