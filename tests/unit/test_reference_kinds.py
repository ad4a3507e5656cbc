"""What kind of work it is, its title, and its people as they are typed."""

from __future__ import annotations

import pytest
from pybtex.database import Person

from entries import work
from sphinx_cv.bibliography.people.lists import split_names
from sphinx_cv.bibliography.reference.people import format_name
from sphinx_cv.bibliography.reference.quotes import quoted
from sphinx_cv.bibliography.tex.text import rich


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
def test_a_talk_is_known_by_its_type_or_its_words(
    kind: str, fields: dict[str, str], *, is_talk: bool
) -> None:
    assert work(kind, title="Looms", **fields).is_talk is is_talk


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
        # Orders, licenses and degrees, also several.
        ("Rahner, Karl, SJ and Congar, Yves, O.P.", ["Rahner, Karl", "Congar, Yves"]),
        ("Li, Bo, DVM, PhD", ["Li, Bo"]),
        ("King, Ada, DVM, DACVIM", ["King, Ada"]),
        ("Ada King, PharmD", ["Ada King"]),
        ("King, III, Ada", ["King, III, Ada"]),
        ("King, A., Li, B., MA, C.", ["King, A.", "Li, B.", "MA, C."]),
        ("King, Ada, P.E. and Ray, Di, JD", ["King, Ada", "Ray, Di"]),
        # Suffixes, initials and people are none.
        ("Daumé, Hal, III", ["Daumé, III, Hal"]),
        ("Loo, Boo, II and Smith, Ada, IV", ["Loo, II, Boo", "Smith, IV, Ada"]),
        *(
            (one, [one])
            for one in (
                "Silva, Neto, A. B.",
                "Silva, Neto, JD",
                "Pérez, García, J.L.",
                "Islam, Md, S. M.",
                "Berg, van der, JA",
                "Humboldt, von, A. F.",
                "King, Ada, Li Bo, Wu Cy",
                "Nguyen, Van A., Bo C., Di E.",
            )
        ),
        # An "and" of other languages in one name.
        ("de la Vega y Vargas, Luis", ["de la Vega y Vargas, Luis"]),
        ("King, Ada und Li, Bo", ["King, Ada", "Li, Bo"]),
        ("Ada King et Bo Li", ["Ada King", "Bo Li"]),
        (r"{\noopsort{araujo}}de Araujo, Ev", [r"{\noopsort{araujo}}de Araujo, Ev"]),
    ],
)
def test_people_are_told_apart_as_they_are_typed(typed: str, names: list[str]) -> None:
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
def test_a_title_has_the_quotation_marks_of_its_language(
    title: str, language: str, printed: str
) -> None:
    assert str(quoted(rich(title), language)) == printed
