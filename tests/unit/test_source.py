"""The option block of a directive: every line is an option, told of, or body."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_cv.source.options import Block, Option, read_options

# One line of a source: what str.splitlines() leaves.
text_lines = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=20)
names = st.text("abcdefgh-_0123456789", min_size=1, max_size=8)
values = text_lines.map(str.strip).filter(lambda value: value[:1] not in {"'", '"'})
lines_of_all_kinds = st.one_of(
    st.sampled_from(
        [
            *("---", "--- ", "", "  ", "\t"),
            *(":a: b", ":a:", "  :a: b", ":a:b", ":a", ":::", ":::{note}", ": a"),
            *("a: b", "a:", "a:b", "  more", "text", "> quote", '"', ":q: 'x'", ":q: 'x"),
        ]
    ),
    text_lines,
)


def options(*lines):
    return [(option.name, option.value) for option in read_options(list(lines)).options]


@given(st.lists(lines_of_all_kinds, max_size=8) | st.text().map(str.splitlines))
def test_every_line_is_an_option_or_told_of_or_body(lines):
    block = read_options(lines)
    head = lines[: block.body_start]
    assert 0 <= block.body_start <= len(lines)
    assert head + lines[block.body_start :] == lines
    numbers = [option.line for option in block.options]
    assert numbers == sorted(set(numbers))
    for option in block.options:
        assert f"{option.name}:" in head[option.line]
    unread = dict(block.unread)
    assert not unread.keys() & set(numbers)
    for number, text in unread.items():
        assert head[number].strip() == text != ""
    for number, line in enumerate(head):
        if number in numbers or number in unread or line.strip() in {"", "---"}:
            continue
        # What is left continues the option above it.
        assert line[0].isspace()
        above = [option for option in block.options if option.line < number][-1]
        assert line.strip() in above.value


@given(st.lists(st.tuples(names, values), min_size=1), st.lists(text_lines))
def test_every_option_is_found_with_its_line(written, body):
    head = [f":{name}: {value}" for name, value in written]
    block = read_options([*head, "", *body])
    found = [Option(name, value, line) for line, (name, value) in enumerate(written)]
    assert list(block.options) == found
    assert block.unread == ()
    assert block.body_start == len(head) + 1


@given(st.lists(st.tuples(names, values), min_size=1), st.lists(text_lines))
def test_every_option_between_two_fences_is_found_with_its_line(written, body):
    head = [f"{name}: {value}" for name, value in written]
    block = read_options(["---", *head, "---", *body])
    found = [Option(name, value, line) for line, (name, value) in enumerate(written, 1)]
    assert list(block.options) == found
    assert block.unread == ()
    assert block.body_start == len(head) + 2


@pytest.mark.parametrize("lines", [[], [""], ["---"], ["---", "---"], ["  "]])
def test_a_block_without_options_is_empty(lines):
    block = read_options(lines)
    assert block == Block(options=(), unread=(), body_start=len(lines))


@pytest.mark.parametrize("first", ["Words.", "* a list", ":::{note}", "::::{grid}", "> quote"])
def test_a_body_without_options_stays_whole(first):
    assert read_options([first, ":a: b"]) == Block(options=(), unread=(), body_start=0, below=first)


@pytest.mark.parametrize(
    ("lines", "below"),
    [
        ([":a: b", "text"], "text"),
        ([":a: b", "", "text"], ""),
        (["---", "a: b", "---", "text"], ""),
        ([":a: b"], ""),
    ],
)
def test_the_line_below_the_options_is_known_where_it_touches_them(lines, below):
    assert read_options(lines).below == below


def test_the_body_starts_after_the_blank_line():
    assert read_options([":a: b", "", "Words.", ":c: d"]).body_start == 2


def test_a_body_that_follows_at_once_loses_no_line():
    assert read_options([":a: b", "Words."]).body_start == 1


@pytest.mark.parametrize(
    ("line", "value"),
    [
        (":a: one # two", "one # two"),
        (':a: "one', '"one'),
        (":a: it's", "it's"),
        (":a: [one, two]", "[one, two]"),
        (":a: {one: two}", "{one: two}"),
        (":a: b: c", "b: c"),
        (":a: 2020-05", "2020-05"),
        (":a: no", "no"),
        (":a: *", "*"),
    ],
)
def test_a_value_means_what_it_says(line, value):
    assert options(line) == [("a", value)]
    assert options("---", line.removeprefix(":").replace(":", ":", 1), "---") == [("a", value)]


@pytest.mark.parametrize(
    ("written", "value"),
    [('"one two"', "one two"), ("'one'", "one"), ('""', ""), ('"a" and "b"', '"a" and "b"')],
)
def test_quotes_around_the_whole_value_are_dropped(written, value):
    assert options(f":a: {written}") == [("a", value)]


@pytest.mark.parametrize("line", [":a:", ":a: ", "  :a:  "])
def test_a_flag_has_an_empty_value(line):
    assert options(line) == [("a", "")]


def test_a_repeated_option_is_there_twice():
    assert options(":a: one", ":a: two") == [("a", "one"), ("a", "two")]


def test_indented_lines_continue_the_value():
    block = read_options([":a: one", "  two", "\tthree", ":b: four"])
    assert [(o.name, o.value, o.line) for o in block.options] == [
        ("a", "one two three", 0),
        ("b", "four", 3),
    ]


def test_an_indented_line_continues_a_value_that_starts_below_its_key():
    assert options(":a:", "  one") == [("a", "one")]


@pytest.mark.parametrize("line", [":a:b", ":a", ":a b: c", ": a"])
def test_a_line_that_fails_to_be_an_option_is_kept_with_its_number(line):
    block = read_options([":x: y", line, ":z: w"])
    assert block.unread == ((1, line),)
    assert [option.name for option in block.options] == ["x", "z"]


def test_between_fences_a_line_that_is_no_option_is_kept_with_its_number():
    block = read_options(["---", "a: b", "words", "c: d", "---", "Body."])
    assert block.unread == ((2, "words"),)
    assert [option.name for option in block.options] == ["a", "c"]
    assert block.body_start == 5


@pytest.mark.parametrize("blank", ["", "   "])
def test_a_blank_line_between_fences_is_no_fault(blank):
    block = read_options(["---", blank, "a: b", blank, "c: d", blank, "---", "Body."])
    assert [(option.name, option.line) for option in block.options] == [("a", 2), ("c", 4)]
    assert [option.value for option in block.options] == ["b", "d"]
    assert block.unread == ()
    assert block.body_start == 7


def test_options_are_found_where_the_second_fence_is_missing():
    assert options("---", "a: b", "c: d") == [("a", "b"), ("c", "d")]
