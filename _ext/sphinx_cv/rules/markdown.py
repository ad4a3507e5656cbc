"""What the Markdown text of a page holds: people, and what should not be there.

Knows no Sphinx.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_cv.model.finding import Finding
from sphinx_cv.model.suggestion import suggestion
from sphinx_cv.source.addresses import check_url
from sphinx_cv.source.markdown import INLINE_CODE, blocks
from sphinx_cv.source.silence import read_silence

from .mentions import _SILENCE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

# Markdown-it makes no links of these, and says nothing.
_DROPPED = re.compile(
    r"(?:\]\(\s*<?|<|^\s*\[[^\]]+\]:\s*<?)((?:javascript|vbscript|file|data):"
    r"(?:[^\s<>()]|\([^\s<>()]*\))*)",
    re.IGNORECASE,
)
_DROPPED_BLOCK = re.compile(r"([\s>]*)(`{3,})\{[\w:-]+\}[^`]*`")
_KIND = re.compile(r"([\w-]+)\s*:\s*([\"']?)([\w -]*)\2\s*(?:#.*)?")


def comments(lines: Sequence[str], place: str) -> Iterator[Finding]:
    """Yield what is wrong with the comments ``% silence: …``."""
    for number, line in enumerate(lines, 1):
        if line.lstrip().startswith("%") and (match := _SILENCE.match(line)):
            for message in read_silence(match[1])[1]:
                yield Finding(subtype="option", message=message, line=number, place=place)


def dropped_links(lines: Sequence[str], place: str) -> Iterator[Finding]:
    """Yield the links that Markdown leaves as text, since their scheme can run code."""
    for number, line, code in blocks(lines):
        if code:
            continue
        shown = INLINE_CODE.sub(lambda code: " " * len(code[0]), line)
        for match in _DROPPED.finditer(shown):
            try:
                check_url(match[1])
            except ValueError as error:
                yield Finding(
                    subtype="link",
                    message=str(error),
                    line=number,
                    place=place,
                    column=match.start(1) + 1,
                    length=len(match[1]),
                )


def dropped_blocks(lines: Sequence[str], place: str) -> Iterator[Finding]:
    """Yield the blocks that Markdown leaves as text, and the code that has no end."""
    code, told = 0, False
    for number, line, code in blocks(lines):
        if not code and (match := _DROPPED_BLOCK.match(line)):
            yield Finding(
                subtype="fence",
                message=f'a block that starts with {match[2]} cannot have "`" in its first line: '
                "start and end it with :::",
                line=number,
                place=place,
                column=len(match[1]) + 1,
                length=len(line.rstrip()) - len(match[1]),
            )
            told = True
    # The end of such a block starts code.
    if code and not told:
        mark = lines[code - 1].strip()
        yield Finding(
            subtype="fence",
            message=f"what starts with {mark} here is code, and has no end: all below is in it",
            line=code,
            place=place,
            column=lines[code - 1].index(mark) + 1,
            length=len(mark),
        )


def page_kind(lines: Sequence[str], place: str, kinds: Collection[str]) -> Iterator[Finding]:
    """Yield what is wrong with ``cv-kind`` in the first lines of a page."""
    if not lines or lines[0].rstrip() != "---":
        return
    for number, line in enumerate(lines[1:], 2):
        if line.rstrip() in ("---", "..."):
            return
        match = _KIND.fullmatch(line)
        if match is None:
            continue
        name, kind = match[1], match[3].strip()
        if name == "cv-kind" and kind and kind not in kinds:
            hint = suggestion(kind, kinds) or f" Known: {', '.join(kinds)}."
            message = f'"{kind}" is no kind of entry.{hint}'
            yield Finding(subtype="kind", message=message, line=number, place=place)
        elif name != "cv-kind" and name.startswith("cv"):
            message = f'the page has no option "{name}". Did you mean "cv-kind"?'
            yield Finding(subtype="option", message=message, line=number, place=place)
