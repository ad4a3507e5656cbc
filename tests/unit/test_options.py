"""From options to the model, and the problems on the way, each with its line."""

import unicodedata

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from sphinx_cv.model.dates.reader import read_range
from sphinx_cv.model.dates.values import PartialDate, single
from sphinx_cv.model.items import Entry, Link, Talk
from sphinx_cv.model.kinds import ENTRY_KINDS, TALK_KINDS
from sphinx_cv.model.rule_list import RULES
from sphinx_cv.source.addresses import check_url
from sphinx_cv.source.items import ENTRY_OPTIONS, TALK_OPTIONS, read_entry, read_talk
from sphinx_cv.source.options import read_options
from sphinx_cv.source.reader import OptionReader

LINE = 10  # of the directive; its options follow


def reader(*lines, directive="cv-entry", allowed=ENTRY_OPTIONS):
    block = read_options(list(lines))
    return OptionReader(directive, block, allowed, line=LINE, first=LINE + 1)


def entry(*lines, title="Analyst", default_kind=""):
    options = reader(*lines)
    return read_entry(title, options, default_kind=default_kind), options.problems


def talk(*lines, title="Engines"):
    options = reader(*lines, directive="talk", allowed=TALK_OPTIONS)
    return read_talk(title, options), options.problems


def told(problems):
    return [(problem.subtype, problem.line, problem.message) for problem in problems]


# Addresses

ADDRESSES = [
    "https://example.org",
    "http://example.org/a?b=c&d=%20#e",
    "HTTPS://EXAMPLE.ORG",
    "https://example.org/~ada/a_b",
    "https://[::1]/",
    "https://例え.jp/パス",
    "mailto:ada@example.org",
]
TRICKS = [
    "java\nscript:alert(1)",
    "java\tscript:alert(1)",
    " javascript:alert(1)",
    "\x01javascript:alert(1)",
    "javascript\x00:alert(1)",
    "JaVaScRiPt:alert(1)",
    "javascript&colon;alert(1)",
    "javascript%3Aalert(1)",
    "javascript://example.org/%0Aalert(1)",
    "data://example.org",
    "ftp://example.org",
    "//example.org",
    "\\\\example.org",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "blob:https://example.org",
    "view-source:https://example.org",
    "http:\u0000",
    "http://example.org/\u0000",
    "ht\ntp://example.org",
    " https://example.org",
    "https://example.org ",
    "https://example.org\r\nX: y",
    "https://example.org/\x7f",
    'https://example.org/"onclick="x',
    "https://example.org/<script>",
    "https://example.org/\\input{x}",
    "https://[",
    "ｈttps://example.org",
    "httpſ://example.org",
    "slides/talk.pdf",
    "#top",
    "",
]
fragments = st.lists(
    st.sampled_from(
        [
            *("java", "script", "JAVASCRIPT", "data", "vbscript", "http", "https", "mailto"),
            *(
                ":",
                "//",
                "/",
                "\\",
                "\n",
                "\t",
                "\r",
                " ",
                "\0",
                "\x1f",
                "\x7f",
                "\u2028",
                "\ufeff",
            ),
            *("&colon;", "%3a", "<", ">", '"', "'", "@", "#", "?", "[", "]", "example.org"),
        ]
    ),
    max_size=8,
).map("".join)


@pytest.mark.parametrize("url", ADDRESSES)
def test_a_web_or_mail_address_is_passed_on_unchanged(url):
    assert check_url(url) == url


@pytest.mark.parametrize("url", TRICKS)
def test_a_trick_is_no_address(url):
    with pytest.raises(ValueError, match="is not an address: write "):
        check_url(url)


@pytest.mark.parametrize(
    "url", ["http:", "https://", "https:///path", "https:path", "mailto:", "https://user@"]
)
def test_a_scheme_alone_is_no_address(url):
    with pytest.raises(ValueError, match="is not an address: write "):
        check_url(url)


@given(fragments | st.text())
@example("https://example.org/\x9f")
def test_no_other_scheme_gets_through(url):
    sentence = ""
    try:
        assert check_url(url) == url
    except ValueError as error:
        sentence = str(error)
    if sentence:
        assert sentence.startswith(f'"{url}" is not an address: write ')
        return
    assert not any(unicodedata.category(mark) in {"Cc", "Zs", "Zl", "Zp"} for mark in url)
    # What a browser reads: it drops control characters and white space before the scheme.
    bare = "".join(mark for mark in url if mark > " ")
    assert bare.lower().startswith(("http:", "https:", "mailto:"))


@pytest.mark.parametrize("url", ["example.org", "www.example.org/a/b", "a-b.example.co"])
def test_an_address_without_its_scheme_is_answered_with_it(url):
    with pytest.raises(ValueError) as caught:
        check_url(url)
    assert str(caught.value) == f'"{url}" is not an address: write "https://{url}"'


# The reader


def test_options_are_read_as_text():
    options = reader(":location: Paris", ":full-dates:")
    assert options.text("location") == "Paris"
    assert options.has("full-dates")
    assert not options.has("url")
    assert options.text("url") == ""
    assert options.line_of("full-dates") == LINE + 2
    assert options.line_of("url") == LINE
    assert options.problems == []


def test_an_unknown_option_is_told_with_the_one_that_was_meant():
    options = reader(":location: Paris", ":organisation: A school")
    message = 'cv-entry has no option "organisation". Did you mean "organization"?'
    assert told(options.problems) == [("option", LINE + 2, message)]


def test_an_option_like_no_other_is_told_with_all_that_are_known():
    options = reader(":zzz: 1", allowed=("kind", "limit"), directive="talk-list")
    message = 'talk-list has no option "zzz". Known: kind, limit.'
    assert told(options.problems) == [("option", LINE + 1, message)]


def test_of_a_repeated_option_the_first_counts_and_the_second_is_told():
    options = reader(":location: One", ":location: Two")
    assert options.text("location") == "One"
    message = '"location" is given twice: the first counts'
    assert told(options.problems) == [("option", LINE + 2, message)]


def test_a_line_that_is_no_option_is_told():
    options = reader(":location: One", ":url:https://example.org")
    message = '":url:https://example.org" is not an option: write ":key: value"'
    assert told(options.problems) == [("option", LINE + 2, message)]


@pytest.mark.parametrize("line", ["location: Rome", "location : Rome"])
def test_an_option_without_its_first_colon_is_told(line):
    message = f'"{line.strip()}" is not an option: write ":location: Rome"'
    assert told(reader(":date: 2020", line).problems) == [("option", LINE + 2, message)]
    # Text of the body.
    assert reader(":date: 2020", "", line).problems == []
    assert reader(":date: 2020", "A location: Rome").problems == []


def test_both_ends_of_a_range_are_told():
    _read, problems = entry(":start: May 2020", ":end: Present")
    assert told(problems) == [
        ("date", LINE + 1, '"May 2020" is not a date: write 2020-05'),
        ("date", LINE + 2, '"Present" is not a date: write present'),
    ]


def test_a_range_is_a_date_as_well():
    read, problems = entry(":date: 2020 - 2021")
    assert (read.dates, problems) == (read_range("2020", "2021"), [])
    read, problems = talk(":event: E", ":date: 2020-05-01/03")
    assert (read.dates, problems) == (read_range("2020-05-01", "2020-05-03"), [])


def test_several_dates_are_not_an_end_of_a_range():
    read, problems = entry(":start: 2019, 2021", ":end: 2022")
    message = '"2019, 2021" is more than one date: write ":date: 2019, 2021" alone'
    assert told(problems) == [("date", LINE + 1, message)]
    assert read.date_text == "2019, 2021 – 2022"


def test_words_in_place_of_a_date_are_shown_as_typed():
    read, problems = entry(":date-text: on leave, spring terms")
    assert (read.dates, read.date_text, problems) == (None, "on leave, spring terms", [])
    read, problems = talk(":event: E", ":date-text: each May")
    assert (read.dates, read.date_text, problems) == (None, "each May", [])


def test_words_beside_a_date_are_told():
    read, [problem] = entry(":date: 2020", ":date-text: in 2020")
    assert (problem.subtype, problem.line) == ("date", LINE + 2)
    assert (str(read.dates.end), read.date_text) == ("2020", "")


def test_words_for_a_date_are_told_where_they_may_stand():
    _read, [problem] = entry(":date: on leave")
    assert problem.message.endswith(', or ":date-text: on leave"')


def test_a_flag_with_a_value_counts_and_is_told():
    options = reader(":expected: yes")
    assert options.flag("expected")
    message = '"expected" takes no value: write ":expected:"'
    assert told(options.problems) == [("option", LINE + 1, message)]


@pytest.mark.parametrize(
    ("value", "separator", "words"),
    [
        ("a, b c", None, ("a", "b", "c")),
        (" a ,, b ", None, ("a", "b")),
        ("Ada King, Bo Li", ",", ("Ada King", "Bo Li")),
        ("", ",", ()),
        (",", None, ()),
    ],
)
def test_an_option_is_split_into_words(value, separator, words):
    assert reader(f":with: {value}").words("with", separator) == words


@pytest.mark.parametrize(("value", "number"), [("1", 1), ("12", 12), ("007", 7)])
def test_a_number_is_read(value, number):
    options = reader(f":limit: {value}", allowed=("limit",))
    assert options.number("limit") == number
    assert options.problems == []


@pytest.mark.parametrize("value", ["0", "-1", "1.5", "three", "", "²", "9" * 5000])
def test_what_is_no_number_from_1_is_told(value):
    options = reader(f":limit: {value}", allowed=("limit",))
    assert options.number("limit") is None
    message = f'"{value or "limit"}" is not a number: write ":limit: 3"'
    assert told(options.problems) == [("option", LINE + 1, message)]


def test_a_missing_number_is_no_problem():
    options = reader(allowed=("limit",))
    assert options.number("limit") is None
    assert options.problems == []


# Entries


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
    message = f'"zzz" is not a kind of cv-entry. Known: {", ".join(ENTRY_KINDS)}.'
    assert told(problems) == [("kind", LINE + 1, message)]


def test_a_missing_title_is_told():
    _read, problems = entry(title="")
    message = "cv-entry has no title: write ```{cv-entry} The title"
    assert told(problems) == [("title", LINE, message)]


def test_a_link_that_is_no_address_is_dropped_and_told():
    read, problems = entry(":url: javascript:alert(1)")
    assert read.url == ""
    assert [(problem.subtype, problem.line) for problem in problems] == [("link", LINE + 1)]


def test_a_single_date_is_read():
    read, problems = entry(":date: 2023-05")
    assert read.dates == single(PartialDate(2023, 5))
    assert problems == []


def test_full_dates_are_asked_for():
    read, problems = entry(":start: 2023-05", ":end: 2023-08", ":full-dates:")
    assert read.dates == read_range("2023-05", "2023-08", full=True)
    assert problems == []


@pytest.mark.parametrize(
    ("lines", "line", "part", "text"),
    [
        ([":date: soon"], 1, '"soon" is not a date', "soon"),
        ([":start: soon", ":end: 2024"], 1, '"soon" is not a date', "soon – 2024"),
        ([":start: 2020", ":end: later"], 2, '"later" is not a date', "2020 – later"),
        ([":end: later", ":start: 2020"], 1, '"later" is not a date', "2020 – later"),
        ([":start: 2024", ":end: 2020"], 2, "before it starts", "2024 – 2020"),
    ],
)
def test_a_date_that_cannot_be_read_is_told_on_its_line_and_shown_as_typed(lines, line, part, text):
    read, problems = entry(*lines)
    assert read.dates is None
    assert read.date_text == text
    [problem] = problems
    assert (problem.subtype, problem.line) == ("date", LINE + line)
    assert part in problem.message


@pytest.mark.parametrize(("line", "iso"), [(":start: 2020", "2020/.."), (":end: 2020", "../2020")])
def test_one_end_alone_is_since_or_until(line, iso):
    read, problems = entry(line)
    assert (read.dates.iso, problems) == (iso, [])


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ([":end: present"], '"present" needs a start: add ":start: 2020"'),
        ([":start: 2020", ":expected:"], '"expected" needs an end: write ":end: 2028"'),
        ([":date: ongoing"], 'write ":start: 2020" and ":end: present"'),
    ],
)
def test_an_open_end_is_told_where_it_says_nothing(lines, message):
    _read, [problem] = entry(*lines)
    assert message in problem.message


def test_a_date_beside_a_range_is_told_and_the_range_taken():
    read, problems = entry(":date: 2019", ":start: 2020", ":end: 2021")
    assert read.dates == read_range("2020", "2021")
    message = 'write either "date" or "start" and "end"'
    assert told(problems) == [("date", LINE + 1, message)]


@pytest.mark.parametrize("flag", ["expected", "full-dates"])
def test_a_flag_of_a_range_without_a_range_is_told_by_its_name_and_line(flag):
    _read, [problem] = entry(":location: x", f":{flag}:")
    assert (problem.subtype, problem.line) == ("date", LINE + 2)
    assert problem.message == f'"{flag}" needs "start" and "end"'


# Talks


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


def test_an_empty_option_is_told_on_its_own_line():
    _read, problems = talk(":event: A workshop", ":date:")
    assert [problem.line for problem in problems] == [LINE + 2]


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


# Anything

texts = st.one_of(
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=15),
    st.sampled_from([*ENTRY_KINDS, *TALK_KINDS, "present", "2020", "2020-05", "2019-02-30"]),
    fragments.map(lambda text: " ".join(text.splitlines())),
)
blocks = st.lists(
    st.tuples(st.sampled_from([*ENTRY_OPTIONS, *TALK_OPTIONS, "nonsense"]), texts), max_size=12
).map(lambda pairs: [f":{name}: {value}" for name, value in pairs])


@given(st.text(), blocks)
def test_any_options_make_an_entry_and_a_talk(title, lines):
    assume(len("\n".join(lines).splitlines()) == len(lines))
    for read, problems in (entry(*lines, title=title), talk(*lines, title=title)):
        assert read.title == title
        assert read.dates is None or not read.date_text
        assert read.url == "" or check_url(read.url)
        for problem in problems:
            assert problem.subtype in RULES
            assert LINE <= problem.line <= LINE + len(lines)
            assert problem.message


@given(texts)
@example("9" * 5000)
def test_any_text_is_a_number_or_told(value):
    options = reader(f":limit: {value}", allowed=("limit",))
    number = options.number("limit")
    assert (number is None) == bool(options.problems)
    assert number is None or number > 0


ODD = [
    *(
        "",
        " ",
        "\t",
        "x",
        "-",
        "--",
        ".",
        ",",
        ";",
        ":",
        "::",
        "|",
        "\\",
        "/",
        "#",
        "%",
        "&",
        "$",
        "$x$",
    ),
    *(
        "€",
        "0",
        "-1",
        "1e9",
        "1" * 400,
        "€" * 50,
        "EUR",
        "EUR 1",
        "EUR 1,2,3.4",
        "٣٤",
        "１２",
        "½",
        "²",
    ),
    *(
        "'",
        '"',
        "''",
        '"x"',
        "`",
        "``",
        "```",
        "{",
        "}",
        "{{x}}",
        "{ref}`x`",
        "<b>x</b>",
        "<!-- x -->",
    ),
    *(
        "javascript:x",
        "https://",
        "mailto:",
        "é",
        "e\u0301",
        "😀",
        "\u200f",
        "\u2028",
        "\ufeff",
        "\0",
        "\x1b[0m",
    ),
    *(
        "x" * 5000,
        "a, b, c",
        ",,,",
        "True",
        "None",
        "[x](y)",
        "![x](y)",
        "**",
        "_",
        "2020-13",
        "present",
    ),
]


@pytest.mark.parametrize("value", ODD, ids=repr)
def test_no_odd_value_of_an_option_breaks_the_reader(value):
    assert len(ODD) >= 60
    for names, read in ((ENTRY_OPTIONS, entry), (TALK_OPTIONS, talk)):
        for name in names:
            item, problems = read(f":{name}: {value}")
            assert item.title
            assert all(problem.message and problem.line >= LINE for problem in problems)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (":tags: ,", '"," is no value of "tags"'),
        (":publication: , ,", '", ," is no value of "publication"'),
        (":silence: ;", '";" is not a note that can be silenced. Known: '),
    ],
)
def test_separators_alone_are_told(line, message):
    _item, problems = entry(line)
    assert [(place, text[: len(message)]) for _subtype, place, text in told(problems)] == [
        (LINE + 1, message)
    ]
