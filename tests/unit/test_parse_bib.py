"""Parsing .bib files: nothing raises, no entry is lost, whatever sign is too many."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pybtex.utils import CaseInsensitiveDict

from sphinx_cv.bibliography.file.parser import EntryParser
from sphinx_cv.bibliography.file.reader import read_files


def parse(text):
    faults = []
    macros = CaseInsensitiveDict(jan="January")
    commands = list(EntryParser(text, macros, lambda line, message: faults.append((line, message))))
    return commands, faults


def keys(text):
    return [command.key for command in parse(text)[0]]


SOUND = st.lists(
    st.tuples(
        st.sampled_from(["title", "author", "journal", "note"]),
        st.sampled_from(["One", "A {B} c", "x, y", "50% of it", "A {{B} {C}} d", ""]),
        st.booleans(),
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda field: field[0],
)


def entry(key, fields):
    lines = [
        f"  {name} = " + (f'"{value}"' if quoted else f"{{{value}}}") + ","
        for name, value, quoted in fields
    ]
    return "\n".join([f"@article{{{key},", *lines, "}", ""])


@given(SOUND, SOUND, SOUND, st.data())
def test_a_sign_too_many_or_too_few_costs_no_entry(first, second, third, data):
    """Whatever is added to or cut from the second of three entries, the three are there."""
    text = entry("second", second)
    place = data.draw(st.integers(len("@article{second,"), len(text) - 1), label="place")
    sign = data.draw(
        st.sampled_from(["", "{", "}", '"', ",", "=", "%", "#", "(", "@"]), label="sign"
    )
    broken = text[:place] + sign + text[place + (not sign) :]
    commands, _faults = parse(entry("first", first) + broken + "\n" + entry("third", third))
    assert [command.key for command in commands] == ["first", "second", "third"]
    for command, fields in ((commands[0], first), (commands[2], third)):
        assert command.fields == [(name, value) for name, value, _quoted in fields]


@given(st.lists(SOUND, max_size=4))
def test_sound_entries_have_no_fault(entries):
    text = "\n".join(entry(f"key{place}", fields) for place, fields in enumerate(entries))
    commands, faults = parse(text)
    assert faults == []
    assert [command.fields for command in commands] == [
        [(name, value) for name, value, _quoted in fields] for fields in entries
    ]
    assert [text.splitlines()[command.line - 1] for command in commands] == [
        f"@article{{key{place}," for place in range(len(entries))
    ]


pieces = st.lists(
    st.sampled_from(
        [
            *("@article{", "@string{", "@comment{", "@preamble{", "@", "@misc(", "key", ",", "\n"),
            *("title", " = ", "{", "}", '"', "#", "%", "\\", "(", ")", " ", "jan", "2020", "é"),
            *("author", "A and B", "crossref", "a, b, c, d, e", "xdata", "\0", "=", "}\n"),
        ]
    ),
    max_size=40,
).map("".join)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces | st.text())
@example("@")
@example("@article")
@example("@article{" + "{" * 500)
@example("@article{a, title = " + "{" * 5000 + "}" * 5000 + "}")
@example("@misc{a, author = " + "{" * 150 + "}" * 150 + "}")
@example("@comment{" * 100)
@example("@article{a, title = " + "{" * 101 + "}" * 101 + "}")
def test_any_text_is_read(tmp_path, text):
    path = tmp_path / "any.bib"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    reading = read_files([path], "utf-8-sig")
    assert list(reading.places) >= list(reading.data.entries)
    lines = path.read_bytes().count(b"\n") + path.read_bytes().count(b"\r") + 1
    assert all(1 <= fault.line <= lines for fault in reading.faults)
    assert len(set(reading.faults)) == len(reading.faults)


@pytest.mark.parametrize(
    "text",
    [
        "@comment{@misc{hidden, title = {T}}}",
        "@Comment {@misc{hidden}}",
        "@comment hidden",
        "% @misc{hidden, title = {T}}",
        "  %% @misc{hidden}",
        "mail: ada@misc.example",
        "see https://example.org/@ada for more",
    ],
)
def test_what_is_no_entry_is_passed_over(text):
    commands, faults = parse(f"{text}\n@misc{{shown}}\n")
    assert [command.key for command in commands] == ["shown"]
    assert faults == []


def test_a_comment_that_is_never_closed_hides_nothing():
    assert keys("@comment{jabref-meta: {\n@misc{shown, title = {T}}\n") == ["shown"]


def test_an_undefined_string_is_told_once_for_a_file():
    _commands, faults = parse("@misc{a, journal = x}\n@misc{b, journal = X # x}\n")
    assert faults == [(1, '"x" in "a" is no @string: put it in braces')]


def test_a_string_with_a_fault_is_still_defined():
    commands, faults = parse('@string{abc = {Letters}\n\n@misc{a, journal = abc, note = "N"}\n')
    assert commands[0].fields == [("journal", "Letters"), ("note", "N")]
    assert [line for line, _message in faults] == [1]


def test_strings_of_strings_fill_no_memory():
    lines = ["@string{s0 = {ha}}"]
    lines += [f"@string{{s{n} = {' # '.join([f's{n - 1}'] * 10)}}}" for n in range(1, 30)]
    commands, faults = parse("\n".join([*lines, "@misc{one, title = s29}", entry("two", [])]))
    assert [command.key for command in commands] == ["one", "two"]
    assert len(commands[0].fields[0][1]) < 100_000
    assert faults[0] == (5, '"s3" is too long an @string: put it in braces')
