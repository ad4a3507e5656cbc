"""The parts of a reference that have rules of their own: ranges, dates, archives, states."""

from __future__ import annotations

import pytest
from pybtex.database import Entry, Person

from sphinx_cv.bibliography.facts.archives import archive_named, archive_of
from sphinx_cv.bibliography.facts.dating import (
    months_of,
    printed_date,
    rank,
    with_dashes,
    year_text,
)
from sphinx_cv.bibliography.facts.ranges import issue, months, pages, volume
from sphinx_cv.bibliography.facts.work import Work
from sphinx_cv.bibliography.people.lists import split_names
from sphinx_cv.bibliography.reference.groups import age, year_heading
from sphinx_cv.bibliography.reference.host import edition, without_end
from sphinx_cv.bibliography.reference.people import format_name
from sphinx_cv.bibliography.reference.quotes import quoted
from sphinx_cv.bibliography.tex.text import rich


def work(kind: str = "article", **fields: str) -> Work:
    return Work(Entry(kind, fields))


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("45--67", "45–67"),
        ("45-67", "45–67"),
        ("45 – 67", "45–67"),
        ("45---67", "45–67"),
        ("7-7", "7"),
        ("12--", "12"),
        ("--12", "12"),
        ("pp. 3-9", "3–9"),
        ("S. 3-9", "3–9"),
        ("1-3,7--9", "1–3, 7–9"),
        ("4-1--4-9", "4-1–4-9"),
        ("iii--xii", "iii–xii"),
        ("e01786--19", "e01786-19"),
        ("H21L--1826", "H21L-1826"),
        ("92090X-92090X-5", "92090X"),
        ("149-+", "149"),
        ("L90+", "L90"),
        ("1088--96; discussion 1097-9", "1088–96; discussion 1097–9"),
        ("Land-water ecosystem interactions", "Land-water ecosystem interactions"),
        ("https://example.org/a-b", ""),
        ("10.1000/abc", ""),
        ("", ""),
    ],
)
def test_pages(typed: str, printed: str) -> None:
    assert pages(typed) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("1-2", "1–2"),
        ("7--8", "7–8"),
        ("Suppl 1", "Suppl 1"),
        ("Spring", "Spring"),
        ("0", ""),
        ("C", ""),
        ("C5", "C5"),
        ("June", ""),
        ("January/February", ""),
        ("1 DOI: 10.1007/x", "1"),
    ],
)
def test_an_issue(typed: str, printed: str) -> None:
    assert issue(typed) == printed


def test_the_months_of_an_issue_are_kept() -> None:
    assert months("January/February") == "January/February"
    assert months("Jan.") == "Jan."
    assert months("Marchand") == ""
    assert months("5") == ""


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("11493 LNCS", "11493"),
        ("122 ( Pt 2)", "122(Pt 2)"),
        ("16 (Suppl 1)", "16(Suppl 1)"),
        ("99-100", "99–100"),
        ("C", "C"),
        ("XII", "XII"),
        ("0", ""),
    ],
)
def test_a_volume(typed: str, printed: str) -> None:
    assert volume(typed) == printed


def test_an_issue_that_the_volume_names_is_said_once() -> None:
    assert work(volume="16 (Suppl 1)", number="Suppl 1").issue == ""
    assert work(volume="16", number="1").issue == "1"
    assert work(volume="1", number="1").issue == "1"


@pytest.mark.parametrize(
    ("fields", "printed"),
    [
        ({"year": "2020"}, "2020"),
        ({"year": "0"}, ""),
        ({"year": "2006-2017"}, "2006–2017"),
        ({"year": "2006-"}, "2006–"),
        ({"year": "2014-17"}, "2014–17"),
        ({"year": "2014-05-03"}, "2014"),
        ({"year": "in press"}, "in press"),
        ({"year": r"2020\natexlab{a}"}, "2020"),
        ({"date": "2014/2017"}, "2014–2017"),
        ({"date": "2014/2014-05"}, "2014"),
        ({"date": "2014/"}, "2014–"),
        ({"date": "2014/.."}, "2014–"),
        ({"date": "../2014"}, "–2014"),
        ({"date": "/2014"}, "–2014"),
        # A season of EDTF, and no month at all.
        ({"date": "2014-21"}, "2014"),
        ({"date": "2014-17"}, "2014–17"),
        ({"date": "2014-13"}, "2014"),
        ({"eventdate": "2014-05-03"}, "2014"),
        ({"date": "20XX"}, ""),
        ({}, ""),
    ],
)
def test_the_year(fields: dict[str, str], printed: str) -> None:
    assert year_text(fields) == printed


@pytest.mark.parametrize(
    ("fields", "printed"),
    [
        ({"date": "2019-07-01/2019-07-05"}, "July 1–5, 2019"),
        ({"date": "2019-05"}, "May 2019"),
        ({"year": "2019", "month": "may"}, "May 2019"),
        ({"year": "2019", "month": "MAR 12"}, "March 12, 2019"),
        ({"year": "2019", "month": "5", "day": "3"}, "May 3, 2019"),
        ({"year": "2019", "month": "2", "day": "31"}, "2019"),
        ({"year": "May 2019"}, "May 2019"),
        ({"date": "2019-05-03/"}, "May 3, 2019–"),
    ],
)
def test_the_whole_date(fields: dict[str, str], printed: str) -> None:
    assert printed_date(fields, "en") == printed


def test_works_are_sorted_by_the_end_of_their_range() -> None:
    assert rank({"year": "2006-2017"}) == (2017, 0, 0)
    assert rank({"year": "2014-17"}) == (2017, 0, 0)
    assert rank({"date": "2014-01-02/2014-03-04"}) == (2014, 3, 4)
    assert rank({"date": "2014/"}) == (2014, 0, 0)
    assert rank({"year": "2020/2021"}) == (2020, 0, 0)
    assert rank({}) == (0, 0, 0)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("may", [(5, 0)]),
        ("sept.", [(9, 0)]),
        ("März", [(3, 0)]),
        ("août", [(8, 0)]),
        ("enero", [(1, 0)]),
        ("5/6", [(5, 0), (6, 0)]),
        ("sep # {~3}", [(9, 3)]),
        ("13", []),
        ("Spring", []),
    ],
)
def test_months_as_people_type_them(typed: str, found: list[tuple[int, int]]) -> None:
    assert months_of(typed) == found


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Mills, June 1-6, 2025", "Mills, June 1–6, 2025"),
        ("Mills, 1-6 June 2025", "Mills, 1–6 June 2025"),
        ("Mills, Jan 30 - Feb 2, 2025", "Mills, Jan 30 – Feb 2, 2025"),
        ("Room 1-2", "Room 1-2"),
    ],
)
def test_the_days_in_a_note(typed: str, printed: str) -> None:
    assert with_dashes(typed) == printed


@pytest.mark.parametrize(
    ("venue", "name"),
    [
        ("arXiv preprint arXiv:2309.01213", "arXiv"),
        ("CoRR", "arXiv"),
        ("Available at SSRN 3456789", "SSRN"),
        ("bioRxiv", "bioRxiv"),
        ("SportRxiv", "SportRxiv"),
        ("Journal of Mills", ""),
        ("arXiv workshop on mills", ""),
    ],
)
def test_a_venue_that_is_an_archive(venue: str, name: str) -> None:
    assert archive_named(venue) == name


@pytest.mark.parametrize(
    ("fields", "printed"),
    [
        ({"eprint": "2309.01213"}, "arXiv:2309.01213"),
        ({"eprint": "0211159", "primaryclass": "math"}, "arXiv:math/0211159"),
        ({"doi": "10.48550/arXiv.2309.01213"}, "arXiv:2309.01213"),
        ({"doi": "10.31234/osf.io/kfnzt"}, "PsyArXiv kfnzt"),
        ({"doi": "10.2139/ssrn.3456789"}, "SSRN 3456789"),
        ({"hal_id": "hal-01234567"}, "HAL hal-01234567"),
        ({"eprint": "2021/124", "eprinttype": "iacr"}, "Cryptology ePrint Archive 2021/124"),
    ],
)
def test_the_number_of_a_preprint(fields: dict[str, str], printed: str) -> None:
    assert str(archive_of(fields, "")) == printed


def test_what_has_a_venue_is_no_preprint() -> None:
    assert archive_of({"eprint": "2309.01213"}, "Journal of Mills") is None
    assert archive_of({"eprint": "12345", "eprinttype": "jstor"}, "") is None


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("2", "2nd ed."),
        ("Second", "2nd ed."),
        ("3rd edition", "3rd ed."),
        ("twenty-first", "21st ed."),
        ("1", ""),
        ("first", ""),
        ("revised", "revised ed."),
        ("2., überarb. Aufl.", "2., überarb. Aufl."),
        ("", ""),
    ],
)
def test_an_edition(typed: str, printed: str) -> None:
    assert edition(work("book", edition=typed)) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Trinity College, Dublin.", "Trinity College, Dublin"),
        ("Mill Inc.", "Mill Inc."),
        ("Washington D.C.", "Washington D.C."),
        ("Oxford Univ.", "Oxford Univ."),
        ("Cambridge, Mass.", "Cambridge, Mass."),
        ("Provo, Utah.", "Provo, Utah"),
        ("West Lafayette, IN.", "West Lafayette, IN"),
        ("Mills in the U.S.", "Mills in the U.S."),
        ("Hedges", "Hedges"),
    ],
)
def test_a_full_stop_behind_a_house(typed: str, printed: str) -> None:
    assert without_end(typed) == printed


@pytest.mark.parametrize(
    ("kind", "fields", "heading"),
    [
        ("article", {"year": "2016 [forthcoming]"}, "2016"),
        ("article", {"year": "in press"}, "Forthcoming"),
        ("article", {"year": "to appear"}, "Forthcoming"),
        ("article", {"pubstate": "submitted"}, "In progress"),
        ("article", {"year": "in prep"}, "In progress"),
        ("article", {"note": "Revise and resubmit"}, "In progress"),
        ("article", {}, "No date"),
        ("unpublished", {"note": "Talk, Mill Days, 2014"}, "2014"),
        ("article", {"note": "Mill Days, 2014"}, "No date"),
    ],
)
def test_the_heading_of_a_year(kind: str, fields: dict[str, str], heading: str) -> None:
    assert year_heading(Entry(kind, fields)) == heading


def test_states_stand_before_all_years_and_no_date_behind_them() -> None:
    years = [{"year": "in press"}, {"note": "submitted"}, {"year": "2020"}, {"year": "2010"}, {}]
    entries = [Entry("article", fields) for fields in years]
    shuffled = [entries[place] for place in (4, 2, 0, 3, 1)]
    assert sorted(shuffled, key=age) == entries
    oldest = sorted(entries, key=lambda entry: age(entry, oldest=True))
    assert [oldest.index(entry) for entry in (entries[3], entries[2], entries[4])] == [0, 1, 4]


@pytest.mark.parametrize(
    ("kind", "fields", "is_talk"),
    [
        ("presentation", {}, True),
        ("unpublished", {"eventtitle": "Mill Days"}, True),
        ("unpublished", {"note": "Colloquium, June 3, 2017"}, True),
        ("unpublished", {"note": "Mills in Maine, August 18-24, 2024"}, True),
        ("unpublished", {"note": "Draft of June 3, 2017"}, False),
        ("unpublished", {"note": "Working paper"}, False),
        ("misc", {"type": "Invited talk"}, True),
        ("misc", {"type": "Panel"}, True),
        ("misc", {"note": "Panel data"}, False),
        ("inproceedings", {"type": "Poster", "eventtitle": "Mill Days"}, True),
        ("conference", {"series": "Mill Days (poster presentation)"}, True),
        ("inproceedings", {"booktitle": "Mill Days: Poster Session"}, False),
        ("inproceedings", {"note": "Oral presentation", "pages": "1--9"}, False),
        ("article", {"note": "Talk"}, False),
    ],
)
def test_what_is_a_talk(kind: str, fields: dict[str, str], *, is_talk: bool) -> None:
    assert work(kind, title="Looms", **fields).is_talk is is_talk


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Proceedings of Mills. Proceedings of Mills", "Proceedings of Mills"),
        ("Mills, 2005. CM 2005. Conference on", "Conference on Mills (CM 2005)"),
        ("Mills, 2001. Proceedings. 2001 Conference on", "2001 Conference on Mills"),
        ("Mills and Looms, 2005", "Mills and Looms, 2005"),
        ("Mills (including subseries Looms)", "Mills"),
        ("Mills -", "Mills"),
        ("Mills,", "Mills"),
    ],
)
def test_the_title_of_a_book(typed: str, printed: str) -> None:
    assert work("inproceedings", booktitle=typed).title("booktitle") == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("JOURNAL OF THE MILL SOCIETY OF L'AQUILA", "Journal of the Mill Society of L'Aquila"),
        ("PHYSICAL REVIEW B", "Physical Review B"),
        (r"MILLS \& LOOMS REVIEW", r"Mills \& Looms Review"),
        ("IEEE TRANSACTIONS ON MILLS", "IEEE Transactions on Mills"),
        ("WOMEN'S STUDIES II", "Women's Studies II"),
        ("MILL PUBLISHING GROUP 75 VARICK ST, 9TH FLR, NEW YORK", "Mill Publishing Group"),
        ("OXFORD UNIV PRESS GREAT MILL ST, OXFORD OX2 6DP, ENGLAND", "Oxford Univ Press"),
        # What may be a name in capitals stays.
        ("PLOS ONE", "PLOS ONE"),
        ("NATURE", "NATURE"),
        ("ACM SIGMOD", "ACM SIGMOD"),
        ("NEW PHYTOLOGIST", "NEW PHYTOLOGIST"),
        ("Journal of MILLS", "Journal of MILLS"),
    ],
)
def test_a_journal_in_capitals(typed: str, printed: str) -> None:
    assert work(journal=typed).journal == printed


@pytest.mark.parametrize(
    ("journal", "name", "state"),
    [
        ("J. Mills (accepted)", "J. Mills", "accepted"),
        ("J. Mills [In press]", "J. Mills", "in press"),
        ("J. Mills (Oxford)", "J. Mills (Oxford)", ""),
    ],
)
def test_a_state_behind_a_journal(journal: str, name: str, state: str) -> None:
    made = work(journal=journal)
    assert (made.journal, made.get("pubstate")) == (name, state)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        # Numbers of affiliations, whose comma parts nobody.
        ("King, Ada$^{1,2}$ and Li, Bo$^1$", ["King, Ada", "Li, Bo"]),
        ("Ada King$^{1,2}$, Bo Li$^{1}$ and Cy Fox$^3$", ["Ada King", "Bo Li", "Cy Fox"]),
        (r"Ada King\textsuperscript{1,2} and Bo Li<sup>1</sup>", ["Ada King", "Bo Li"]),
        ("{King, Ada} and {Li, Bo}", ["King, Ada", "Li, Bo"]),
        ("Ada King, Bo Li, Cy Fox & Di Ray", ["Ada King", "Bo Li", "Cy Fox", "Di Ray"]),
        ("King, A., Li, B. & Fox, C.", ["King, A.", "Li, B.", "Fox, C."]),
        # Commands of one's own around a name.
        (r"\me{King, Ada} and Li, Bo", ["King, Ada", "Li, Bo"]),
        (r"{\me{\me{King}}}, A.", ["{King}, A."]),
        (r"\me{Ada King}*", ["Ada King*"]),
        (r"\textbf{\me{Ada King}}", ["Ada King"]),
        (r"Lef\`{e}vre, \'{E}milie", [r"Lef\`{e}vre, \'{E}milie"]),
        (r"\v{S}imon, \textcommabelow{S}tefan", [r"\v{S}imon, \textcommabelow{S}tefan"]),
        # Given names that Mendeley repeats.
        ("King, Ada M. A.M.", ["King, Ada M."]),
        ("King, A.M. Ada M. A.M. Ada M.", ["King, Ada M."]),
        ("King, Ada A.M.", ["King, Ada A.M."]),
        ("King, A.M.", ["King, A.M."]),
        ("King, A., M.", ["King, A. M."]),
        ("King, Jr., A.", ["King, Jr., A."]),
        (r"{\noopsort{araujo}}de Araujo, Ev", [r"{\noopsort{araujo}}de Araujo, Ev"]),
    ],
)
def test_people_as_they_are_typed(typed: str, names: list[str]) -> None:
    assert split_names(typed)[0] == names


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("King, A", "A. King"),
        ("King, Ada M", "Ada M. King"),
        ("Kim, Y-S", "Y.-S. Kim"),
        ("King, AM", "AM King"),
        ("King, A.", "A. King"),
        ("King, Ada", "Ada King"),
    ],
)
def test_an_initial_has_its_full_stop(typed: str, printed: str) -> None:
    assert str(format_name(Person(typed))) == printed


@pytest.mark.parametrize(
    ("title", "language", "printed"),
    [
        ("Mills", "en", "“Mills.”"),
        (r"On \enquote{Mills}", "en", "“On ‘Mills’.”"),
        ("Mills", "de", "„Mills“"),
        ("Mills", "fr", "«\u00a0Mills\u00a0»"),
    ],
)
def test_a_title_in_quotation_marks(title: str, language: str, printed: str) -> None:
    assert str(quoted(rich(title), language)) == printed
