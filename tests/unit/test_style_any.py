"""Any entry is printed by the style, whole and in order."""

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pybtex.database import Entry, Person
from pybtex.richtext import Tag
from styled import formatted, make, tags

from sphinx_cv.bibliography.facts.dating import year_number
from sphinx_cv.bibliography.people.marks import MARKS
from sphinx_cv.bibliography.reference.people import NAME
from sphinx_cv.bibliography.reference.style import (
    AUTHORS,
    TITLE,
    VENUE,
)
from sphinx_cv.bibliography.reference.venue import VENUE_FIELDS

plain_words = st.sampled_from(["Ada", "Bo", "King", "Li", "Engines", "Letters", "Ênes", "ODEs"])


@settings(max_examples=50)
@given(
    st.lists(st.tuples(plain_words, plain_words), min_size=1, max_size=4),
    st.lists(plain_words, min_size=1, max_size=4),
    plain_words,
    st.sampled_from(VENUE_FIELDS),
    st.integers(1000, 2999),
)
def test_any_plain_entry_is_printed_whole_and_in_order(authors, title, venue, field, year):
    persons = [f"{last}, {first}" for first, last in authors]
    names = ", ".join(f"{first} {last}" for first, last in authors)
    entry = make(persons, title=" ".join(title), year=str(year), **{field: venue})
    assert str(formatted(entry)) == f"{names}. {' '.join(title)}. {venue}, {year}."


tex = st.text() | st.lists(
    st.sampled_from(
        [
            *(
                "\\",
                "{",
                "}",
                "$",
                "%",
                "'",
                "`",
                '"',
                "~",
                "^",
                "_",
                "&",
                "#",
                "-",
                "--",
                "\0",
                "\n",
            ),
            *(
                "\\'e",
                "\\'",
                "{\\'e}",
                "\\emph{x}",
                "\\frac{1}{2}",
                "\\lbrace",
                "\\{",
                "\\}",
                "\\\\",
            ),
            *("\\input{x}", "\\verb|x|", "\\begin{x}", "$x_{1}$", "word", "é", "ß", "*", " "),
        ]
    ),
    max_size=6,
).map("".join)
name_words = st.lists(
    st.sampled_from(
        ["Ada", "von", "*", "\\*", "\\'E", "{\\'e}", "{A b}", "King*", "A.", "-", "{}"]
    ),
    max_size=4,
)
persons = st.builds(
    lambda first, von, last, jr: Person(
        first=" ".join(first), prelast=" ".join(von), last=" ".join(last), lineage=" ".join(jr)
    ),
    *[name_words] * 4,
)
field_names = st.sampled_from(["title", "year", "date", "author+an", "howpublished", *VENUE_FIELDS])


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(field_names, tex), st.lists(persons, max_size=3), st.booleans())
@example({"title": "ends in \\"}, [], False)
@example({"title": "\\"}, [], False)
@example({"title": "{unbalanced"}, [], False)
@example({"title": "unbalanced}"}, [], True)
@example({"date": "{2020}-05"}, [], False)
@example({}, [Person(first="Ada", last="King\\*")], False)
@example({"author+an": "1=equal"}, [Person("")], False)
def test_any_entry_is_printed(fields, people, as_editors):
    role = "editor" if as_editors else "author"
    entry = Entry("misc", fields=fields, persons={role: people} if people else {})
    entry.key = "key"
    text = formatted(entry)
    assert str(text)
    assert (year_number(entry.fields) or 0) >= 0
    found = tags(text)
    for name, part in found.items():
        if name.startswith(NAME):
            assert not part.endswith(tuple(MARKS.values()))
    order = [str(part) for part in text.parts if isinstance(part, Tag) and part.name != "cv-sep"]
    assert order == [found[name] for name in (AUTHORS, TITLE, VENUE) if found.get(name)]
