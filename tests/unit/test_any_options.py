"""Any options, and odd values of each: something is read, or told with its line."""

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from option_blocks import LINE, entry, fragments, reader, talk

from odd import VALUES
from sphinx_cv.model.kinds import ENTRY_KINDS, TALK_KINDS
from sphinx_cv.model.rule_list import RULES
from sphinx_cv.source.addresses import check_url
from sphinx_cv.source.items import ENTRY_OPTIONS, TALK_OPTIONS

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


ODD = (*VALUES, " ", "\t", "EUR 1", "```", "\x00")


@pytest.mark.parametrize("value", ODD, ids=repr)
def test_no_odd_value_of_an_option_breaks_the_reader(value):
    assert len(ODD) >= 60
    for names, read in ((ENTRY_OPTIONS, entry), (TALK_OPTIONS, talk)):
        for name in names:
            item, problems = read(f":{name}: {value}")
            assert item.title
            assert all(problem.message and problem.line >= LINE for problem in problems)
