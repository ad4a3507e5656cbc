"""Finds what is meant as a block for one output, and is text to MyST: it would be published."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .markdown import Page

NAME = "cv-only"
# A line that starts with some fence and this name, in a quote or a list as well.
_MEANT = re.compile(
    rf"[\s>*+-]*(?:\d+[.)])?\s*(?P<mark>:{{2,}}|`{{2,}}|~{{2,}}|\.\.)\s*[{{.\s]*{NAME}\b"
)


def unread_blocks(page: Page, *, with_colons: bool) -> Iterator[tuple[int, int]]:
    """Yield the first and the last line of each block that MyST does not read as one.

    *with_colons* says whether MyST reads fences of colons. A block ends with its mark, or with
    the page.
    """
    read = {
        fence.first
        for fence in page.fences
        if fence.info.split()[:1] == [f"{{{NAME}}}"]
        and (with_colons or not fence.mark.startswith(":"))
    }
    code = page.code_lines - {fence.first for fence in page.fences}
    last = start = 0
    for number, line in enumerate(page.lines, 1):
        meant = number > last and number not in read and number not in code and _MEANT.match(line)
        if meant and not page.is_comment(start):
            last = _end(page, number, meant["mark"])
            yield number, last
        start += len(line) + 1


def _end(page: Page, first: int, mark: str) -> int:
    below = enumerate(page.lines[first:], first + 1)
    return next((number for number, line in below if line.strip(" >") == mark), len(page.lines))
