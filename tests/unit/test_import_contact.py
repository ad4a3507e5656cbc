"""Addresses in the free text of a profile: they are private, whatever the source is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from helpers import write
from sphinx_cv.importer.draft import Draft
from sphinx_cv.importer.formats import rendercv
from sphinx_cv.importer.reading.contact import is_postal, tell_contact
from sphinx_cv.importer.sources import read_source

if TYPE_CHECKING:
    from pathlib import Path

POSTAL = (
    "67-75 New Rd",
    "E1 1HH",
    "12a St James's Square, London",
    "Hauptstraße 5",
    "Domplatz 1",
    "53115 Bonn",
    "12 bis, rue de la Paix",
    "Via Roma 3",
    "C/ Mayor, 4",
    "P.O. Box 12",
    "Stanford, CA 94305",
    "Room 3.14",
    "CH-8092 Zürich",
    "SE-412 96 Gothenburg",
)
OTHER = (
    "London, UK",
    "PhD student since 2019",
    "Class of 2024",
    "3 papers at one place",
    "10 talks",
)


@pytest.mark.parametrize("text", POSTAL)
def test_an_address_is_known_by_house_box_room_or_code(text: str) -> None:
    assert is_postal(text)


@pytest.mark.parametrize("text", OTHER)
def test_a_number_alone_is_no_address(text: str) -> None:
    assert not is_postal(text)


def test_address_and_phone_are_private_and_the_other_lines_are_told() -> None:
    draft = Draft()
    text = "<p>67-75 New Rd, E1 1HH</p> <p>London, UK</p><br>Tel. +44 20 7946 0000<br>"
    tell_contact(draft, f"{text}Office hours: Mo 2 pm<br>ada@king.org", "about.md more_info")
    assert draft.private == {
        "address": "67-75 New Rd, E1 1HH, London, UK",
        "phone": "+44 20 7946 0000",
    }
    assert [words for _place, words in draft.report] == [
        "left out: Office hours: Mo 2 pm",
        "left out: ada@king.org",
    ]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("CEME 2203<br>Vancouver", "CEME 2203, Vancouver"),
        ("Blauw 7<br>Leuven", "Blauw 7, Leuven"),
        ("Class of 2024", ""),
        ("Weaving since 1843<br>and more", ""),
        ("Loom Lab<br>Ulm", ""),
    ],
)
def test_a_number_at_the_end_of_a_line_is_a_house_beside_other_lines(
    text: str, address: str
) -> None:
    draft = Draft()
    tell_contact(draft, text, "about.md more_info")
    assert draft.private.get("address", "") == address


def test_the_address_of_a_theme_is_nobodys() -> None:
    draft = Draft()
    tell_contact(draft, "<p>123 your address street</p>", "about.md more_info")
    assert draft.private == {}
    assert "the theme's example" in draft.report[0][1]


ABOUT = "---\nprofile:\n  more_info: >\n    <p>1 Loom Way</p>\n    <p>Ulm</p>\n---\nI am Ada.\n"
CONTACT = (
    "sections:\n- block: contact\n  content:\n    email: ada@king.org\n"
    "    address: {street: 1 Loom Way, city: Ulm}\n    office_hours: Mo\n"
)
TEX = "\\documentclass{moderncv}\n\\name{Ada}{King}\n\\extrainfo{1 Loom Way\\\\Ulm}\n"
SOURCES = {
    "al-folio": {"_config.yml": "first_name: Ada\nlast_name: King\n", "_pages/about.md": ABOUT},
    "academicpages": {
        "_config.yml": "author: {name: Ada King, location: '1 Loom Way, Ulm'}\n",
        "_pages/about.md": "I am Ada.",
    },
    "HugoBlox": {
        "content/authors/admin/_index.md": "---\ntitle: Ada King\n---\n",
        "content/_index.md": f"---\n{CONTACT}---\n",
    },
    "moderncv": {
        "cv.tex": f"{TEX}\\begin{{document}}\\section{{A}}\\cvitem{{a}}{{b}}\\end{{document}}"
    },
}


@pytest.mark.parametrize("name", SOURCES)
def test_an_address_of_each_format_is_private(name: str, tmp_path: Path) -> None:
    path = write(tmp_path, SOURCES[name])
    draft = read_source(path / "cv.tex" if name == "moderncv" else path)
    assert draft.private == {"address": "1 Loom Way, Ulm"}
    assert "Loom" not in str(draft.report)


def test_a_location_is_private_where_it_is_an_address() -> None:
    where = {"name": "A", "location": "1 Loom Way, Ulm"}
    assert rendercv.read({"cv": where}).private == {"address": "1 Loom Way, Ulm"}
    town = rendercv.read({"cv": {**where, "location": "Ulm"}})
    assert (town.private, town.report) == ({}, [("cv.location", "left out: Ulm")])
