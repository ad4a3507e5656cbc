"""Marks at authors' names: from annotations, and as typed."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pybtex.database import Entry, Person

from sphinx_cv.bibliography.people.marks import (
    MARKS,
    explained_marks,
    marked_words,
    marks_of,
    typed_marks,
    without_marks,
)


def marks(*authors, annotation=""):
    fields = {"author+an": annotation} if annotation else {}
    persons = {"author": [Person(author) for author in authors]}
    return marks_of(Entry("misc", fields=fields, persons=persons), "author", {})


@pytest.mark.parametrize(
    ("annotation", "expected"),
    [
        ("", ["", "", ""]),
        ("1=equal;2=equal", ["*", "*", ""]),
        ("1 = equal; 3 = equal", ["*", "", "*"]),
        ("2=corresponding", ["", "†", ""]),
        ("3=supervising", ["", "", "‡"]),
        ("1=equal,corresponding", ["*†", "", ""]),
        ("1=equal, corresponding; 2=equal", ["*†", "*", ""]),
        ("1=equal;1=corresponding", ["*†", "", ""]),
        ("1=equal;1=equal", ["*", "", ""]),
        ("1=Equal;2=EQUAL", ["*", "*", ""]),
        ('1="equal";3="corresponding"', ["*", "", "†"]),
        ("1=first", ["", "", ""]),
        ("0=equal;4=equal;99=equal", ["", "", ""]),
        ("equal", ["", "", ""]),
        ("=;,=", ["", "", ""]),
    ],
)
def test_annotations_mark_the_authors_they_count(annotation, expected):
    assert marks("Ada King", "Bo Li", "Cy Fox", annotation=annotation) == expected


@pytest.mark.parametrize(
    "author", ["King*, Ada", "King, Ada*", "Ada King*", "van King*, Ada", "King, Jr*, Ada"]
)
def test_a_mark_typed_at_the_end_of_a_name_counts(author):
    assert marks(author, "Bo Li") == ["*", ""]


@pytest.mark.parametrize(
    ("author", "mark"),
    [
        ("King{*}, Ada", "*"),
        (r"King\*, Ada", "*"),
        (r"King{\*}, Ada", "*"),
        ("King$^*$, Ada", "*"),
        ("King$^{*}$, Ada", "*"),
        (r"King\textsuperscript{*}, Ada", "*"),
        (r"King$^\dagger$, Ada", "†"),
        (r"King$^{\ddagger}$, Ada", "‡"),
        (r"King$^{*\dag}$, Ada", "*†"),
        ("{King}*, Ada", "*"),
        ("King, Ada{†}", "†"),
        (r"King\textsuperscript{\textdagger}, Ada", "†"),
        (r"King\textsuperscript{$\dagger$}, Ada", "†"),
        # With the number of an affiliation.
        ("King$^{1,*}$, Ada", "*"),
        (r"King, Ada\textsuperscript{1, 2,*}", "*"),
        ("King$^1$, Ada", ""),
        (r"King\textsuperscript{12}, Ada", ""),
    ],
)
def test_a_mark_typed_in_tex_counts(author, mark):
    assert marks(author) == [mark]
    person = Person(author)
    assert [without_marks(part).strip("{}") for part in person.last_names] == ["King"]
    assert [without_marks(part) for part in person.first_names] == ["Ada"]


@pytest.mark.parametrize("author", ["King**, Ada", "King*, Ada*", "Ada* King*"])
def test_a_mark_typed_twice_counts_once(author):
    assert marks(author) == ["*"]


def test_a_long_row_of_stars_is_soon_read():
    # Each star more would double the time.
    assert without_marks("*" * 60 + "x") == "*" * 60 + "x"
    assert without_marks("$^{" + "*" * 60 + "x}$").startswith("$^{")


def test_several_typed_marks_count():
    assert marks("King*†, Ada", "Li‡, Bo") == ["*†", "‡"]


def test_a_mark_that_is_typed_and_annotated_counts_once():
    assert marks("King*, Ada", annotation="1=equal") == ["*"]
    assert marks("King*, Ada", annotation="1=equal,corresponding") == ["*†"]


def test_an_entry_without_authors_has_no_marks():
    assert marks_of(Entry("misc", fields={"author+an": "1=equal"}), "author", {}) == []


@pytest.mark.parametrize(
    ("part", "name"),
    [("King*", "King"), ("King*†‡", "King"), ("King", "King"), ("*", ""), ("K*ng", "K*ng")],
)
def test_a_name_is_printed_without_its_marks(part, name):
    assert without_marks(part) == name


@given(st.text(alphabet="Aéb-", min_size=1), st.text(alphabet="*†‡", max_size=3))
def test_marks_are_parted_from_the_name(name, typed):
    assert without_marks(name + typed) == name
    assert set(typed_marks(Person(first="Ada", last=name + typed))) == set(typed)


@pytest.mark.parametrize(
    ("annotation", "explained", "words"),
    [
        ("* co-first author<br>† on leave", {"*": "co-first author", "†": "on leave"}, []),
        ("<sup>*</sup> co-first author", {"*": "co-first author"}, ["corresponding"]),
        (r"$^\dag$: on leave", {"†": "on leave"}, ["equal"]),
        # The legend says it.
        ("* Equal contribution. † on leave", {"†": "on leave"}, ["equal"]),
        # A mark of nobody, and notes of the owner's own.
        ("‡ on leave", {}, ["equal", "corresponding"]),
        ("My favorite: * is nice", {}, ["equal", "corresponding"]),
    ],
)
def test_a_paper_may_explain_its_marks(annotation, explained, words):
    entry = Entry("misc", fields={"annotation": annotation})
    entry.persons["author"] = [Person("King*, Ada"), Person("Li†, Bo")]
    assert explained_marks(entry) == explained
    assert list(marked_words(entry, "author", {})) == words


annotations = st.lists(
    st.sampled_from([*MARKS, "1", "2", "9", "=", ";", ",", " ", ":", '"', "first", "²", "٣"]),
    max_size=12,
).map("".join)


@given(annotations | st.text())
@example("9" * 5000 + "=equal")
def test_any_annotation_is_read(annotation):
    found = marks("Ada King", "Bo Li", annotation=annotation)
    assert len(found) == 2
    for each in found:
        assert len(set(each)) == len(each)
        assert set(each) <= set(MARKS.values())
