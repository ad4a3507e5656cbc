"""Text of others as Markdown of ours: emphasis and links stay, nothing else means anything."""

from __future__ import annotations

import re

from .html import BREAK, POINT, beside, from_html, is_web
from .quotes import curled
from .raised import FORMULA, ROLE, in_letters, kept

_SIGNS = re.compile(r"([\\`*_\[\]<>{}$|~&^])")
# What starts a list, a heading, a comment, a field, a table, a block, at the start of a paragraph.
_START = re.compile(r"^(\s*)([#+\-=%:>|@]|\d+(?=[.)](?:\s|$)))")
# What is markup where it stands: emphasis, an entity, a link, an address, a formula.
_MARKUP = re.compile(
    r"[\\`*]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)|\[(?=[^\]]*\][(\[{])|<(?=[^\s<>]+>)|\$(?=\S[^$]*\$)"
)
_LINK = re.compile(
    r"(!?)\[((?:[^\[\]\\]|\\.)*)\]\(\s*<?([^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)>?[^()]*\)"
)
_KEPT = re.compile(rf"{ROLE}|`[^`\n]+`|{FORMULA}|{_LINK.pattern}")
_RULE = re.compile(r"\s*(?:-{3,}|\*{3,}|_{3,})\s*")
# Where a line of Markdown ends by hand.
_HARD = re.compile(r"(?: {2,}|(?<!\\)\\)\n")
_POINT = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+")


def plain(text: object) -> str:
    """Return plain text as Markdown on one line; HTML in it becomes Markdown."""
    return _started(curled(_one_line(from_html(str(text), _escape))))


def markdown(text: object, *, new_line: str = "") -> str:
    """Return Markdown of others on one line: emphasis, code and links, and no more.

    Where a line was broken by hand there is *new_line*, or else a comma.
    """
    words = _disarm(from_html(str(text), lambda words: words))
    return _started(curled(_one_line(words, new_line=new_line)))


def bare(text: object) -> str:
    """Return text without any markup, for an option or a setting."""
    words = in_letters(from_html(str(text), lambda words: words))
    words = _LINK.sub(lambda match: match[2], words)
    words = re.sub(r"\\([\\`*_{}\[\]()#+.!<>|~$&^-])", r"\1", words)
    words = re.sub(r"(\*{1,3}|(?<!\w)_{1,3}|_{1,3}(?!\w)|`)", "", words)
    return _one_line(words)


def escaped_where_needed(text: str) -> str:
    """Return text as Markdown, with a backslash before the signs alone that would be markup."""
    return _MARKUP.sub(r"\\\g<0>", text)


def link_of(text: object) -> tuple[str, str]:
    """Return text and address of what is one link; else the text, and no address."""
    match = _LINK.fullmatch(from_html(str(text), lambda words: words).strip())
    if match and not match[1] and is_web(match[3]):
        return match[2], match[3]
    return str(text), ""


def links_in(text: object) -> list[str]:
    """Return the addresses that a text links to."""
    words = from_html(str(text), lambda words: words)
    return [match[3] for match in _LINK.finditer(words) if is_web(match[3])]


def named_links_in(text: object) -> list[tuple[str, str]]:
    """Return the words and the address of each link in a text."""
    words = from_html(str(text), lambda words: words)
    return [(bare(match[2]), match[3]) for match in _LINK.finditer(words) if is_web(match[3])]


def addresses_in(text: object) -> list[str]:
    """Return the addresses that a text links to, also those of files beside it."""
    words = from_html(str(text), lambda words: words)
    found = (match[3] for match in _LINK.finditer(words))
    return [url for url in found if is_web(url) or beside(url)]


def paragraphs(text: object) -> list[str]:
    """Return the paragraphs and lists of a page of Markdown, each as a block of ours."""
    blocks: list[str] = []
    for block in re.split(r"\n\s*\n", str(text).strip()):
        words: list[str] = []
        points: list[str] = []
        for line in block.split("\n"):
            if _POINT.match(line):
                points.append(_POINT.sub("", line, count=1))
            elif points:
                points[-1] += f" {line.strip()}"
            else:
                words.append(line)
        # A line across the page says nothing.
        words = [line for line in words if not _RULE.fullmatch(line)]
        text = _HARD.sub(BREAK, re.sub(r"^#+\s*", "", "\n".join(words)))
        head = markdown(text, new_line="\\\n")
        listed = (f"- {markdown(point)}" for point in points if point.strip())
        blocks += filter(None, (head, "\n".join(listed)))
    return blocks


def _escape(text: str) -> str:
    return _SIGNS.sub(r"\\\1", text)


def _one_line(text: str, *, new_line: str = "") -> str:
    """Return text on one line, its points apart; where it breaks, *new_line* or a comma."""
    head, *points = (" ".join(part.split()) for part in text.split(POINT))
    listed = "; ".join(point.rstrip(" ;") for point in points if point.strip(f" {BREAK}"))
    space = " " if head.endswith((":", ".", ";", ",", "!", "?", "–", "—")) else ": "
    text = f"{head}{space}{listed}" if head and listed else head or listed
    parts = [part for part in (part.strip() for part in text.split(BREAK)) if part]
    if new_line:
        return new_line.join(map(_started, parts))
    return "".join(
        part if part is parts[-1] else f"{part} " if part[-1] in ":.;,!?" else f"{part}, "
        for part in parts
    )


def _started(text: str) -> str:
    return _START.sub(r"\1\\\2" if not text[:1].isdigit() else r"\1\2\\", text)


def _disarm(text: str) -> str:
    """Return Markdown in which only emphasis, code and links to the web mean anything."""
    parts, end = [], 0
    for match in _KEPT.finditer(text):
        parts += [_without_roles(text[end : match.start()]), _kept(match[0])]
        end = match.end()
    return "".join([*parts, _without_roles(text[end:])])


def _kept(text: str) -> str:
    if text.startswith(("`", "{")):
        return text
    if text.startswith("$"):
        return kept(text) or _without_roles(text)
    match = _LINK.fullmatch(text)
    words = _without_roles(match[2]) if match else text
    # A picture is what it shows, in words.
    if match and is_web(match[3]) and (words or not match[1]):
        return f"[{words}](<{match[3]}>)"
    return f"{words}{_escape(beside(match[3] if match else ''))}"


def _without_roles(text: str) -> str:
    text = re.sub(r"([{}$<>|~`&^\[\]])", r"\\\1", text)
    return re.sub(r"(?<=\w)_(?=\w)", r"\\_", text)
