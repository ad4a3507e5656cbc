"""HTML in the text of others, as Markdown; where it has points and breaks, there are signs."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from sphinx_cv.importer.tags import UNCLOSED, is_tag
from sphinx_cv.source.addresses import check_url

from .raised import raised

# What begins a point of a list or ends the list, and what breaks a line. No text holds them.
POINT, BREAK = "\ufdd0", "\ufdd1"
_TAG = re.compile(r"<[/!]?[a-zA-Z][^<>]*>|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+);")
# A link with its words, of HTML or Markdown, or something that is shown.
_SHOWN = re.compile(
    r"(?is)(?:<(?:(?P<a>a)\b[^<>]*?\bhref|(?:embed|iframe|object)\b[^<>]*?\b(?:src|data))\s*=\s*"
    r"(?P<url>\"[^\"]*\"|'[^']*'|[^\s>]+)[^<>]*>(?(a).*?(?:</a\s*>|\Z)))|"
    r"(?P<link>!?\[[^\[\]]*\]\(\s*(?P<to><[^<>]*>|[^\s()<>]+)[^()]*\))"
)
# What Jekyll fills in, such as the start of an address; its end may be missing.
_FILLED_IN = re.compile(r"\{\{[^{}/]*\}{0,2}|\{%.*?%\}")
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_RAISED = ("sup", "sub")
_ESCAPE = re.compile(r"\\([^\w\s])")
_MARKUP = re.compile(rf"(?<!\\)[*_`\[\]{{}}]|[{POINT}{BREAK}]")
_SILENT = ("script", "style")
_LIST = re.compile(r"(?is)(.*?)<[uo]l\b[^>]*>(.*)</[uo]l>(.*)")
_NEXT = re.compile(r"(?i)</?li\b[^>]*>")
_SCHEME = re.compile(r"(?i)\s*[a-z][a-z\d+.-]*:")
_LISTS = ("ul", "ol", "dl", "table")
_SIGNS = {"br": BREAK} | dict.fromkeys((*_LISTS, "li", "dt", "tr"), POINT)


def is_web(url: str) -> bool:
    """Whether this is an address that a link may lead to."""
    try:
        check_url(url)
    except ValueError:
        return False
    return True


def beside(url: str) -> str:
    """Return what stays of an address that is none on the web: a file of the other site."""
    url = _FILLED_IN.sub("", url).strip()
    return "" if not url or _SCHEME.match(url) else f" ({url})"


class _Html(HTMLParser):
    """Turns HTML into Markdown, and leaves what only looks like a tag as it is."""

    def __init__(self, escape: object) -> None:
        super().__init__(convert_charrefs=True)
        self.escape = escape
        self.parts: list[str] = []
        self._links: list[str] = []
        # Where text begins that is raised or lowered.
        self._raised: list[int] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Write what a tag means; what only looks like one is text."""
        written = self.get_starttag_text() or ""
        if not is_tag(tag, written):
            self.handle_data(written)
        elif tag == "a":
            # A link within a link closes it, as in browsers.
            self.handle_endtag("a")
            url = dict(attrs).get("href") or ""
            self._links.append(url)
            self.parts.append("[" if is_web(url) else "")
        elif tag == "img":
            self.handle_data(dict(attrs).get("alt") or "")
        elif tag in _SILENT:
            self._silent += 1
        elif tag in _SIGNS:
            self.parts.append(_SIGNS[tag])
        elif tag in _RAISED:
            self._raised.append(len(self.parts))
        else:
            self.parts.append(_MARKS.get(tag, "" if tag in ("span", "u") else " "))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Write an empty tag."""
        self.handle_starttag(tag, attrs)
        if tag == "a":
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close what the tag has opened."""
        if tag == "a":
            url = self._links.pop() if self._links else ""
            self.parts.append(f"](<{url}>)" if is_web(url) else beside(url))
        elif tag in _SILENT:
            self._silent = max(self._silent - 1, 0)
        elif tag in _LISTS:
            self.parts.append(POINT)
        elif tag in _RAISED:
            start = self._raised.pop() if self._raised else len(self.parts)
            words = "".join(self.parts[start:])
            # Markup is not in a role, and neither is a list.
            is_text = not _MARKUP.search(words)
            made = raised(tag, _ESCAPE.sub(r"\1", words)) if is_text else words
            self.parts[start:] = [made]
        else:
            self.parts.append(_MARKS.get(tag, "" if tag in ("span", "u") else " "))

    def handle_data(self, data: str) -> None:
        """Write text."""
        if not self._silent:
            self.parts.append(self.escape(data))  # type: ignore[operator]


def files_shown(text: str) -> tuple[list[str], str]:
    """Return the files of the other site that a text shows or links to, and the text without them.

    Of what is shown, such as an <embed>, any address is a file.
    """
    found: list[str] = []

    def taken(match: re.Match[str]) -> str:
        url = _FILLED_IN.sub("", (match["url"] or match["to"]).strip("\"'<>")).strip()
        is_file = not (match["a"] or match["link"]) or (
            bool(beside(url)) and not is_web(url) and url[:1] != "#"
        )
        found.extend([url] * is_file)
        return "" if is_file else match[0]

    return found, _SHOWN.sub(taken, text)


def from_html(text: str, escape: object) -> str:
    """Return text with Markdown for its HTML; *escape* is done to what is between the tags."""
    text = UNCLOSED.sub("", text)
    if not _TAG.search(text):
        return escape(text)  # type: ignore[operator,no-any-return]
    reader = _Html(escape)
    reader.feed(text)
    reader.close()
    reader.handle_endtag("a")
    return "".join(reader.parts)


def points_in(text: str) -> tuple[str, list[str]]:
    """Return what is before a list in HTML, and the points of the list, all still as HTML."""
    match = _LIST.fullmatch(text)
    if not match:
        return text, []
    points = [*_NEXT.split(match[2]), match[3]]
    return match[1].strip(), [point.strip() for point in points if point.strip()]
