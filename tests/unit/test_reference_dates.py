"""The date of a work, from whatever fields say it, and the year that it is listed under."""

from __future__ import annotations

import pytest
from pybtex.database import Entry

from sphinx_cv.bibliography.facts.dating import (
    months_of,
    printed_date,
    rank,
    with_dashes,
    year_text,
)
from sphinx_cv.bibliography.reference.groups import age, year_heading


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
        ({"year": "c2012."}, "2012"),
        ({"year": "©2012"}, "2012"),
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
        ({"date": "2010–2019"}, "2010–2019"),
        # No dates of biblatex: no year follows the slash.
        ({"date": "2014/05/03"}, "2014"),
        ({"date": "2014/15"}, "2014"),
        ({"date": "2014-05-03/05"}, "2014"),
        ({"eventdate": "2014-05-03"}, "2014"),
        ({"date": "20XX"}, ""),
        ({}, ""),
    ],
)
def test_the_year_is_found_in_whatever_field_has_it(fields: dict[str, str], printed: str) -> None:
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
        ({"date": "2019-05-03/05"}, "May 3–5, 2019"),
        ({"year": "2019", "month": "13--18 Jul"}, "July 13–18, 2019"),
        ({"year": "2019", "month": "may", "day": "3--5"}, "May 3–5, 2019"),
    ],
)
def test_a_date_is_printed_as_far_as_its_fields_go(fields: dict[str, str], printed: str) -> None:
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
        ("5 12", [(5, 12)]),
        ("10--15 Jul", [(7, 10), (7, 15)]),
        ("July 10--15", [(7, 10), (7, 15)]),
        ("10th May", [(5, 10)]),
        ("30 May -- 2 June", [(5, 30), (6, 2)]),
        ("May 30 -- June 2", [(5, 30), (6, 2)]),
        ("May--June", [(5, 0), (6, 0)]),
        ("May 2020", [(5, 0)]),
        ("13", []),
        ("Spring", []),
        ("1st quarter", []),
    ],
)
def test_months_are_read_as_people_type_them(typed: str, found: list[tuple[int, int]]) -> None:
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
def test_days_in_a_note_get_dashes_and_other_numbers_none(typed: str, printed: str) -> None:
    assert with_dashes(typed) == printed


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
def test_a_work_stands_below_its_year_its_state_or_no_date(
    kind: str, fields: dict[str, str], heading: str
) -> None:
    assert year_heading(Entry(kind, fields)) == heading


def test_states_stand_before_all_years_and_no_date_behind_them() -> None:
    years = [{"year": "in press"}, {"note": "submitted"}, {"year": "2020"}, {"year": "2010"}, {}]
    entries = [Entry("article", fields) for fields in years]
    shuffled = [entries[place] for place in (4, 2, 0, 3, 1)]
    assert sorted(shuffled, key=age) == entries
    oldest = sorted(entries, key=lambda entry: age(entry, oldest=True))
    assert [oldest.index(entry) for entry in (entries[3], entries[2], entries[4])] == [0, 1, 4]
