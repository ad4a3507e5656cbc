"""The BibTeX of one publication, as its authors would hand it to others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_cv.bibliography.fields import is_for_website, is_private
from sphinx_cv.source.braces import are_balanced

if TYPE_CHECKING:
    from pybtex.database import Entry

# BibTeX's and biber's limits differ; these are in both.
_UNFIT_FOR_NAMES = re.compile(r"[^A-Za-z0-9_:+.-]+")
_UNFIT_FOR_KEYS = re.compile(r"[\s,{}\"#%=\\~]+")
# A path on the owner's computer, in any field.
_LOCAL = re.compile(
    r"[{:]*(?:file:|(?:papers\d?|zotero|bookends|x-devonthink-item)://|~/|/(?:home|Users)/"
    r"|[A-Z]:(?:\\|/(?!/)))",
    re.IGNORECASE,
)


def to_bibtex(entry: Entry) -> str:
    """Return *entry* as BibTeX, with the fields of the .bib file that a reference is made of."""
    fields = {role: " and ".join(map(str, people)) for role, people in entry.persons.items()}
    for typed, value in entry.fields.items():
        name = _name(typed, "")
        private = is_private(name) or _LOCAL.match(value)
        if value and name and not private and not is_for_website(name):
            fields.setdefault(name, value)
    lines = [f"  {name} = {{{_balanced(value)}}}," for name, value in fields.items()]
    key = _UNFIT_FOR_KEYS.sub("-", entry.key)
    return "\n".join([f"@{_name(entry.type, 'misc')}{{{key},", *lines, "}"]) + "\n"


def _name(typed: str, default: str) -> str:
    """Return a type or a field's name as every program reads it."""
    name = _UNFIT_FOR_NAMES.sub("-", typed).strip("-")
    return name if name[:1].isalpha() else default


def _balanced(value: str) -> str:
    """Return the value, without its braces if they are unbalanced: they would end the field."""
    return value if are_balanced(value) else re.sub(r"[{}]", "", value)
