"""Where a work is found, as the style says it: journals, books, preprints, theses, reports."""

import pytest
from pybtex.database import Entry
from styled import formatted, line, make, tags

from sphinx_cv.bibliography.reference.style import (
    VENUE,
    Reference,
    References,
)
from sphinx_cv.bibliography.reference.venue import VENUE_FIELDS


@pytest.mark.parametrize(
    ("kind", "fields", "text"),
    [
        (
            "article",
            {"volume": "12", "number": "3", "pages": "45--67"},
            "Letters, 12(3), 45–67, 2020",
        ),
        (
            "article",
            {"volume": "12", "issue": "1-2", "pages": "45-67"},
            "Letters, 12(1–2), 45–67, 2020",
        ),
        ("article", {"volume": "12"}, "Letters, 12, 2020"),
        ("article", {"number": "3"}, "Letters, no. 3, 2020"),
        ("article", {"pages": r"579\psqq"}, "Letters, pp. 579\u00a0ff., 2020"),
        ("article", {"eid": "023456"}, "Letters, article 023456, 2020"),
        ("article", {"articleno": "45", "numpages": "12"}, "Letters, article 45, 2020"),
        ("article", {"article-number": "1234"}, "Letters, article 1234, 2020"),
        ("article", {"pages": "45:1--45:12", "articleno": "45"}, "Letters, pp. 45:1–45:12, 2020"),
        ("article", {"pages": "A 4-1--A 4-9, 10-12"}, "Letters, pp. A 4-1–A 4-9, 10–12, 2020"),
        ("article", {"journal": "", "journaltitle": "J", "journalsubtitle": "A"}, "J: A, 2020"),
        (
            "incollection",
            {"journal": "", "booktitle": "Looms?", "booksubtitle": "A Reader"},
            "In Looms? A Reader, 2020",
        ),
        ("article", {"pages": "S1 - S9, 11"}, "Letters, pp. S1–S9, 11, 2020"),
        ("article", {"journal": "CoRR", "volume": "abs/2001.00003"}, "arXiv:2001.00003, 2020"),
        (
            "article",
            {"journal": "arXiv preprint arXiv:2001.00003", "pages": "arXiv--2001"},
            "arXiv:2001.00003, 2020",
        ),
        (
            "incollection",
            {"journal": "", "booktitle": "Engines", "pages": "1--2"},
            "In Engines, 1–2, 2020",
        ),
        (
            "inproceedings",
            {"journal": "", "booktitle": "ICML", "volume": "7", "pages": "1--2"},
            "In ICML (vol. 7), 1–2, 2020",
        ),
        ("book", {"journal": "", "publisher": "Press", "pages": "300"}, "Press, 2020"),
    ],
)
def test_a_part_is_found_in_its_journal_or_book(kind, fields, text):
    entry = Entry(kind, fields={"journal": "Letters", "year": "2020"} | fields)
    entry.key = "key"
    found = [part for part in Reference(entry, References()).parts() if part.name == VENUE]
    assert "".join(map(str, found)) == text


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({}, "Engines. arXiv:2001.00003, 2020."),
        ({"howpublished": "Preprint"}, "Engines. Preprint, 2020."),
        ({"journal": "Letters"}, "Engines. Letters, 2020."),
        ({"note": "arXiv:2001.00003"}, "Engines. arXiv:2001.00003, 2020."),
    ],
)
def test_a_preprint_without_words_of_its_own_has_its_number(fields, text):
    assert line(title="Engines", year="2020", eprint="2001.00003v2", **fields) == text


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("patent", "Engines. Patent US 1,234,567, 2020."),
        ("techreport", "Engines. Technical report US 1,234,567, Royal Society, 2020."),
        ("misc", "Engines. 2020."),
    ],
)
def test_patents_and_reports_have_their_number(kind, text):
    entry = make(title="Engines", year="2020", number="US 1,234,567")
    entry.type = kind
    if kind == "techreport":
        entry.fields["institution"] = "Royal Society"
    assert str(formatted(entry)) == text


@pytest.mark.parametrize(
    ("kind", "typed", "text"),
    [
        ("phdthesis", "", "Cogs. Ph.D. thesis, ENS."),
        ("mastersthesis", "", "Cogs. Master’s thesis, ENS."),
        ("thesis", "mathesis", "Cogs. Master’s thesis, ENS."),
        ("phdthesis", "Habilitation", "Cogs. Habilitation, ENS."),
        ("thesis", "", "Cogs. Thesis, ENS."),
        ("misc", "phdthesis", "Cogs. Ph.D. thesis, ENS."),
    ],
)
def test_a_thesis_says_which_it_is(kind, typed, text):
    entry = make(title="Cogs", school="ENS", **({"type": typed} if typed else {}))
    entry.type = kind
    assert str(formatted(entry)) == text


@pytest.mark.parametrize("field", VENUE_FIELDS)
def test_what_holds_a_work_is_in_italics_and_a_house_is_not(field):
    found = tags(formatted(make(title="Engines", year="2020", **{field: "Letters"})))
    holds = field in ("journal", "journaltitle", "booktitle")
    assert found.get("em") == ("Letters" if holds else None)
    assert found[VENUE] == "Letters, 2020"


def test_the_most_telling_venue_is_printed():
    assert line(publisher="House", booktitle="Proceedings") == "king2020. Proceedings."
