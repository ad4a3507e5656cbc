"""TeX in the fields of a .bib file, as rich text; what cannot be read is passed on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pybtex.exceptions import PybtexError
from pybtex.richtext import String, Text

if TYPE_CHECKING:
    from pybtex.richtext import BaseText

_MARKUP = re.compile(r"[\\{}~$%`'\-]")


def has_markup(latex: str) -> bool:
    """Whether a field has more than letters as they are."""
    return bool(_MARKUP.search(latex))


def rich(latex: str) -> BaseText:
    """Return the text of a field, its TeX accents and groups read; plain text is passed on."""
    if not has_markup(latex):
        return Text(String(latex))
    # TeX would take what follows a percent sign for a comment; nobody means one in a field.
    escaped = re.sub(r"(?<!\\)((?:\\\\)*)%", r"\1\\%", latex)
    try:
        return Text.from_latex(escaped)
    except (PybtexError, UnicodeError):
        return Text(String(latex))
