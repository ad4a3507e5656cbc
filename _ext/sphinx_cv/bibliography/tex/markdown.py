"""Markdown in the fields of a .bib file that al-folio reads as such, as TeX."""

from __future__ import annotations

import re

_LINK = re.compile(r"\[([^\[\]]+)\]\(\s*([^\s()]+)\s*\)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
# Signs of TeX that could be taken for those of Markdown: math, and arguments of commands.
_TEX = re.compile(r"""\$|\\(?![%&_#"'`^~=.])""")
_EMPHASIS = re.compile(r"(?<![\w*\\])([*_])(?=[^\s*_])([^*_]+?)(?<=\S)\1(?![\w*])")


def from_markdown(text: str) -> str:
    """Return a field with its emphasis and its links in TeX; a link has its address behind it.

    What has math or commands of TeX is in TeX.
    """
    if _TEX.search(text):
        return text
    text = _LINK.sub(lambda link: f"{link[1]} (\\url{{{link[2]}}})", text)
    return _EMPHASIS.sub(r"\\emph{\2}", _STRONG.sub(r"\\textbf{\2}", text))
