"""Publications of others: what is at fault in a .bib file is mended, told, and never lost."""

from __future__ import annotations

import pytest

from sphinx_cv.cli.edits import Bibliography, Page
from sphinx_cv.importer.bib import in_tex, split
from sphinx_cv.importer.bib_fields import field_spans, without_field
from sphinx_cv.importer.draft import Draft
from sphinx_cv.importer.project.complete import complete_papers
from sphinx_cv.importer.reading.common import add_bibliography

SOUND = '@article{k,\n  title = "A {B} {\\"u}" # " c",\n  year=2020}'


def read(text):
    draft = Draft()
    add_bibliography(draft, {"a.bib": text})
    complete_papers(draft)
    return draft


def test_what_is_sound_stays_as_it_was_typed():
    (entry,), _macros = split(SOUND)
    assert entry.text == SOUND
    assert entry.told == ()
    assert [name for name, *_rest in field_spans(SOUND)] == ["title", "year"]


@pytest.mark.parametrize(
    ("text", "kept", "told"),
    [
        ("author = {A, B., and C, D.}", "author = {A, B. and C, D.}", "A, B., and C, D."),
        ("author = {A and and B,}", "author = {A and B}", "A and and B,"),
        ("journal = jcp", "journal = {jcp}", "journal = jcp"),
        ("doi = {1}, doi = {2}", "doi = {1}", "a second doi = {2}"),
        ("note = {a {b\n", "note = {a b}", "brace is missing"),
        (r"note = {$\mathrmVO_2$}", r"note = {$\mathrm{VO}_2$}", r"\mathrmVO_2"),
        (r"note = {1 $\mathrmm$}", r"note = {1 $\mathrm{m}$}", r"\mathrmm"),
        ("junk here, note = {x}", "note = {x}", "left out: junk here"),
    ],
)
def test_a_fault_is_mended_and_told(text, kept, told):
    whole = (
        f"@article{{k,\n  title = {{T}},\n  year = 2020,\n  {text}\n}}\n@misc{{next, title={{N}}}}"
    )
    draft = read(whole)
    assert [paper.key for paper in draft.papers] == ["k", "next"]
    assert kept in draft.papers[0].text
    assert told in " ".join(words for _place, words in draft.report)


def test_months_and_strings_are_no_fault():
    draft = read(
        "@string{jcp = {J}}\n@misc{k,\n title={T},\n author={A},\n month = jan,\n journal = JCP\n}"
    )
    assert "journal = JCP" in draft.papers[0].text
    assert draft.report == []


def test_title_and_year_are_completed_where_the_type_needs_them_and_people_never():
    draft = read(
        "@article{a,\n journal={J}\n}\n@misc{b,\n title={W}\n}\n@inbook{c,\n crossref={a}\n}"
    )
    first, *rest = (paper.text for paper in draft.papers)
    for words in ("title = {Untitled}", "silence = {owner, as imported}", "{forthcoming}"):
        assert words in first
    assert not any("author" in text for text in (first, *rest))
    assert not any("silence" in text for text in rest)
    assert len(draft.report) == 3
    assert draft.report[-1] == (
        "refs.bib",
        "look at: 2 publications name no authors: add author = {…} to a, b",
    )


def test_what_a_project_has_is_completed_without_a_word():
    draft = Draft()
    add_bibliography(draft, {"a.bib": "@article{a, title={T}}"})
    complete_papers(draft, draft.papers[0].marks())
    assert draft.report == []
    assert draft.papers[0].completed == {"silence", "pubstate"}


def test_an_entry_that_is_left_out_is_told_whole():
    draft = read("@misc{a, title={T}, year={2020}}\n@misc{a, title={Other words}, year={2021}}")
    assert "Other words" in " ".join(words for _place, words in draft.report)


@pytest.mark.parametrize(
    ("name", "rest"),
    [("a", "@x{k,\n  b = {2}}"), ("b", "@x{k,\n  a = {1, {x}},\n  }")],
)
def test_a_field_goes_with_its_comma(name, rest):
    assert without_field("@x{k,\n  a = {1, {x}},\n  b = {2}}", name) == rest


def test_a_field_at_fault_is_found_by_its_line_or_its_words():
    page = Bibliography("@x{k,\n  a = {1},\n  b = {#}}\n@x{l, a = {3}}")
    assert page.start(3) == 1
    assert page.value_at(1, 3, "") == "b"
    assert page.value_at(1, 1, '"#" is not an address') == "b"
    assert page.take_out(1, "b") == "b = {#}"
    page.silence(1, "owner")
    assert page.text == "@x{k,\n  silence = {owner, as imported},\n  a = {1},\n  }\n@x{l, a = {3}}"
    assert page.name(5) == "l"


def test_an_option_at_fault_is_found_by_its_line():
    page = Page("```{talk} Looms\n:event: E\n:url: #\n```")
    assert page.value_at(page.start(3), 3, "") == ":url: #"
    assert page.take_out(1, ":url: #") == ":url: #"
    page.silence(1, "length")
    page.silence(1, "order")
    assert page.lines[1] == ":silence: length, as imported; order, as imported"
    assert page.name(1) == "Looms"


def test_a_formula_of_a_page_is_one_of_tex_and_what_is_none_is_text():
    fields = {
        "title": "On $$E=mc^2$$ & $5",
        "abstract": r"By $$\nope$$, $$...$$ and \[",
        "doi": "10.1/a_b",
    }
    assert in_tex(fields) == {
        "title": r"On $E=mc^2$ \& \$5",
        "abstract": r"By \$\$\textbackslash nope\$\$, \$\$...\$\$ and \textbackslash [",
        "doi": "10.1/a_b",
    }


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("@unpulished", "@unpublished"),
        ("@Artcle", "@article"),
        ("@loomwork", "@misc"),
    ],
)
def test_a_type_that_no_work_has_is_the_nearest(written, read_as):
    draft = read(f"{written}{{k,\n  title = {{T}},\n  author = {{A}},\n  year = 2020\n}}")
    assert draft.papers[0].text.startswith(f"{read_as}{{k,\n  title = {{T}},")
    assert f"now {read_as}" in draft.report[0][1]


@pytest.mark.parametrize(
    ("people", "read_as"),
    [
        ("Ada King, Bo Li, and Cy Fox", "Ada King and Bo Li and Cy Fox"),
        ("Ada King; Bo Li", "Ada King and Bo Li"),
        ("King, Ada and Li, Bo", "King, Ada and Li, Bo"),
        ("{The Loom Collaboration}", "{The Loom Collaboration}"),
    ],
)
def test_people_between_other_signs_are_one_by_one(people, read_as):
    draft = read(f"@misc{{k, title={{T}}, author={{{people}}}, year=2020}}")
    assert draft.papers[0].fields["author"] == read_as
    assert bool(draft.report) == (people != read_as)
