"""HTML in the fields of a .bib file, in TeX's form: names of signs, italics and indices."""

from __future__ import annotations

import re
from html import unescape
from unicodedata import normalize

# What sites that know HTML alone leave of a mark: "&amp;", often with a backslash.
_ENTITY = re.compile(r"\\?(&(?:amp;)*(?:#\d+|#[xX][\da-fA-F]+|[A-Za-z]+\d*);)")
_HTML_COMMANDS = {
    **dict.fromkeys(("i", "em", "italic"), "emph"),
    **dict.fromkeys(("b", "strong", "bold"), "textbf"),
    **dict.fromkeys(("sub", "inf"), "textsubscript"),
    "sup": "textsuperscript",
}
# What a tag holds may be in braces, as Zotero keeps capitals: "<i>{The} Mill</i>".
_HELD = r"(?:[^<>{}$]|\{(?:[^<>{}$]|\{[^<>{}$]*\})*\})*"
_HTML = re.compile(rf"<({'|'.join(_HTML_COMMANDS)})>({_HELD})</\1>", re.IGNORECASE)
# Tags of publishers that say nothing to a reader.
_HTML_FRAMES = re.compile(
    r"</?(?:p|span|scp|astrobj|tex|tex-math|(?:inline-)?formula|(?:jats|mml|ce):\w+)(?:\s[^<>]*)?>",
    re.IGNORECASE,
)
_HTML_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)
# What Mendeley and Crossref make of a tag, and of an entity.
_TAG_IN_TEX = re.compile(
    r"(?:\{\\textless\}|\{?\$(?:<|\\less)\$\}?)(/?[a-z]+(?::\w+)?)"
    r"(?:\{\\textgreater\}|\{?\$(?:>|\\greater)\$\}?)"
)
_ENTITY_IN_TEX = re.compile(r"\{\\&\}(?=#?\w+;)")
# A letter with an accent of its own; what is longer is no sign that HTML knows.
_LONGEST_SIGN = 2
# What shows nothing and parts no word: soft hyphens, spaces of no width.
_UNSEEN = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_LETTER = re.compile(r"\\?&(?:amp;)*(#\d+|#[xX][\da-fA-F]+|[A-Za-z]+\d*);")


def with_letters(text: str) -> str:
    """Return *text* with the letters that HTML names, and without what shows nothing.

    What stands for no letter stays: ``&amp;`` may part two people.
    """

    def letter(match: re.Match[str]) -> str:
        found = unescape(f"&{match[1]};")
        seen = _UNSEEN.sub("", found)
        return seen if seen != found or normalize("NFC", seen).isalpha() else match[0]

    return _UNSEEN.sub("", _LETTER.sub(letter, text) if "&" in text else text)


def from_html(text: str) -> str:
    """Return *text* with HTML's names of signs, and its italics and indices, in TeX's form."""

    def sign(match: re.Match[str]) -> str:
        # Some sites write the "&" in HTML's form once more.
        mark = unescape(unescape(match[1]))
        if len(mark) > _LONGEST_SIGN or not mark.isprintable():
            return "~" if mark == "\u00a0" else match[0]
        return {"\\": r"\textbackslash{}", "&": r"\&"}.get(
            mark, re.sub(r"([%$#_{}])", r"\\\1", mark)
        )

    text = with_letters(text)
    text = _ENTITY.sub(sign, _ENTITY_IN_TEX.sub("&", _TAG_IN_TEX.sub(r"<\1>", text)))
    text = _HTML_FRAMES.sub("", _HTML_BREAK.sub(" ", text))
    return _HTML.sub(lambda match: f"\\{_HTML_COMMANDS[match[1].lower()]}{{{match[2]}}}", text)
