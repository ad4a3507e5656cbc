"""What a page may not set, where a link leads, and what a drawing may hold."""

from __future__ import annotations

import re

import pytest

from sphinx_cv.document.safety import scheme_of, without_settings
from sphinx_cv.output.drawings import cleaned

FRONT = [
    ("disable_syntax: []", 3),
    ("enable_extensions: [substitution]", 3),
    ("commonmark_only: true", 3),
    ("url_schemes: [javascript]", 3),
    ("html_meta: {a: b}\n  gfm_only: true", 4),
    ("all_links_external: true", 3),
    ("fence_as_directive: [raw]", 3),
    ("sub_delimiters: ['[', ']']", 3),
]


@pytest.mark.parametrize(("written", "line"), FRONT)
def test_a_page_cannot_set_what_lets_code_in(written: str, line: int) -> None:
    page = f"---\nmyst:\n  {written}\ncv-kind: talk\n---\n# Ada\n"
    text, [(told, message)] = without_settings(page)
    assert told == line
    assert "conf.py" in message
    name = written.rpartition("\n")[2].strip().partition(":")[0]
    assert name not in text
    assert "cv-kind: talk" in text
    # No line moves.
    assert text.split("\n").index("# Ada") == page.split("\n").index("# Ada")


@pytest.mark.parametrize(
    "page",
    [
        "---\nmyst:\n  html_meta: {description: mine}\n---\n# Ada\n",
        "---\ncv-kind: talk\n---\n# Ada\n",
        "---\n- no mapping\n---\n# Ada\n",
        "---\nmyst: 5\n---\n",
        "---\nmyst: [1\n---\n",
        "---\n" + "[" * 15_000 + "\n---\n",
        "---\n",
        "# Ada\n\n---\nmyst: {disable_syntax: []}\n---\n",
    ],
    ids=range(8),
)
def test_a_page_without_them_is_as_it_was(page: str) -> None:
    if page.startswith("---"):
        assert without_settings(page) == (page, [])


def test_a_long_front_matter_is_not_read() -> None:
    text, [(line, message)] = without_settings("---\n" + "a: b\n" * 200_000 + "---\n# Ada\n")
    assert line == 1
    assert "at most" in message
    assert "a: b" not in text
    assert text.count("\n") == 200_003


def test_a_value_that_stands_for_many_is_not_read() -> None:
    bomb = "\n".join(f"a{at}: &a{at} [*a{at - 1}, *a{at - 1}]" for at in range(1, 40))
    text, [(line, _message)] = without_settings(f"---\na0: &a0 x\n{bomb}\n---\n# Ada\n")
    assert line == 3
    assert "*" not in text
    assert text.split("\n").index("# Ada") == 42


@pytest.mark.parametrize(
    ("address", "scheme"),
    [
        ("javascript:alert(1)", "javascript"),
        (" JavaScript:alert(1)", "javascript"),
        ("\x01java\tscript:x", "javascript"),
        ("java\nscript:x", "javascript"),
        ("data:text/html,x", "data"),
        ("https://example.org/a:b", "https"),
        ("talks.html#a:b", ""),
        ("#a", ""),
        ("//example.org/", ""),
        ("a b:c", ""),
    ],
)
def test_the_scheme_is_that_which_a_browser_reads(address: str, scheme: str) -> None:
    assert scheme_of(address) == scheme


HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
PLAIN = [
    '<style>.a{fill:url(#g)}</style><g class="a" transform="rotate(3)"><path d="M0 0"/></g>',
    "<text><tspan>a</tspan><tspan>b</tspan> on a set of scripts</text>",
    '<defs><symbol id="s"/></defs><use xlink:href="#s"/><use href="#s"/>',
]
ACTIVE = [
    "<script>alert(1)</script>",
    "<SCRIPT>alert(1)</SCRIPT>",
    '<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>',
    '<é:script xmlns:é="http://www.w3.org/2000/svg">alert(1)</é:script>',
    '<rect onload="alert(1)"/>',
    "<rect onclick = 'alert(1)'/>",
    '<a href="javascript:alert(1)"><rect/></a>',
    '<a xlink:href="&#106;avascript:alert(1)"><rect/></a>',
    '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml" onclick="alert(1)"/></foreignObject>',
    '<set attributeName="onload" to="alert(1)"/>',
    '<animate attributeName="href" values="javascript:alert(1)"/>',
    '<use href="data:image/svg+xml,alert(1)"/>',
    "<style>@import 'https://example.org/alert(1)';</style>",
    '<rect style="fill:url(https://example.org/alert(1))"/>',
    '<image href="https://example.org/alert(1)"/>',
    '<iframe xmlns="http://www.w3.org/1999/xhtml" src="alert(1)"/>',
]


# What is left of an address of another host is a path of ours.
RUNS = re.compile(
    rb"<[^\s>]*script|\son\w+=|attributeName|https?://(?!www\.w3\.org/2000/svg\")"
    rb"|href=\"(?![/#])|1999/xhtml",
    re.IGNORECASE,
)


@pytest.mark.parametrize("inside", PLAIN)
def test_a_drawing_that_runs_nothing_is_as_it_was(inside: str) -> None:
    data = f"{HEAD}{inside}</svg>".encode()
    assert cleaned(data) == data


@pytest.mark.parametrize("inside", ACTIVE)
def test_a_drawing_runs_nothing(inside: str) -> None:
    data = cleaned(f"{HEAD}<rect/>{inside}</svg>".encode())
    assert b"<rect" in data
    assert RUNS.search(data) is None


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE svg [<!ENTITY a "alert(1)">]>',
        '<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]>',
        '<?xml-stylesheet href="https://example.org/alert(1)"?>',
    ],
)
def test_a_drawing_takes_nothing_from_its_head(head: str) -> None:
    assert b"alert" not in cleaned(f"{head}{HEAD}<rect/></svg>".encode())


@pytest.mark.parametrize("data", [b"", b"<svg", b"none", b"<html/>", b"\x1f\x8b", b"\xff\xfe<"])
def test_what_is_no_drawing_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="XML"):
        cleaned(data)
