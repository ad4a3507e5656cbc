"""From options to entries and talks, and the problems on the way."""

import pytest
from option_blocks import LINE, entry, talk, told

from sphinx_cv.model.dates.reader import read_range
from sphinx_cv.model.dates.values import PartialDate, single
from sphinx_cv.model.items import Entry, Link, Talk
from sphinx_cv.model.kinds import ENTRY_KINDS
from sphinx_cv.source.items import ENTRY_OPTIONS


def test_an_entry_is_read_from_its_options():
    read, problems = entry(
        ":kind: education",
        ":organization: A school",
        ":location: London",
        ":start: 2020",
        ":end: 2024",
        ":expected:",
        ":url: https://example.org",
        ":with: Ada King, Bo Li",
        ":publication: king2020, li2021",
        ":name: phd",
        ":class: wide",
    )
    assert problems == []
    assert read == Entry(
        title="Analyst",
        kind="education",
        organization="A school",
        location="London",
        dates=read_range("2020", "2024", expected=True),
        url="https://example.org",
        people=("Ada King", "Bo Li"),
        publications=("king2020", "li2021"),
        name="phd",
        classes=("wide",),
    )


def test_every_declared_option_is_taken_without_a_problem():
    values = {
        "kind": "award",
        "start": "2020",
        "end": "2999",
        "url": "https://example.org",
        "expected": "",
        "silence": "order, the longer one first",
        "full-dates": "",
        "amount": "EUR 20000",
        "share": "10 k€",
    }
    names = [name for name in ENTRY_OPTIONS if name not in ("date", "date-text")]
    _read, problems = entry(*(f":{name}: {values.get(name, 'x')}" for name in names))
    assert problems == []


def test_an_entry_needs_no_options():
    read, problems = entry()
    assert read == Entry(title="Analyst", kind="experience")
    assert problems == []


def test_the_page_sets_the_kind_unless_the_entry_does():
    assert entry(default_kind="award")[0].kind == "award"
    assert entry(":kind: grant", default_kind="award")[0].kind == "grant"


def test_an_unknown_kind_is_told_and_the_default_taken():
    read, problems = entry(":location: x", ":kind: eductaion", default_kind="award")
    assert read.kind == "award"
    message = '"eductaion" is not a kind of cv-entry. Did you mean "education"?'
    assert told(problems) == [("kind", LINE + 2, message)]


def test_a_kind_like_no_other_is_told_with_all_that_are_known():
    _read, problems = entry(":kind: zzz")
    message = (
        f'"zzz" is not a kind of cv-entry. Known: {", ".join(ENTRY_KINDS)}. '
        'For another, write cv_kinds = {"fieldwork": {"label": "Fieldwork"}} in conf.py.'
    )
    assert told(problems) == [("kind", LINE + 1, message)]


@pytest.mark.parametrize(
    ("word", "kind"), [("license", "certificate"), ("mentee", "student"), ("residency", "visit")]
)
def test_another_word_for_a_kind_is_understood(word, kind):
    _read, [problem] = entry(f":kind: {word}")
    assert problem.message.endswith(f'is not a kind of cv-entry. Did you mean "{kind}"?')


def test_a_missing_title_is_told():
    _read, problems = entry(title="")
    message = "cv-entry has no title: write ```{cv-entry} The title"
    assert told(problems) == [("title", LINE, message)]


def test_a_link_that_is_no_address_is_dropped_and_told():
    read, problems = entry(":url: javascript:alert(1)")
    assert read.url == ""
    assert [(problem.subtype, problem.line) for problem in problems] == [("link", LINE + 1)]


def test_a_talk_is_read_from_its_options():
    read, problems = talk(
        ":event: A workshop",
        ":host: A group",
        ":location: Turin",
        ":online:",
        ":date: 2022",
        ":kind: invited",
        ":publication: king2020",
        ":video: https://example.org/v",
        ":slides: https://example.org/s",
        ":url: https://example.org",
        ":language: it",
        ":name: turin",
    )
    assert problems == []
    assert read == Talk(
        title="Engines",
        event="A workshop",
        host="A group",
        location="Turin",
        online=True,
        dates=single(PartialDate(2022)),
        kind="invited",
        publications=("king2020",),
        links=(
            Link(label="slides", url="https://example.org/s"),
            Link(label="video", url="https://example.org/v"),
        ),
        url="https://example.org",
        language="it",
        name="turin",
    )


def test_a_talk_needs_an_event_and_a_date():
    _read, problems = talk()
    assert told(problems) == [
        ("option", LINE, 'talk needs ":event:", for example ":event: ICML"'),
        ("option", LINE, 'talk needs ":date:", for example ":date: 2023-05"'),
    ]


def test_a_host_stands_for_an_event():
    assert talk(":host: A group", ":date: 2022")[1] == []


def test_a_bad_link_is_dropped_and_the_others_kept():
    read, problems = talk(
        ":event: E", ":date: 2022", ":slides: slides.pdf", ":video: https://example.org/v"
    )
    assert read.links == (Link(label="video", url="https://example.org/v"),)
    assert [(problem.subtype, problem.line) for problem in problems] == [("link", LINE + 3)]


def test_an_unknown_kind_of_talk_is_dropped():
    read, problems = talk(":event: E", ":date: 2022", ":kind: invitd")
    assert read.kind == ""
    message = '"invitd" is not a kind of talk. Did you mean "invited"?'
    assert told(problems) == [("kind", LINE + 3, message)]
    _read, [problem] = talk(":event: E", ":date: 2022", ":kind: zzz")
    assert problem.message.endswith('write cv_kinds = {"sermon": {"of": "talk"}} in conf.py.')
