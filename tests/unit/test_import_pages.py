"""Sites of Jekyll: the pages about a person, a CV in Markdown, and what is the theme's own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from sphinx_cv.importer.draft import Draft, Heading, Item, Text
from sphinx_cv.importer.formats.academicpages import authors_of
from sphinx_cv.importer.formats.site_pages import cv_sections
from sphinx_cv.importer.sources import read_source

if TYPE_CHECKING:
    from pathlib import Path

CV = """\
Some words.

Education
======
* Ph.D in Looms, *Bonn*, 2018
* B.Sc. without a year

Work
====
* 2019 - 2020: Fellow [at](https://e.org) Ulm
  * Duties
    * More
  * Wide
  going on

## Before
1. Clerk
"""


def test_points_of_a_cv_are_entries_where_they_have_a_date():
    about, education, work = cv_sections(CV, "cv.md", Draft())
    assert about.blocks == [Text(text="Some words.")]
    assert education.blocks[0] == Item(
        title="Ph.D in Looms, *Bonn*", kind="education", options={"date": "2018"}
    )
    assert education.blocks[1] == Text(text="B.Sc. without a year", is_point=True)
    assert work.title == "Work"
    assert work.blocks[0] == Item(
        title="Fellow [at](<https://e.org>) Ulm",
        kind="experience",
        options={"start": "2019", "end": "2020"},
        body=["- Duties\n  - More\n- Wide going on"],
    )
    assert work.blocks[1:] == [Heading(text="Before"), Text(text="Clerk", is_point=True)]


EINSTEIN = [
    {
        "title": "General",
        "type": "map",
        "contents": [{"name": "Full Name", "value": "Albert Einstein"}],
    }
]
RESUME = {"basics": {"name": "Ada King"}, "work": [{"position": "Fellow"}]}
CONFIG = "first_name: Ada\nlast_name: King\njekyll_get_json:\n- data: resume\n  json: assets/json/resume.json\n"


@pytest.fixture
def site(tmp_path: Path):
    def read(**files: object) -> Draft:
        for name, text in files.items():
            path = tmp_path / NAMES[name]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text if isinstance(text, str) else json.dumps(text), "utf-8")
        return read_source(tmp_path)

    return read


NAMES = {
    "cv": "_data/cv.yml",
    "config": "_config.yml",
    "resume": "assets/json/resume.json",
    "about": "_pages/about.md",
    "post": "_posts/one.md",
    "talk": "_talks/one.md",
    "paper": "_publications/one.md",
    "bib": "_bibliography/papers.bib",
    "page": "_pages/cv.md",
    "made": "_data/cv.json",
}


def told(draft):
    return " ".join(words for _place, words in draft.report)


def test_the_cv_that_a_site_shows_is_read_and_the_themes_is_told(site):
    draft = site(cv=EINSTEIN, config=CONFIG, resume=RESUME)
    assert draft.profile["name"] == "Ada King"
    assert [section.title for section in draft.sections] == ["Experience"]
    assert "left out: the theme's example: title: General" in told(draft)


def test_a_file_that_is_broken_does_not_hide_the_other(site):
    cv = [{"title": "Clubs", "type": "list", "contents": ["Chess"]}]
    draft = site(cv=cv, config=CONFIG, resume='{"basics": ')
    assert [section.title for section in draft.sections] == ["Clubs"]
    assert "is not sound JSON" in told(draft)


def test_a_site_with_the_themes_cv_alone_has_its_owner(site):
    draft = site(cv=EINSTEIN, config=CONFIG.partition("jekyll")[0])
    assert (draft.profile["name"], draft.sections) == ("Ada King", [])


def test_the_theme_itself_is_read_as_it_is(site):
    assert site(cv=EINSTEIN, config="last_name: R. Name\n").profile["name"] == "Albert Einstein"


def test_a_page_about_the_person_comes_first_and_other_pages_are_told(site):
    head = "---\nsubtitle: 1 Way, Bonn\n---\n"
    draft = site(
        cv=[{"title": "Clubs", "type": "list", "contents": ["Chess"]}],
        config=CONFIG,
        about=f"{head}I am **Ada**. {{{{ x }}}}\n\n### Loves ###\nLooms{{:.a}}",
        post="# Post",
    )
    assert [section.title for section in draft.sections] == ["About", "Clubs"]
    assert draft.sections[0].blocks == [
        Text(text="I am **Ada**."),
        Heading(text="Loves"),
        Text(text="Looms"),
    ]
    assert "left out: 1 Way, Bonn" in told(draft)
    assert "1 pages" in told(draft)


def test_words_of_the_theme_are_no_words_of_the_person(site):
    about = "Write your biography here. Tell the world about yourself. Link"
    draft = site(cv=[{"title": "C", "contents": ["Chess"]}], config=CONFIG, about=about)
    assert [section.title for section in draft.sections] == ["C"]
    assert "the theme's own words: Write your biography" in told(draft)


def test_a_talk_keeps_the_words_of_its_date_and_its_lines(tmp_path):
    (tmp_path / "_talks").mkdir()
    head = "---\ntitle: T\nvenue: V\ndate: 7th - 10th Sep. 2020\n---\n"
    (tmp_path / "_talks/a.md").write_text(f"{head}- A -- b\n- In 1. c", "utf-8")
    own = "This is a description of your talk, Yay markdown!"
    (tmp_path / "_talks/b.md").write_text(head.replace("7th - 10th Sep. ", "") + own, "utf-8")
    draft = read_source(tmp_path)
    one, two = sorted(draft.sections[0].blocks, key=lambda block: len(block.body), reverse=True)
    assert one.options["date-text"] == "7th - 10th Sep. 2020"
    assert one.body == ["- A -- b\n- In 1. c"]
    assert (two.options["date"], two.body) == ("2020", [])
    assert f"the theme's own words: {own}" in told(draft)


def test_the_talks_of_a_site_with_a_cv_are_read(site):
    talk = "---\ntitle: Looms\nvenue: Ulm\nsort_date: 2020-05-01\nslides_url: https://e.org/s\n---\n{% include x.html %}"
    draft = site(cv=[{"title": "C", "contents": ["Chess"]}], config=CONFIG, talk=talk)
    (one,) = next(section for section in draft.sections if section.title == "Talks").blocks
    assert one.options == {"event": "Ulm", "slides": "https://e.org/s", "date": "2020-05-01"}
    assert (one.title, one.body) == ("Looms", [])


def test_publications_of_the_theme_are_told_and_those_of_the_person_stay(site):
    bib = "@article{a, author = {Einstein, A. and Podolsky, B.}, title = {Q}, year = 1935}\n"
    bib += "@article{b, author = {King, Ada and Einstein, Ben}, title = {Looms}, year = 2020}"
    draft = site(cv=[{"title": "C", "contents": ["Chess"]}], config=CONFIG, bib=bib)
    assert [paper.key for paper in draft.papers] == ["b"]
    assert "the theme's example: @article{a, author = {Einstein, A." in told(draft)
    theirs = site(cv=EINSTEIN, config="last_name: R. Name\n", bib=bib)
    assert [paper.key for paper in theirs.papers] == ["a", "b"]


def test_what_a_page_says_in_its_first_lines_is_told(site):
    about = (
        "---\nprofile: {align: right, image: me.jpg}\n---\nI am Ada :sun_with_face: of 10:30:00."
    )
    page = "---\ndescription: All of it\ncv_pdf: king.pdf\n---\n# Work\n- Loom"
    draft = site(cv=[{"title": "C", "contents": []}], config=CONFIG, about=about, page=page)
    words = told(draft)
    assert all(said in words for said in ("me.jpg: copy it", "All of it", "king.pdf", ":sun_"))
    assert draft.sections[0].blocks == [Text(text="I am Ada of 10:30:00.")]


def test_a_publication_is_of_its_category_and_its_links_are_told(site):
    head = "---\ntitle: Looms\ncategory: conferences\nvenue: Proc. of Ulm\ndate: 2020-05-01\n"
    text = "Text, and [code](https://e.org/code). <a href='https://e.org/b'>B<a/>"
    cite = "citation: 'King, Ada and Li, Bo. (2020). \"Looms.\"'\n"
    draft = site(paper=f"{head}{cite}---\n{text}", made='{"basics": {"name": "Made"}}')
    assert draft.papers[0].text.startswith("@inproceedings{")
    assert draft.papers[0].fields["booktitle"] == "Proc. of Ulm"
    assert draft.papers[0].fields["author"] == "King, Ada and Li, Bo"
    words = told(draft)
    assert all(said in words for said in ("https://e.org/code; https://e.org/b", "Made"))
    assert '"conferences" is @inproceedings' in words


@pytest.mark.parametrize(
    ("citation", "people"),
    [
        ("King, A. M., Li, B. (2020). Looms", ["King, A. M.", "Li, B."]),
        ("King, Ada M., Bo Li, and Cy Fox. (2020)", ["King, Ada M", "Bo Li", "Cy Fox"]),
        ("King, Ada and Li, Bo. 2020", ["King, Ada", "Li, Bo"]),
        ("Ada King, Bo Li & Cy Fox (2020)", ["Ada King", "Bo Li", "Cy Fox"]),
        ("King, A.; Li, Bo; et al. 2020", ["King, A.", "Li, Bo", "et al."]),
    ],
)
def test_people_are_read_from_a_citation(citation, people):
    assert authors_of(citation) == people


def test_what_is_bold_in_a_title_is_the_title(site):
    items = [
        "<b>Loom Prize</b> for the best loom of <i>Ulm</i>",
        "**Thread Medal**, of silver",
        "Prize of **Bonn**",
        "<b>Card Prize</b>",
    ]
    cv = [{"title": "Awards", "type": "time_table", "contents": [{"year": "2020", "items": items}]}]
    (section,) = site(cv=cv, config=CONFIG).sections
    assert [(item.title, item.body) for item in section.blocks] == [
        ("Loom Prize", ["for the best loom of *Ulm*"]),
        ("Thread Medal", ["of silver"]),
        ("Prize of **Bonn**", []),
        ("Card Prize", []),
    ]
