"""Who is not the owner, however alike the name: relatives, namesakes, other initials."""

import pytest
from owned_names import is_owner
from pybtex.database import Person

from sphinx_cv.bibliography.people.owner import OwnerNames


@pytest.mark.parametrize(
    "author",
    [
        "Lefèvre, Eric",
        "Lefèvre, Emil",
        "Lefèvre, M.",
        "Lefèvre, M. Émilie",
        "Lefèvre, Émilie A.",
        "Lefèvre, E. A.",
        "Lefèvre, EA",
        "Lefèvre, Em",
        "Lefèvre",
        "{Lefèvre}",
        "Lefèvres, Émilie",
        "Lefèvre-Martin, Émilie",
        "de Lefèvre, Émilie",
        "Émilie, Lefèvre",
        "Martin, Émilie M.",
        "others",
        "",
    ],
)
def test_another_person_is_not_the_owner(author):
    assert not is_owner(author)


@pytest.mark.parametrize(
    ("owner", "author"),
    [
        ("King, Jr., Martin", "King, Sr., Martin"),
        ("Ada King III", "King, II, Ada"),
        ("Ada King Jr.", "King, III, Ada"),
        ("King, III, Martin", "King, II, M."),
        ("Ada van der Berg", "Berg, Ada"),
        ("Ada Berg", "van der Berg, Ada"),
        ("Anne-Marie Roy", "Roy, Anne-Claire"),
        ("Anne-Marie Roy", "Roy, Marie"),
        ("明 李", "李, 明华"),
        ("李, 明华", "李, 明"),
        ("Kristof Van Beeck", "Van Beeck, Jan"),
        ("Kristof Van Beeck", "Van, Kristof"),
        ("Ana Maria Bea King", "King, Ana Bea"),
        ("Ada King", "{The Ada King Group}"),
        ("Ada King", "{King}"),
        ("Ada King", "{Ada Lee and Bob King}"),
        ("Tianhua Liao", "Liao, Tian"),
        ("Tianhua Liao", "Liao, Tian-Jun"),
        ("李明", "李, 明华"),
    ],
)
def test_a_relative_is_not_the_owner(owner, author):
    assert not is_owner(author, owner)


def test_two_people_whose_names_read_the_same_are_two():
    owner = OwnerNames("Ada Lovelace")
    # The first is "Lovelace, Jr." without a first name; as text the two are one.
    assert not owner.includes(Person("Lovelace, Ada,"))
    assert owner.includes(Person("Lovelace, Ada"))


@pytest.mark.parametrize("author", ["", "Ada", "Ada King", "King, Ada"])
def test_without_a_name_no_one_is_the_owner(author):
    assert not is_owner(author, "")


@pytest.mark.parametrize("name", ["King, Ada, PhD, MSc, FRS", "Ada {King", "Ada King}", r"Ada\ "])
def test_an_odd_name_in_conf_py_stops_nothing(name):
    assert not is_owner("Li, Bo", name, [name])


@pytest.mark.parametrize(
    ("owner", "author"),
    [
        ("Ada Lovelace", "Lovelace B"),
        ("Ada Lovelace", "Lovelace AB"),
        ("Ada B. Lovelace", "Lovelace AC"),
        ("Ada B. Lovelace", "Lovelace B"),
        ("Ada Lovelace", "King A"),
        ("Ada Lovelace", "van Lovelace A"),
        ("Ada Lovelace", "Lovelace"),
        ("Ada Lovelace", "A"),
        ("Ada Lovelace", "A B"),
        ("Wei Li", "LI WU"),
        ("Li Wei", "Wei LI"),
        ("Li Wei", "WEI LI"),
    ],
)
def test_initials_behind_the_surname_are_nobody_elses(owner, author):
    assert not is_owner(author, owner)


@pytest.mark.parametrize(
    ("owner", "author"),
    [
        ("Jean Dupont", "Dupont, Jean-Pierre"),
        ("Jean-Pierre Dupont", "Dupont, Jean"),
        ("Jean-Pierre Dupont", "Dupont, J.-M."),
        ("Jean-Pierre Dupont", "Dupont, Pierre"),
        ("Ludwig van Beethoven", "Beethoven, Ludwig"),
        ("Ludwig van Beethoven", "Beethoven, Ludwig von"),
        ("Ada King", "KING, ANNA"),
        ("Ada King", "KING, AN"),
        ("Michael E. Sander", "SANDER, MARTIN"),
        ("Michael E. Sander", "SANDERS, MICHAEL"),
    ],
)
def test_another_order_makes_no_other_person_the_owner(owner, author):
    assert not is_owner(author, owner)


@pytest.mark.parametrize(
    ("author", "owner"),
    [
        ("Joe Runde", "Jö Ründe"),
        ("King, Sr., Guy L.", "Guy L. King Jr."),
        ("King, III, Guy", "Guy King, Jr."),
    ],
)
def test_whoever_is_spelled_otherwise_is_another(author, owner):
    assert not is_owner(author, owner)
