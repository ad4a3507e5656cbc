"""Reading .bib files: nothing raises, no entry is lost, each fault has its line."""

import os
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pybtex.utils import CaseInsensitiveDict

from sphinx_cv.bibliography.facts.links import links_of
from sphinx_cv.bibliography.fields import ADDRESSES
from sphinx_cv.bibliography.file.bibtex import to_bibtex
from sphinx_cv.bibliography.file.parser import EntryParser
from sphinx_cv.bibliography.file.reader import read_files
from sphinx_cv.bibliography.people.lists import split_names
from sphinx_cv.bibliography.people.owner import OwnerNames
from sphinx_cv.bibliography.reference.style import Style
from sphinx_cv.publications.report import _is_owned, problems_of

DATA = Path(__file__).parent.parent / "data" / "bib"


def parse(text):
    faults = []
    macros = CaseInsensitiveDict(jan="January")
    commands = list(EntryParser(text, macros, lambda line, message: faults.append((line, message))))
    return commands, faults


def keys(text):
    return [command.key for command in parse(text)[0]]


@pytest.mark.parametrize("path", sorted(DATA.glob("*.bib")), ids=lambda path: path.stem)
@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.replace("\n", "\r").encode(),
    ],
    ids=["BOM", "CRLF", "CR"],
)
def test_a_file_reads_the_same_in_every_form(path, encode, tmp_path):
    other = tmp_path / path.name
    other.write_bytes(encode(path.read_text("utf-8")))
    one, two = (read_files([file], "utf-8-sig") for file in (path, other))
    assert one.data.entries == two.data.entries
    assert [(fault.line, fault.message) for fault in one.faults] == [
        (fault.line, fault.message) for fault in two.faults
    ]


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


def test_entries_take_the_fields_that_they_share():
    reading = read_files([DATA / "biblatex.bib", DATA / "crossrefs.bib"], "utf-8-sig")
    entries = reading.data.entries
    assert entries["analytical"].fields["publisher"] == "Example House"
    assert entries["analytical:notes"].fields["booktitle"] == "The Analytical Engine"
    assert entries["child"].fields["year"] == "2001"
    assert [str(person) for person in entries["child"].persons["editor"]] == ["Babbage, Charles"]
    assert "url" not in entries["child"].fields
    assert "houses" not in entries


@pytest.mark.parametrize("name", sorted(ADDRESSES | {"bdsk-url-2", "local-url", "url2"}))
def test_a_part_has_no_link_of_its_whole(tmp_path, name):
    path = tmp_path / "a.bib"
    path.write_text(
        "@inproceedings{a, title = {A}, crossref = {b}}\n"
        f"@proceedings{{b, title = {{B}}, {name} = {{https://example.org/b}}}}\n"
    )
    entry = read_files([path], "utf-8").data.entries["a"]
    assert name not in entry.fields
    assert links_of(entry) == ([], [])
    assert "example.org" not in to_bibtex(entry)


def test_a_part_has_the_subtitle_of_its_whole(tmp_path):
    path = tmp_path / "a.bib"
    path.write_text(
        "@inbook{a, title = {A}, crossref = {b}}\n@book{b, title = {B}, subtitle = {C}}\n"
    )
    fields = read_files([path], "utf-8").data.entries["a"].fields
    assert (fields["booktitle"], fields["booksubtitle"]) == ("B", "C")


def test_a_reference_that_stands_there_twice_is_told_once(tmp_path):
    path = tmp_path / "a.bib"
    path.write_text("@misc{a, title = {A}, crossref = {b}, xdata = {b, b}}")
    assert len(read_files([path], "utf-8").faults) == 1


def test_a_chain_and_a_circle_of_references_end(tmp_path):
    path = tmp_path / "circle.bib"
    path.write_text(
        "@misc{a, crossref = {b}, title = {A}}\n@misc{b, crossref = {a}, title = {B}}\n"
        "@misc{c, xdata = {d, missing}}\n@xdata{d, xdata = {c}, year = 2001}\n"
    )
    reading = read_files([path], "utf-8-sig")
    entries = reading.data.entries
    assert list(entries) == ["a", "b", "c"]
    assert entries["c"].fields["year"] == "2001"
    assert [fault.line for fault in reading.faults] == [3]


def test_what_an_entry_inherits_is_passed_on_from_below(tmp_path):
    path = tmp_path / "chain.bib"
    path.write_text(
        "@inproceedings{a, crossref = {b}, title = {A}}\n"
        "@proceedings{b, xdata = {c}, title = {B}}\n@xdata{c, publisher = {P}, year = 2001}\n"
    )
    entry = read_files([path], "utf-8-sig").data.entries["a"]
    assert dict(entry.fields) == {
        "crossref": "b",
        "title": "A",
        "booktitle": "B",
        "publisher": "P",
        "year": "2001",
    }


def test_a_long_chain_of_references_is_followed(tmp_path):
    path = tmp_path / "chain.bib"
    chain = [f"@misc{{k{at}, crossref = {{k{at + 1}}}}}\n" for at in range(2000)]
    path.write_text("".join(chain) + "@misc{k2000, year = 2001}\n")
    entries = read_files([path], "utf-8-sig").data.entries
    assert entries["k0"].fields["year"] == "2001"


def test_many_papers_without_their_proceedings_are_told(tmp_path):
    path = tmp_path / "dblp.bib"
    path.write_text(
        "".join(
            f"@inproceedings{{DBLP:conf/nips/Ada{number}, crossref = {{DBLP:conf/nips/{number}}}}}\n"
            for number in range(1000)
        )
    )
    # This would take a minute if each were compared with all.
    assert len(read_files([path], "utf-8-sig").faults) == 1000


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("n/a", ""),
        ("n/a--n/a", ""),
        ("N/A-N/A", ""),
        ("{}", ""),
        ("n/a-steps", "n/a-steps"),
        ("{Title }", "{Title}"),
        ("{ The {Mill} }", "{The {Mill}}"),
        (r"{Tie\ }", r"{Tie\ }"),
        ("{a} {b}", "{a} {b}"),
    ],
)
def test_a_field_is_its_words_alone(tmp_path, typed, value):
    path = tmp_path / "a.bib"
    path.write_text(f"@misc{{a, title = {{{typed}}}}}")
    assert read_files([path], "utf-8").data.entries["a"].fields["title"] == value


def test_an_unknown_encoding_is_told():
    reading = read_files([DATA / "parentheses.bib"], "utf-nonsense")
    assert len(reading.data.entries) == 3
    assert [fault.message[:32] for fault in reading.faults] == ['bibtex_encoding is "utf-nonsense']


def test_keys_that_make_one_address_are_kept_apart(tmp_path):
    path = tmp_path / "keys.bib"
    path.write_text("@misc{a/b}\n@misc{a:b}\n@misc{a:b}\n")
    reading = read_files([path], "utf-8-sig", anchor=lambda key: key.replace("/", ":"))
    assert list(reading.data.entries) == ["a/b", "a:b-2", "a:b-3"]
    assert [fault.line for fault in reading.faults] == [2, 3]


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


def test_strings_of_strings_fill_no_memory():
    lines = ["@string{s0 = {ha}}"]
    lines += [f"@string{{s{n} = {' # '.join([f's{n - 1}'] * 10)}}}" for n in range(1, 30)]
    commands, faults = parse("\n".join([*lines, "@misc{one, title = s29}", entry("two", [])]))
    assert [command.key for command in commands] == ["one", "two"]
    assert len(commands[0].fields[0][1]) < 100_000
    assert faults[0] == (5, '"s3" is too long an @string: put it in braces')


def test_a_pipe_is_no_file(tmp_path):
    path = tmp_path / "pipe.bib"
    os.mkfifo(path)
    [fault] = read_files([path], "utf-8-sig").faults
    assert fault.message == "the file cannot be read: it is a pipe"


# What takes for ever where each sign is looked at once for each sign before it.
LONG = {
    "comments without an end": "@comment{" * 20_000,
    "one key": "@misc{a, title = {T}}\n" * 6_000,
    "no key": "@misc{, title = {T}}\n" * 6_000,
    "a text for a name": "@misc{a, author = {%s}}" % ("Ab " * 10_000),
    "marks and no end": "@misc{a, author = {B, A%sx}}" % (r"\dagger" * 10_000),
    "braces for a name": "@misc{a, author = {%s}}" % ("{a}" * 20_000),
    "ties for a name": "@misc{a, author = {{%s}x}}" % ("~" * 2_000),
    "leftovers for a note": "@misc{a, note = {%s}}" % (" Journal Article " * 10_000),
}


@pytest.mark.parametrize("name", LONG)
def test_long_texts_are_read_in_a_moment(name, tmp_path):
    path = tmp_path / "long.bib"
    path.write_text(LONG[name])
    style, owner = Style(), OwnerNames("Ada Lovelace")
    for each in read_files([path], "utf-8-sig").data.entries.values():
        style.format_entry("1", each)
        list(problems_of(each))
        assert not any(map(owner.includes, each.persons.get("author", [])))
        _is_owned(each, owner)


LANGUAGES = """
@article{a,
  author = {Lovelace, Ada},
  author_he = {לאבלייס, עדה},
  title = {Sur la machine},
  title_en = {On the Engine},
  title_pt = {A máquina},
  title_pt_BR = {A máquina, no Brasil},
  award_en = {First prize},
  hal_id = {hal-1},
  langid = {french},
}

@incollection{b, title = {Notes}, crossref = {c}}

@book{c, title = {Recueil}, title_en = {Collection}}
"""


@pytest.mark.parametrize(
    ("language", "title", "award", "book"),
    [
        ("fr", "Sur la machine", "", "Recueil"),
        ("en_GB", "On the Engine", "First prize", "Collection"),
        ("pt", "A máquina", "", "Recueil"),
        ("pt_BR", "A máquina, no Brasil", "", "Recueil"),
        ("id", "Sur la machine", "", "Recueil"),
    ],
)
def test_a_field_in_the_language_of_the_build_wins(tmp_path, language, title, award, book):
    path = tmp_path / "refs.bib"
    path.write_text(LANGUAGES, "utf-8")
    entries = read_files([path], "utf-8-sig", language=language).data.entries
    fields = entries["a"].fields
    assert (fields["title"], fields.get("award", "")) == (title, award)
    # A title of the CV's own language is none of the work's.
    assert ("langid" in fields) == (title == "Sur la machine")
    assert entries["b"].fields["title"] == "Notes"
    assert entries["b"].fields["booktitle"] == book


def test_a_name_has_a_form_for_each_language(tmp_path):
    path = tmp_path / "refs.bib"
    path.write_text(LANGUAGES, "utf-8")
    for language, last in (("he", "לאבלייס"), ("en", "Lovelace")):
        entries = read_files([path], "utf-8-sig", language=language).data.entries
        assert entries["a"].persons["author"][0].last_names == [last]
