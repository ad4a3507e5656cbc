"""Finds the comma that conf.py lacks, where Python can only say that its syntax is invalid.

Two strings beside one another are one to Python: it stumbles over what follows the second.
"""

from __future__ import annotations

import io
import tokenize
from typing import NamedTuple

_BLANKS = (tokenize.NL, tokenize.COMMENT, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT)
# How many words before the one that Python names the comma may be missing.
_NEAR = 4


class Word(NamedTuple):
    """A word of Python behind which the comma is missing: its place, both counted from 1."""

    text: str
    line: int
    column: int


def before_missing_comma(source: str, error: SyntaxError) -> Word | None:
    """Return the word behind which a comma mends what *error* is about; None if none does."""
    words = _words_up_to(source, (error.end_lineno or error.lineno or 1, error.end_offset or 1))
    for word in reversed(words[-_NEAR:]):
        if _is_mended(source, word, error):
            return Word(word.string, word.start[0], word.start[1] + 1)
    return None


def _words_up_to(source: str, place: tuple[int, int]) -> list[tokenize.TokenInfo]:
    line, offset = place
    words = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            if token.start >= (line, offset):
                break
            if token.type not in _BLANKS:
                words.append(token)
    except (tokenize.TokenError, SyntaxError):
        # The end of the file, within a bracket.
        pass
    return words


def _is_mended(source: str, word: tokenize.TokenInfo, error: SyntaxError) -> bool:
    """Whether the file is sound with a comma behind *word*, or is faulty only further below."""
    lines = source.splitlines(keepends=True)
    line, column = word.end
    lines[line - 1] = f"{lines[line - 1][:column]},{lines[line - 1][column:]}"
    try:
        compile("".join(lines), "conf.py", "exec", dont_inherit=True)
    except SyntaxError as other:
        return (other.lineno or 0) > max(error.lineno or 0, error.end_lineno or 0)
    except ValueError:
        return False
    return True
