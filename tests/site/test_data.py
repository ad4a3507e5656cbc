"""The files of data beside a site: what other programs read in them, and what is in none."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import fastjsonschema
import feedparser
import pytest
import rispy
import vobject
from bs4 import BeautifulSoup
from icalendar import Calendar

from helpers import BIB, EVERYTHING, sphinx_build
from sphinx_cv.data import works
from sphinx_cv.data.csl import csl_item

if TYPE_CHECKING:
    from collections.abc import Callable

    from pybtex.database import Entry

    from helpers import Built

DATA = Path(__file__).parents[1] / "data"
FILES = {
    *("cv.json", "cv.vcf", "publications.bib", "publications.ris", "publications.csl.json"),
    *("talks.ics", "feed.xml", "llms.txt", "cv.txt", "cv.docx"),
}
TALK = "```{talk} On mills\n:event: Mill Days\n:date: 2024-05-01\n```\n"


def json_ld(page: Path) -> list[dict[str, Any]]:
    """Return the nodes of the JSON-LD of a page."""
    (script,) = BeautifulSoup(page.read_text("utf-8"), "html.parser").find_all(
        "script", type="application/ld+json"
    )
    return json.loads(script.string)["@graph"]  # type: ignore[no-any-return]


def text_of(path: Path) -> str:
    """Return a file as text; of a Word file all its parts."""
    if path.suffix != ".docx":
        return path.read_text("utf-8")
    with zipfile.ZipFile(path) as parts:
        return "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


def test_the_whole_cv_fits_the_schema_of_json_resume(everything: Path) -> None:
    schema = json.loads((DATA / "schemas/jsonresume.json").read_text("utf-8"))
    resume = json.loads((everything / "cv.json").read_text("utf-8"))
    fastjsonschema.compile(schema)(resume)
    assert resume["basics"]["location"]["address"] == "12 Public Square; London, England"
    assert resume["work"][0]["summary"] == "Leads the mill\nTurns the loom"
    assert "endDate" not in resume["work"][0]
    assert resume["work"][2]["dates"] == "2019, 2021–2023"
    assert {row["type"] for row in resume["projects"]} >= {"Grants", "Students", "Software"}
    (mill,) = [row for row in resume["publications"] if row["name"].startswith("On mills")]
    assert mill["summary"] == "Ada M. King, John von Neumann et al."
    assert [row["name"] for row in resume["publications"]][:2] == ["In press", "Wheels"]


def test_the_calendar_has_the_talks_of_a_day(everything: Path) -> None:
    text = (everything / "talks.ics").read_bytes()
    assert b"\n" not in text.replace(b"\r\n", b"")
    first, second = Calendar.from_ical(text).walk("VEVENT")
    assert str(first["SUMMARY"]) == "On mills; and looms, again"
    assert (first.start.isoformat(), first.end.isoformat()) == ("2023-05-03", "2023-05-05")
    assert str(first["LOCATION"]) == "Mill Days, Old School, Paris"
    assert str(first["URL"]).startswith("https://ada.example.org/cv/talks.html#")
    assert str(second["DESCRIPTION"]) == "in French"
    assert first["UID"] != second["UID"]


def test_the_feed_has_what_is_new_by_date(everything: Path) -> None:
    feed = feedparser.parse((everything / "feed.xml").read_text("utf-8"))
    assert not feed.bozo
    assert feed.version == "atom10"
    assert [entry.title for entry in feed.entries][:2] == ["Wheels from afar", "Wheels"]
    days = [entry.published for entry in feed.entries]
    assert days == sorted(days, reverse=True)
    ids = [entry.id for entry in feed.entries]
    assert len({*ids}) == len(ids)
    assert all(re.fullmatch(r"tag:ada\.example\.org,2000:\w+:\w{32}", id_) for id_ in ids)
    assert all(entry.link.startswith("https://ada.example.org/cv/") for entry in feed.entries)


def test_the_card_has_the_public_contact_alone(everything: Path) -> None:
    card = vobject.readOne((everything / "cv.vcf").read_text("utf-8"))
    assert (card.n.value.family, card.n.value.given) == ("King", "Ada M.")
    assert card.email.value == "ada@example.org"
    assert [org.value for org in card.contents["org"]] == [
        ["Analytical Society, London"],
        ["Royal Mill"],
    ]
    assert "tel" not in card.contents


def test_the_publications_read_back(everything: Path) -> None:
    read = rispy.loads((everything / "publications.ris").read_text("utf-8"))
    items = json.loads((everything / "publications.csl.json").read_text("utf-8"))
    assert [row["id"] for row in read] == [item["id"] for item in items]
    assert len(items) == 13


def test_every_page_links_to_the_data_and_says_what_it_is(everything: Path) -> None:
    for name in ("index.html", "talks.html", "publications/mill.html"):
        page = BeautifulSoup((everything / name).read_text("utf-8"), "html.parser")
        head = [link["href"] for link in page.head.find_all("link", rel="alternate")]
        foot = [link["href"] for link in page.select(".cv-data a")]
        assert head == foot
        files = {((everything / name).parent / link).resolve() for link in foot}
        assert {path.name for path in files if path.is_file()} >= FILES - {"llms.txt"}


def test_the_home_page_tells_who_the_owner_is(everything: Path) -> None:
    page, owner = json_ld(everything / "index.html")
    assert page["@type"] == "ProfilePage"
    assert page["mainEntity"] == {"@id": owner["@id"]} == {"@id": "https://ada.example.org/cv/#me"}
    assert (owner["name"], owner["honorificPrefix"]) == ("Ada M. King", "Prof. Dr.")
    assert [part["name"] for part in owner["affiliation"]] == [
        "Analytical Society, London",
        "Royal Mill",
    ]
    assert owner["identifier"]["value"] == "orcid:0000-0002-1825-0097"
    # An ended job is no employer, a running degree no alma mater.
    assert [role["worksFor"]["name"] for role in owner["worksFor"]] == ["Analytical Society"]
    assert [role["alumniOf"]["name"] for role in owner["alumniOf"]] == ["Old School"]
    assert [each["name"] for each in owner["knowsLanguage"]] == ["English", "Français"]
    assert owner["award"] == ["Golden Wheel, Royal Mill, 2022"]


def test_a_talk_is_an_event_with_its_papers(everything: Path) -> None:
    _page, _owner, mills, wheels, _rome = json_ld(everything / "talks.html")
    assert (mills["@type"], mills["name"], mills["startDate"]) == (
        "Event",
        "Mill Days",
        "2023-05-03",
    )
    paper = "https://ada.example.org/cv/publications/mill.html"
    assert [work["@id"] for work in mills["workFeatured"]["isBasedOn"]] == [paper]
    assert wheels["location"] == {
        "@type": "VirtualLocation",
        "url": "https://example.org/join",
        "name": "Online Seminar, Online",
    }
    article, owner = json_ld(everything / "publications/mill.html")
    assert (article["@type"], article["@id"]) == ("ScholarlyArticle", paper)
    assert [person.get("@id") for person in article["author"]] == [owner["@id"], None]
    assert article["isPartOf"]["isPartOf"]["isPartOf"]["name"] == "Journal of Mills"


@pytest.mark.parametrize("builder", ["html", "dirhtml", "singlehtml"])
def test_no_page_has_two_owners(site: Callable[..., Built], builder: str) -> None:
    built = site(TALK + "```{publication-list}\n```", builder, cv_exports=["jsonld"], cv_pdf="")
    nodes = json_ld(built.out / "index.html")
    ids = [node["@id"] for node in nodes if "@id" in node]
    assert ids == ["_:me"]


def test_private_facts_are_in_no_byte(everything: Path) -> None:
    for name in FILES:
        text = text_of(everything / name)
        assert "Ada" in text or name == "talks.ics"
        assert "private place" not in text
        assert "1234" not in text


def test_what_is_switched_off_is_neither_written_nor_linked_nor_left(
    site: Callable[..., Built],
) -> None:
    files = {"index.md": TALK}
    assert (site(files).out / "talks.ics").is_file()
    built = site(files, fresh=False, cv_exports={"ics": False, "jsonld": False})
    assert not (built.out / "talks.ics").exists()
    assert "talks.ics" not in built.text("index.html")
    assert "ld+json" not in built.text("index.html")
    assert (built.out / "cv.json").is_file()
    built = site(files, fresh=False, cv_exports=["vcf"])
    assert not (built.out / "cv.json").exists()
    assert [link["href"] for link in built.page().select(".cv-data a")] == ["cv.vcf"]


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({"docs": False}, 'cv_exports has no key "docs". Did you mean "docx"?'),
        (["word"], 'cv_exports has no key "word". Known: '),
        ({"ics": "no"}, '"ics" in cv_exports is not True or False: write True'),
        ("ics", "cv_exports is not a dictionary or a list: write cv_exports = "),
    ],
)
def test_a_wrong_choice_says_what_to_write(
    site: Callable[..., Built], value: object, message: str
) -> None:
    (warning,) = site("# Ada", "dummy", cv_exports=value).warnings
    assert message in warning
    assert "conf.py:" in warning


def test_a_calendar_comes_and_goes_with_its_talks(site: Callable[..., Built]) -> None:
    files = {"index.md": "# Ada\n\n```{toctree}\ntalks\n```\n", "talks.md": "# Talks\n\nNone yet."}
    built = site(files)
    assert not (built.out / "talks.ics").exists()
    built = site(files | {"talks.md": f"# Talks\n\n{TALK}"}, fresh=False)
    assert (built.out / "talks.ics").is_file()
    # On the page that has not changed as well.
    assert "talks.ics" in built.text("index.html")
    assert not (site(files, fresh=False).out / "talks.ics").exists()


def test_a_file_of_the_authors_stays(site: Callable[..., Built]) -> None:
    built = site({"index.md": "# Ada", "extra/llms.txt": "mine"}, html_extra_path=["extra"])
    assert built.text("llms.txt") == "mine"


def test_the_bytes_depend_on_the_sources_alone(everything: Path, tmp_path: Path) -> None:
    source = tmp_path / "copy"
    shutil.copytree(EVERYTHING, source)
    sphinx_build("html", tmp_path / "out", source=source)
    for name in FILES:
        assert (tmp_path / "out" / name).read_bytes() == (everything / name).read_bytes(), name


def test_an_item_is_made_once_for_all_formats_and_anew_by_the_next_build(
    site: Callable[..., Built], monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def counted(entry: Entry) -> dict[str, Any]:
        made.append(entry.key)
        return csl_item(entry)

    monkeypatch.setattr(works, "csl_item", counted)
    page = f"{TALK[:-4]}:publication: lovelace1843notes\n```\n\n```{{publication-list}}\n```\n"
    conf = {"cv_publication_pages": True, "cv_pdf": "", "cv_exports": {"docx": False, "txt": False}}
    built = site(page, **conf)
    assert made == ["lovelace1843notes"]
    files = {"index.md": page, "refs.bib": BIB.replace("Notes on", "Thoughts on")}
    site(files, fresh=False, **conf)
    assert made == ["lovelace1843notes"] * 2
    for name in ("publications.csl.json", "publications.ris", "cv.json", "feed.xml"):
        assert "Thoughts on the Analytical Engine" in built.text(name), name
