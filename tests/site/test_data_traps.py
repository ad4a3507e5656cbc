"""The files of data where a CV is hostile, or says what a format has no form for."""

from __future__ import annotations

import json
import re
import zipfile
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import docx
import feedparser
import pytest
import rispy
import vobject
from bs4 import BeautifulSoup
from icalendar import Calendar
from pybtex.database import parse_string

from manual import PAGES, blocks
from sphinx_cv.data.files import EXPORTS, exports

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from helpers import Built
    from sphinx_cv.data.files import Export

# Talks of these titles and places, and publications of these titles.
HOSTILE = (
    "</script><script>alert(1)</script>",
    "]]><!--",
    '=HYPERLINK("https://example.org")',
    "+1-1; @SUM(A1)",
    "x\\y; z, BEGIN:VEVENT",
    "a{b}c & &lt; %0D%0A",
    "\u202eevil\u2066",
    "ER  - x",
    "\N{GRINNING FACE}" * 40,
)
PAPER = "@article{{k{0}, author={{{1}}}, title={{{2}}}, journal={{J\x02}}, year={{2020}}}}\n"
# A name may be of any letters, but for those that end a field or separate names.
NAMES = ('=cmd("x"), \x07Ada', "{</script>\x1b}", "King & Sons; x, Ada", "\u202eBo, Li")
FITTING = [text for text in HOSTILE if not set(text) & {"{", "\\", "%", "&"}]


def as_markdown(text: str) -> str:
    return text.replace("&", "&amp;").replace("\\", "\\\\")


def told(text: str) -> str:
    return " ".join(text.split())


def test_no_text_breaks_a_format(site: Callable[..., Built]) -> None:
    talks = [
        f"```{{talk}} Talk {number}\n:event: {as_markdown(text)}\n:date: 2024-05-01\n```"
        for number, text in enumerate(HOSTILE)
    ]
    papers = [
        PAPER.format(number, NAMES[number % len(NAMES)].replace("&", r"\&"), f"Of {text}")
        for number, text in enumerate(FITTING)
    ]
    position = "x</script>;,\\ y"
    page = "# Ada\n\n" + "\n\n".join(talks) + "\n\n```{publication-list}\n```\n"
    built = site(
        {"index.md": page, "refs.bib": "".join(papers)},
        cv_profile={"name": "Ada <King>", "position": position, "address": position},
        cv_publication_pages=True,
        cv_pdf="",
        cv_today="2024-06-01",
    )
    places = [told(text) for text in HOSTILE]
    resume = json.loads(built.text("cv.json"))
    assert resume["basics"]["label"] == position
    assert [row["entity"] for row in resume["projects"]] == places
    events = Calendar.from_ical(built.text("talks.ics")).walk("VEVENT")
    assert [str(event["LOCATION"]) for event in events] == places
    feed = feedparser.parse(built.text("feed.xml"), sanitize_html=False)
    assert not feed.bozo
    assert len(feed.entries) == len(places) + len(FITTING)
    card = vobject.readOne(built.text("cv.vcf"))
    assert (card.fn.value, card.title.value) == ("Ada <King>", position)
    assert card.adr.value.street == position
    titles = {told(f"Of {text}").replace("--", "–") for text in FITTING}
    assert {item["title"] for item in json.loads(built.text("publications.csl.json"))} == titles
    assert {row["title"] for row in rispy.loads(built.text("publications.ris"))} == titles
    assert len(parse_string(built.text("publications.bib"), "bibtex").entries) == len(titles)
    words = "\n".join(part.text for part in docx.Document(str(built.out / "cv.docx")).paragraphs)
    for said in places:
        typeset = said.replace("--", "–").replace('("', "(“").replace('")', "”)")
        assert typeset in words, typeset
        assert typeset in built.text("cv.txt"), typeset
    assert "# Ada \\<King\\>" in built.text("llms.txt")
    assert len([*built.out.rglob("publications/*.html")]) == len(titles)
    for page in built.out.rglob("*.html"):
        for graph in scripts(page):
            assert "<" not in graph
            assert json.loads(graph)["@graph"]
    no_control_characters(built.out)


def scripts(page: Path) -> list[str]:
    """Return the data of a page as written."""
    found = BeautifulSoup(page.read_text("utf-8"), "html.parser").find_all(
        "script", type="application/ld+json"
    )
    return [str(script.string) for script in found]


def no_control_characters(out: Path) -> None:
    names = {path.name for path in out.iterdir()} & FILES
    assert names == FILES
    with zipfile.ZipFile(out / "cv.docx") as word:
        data = [word.read("word/document.xml")]
    data += [(out / name).read_bytes() for name in names - {"cv.docx"}]
    assert not any(re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", each) for each in data)


CAREER = """# Ada

```{cv-entry} Fellow
:kind: experience
:organization: Loom
:start: 2020
:end: 2020
```

```{cv-entry} Miller
:kind: experience
:organization: Mill
:start: 2021-05
:end: present

It is $x^2$.
```

```{talk} Of a month
:event: Month Days
:date: 2024-05
```

```{publication-list}
```
"""
PAPERS = """
@article{old, author = {King, Ada}, author+an = {1=highlight}, title = {Old}, year = {2019},
  journal = {J}, code = {https://example.org/code}, video = {https://example.org/video}}
@misc{new, author = {King, Ada}, title = {New}, year = {2021}, eprint = {2109.01213},
  eprinttype = {arxiv}}
"""


def test_what_a_format_has_no_form_for_is_left_out(site: Callable[..., Built]) -> None:
    built = site({"index.md": CAREER, "refs.bib": PAPERS}, cv_pdf="", cv_today="2024-06-01")
    # A calendar knows days alone.
    assert not (built.out / "talks.ics").exists()
    fellow, miller = json.loads(built.text("cv.json"))["work"]
    assert (fellow["startDate"], fellow.get("endDate")) == ("2020", None)
    assert (miller["startDate"], miller.get("endDate")) == ("2021-05", None)
    assert [item["id"] for item in json.loads(built.text("publications.csl.json"))] == [
        "new",
        "old",
    ]
    assert re.findall(r"@\w+{(\w+),", built.text("publications.bib")) == ["new", "old"]
    assert "King, Ada" in built.text("publications.bib")
    for field in ("code", "video", "an =", "highlight"):
        assert field not in built.text("publications.bib"), field
    feed = feedparser.parse(built.text("feed.xml"))
    dates = {entry.title: entry.published for entry in feed.entries}
    assert dates["Old"] == "2019-01-01T00:00:00Z"
    assert dates["Of a month"] == "2024-05-01T00:00:00Z"
    word = docx.Document(str(built.out / "cv.docx"))
    texts = [part.text for part in word.paragraphs]
    assert "Miller, Mill\tMay\xa02021\xa0–\xa0present" in texts
    assert "It is x^2." in texts
    with zipfile.ZipFile(built.out / "cv.docx") as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_what_names_an_event_is_its_facts_and_not_its_place(site: Callable[..., Built]) -> None:
    def named(files: dict[str, str]) -> tuple[set[str], set[str]]:
        built = site(files, cv_pdf="", cv_today="2024-06-01", cv_exports=["ics", "feed"])
        events = Calendar.from_ical(built.text("talks.ics")).walk("VEVENT")
        feed = feedparser.parse(built.text("feed.xml"))
        return {str(event["UID"]) for event in events}, {entry.id for entry in feed.entries}

    one, other = (
        f"```{{talk}} {title}\n:event: Days\n:date: {day}\n```\n"
        for title, day in (("Mills", "2024-05-01"), ("Looms", "2024-05-02"))
    )
    apart = {
        "index.md": f"# Ada\n\n```{{toctree}}\ntalks\n```\n\n{other}",
        "talks.md": f"# T\n\n{one}",
    }
    assert named({"index.md": f"# Ada\n\n{one}\n{other}"}) == named(apart)


def test_each_page_has_one_owner_and_llms_txt_leads_to_files(everything: Path) -> None:
    pages = [page for page in everything.rglob("*.html") if scripts(page)]
    assert len(pages) > 15
    for page in pages:
        (script,) = scripts(page)
        nodes: list[dict[str, Any]] = json.loads(script)["@graph"]
        assert [node["@id"] for node in nodes if node["@type"] == "Person"] == [
            "https://ada.example.org/cv/#me"
        ]
    (home,) = (json.loads(script)["@graph"] for script in scripts(everything / "index.html"))
    (degree, certificate) = home[1]["hasCredential"]
    assert (degree["name"], degree["recognizedBy"]["name"]) == ("Ph.D. in Engines", "Old School")
    assert certificate["name"] == "Safe milling"
    links = re.findall(
        r"\]\(https://ada\.example\.org/cv/(.*?)\)", (everything / "llms.txt").read_text()
    )
    assert {*links} >= {"cv.txt", "cv.json", "talks.ics", "talks.html"}
    assert [link for link in links if not (everything / (link or "index.html")).is_file()] == []


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.key)
def test_each_file_can_be_switched_off_or_be_the_only_one(export: Export) -> None:
    def offered(chosen: object) -> set[str]:
        return {each.key for each in exports(SimpleNamespace(cv_exports=chosen))}  # type: ignore[arg-type]

    every = {each.key for each in EXPORTS}
    assert offered({}) == every
    assert offered({export.key: False}) == every - {export.key}
    assert offered([export.key]) == {export.key}


@pytest.mark.parametrize(
    ("folder", "language", "label"),
    [
        (".", "en", "Ph.D. candidate in Machine Learning"),
        ("fr", "fr", "Doctorant en apprentissage automatique"),
        ("he", "he", "דוקטורנט בלמידת מכונה"),
        ("zh-cn", "zh-CN", "机器学习博士研究生"),
    ],
)
def test_each_language_of_a_site_has_its_own(
    translated: Path, folder: str, language: str, label: str
) -> None:
    out = translated / "html" / folder
    resume = json.loads((out / "cv.json").read_text("utf-8"))
    assert resume["basics"]["label"] == label
    card = vobject.readOne((out / "cv.vcf").read_text("utf-8"))
    assert card.title.value == label
    feed = feedparser.parse((out / "feed.xml").read_text("utf-8"))
    assert feed.feed.language == language
    word = docx.Document(str(out / "cv.docx"))
    assert word.core_properties.language.replace("_", "-") == language
    (page, owner) = (
        json.loads(script)["@graph"] for script in scripts(out / "index.html")
    ).__next__()
    assert (page["inLanguage"], owner["jobTitle"]) == (language, label)
    headings = [part.text for part in word.paragraphs if part.style.name == "Heading 1"]
    lines = (out / "cv.txt").read_text("utf-8").splitlines()
    assert len(headings) == 9
    assert {heading.upper() for heading in headings} <= {*lines}
    assert {path.name for path in out.iterdir()} >= FILES - {"talks.ics"}


def test_the_examples_of_the_manual_choose_what_they_say(site: Callable[..., Built]) -> None:
    page = f"# Ada\n\n{DAY}\n```{{publication-list}}\n```\n"
    found = []
    for block in blocks("python", PAGES["data.md"]):
        conf: dict[str, Any] = {}
        exec(block, {}, conf)
        built = site({"index.md": page}, **{"cv_pdf": ""} | conf)
        assert not [line for line in built.warnings if "already registered" not in line]
        found.append(FILES - {path.name for path in built.out.iterdir()})
        if "html_baseurl" in conf:
            (graph,) = (
                json.loads(script)["@graph"] for script in scripts(built.out / "index.html")
            )
            assert graph[1]["@id"] == "https://ada.example.org/#me"
            assert graph[1]["alternateName"] == ["A. A. King"]
    some, few, every, inside = found
    assert some == {"llms.txt", "cv.docx"}
    assert FILES - few == {"publications.bib", "cv.docx"}
    assert every == inside == set()


DAY = "```{talk} Mills\n:event: Days\n:date: 2024-05-01\n```\n"
FILES = {export.filename for export in EXPORTS}
