"""Warnings become findings: read, given a hint, placed in their line, shown with a caret."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sphinx.util.logging import SphinxWarningLogRecord

from sphinx_cv.checker.capture import Capture, finding_of
from sphinx_cv.checker.display import show
from sphinx_cv.checker.locate import locate
from sphinx_cv.checker.suggest import suggest
from sphinx_cv.model.finding import Finding
from sphinx_cv.source.markdown import Page


def record(message: str, *args: object, **extra: object) -> SphinxWarningLogRecord:
    made = SphinxWarningLogRecord("sphinx", 30, __file__, 1, message, args, None)
    vars(made).update(extra)
    return made


def of(code: str, message: str, place: str = "index.md", line: int = 1) -> Finding:
    kind, _dot, subtype = code.partition(".")
    return Finding(type=kind, subtype=subtype, message=message, place=place, line=line)


@pytest.mark.parametrize(
    ("location", "place", "line"),
    [
        ("/cv/index.md:3", "/cv/index.md", 3),
        ("/cv/a b.md", "/cv/a b.md", 0),
        ("/cv/index.md:", "/cv/index.md", 0),
        ("C:\\cv\\x.md:7", "C:\\cv\\x.md", 7),
        # In a translation: the line of what it translates.
        ("/cv/index.md:12:<translated>:1", "/cv/index.md", 12),
        (None, "", 0),
    ],
)
def test_a_warning_is_read_with_its_place_and_type(location, place, line):
    warning = record("%s\n\n  and more", "first", location=location, type="ref", subtype="doc")
    assert finding_of(warning) == of("ref.doc", "first and more", place, line)


def test_a_warning_without_a_type_is_read():
    assert finding_of(record("text")) == of("", "text", "", 0)


def test_our_own_finding_comes_as_it_was_sent():
    capture, sent = Capture(), Finding(subtype="date", message="m", line=2, column=3)
    capture.emit(record("%s", "m", finding=sent, location="x:9"))
    assert capture.findings == [sent]


def test_an_echo_of_another_warning_is_left_out():
    capture = Capture()
    capture.emit(record("unknown role name: cv:tlk"))
    assert capture.findings == []


@pytest.mark.parametrize(
    ("kind", "message", "hint"),
    [
        ("ref.doc", "unknown document: 'sections/talk'", 'Did you mean "sections/talks"?'),
        ("ref.doc", "unknown document: 'sections/zzzzzz'", ""),
        ("ref.ref", "undefined label: 'sections/talk'", ""),
        ("myst.xref_missing", "not found: 'talk.md'", 'Did you mean "sections/talks.md"?'),
        ("myst.xref_missing", "not found: 'www.a.org'", 'write "https://www.a.org"'),
        ("myst.xref_missing", "not found: 'tel:1'", "one that starts with https://"),
        (
            "bibtex.key_not_found",
            'could not find bibtex key "ada1843"',
            "not in any publication-list",
        ),
        ("bibtex.key_not_found", 'could not find bibtex key "ada1842"', 'Did you mean "ada1843"?'),
        (
            "myst.directive_option",
            "'x': Unknown: 'widht' (allowed: ['height', 'width'])",
            '"width"?',
        ),
    ],
)
def test_a_hint_names_what_the_reference_could_have_meant(kind, message, hint):
    known = {
        "ref.doc": {"sections/talks", "index"},
        "ref.ref": {"phd"},
        "myst.xref_missing": {"sections/talks.md", "phd"},
        "bibtex.key_not_found": {"ada1843"},
    }
    advised = suggest(of(kind, message), known).message
    assert hint in advised if hint else advised == message


def place(
    message: str, *lines: str, kind: str = "", path: str = "index.md", number: int = 0
) -> str:
    finding = of(kind, message, path)
    found = locate(finding, Page(lines), number)
    marked = lines[found.line - 1][found.column - 1 :][: found.length]
    return f"{found.line}:{found.column} {marked}"


@pytest.mark.parametrize(
    ("kind", "message", "lines", "expected"),
    [
        ("cv.date", '"end" stands alone', [":end: the end"], "1:11 end"),
        ("cv.date", '"end" stands alone', [":end: 2020"], "1:2 end"),
        ("cv.reference", 'no talk has the name "x".', ["x {cv:talk}`x`"], "1:13 x"),
        ("cv.reference", 'no talk has the name "x".', ["x", "{cv:talk}`y <x>`"], "2:14 x"),
        ("myst.xref_missing", "not found: 'x'", ["x [x](#x)"], "1:8 x"),
        ("ref.doc", "unknown document: 'a/b'", ["{doc}`b`"], "1:7 b"),
        ("cv.order", '"T" is newer', ["- ```{talk} A *T*  "], "1:13 A *T*"),
        ("", "nothing named", ["  ```{talk} T"], "1:6 {talk}"),
        ("", "nothing named", ["  words  "], "1:3 words"),
        ("", 'is given "x" twice', ["x", "x"], "2:1 x"),
        ("", '"x" after a blank line', ["a", "", "x"], "1:1 a"),
        ("toc.not_readable", "document 'x'", ["```{toctree}", "", "x", "```", "x"], "3:1 x"),
        ("image.not_readable", "image file not readable: a/x.png", ["![x](x.png)"], "1:6 x.png"),
    ],
)
def test_a_finding_stands_under_what_it_names(kind, message, lines, expected):
    assert place(message, *lines, kind=kind) == expected


def test_equal_findings_stand_at_one_place_each():
    lines = ["{cv:talk}`x` {cv:talk}`x`"]
    places = [
        place('no talk has the name "x"', *lines, kind="cv.reference", number=n) for n in range(3)
    ]
    assert places == ["1:11 x", "1:24 x", "1:24 x"]


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ('"ada" has "year" twice', "3:3 year"),
        ('"ada" has no author', "1:10 ada"),
        ('"ada" is of the unknown type @article', "1:2 article"),
        ("\\foo in title cannot be read", "4:12 \\foo"),
    ],
)
def test_a_finding_in_a_bib_file_stands_within_its_entry(message, expected):
    entry = [
        "@article{ada,",
        "  year = 1,",
        "  year = 2,",
        "  title = {\\foo},",
        "}",
        "@book{b,",
        "  year = 3}",
    ]
    assert place(message, *entry, path="refs.bib") == expected


def test_a_name_in_a_bib_file_is_found_with_the_last_name_first():
    entry = ["@article{a,", "  author = {King, Ada and Babage, Charles},", "}"]
    message = '"Charles Babage" is also spelled "Charles Babbage"'
    assert place(message, *entry, kind="cv.spelling", path="refs.bib") == "2:27 Babage, Charles"


def test_a_text_without_a_translation_is_the_whole_of_its_option():
    lines = [
        "```{cv-entry} Exchange",
        ":organization: University of Singapore",
        ":location: Singapore",
    ]
    message = '"Singapore" is not translated into "fr"'
    assert place(message, *lines, kind="cv.translation") == "3:12 Singapore"


def test_a_page_as_a_whole_is_its_heading():
    finding = of("", "document isn't included in any toctree", line=0)
    found = locate(finding, Page(["---", "---", "# Head"]))
    assert (found.line, found.column, found.length) == (3, 1, 6)


@given(
    st.text(),
    st.integers(0, 5),
    st.lists(st.text("ab `\"'{}:#[]()|é\t"), max_size=5),
    st.sampled_from(["index.md", "refs.bib"]),
    st.sampled_from(["", "cv.order", "cv.spelling", "cv.reference", "myst.xref_missing"]),
)
def test_every_place_lies_within_its_line(message, line, lines, path, kind):
    found = locate(of(kind, f'{message} "ab"', path, line), Page(lines))
    if found.column:
        assert 1 <= found.column <= found.column + found.length - 1 <= len(lines[found.line - 1])
    shown = show(found, lines, Path("/"))
    assert shown.count("\n") == (2 if found.column else 0) + found.message.count("\n")


def test_the_caret_stands_under_wide_letters():
    finding = Finding(
        place="/cv/index.md", line=1, message="m", column=3, length=2, subtype="order", note=True
    )
    shown = show(finding, ["数学物理\tx"], Path("/cv")).split("\n")
    assert shown == ["index.md:1:3: note: m [cv.order]", "    数学物理 x", "        ^^^^"]
