"""What the Markdown text of a page holds: people, and what should not be there.

Knows no Sphinx.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .model import ENTRY_KINDS
from .options import check_url, read_silence
from .problem import Problem, suggestion
from .spelling import Mention, runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_SILENCE = re.compile(r"\s*(?:%|:)\s*silence:\s*(.*)")
_BLANK = re.compile(r"\s*")
_FENCE = re.compile(r"\s*(`{3,}|~{3,}|:{3,})\s*")
INLINE_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
# Directives whose body is Markdown.
_TEXT = re.compile(r"\{(?!code|literal|parsed-literal|highlight|math|raw)")
# Markdown-it makes no links of these, and says nothing.
_DROPPED = re.compile(
    r"(?:\]\(\s*<?|<|^\s*\[[^\]]+\]:\s*<?)((?:javascript|vbscript|file|data):"
    r"(?:[^\s<>()]|\([^\s<>()]*\))*)",
    re.IGNORECASE,
)
_DROPPED_BLOCK = re.compile(r"([\s>]*)(`{3,})\{[\w:-]+\}[^`]*`")
_KIND = re.compile(r"([\w-]+)\s*:\s*([\"']?)([\w -]*)\2\s*(?:#.*)?")
# As many digits are a number of its own: of a telephone, of an account.
_DIGITS = 7
# A shorter value is part of any text.
_SHORTEST = 4
# A day in a value, which says the most of it: "March 12th, 1815", "12. März 1815", "12.03.1815".
_DAY = re.compile(
    r"(?:[^\W\d]{3,}\.?\s\d{1,2}\w{0,2},?|\d{1,2}(?:\.|er|\w\w)?(?:\sde|\sof)?\s[^\W\d]{3,}\.?,?(?:\sde)?)"
    r"\s\d{4}\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{4}\b|\b\d{4}-\d\d-\d\d\b"
)
_SEPARATOR = r"[\s().\-/]{0,3}"


def mentions(lines: Sequence[str], place: str) -> Iterator[Mention]:
    """Yield the runs of capitalized words, any of which may be a person.

    A line ``% silence: spelling, the reason`` holds for the paragraph below it, the option
    ``silence`` for the rest of its directive.
    """
    silenced, end, begun = False, _BLANK, False
    for number, line in enumerate(lines, 1):
        if match := _SILENCE.match(line):
            silenced = "spelling" in read_silence(match[1])[0]
            end, begun = (_BLANK, False) if line.lstrip().startswith("%") else (_FENCE, True)
        elif begun and end.fullmatch(line):
            silenced = False
        else:
            begun = begun or not _BLANK.fullmatch(line)
        if line.lstrip().startswith("%"):
            continue
        for name, column in runs(line):
            yield Mention(name=name, place=place, line=number, column=column, silenced=silenced)


def comments(lines: Sequence[str], place: str) -> Iterator[Problem]:
    """Yield what is wrong with the comments ``% silence: …``."""
    for number, line in enumerate(lines, 1):
        if line.lstrip().startswith("%") and (match := _SILENCE.match(line)):
            for message in read_silence(match[1])[1]:
                yield Problem(subtype="option", message=message, line=number, place=place)


def dropped_links(lines: Sequence[str], place: str) -> Iterator[Problem]:
    """Yield the links that Markdown leaves as text, since their scheme can run code."""
    for number, line, code in blocks(lines):
        if code:
            continue
        shown = INLINE_CODE.sub(lambda code: " " * len(code[0]), line)
        for match in _DROPPED.finditer(shown):
            try:
                check_url(match[1])
            except ValueError as error:
                yield Problem(
                    subtype="link",
                    message=str(error),
                    line=number,
                    place=place,
                    column=match.start(1) + 1,
                    length=len(match[1]),
                )


def dropped_blocks(lines: Sequence[str], place: str) -> Iterator[Problem]:
    """Yield the blocks that Markdown leaves as text, and the code that has no end."""
    code, told = 0, False
    for number, line, code in blocks(lines):
        if not code and (match := _DROPPED_BLOCK.match(line)):
            yield Problem(
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
        yield Problem(
            subtype="fence",
            message=f"what starts with {mark} here is code, and has no end: all below is in it",
            line=code,
            place=place,
            column=lines[code - 1].index(mark) + 1,
            length=len(mark),
        )


def blocks(lines: Sequence[str]) -> Iterator[tuple[int, str, int]]:
    """Yield each line with its number, and that of the line at which the code around it starts.

    Of a line that ends a block nothing is left.
    """
    opened: list[str] = []
    code = 0
    for number, line in enumerate(lines, 1):
        mark = _FENCE.match(line)
        info = line[mark.end() :] if mark else ""
        # A backtick behind backticks makes them text.
        if mark and not (mark[1].startswith("`") and "`" in info):
            if opened and not info and mark[1].startswith(opened[-1]):
                opened.pop()
                code = 0
                yield number, "", code
                continue
            if not code:
                opened.append(mark[1])
                is_text = _TEXT.match(info) or (mark[1].startswith(":") and info[:1] != "{")
                code = 0 if is_text else number
        yield number, line, code


def page_kind(lines: Sequence[str], place: str) -> Iterator[Problem]:
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
        if name == "cv-kind" and kind and kind not in ENTRY_KINDS:
            hint = suggestion(kind, ENTRY_KINDS) or f" Known: {', '.join(ENTRY_KINDS)}."
            message = f'"{kind}" is no kind of entry.{hint}'
            yield Problem(subtype="kind", message=message, line=number, place=place)
        elif name != "cv-kind" and name.startswith("cv"):
            message = f'the page has no option "{name}". Did you mean "cv-kind"?'
            yield Problem(subtype="option", message=message, line=number, place=place)


def exposed(lines: Sequence[str], values: Mapping[str, str], place: str) -> Iterator[Problem]:
    """Yield where a private value stands in the text, however its digits are grouped."""
    patterns = [
        (key, re.compile("|".join(map(_pattern, (value, *_DAY.findall(value)))), re.IGNORECASE))
        for key, value in values.items()
        if sum(map(str.isalnum, value)) >= _SHORTEST
    ]
    for number, line in enumerate(lines, 1):
        if line.lstrip().startswith("%"):
            continue
        for key, pattern in patterns:
            for match in pattern.finditer(line):
                yield Problem(
                    subtype="private",
                    message=f'the private "{key}" of cv_profile stands in public text: remove it',
                    line=number,
                    place=place,
                    column=match.start() + 1,
                    length=len(match[0]),
                )


def _pattern(value: str) -> str:
    """Return what finds *value*, with any white space; a number also in any grouping."""
    digits = re.sub(r"\D", "", value)
    words = r"\s+".join(map(re.escape, value.split()))
    if len(digits) < _DIGITS or re.search(r"[^\W\d_]", value):
        return rf"(?<!\w){words}(?!\w)"
    if not value.strip().startswith("+"):
        return rf"(?<!\d)(?:{words}|{_grouped(digits)})(?!\d)"
    # The country's code has one to three digits; at home it gives way to a 0.
    forms = "|".join(
        rf"(?:(?:\+|00)?{_grouped(digits[:code])}{_SEPARATOR})?(?:\(?0\)?{_SEPARATOR})?"
        rf"{_grouped(digits[code:])}"
        for code in (1, 2, 3)
    )
    return rf"(?<!\d)(?:{forms})(?!\d)"


def _grouped(digits: str) -> str:
    return _SEPARATOR.join(digits)
