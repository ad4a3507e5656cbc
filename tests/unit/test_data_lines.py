"""Lines of calendars and cards, and JSON-LD: no text of the owner's ends one early."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import vobject
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from sphinx_cv.data.content_lines import address, document, escaped
from sphinx_cv.data.json_ld import owner, script
from sphinx_cv.data.owner import affiliations, orcid_of, owner_name
from sphinx_cv.data.values import clean, fit, without_empty
from sphinx_cv.model.profile import Profile

if TYPE_CHECKING:
    from collections.abc import Iterator

texts = st.text(max_size=200)


def calendar(summary: str) -> Iterator[tuple[str, str]]:
    yield from (("BEGIN", "VCALENDAR"), ("VERSION", "2.0"), ("PRODID", "x"))
    yield from (("BEGIN", "VEVENT"), ("UID", "1"), ("DTSTAMP", "20240501T000000Z"))
    yield from (("SUMMARY", escaped(summary)), ("END", "VEVENT"), ("END", "VCALENDAR"))


@given(texts)
def test_a_calendar_gives_every_text_back(text: str) -> None:
    read = Calendar.from_ical(document(calendar(f"x{text}x")))
    (event,) = read.walk("VEVENT")
    assert str(event["SUMMARY"]) == fit("\n".join(f"x{text}x".splitlines()))


@given(texts)
def test_no_line_is_longer_than_75_bytes_or_cuts_a_letter(text: str) -> None:
    lines = document([("NAME", escaped(text))]).encode().split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert all(line.decode() is not None for line in lines)


def test_an_address_never_ends_its_line() -> None:
    assert address("https://example.org/\r\nATTENDEE:x") == "https://example.org/ATTENDEE:x"


def test_a_card_gives_a_semicolon_back() -> None:
    lines = [("BEGIN", "VCARD"), ("VERSION", "3.0"), ("FN", escaped("King; Ada, \\n"))]
    lines += [("N", f"{escaped('King; x')};Ada;;;"), ("END", "VCARD")]
    card = vobject.readOne(document(lines))
    assert card.fn.value == "King; Ada, \\n"
    assert card.n.value.family == "King; x"


@given(st.text(min_size=1))
def test_the_owner_as_data_is_json_that_ends_no_element(name: str) -> None:
    text = script([owner(Profile(name=name, position="</script><!--"), [])])
    assert json.loads(text)["@graph"][0].get("name", "") == clean(name) or name.strip() != name
    assert "<" not in text


def test_the_owner_has_titles_places_and_a_number() -> None:
    orcid = (("ORCID", "https://orcid.org/0000-0002-1825-009x"),)
    profile = Profile(name="Prof. Dr. John von Neumann", affiliation="Here; There", links=orcid)
    assert owner_name(profile) == {
        "family": "Neumann",
        "given": "John",
        "non-dropping-particle": "von",
        "prefix": "Prof. Dr.",
    }
    assert affiliations(profile) == ["Here", "There"]
    assert orcid_of(profile) == "0000-0002-1825-009X"
    node = owner(profile, [])
    assert node["honorificPrefix"] == "Prof. Dr."
    assert node["name"].strip() == "John von Neumann"


def test_what_is_empty_is_left_out_and_nought_is_not() -> None:
    assert without_empty({"a": "", "b": [{}, {"c": ""}], "d": 0, "e": False}) == {
        "d": 0,
        "e": False,
    }
