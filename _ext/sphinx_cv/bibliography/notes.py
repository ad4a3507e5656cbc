"""The notes behind a reference: what an author wrote, not what a program left there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_cv.l10n import _

from .links import printed_field

if TYPE_CHECKING:
    from pybtex.database import Entry

# biblatex's own words (biblatex manual, 4.9.2.11).
_STATES = {
    "inpreparation": _("In preparation"),
    "submitted": _("Submitted"),
    "forthcoming": _("Forthcoming"),
    "inpress": _("In press"),
    "prepublished": _("Preprint"),
}
# What Zotero has no field for in a .bib file, it writes as "Publisher: Elsevier"; EndNote writes
# all that PubMed has: "1234-5678 King, Ada Journal Article England Engines. 2020. doi: 10.1000/1".
_LEFTOVER = re.compile(
    r"""(?:\{?\\?_\}?eprint|Comment(?=:\s\d+\spages)|arXiv(?=:\s+\S+(?:\s\[[^][]+\])?$)|tex\.[\w.]+|Publisher|Number|Issue|Volume|Pages|Series|Section|Edition
    |ISBN|ISSN|DOI|PMID|PMCID|ZSCC|Conference\ Name|Meeting\ Name|Event(?:\ Title|-place)
    |Place|Company|Institution|Type|Genre|Medium|Version(?:\ Number)?|Google-Books-ID|ADS\ Bibcode
    |Library\ Catalog|Archive(?:\ Location)?|Call\ Number|Rights|Journal\ Abbreviation|Book\ Title
    |Num\ Pages|Citation\ Key|[Oo]riginal[- ][Dd]ate)\s*:\s
    |\[PubMed:|(?>.*?\bJournal\ Article\b).*\bdoi:\s10\.""",
    re.VERBOSE,
)


def notes_of(entry: Entry) -> dict[str, str]:
    """Return the notes of *entry* by their field, in the order in which they are shown."""
    notes = {name: entry.fields.get(name, "") for name in ("note", "addendum")}
    link = printed_field(entry)
    notes = {
        name: text
        for name, text in notes.items()
        # What is but an address is in the row of links.
        if name != link and not _LEFTOVER.match(text)
    }
    state = entry.fields.get("pubstate", "")
    notes["pubstate"] = str(_STATES.get(state.lower(), state[:1].upper() + state[1:]))
    return {name: text for name, text in notes.items() if text}


def award_of(entry: Entry) -> str:
    """Return the award of *entry*, by its name where ``award`` tells more of it (al-folio)."""
    return str(entry.fields.get("award_name") or entry.fields.get("award", ""))
