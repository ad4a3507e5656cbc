"""Talks and publications of a site of Jekyll, and those of its theme."""

from __future__ import annotations

import pytest
from jekyll_site import CONFIG, EINSTEIN, told

from sphinx_cv.importer.formats.academicpages import authors_of
from sphinx_cv.importer.sources import read_source


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


def test_the_talks_of_a_site_with_a_cv_are_read(jekyll):
    talk = "---\ntitle: Looms\nvenue: Ulm\nsort_date: 2020-05-01\nslides_url: https://e.org/s\n---\n{% include x.html %}"
    draft = jekyll(cv=[{"title": "C", "contents": ["Chess"]}], config=CONFIG, talk=talk)
    (one,) = next(section for section in draft.sections if section.title == "Talks").blocks
    assert one.options == {"event": "Ulm", "slides": "https://e.org/s", "date": "2020-05-01"}
    assert (one.title, one.body) == ("Looms", [])


def test_publications_of_the_theme_are_told_and_those_of_the_person_stay(jekyll):
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
    draft = jekyll(cv=[{"title": "C", "contents": ["Chess"]}], config=CONFIG, bib=bib)
    assert [paper.key for paper in draft.papers] == ["b", "e", "f"]
    lines = {place: words for place, words in draft.report if "example" in words}
    a, c, d = (bib.split("\n")[number] for number in (0, 2, 3))
    assert lines == {
        "a": f"left out: the theme's example: Q Ü; {a}",
        "c": f"left out: the theme's example: Marked Ü; {c}",
        "d": f"left out: the theme's example: Letters Ü; {d}",
    }
    theirs = jekyll(cv=EINSTEIN, config="last_name: R. Name\n", bib=bib)
    assert len(theirs.papers) == 6
    alone = jekyll(
        config=CONFIG, cv=[{"title": "C", "contents": ["Chess"]}], bib=bib.split("\n")[0]
    )
    assert [section.title for section in alone.sections] == ["C"]


def test_a_publication_is_of_its_category_and_its_links_are_told(jekyll):
    head = "---\ntitle: Looms\ncategory: conferences\nvenue: Proc. of Ulm\ndate: 2020-05-01\n"
    text = "Text, and [code](https://e.org/code). <a href='https://e.org/b'>B<a/>"
    cite = "citation: 'King, Ada and Li, Bo. (2020). \"Looms.\"'\n"
    draft = jekyll(paper=f"{head}{cite}---\n{text}", made='{"basics": {"name": "Made"}}')
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
        ("Franklin, R. E., Gosling, R. G. (2015). X", ["Franklin, R. E.", "Gosling, R. G."]),
        ("Anna Vesely, Livio Finos (2023). X", ["Anna Vesely", "Livio Finos"]),
        ("Ada King and Bo Fox et al. 2020", ["Ada King", "Bo Fox et al"]),
        ('"A title only"', []),
    ],
)
def test_people_are_read_from_a_citation(citation, people):
    assert authors_of(citation) == people


def test_the_examples_of_academicpages_are_told(jekyll):
    head = (
        "---\ntitle: Tutorial 1 on Relevant Topic in Your Field\nvenue: UC\ndate: 2013-03-01\n---\n"
    )
    paper = "---\ntitle: 'Paper Title Number 1'\nvenue: J\ndate: 2009-10-01\n---\n"
    cv = [{"title": "C", "contents": ["Chess"]}]
    draft = jekyll(cv=cv, config=CONFIG, talk=head, paper=paper)
    assert [section.title for section in draft.sections] == ["C"]
    assert [place for place, words in draft.report if "the theme's example" in words] == [
        "_talks/one.md",
        "_publications/one.md",
    ]
