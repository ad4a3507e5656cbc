"""Whatever reads what an author has written takes a time that grows with its length alone.

A search that is not linear would not end with these.
"""

import contextlib
from itertools import islice

import pytest

from sphinx_cv.bibliography.file.reader import read_files
from sphinx_cv.bibliography.people.owner import OwnerNames
from sphinx_cv.bibliography.reference.style import Style
from sphinx_cv.model.items import Talk
from sphinx_cv.print.long_words import parts_of
from sphinx_cv.print.whole_words import marked
from sphinx_cv.publications.report import _is_owned, problems_of
from sphinx_cv.rules.cv import Paper
from sphinx_cv.rules.dropped_blocks import dropped_blocks
from sphinx_cv.rules.dropped_links import dropped_links
from sphinx_cv.rules.mentions import mentions
from sphinx_cv.rules.page_options import page_options
from sphinx_cv.rules.silence_comments import silence_comments
from sphinx_cv.rules.spelling import misspelled, runs
from sphinx_cv.rules.untied import untied
from sphinx_cv.source.addresses import check_url, is_address
from sphinx_cv.source.markdown import Page
from sphinx_cv.source.options import read_options
from sphinx_cv.source.silence import read_silence

LENGTH = 2**17
LETTERS = ["a", "A", "Aa ", "a1", "A'", "1", "'", " ", "-", "Ada King ", "é", "Ada-"]
MARKS = [":", "](", "](javascript:", "<data:", "<data:(", "[", "`", "``` {a} `", "\t", "a: ", ";"]


def long(unit: str) -> str:
    return unit * (LENGTH // len(unit))


@pytest.mark.parametrize("unit", LETTERS, ids=repr)
def test_names_are_found_in_a_long_line(unit):
    for name, column in runs(long(unit)):
        assert name
        assert column


@pytest.mark.parametrize("unit", [*LETTERS, *MARKS, "a.", "A. ", "AB 1", "/"], ids=repr)
def test_a_long_word_is_printed_whole(unit):
    text = long(unit)
    assert "".join(part.astext() for part in marked(text, 30, as_one=False)) == text
    assert "".join(parts_of(text, 30)) == text


def test_a_name_as_long_as_a_page_is_compared_as_a_whole():
    names = mentions(Page([f"Ada {long('Aa')} King", "Ada King Aaaa"]), "index")
    assert list(misspelled([], list(names), ())) == []


@pytest.mark.parametrize("unit", [*LETTERS, *MARKS], ids=repr)
def test_a_long_line_of_a_page_is_searched(unit):
    for before in ("", "](", "% silence: ", "cv-kind: ", "```"):
        page = Page(["---", before + long(unit), "---", before + long(unit) + "!"])
        for search in (dropped_links, dropped_blocks, silence_comments):
            list(search(page, "index"))
        list(page_options(page, "index", ("award",)))


@pytest.mark.parametrize("unit", [*LETTERS, *MARKS, "a.", "a@", "/"], ids=repr)
def test_a_long_address_is_checked(unit):
    for text in (long(unit), f"https://{long(unit)}", f"mailto:{long(unit)} "):
        is_address(text)
        with contextlib.suppress(ValueError):
            check_url(text)


@pytest.mark.parametrize("unit", [*LETTERS, *MARKS, '"'], ids=repr)
def test_a_long_option_is_read(unit):
    for line in (f":a:{long(unit)}", f":a: b{long(unit)}c", f":{long(unit)}", long(unit) + ":"):
        for lines in ([line], ["---", line.removeprefix(":"), "---"]):
            assert read_options(lines).body_start <= len(lines)


def test_an_option_in_many_lines_is_read():
    lines = [":a: b", *["  c"] * (LENGTH // 4)]
    [option] = read_options(lines).options
    assert option.value == " ".join(["b", *["c"] * (LENGTH // 4)])


@pytest.mark.parametrize("unit", ["a;", "order;", "a", ";", "order, b;", " "], ids=repr)
def test_a_long_answer_is_read_as_far_as_a_hundred_rules(unit):
    names, problems = read_silence(long(unit))
    assert len(names) + len(problems) <= 100


def test_a_title_as_long_as_a_page_is_compared_as_a_whole():
    class Fact:
        docname, section, line, lines = "index", "", 1, {}
        item = Talk(title=long("a b "))

    paper = Paper(key="k", title=long("a b ") + "c", owned=True, place="refs.bib", line=1)
    assert list(untied([Fact()], [paper])) == []


# What takes for ever where each sign is looked at once for each sign before it.
LONG = {
    "comments without an end": "@comment{" * 20_000,
    "one key": "@misc{a, title = {T}}\n" * 6_000,
    "no key": "@misc{, title = {T}}\n" * 6_000,
    "a text for a name": "@misc{a, author = {%s}}" % ("Ab " * 10_000),
    "marks and no end": "@misc{a, author = {B, A%sx}}" % (r"\dagger" * 10_000),
    "braces for a name": "@misc{a, author = {%s}}" % ("{a}" * 20_000),
    "ties for a name": "@misc{a, author = {{%s}x}}" % ("~" * 2_000),
    "leftovers for a note": "@misc{a, note = {%s}}" % (" Journal Article " * 10_000),
}


@pytest.mark.parametrize("name", LONG)
def test_long_texts_are_read_in_a_moment(name, tmp_path):
    path = tmp_path / "long.bib"
    path.write_text(LONG[name])
    style, owner = Style(), OwnerNames("Ada Lovelace")
    # Each entry is set by itself: of thousands a few are enough.
    for each in islice(read_files([path], "utf-8-sig").data.entries.values(), 9):
        style.format_entry("1", each)
        list(problems_of(each))
        assert not any(map(owner.includes, each.persons.get("author", [])))
        _is_owned(each, owner)
