"""The ways to write a private value: each is found, and what only looks like it is not."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from private_forms import ADDRESS, BIRTH, EMAIL, PHONE, STREET, WEBSITE, WRITTEN
from sphinx_cv.source.private_values import PrivateValues
from sphinx_cv.source.readings import _tags, _without_tags, fold, readings

NOT_WRITTEN = {
    PHONE: [
        "9442079460123",
        "4420794601239",
        "020 7946 0124",
        "2079, 460123",
        "20, 7946, 0123",
        "[2,0,7,9,4,6,0,1,2,3]",
        "20794",
        "20 7946 O123",
    ],
    BIRTH: [
        "11 December 1815",
        "10 December 1816",
        "110 December 1815",
        "10 December 18155",
        "10.11.1815",
        "12.10.1815",
        "vol. 10 (December 1815)",
        "vol. 10, December 1815",
        "1815, 12(10)",
        "1815, 12, 10",
        "December 1815",
        "in 1815",
        "London, 10 1815",
    ],
    EMAIL: [
        "king@example.org",
        "xada_l.king@example.org",
        "b.ada_l.king@example.org",
        "ada_l.king@example.org.uk",
        "ada_l.king@example.com",
        "adal.king@example.org",
        "Ada L. King, Example, Org",
    ],
    ADDRESS: ["London SW1Y 4JH", "112 St James's Square", "St James's Square, London"],
    WEBSITE: [
        "example.org",
        "b.ada.example.org",
        "king@ada.example.org",
        "ada.example.org.uk",
        "Ada, example.org",
    ],
    "1 Way": ["21 Way", "1 Ways", "1. Way", "1-Way"],
    "+49 123 456": ["1, 2, 3, 4, 5, 6", "12 3 4 5 6"],
    "Therapist": ["the rapist", "Therapists"],
}


def cases(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(value, text) for value, texts in table.items() for text in texts]


@pytest.mark.parametrize(("value", "text"), cases(WRITTEN))
def test_a_value_is_found_however_it_is_written(value, text):
    around = f"See {text} below." if value.isascii() else text
    [found] = PrivateValues({"key": value}).find(around)
    assert found.key == "key"
    [again] = PrivateValues({"key": value}).find(around[found.start : found.end])
    assert (again.start, again.end) == (0, found.end - found.start)


@pytest.mark.parametrize(("value", "text"), cases(NOT_WRITTEN))
def test_what_only_looks_like_a_value_is_not_found(value, text):
    assert list(PrivateValues({"key": value}).find(text)) == []


@pytest.mark.parametrize("value", ["", "  ", "+", "A", "12", "x y", "..."])
def test_a_value_as_short_as_a_word_of_any_text_tells_nothing(value):
    assert list(PrivateValues({"key": value}).find("A text, x y, 12 + 12...")) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "latin-1"])
def test_a_file_of_any_encoding_is_read(encoding):
    values = PrivateValues({"phone": PHONE, "address": STREET})
    data = "Königstraße 5, tel. 020 7946 0123".encode(encoding)
    assert values.keys_in(data) == {"phone", "address"}


def test_a_file_that_is_no_text_is_searched_for_plain_letters():
    values = PrivateValues({"phone": PHONE, "address": STREET})
    noise = b"\x89PNG\0" + bytes(range(256)) * 8
    assert values.keys_in(noise) == set()
    assert values.keys_in(noise + b" +44 20 7946 0123 " + noise) == {"phone"}


TEXTS = st.text(st.characters() | st.sampled_from("&%\\<>=!-#;0123 "))


@given(TEXTS, TEXTS)
def test_no_value_and_no_text_breaks_the_search(value, text):
    for found in PrivateValues({"key": value}).find(text):
        assert 0 <= found.start < found.end <= len(text)


@given(TEXTS, TEXTS)
def test_what_is_found_is_where_it_is_written(before, after):
    text = f"{before} 020 7946 0123 {after}"
    # What is before it may be the code of its country.
    place = len(before) + 1
    found = list(PrivateValues({"key": PHONE}).find(text))
    assert any(each.start <= place < each.end for each in found)


@given(st.lists(st.characters()))
def test_letters_are_folded_one_by_one(characters):
    text = "".join(characters)
    assert fold(text) == "".join(map(fold, characters))
    for reading in readings(text):
        assert len(reading.places) == len(reading.letters)


UNITS = [
    *"a1 <&%\\.=&{#ä漢",
    *("<!--", "<a ", "&amp;", "&amp;amp;amp;", "%20", "\\x", "\\u0020", "=20", "#a.", "{a", "0 "),
    *("1815 ", "10 1815 ", "10december1815", "10 12 1815 ", "10 december 1815 ", "1978", "1978 "),
    *("020 7946 0123 ", "2079460123", "ada_l.king@example.org ", "adalking", "ada.example.org/ "),
    *("12 St James's Square ", "20" + " " * 50, "e\u0301", "ﬃ"),
]


def long_texts() -> list[str]:
    """Return texts of what makes a search slow; one that is not linear would not end with them."""
    mixed = "".join(unit * (2**18 // len(UNITS) // len(unit)) for unit in UNITS)
    return [mixed, *(unit * (2**17 // len(unit)) for unit in UNITS)]


@pytest.mark.parametrize("text", long_texts(), ids=["all of them", *map(repr, UNITS)])
def test_the_time_of_a_search_is_that_of_the_text(text):
    values = {"phone": PHONE, "birth": BIRTH, "email": EMAIL, "address": ADDRESS, "year": "1978"}
    found = list(PrivateValues({**values, "website": WEBSITE}).find(text))
    assert all(place.end <= len(text) for place in found)


@settings(max_examples=300)
@given(st.text(alphabet='<!-/>a "?\n', max_size=60))
@example("<!-->")
@example("<!-- <a --> b> <!-- c")
@example('<a title="-->" b> <!-->')
def test_tags_are_taken_out_where_they_are_found(text):
    parts, end = [], 0
    for start, stop, new in _tags(text):
        parts += [text[end:start], new]
        end = stop
    assert _without_tags(text) == "".join([*parts, text[end:]])


def test_a_folded_letter_stays_as_it_is():
    folded = {fold(chr(code)) for code in range(0x2000)}
    assert {fold(letter) for letter in folded} == folded
    # One after the other, or all at once.
    assert fold("ǣ æ Ǽ" + "".join(map(chr, range(0x400, 0x440)))) == fold("ǣ æ Ǽ") + fold(
        "".join(map(chr, range(0x400, 0x440)))
    )
