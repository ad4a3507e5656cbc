"""Where code and text are in a Markdown page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_FENCE = re.compile(r"\s*(`{3,}|~{3,}|:{3,})\s*")


INLINE_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")


# Directives whose body is Markdown.
_TEXT = re.compile(r"\{(?!code|literal|parsed-literal|highlight|math|raw)")


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
