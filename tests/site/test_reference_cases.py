"""What programs and people write into .bib files, case by case: text, links, order, warnings.

Each case of ``references.toml`` is a .bib file on a page of its own; those of one owner, language
and settings are built as one site.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter, defaultdict
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

import pytest
from bs4 import BeautifulSoup
from sphinx.testing.util import SphinxTestApp

from helpers import PAGES_ALONE, lualatex, write
from pdf_readers import flat_text_of, width_of, words_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

DATA = tomllib.loads(
    (Path(__file__).parent.parent / "data" / "cases" / "references.toml").read_text("utf-8")
)
CASES: list[dict[str, Any]] = DATA["case"]
OWNER = DATA["defaults"]["owner"]
LIST = {"group": "type year"}
CHECKED = {"bibliography", "link", "math", "owner", "mark", "duplicate", "title"}


def site_of(case: dict[str, Any]) -> str:
    parts = (case.get("owner", OWNER), case.get("aliases", []), case.get("language", "en"))
    return json.dumps([*parts, case.get("settings", {})])


SITES: dict[str, list[dict[str, Any]]] = defaultdict(list)
for one in CASES:
    SITES[site_of(one)].append(one)
LARGEST = max(SITES, key=lambda key: len(SITES[key]))


# Addresses and words that are longer than a line, wherever they can stand.
RUN, PARTED = (
    "https://example.org/" + "a" * 280,
    "https://example.org/" + "a_b-c.d/e?f=1%20&g/" * 16,
)
WORD = "Donaudampfschifffahrts" * 6
LONG_BIB = rf"""
@misc{{one, title = {{One}}, url = {{https://example.org}}, note = {{See {RUN}}}, year = {{2020}}}}
@misc{{two, title = {{Two}}, howpublished = {{At \url{{{PARTED}}}, in full}}, year = {{2020}}}}
@misc{{three, title = {{At {RUN}: {WORD}}}, year = {{2020}}}}
"""
LONG_PAGE = f"""# Long

```{{publication-list}}
:files: bibs/long.bib
```

<{RUN}> [{PARTED}]({PARTED}) `{PARTED}`

```{{talk}} {WORD}
:date: 2020
:location: {RUN}
```
"""


def fold(text: str) -> str:
    """Return text with every run of white space, also what does not break, as one blank."""
    return " ".join(re.sub("[\u2061\u2062]", "", text).split())


def write_site(key: str, folder: Path) -> None:
    owner, aliases, language, settings = json.loads(key)
    files = {}
    for case in SITES[key]:
        options = LIST | case.get("list", {})
        lines = "".join(f":{name}: {value}\n" for name, value in options.items() if value)
        files[f"bibs/{case['id']}.bib"] = case["bib"]
        files |= dict.fromkeys(case.get("files", []), "%PDF-1.4\n")
        files[f"c/{case['id']}.md"] = (
            f"# {case['id']}\n\n```{{publication-list}}\n:files: bibs/{case['id']}.bib\n"
            f"{lines}```\n"
        )
    toc = "\n".join([f"c/{case['id']}" for case in SITES[key]] + ["long"])
    files["bibs/long.bib"], files["long.md"] = LONG_BIB, LONG_PAGE
    conf = {
        "extensions": ["sphinx_cv"],
        "language": language,
        "cv_profile": {"name": owner, "email": "a@example.org"}
        | ({"aliases": aliases} if aliases else {}),
        "bibtex_bibfiles": [f"bibs/{case['id']}.bib" for case in SITES[key]] + ["bibs/long.bib"],
        "cv_publication_pages": True,
        "cv_today": "2026-01",
        "cv_references": settings,
    } | PAGES_ALONE
    files["conf.py"] = "".join(f"{name} = {value!r}\n" for name, value in conf.items())
    # Beneath a page of their own, so that no page has a menu of them all.
    files["index.md"] = "# CV\n\n```{toctree}\nall\n```\n"
    files["all.md"] = f"# All\n\n```{{toctree}}\n{toc}\n```\n"
    write(folder / "source", files)


def build(folder: Path, builder: str) -> tuple[Path, str]:
    """Build the site in *folder*; what one builder has read, the next does not read again."""
    warning = StringIO()
    app = SphinxTestApp(
        builder, srcdir=folder / "source", builddir=folder / "build", warning=warning
    )
    try:
        app.build()
        return Path(app.outdir), re.sub(r"\x1b\[[0-9;]*m", "", warning.getvalue())
    finally:
        app.cleanup()


def text_of(node: Tag) -> str:
    for latex in node.find_all("annotation"):
        latex.decompose()
    return fold(node.get_text())


def warnings_of(log: str, case: dict[str, Any]) -> list[tuple[str, int, str]]:
    pattern = rf"bibs/{re.escape(case['id'])}\.bib:(\d+): (?:WARNING|ERROR): (.*?) \[cv\.(\w+)\]"
    told = [(match[3], int(match[1]), match[2]) for match in re.finditer(pattern, log)]
    return [one for one in told if one[0] in CHECKED]


def headings_above(item: Tag, case: dict[str, Any]) -> dict[str, str]:
    levels = str((LIST | case.get("list", {})).get("group") or "").split()
    found: dict[str, str] = {}
    for heading in item.find_all_previous(["h2", "h3", "h4"], class_="cv-year"):
        depth = int(heading.name[1]) - 2
        if depth < len(levels):
            found.setdefault(levels[depth], fold(heading.get_text()))
    return found


def links_in(item: Tag) -> tuple[list[list[str]], str]:
    row = item.find("p", class_="cv-links")
    links = [[fold(link.get_text()), link["href"]] for link in (row.find_all("a") if row else ())]
    title = item.select_one("p.cv-reference a.internal[href*='publications/']")
    return links, title["href"] if title else ""


def is_same_address(want: str, got: str) -> bool:
    """Whether two addresses are one; one without a scheme is a file of the site."""
    if re.match(r"[a-z]+:", want):
        return want == got
    return not re.match(r"[a-z]+:", got) and Path(got).name == Path(want).name


def part_of(path: Path, tag: str) -> BeautifulSoup:
    """Return one element of a page; the rest takes as long to parse, and is the same for all."""
    text = path.read_text("utf-8")
    start, end = text.index(f"<{tag}"), text.index(f"</{tag}>")
    return BeautifulSoup(text[start:end], "html.parser")


def citation_tags(path: Path) -> dict[str, list[str]]:
    tags: dict[str, list[str]] = defaultdict(list)
    for meta in part_of(path, "head").find_all("meta"):
        if str(meta.get("name", "")).startswith("citation_"):
            tags[meta["name"].removeprefix("citation_")].append(fold(meta["content"]))
    return tags


@pytest.fixture(scope="module")
def largest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the site of the most cases, for all tests that build it."""
    folder = tmp_path_factory.mktemp("largest")
    write_site(LARGEST, folder)
    return folder


@pytest.mark.parametrize("key", SITES, ids=[SITES[key][0]["id"] for key in SITES])
def test_a_reference_is_printed_as_its_field_would(key: str, request: Any, tmp_path: Path) -> None:
    folder = request.getfixturevalue("largest") if key == LARGEST else tmp_path
    # Also where it has been built: what is written again is read again, and told.
    write_site(key, folder)
    out, log = build(folder, "html")
    cases = SITES[key]
    wrong = {case["id"]: faults for case in cases if (faults := list(faults_of(case, out, log)))}
    assert wrong == {}
    out, _log = build(folder, "text")
    pages = {case["id"]: (out / f"c/{case['id']}.txt").read_text("utf-8") for case in cases}
    assert {
        case["id"]: pages[case["id"]] for case in cases if not says(pages[case["id"]], case)
    } == {}
    out, _log = build(folder, "typst")
    assert unsaid(flat_text_of(out / "cv.pdf"), key) == []
    assert off_the_page(out / "cv.pdf") == []


def test_the_pdf_by_latex_says_the_same(largest: Path) -> None:
    out, _log = build(largest, "latex")
    assert unsaid(flat_text_of(lualatex(out)), LARGEST) == []
    assert off_the_page(out / "cv.pdf") == []
    assert "Overfull" not in (out / "cv.log").read_text("utf-8", errors="replace")


# On paper some authors are left out, and no font has the letters of all scripts.
NOT_ON_PAPER = {"stay-max-authors", "stay-chinese"}


def letters(text: str) -> str:
    """Return text without blanks, the ends of its lines, and the marks of bold and italics.

    Print has typographic apostrophes.
    """
    same = {ord("⋅"): "·", ord("’"): "'", ord("\u2062"): "", ord("\u2061"): ""}
    return re.sub(r"[\s*_\u00ad\u2010-]", "", normalize("NFKC", text).translate(same))


def says(text: str, case: dict[str, Any]) -> bool:
    return letters(case.get("html_text", "")) in letters(text)


def unsaid(text: str, key: str) -> list[str]:
    """Return the cases whose reference a PDF does not have."""
    wanted = (case for case in SITES[key] if case["id"] not in NOT_ON_PAPER)
    return [case["id"] for case in wanted if not says(text, case)]


def off_the_page(pdf: Path) -> list[str]:
    """Return the words of a PDF that end in its margin or beyond the page."""
    words = words_in(pdf)
    end = width_of(pdf) - min(word.left for word in words)
    return [word.text for word in words if word.right > end + 1]


def faults_of(case: dict[str, Any], out: Path, log: str) -> Iterator[tuple[str, object, object]]:
    """Yield what a case says otherwise than its page: name, wanted, seen."""
    page = out / "c" / f"{case['id']}.html"
    article = part_of(page, "article")
    items = article.find_all("li", class_="cv-publication")
    keys = [re.sub(r"^cite-\d+-", "", item["id"]) for item in items]
    item = dict(zip(keys, items, strict=True)).get(case.get("key", "").lower(), items[0])
    reference = item.find("p", class_="cv-reference")
    links, details = links_in(item)
    headings = headings_above(item, case)
    legend = article.find("p", class_="cv-legend")
    seen: dict[str, object] = {
        "raw": case.get("raw") if case.get("raw", "") in reference.get_text() else None,
        "html_text": text_of(reference),
        "bold": [fold(name.get_text()) for name in reference.find_all(class_="cv-owner")],
        "italic": [fold(part.get_text()) for part in reference.find_all("em")],
        "group": headings.get("type"),
        "year_heading": headings.get("year"),
        "order": keys,
        "labels": [fold(label.get_text()) for label in article.find_all(class_="cv-label")],
        "legend": fold(legend.get_text()) if legend else "",
    }
    wanted = {"bold": [case.get("owner", OWNER)]} | case
    for name, value in seen.items():
        want = wanted.get(name, value)
        if (want if name != "order" else [key.lower() for key in want]) != value:
            yield name, want, value
    want_links = case.get("links", [])
    if len(want_links) != len(links) or not all(
        label == got[0] and is_same_address(address, got[1])
        for (label, address), got in zip(want_links, links, strict=True)
    ):
        yield "links", want_links, links
    yield from faults_of_warnings(case, log)
    tagged = details and "citation" in case
    tags = citation_tags((page.parent / details).resolve()) if tagged else {}
    for name, value in case.get("citation", {}).items():
        if tags.get(name, []) != ([value] if isinstance(value, str) else value):
            yield name, value, tags.get(name)


def faults_of_warnings(case: dict[str, Any], log: str) -> Iterator[tuple[str, object, object]]:
    told, want = warnings_of(log, case), case.get("warnings", [])
    places = Counter((one["rule"], one["line"]) for one in want)
    said = all(
        any(
            (one["rule"], one["line"]) == (rule, line)
            and one.get("says", "") in text
            and not (one.get("not") and one["not"] in text)
            for rule, line, text in told
        )
        for one in want
    )
    if places != Counter((rule, line) for rule, line, _text in told) or not said:
        yield "warnings", want, told
