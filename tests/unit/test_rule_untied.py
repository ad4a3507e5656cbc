"""The rules of papers: talks with the title of one, and those of others."""

from dataclasses import replace

import pytest
from dated_facts import Fact
from hypothesis import given
from hypothesis import strategies as st

from sphinx_cv import rules as checks
from sphinx_cv.model.items import Entry, Talk
from sphinx_cv.rules.cv import Paper


def paper(title: str = "T", *, owned: bool = True, silenced: tuple[str, ...] = ()) -> Paper:
    return Paper(key="k", title=title, owned=owned, place="refs.bib", line=1, silenced=silenced)


@pytest.mark.parametrize(
    ("talk", "of_paper", "told"),
    [
        ("On Weaving", "On Weaving", "is the title"),
        ("on weaving!", "On Weaving", "is the title"),
        ("Weaving", "On Weaving", ""),
        (
            "On the Weaving of Algebraic Patterns",
            "On the Weaving of Algebraical Patterns",
            "almost",
        ),
        ("The Weaving of Algebraic Patterns", "Weaving of Algebraic Patterns", "almost"),
        ("Weaving of Algebraic Patterns", "Weaving of New Algebraic Patterns", ""),
        ("Search for Photons in the Dimuon Channel", "Search for Photons in the Dijet Channel", ""),
        ("Lectures on Patterns and Weaving I", "Lectures on Patterns and Weaving II", ""),
        ("Patterns and Weaving in 2020 and on", "Patterns and Weaving in 2021 and on", ""),
        ("Lazy Repair of Broken Codes", "Lazy Repair of Broken Codes: A Study", "is the title"),
        ("Lazy Repair", "Lazy Repair: A Study", ""),
        ("", "", ""),
        ("???", "!", ""),
    ],
)
def test_which_titles_are_one(talk, of_paper, told):
    found = list(checks.untied([Fact(Talk(title=talk))], [paper(of_paper)]))
    assert [told in problem.message for problem in found] == ([True] if told else [])


def test_a_talk_that_names_a_paper_or_answers_is_not_told():
    for settings in ({"publications": ("other",)}, {"silenced": ("untied",)}):
        talk = Talk(title="On Weaving", **settings)
        assert list(checks.untied([Fact(talk)], [paper("On Weaving")])) == []
    assert list(checks.untied([Fact(Entry(title="On Weaving"))], [paper("On Weaving")])) == []


@given(st.lists(st.text(), max_size=8), st.lists(st.text(), max_size=8))
def test_no_title_breaks_the_check(titles, papers):
    facts = [Fact(Talk(title=title)) for title in titles]
    found = list(checks.untied(facts, [paper(title) for title in papers]))
    assert len(found) <= len(facts)


def test_a_paper_of_others_is_told():
    assert len(list(checks.without_owner([paper(owned=False)], "Ada"))) == 1
    assert list(checks.without_owner([paper()], "Ada")) == []
    assert list(checks.without_owner([paper(owned=False, silenced=("owner",))], "Ada")) == []
    imported = replace(paper(owned=False, silenced=("owner",)), unanswered=("owner",))
    assert [found.unfinished for found in checks.without_owner([imported], "Ada")] == [True]
    # Who the owner is has to be told first.
    assert list(checks.without_owner([paper(owned=False)], "")) == []
