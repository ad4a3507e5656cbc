"""The report of an import: its order, its places, its faults, and that no field is lost unsaid."""

import pytest

from sphinx_cv.cli.settle import fault_of
from sphinx_cv.importer.draft import Draft, Item, Section, Text
from sphinx_cv.importer.formats import json_resume
from sphinx_cv.importer.project.pictures import leave_out_pictures
from sphinx_cv.importer.project.write import report
from sphinx_cv.importer.sources import read_source


def test_no_field_is_lost_unsaid():
    data = {"basics": {"name": "A", "fax": "f1"}, "hobbies": [{"x": "h1"}], "work": [{"y": "w1"}]}
    draft = json_resume.read(data)
    told = " ".join([*(words for _place, words in draft.report), str(draft.sections)])
    assert all(word in told for word in ("f1", "h1", "w1"))


def test_no_value_of_a_key_that_is_written_twice_is_lost(tmp_path):
    entry = "{name: Loom, role: Fellow, date: 2019, role: Chair}"
    text = f"cv:\n  name: Ada\n  sections:\n    work: [{entry}]\n    work:\n    - Weaver\n"
    (tmp_path / "cv.yaml").write_text(text, "utf-8")
    draft = read_source(tmp_path / "cv.yaml")
    assert [section.title for section in draft.sections] == ["Work"]
    assert len(draft.sections[0].blocks) == 2
    assert "role (again)" in str(draft.report)
    assert "Role: Fellow" in draft.sections[0].blocks[0].body


def test_a_report_begins_with_what_needs_its_reader():
    draft = Draft()
    draft.left_out("refs.bib", "the theme's example: Q")
    draft.changed("Facts[0].", "it is in the profile")
    draft.left_out("cv.location", "Ulm")
    draft.look_at("Papers", "these publications are text")
    draft.report.append(("a", 'differs: "note": in the source A; your CV has none'))
    draft.left_out("_config.yml", "the theme's own: 2 settings of how the site works")
    counts = {"sections": 1, "publications": 2, "talks": 0, "entries": 1}
    assert report(draft, counts, ["refs.bib, a: no owner"]).splitlines() == [
        "taken: 1 section",
        "taken: 2 publications",
        "taken: 1 entry",
        "look at: Papers: these publications are text",
        "look at: refs.bib, a: no owner",
        'a: differs: "note": in the source A; your CV has none',
        "cv.location: left out: Ulm",
        "Facts[0]: changed: it is in the profile",
        "refs.bib: left out: the theme's example: Q",
        "_config.yml: left out: the theme's own: 2 settings of how the site works",
    ]


def test_a_text_is_told_by_its_first_words_and_an_entry_by_its_title():
    blocks = [
        Text(text="One **two** three four five six 🎉"),
        Item(title="Chair 🎉", options={}),
        Text(text="Short 🎉", is_point=True),
    ]
    draft = Draft(sections=[Section(title="Posts", blocks=blocks)])
    leave_out_pictures(draft)
    assert [place for place, _words in draft.report] == [
        'Posts, "One two three four five …"',
        "Posts, Chair 🎉",
        'Posts, "Short 🎉"',
    ]


@pytest.mark.parametrize(
    ("message", "fault"),
    [
        (
            'publication "a": "x.png" in "preview" is not a PNG file beside the .bib file or '
            "conf.py, nor in assets: put it there, or take the field out",
            '"x.png" in "preview" is not a PNG file here',
        ),
        ('"12: 30" is not a date: write date = {2020}', '"12: 30" is not a date'),
        ("at 10:30 it is closed", "at 10:30 it is closed"),
        ('an "odd quote', 'an "odd quote'),
    ],
)
def test_what_is_left_out_is_told_with_its_fault_alone(message, fault):
    assert fault_of(message, "a") == fault
