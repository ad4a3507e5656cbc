"""Sites of HugoBlox: the author of each of its times, and the blocks of its home page."""

from __future__ import annotations

from helpers import write
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
    "skills": '+++\nwidget = "featurette"\ntitle = "Craft"\n[[feature]]\nname = "Weaving"\nicon = "r"\n+++\n',
    "teaching": '+++\nwidget = "blank"\ntitle = "Teaching"\n+++\nI teach *looms*.\n{.lead style="color: red"}\n',
    "demo": '+++\nwidget = "blank"\nactive = false\n+++\nBuild anything.\n',
}
SECTIONS = """\
sections:
- {block: markdown, content: {title: Mission, text: 'We *weave*.'}}
- {block: hero, demo: true, content: {title: Theme, text: Get started}}
- {block: markdown, demo: true, content: {text: Of the theme}}
- block: experience
  content: {title: Posts, items: [{title: Clerk, company: Mill, date_start: '2017'}]}
- {block: features, content: {items: [{name: Dyeing, description: 90%}]}}
"""


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
    (tmp_path / "content/_index.md").write_text(f"---\n{SECTIONS}---\n", "utf-8")
    draft = read_source(tmp_path)
    found = blocks(draft)
    assert list(found) == ["Jobs", "Craft", "Teaching", "Mission", "Posts", "Skills"]
    assert (found["Jobs"][0].title, found["Posts"][0].title) == ("Chief", "Clerk")
    assert found["Craft"] == [Text(text="Weaving", is_point=True)]
    assert found["Teaching"] == [Text(text="I teach *looms*.")]
    assert found["Mission"] == [Text(text="We *weave*.")]
    assert found["Skills"] == [Text(text="**Dyeing:** 90%", is_point=True)]
    for words in ("title: Sample", "Build anything.", "Of the theme"):
        assert f"does not show it: {words}" in str(draft.report)


PAPER = """\
---
title: On *Looms*
authors: [admin, Bo Li]
date: 2020-05-01T16:52:00Z
doi: 10.1/looms
publication: In *33rd Conference on Looms*
abstract: How looms [work](https://e.org/work).
summary: Lorem ipsum dolor sit amet
url_pdf: https://e.org/looms.pdf
url_code: "#"
image: {caption: 'Image: Cy Fox'}
---
Click the *Cite* button above to demo the feature.
"""
CITE = "@article{looms,\n  author = {King, Ada and Li, Bo}, title = {{On} Looms}, year = {2020}\n}"


def written(folder, **files):
    write(folder / "content", files)
    return read_source(folder)


def test_what_only_a_page_says_is_added_to_its_entry(tmp_path):
    draft = written(tmp_path, **{"publication/a/index.md": PAPER, "publication/a/cite.bib": CITE})
    (paper,) = draft.papers
    assert paper.text.startswith(CITE.removesuffix("\n}"))
    added = {"doi": "10.1/looms", "pdf": "https://e.org/looms.pdf", "abstract": "How looms work."}
    assert {name: paper.fields[name] for name in added} == added
    told = " ".join(words for _place, words in draft.report)
    assert "Click the" in told
    for words in ("33rd", "16:52:00Z", "https://e.org/work", "#", "Cy Fox", "Lorem ipsum"):
        assert words in told


def test_a_list_of_publications_and_the_page_above_it_are_read(tmp_path):
    page = "---\ntitle: Papers\nview: card\n---\nAll [here](https://e.org/all)."
    draft = written(tmp_path, **{"publication/_index.md": page, "publication/all.bib": CITE})
    assert [paper.key for paper in draft.papers] == ["looms"]
    told = " ".join(words for _place, words in draft.report)
    assert "Papers" in told
    assert "https://e.org/all" in told


def test_the_time_of_a_talk_is_told(tmp_path):
    head = "---\ntitle: T\nevent: E\ndate: "
    pages = {"event/a/index.md": f"{head}2020-05-01T13:00:00Z\n---\n"}
    draft = written(tmp_path, **pages, **{"event/b/index.md": f"{head}2021-05-01T00:00:00Z\n---\n"})
    assert [block.options["date"] for block in draft.sections[0].blocks] == [
        "2021-05-01",
        "2020-05-01",
    ]
    assert [words for _place, words in draft.report if "time of day" in words] == [
        "changed: 2020-05-01T13:00:00Z: its time of day is left out"
    ]


def test_folders_in_folders_and_single_files_are_read(tmp_path):
    head = "---\ntitle: T\nevent: E\n"
    draft = written(
        tmp_path,
        **{
            "event/seminar/one/index.md": f"{head}date: 2020-05-01\n---\n",
            "event/two.md": f"{head}date: 2019-05-01\n---\n",
            "event/two.zh/index.zh.md": head,
            "event/three/index.md": f"{head}---\n- A\n- B\n",
            "talk/index.md": "---\ntitle: All talks\n---\n",
            "publication/journals/a/index.md": PAPER,
            "publication/journals/a/cite.bib": CITE,
        },
    )
    talks = blocks(draft)["Talks"]
    assert [block.options["date"] for block in talks[:2]] == ["2020-05-01", "2019-05-01"]
    assert talks[2:] == [Text(text="T, E\n\n- A\n- B", is_point=True)]
    assert [paper.key for paper in draft.papers] == ["looms"]
    assert "All talks" in str(draft.report)


def test_the_title_of_the_site_is_the_name_of_an_author_without_one(tmp_path):
    (tmp_path / "config/_default").mkdir(parents=True)
    (tmp_path / "config/_default/hugo.yaml").write_text("title: 'Ada King' # name\n", "utf-8")
    draft = written(tmp_path, **{"authors/admin/_index.md": "---\ntitle:\n---\nI weave."})
    assert draft.profile["name"] == "Ada King"
    assert ("hugo.yaml title", "changed: taken for your name") in draft.report


def test_the_examples_of_the_theme_are_told(tmp_path):
    pages = {
        "authors/admin/_index.md": "---\ntitle: Ada King\n---\n",
        "event/example/index.md": "---\ntitle: Example Talk\nevent: Conf\ndate: 2020-01-01\n---\n",
        "publication/one/index.md": "---\ntitle: An example journal article\n---\n",
        "publication/one/cite.bib": "@article{example1, title={An example journal article}}",
        "publication/two/index.md": "---\ntitle: An example of looms\ndate: 2020-01-01\n---\n",
    }
    for name, text in pages.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    draft = read_source(tmp_path)
    assert [paper.title for paper in draft.papers] == ["An example of looms"]
    assert [section.title for section in draft.sections] == ["Publications"]
    told = [place for place, words in draft.report if "the theme's example: " in words]
    assert told == ["example1", "publication/one", "event/example"]
    (tmp_path / "content/publication/two/index.md").unlink()
    assert read_source(tmp_path).sections == []


LINKS = """\
links:
- {name: arXiv, url: https://arxiv.org/abs/2001.00001, icon: arxiv, icon_pack: ai}
- {type: code, url: https://e.org/code}
- {name: Code, url: https://e.org/more}
- {name: Follow, url: https://twitter.com/ada, icon: twitter}
- {name: Slides, url: slides.pdf}
"""


def test_links_tags_and_marks_of_a_publication_are_its_fields(tmp_path):
    page = f"---\ntitle: Looms\nauthors: [admin]\ndate: 2020-01-01\nfeatured: true\n{LINKS}"
    page += "tags: [weaving, looms]\nimage: {caption: By Bo, preview_only: false}\n---\n"
    draft = written(tmp_path, **{"publication/a/index.md": page})
    fields = draft.papers[0].fields
    assert fields["url"] == "https://arxiv.org/abs/2001.00001"
    assert (fields["code"], fields["keywords"]) == ("https://e.org/code", "weaving, looms")
    assert fields["selected"] == "true"
    told = "\n".join(f"{place} {words}" for place, words in draft.report)
    for words in (
        "Code https://e.org/more",
        "Follow https://twitter",
        "Slides slides.pdf",
        "By Bo",
    ):
        assert words in told
    assert "preview_only" not in told


def test_links_and_people_of_a_talk_are_its_options(tmp_path):
    page = "---\ntitle: Looms\nevent: Ulm\nauthors: [admin, Bo Li]\ndate: 2020-05-01T10:00:00Z\n"
    page += f"date_end: 2020-05-01T11:00:00Z\n{LINKS}---\n"
    draft = written(tmp_path, **{"event/a.md": page})
    assert blocks(draft)["Talks"][0].options == {
        "event": "Ulm",
        "date": "2020-05-01",
        "code": "https://e.org/code",
        "url": "https://arxiv.org/abs/2001.00001",
        "with": "Bo Li",
    }
    longer = page.replace("date_end: 2020-05-01", "date_end: 2020-05-03")
    draft = written(tmp_path, **{"event/a.md": longer})
    assert blocks(draft)["Talks"][0].options["date"] == "2020-05-01/2020-05-03"
