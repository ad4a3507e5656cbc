"""The BibTeX of one publication, as its authors would hand it to others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pybtex.database import Entry

# What reference managers and owners note for themselves, and references to entries that may not
# be listed, whose fields are there already.
PRIVATE_FIELDS = frozenset(
    """
    abstract annotation annote comment comments contents date-added date-modified file groups
    keywords local-url owner priority ranking read readstatus review silence timestamp
    __markedentry creationdate modificationdate qualityassured relevance username
    crossref xdata
    abbr additional_info altmetric bibtex_show dimensions google_scholar_id preview selected
    """.split()
)
# BibTeX's and biber's limits differ; these are in both.
_UNFIT_FOR_NAMES = re.compile(r"[^A-Za-z0-9_:+.-]+")
_UNFIT_FOR_KEYS = re.compile(r"[\s,{}\"#%=\\~]+")
# Those of programs, and those that Emacs puts aside with "OPT".
_PRIVATE = re.compile(r"^(bdsk|mendeley|zotero|citeulike|x-|opt(?!ions$))", re.IGNORECASE)
# A place on the owner's computer, in whatever field.
_LOCAL = re.compile(
    r"[{:]*(?:file:|(?:papers\d?|zotero|bookends|x-devonthink-item)://|~/|/(?:home|Users)/"
    r"|[A-Z]:(?:\\|/(?!/)))",
    re.IGNORECASE,
)


def to_bibtex(entry: Entry) -> str:
    """Return *entry* in BibTeX's own form, its fields as they stand in the .bib file."""
    fields = {role: " and ".join(map(str, people)) for role, people in entry.persons.items()}
    for typed, value in entry.fields.items():
        name = _name(typed, "")
        private = name.lower() in PRIVATE_FIELDS or _PRIVATE.match(name) or _LOCAL.match(value)
        if value and name and not private:
            fields.setdefault(name, value)
    lines = [f"  {name} = {{{_balanced(value)}}}," for name, value in fields.items()]
    key = _UNFIT_FOR_KEYS.sub("-", entry.key)
    return "\n".join([f"@{_name(entry.type, 'misc')}{{{key},", *lines, "}"]) + "\n"


def _name(typed: str, default: str) -> str:
    """Return a type or a field's name as every program reads it."""
    name = _UNFIT_FOR_NAMES.sub("-", typed).strip("-")
    return name if name[:1].isalpha() else default


def _balanced(value: str) -> str:
    """Return the value without braces where they do not pair, which would end the field."""
    depth = 0
    for brace in re.findall(r"[{}]", value):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            break
    return value if depth == 0 else re.sub(r"[{}]", "", value)
