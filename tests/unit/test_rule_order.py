"""The rule of order: what is out of the order of its section."""

from dataclasses import replace

import pytest
from dated_facts import Fact, dates, lines, posts, talks
from hypothesis import given
from hypothesis import strategies as st

from sphinx_cv import rules as checks
from sphinx_cv.model.dates.values import Dates, PartialDate, Span, single
from sphinx_cv.model.items import Entry
from sphinx_cv.model.kinds import ENTRY_KINDS


@pytest.mark.parametrize(
    ("spans", "wrong"),
    [
        ([], []),
        (["2020"], []),
        (["2022", "2021", "2020"], []),
        (["2020", "2021", "2022"], []),
        (["2022", "2019", "2021", "2018", "2017"], [3]),
        (["2018", "2021", "2019", "2022", "2023"], [3]),
        # Nothing to compare with.
        (["2020", "2021"], []),
        # No order at all.
        (["2022", "2019", "2021", "2017", "2020", "2016"], []),
        # The same year, or unknown which is later.
        (["2022", "2021-05", "2021", "2021-06", "2020"], []),
        # Ranges that overlap have no order; those that touch have.
        (["2020/present", "2021/2023", "2015/2019", "2016/2018", "2010/2015"], []),
        (["2022/present", "2016/2018", "2018/2020", "2014/2016", "2012/2014"], [3]),
    ],
)
def test_what_is_out_of_the_order_of_its_section(spans, wrong):
    assert lines(checks.out_of_order(posts(*spans))) == wrong


def test_sections_pages_and_kinds_have_each_an_order_of_their_own():
    facts = posts("2022", "2021", "2020", "2019", kind="education") + posts("2021", "2020", "2018")
    assert lines(checks.out_of_order(facts)) == []
    for name, place in (("docname", "page"), ("section", "other")):
        facts = posts("2022", "2021", "2020", "2019") + posts("2023", "2022", "2018")
        for fact in facts[4:]:
            setattr(fact, name, place)
        assert lines(checks.out_of_order(facts)) == []


@pytest.mark.parametrize(
    ("title", "span", "told"),
    [
        ("Visiting Engineer", "2017/2018", False),
        ("Head of Engineers", "2017/present", False),
        # Beside no other, or no post beside others.
        ("Visiting Engineer", "2012", True),
        ("Engineer", "2017/2018", True),
    ],
)
def test_posts_beside_the_others_may_follow_them(title, span, told):
    facts = posts("2015/present", "2013/2014", "2005/2010")
    facts.append(Fact(Entry(title=title, kind="experience", dates=dates(span)), line=9))
    assert lines(checks.out_of_order(facts)) == ([9] if told else [])


def test_a_short_section_starts_as_the_others_do():
    facts = posts("2018", "2019", "2020", "2021", kind="education") + posts("2019", "2020")
    assert lines(checks.out_of_order(facts)) == []


@pytest.mark.parametrize("kind", ["award", "grant", "service", "software"])
def test_a_short_list_may_be_in_the_order_of_its_weight(kind):
    assert lines(checks.out_of_order(posts("2020", "2021", kind=kind))) == []
    assert lines(checks.out_of_order(posts("2022", "2021", "2019", "2020", "2018", kind=kind))) == [
        4
    ]


def test_two_talks_alone_have_no_order():
    assert lines(checks.out_of_order(talks("2020", "2021"))) == []


@pytest.mark.parametrize(
    ("days", "wrong"),
    [
        # Of three, one is wrong in any order: the first and the last say in which.
        (["2019", "2021", "2020"], [3]),
        (["2020", "2019", "2021"], [2]),
        (["2020", "2021", "2019"], [2]),
        (["2021", "2019", "2020"], [3]),
        (["2019", "2020", "2021"], []),
        (["2021", "2020", "2019"], []),
        (["2019", "2020", "2021", "2018"], [4]),
        # The same year, or no order at all.
        (["2020", "2020-05", "2020"], []),
        (["2018", "2021", "2019", "2022", "2020"], []),
        (["2021", "2022", "2022", "2023", "2020", "2019", "2019", "2021"], []),
    ],
)
def test_a_few_talks_have_an_order(days, wrong):
    assert lines(checks.out_of_order(talks(*days))) == wrong


def test_a_few_talks_are_in_the_order_of_the_other_talks():
    others = talks("2011", "2012", "2013", "2014")
    few = talks("2021", "2019", "2020")
    for fact in others:
        fact.section = "other"
    assert lines(checks.out_of_order(few)) == [3]
    assert lines(checks.out_of_order(others + few)) == [2]


@pytest.mark.parametrize(
    ("kinds", "told"),
    [
        (("keynote", "seminar", "seminar"), False),
        (("seminar", "keynote", "seminar"), True),
        (("keynote", "invited", "seminar"), True),
        (("seminar", "seminar", "seminar"), True),
    ],
)
def test_a_few_talks_may_be_in_the_order_of_their_kinds(kinds, told):
    facts = talks("2019", "2021", "2020")
    for fact, kind in zip(facts, kinds, strict=True):
        fact.item = replace(fact.item, kind=kind)
    assert lines(checks.out_of_order(facts)) == ([3] if told else [])


def test_a_few_of_weight_are_in_order_where_all_others_of_such_kinds_are():
    few = posts("2018", "2020", "2016", kind="editorial")
    for others, wrong in (
        (posts("2022", "2021", kind="award"), []),
        (posts("2022", "2021", "2019", kind="award"), [2]),
        (posts("2012", "2013", "2014", kind="award"), [3]),
        (posts("2022", "2023", "2021", "2020", "2019", kind="award"), [2]),
        (posts("2022", "2021", "2019"), []),
    ):
        assert lines(checks.out_of_order(others + few)) == wrong
    both = posts("2022", "2021", "2019", kind="award") + posts("2012", "2013", kind="editorial")
    assert lines(checks.out_of_order(both)) == []


def test_a_post_that_follows_another_is_not_beside_it():
    facts = posts("2004/present", "1998/2001")
    facts.append(Fact(Entry(title="Fellow", kind="experience", dates=dates("2001/2004")), line=9))
    assert lines(checks.out_of_order(facts)) == [9]
    facts[-1].item = replace(facts[-1].item, dates=dates("2000/2004"))
    assert lines(checks.out_of_order(facts)) == []


def test_an_order_is_silenced_in_place():
    facts = posts("2022", "2019", "2021", "2018", "2017", silenced=("order",))
    assert lines(checks.out_of_order(facts)) == []


YEARS = st.integers(1900, 2100)
RANGES = st.tuples(YEARS, st.integers(0, 12), st.integers(0, 40)).map(
    lambda parts: Dates(
        spans=(
            Span(
                start=PartialDate(parts[0], parts[1]),
                end=PartialDate(parts[0] + parts[2], parts[1]) if parts[2] != 40 else None,
            ),
        )
    )
)


@given(st.lists(RANGES), st.booleans(), st.sampled_from(sorted(ENTRY_KINDS)))
def test_a_sorted_section_is_in_order(ranges, newest, kind):
    # The other sections tell which way short ones go.
    guide = [
        Fact(Entry(title="G", kind="education", dates=single(PartialDate(year))))
        for year in range(1800, 1803)
    ]
    facts = [
        Fact(Entry(title="T", kind=kind, dates=dated), section="own")
        for dated in sorted(ranges, key=lambda dated: dated.sort_key)
    ]
    facts = guide + facts
    assert list(checks.out_of_order(facts[::-1] if newest else facts)) == []


@pytest.mark.parametrize(
    ("spans", "wrong"),
    [
        # Terms, newest first; winter of two years is the newer.
        (["winter 2023/24", "fall 2023", "summer 2023", "spring 2023", "2022"], []),
        (["fall 2023", "spring 2023", "fall 2022", "spring 2024", "fall 2021", "fall 2020"], [4]),
        # Several: what is later for sure.
        (["2019, 2021-2023", "2018", "2017", "2020", "2016", "2015"], [4]),
        (["2023", "2019, 2021-2022", "2020", "2018"], []),
        # Since and until: the first lasts, the last may have begun at any time.
        (["2019/..", "2020/..", "2018", "2017"], []),
        (["2022", "2021", "../2023", "2020"], []),
        (["2022", "2021", "2017", "../2010", "2019", "2008"], [5]),
        # About, or perhaps.
        (["2022", "2020", "2021~", "2019"], []),
        (["2022", "2020", "2021?", "2019", "2018%"], []),
        # Days of one month.
        (["2018-05-28/30", "2018-05-02/04", "2018-05-01", "2018-05-20", "2018-04-30", "2017"], [4]),
        # Words have no order.
        (["2022", "", "2021", "", "2020", "2023"], [6]),
    ],
)
def test_dates_of_every_form_have_an_order(spans, wrong):
    assert lines(checks.out_of_order(posts(*spans))) == wrong
