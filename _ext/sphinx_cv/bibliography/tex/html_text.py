"""Converts HTML in .bib fields to TeX: entities, italics, sub- and superscripts."""

from __future__ import annotations

import re
from html import unescape
from unicodedata import normalize

# Entities left by websites: "&amp;", often with a backslash.
_ENTITY = re.compile(r"\\?(&(?:amp;)*(?:#\d+|#[xX][\da-fA-F]+|[A-Za-z]+\d*);)")
_HTML_COMMANDS = {
    **dict.fromkeys(("i", "em", "italic"), "emph"),
    **dict.fromkeys(("b", "strong", "bold"), "textbf"),
    **dict.fromkeys(("sub", "inf"), "textsubscript"),
    "sup": "textsuperscript",
}
# The content of a tag may be in braces, by which Zotero protects capitals: "<i>{The} Mill</i>".
_HELD = r"(?:[^<>{}$]|\{(?:[^<>{}$]|\{[^<>{}$]*\})*\})*"
_HTML = re.compile(rf"<({'|'.join(_HTML_COMMANDS)})>({_HELD})</\1>", re.IGNORECASE)
# Publishers' tags without meaning to a reader, and those of web pages that set something.
_HTML_FRAMES = re.compile(
    r"</?(?:p|span|scp|astrobj|tex|tex-math|(?:inline-)?formula|(?:jats|mml|ce):\w+)(?:\s[^<>]*)?>|"
    r"<(?:a|div|embed|font|iframe|object|section|small|video)\s[^<>]*=[^<>]*>|"
    r"</(?:a|div|font|iframe|object|section|small|video)>",
    re.IGNORECASE,
)
_HTML_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)
# Tags and entities as Mendeley and Crossref mangle them.
_TAG_IN_TEX = re.compile(
    r"(?:\{\\textless\}|\{?\$(?:<|\\less)\$\}?)(/?[a-z]+(?::\w+)?)"
    r"(?:\{\\textgreater\}|\{?\$(?:>|\\greater)\$\}?)"
)
# Google Scholar has "$\\backslash$\\# 946;" for "&#946;".
_MANGLED_ENTITY = re.compile(r"\$\\backslash\$\\#\s?(\d{2,6});?")
_ENTITY_IN_TEX = re.compile(r"\{\\&\}(?=#?\w+;)")
# A letter with an accent; HTML has no longer names.
_LONGEST_SIGN = 2
# Invisible characters within words: soft hyphens, zero-width spaces.
_UNSEEN = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_LETTER = re.compile(r"\\?&(?:amp;)*(#\d+|#[xX][\da-fA-F]+|[A-Za-z]+\d*);")


def with_letters(text: str) -> str:
    """Return *text* with HTML's letters decoded and invisible characters removed.

    What stands for no letter stays: ``&amp;`` may part two people.
    """

    def letter(match: re.Match[str]) -> str:
        found = unescape(f"&{match[1]};")
        seen = _UNSEEN.sub("", found)
        return seen if seen != found or normalize("NFC", seen).isalpha() else match[0]

    return _UNSEEN.sub("", _LETTER.sub(letter, text) if "&" in text else text)


def from_html(text: str) -> str:
    """Return *text* with HTML's entities, italics, sub- and superscripts as TeX."""

    def sign(match: re.Match[str]) -> str:
        # Some sites escape the "&" twice.
        mark = unescape(unescape(match[1]))
        if len(mark) > _LONGEST_SIGN or not mark.isprintable():
            return "~" if mark == "\u00a0" else match[0]
        return {"\\": r"\textbackslash{}", "&": r"\&"}.get(
            mark, re.sub(r"([%$#_{}])", r"\\\1", mark)
        )

    text = with_letters(_MANGLED_ENTITY.sub(r"&#\1;", text))
    text = _ENTITY.sub(sign, _ENTITY_IN_TEX.sub("&", _TAG_IN_TEX.sub(r"<\1>", text)))
    text = _HTML_FRAMES.sub("", _HTML_BREAK.sub(" ", text))
    return _HTML.sub(lambda match: f"\\{_HTML_COMMANDS[match[1].lower()]}{{{match[2]}}}", text)
