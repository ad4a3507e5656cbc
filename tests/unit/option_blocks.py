"""Blocks of options, as entries and talks have them, and what is read from them."""

from hypothesis import strategies as st

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
