"""Publications as CSL-JSON and RIS: other programs read what we write, and nothing is lost."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

import fastjsonschema
import pytest
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc import formatter as formatters
from citeproc.source.json import CiteProcJSON
from hypothesis import assume, given
from hypothesis import strategies as st
from pybtex.database import Entry, Person

from entries import entry, whole
from sphinx_cv.bibliography.entry_types import TYPES
from sphinx_cv.bibliography.file.reader import read_files
from sphinx_cv.bibliography.reference.style import References
from sphinx_cv.data.csl import authors_of, csl_item, to_csl, written_name
from sphinx_cv.data.ris import ris_of, to_ris
from sphinx_cv.model.options.references import ReferenceOptions

if TYPE_CHECKING:
    from collections.abc import Callable

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture(scope="module")
def is_csl() -> Callable[[Any], Any]:
    schema = json.loads((DATA / "schemas/csl-data.json").read_text("utf-8"))
    return fastjsonschema.compile(schema)


def corpus() -> list[Entry]:
    """Return the entries of every .bib file of the tests."""
    files = sorted((DATA / "bib").glob("*.bib"))
    return [
        found
        for path in files
        for found in read_files([path], "utf-8", anchor=str).data.entries.values()
    ]


def test_every_publication_of_every_program_fits_the_schema(is_csl: Callable[[Any], Any]) -> None:
    entries = corpus()
    items = json.loads(to_csl(map(csl_item, entries)))
    is_csl(items)
    assert len(items) == len(entries) > 150
    assert all(item["title"] for item in items)


@pytest.mark.parametrize("type_", TYPES)
def test_every_type_fits_the_schema_and_says_when(type_: str, is_csl: Callable[[Any], Any]) -> None:
    item = csl_item(whole(type_))
    is_csl([item])
    assert item["issued"] == {"date-parts": [[2020, 5, 12]]}
    assert item["DOI"] == "10.1000/182"


def test_a_citation_processor_renders_every_type() -> None:
    items = [csl_item(whole(type_)) | {"id": type_} for type_ in TYPES]
    with warnings.catch_warnings():
        # It warns of names that it does not know.
        warnings.simplefilter("ignore")
        style = CitationStylesStyle(str(DATA / "csl/plain.csl"), validate=False)
        made = CitationStylesBibliography(style, CiteProcJSON(items), formatters.plain)
        for item in items:
            made.register(Citation([CitationItem(item["id"])]))
        rendered = [str(text) for text in made.bibliography()]
    assert len(rendered) == len(items)
    assert all("King, A. (2020). Of mills" in text for text in rendered)


def test_ris_reads_back() -> None:
    entries = corpus()
    read = rispy.loads(to_ris(map(csl_item, entries)))
    assert [row["id"] for row in read] == [csl_item(each)["id"] for each in entries]
    for row, each in zip(read, entries, strict=True):
        assert row["title"] == csl_item(each)["title"]
        named = [name for name in csl_item(each).get("author", ()) if "others" not in name.values()]
        assert len(row.get("authors", [])) == len(named)


def test_a_journal_article_says_where_it_stood() -> None:
    made = entry(
        title="Of mills", journal="Mills", volume="3", number="4", pages="11--19", year="2020"
    )
    item = csl_item(made)
    assert item["type"] == "article-journal"
    assert (item["container-title"], item["volume"], item["issue"]) == ("Mills", "3", "4")
    assert item["page"] == "11-19"
    assert [
        (row["start_page"], row["end_page"]) for row in rispy.loads(ris_of(csl_item(made)))
    ] == [("11", "19")]


@pytest.mark.parametrize(
    ("fields", "number"),
    [
        ({"eprint": "2309.01213", "eprinttype": "arxiv"}, "arXiv:2309.01213"),
        (
            {"eprint": "2309.01213", "eprinttype": "arxiv", "howpublished": "Preprint"},
            "arXiv:2309.01213",
        ),
        ({"journal": "Mills", "eprint": "2309.01213", "eprinttype": "arxiv"}, None),
    ],
)
def test_only_a_preprint_has_the_number_of_its_archive(
    fields: dict[str, str], number: str | None
) -> None:
    item = csl_item(
        entry("misc" if "journal" not in fields else "article", title="Of mills", **fields)
    )
    assert item.get("number") == number
    assert (item["type"] == "article") is bool(number)


def test_a_preprint_without_its_number_has_none() -> None:
    item = csl_item(entry("misc", title="Of mills", howpublished="bioRxiv"))
    assert (item["publisher"], item.get("number")) == ("bioRxiv", None)


@pytest.mark.parametrize(
    ("kind", "fields", "said"),
    [
        ("phdthesis", {"type": "Theses"}, {"genre": "Ph.D. thesis"}),
        ("phdthesis", {"pages": "120"}, {"number-of-pages": "120", "page": None}),
        ("article", {"journal": "Mills", "pages": "1-1"}, {"page": None}),
        ("article", {"journal": "Mills", "volume": "PP", "number": "99"}, {"issue": None}),
        ("article", {"issn": "1474-547X (Electronic)"}, {"ISSN": "1474-547X"}),
        ("article", {"journal": "Lancet (London, England)"}, {"container-title": "Lancet"}),
        ("misc", {"note": r"[DOI:10.1000/1]"}, {"DOI": "10.1000/1", "note": None}),
        ("article", {"journal": "Mills", "volume": "3", "pages": "1-1"}, {"page": "1"}),
        ("misc", {"type": "Web Page", "number": "4 May"}, {"type": "webpage", "number": None}),
        ("misc", {"type": "data set"}, {"type": "dataset"}),
        ("misc", {"type": "Computer Program"}, {"type": "software"}),
    ],
)
def test_data_says_what_the_reference_does(
    kind: str, fields: dict[str, str], said: dict[str, str | None]
) -> None:
    item = csl_item(entry(kind, title="Of mills.", **fields))
    assert item["title"] == "Of mills"
    assert {name: item.get(name) for name in said} == said


def test_a_patent_has_the_number_that_its_note_tells() -> None:
    item = csl_item(entry("misc", title="Of mills", note="US Patent 10,452,978", year="2019"))
    assert (item["type"], item["genre"], item["number"]) == ("patent", "US Patent", "10,452,978")
    assert "note" not in item


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        (r"5 M$_{\odot}$ at 90$^\circ$ and $90^{\circ}$", "5 M⊙ at 90° and 90°"),
        ("A loom in the U.S.", "A loom in the U.S."),
        (r"n\({}^{\mbox{2}}\), $x_2$", "n², x_2"),
        (r"10$^{10}$ M$_{\odot}$, $^{13}$C, the 10$^{th}$", "10¹⁰ M⊙, ¹³C, the 10th"),
    ],
)
def test_a_title_is_plain_text(typed: str, plain: str) -> None:
    assert csl_item(entry(title=typed))["title"] == plain


def test_what_is_in_press_has_no_date_and_says_so() -> None:
    item = csl_item(entry(title="Of mills", journal="Mills", pubstate="inpress"))
    assert "issued" not in item
    assert item["status"] == "In press"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        (
            "von Neumann, John",
            {"family": "Neumann", "given": "John", "non-dropping-particle": "von"},
        ),
        ("King, Jr., Ada M.", {"family": "King", "given": "Ada M.", "suffix": "Jr."}),
        ("{Mill and Loom, Inc.}", {"literal": "Mill and Loom, Inc."}),
        ("Peyr{\\'e}, Gabriel", {"family": "Peyré", "given": "Gabriel"}),
        ("others", {"literal": "others"}),
    ],
)
def test_people_are_named_in_parts(typed: str, name: dict[str, str]) -> None:
    made = Entry("misc", {"title": "Of mills"}, {"author": [Person(typed)]})
    made.key = "key"
    assert csl_item(made)["author"] == [name]
    assert ("AU  - " in ris_of(csl_item(made))) is (typed != "others")


def test_a_name_is_written_as_people_do() -> None:
    assert written_name({"family": "Neumann", "given": "John", "non-dropping-particle": "von"}) == (
        "John von Neumann"
    )
    assert written_name({"family": "王", "given": "明"}) == "王明"


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_text_breaks_a_line_or_adds_one(title: str, journal: str) -> None:
    # "Mills PREPRINT" would be no journal.
    assume("print" not in journal.casefold())
    made = entry(title=f"Of mills {title}", journal=f"Mills {journal}", year="2020")
    lines = ris_of(csl_item(made)).split("\r\n")
    assert lines[0] == "TY  - JOUR"
    assert [line for line in lines if line.startswith("ER  -")] == ["ER  - "]
    assert all(line[2:6] == "  - " for line in lines if line)
    assert not any(ord(sign) < 32 for line in lines for sign in line)
    json.loads(to_csl([csl_item(made)]))


@pytest.mark.parametrize("options", [{}, {"year": "after-authors"}])
def test_the_authors_alone_come_without_the_year(options):
    references = References(ReferenceOptions.read(options))
    authors = authors_of(entry(people="King, Ada and Li, Bo", year="2020"), references)
    assert authors == "Ada King, Bo Li"
