"""Sites of Jekyll: which files of one make a CV, and what is the theme's own."""

from __future__ import annotations

import pytest
from jekyll_site import CONFIG, EINSTEIN, told

from sphinx_cv.importer.errors import UnreadableError
from sphinx_cv.importer.sources import read_source

RESUME = {"basics": {"name": "Ada King"}, "work": [{"position": "Fellow"}]}


def test_the_cv_that_a_site_shows_is_read_and_the_themes_is_told(jekyll):
    draft = jekyll(cv=EINSTEIN, config=CONFIG, resume=RESUME)
    assert draft.profile["name"] == "Ada King"
    assert [section.title for section in draft.sections] == ["Experience"]
    assert "left out: the theme's example: title: General" in told(draft)


def test_a_file_that_is_broken_does_not_hide_the_other(jekyll):
    cv = [{"title": "Clubs", "type": "list", "contents": ["Chess"]}]
    draft = jekyll(cv=cv, config=CONFIG, resume='{"basics": ')
    assert [section.title for section in draft.sections] == ["Clubs"]
    assert "is not sound JSON" in told(draft)


def test_a_site_with_the_themes_cv_alone_has_its_owner(jekyll):
    draft = jekyll(cv=EINSTEIN, config=CONFIG.partition("jekyll")[0])
    assert (draft.profile["name"], draft.sections) == ("Ada King", [])


@pytest.mark.parametrize(
    ("cv", "words"),
    [
        ("# - title: General\n", "left out: it holds no CV."),
        ("looms: [Jacquard]\n", "left out: it holds no CV. looms: Jacquard"),
        (None, None),
    ],
)
def test_a_site_without_a_cv_has_all_the_rest(cv, words, jekyll):
    rest = {"config": CONFIG, "about": "I am **Ada**.", "bib": "@misc{a, title={On Looms}}"}
    draft = jekyll(**rest, **({"cv": cv} if cv else {}))
    assert (draft.profile["name"], [paper.key for paper in draft.papers]) == ("Ada King", ["a"])
    assert [section.title for section in draft.sections] == ["About", "Publications"]
    assert dict(draft.report).get("cv.yml") == words


def test_a_site_with_a_page_about_its_owner_alone_is_read(jekyll):
    draft = jekyll(about="I am **Ada**.", config="author: {name: Ada King}\n")
    assert (draft.profile["name"], draft.sections[0].title) == ("Ada King", "About")


def test_the_theme_itself_is_read_as_it_is(jekyll):
    assert jekyll(cv=EINSTEIN, config="last_name: R. Name\n").profile["name"] == "Albert Einstein"


def test_every_setting_of_a_site_is_taken_or_told(jekyll):
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
    draft = jekyll(cv=[{"title": "C", "contents": ["Chess"]}], config=config, socials=socials)
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
