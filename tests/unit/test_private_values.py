"""The ways to write a private value: each is found, and what only looks like it is not."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_cv.source.private_values import PrivateValues
from sphinx_cv.source.readings import fold, readings

PHONE = "+44 20 7946 0123"
BIRTH = "Born 1815-12-10 in London"
EMAIL = "ada_l.king@example.org"
ADDRESS = "12 St James's Square, London SW1Y 4JH"
STREET = "Königstraße 5, 48143 Münster"
WEBSITE = "https://ada.example.org/"

WRITTEN = {
    PHONE: [
        "020 7946 0123",
        "+44 20 7946 0123",
        "+44 (0)20 7946-0123",
        "+44-20-7946-0123",
        "00 44 20 7946 0123",
        "00442079460123",
        "(020) 7946 0123",
        "+44 20 79 46 01 23",
        "0 2 0 7 9 4 6 0 1 2 3",
        "020.7946.0123",
        "020/7946/0123",
        "020_7946_0123",
        "020–7946–0123",
        "020‑7946‑0123",
        "020 · 7946 · 0123",
        "020\u00a07946\u202f0123",
        "020\n7946\n0123",
        "> 020 7946\n> 0123",
        "020&nbsp;7946&#160;0123",
        "&#43;44 20 7946 0123",
        "&#x2b;&#52;&#x34;2079460123",
        "&amp;#43;44&amp;nbsp;2079460123",
        "020 **7946** 0123",
        "*020* 7946 __0123__",
        "020 <b>7946</b> 0123",
        "<td>020</td><td class='x1'>7946 0123</td>",
        "020 7946<!-- 5 -->0123",
        "| 020 | 7946 | 0123 |",
        "`020 7946 0123`",
        "[call](tel:+442079460123)",
        "https://wa.me/442079460123",
        "%2B44%2020%207946%200123",
        "\\u002b44 20 7946\\u00200123",
        '"020\\n7946\\n0123"',
        "=2B44=2079460123",
        "02079\u00ad46\u200b0123",
        "０２０ ７９４６ ０１２３",
        "٠٢٠ ٧٩٤٦ ٠١٢٣",
        "+44~20~7946~0123",
        "{020} {7946} {0123}",
        "020\\,7946\\,0123",
        "020 \\textbf{7946} 0123",
        "020 #strong[7946] 0123",
        "020 {strong}`7946` 0123",
        "2021 020 7946 0123",
        "Tel. 1: 20 7946 0123",
    ],
    BIRTH: [
        "born 1815-12-10 in London",
        "Born 1815-12-10\nin London",
        "10 December 1815",
        "10. Dezember 1815",
        "10 Dec. 1815",
        "10-Dec-1815",
        "10th of December, 1815",
        "10\nDecember\n1815",
        "**10** December 1815",
        "10&nbsp;December&nbsp;1815",
        "December 10, 1815",
        "December 10th, 1815",
        "Dec 10 1815",
        "1815 December 10",
        "le 10 décembre 1815",
        "10 de diciembre de 1815",
        "10 декабря 1815",
        "10.12.1815",
        "10. 12. 1815",
        "10.XII.1815",
        "10/12/1815",
        "12/10/1815",
        "10-12-1815",
        "1815/12/10",
        "1815-12-10",
        "1815–12–10",
        "BDAY:18151210",
        "1815年12月10日",
        "1815년 12월 10일",
        "１８１５-１２-１０",
        "&#49;815-12-10",
    ],
    EMAIL: [
        "ada\\_l.king@example.org",
        "ADA_L.KING@EXAMPLE.ORG",
        "mailto:ada_l.king@example.org",
        "<ada_l.king@example.org>",
        "`ada_l.king@example.org`.",
        "ada_l.king(at)example.org",
        "ada_l.king [at] example [dot] org",
        "ada_l dot king at example dot org",
        "ada_l.king (AT) example punkt org",
        "ada_l.king @ example . org",
        "ada_l.king&#64;example&period;org",
        "ada_l.king%40example.org",
        "ada_l.king\\@example.org",
        "ada\\_l.king{@}example.org",
        "ada_l.king<b>@</b>example.org",
        "ada_l.king＠example.org",
        "ada_l.king\u200b@exa\u00admple.org",
        "我的邮箱ada_l.king@example.org。",
    ],
    ADDRESS: [
        "12 St James’s Square, London SW1Y 4JH",
        "12 St James's Square  \nLondon\nSW1Y 4JH",
        "12, St. James's Square",
        "12 St James&rsquo;s Square, London SW1Y 4JH",
        "12 St&nbsp;James's Square",
        "| 12 St James's Square | London | SW1Y 4JH |",
        "12 ST JAMES'S SQUARE / LONDON / SW1Y 4JH",
        "<p>12 St James's Square<br>London<br>SW1Y 4JH</p>",
        "12+St+James%27s+Square%2C+London",
    ],
    STREET: [
        unicodedata.normalize("NFD", STREET),
        "KÖNIGSTRASSE 5",
        "Koenigstrasse 5, 48143 Muenster",
        "Konigstrasse 5, 48143 Munster",
        'K\\"onigstra{\\ss}e 5, 48143 M\\"unster',
        "K&ouml;nigstra&szlig;e 5, 48143 M&uuml;nster",
        "K\\u00f6nigstra\\u00dfe 5",
        "K%C3%B6nigstra%C3%9Fe%205",
        "König&shy;straße 5",
        "König-\nstraße 5",
    ],
    WEBSITE: [
        "ada.example.org",
        "https://ada.example.org",
        "http://www.ada.example.org/x",
        "[page](https://ada.example.org/papers)",
        "https%3A%2F%2Fada.example.org",
        "https:\\/\\/ada.example.org\\/",
    ],
    "1 Way": ["1 Way", "1\nway", "**1** Way", "1&nbsp;Way"],
    "北京市朝阳区建国路": ["我住在北京市朝阳区建国路的房子", "北京市朝阳区\n建国路"],
    "0251 555 0199": ["+49 251 5550199", "0049 (0)251 / 555 01 99", "251.555.0199"],
    "+1 (202) 555-0123": ["202.555.0123", "1-202-555-0123", "(202) 555 0123"],
    "12. März 1991": ["March 12, 1991", "12.3.1991", "1991-03-12"],
}
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


def megabytes() -> list[str]:
    """Return texts of what makes a search slow; one that is not linear would not end with them."""
    mixed = "".join(unit * (2**20 // len(UNITS) // len(unit)) for unit in UNITS)
    return [mixed, *(unit * (2**17 // len(unit)) for unit in UNITS)]


@pytest.mark.parametrize("text", megabytes(), ids=["all of them", *map(repr, UNITS)])
def test_the_time_of_a_search_is_that_of_the_text(text):
    values = {"phone": PHONE, "birth": BIRTH, "email": EMAIL, "address": ADDRESS, "year": "1978"}
    found = list(PrivateValues({**values, "website": WEBSITE}).find(text))
    assert all(place.end <= len(text) for place in found)
