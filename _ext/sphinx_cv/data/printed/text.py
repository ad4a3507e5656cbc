"""The printed CV as plain text: for pasting into forms, and for programs that read CVs.

A paragraph is a line, however long; the date of an entry stands behind its title, and addresses
behind what leads there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_cv.data.values import fit

from .blocks import Block

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .blocks import Flow, Run

# What has an empty line above it: always, or where it follows something else than a heading.
_APART = ("heading", "subhead", "entry", "note")
_APART_FROM_OTHERS = ("line", "publication")


def to_text(flow: Flow) -> str:
    """Return the text; it ends with a line feed."""
    return "\n".join(_lines(flow)).strip("\n") + "\n"


def _lines(flow: Flow) -> Iterator[str]:
    before = ""
    for part in flow:
        last, before = before, part.style if isinstance(part, Block) else "table"
        if not isinstance(part, Block):
            yield ""
            yield from ("\t".join(_plain(cell) for cell in row) for row in part.rows)
            continue
        is_first = last not in (part.style, "heading", "subhead", "tied")
        if part.style in _APART or (part.style in _APART_FROM_OTHERS and is_first):
            yield ""
        if part.style == "heading" and part.level == 1:
            yield from ("", _plain(part.runs).upper())
        elif part.style != "picture":
            yield _line(part)


def _line(block: Block) -> str:
    text = " ".join(filter(None, (_plain(block.runs), _plain(block.links))))
    label = "-" if block.style == "bullet" else block.label
    indent = "  " * max(0, block.level - 1) if block.style in ("bullet", "number") else ""
    # A no-break space is not found by those who type a space.
    date = block.date.replace("\N{NO-BREAK SPACE}", " ")
    return indent + " ".join(filter(None, (label, " | ".join(filter(None, (text, date))))))


def _plain(runs: Sequence[Run]) -> str:
    """Return runs as text with the addresses that it does not say.

    In a row of links each stands behind its words, in a sentence all stand at its end.
    """
    if all(run.url or not run.text.strip(" ·") for run in runs):
        parts = [f"{run.text}{_address(run, run.text)}" for run in runs]
    else:
        text = "".join(run.text for run in runs)
        parts = [text, *dict.fromkeys(_address(run, text) for run in runs)]
    return " ".join(fit("".join(parts)).split())


def _address(run: Run, text: str) -> str:
    """Return the address of a run in angle brackets, ``""`` where *text* says it."""
    bare = re.sub(r"^(?:https?://(?:www\.)?|mailto:)", "", run.url).rstrip("/")
    return f" <{run.url}>" if bare and bare not in text else ""
