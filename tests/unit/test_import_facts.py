"""Facts are in the right place: types of publications, people, events, organizations."""

from __future__ import annotations

import pytest

from sphinx_cv.importer.draft import Draft, Item, Text
from sphinx_cv.importer.formats import alfolio, alfolio_site, rendercv
from sphinx_cv.importer.project.write import files_of
from sphinx_cv.importer.reading.common import add_bibliography, add_paper, item
from sphinx_cv.importer.sources import read_source

HUGO = """---
title: Looms
authors: [admin, Bo Li]
author_notes: ['Equal contribution', 'Equal contribution']
date: 2021-05-01
publication_types: ['{kind}']
publication: '{where}'
publication_short: 'In *LOOM 2021*. Accepted as *Spotlight*'
---
"""


def paper_of(tmp_path, kind, where):
    for name, text in (
        ("authors/admin/_index.md", "---\ntitle: Ada King\n---\n"),
        ("publication/a/index.md", HUGO.format(kind=kind, where=where)),
    ):
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True)
        path.write_text(text, "utf-8")
    (paper,) = read_source(tmp_path).papers
    return paper


@pytest.mark.parametrize(
    ("kind", "where", "head", "fields"),
    [
        ("1", "In *Proc. Looms*", "@inproceedings{", {"booktitle": "Proc. Looms"}),
        ("paper-conference", "*Proc.*", "@inproceedings{", {"booktitle": "Proc."}),
        ("3", "*arXiv*", "@preprint{", {"howpublished": "arXiv"}),
        ("thesis", "Ulm", "@phdthesis{", {"school": "Ulm"}),
        ("chapter", "*Book*", "@incollection{", {"booktitle": "Book"}),
        (
            "article-journal",
            "*J. Looms, 12*(3), 45-56",
            "@article{",
            {"journal": "J. Looms", "volume": "12", "number": "3", "pages": "45-56"},
        ),
        ("0", "*Looms 2021*", "@article{", {"journal": "Looms 2021"}),
    ],
)
def test_a_publication_of_hugoblox_has_its_type(tmp_path, kind, where, head, fields):
    paper = paper_of(tmp_path, kind, where)
    assert paper.text.startswith(head)
    assert {name: paper.fields[name] for name in fields} == fields


def test_the_short_name_of_a_journal_is_in_the_entry(tmp_path):
    page = "---\ntitle: T\ndate: 2020-01-01\npublication: '*Journal of Looms*'\n"
    folder = tmp_path / "content/publication/a"
    folder.mkdir(parents=True)
    (folder / "index.md").write_text(f"{page}publication_short: '*J. Looms*'\n---\n", "utf-8")
    draft = read_source(tmp_path)
    assert draft.papers[0].fields["shortjournal"] == "J. Looms"
    assert draft.papers[0].fields["journal"] == "Journal of Looms"


def test_notes_of_hugoblox_are_in_the_entry(tmp_path):
    paper = paper_of(tmp_path, "1", "*Proc.*")
    assert paper.fields["author+an"] == "1=equal;2=equal"
    assert paper.fields["note"] == "Accepted as Spotlight"


@pytest.mark.parametrize(
    ("people", "is_same"),
    [("King, Ada and Li, Bo", True), ("Li, Bo and King, Ada", False), ("Li, Bo", False)],
)
def test_notes_are_of_the_people_of_the_page_by_their_numbers(tmp_path, people, is_same):
    folder = tmp_path / "content/publication/a"
    folder.mkdir(parents=True)
    page = HUGO.format(kind="1", where="*P*").replace("admin", "Ada King")
    (folder / "index.md").write_text(page, "utf-8")
    cite = f"@misc{{k,\n  title = {{Looms}},\n  author = {{{people}}},\n  year = 2021\n}}"
    (folder / "cite.bib").write_text(cite, "utf-8")
    (paper,) = read_source(tmp_path).papers
    assert ("author+an" in paper.fields) == is_same


@pytest.mark.parametrize(
    ("category", "head"),
    [
        ("conferences", "@inproceedings{"),
        ("thesis", "@phdthesis{"),
        ("preprints", "@preprint{"),
        ("manuscripts", "@article{"),
        ("book chapters", "@incollection{"),
    ],
)
def test_a_publication_of_academicpages_has_its_type(tmp_path, category, head):
    (tmp_path / "_publications").mkdir()
    people = "authors: 'Ada King, Bo Li & Cy Fox'"
    page = f"---\ntitle: T\ncategory: {category}\nvenue: V\ndate: 2020-01-01\n{people}\n---\n"
    (tmp_path / "_publications/a.md").write_text(page, "utf-8")
    (paper,) = read_source(tmp_path).papers
    assert paper.text.startswith(head)
    assert paper.fields["author"] == "Ada King and Bo Li and Cy Fox"


def test_one_text_of_people_is_split_and_one_name_is_not():
    draft = Draft()
    for author in ("Ada King, Bo Li", "King, Ada", "Ada King"):
        add_paper(draft, "a", {"title": author, "date": "2020"}, authors=[author])
    found = [paper.fields["author"] for paper in draft.papers]
    assert found == ["Ada King and Bo Li", "King, Ada", "Ada King"]


def test_the_entry_of_a_bib_file_takes_the_place_of_what_cv_yml_says_of_the_work():
    draft = Draft()
    said = {"title": "Looms", "date": "2020", "url": "https://e.org/a", "keywords": "papers"}
    add_paper(draft, "cv", said, authors=["A. King"])
    text = "@article{k,\n  title = {Looms},\n  author = {King, Ada},\n  year = 2020,\n"
    text += "  keywords = {cloth},\n  pages = {1--9}\n}"
    add_bibliography(draft, {"a.bib": text})
    (paper,) = draft.papers
    assert paper.key == "k"
    assert "pages = {1--9}" in paper.text
    assert paper.fields["keywords"] == "cloth, papers"
    assert paper.fields["url"] == "https://e.org/a"
    assert paper.text.count("keywords") == 1
    add_bibliography(draft, {"a.bib": text})
    assert draft.papers == [paper]


def test_the_only_list_of_publications_has_those_of_a_bib_file_as_well():
    entry = {"title": "Looms", "authors": ["Ada King"], "date": "2020"}
    bibs = {"a.bib": "@misc{k, title={Wool}, author={King, Ada}, year=2019}"}
    for titles, words in ((["Papers"], [""]), (["Papers", "Books"], ["Papers", "Books", ""])):
        sections = {title: [{**entry, "title": title}] for title in titles}
        draft = rendercv.read({"cv": {"name": "Ada King", "sections": sections}})
        add_bibliography(draft, bibs)
        blocks = [block for section in draft.sections for block in section.blocks]
        assert [block.keyword for block in blocks] == words


def test_a_body_in_the_place_of_a_town_is_the_organization():
    def entry(**options):
        when = ("", "", "2020")
        return item(Draft(), "a", title="Fellow", kind="", options=options, when=when)

    assert entry(location="University of Ulm, Germany").options["organization"]
    assert "organization" not in entry(location="Ulm, Germany").options
    both = entry(location="University of Ulm", organization="Loom lab").options
    assert (both["organization"], both["location"]) == ("Loom lab", "University of Ulm")


def test_a_talk_in_tex_is_a_talk_also_where_its_event_is_in_the_text(tmp_path):
    path = tmp_path / "cv.tex"
    talks = r"\cventry{Nov 2019}{Looms}{}{}{}{Weavers' day, Ulm}\cventry{2018}{Wool}{}{}{}{}"
    text = rf"\documentclass{{moderncv}}\begin{{document}}\section{{Talks}}{talks}\end{{document}}"
    path.write_text(text, "utf-8")
    one, two = read_source(path).sections[0].blocks
    assert (one.is_talk, one.title, one.body) == (True, "Looms", [])
    assert one.options == {"event": "Weavers' day, Ulm", "date": "2019-11"}
    assert two.options == {"event": "Talk", "date": "2018"}


def test_skills_with_keywords_are_lines():
    entry = {"name": "Craft", "level": "Master", "icon": "fa-x", "keywords": ["Wool", "Silk"]}
    draft = rendercv.read({"cv": {"name": "A", "sections": {"Skills": [entry]}}})
    line = Text(text="**Craft:** Wool, Silk (Master)", is_point=True)
    assert draft.sections[0].blocks == [line]


def test_the_example_of_a_theme_is_known_by_more_than_its_name():
    cv = [
        {"title": "General", "contents": [{"name": "Born", "value": "14th March 1879"}]},
        {"title": "Education", "contents": ["Federal teaching diploma", "University of Zurich"]},
        {"title": "Honors", "contents": ["Matteucci Medal"]},
    ]
    assert alfolio_site.is_sample(cv, {"last_name": "King"})
    assert not alfolio_site.is_sample(cv[:2], {"last_name": "King"})
    assert not alfolio_site.is_sample(cv, {"last_name": "Einstein"})


def test_the_points_that_academicpages_begins_with_are_no_points_of_its_owner(tmp_path):
    (tmp_path / "_pages").mkdir()
    page = """Education
======
* Ph.D in Version Control Theory, GitHub University, 2018 (expected)
* Ph.D. in Looms, Ulm, 2019

Work experience
======
* Fall 2015: Research Assistant
  * Github University
  * Supervisor: Professor Hub

Skills
======
* Skill 1
* Skillful
"""
    (tmp_path / "_pages/cv.md").write_text(page, "utf-8")
    draft = read_source(tmp_path)
    assert [section.title for section in draft.sections] == ["Education", "Skills"]
    degree, skill = (section.blocks[0] for section in draft.sections)
    assert isinstance(degree, Item)
    assert degree.title == "Ph.D. in Looms, Ulm"
    assert skill.text == "Skillful"
    assert len([words for _place, words in draft.report if "the theme's example" in words]) == 3


def test_people_before_the_title_of_a_work_in_tex_are_its_details(tmp_path):
    path = tmp_path / "cv.tex"
    work = r"\cventry{Ada King, Bo Li}{On looms}{Journal article}{2019}{}"
    head = (
        r"\documentclass{awesome-cv}\name{Ada}{King}\extrainfo{\href{https://github.com/ada}{Code}}"
    )
    body = rf"\cvsection{{Publications}}{work}"
    path.write_text(rf"{head}\begin{{document}}{body}\end{{document}}", "utf-8")
    draft = read_source(path)
    (entry,) = draft.sections[0].blocks
    assert (entry.title, entry.options["details"]) == ("On looms", "Ada King, Bo Li")
    assert draft.profile["links"] == {"GitHub": "https://github.com/ada"}


@pytest.mark.parametrize(
    ("bio", "about"),
    [
        ("I dye.", ["I dye.", "I weave."]),
        ("I weave.", ["I weave."]),
        ("My research interests include distributed robotics, mobile computing.", ["I weave."]),
    ],
)
def test_the_short_text_about_an_author_is_above_the_long_one(tmp_path, bio, about):
    page = tmp_path / "content/authors/admin/_index.md"
    page.parent.mkdir(parents=True)
    page.write_text(f"---\ntitle: Ada King\nbio: {bio}\n---\n## About me\n\nI weave.", "utf-8")
    draft = read_source(tmp_path)
    assert [block.text for block in draft.sections[0].blocks] == about


def test_the_tags_of_a_page_are_behind_the_keywords_of_its_entry(tmp_path):
    folder = tmp_path / "content/publication/a"
    folder.mkdir(parents=True)
    (folder / "index.md").write_text("---\ntitle: T\ntags: [Wool, Silk]\n---\n", "utf-8")
    cite = "@misc{k,\n  title = {T},\n  author = {A},\n  keywords = {Silk},\n  year = 2021\n}"
    (folder / "cite.bib").write_text(cite, "utf-8")
    (paper,) = read_source(tmp_path).papers
    assert paper.fields["keywords"] == "Silk, Wool"
    assert paper.text.count("keywords") == 1


def test_the_line_below_the_name_in_academicpages_is_a_position(tmp_path):
    (tmp_path / "_pages").mkdir()
    (tmp_path / "_pages/about.md").write_text("I weave.", "utf-8")
    for bio, position in (("Postdoc at Ulm", "Postdoc at Ulm"), ("I love cats", None)):
        (tmp_path / "_config.yml").write_text(f"author: {{name: Ada, bio: {bio}}}", "utf-8")
        assert read_source(tmp_path).profile.get("position") == position


def test_a_second_link_of_a_name_is_known_by_where_it_leads():
    draft = Draft()
    for url in ("https://github.com/ada", "https://loom.example.org/a", "https://github.com/ada"):
        draft.link("GitHub", url, "a")
    links = {"GitHub": "https://github.com/ada", "loom.example.org": "https://loom.example.org/a"}
    assert draft.profile["links"] == links
    assert draft.report == []


def test_rows_have_other_names_for_what_they_say():
    rows = [{"degree": "PhD", "university": "Bonn", "date": "2010"}]
    page = files_of(alfolio.read([{"title": "Education", "type": "time_table", "contents": rows}]))
    assert "{cv-entry} PhD\n:organization: Bonn\n:date: 2010\n" in page["sections/education.md"]


def test_talks_need_an_event_and_a_date():
    talks = [{"name": "A", "summary": "Conf", "date": "2020"}, {"name": "B", "summary": "Conf"}]
    page = files_of(rendercv.read({"cv": {"name": "N", "sections": {"talks": talks}}}))
    assert "```{talk} A\n:event: Conf\n:date: 2020\n```" in page["sections/talks.md"]
    assert "- B, Conf" in page["sections/talks.md"]
