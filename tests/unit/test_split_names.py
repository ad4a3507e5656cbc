"""Lists of people in a .bib file: where one ends and the next begins, and what is told."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import Person

from sphinx_cv.bibliography.people.lists import split_names
from sphinx_cv.bibliography.people.owner import plain


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        (r"Kierkegaard, S\o ren and \O ystein \AA s", ["Kierkegaard, Søren", "Ås, Øystein"]),
        (r"Arnol\cprime d, V.", ["Arnolʹd, V."]),
        (r"G\' omez, H. and M\" uller, K.", ["Gómez, H.", "Müller, K."]),
        (r"Fran\c cois Dupont and Ho\v s, J.", ["Dupont, François", "Hoš, J."]),
        (r"A.\,B.\,King and King, A.\,B.", ["King, A. B."] * 2),
        (r"\textbf{King, A.} and Bo Li", ["King, A.", "Li, Bo"]),
        (r"{\bf Ada King} and **Ada King** and \underline{Ada King}", ["King, Ada"] * 3),
        (
            r"\textbf{Ada} \textbf{van King} and \textbf{King}, \textbf{Ada}",
            ["van King, Ada", "King, Ada"],
        ),
        (r"\textbf{Erd{\H o}s, P{\'a}l}", ["Erdős, Pál"]),
        ("King, Ada, Ph.D. and King, A. B., MD", ["King, Ada", "King, A. B."]),
        ("Kelleher, R. J., 3rd and King, Jr., Ada", ["Kelleher, 3rd, R. J.", "King, Jr., Ada"]),
        ("useprefix=false and Ada van King", ["van King, Ada"]),
        ("赵 明 and 홍 길동", ["赵, 明", "홍, 길동"]),
        ("useprefix=true, given=Ada, prefix=van, family=King", ["van King, Ada"]),
    ],
)
def test_names_are_read_as_tex_would(typed, names):
    found, problem = split_names(typed)
    assert [plain(str(Person(name))) for name in found] == names
    assert problem == ""


@pytest.mark.parametrize("others", ["others", "{others}", "et al.", "{et al}", r"\emph{et al.}"])
def test_others_have_many_names(others):
    assert split_names(f"King, Ada and {others}") == (["King, Ada", "others"], "")


@pytest.mark.parametrize("others", [", et al.", " et al", ", et al"])
def test_others_behind_a_name_are_told(others):
    names, problem = split_names(f"King, Ada{others}")
    assert names == ["King, Ada", "others"]
    assert problem == f'"King, Ada{others}" has "et al.": write " and others"'


def test_people_parted_by_commas_are_told():
    people = ["A. King", "B.-C. Li", "C. D. Fox"]
    for count in (2, 3):
        names, problem = split_names(", ".join(people[:count]))
        assert names == people[:count]
        assert problem == 'people are parted by commas: write " and " between them'
    for listed in ("Ada King, Bo Li and Cy Fox", "Ada King, Bo Li, and Cy Fox"):
        names, problem = split_names(listed)
        assert names == ["Ada King", "Bo Li", "Cy Fox"]
        assert problem == 'people are parted by commas: write " and " between them'


@pytest.mark.parametrize(
    "names",
    [
        ["García Márquez, Gabriel José", "Fox, Cy"],
        ["García Márquez, Gabriel José"],
        ["García Márquez, Gabriel J.", "Cy Fox"],
        ["van Berg, Ada", "Cy Fox"],
        ["d' Aubignac, abbé d', François Hédelin"],
        ["García Márquez, Gabriel José", "others"],
    ],
)
def test_a_last_name_of_two_words_is_no_list_of_people(names):
    assert split_names(" and ".join(names)) == (names, "")


@pytest.mark.parametrize("word", ["und", "et", "y", "e"])
def test_people_parted_by_another_and_are_told(word):
    told = f'"King, Ada {word} Bo Li" has no " and ": write it between its people'
    assert split_names(f"King, Ada {word} Bo Li") == (["King, Ada", "Bo Li"], told)


def test_a_comma_behind_another_and_is_that_of_the_second_name():
    for word in ("und", "et"):
        names, problem = split_names(f"Ada King {word} Li, Bo")
        assert names == ["Ada King", "Li, Bo"]
        assert "write it between its people" in problem


def test_a_double_name_is_that_of_one_person():
    assert split_names("de la Vega y Vargas, Luis") == (["de la Vega y Vargas, Luis"], "")


def test_a_comma_at_the_end_of_a_name_is_told():
    names, problem = split_names("King, Ada, and Li, Bo")
    assert names == ["King, Ada", "Li, Bo"]
    assert problem == '"King, Ada," ends with a comma: take it out'


@pytest.mark.parametrize("name", [r"Lef{\`e}vre, A.", r"Lef\`evre, A.", r"Mu{\~n}oz, A."])
def test_an_accent_of_tex_is_not_one_copied_from_a_pdf(name):
    assert split_names(name) == ([name], "")


@pytest.mark.parametrize(
    ("names", "people"),
    [
        ("", []),
        ("Ada King", ["Ada King"]),
        ("King, Ada and Li, Bo", ["King, Ada", "Li, Bo"]),
        ("King, Ada AND Li, Bo And Fox, Cy", ["King, Ada", "Li, Bo", "Fox, Cy"]),
        ("King, Ada\n  and\tLi, Bo", ["King, Ada", "Li, Bo"]),
        ("{Barnes and Noble} and Li, Bo", ["{Barnes and Noble}", "Li, Bo"]),
        ("{A; B, C} and Li, Bo", ["{A; B, C}", "Li, Bo"]),
        ("and King, Ada and and Li, Bo and", ["King, Ada", "Li, Bo"]),
        ("Andersen, Hans and Sand, Rand", ["Andersen, Hans", "Sand, Rand"]),
        ("King, Ada and others", ["King, Ada", "others"]),
        ("K&ouml;nig, Bo", ["König, Bo"]),
        ("King *, Ada and Bo Li †", ["King*, Ada", "Bo Li†"]),
        (r"{\'a} and \'E. Li", [r"{\'a}", r"\'E. Li"]),
        ("King, Jr., Ada", ["King, Jr., Ada"]),
        ("Barnes & Noble and Procter \\& Gamble", ["Barnes & Noble", "Procter \\& Gamble"]),
        ("{King, Ada & Li, Bo}", ["{King, Ada & Li, Bo}"]),
        ("and", []),
        (", and ,,", []),
    ],
)
def test_people_are_parted_at_and(names, people):
    assert split_names(names) == (people, "")


@pytest.mark.parametrize(
    ("names", "people"),
    [
        ("Ada King, Bo Li, Cy Fox, Di Ray", ["Ada King", "Bo Li", "Cy Fox", "Di Ray"]),
        ("King, A., Li, B. C.", ["King, A.", "Li, B. C."]),
        ("King, Ada; Li, Bo", ["King, Ada", "Li, Bo"]),
        ("King, Ada; Li, Bo and Fox, Cy", ["King, Ada", "Li, Bo", "Fox, Cy"]),
    ],
)
def test_people_parted_otherwise_are_found_and_told(names, people):
    found, problem = split_names(names)
    assert found == people
    assert 'write " and "' in problem


@given(
    st.lists(st.sampled_from(["King, Ada", "Bo Li", "{A and B}", "O'Neil", "others"]), max_size=9)
)
def test_any_list_of_people_is_parted(people):
    assert split_names(" and ".join(people)) == (people, "")


def test_names_in_the_forms_of_other_programs_are_bibtex() -> None:
    names = "family=Berg, given=Ada, prefix=van den, useprefix=true and Wei Wang 0007"
    assert split_names(names) == (["van den Berg, Ada", "Wei Wang"], "")


def test_braces_around_each_of_several_names_are_no_bodies() -> None:
    assert split_names(r"{King, Ada} and {Li, B{\'e}o}") == (["King, Ada", r"Li, B{\'e}o"], "")
    assert split_names("{King, Ada} and others") == (["King, Ada", "others"], "")
    bodies = "{Mill & Co, engineers} and {City of London, water board}"
    firms = "{Mill and Loom, Inc.} and {Loom Works, Ltd.}"
    for names in ("{Engines, Inc.}", "{King, Ada} and {The Engine Society}", bodies, firms):
        assert split_names(names) == (re.split(r" and (?={)", names), "")


def test_braces_around_a_whole_list_of_people_are_told() -> None:
    people, problem = split_names("{King, Ada and Li, Bo and others}")
    assert people == ["King, Ada", "Li, Bo", "others"]
    assert "take them out" in problem
    for name in (
        "{Barnes and Noble}",
        "{Health, Labour and Welfare}",
        "{Mills, Looms and Co, Ltd}",
    ):
        assert split_names(name)[0] in ([name], ["Mills, Looms", "Co, Ltd"])


def test_names_of_medical_journals_are_parted_at_commas() -> None:
    people, problem = split_names("Lovelace A, Babbage CB, Somerville M")
    assert people == ["Lovelace A", "Babbage CB", "Somerville M"]
    assert "parted by commas" in problem
    assert split_names("van der Berg, Ada")[0] == ["van der Berg, Ada"]
