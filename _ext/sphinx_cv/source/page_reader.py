"""Finds what the lines of a Markdown page are, block by block."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from .inline import read_inline
from .markdown_parser import COMMENT_END, parse_blocks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from markdown_it.token import Token

_DIRECTIVE = re.compile(r"\{([\w:+.-]+)\}")
# Directives whose body is not Markdown.
_LITERAL = re.compile(
    r"code|literal|parsed-literal|highlight|math|raw|sourcecode|eval-rst|doctest|test"
)
_CODE_TOKENS = frozenset(
    ("code_block", "math_block", "math_block_label", "amsmath", "front_matter")
)
# Blocks that are nested more deeply are taken for code: each level is read once more.
_DEEPEST = 8
# How many comments may start within a paragraph and end in another block.
_ROUNDS = 100


class Span(NamedTuple):
    """A part of a text: where it starts, and where it ends."""

    start: int
    end: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Fence:
    """A block between two fences, such as a directive.

    ``first`` is the line of the opening fence and ``last`` that of the closing one, or the last
    line of the block where it is not ``closed``. Lines and the ``column`` count from 1. ``info``
    is what follows the ``mark``, ``content`` what is between the fences.
    """

    first: int
    last: int
    column: int
    mark: str
    info: str
    content: str
    closed: bool

    @property
    def directive(self) -> str:
        """The name of the directive, ``""`` where the block is none."""
        match = _DIRECTIVE.match(self.info)
        return match[1] if match else ""

    @property
    def is_code(self) -> bool:
        """Whether the content is not Markdown."""
        if self.directive:
            return bool(_LITERAL.match(self.directive))
        return not self.mark.startswith(":")


@dataclass(frozen=True, slots=True)
class Parts:
    """What was found in a page."""

    fences: Sequence[Fence]
    code_lines: frozenset[int]
    code: Sequence[Span]
    comments: Sequence[Span]


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines that are parsed together, where each is in the page, and the number of the first."""

    lines: Sequence[str]
    starts: Sequence[int]
    first: int
    depth: int = 0

    def part(self, start: int, text: str) -> _Block:
        """Return the block whose *text* is in the lines from *start* on, less what is before it."""
        lines = text.removesuffix("\n").split("\n") if text else []
        starts = [
            self.starts[number] + _column(line, self.lines[number])
            for number, line in enumerate(lines, start)
            if number < len(self.lines)
        ]
        return _Block(lines[: len(starts)], starts, self.first + start, self.depth + 1)


def read_page(lines: Sequence[str]) -> Parts:
    """Read a page; where a comment ends in another block, again without that."""
    text, hidden = "\n".join(lines), []
    for _round in range(_ROUNDS):
        reader = _Reader(text)
        start = min(reader.unclosed, default=len(text))
        end = text.find(COMMENT_END, start)
        if end < 0:
            break
        hidden.append(Span(start, end + len(COMMENT_END)))
        text = blanked(text, [hidden[-1]])
    return Parts(
        sorted(reader.fences, key=lambda fence: fence.first),
        frozenset(reader.code_lines),
        sorted(reader.code),
        sorted([*reader.comments, *hidden]),
    )


class _Reader:
    """Reads the text of a page once, block by block."""

    def __init__(self, text: str) -> None:
        self.fences: list[Fence] = []
        self.code_lines: set[int] = set()
        self.code: list[Span] = []
        self.comments: list[Span] = []
        # Comments that do not end in their own block.
        self.unclosed: list[int] = []
        lines = text.split("\n")
        self._page_starts = line_starts(lines)
        self._blocks = [_Block(lines, self._page_starts, 1)]
        while self._blocks:
            block = self._blocks.pop()
            table = range(0)
            for token in parse_blocks("\n".join(block.lines)):
                if token.type == "table_open" and token.map:
                    table = range(*token.map)
                    # The parser does not report where its cells are.
                    for number in table:
                        self._read_inline(block.part(number, block.lines[number]))
                elif token.map and token.map[0] not in table:
                    self._read_token(token, block, *token.map)

    def _read_token(self, token: Token, block: _Block, start: int, end: int) -> None:
        if token.type == "inline":
            self._read_inline(block.part(start, token.content))
        elif token.type in ("fence", "colon_fence"):
            self._read_fence(token, block, start, end)
        elif token.type in _CODE_TOKENS:
            self.code_lines.update(range(block.first + start, block.first + end))
        elif token.type == "myst_line_comment":
            for number in range(start, min(end, len(block.lines))):
                line, place = block.lines[number], block.starts[number]
                self.comments.append(Span(place + line.find("%"), place + len(line)))

    def _read_fence(self, token: Token, block: _Block, start: int, end: int) -> None:
        line = block.lines[start]
        place = block.starts[start] + line.find(token.markup)
        first = block.first + start
        fence = Fence(
            first=first,
            last=block.first + end - 1,
            column=place - self._page_starts[first - 1] + 1,
            mark=token.markup,
            info=token.info.strip(),
            content=token.content,
            closed=_line_count(token.content) == end - start - 2
            and block.lines[end - 1].rstrip().endswith(token.markup),
        )
        self.fences.append(fence)
        if fence.is_code or block.depth >= _DEEPEST:
            self.code_lines.update(range(fence.first, fence.last + 1))
        else:
            self._read_inline(block.part(start, token.info))
            self._blocks.append(block.part(start + 1, token.content))

    def _read_inline(self, block: _Block) -> None:
        found = read_inline("\n".join(block.lines))
        if not (found.code or found.comments or found.unclosed is not None):
            return
        starts = line_starts(block.lines)

        def in_page(place: int) -> int:
            line = bisect_right(starts, place) - 1
            return block.starts[line] + place - starts[line]

        self.code += [Span(in_page(start), in_page(end - 1) + 1) for start, end in found.code]
        self.comments += [
            Span(in_page(start), in_page(end - 1) + 1) for start, end in found.comments
        ]
        if found.unclosed is not None:
            self.unclosed.append(in_page(found.unclosed))


def _line_count(text: str) -> int:
    return text.count("\n") + (text[-1:] not in ("", "\n"))


def line_starts(lines: Sequence[str]) -> list[int]:
    """Return where each line starts in the text that they make."""
    return [0, *accumulate(len(line) + 1 for line in lines[:-1])]


def _column(part: str, line: str) -> int:
    """Return where *part* is in a line that ends with it, or has it somewhere.

    Of a tab that a list has taken a part of, the rest is blanks in *part*: these may start left of
    the line.
    """
    part, line = part.rstrip(), line.rstrip()
    if line.endswith(part.lstrip()):
        return len(line) - len(part)
    return max(line.find(part), 0)


def blanked(text: str, spans: Iterable[Span]) -> str:
    """Return *text* with blanks for all *spans* but their line ends."""
    parts, end = [], 0
    for start, stop in sorted(spans):
        if stop > end:
            parts += [text[end:start], re.sub(r"[^\n]", " ", text[max(start, end) : stop])]
            end = stop
    return "".join([*parts, text[end:]])
