"""The people of a work, as the style prints them."""

import pytest
from styled import formatted, line, make, tags

from sphinx_cv.bibliography.reference.people import AUTHOR, NAME
from sphinx_cv.bibliography.reference.style import (
    AUTHORS,
    TITLE,
)


def test_a_collaboration_stands_for_authors_that_are_not_named():
    assert line(title="Cogs", collaboration="ENGINE") == "ENGINE. Cogs."
    assert line(["King, Ada"], title="Cogs", collaboration="ENGINE") == "Ada King (ENGINE). Cogs."
    assert line((), ["Bo Li"], title="Cogs", collaboration="{ENGINE}") == (
        "ENGINE. Cogs. Edited by Bo Li."
    )


@pytest.mark.parametrize(
    ("head", "is_once"),
    [
        ("{ATLAS Collaboration}", True),
        ("{for the Atlas Collaboration}", True),
        ("{ATLAS}", True),
        ("{ATLAS-X Collaboration}", False),
        ("Atlas, Bo", False),
        ("Atlason, Bo", False),
    ],
)
def test_a_collaboration_that_is_an_author_is_named_once(head, is_once):
    text = line([head, "King, Ada"], title="Cogs", collaboration="ATLAS")
    assert ("(ATLAS)" not in text) is is_once


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("赵, 明", "赵明"),
        ("홍, 길동", "홍길동"),
        ("赵明", "赵明"),
        ("ラブレス, アダ", "アダ ラブレス"),
    ],
)
def test_a_family_name_comes_first_where_it_does(name, text):
    assert line([name], title="Cogs") == f"{text}. Cogs."


def test_the_last_initial_takes_no_second_full_stop():
    assert line(["King, A."], title="Engines") == "A. King. Engines."
    assert line(["King, Jr., A."], title="Engines") == "A. King Jr. Engines."


def test_editors_stand_for_missing_authors():
    assert line(editors=["King, Ada"], title="Engines") == "Ada King (ed.). Engines."
    assert line(editors=["King, Ada", "Li, Bo"], title="Cogs") == "Ada King, Bo Li (eds.). Cogs."
    assert line(editors=["King, Ada", "others"], title="Cogs") == "Ada King et al. (eds.). Cogs."
    assert line(["Li, Bo"], editors=["King, Ada"], title="Engines") == (
        "Bo Li. Engines. Edited by Ada King."
    )


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("King, Ada", "Ada King"),
        ("van der Berg, Ada", "Ada van der Berg"),
        ("King, Jr., Martin L.", "Martin L. King Jr."),
        (r"Lef{\`e}vre, {\'E}milie", "Émilie Lefèvre"),
        ("{The Analysts}", "The Analysts"),
        ("O'Brien, Se{\\'a}n", "Seán O'Brien"),
    ],
)
def test_a_name_is_printed_first_von_last_jr(typed, name):
    assert tags(formatted(make([typed])))[f"{AUTHOR}0"] == name


def test_each_author_is_tagged_with_their_place():
    found = tags(formatted(make(["Ada King*", "Bo Li"], title="Engines")))
    assert found[f"{NAME}author-0"] == "Ada King"
    assert found[f"{NAME}author-1"] == "Bo Li"
    assert found[f"{AUTHOR}0"] == "Ada King*"
    assert found[f"{AUTHOR}1"] == ", Bo Li"
    assert found[AUTHORS] == "Ada King*, Bo Li"
    assert found[TITLE] == "Engines"


@pytest.mark.parametrize("author", ["King*, Ada", "King, Ada*", "King**, Ada", "King*, Ada*"])
@pytest.mark.parametrize("annotation", ["", "1=equal", "1=equal;1=equal"])
def test_a_mark_is_printed_once(author, annotation):
    entry = make([author, "Bo Li"], title="Engines")
    if annotation:
        entry.fields["author+an"] = annotation
    assert str(formatted(entry)) == "Ada King*, Bo Li. Engines."


@pytest.mark.parametrize("author", [r"King\*, Ada", "King{*}, Ada", r"King{\*}, Ada"])
def test_a_mark_typed_in_tex_stops_nothing(author):
    assert "Ada King" in line([author], title="Engines")
