"""A CV in Markdown, and the pages of a person: what is an entry, what is text, what is dress."""

from __future__ import annotations

import pytest
from jekyll_site import CONFIG, told

from sphinx_cv.importer.draft import Draft, Heading, Item, Text
from sphinx_cv.importer.formats.site_pages import cv_sections
from sphinx_cv.importer.project.nowhere import tell_nowhere

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


def test_a_page_about_the_person_comes_first_and_other_pages_are_told(jekyll):
    head = "---\nsubtitle: 1 Way, Bonn\n---\n"
    draft = jekyll(
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


def test_words_of_the_theme_are_no_words_of_the_person(jekyll):
    about = "Write your biography here. Tell the world about yourself. Link"
    draft = jekyll(cv=[{"title": "C", "contents": ["Chess"]}], config=CONFIG, about=about)
    assert [section.title for section in draft.sections] == ["C"]
    assert "the theme's own words: Write your biography" in told(draft)


def test_what_a_map_and_a_subtitle_say_is_in_the_profile(jekyll):
    facts = {"Full Name": "Ada King", "Position": "Fellow", "Summary": "I <b>weave</b>."}
    contents = [{"name": name, "value": value} for name, value in facts.items()]
    cv = [{"title": "General Information", "type": "map", "contents": contents}]
    head = "---\nsubtitle: Fellow • <a href='https://e.org'>Loom Lab</a> • University of Ulm\n"
    about = f"{head}title: Looms & Data\nmood: fine\nnav: true\n---\nI am Ada."
    draft = jekyll(
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


def test_what_a_page_says_in_its_first_lines_is_told(jekyll):
    about = (
        "---\ntitle: About me\nprofile: {align: right, image: me.jpg}\n---\n"
        "I am Ada :sun_with_face: of 10:30:00."
    )
    page = "---\ndescription: All of it\ncv_pdf: king.pdf\n---\n# Work\n- Loom"
    draft = jekyll(cv=[{"title": "C", "contents": []}], config=CONFIG, about=about, page=page)
    words = told(draft)
    assert all(
        said in words
        for said in (
            'look at: the picture "me.jpg" is not there: copy it beside conf.py',
            "All of it",
            "king.pdf",
            ":sun_",
        )
    )
    assert "About me" not in words
    assert draft.sections[0].blocks == [Text(text="I am Ada of 10:30:00.")]


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
def test_the_dress_of_a_page_is_no_text_and_a_cv_that_is_a_pdf_is_told(cv, words, jekyll):
    draft = jekyll(cv=cv, config=CONFIG, page=DRESS)
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


def test_the_pdf_of_the_theme_is_nobodys_and_a_page_that_is_a_comment_is_none(jekyll):
    page, about = "---\ncv_pdf: example_pdf.pdf\n---\n", "I am Ada."
    draft = jekyll(cv=[], config=CONFIG, about=about, page=page, talk="<!--\n---\ntitle: A\n---\nB")
    assert ("cv.md", "left out: the theme's example: example_pdf.pdf") in draft.report
    assert [section.title for section in draft.sections] == ["About"]


def test_what_is_bold_in_a_title_is_the_title(jekyll):
    items = [
        "<b>Loom Prize</b> for the best loom of <i>Ulm</i>",
        "**Thread Medal**, of silver",
        "Prize of **Bonn**",
        "<b>Card Prize</b>",
    ]
    cv = [{"title": "Awards", "type": "time_table", "contents": [{"year": "2020", "items": items}]}]
    (section,) = jekyll(cv=cv, config=CONFIG).sections
    assert [(item.title, item.options.get("details")) for item in section.blocks] == [
        ("Loom Prize", "for the best loom of *Ulm*"),
        ("Thread Medal", "of silver"),
        ("Prize of **Bonn**", None),
        ("Card Prize", None),
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
def test_a_line_below_the_name_is_a_position_where_it_says_one(subtitle, profile, left, jekyll):
    about = f"---\nsubtitle: {subtitle}\n---\nI weave."
    draft = jekyll(cv=[{"title": "C", "contents": ["Chess"]}], config=CONFIG, about=about)
    assert draft.profile == {"name": "Ada King", **profile}
    assert [words.removeprefix("left out: ") for _place, words in draft.report[1:]] == left
