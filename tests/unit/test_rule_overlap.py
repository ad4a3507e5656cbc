"""The rule of overlaps: which positions no one holds at once."""

import pytest
from dated_facts import TODAY, Fact, dates, lines

from sphinx_cv import rules as checks
from sphinx_cv.model.items import Entry
from sphinx_cv.model.kinds import ENTRY_KINDS


def position(title: str, span: str, organization: str, location: str = "", **settings) -> Fact:
    return Fact(
        Entry(
            title=title,
            kind=settings.pop("kind", "experience"),
            dates=dates(span),
            organization=organization,
            location=location,
            **settings,
        ),
        line=int(span[:4]),
    )


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (("Analyst", "2010/2012", "A"), ("Engineer", "2012/2015", "B"), False),
        (("Analyst", "2010-01/2012-12", "A"), ("Engineer", "2012-06/2015-01", "B"), True),
        # A month is the time to move in.
        (("Analyst", "2010-01-01/2012-07-01", "A"), ("Engineer", "2012-06-01/2015", "B"), False),
        (("Analyst", "2010-01-01/2012-07-03", "A"), ("Engineer", "2012-06-01/2015", "B"), True),
        # Known to the year, they may not overlap.
        (("Analyst", "2010/2013", "A"), ("Engineer", "2012/2015", "B"), False),
        (("Analyst", "2010/2014", "A"), ("Engineer", "2012/2015", "B"), True),
        (("Analyst", "2010-01/2012-12", "A"), ("Engineer", "2012-06/2015-01", "a"), False),
        # One town: within another, not across its end.
        (("Analyst", "2010/2020", "A", "Rome"), ("Engineer", "2012/2019", "B", "rome"), False),
        (("Analyst", "2010/2014", "A", "Rome"), ("Engineer", "2012/2015", "B", "rome"), True),
        (("Analyst", "2010/2014", "A", "Rome"), ("Engineer", "2012/2015", "B", "Oslo"), True),
        # Within another: a leave, unless it is long.
        (("Analyst", "2010/2020", "A"), ("Engineer", "2012-01/2013-01", "B"), False),
        (("Analyst", "2010/2020", "A"), ("Engineer", "2012-01/2015-01", "B"), True),
        # To this day.
        (("Analyst", "2010/present", "A"), ("Engineer", "2012/2019", "B"), False),
        (("Analyst", "2010/present", "A"), ("Engineer", "2012/present", "B"), True),
        (("Analyst", "2010/present", "A"), ("Director", "2012/present", "B"), False),
        (("Analyst", "2010/present", "A", "X"), ("Engineer", "2012/present", "B", "Y"), True),
        (("Analyst", "2010/2020", "A"), ("Engineer", "2015/present", "B"), True),
        # Held beside another.
        (("Analyst", "2010/2014", "A"), ("Visiting Engineer", "2012/2015", "B"), False),
        (("Analyst", "2010/2014", "A"), ("Engineer (50 %)", "2012/2015", "B"), False),
        (("Analyst", "2010/2014", "A"), ("Engineer, on leave", "2012/2015", "B"), False),
        (("Gastprofessor", "2010/2014", "A"), ("Professor", "2012/2015", "B"), False),
        (("客員教授", "2010/2014", "A"), ("教授", "2012/2015", "B"), False),
        (("Professeur invité", "2010/2014", "A"), ("Professeur", "2012/2015", "B"), False),
        (("Stage de recherche", "2010/2014", "A"), ("Engineer", "2012/2015", "B"), False),
        (("Stage Manager", "2010/2014", "A"), ("Engineer", "2012/2015", "B"), True),
        (("Postdoctoral Fellow", "2010/2014", "A"), ("Engineer", "2012/2015", "B"), True),
        # Money to work elsewhere.
        (("Alon Fellow", "2010/2014", "Council of A"), ("Engineer", "2012/2015", "B"), False),
        (("Officer", "2010/2014", "Council of A"), ("Engineer", "2012/2015", "B"), True),
        # Without an organization, or another kind of entry.
        (("Analyst", "2010/2014", ""), ("Engineer", "2012/2015", "B"), False),
    ],
)
def test_which_positions_no_one_holds_at_once(one, other, told):
    facts = [position(*one), position(*other)]
    for order in (facts, facts[::-1]):
        assert lines(checks.overlapping(order, TODAY)) == ([2012] if told else []) or (
            lines(checks.overlapping(order, TODAY)) == [2015] and told
        )


@pytest.mark.parametrize("kind", sorted(set(ENTRY_KINDS) - {"experience"}))
def test_only_positions_overlap(kind):
    facts = [
        position("A", "2010/2014", "A", kind=kind),
        position("B", "2012/2016", "B", kind=kind),
    ]
    assert list(checks.overlapping(facts, TODAY)) == []


@pytest.mark.parametrize("silenced", [0, 1])
def test_an_overlap_is_silenced_at_either_end(silenced):
    answers = [(), ()]
    answers[silenced] = ("overlap",)
    facts = [
        position("A", "2010/2014", "A", silenced=answers[0]),
        position("B", "2012/2016", "B", silenced=answers[1]),
    ]
    assert list(checks.overlapping(facts, TODAY)) == []


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("2019-2021", "2020-2022", False),
        ("2019-2022", "2020-2023", True),
        ("2015, 2019-2021", "2016-2018", False),
        ("2015, 2019-2022", "2020-2023", True),
        # To the seasons' bounds that are sure: from December to March.
        ("fall 2019/spring 2022", "fall 2020/fall 2023", True),
        ("fall 2019/winter 2020/21", "spring 2021/fall 2022", False),
        ("2015/..", "2010/2013", False),
        ("2015/..", "2016/..", True),
        ("../2021", "2020/2022", False),
        ("2019~/2021", "2020/2022", False),
        ("2019/2021?", "2020/2022", False),
        ("2020-05-02/04", "2020-05-03/06", False),
    ],
)
def test_dates_of_every_form_overlap_only_for_sure(first, second, told):
    facts = [
        Fact(
            Entry(title="A", kind="experience", organization="X", location="L", dates=dates(first))
        ),
        Fact(
            Entry(title="B", kind="experience", organization="Y", location="M", dates=dates(second))
        ),
    ]
    assert bool([*checks.overlapping(facts, TODAY)]) is told
