"""The BibTeX that a page shows parses back to what the .bib file says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import Entry, Person, parse_string

from sphinx_cv.bibliography.fields import is_for_website, is_private
from sphinx_cv.bibliography.file.bibtex import to_bibtex

names = st.from_regex(r"[a-z][a-z0-9]{0,8}", fullmatch=True).filter(
    lambda name: not is_private(name) and not is_for_website(name)
)
# What a field can hold once it is read: no unpaired brace, white space folded.
values = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Zs", "Zl", "Zp"), blacklist_characters="{}@"),
    min_size=1,
    max_size=20,
)
people = st.lists(
    st.from_regex(r"[A-Z][a-z]{1,8}, [A-Z]\.", fullmatch=True), min_size=1, max_size=4
)


@given(st.dictionaries(names, values, max_size=6), people)
def test_it_parses_back_to_the_same_fields(fields: dict[str, str], authors: list[str]) -> None:
    entry = Entry("article", fields, {"author": [Person(name) for name in authors]})
    entry.key = "key"
    fields.pop("author", None)
    fields.pop("editor", None)
    for role in ("author", "editor"):
        entry.fields.pop(role, None)
    read = parse_string(to_bibtex(entry), "bibtex").entries["key"]
    assert dict(read.fields) == {name: " ".join(value.split()) for name, value in fields.items()}
    assert read.persons["author"] == entry.persons["author"]


def test_private_fields_are_left_out() -> None:
    fields = {"title": "T", "file": "x.pdf", "Owner": "me", "bdsk-url-1": "u", "abstract": "A"}
    # The entry that it refers to need not be in the download, and its fields are here.
    fields |= {"xdata": "houses"}
    entry = Entry("article", fields)
    entry.key = "key"
    assert to_bibtex(entry) == "@article{key,\n  title = {T},\n}\n"


def test_links_and_marks_of_the_website_are_left_out() -> None:
    links = {"code": "u", "video": "u", "url_slides": "u", "author+an": "1=equal"}
    entry = Entry("software", {"title": "T", **links, "url": "u", "repository": "r"})
    entry.key = "key"
    told = "@software{key,\n  title = {T},\n  url = {u},\n  repository = {r},\n}\n"
    assert to_bibtex(entry) == told


@pytest.mark.parametrize(
    "place",
    [
        "/home/ada/papers/a.pdf",
        "/Users/ada/a.pdf",
        r"C:\Users\ada\a.pdf",
        "C:/ada/a.pdf",
        "{file:///srv/a.pdf}",
        ":/home/ada/a.pdf:PDF",
        "~/a.pdf",
        "papers2://publication/uuid/1",
        "zotero://select/items/1",
    ],
)
def test_places_on_the_owners_computer_are_left_out(place: str) -> None:
    entry = Entry("misc", {"title": "T", "localfile": place, "options": "x", "OPTannote": "y"})
    entry.key = "key"
    assert to_bibtex(entry) == "@misc{key,\n  title = {T},\n  options = {x},\n}\n"


@pytest.mark.parametrize(
    "key", ["Lovelace 2020", "a,b", "100%", "x{y}", 'the "one"', "a#b", "李2020"]
)
def test_odd_names_and_keys_are_made_such_that_parse_back(key: str) -> None:
    fields = {"title": "T", "my field": "a", "prix (€)": "b", "2nd": "c", "(": "d", "a=b,c": "e"}
    entry = Entry("journal article", fields)
    entry.key = key
    data = parse_string(to_bibtex(entry), "bibtex").entries
    assert len(data) == 1
    [read] = data.values()
    assert read.type == "journal-article"
    assert dict(read.fields) == {"title": "T", "my-field": "a", "prix": "b", "a-b-c": "e"}


def test_a_type_that_is_no_word_is_misc() -> None:
    entry = Entry("(?)", {"title": "T"})
    entry.key = "key"
    assert to_bibtex(entry) == "@misc{key,\n  title = {T},\n}\n"


def test_a_brace_that_does_not_pair_ends_no_field() -> None:
    entry = Entry("article", {"title": "T} , note = {x"})
    entry.key = "key"
    assert list(parse_string(to_bibtex(entry), "bibtex").entries["key"].fields) == ["title"]
