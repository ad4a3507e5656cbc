"""What the lines of a Markdown page are: text, code, comments, and blocks in one another."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from .lines import read_lines
from .page_reader import Fence, Parts, Span, blanked, line_starts, read_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

__all__ = ["Fence", "Page", "Span"]

_MARKS = ("```", "~~~", ":::")


class Page:
    """The lines of a page, and what is in them.

    Lines and columns count from 1; a span counts from 0 in the ``text``, in which each line ends
    with one character. The page is parsed once, when something in it is first asked for.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines

    @classmethod
    def read(cls, path: str | Path) -> Page:
        """Return the page in a file, an empty one where that cannot be read."""
        return cls(read_lines(path))

    @cached_property
    def text(self) -> str:
        """The page as one text."""
        return "\n".join(self.lines)

    @property
    def fences(self) -> Sequence[Fence]:
        """The blocks between fences, in the order of their first lines."""
        return self._parts.fences if any(mark in self.text for mark in _MARKS) else ()

    @property
    def comments(self) -> Sequence[Span]:
        """The comments, in order: ``<!-- … -->``, and from a ``%`` to the end of its line."""
        return self._parts.comments if "<!--" in self.text or "%" in self.text else ()

    @property
    def code_lines(self) -> frozenset[int]:
        """The lines that are code or settings as a whole, with their fences."""
        return self._parts.code_lines

    def prose(self) -> Iterator[tuple[int, str]]:
        """Yield the number and the text of each line that is not code.

        Code and comments within it are blanked out, so that columns stay.
        """
        text = blanked(self.text, (*self._parts.code, *self.comments))
        for number, line in enumerate(text.split("\n"), 1):
            if number not in self.code_lines:
                yield number, line

    def uncommented(self) -> list[str]:
        """Return the lines with blanks for all comments, so that columns stay."""
        return blanked(self.text, self.comments).split("\n")

    def fence_at(self, number: int) -> Fence | None:
        """Return the innermost block between fences that a line is in."""
        return self._innermost.get(number)

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of a place in the text."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def is_comment(self, offset: int) -> bool:
        """Whether a place in the text is in a comment."""
        at = bisect_right(self.comments, offset, key=lambda span: span.start)
        return bool(at) and offset < self.comments[at - 1].end

    def without_comments(self) -> str:
        """Return the text without ``<!-- … -->``, with as many lines as before."""
        parts, end = [], 0
        for start, stop in self.comments:
            # One that ends in another block may hold a second one.
            if self.text.startswith("%", start) or stop <= end:
                continue
            parts += [self.text[end:start], "\n" * self.text.count("\n", max(start, end), stop)]
            end = stop
        return "".join([*parts, self.text[end:]])

    @cached_property
    def _starts(self) -> list[int]:
        return line_starts(self.lines)

    @cached_property
    def _innermost(self) -> dict[int, Fence]:
        innermost: dict[int, Fence] = {}
        for fence in self.fences:
            innermost.update(dict.fromkeys(range(fence.first, fence.last + 1), fence))
        return innermost

    @cached_property
    def _parts(self) -> Parts:
        return read_page(self.lines)
