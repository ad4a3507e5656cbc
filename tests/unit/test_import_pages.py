"""Sites of Jekyll: the pages about a person, a CV in Markdown, and what is the theme's own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from sphinx_cv.importer.draft import Draft, Heading, Item, Text
from sphinx_cv.importer.errors import UnreadableError
from sphinx_cv.importer.formats.academicpages import authors_of
from sphinx_cv.importer.formats.site_pages import cv_sections
from sphinx_cv.importer.project.nowhere import tell_nowhere
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
    "socials": "_data/socials.yml",
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


@pytest.mark.parametrize(
    ("cv", "words"),
    [
        ("# - title: General\n", "left out: it holds no CV."),
        ("looms: [Jacquard]\n", "left out: it holds no CV. looms: Jacquard"),
        (None, None),
    ],
)
def test_a_site_without_a_cv_has_all_the_rest(cv, words, site):
    rest = {"config": CONFIG, "about": "I am **Ada**.", "bib": "@misc{a, title={On Looms}}"}
    draft = site(**rest, **({"cv": cv} if cv else {}))
    assert (draft.profile["name"], [paper.key for paper in draft.papers]) == ("Ada King", ["a"])
    assert [section.title for section in draft.sections] == ["About", "Publications"]
    assert dict(draft.report).get("cv.yml") == words


def test_a_site_with_a_page_about_its_owner_alone_is_read(site):
    draft = site(about="I am **Ada**.", config="author: {name: Ada King}\n")
    assert (draft.profile["name"], draft.sections[0].title) == ("Ada King", "About")


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
    assert draft.private == {"address": "1 Way, Bonn"}
    assert "1 Way" not in told(draft)
    assert "left out: 1 page, no part of a CV" in told(draft)


def test_words_of_the_theme_are_no_words_of_the_person(site):
    about = "Write your biography here. Tell the world about yourself. Link"
    draft = site(cv=[{"title": "C", "contents": ["Chess"]}], config=CONFIG, about=about)
    assert [section.title for section in draft.sections] == ["C"]
    assert "the theme's own words: Write your biography" in told(draft)


def test_a_talk_keeps_the_words_of_its_date_and_its_lines(tmp_path):
    (tmp_path / "_talks").mkdir()
    head = "---\ntitle: T\nvenue: V\ndate: two days in 2020\n---\n"
    (tmp_path / "_talks/a.md").write_text(f"{head}- A -- b\n- In 1. c", "utf-8")
    own = "This is a description of your talk, Yay markdown!"
    (tmp_path / "_talks/b.md").write_text(head.replace("two days in ", "") + own, "utf-8")
    draft = read_source(tmp_path)
    one, two = sorted(draft.sections[0].blocks, key=lambda block: len(block.body), reverse=True)
    assert one.options["date-text"] == "two days in 2020"
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
    paper = '@article{%s, author = {%s}, title = {%s {\\"U}}, year = %s, volume = 47, }\n'
    bib = "".join(
        paper % one
        for one in (
            ("a", "Einstein, A. and Podolsky, B.", "Q", 1935),
            ("b", "King, Ada and Einstein, Ben", "Looms", 2020),
            ("c", "Einstein*†, A. and Podolsky*, B.", "Marked", 1935),
            ("d", "Albert Einstein", "Letters", 1967),
            ("e", "Li, Bo and Einstein, A.", "A living namesake", 2021),
            ("f", "Einstein, Albert and King, A.", "With the owner", 1950),
        )
    )
    draft = site(cv=[{"title": "C", "contents": ["Chess"]}], config=CONFIG, bib=bib)
    assert [paper.key for paper in draft.papers] == ["b", "e", "f"]
    lines = {place: words for place, words in draft.report if "example" in words}
    a, c, d = (bib.split("\n")[number] for number in (0, 2, 3))
    assert lines == {
        "a": f"left out: the theme's example: Q Ü; {a}",
        "c": f"left out: the theme's example: Marked Ü; {c}",
        "d": f"left out: the theme's example: Letters Ü; {d}",
    }
    theirs = site(cv=EINSTEIN, config="last_name: R. Name\n", bib=bib)
    assert len(theirs.papers) == 6
    alone = site(config=CONFIG, cv=[{"title": "C", "contents": ["Chess"]}], bib=bib.split("\n")[0])
    assert [section.title for section in alone.sections] == ["C"]


def test_every_setting_of_a_site_is_taken_or_told(site):
    config = """\
first_name: Ada
last_name: King
title: blank
enable_math: true
max_width: 930px
contact_note: Write to me.
description: Looms & threads
keywords: jekyll, jekyll-theme, academic-website, portfolio-website
research_gate_profile: Ada-King
dblp_url: https://dblp.org/pid/1/2
quora_username: ada
email: you@example.com
my_own: {cats: two}
"""
    socials = """\
github_username: "@ada"
inspirehep_id: 1010907
custom_social: {logo: x.png, title: Looms, url: looms.org/ada}
"""
    draft = site(cv=[{"title": "C", "contents": ["Chess"]}], config=config, socials=socials)
    assert draft.profile == {
        "name": "Ada King",
        "description": "Looms & threads",
        "links": {
            "ResearchGate": "https://www.researchgate.net/profile/Ada-King",
            "DBLP": "https://dblp.org/pid/1/2",
            "GitHub": "https://github.com/ada",
            "Looms": "https://looms.org/ada",
        },
    }
    assert dict(draft.report) == {
        "_config.yml ": "left out: the theme's own: 3 settings of how the site works",
        "_config.yml contact_note": "left out: Write to me.",
        "_config.yml keywords": "left out: the theme's example: jekyll, jekyll-theme, "
        "academic-website, portfolio-website",
        "_config.yml quora_username": "left out: Quora ada",
        "_config.yml email": "left out: the theme's example: you@example.com",
        "_config.yml my_own": "left out: cats: two",
        "_data/socials.yml inspirehep_id": "left out: the theme's example: 1010907",
    }


def test_what_a_map_and_a_subtitle_say_is_in_the_profile(site):
    facts = {"Full Name": "Ada King", "Position": "Fellow", "Summary": "I <b>weave</b>."}
    contents = [{"name": name, "value": value} for name, value in facts.items()]
    cv = [{"title": "General Information", "type": "map", "contents": contents}]
    head = "---\nsubtitle: Fellow • <a href='https://e.org'>Loom Lab</a> • University of Ulm\n"
    about = f"{head}title: Looms & Data\nmood: fine\nnav: true\n---\nI am Ada."
    draft = site(
        cv=cv, config="last_name: King\n", about=about, post="A simple inline announcement."
    )
    assert draft.profile == {
        "name": "Ada King",
        "position": "Fellow",
        "affiliation": "Loom Lab; University of Ulm",
    }
    assert [section.title for section in draft.sections] == ["About"]
    assert [block.text for block in draft.sections[0].blocks] == ["I **weave**.", "I am Ada."]
    left = [line for line in draft.report if line[1].startswith("left out")]
    assert left == [
        ("about.md title", "left out: Looms & Data"),
        ("about.md subtitle", "left out: https://e.org"),
        ("about.md mood", "left out: fine"),
        ("_posts", "left out: 1 page, no part of a CV (1 of them examples of the theme)"),
    ]


def test_what_a_page_says_in_its_first_lines_is_told(site):
    about = (
        "---\ntitle: About me\nprofile: {align: right, image: me.jpg}\n---\n"
        "I am Ada :sun_with_face: of 10:30:00."
    )
    page = "---\ndescription: All of it\ncv_pdf: king.pdf\n---\n# Work\n- Loom"
    draft = site(cv=[{"title": "C", "contents": []}], config=CONFIG, about=about, page=page)
    words = told(draft)
    assert all(
        said in words
        for said in (
            'look at: your photo is "assets/img/me.jpg": copy it',
            "All of it",
            "king.pdf",
            ":sun_",
        )
    )
    assert "About me" not in words
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


DRESS = """\
<style>
.row { x: y }

.col { x: y }
</style>
<div class="row">
  <a class="btn" href="{{ site.baseurl }}/files/king.pdf"><i class="fa"></i> Download</a><br>
  <embed src="{{ '/files/king.pdf' | relative_url }}" width="100%" type="application/pdf">
</div>

<iframe src="https://film.example.org/1" title="A film"></iframe>

[My letter](/files/letter.pdf)

<div markdown="1">I weave <u>looms</u>, as [here](https://e.org/paper.pdf).
<div class="
"""


@pytest.mark.parametrize(
    ("cv", "words"),
    [
        ([], ": look at: your CV is the PDF files/king.pdf, files/letter.pdf; it is not read"),
        (
            [{"title": "Work", "type": "time_table", "contents": [{"title": "Dean"}]}],
            ": left out: files/king.pdf, files/letter.pdf: a PDF is not read",
        ),
    ],
)
def test_the_dress_of_a_page_is_no_text_and_a_cv_that_is_a_pdf_is_told(cv, words, site):
    draft = site(cv=cv, config=CONFIG, page=DRESS)
    tell_nowhere(draft)
    texts = [block.text for one in draft.sections for block in one.blocks if hasattr(block, "text")]
    assert texts == ["I weave looms, as [here](<https://e.org/paper.pdf>)."]
    lines = [": ".join(line) for line in draft.report if line[0].endswith("cv.md")]
    assert lines[0] == f"cv.md{words}"
    assert lines[1:] == [
        "cv.md: left out: Download (/files/king.pdf)",
        "cv.md: left out: https://film.example.org/1",
        "cv.md: left out: My letter (/files/letter.pdf)",
    ]


def test_the_pdf_of_the_theme_is_nobodys_and_a_page_that_is_a_comment_is_none(site):
    page, about = "---\ncv_pdf: example_pdf.pdf\n---\n", "I am Ada."
    draft = site(cv=[], config=CONFIG, about=about, page=page, talk="<!--\n---\ntitle: A\n---\nB")
    assert ("cv.md", "left out: the theme's example: example_pdf.pdf") in draft.report
    assert [section.title for section in draft.sections] == ["About"]


def test_what_is_bold_in_a_title_is_the_title(site):
    items = [
        "<b>Loom Prize</b> for the best loom of <i>Ulm</i>",
        "**Thread Medal**, of silver",
        "Prize of **Bonn**",
        "<b>Card Prize</b>",
    ]
    cv = [{"title": "Awards", "type": "time_table", "contents": [{"year": "2020", "items": items}]}]
    (section,) = site(cv=cv, config=CONFIG).sections
    assert [(item.title, item.options.get("details")) for item in section.blocks] == [
        ("Loom Prize", "for the best loom of *Ulm*"),
        ("Thread Medal", "of silver"),
        ("Prize of **Bonn**", None),
        ("Card Prize", None),
    ]


def test_every_fact_of_an_author_is_taken_or_told(tmp_path):
    (tmp_path / "_talks").mkdir()
    author = "author:\n  name: Ada King\n  avatar: me.png\n  employer: Ulm\n  bio: I weave.\n"
    author += "  github: academicpages\n  lichess: https://lichess.org/@/ada\n  weaver: ada\n"
    author += "  twitter: x.com/ada\n  orcid: http://orcid.org/yourorcidurl\n  medium:\n"
    (tmp_path / "_config.yml").write_text(author, "utf-8")
    draft = read_source(tmp_path)
    assert draft.profile == {
        "name": "Ada King",
        "affiliation": "Ulm",
        "links": {"Lichess": "https://lichess.org/@/ada", "X": "https://x.com/ada"},
    }
    assert dict(draft.report) == {
        "_config.yml author.bio": "left out: I weave.",
        "_config.yml author.github": "left out: the theme's example: academicpages",
        "_config.yml author.weaver": "left out: Weaver ada",
        "_config.yml author.orcid": "left out: the theme's example: http://orcid.org/yourorcidurl",
    }


def test_the_examples_of_academicpages_are_told(site):
    head = (
        "---\ntitle: Tutorial 1 on Relevant Topic in Your Field\nvenue: UC\ndate: 2013-03-01\n---\n"
    )
    paper = "---\ntitle: 'Paper Title Number 1'\nvenue: J\ndate: 2009-10-01\n---\n"
    cv = [{"title": "C", "contents": ["Chess"]}]
    draft = site(cv=cv, config=CONFIG, talk=head, paper=paper)
    assert [section.title for section in draft.sections] == ["C"]
    assert [place for place, words in draft.report if "the theme's example" in words] == [
        "_talks/one.md",
        "_publications/one.md",
    ]


@pytest.mark.parametrize(
    ("subtitle", "profile", "left"),
    [
        ("Postdoc, IMBA, Vienna", {"position": "Postdoc, IMBA, Vienna"}, []),
        ("<b>looms, threads, etc.</b>", {}, ["looms, threads, etc."]),
        (
            "PhD student<br>Ulm College",
            {"position": "PhD student", "affiliation": "Ulm College"},
            [],
        ),
        ("Professor since 2012 | Cook", {}, ["Professor since 2012", "Cook"]),
        (
            "Weaver | Scientist | Ulm College | ada@e.org",
            {"position": "Weaver, Scientist", "affiliation": "Ulm College"},
            ["ada@e.org"],
        ),
        ("University of Ulm", {"affiliation": "University of Ulm"}, []),
        ("Fellow at Ulm College", {"position": "Fellow at Ulm College"}, []),
        (
            "<a href='#'>Affiliations</a>. Address. Contacts. Moto.",
            {},
            ["Affiliations (#). Address. Contacts. Moto."],
        ),
    ],
)
def test_a_line_below_the_name_is_a_position_where_it_says_one(subtitle, profile, left, site):
    about = f"---\nsubtitle: {subtitle}\n---\nI weave."
    draft = site(cv=[{"title": "C", "contents": ["Chess"]}], config=CONFIG, about=about)
    assert draft.profile == {"name": "Ada King", **profile}
    assert [words.removeprefix("left out: ") for _place, words in draft.report[1:]] == left


def test_a_page_that_cannot_be_read_is_told_and_the_others_are_read(tmp_path):
    talks = tmp_path / "_talks"
    (talks / "folder.md").mkdir(parents=True)
    (talks / "a.md").write_text("---\ntitle: Looms\nvenue: Ulm\ndate: 2020\n---\n", "utf-8")
    (talks / "b.md").write_text("---\ntitle: [Lost\n---\nWords of mine.", "utf-8")
    (talks / "c.md").symlink_to("nowhere.md")
    (talks / "d.md").write_text("+++\ntitle = Threads\n+++\n", "utf-8")
    draft = read_source(tmp_path)
    assert [talk.title for talk in draft.sections[0].blocks] == ["Looms"]
    lines = dict(draft.report)
    assert list(lines) == ["_talks/b.md", "_talks/c.md", "_talks/d.md", "_talks/folder.md"]
    assert "is not sound YAML, line 2" in lines["_talks/b.md"]
    assert lines["_talks/b.md"].endswith(": --- title: [Lost --- Words of mine.")
    assert lines["_talks/c.md"].endswith('c.md" is a broken link')
    assert "is not sound TOML" in lines["_talks/d.md"]
    assert "cannot be read: Is a directory" in lines["_talks/folder.md"]


def test_a_site_of_which_nothing_can_be_read_says_why(tmp_path):
    (tmp_path / "_talks").mkdir()
    (tmp_path / "_talks/b.md").write_text("---\ntitle: [Lost\n---\n", "utf-8")
    with pytest.raises(
        UnreadableError, match=r"holds nothing of a CV: _talks/b.md: not read: .*line 2"
    ):
        read_source(tmp_path)
