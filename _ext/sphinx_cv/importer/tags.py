"""What is a tag of HTML, and what only looks like one; and what tags say."""

from __future__ import annotations

import re

_TAGS = frozenset(
    "a abbr article aside audio b big blockquote body br button canvas center cite code dd del "
    "details div dl dt em embed figcaption figure font footer h1 h2 h3 h4 h5 h6 head header hr "
    "html i iframe img ins kbd li link main mark meta nav nobr noscript object ol p picture pre q "
    "s samp script section small span strike strong style sub summary sup svg table tbody td "
    "tfoot th thead tr tt u ul video wbr".split()
)
# What is written as a tag: its name, and what it sets; and one that a text ends in.
_ANY = re.compile(r"</?([a-zA-Z][\w-]*)((?:\s[^<>]*)?)/?>")
UNCLOSED = re.compile(
    r"<[a-zA-Z][\w-]*(?:\s+[\w-]+=(?:\"[^\"<>]*\"?|'[^'<>]*'?|[^\s<>\"']*))+\s*\Z"
)
# What a tag says: addresses, and words for those who cannot see a picture.
_SAYS = re.compile(r"(?i)\b(?:href|src|alt|title|data)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>]+)")


def is_tag(name: str, written: str) -> bool:
    """Whether this is HTML; "<name>" is text, but what sets something is a tag."""
    return name.lower() in _TAGS or "=" in written


def said_by_tags(text: str) -> str:
    """Return a text with what its tags say in place of them."""

    def said(match: re.Match[str]) -> str:
        words = " ".join(value.strip("\"'") for value in _SAYS.findall(match[2]))
        return f" {words} " if is_tag(match[1], match[2]) else match[0]

    return _ANY.sub(said, UNCLOSED.sub("", text))
