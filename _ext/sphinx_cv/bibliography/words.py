"""The words in references, in the language of the build.

The keys are those of biblatex's strings (biblatex manual, 4.9.2), as far as it has them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_cv.l10n import _

if TYPE_CHECKING:
    from collections.abc import Iterable

KINDS = {
    "phdthesis": _("Ph.D. thesis"),
    "mastersthesis": _("Master’s thesis"),
    "mathesis": _("Master’s thesis"),
    "bathesis": _("Bachelor’s thesis"),
    "thesis": _("Thesis"),
    "techreport": _("Technical report"),
    "resreport": _("Research report"),
    "report": _("Report"),
    "standard": _("Standard"),
    "patent": _("Patent"),
    "patentde": _("German patent"),
    "patenteu": _("European patent"),
    "patentfr": _("French patent"),
    "patentuk": _("British patent"),
    "patentus": _("US patent"),
    "patreq": _("Patent application"),
    "patreqde": _("German patent application"),
    "patreqeu": _("European patent application"),
    "patreqfr": _("French patent application"),
    "patrequk": _("British patent application"),
    "patrequs": _("US patent application"),
    "software": _("Software"),
    "dataset": _("Data set"),
    "review": _("Review"),
    "movie": _("Film"),
    "video": _("Video"),
    "audio": _("Recording"),
    "music": _("Music"),
    "artwork": _("Artwork"),
    "image": _("Image"),
    "performance": _("Performance"),
    "letter": _("Letter"),
}
STATES = {
    "inpreparation": _("In preparation"),
    "submitted": _("Submitted"),
    "underreview": _("Under review"),
    "forthcoming": _("Forthcoming"),
    "accepted": _("Accepted"),
    "inpress": _("In press"),
    "prepublished": _("Preprint"),
}
# The relations of works, by biblatex's ``relatedtype``.
RELATIONS = {
    "reprintof": _("Reprint of"),
    "reprintas": _("Reprinted as"),
    "translationof": _("Translation of"),
    "translationas": _("Translated as"),
    "reviewof": _("Review of"),
}
_OTHERS = {
    "newseries": _("new series"),
    "oldseries": _("old series"),
    "in": _("In"),
    "edition": _("ed."),
    "volume": _("vol."),
    "number": _("no."),
    "page": _("p."),
    "pages": _("pp."),
    "chapter": _("chap."),
    "andothers": "et al.",
}
STRINGS = {**_OTHERS, **STATES, **KINDS}

# The roles after names, singular and plural.
_PARTS = {
    "editor": (_("ed."), _("eds.")),
    "compiler": (_("comp."), _("comp.")),
    "translator": (_("trans."), _("trans.")),
}
_HEADED = {"editor": _("Edited by"), "compiler": _("Compiled by"), "translator": _("Translated by")}
_COUNTRY = re.compile(r"\s*country([a-z]{2})\s*", re.IGNORECASE)
# Old names of countries' codes, as biblatex has them.
_CODES = {"uk": "GB", "ep": "EU"}


def string(key: str) -> str:
    """Return the word for biblatex's *key*, or ``""``."""
    return str(STRINGS.get(key.strip().lower(), ""))


def part_of(role: str, number: int) -> str:
    """Return the role after *number* people: "(eds.)"; others as typed."""
    one, several = _PARTS.get(role.lower(), (role, role))
    return f"({one if number == 1 else several})"


def done_by(role: str) -> str:
    """Return the words before people named after a title: "Edited by"."""
    return str(_HEADED.get(role.lower()) or f"{role[:1].upper()}{role[1:]}:")


def volumes() -> str:
    """Return the word after a number of volumes."""
    return str(_("vols."))


def article() -> str:
    """Return the word before the number of an article."""
    return str(_("article"))


def version() -> str:
    """Return the word before the version of a piece of software."""
    return str(_("version"))


def special_issue_of() -> str:
    """Return the words before the journal of a special issue."""
    return str(_("Special issue of"))


def ordinal_edition(number: int) -> str:
    """Return "2nd ed."."""
    teen = number % 100 in (11, 12, 13)
    suffix = "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return str(_("{number}{suffix} ed.")).format(number=number, suffix=suffix)


def named_edition(word: str) -> str:
    """Return "revised ed."; *word* as typed if the language has none."""
    pattern = str(_("{word} ed."))
    return word if pattern == "{word}" else pattern.format(word=word[:1].lower() + word[1:])


def countries(text: str, names: Iterable[tuple[str, str]]) -> str:
    """Return a list of countries, given by biblatex's keys or by their names."""
    known = dict(names)
    found = []
    for part in re.split(r"\s+and\s+", text):
        code = key[1].lower() if (key := _COUNTRY.fullmatch(part)) else ""
        found.append(known.get(_CODES.get(code, code.upper()), part.strip()))
    return ", ".join(found)
