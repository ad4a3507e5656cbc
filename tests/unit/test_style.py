"""The publication style: one line from whatever fields there are, in their order."""

import pytest
from pybtex.plugin import find_plugin
from styled import formatted, line, make

from sphinx_cv.bibliography.facts.dating import year_number, year_text
from sphinx_cv.bibliography.reference.style import (
    References,
    Style,
    register,
)


def test_authors_title_venue_and_year_stand_in_this_order():
    entry = make(["King, Ada", "Bo Li"], title="Engines", journal="Letters", year="2020")
    assert str(formatted(entry)) == "Ada King, Bo Li. Engines. Letters, 2020."


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({}, "king2020."),
        ({"title": "Engines"}, "Engines."),
        ({"title": "Engines", "year": "2020"}, "Engines. 2020."),
        ({"title": "Engines", "booktitle": "Proceedings"}, "Engines. Proceedings."),
        ({"year": "2020"}, "king2020. 2020."),
        (
            {"title": "Engines", "howpublished": "Preprint", "year": "2020"},
            "Engines. Preprint, 2020.",
        ),
        ({"title": "", "journal": "", "year": ""}, "king2020."),
        ({"title": "\\"}, "king2020."),
        ({"title": "Mills", "subtitle": "A Novel"}, "Mills: A Novel."),
        ({"title": "{Mills?}", "subtitle": "A Novel"}, "Mills? A Novel."),
        ({"title": "Mills: A Novel", "subtitle": "A Novel"}, "Mills: A Novel."),
        ({"subtitle": "A Novel"}, "king2020."),
        ({"title": r"\noopsort{a}"}, "king2020."),
        ({"title": "Engines", "date": "2020-05"}, "Engines. 2020."),
        ({"title": "Engines", "year": "2019", "date": "2020-05"}, "Engines. 2019."),
        ({"title": "Engines", "year": "to appear"}, "Engines. To appear."),
    ],
)
def test_a_missing_field_leaves_no_gap(fields, text):
    assert line(**fields) == text


@pytest.mark.parametrize("end", ["?", "!", "."])
def test_a_title_with_its_own_end_takes_no_full_stop(end):
    assert line(title=f"Engines{end}", year="2020") == f"Engines{end} 2020."


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("Neural ODEs and GPUs", "Neural ODEs and GPUs"),
        ("neural {ODEs}", "neural ODEs"),
        (r"Na{\"\i}ve caf\'{e}s", "Naïve cafés"),
        (r"Cats \& dogs", "Cats & dogs"),
        (r"50\% of it", "50% of it"),
        ("50% of it", "50% of it"),
        ("Ada--Bo", "Ada–Bo"),
        ("Top-k", "Top-k"),
        ("Don't panic", "Don't panic"),
        ("A & B # C", "A & B # C"),
    ],
)
def test_a_title_is_printed_as_its_author_meant_it(typed, title):
    assert line(title=typed, year="2020") == f"{title}. 2020."


@pytest.mark.parametrize(
    ("fields", "year"),
    [
        ({"year": "2020"}, "2020"),
        ({"year": "{2020}"}, "2020"),
        ({"date": "2020-05-12"}, "2020"),
        ({"date": "{2020}-05"}, "2020"),
        ({"date": "{2020-05}"}, "2020"),
        ({"year": "2020-05-12"}, "2020"),
        ({"year": "2020-05-12/2020-05-14"}, "2020"),
        ({"year": "2020-21"}, "2020–21"),
        ({}, ""),
        ({"year": "(forthcoming)"}, "forthcoming"),
    ],
)
def test_the_year_is_read_from_year_or_date(fields, year):
    assert year_text(make(**fields).fields) == year


@pytest.mark.parametrize(
    ("year", "number"),
    [
        ("2020", 2020),
        ("c. 2020", 2020),
        ("2020/2021", 2020),
        # The year of a reprint, after that of the original.
        ("1965/2005", 2005),
        ("[1965] 2005", 2005),
        ("to appear", None),
        ("", None),
        ("2018, revised 2021", 2018),
        ("2010 (2013 online)", 2010),
        ("2019 (2562 BE)", 2019),
    ],
)
def test_the_year_is_a_number_where_it_has_one(year, number):
    assert year_number(make(year=year).fields) == number


def test_the_label_and_the_key_are_passed_on():
    done = Style().format_entry("7", make(title="Engines"))
    assert (done.key, done.label) == ("king2020", "7")


def test_pybtex_finds_the_style_under_its_name():
    for references in (References(language="de"), References(language="fr")):
        register(references)
        style = find_plugin("pybtex.style.formatting", "cv")
        assert issubclass(style, Style)
        assert style.references is references
