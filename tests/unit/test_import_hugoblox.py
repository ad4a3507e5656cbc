"""Sites of HugoBlox: the author of each of its times, and the blocks of its home page."""

from __future__ import annotations

from sphinx_cv.importer.draft import Item, Text
from sphinx_cv.importer.sources import read_source

AUTHOR = """\
title: Ada King
role: Fellow
organizations: [{name: Ulm, url: 'https://ulm.example'}]
profiles:
- {icon: at-symbol, url: 'mailto:a@e.org', label: Mail}
- {icon: brands/github, url: 'https://github.com/ada'}
- {icon: x, url: 'javascript:1'}
education: [{area: PhD, institution: Bonn, date_start: 2016-01-01, date_end: '',
  summary: "Thesis.\\n\\nCourses:\\n- One\\n- Two", button: {text: Read, url: u}}]
work: [{position: Engineer, company_name: Loom, date_start: 2012, date_end: 2014, company_logo: x}]
skills: [{name: Technical, color: red, items: [{name: Python, percent: 80}, {name: R}]}]
languages: [{name: English, percent: 100}]
awards: [{title: Prize, awarder: Society, date: 2015-01-02, summary: Good}]
"""
NEWER = """\
name: {display: Ada King, given: Ada, family: King}
role: Fellow
affiliations: [{name: Ulm}]
links: [{icon: brands/github, url: 'https://github.com/ada'}]
experience: [{role: Engineer, org: Loom, start: 2012, end: 2014}]
"""
WIDGETS = {
    "experience": '+++\nwidget = "experience"\nactive = true\ntitle = "Jobs"\n[[experience]]\ntitle = "Chief"\ncompany = "Co"\ndate_start = "2019-01-01"\n+++\n',
    "slider": '+++\nwidget = "slider"\n[[item]]\ntitle = "Welcome"\n+++\n',
    "accomplishments": '+++\nwidget = "accomplishments"\nactive = false\n[[item]]\ntitle = "Sample"\n+++\n',
}


def blocks(draft):
    return {section.title: section.blocks for section in draft.sections}


def test_an_author_is_read_whole(tmp_path):
    (tmp_path / "content/authors/admin").mkdir(parents=True)
    page = f"---\n{AUTHOR}---\nI am Ada.\n"
    (tmp_path / "content/authors/admin/_index.md").write_text(page, "utf-8")
    draft = read_source(tmp_path)
    assert draft.profile == {
        "name": "Ada King",
        "position": "Fellow",
        "affiliation": "Ulm",
        "email": "a@e.org",
        "links": {"GitHub": "https://github.com/ada"},
    }
    found = blocks(draft)
    assert found["Education"][0].body == ["Thesis.", "Courses:", "- One\n- Two"]
    assert found["Experience"][0] == Item(
        title="Engineer",
        kind="experience",
        options={"organization": "Loom", "start": "2012", "end": "2014"},
    )
    assert found["Skills"] == [Text(text="**Technical:** Python (80%), R", is_point=True)]
    assert found["Languages"] == [Text(text="**English:** 100%", is_point=True)]
    assert found["Awards"][0].options == {"organization": "Society", "date": "2015-01-02"}
    told = " ".join(words for _place, words in draft.report)
    assert all(words in told for words in ("javascript:1", "text: Read", "https://ulm.example"))


def test_an_author_in_data_is_read(tmp_path):
    (tmp_path / "data/authors").mkdir(parents=True)
    (tmp_path / "content/publication").mkdir(parents=True)
    (tmp_path / "data/authors/me.yaml").write_text(NEWER, "utf-8")
    (tmp_path / "data/authors/a.yaml").write_text("name: Other\n", "utf-8")
    draft = read_source(tmp_path)
    assert (draft.profile["name"], draft.profile["affiliation"]) == ("Ada King", "Ulm")
    assert blocks(draft)["Experience"][0].options["organization"] == "Loom"


def test_of_a_home_page_what_someone_did_is_read(tmp_path):
    for name, text in WIDGETS.items():
        path = tmp_path / f"content/home/{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    text = "sections:\n- {block: markdown, content: {title: Mission, text: 'We *weave*.'}}\n"
    (tmp_path / "content/_index.md").write_text(f"---\n{text}---\n", "utf-8")
    draft = read_source(tmp_path)
    assert list(blocks(draft)) == ["Jobs", "Mission"]
    assert blocks(draft)["Jobs"][0].title == "Chief"
    assert blocks(draft)["Mission"] == [Text(text="We *weave*.")]
    assert "does not show it; title: Sample" in str(draft.report)
