"""The reader of options: what is told of each, with its line, and words, flags and numbers."""

import pytest
from option_blocks import LINE, entry, reader, talk, told


def test_options_are_read_as_text():
    options = reader(":location: Paris", ":full-dates:")
    assert options.text("location") == "Paris"
    assert options.has("full-dates")
    assert not options.has("url")
    assert options.text("url") == ""
    assert options.line_of("full-dates") == LINE + 2
    assert options.line_of("url") == LINE
    assert options.problems == []


def test_an_unknown_option_is_told_with_the_one_that_was_meant():
    options = reader(":location: Paris", ":organisation: A school")
    message = 'cv-entry has no option "organisation". Did you mean "organization"?'
    assert told(options.problems) == [("option", LINE + 2, message)]


def test_an_option_like_no_other_is_told_with_all_that_are_known():
    options = reader(":zzz: 1", allowed=("kind", "limit"), directive="talk-list")
    message = 'talk-list has no option "zzz". Known: kind, limit.'
    assert told(options.problems) == [("option", LINE + 1, message)]


def test_of_a_repeated_option_the_first_counts_and_the_second_is_told():
    options = reader(":location: One", ":location: Two")
    assert options.text("location") == "One"
    message = '"location" is given twice: the first counts'
    assert told(options.problems) == [("option", LINE + 2, message)]


def test_a_line_that_is_no_option_is_told():
    options = reader(":location: One", ":url:https://example.org")
    message = '":url:https://example.org" is not an option: write ":key: value"'
    assert told(options.problems) == [("option", LINE + 2, message)]


@pytest.mark.parametrize("line", ["location: Rome", "location : Rome"])
def test_an_option_without_its_first_colon_is_told(line):
    message = f'"{line.strip()}" is not an option: write ":location: Rome"'
    assert told(reader(":date: 2020", line).problems) == [("option", LINE + 2, message)]
    # Text of the body.
    assert reader(":date: 2020", "", line).problems == []
    assert reader(":date: 2020", "A location: Rome").problems == []


def test_a_flag_with_a_value_counts_and_is_told():
    options = reader(":expected: yes")
    assert options.flag("expected")
    message = '"expected" takes no value: write ":expected:"'
    assert told(options.problems) == [("option", LINE + 1, message)]


@pytest.mark.parametrize(
    ("value", "separator", "words"),
    [
        ("a, b c", None, ("a", "b", "c")),
        (" a ,, b ", None, ("a", "b")),
        ("Ada King, Bo Li", ",", ("Ada King", "Bo Li")),
        ("", ",", ()),
        (",", None, ()),
    ],
)
def test_an_option_is_split_into_words(value, separator, words):
    assert reader(f":with: {value}").words("with", separator) == words


@pytest.mark.parametrize(("value", "number"), [("1", 1), ("12", 12), ("007", 7)])
def test_a_number_is_read(value, number):
    options = reader(f":limit: {value}", allowed=("limit",))
    assert options.number("limit") == number
    assert options.problems == []


@pytest.mark.parametrize("value", ["0", "-1", "1.5", "three", "", "²", "9" * 5000])
def test_what_is_no_number_from_1_is_told(value):
    options = reader(f":limit: {value}", allowed=("limit",))
    assert options.number("limit") is None
    message = f'"{value or "limit"}" is not a number: write ":limit: 3"'
    assert told(options.problems) == [("option", LINE + 1, message)]


def test_a_missing_number_is_no_problem():
    options = reader(allowed=("limit",))
    assert options.number("limit") is None
    assert options.problems == []


def test_an_empty_option_is_told_on_its_own_line():
    _read, problems = talk(":event: A workshop", ":date:")
    assert [problem.line for problem in problems] == [LINE + 2]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (":tags: ,", '"," is no value of "tags"'),
        (":publication: , ,", '", ," is no value of "publication"'),
        (":silence: ;", '";" is not a note that can be silenced. Known: '),
    ],
)
def test_separators_alone_are_told(line, message):
    _item, problems = entry(line)
    assert [(place, text[: len(message)]) for _subtype, place, text in told(problems)] == [
        (LINE + 1, message)
    ]
