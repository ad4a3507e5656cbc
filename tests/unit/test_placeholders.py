"""Words of a template are told where the author's own belong."""

import pytest

from sphinx_cv.cli.new import template
from sphinx_cv.rules.cv import Cv
from sphinx_cv.rules.placeholders import PHRASES, placeholders
from sphinx_cv.source.markdown import Page


def told(text):
    cv = Cv(pages={"index": Page(text.split("\n"))})
    return [(finding.line, finding.column, finding.length) for finding in placeholders(cv)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Your Name\n", [(1, 3, 9)]),
        ("At Your university, you@example.org", [(1, 4, 15), (1, 21, 15)]),
        ("This is a description of your talk, which is", [(1, 1, 34)]),
        ("% Your Name", []),
        ("% silence: placeholder, a name indeed\n\nYour Name", []),
        ("Your Names, your name, not.you@example.org", []),
    ],
)
def test_where_a_placeholder_stands(text, expected):
    assert told(text) == expected


def test_settings_and_publications_are_searched():
    lines = ['"name": "Your Name"']
    cv = Cv(settings={"conf.py": lines}, bibfiles={"refs.bib": ["title = {The Title of a Paper}"]})
    assert [finding.place for finding in placeholders(cv)] == ["refs.bib", "conf.py"]


def test_each_phrase_of_ours_is_in_the_template():
    text = "\n".join(template(name="Your Name", language="en").values())
    ours = PHRASES[: PHRASES.index("Your Institution")]
    assert [phrase for phrase in ours if phrase not in text] == []
