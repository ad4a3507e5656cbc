"""The checks of the whole: what is told, what is not, and the borders between them."""

import datetime as dt
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_cv import rules as checks
from sphinx_cv.model.dates.reader import read_dates, read_range
from sphinx_cv.model.dates.values import Dates, PartialDate, Span, single
from sphinx_cv.model.items import Entry, Item, Talk
from sphinx_cv.model.kinds import ENTRY_KINDS
from sphinx_cv.rules.cv import Paper

TODAY = dt.date(2024, 6, 30)


@dataclass
class Fact:
    item: Item
    docname: str = "index"
    section: str = "top"
    line: int = 1
    lines: dict[str, int] = field(default_factory=dict)


def dates(text: str) -> Dates | None:
    return read_dates(text) if text else None


def posts(*spans: str, kind: str = "experience", **settings) -> list[Fact]:
    return [
        Fact(Entry(title=f"Post {number}", kind=kind, dates=dates(span), **settings), line=number)
        for number, span in enumerate(spans, 1)
    ]


def talks(*days: str, title: str = "Talk {}", **settings) -> list[Fact]:
    return [
        Fact(Talk(title=title.format(number), dates=dates(day), **settings), line=number)
        for number, day in enumerate(days, 1)
    ]


def lines(problems) -> list[int]:
    return [problem.line for problem in problems]


# Order.


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


# Overlap.


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


# Dates that have passed.


@pytest.mark.parametrize(
    ("day", "told"),
    [("2024-06-29", True), ("2024-06-30", False), ("2024-06", False), ("2023", True)],
)
def test_what_is_ahead_has_not_passed_on_its_last_day(day, told):
    dated = read_range(day, day, expected=True)
    for item in (Entry(title="E", dates=dated), Talk(title="T", dates=dated)):
        assert bool(list(checks.expired([Fact(item)], TODAY))) is told


def test_what_has_passed_is_told_at_its_date_with_its_cure():
    dated = read_range("2020", "2021", expected=True)
    entry = Fact(Entry(title="E", dates=dated), lines={"start": 3, "end": 4})
    talk = Fact(Talk(title="T", dates=dated), lines={"date": 5})
    problems = list(checks.expired([entry, talk], TODAY))
    assert lines(problems) == [4, 5]
    assert ":expected:" in problems[0].message
    assert ":upcoming:" in problems[1].message


# What is given twice, and names.


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, True),
        ({"title": "T"}, True),
        ({"event": "icml"}, True),
        ({"title": "u"}, False),
        ({"event": "ICLR"}, False),
        ({"location": "Rome"}, False),
        ({"host": "A lab"}, False),
        ({"dates": dates("2020-05")}, False),
        ({"dates": None, "date_text": "May 2020"}, False),
    ],
)
def test_which_talks_are_one(change, told):
    common = {"title": "t", "event": "ICML", "dates": dates("2020")}
    facts = [Fact(Talk(**common), line=1), Fact(Talk(**{**common, **change}), line=2)]
    assert lines(checks.duplicates(facts)) == ([2] if told else [])


def test_entries_without_a_place_are_not_one():
    assert list(checks.duplicates(posts("2020") * 2)) == []
    for silenced, told in (((), [1]), (("duplicate",), [])):
        first, second = (posts("2020", organization="A", silenced=silenced)[0] for _ in range(2))
        assert lines(checks.duplicates([first, second])) == told


def test_an_entry_and_a_talk_of_one_name_are_told_at_the_second():
    facts = [
        Fact(Entry(title="E", name="x"), line=1),
        Fact(Talk(title="T", name="x"), line=2, lines={"name": 4}),
    ]
    [problem] = checks.same_names(facts)
    assert (problem.line, "index, line 1" in problem.message) == (4, True)


def test_a_talk_names_entries_not_talks():
    facts = [
        Fact(Entry(title="E", name="phd")),
        Fact(Talk(title="T", name="keynote", entries=("phd", "keynote", "phdd"))),
    ]
    assert [problem.message for problem in checks.unknown_entries(facts)] == [
        'no entry has the name "keynote".',
        'no entry has the name "phdd". Did you mean "phd"?',
    ]


# Papers.


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


# Dates of every form.


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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2023", True),
        ("2024", False),
        ("2024-06", False),
        ("2024-05-02/04", True),
        ("2024-06-28/07-02", False),
        ("spring 2024", False),
        ("spring 2023", True),
        ("summer 2024", False),
        ("fall 2023", True),
        ("winter 2023/24", True),
        ("winter 2024/25", False),
        ("winter 2024", False),
        ("2019, 2023", True),
        ("2019, 2026", False),
        ("2020/..", False),
        ("../2023", True),
        ("2023~", True),
    ],
)
def test_an_end_of_every_form_passes(text, told):
    expected = read_dates(text, expected=True)
    facts = [Fact(Talk(title="Talk", dates=expected)), Fact(Entry(title="Post", dates=expected))]
    assert len([*checks.expired(facts, TODAY)]) == 2 * told
