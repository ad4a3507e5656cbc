"""Which addresses of the web and of mail are passed on, and which are tricks."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from option_blocks import fragments

from sphinx_cv.source.addresses import check_url

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
