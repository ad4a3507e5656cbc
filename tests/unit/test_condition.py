"""The condition of a publication list: what sphinxcontrib-bibtex can ask, and what it cannot."""

import pytest
from pybtex.database import Entry

from sphinx_cv.publications.condition import check_condition, is_selected


@pytest.mark.parametrize(
    "text",
    [
        'type == "article"',
        'type in {"article", "book"} and not cited',
        '(keywords % "^mine" or year >= "2020") and author % "King"',
        "docname in docnames",
        "True",
    ],
)
def test_a_condition_is_taken_as_it_is(text: str) -> None:
    assert check_condition(text) == text


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("type ==", "type =="),
        ("a\0", "a\0"),
        ('keywords % "("', 'keywords % "("'),
        # What the first operand decides for this entry or that is looked at as well.
        ('type == "article" and (type | "x")', 'type | "x"'),
        ('type == "misc" or cited > "a"', 'cited > "a"'),
        ("not open(key)", "open(key)"),
        ('"" and open("x")', 'open("x")'),
        ("title.__class__", "title.__class__"),
        (f"{'not ' * 20_000}cited", f"{'not ' * 20_000}cited"),
        ('"2000" < year < "2010"', '"2000" < year < "2010"'),
    ],
)
def test_the_part_that_cannot_be_read_is_told(text: str, part: str) -> None:
    with pytest.raises(ValueError, match="is not a condition") as told:
        check_condition(text)
    assert str(told.value).startswith(f"`{part}`")


def test_a_number_is_told_to_be_a_text() -> None:
    with pytest.raises(ValueError, match='write "2020"'):
        check_condition('type == "article" and year >= 2020')


@pytest.mark.parametrize(
    ("fields", "chosen"),
    [
        ({"keywords": "loops, Selected"}, True),
        ({"selected": "TRUE"}, True),
        ({"selected": "yes", "keywords": "loops"}, True),
        ({"selected": "false"}, False),
        ({"keywords": "loops"}, False),
        ({}, False),
    ],
)
def test_a_publication_is_selected_by_a_keyword_or_the_field_of_al_folio(
    fields: dict[str, str], chosen: bool
) -> None:
    assert is_selected(Entry("article", fields)) is chosen
