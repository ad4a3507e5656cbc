"""The remarks after a reference: an author's notes, not a program's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pybtex.richtext import String, Tag, Text

from sphinx_cv.bibliography import words
from sphinx_cv.bibliography.facts.archives import ARXIV, PRINTED_ARXIV
from sphinx_cv.bibliography.facts.links import doi_of, is_only_address
from sphinx_cv.bibliography.people.marks import explained_marks
from sphinx_cv.bibliography.tex.markdown import from_markdown
from sphinx_cv.bibliography.tex.text import rich

from .phrases import capital

if TYPE_CHECKING:
    from pybtex.richtext import BaseText

    from sphinx_cv.bibliography.facts.work import Work

AWARD, NOTE = "cv-award", "cv-note"
# What Zotero has no field for in a .bib file, it writes as "Publisher: Elsevier"; EndNote writes
# all that PubMed has: "1234-5678 King, Ada Journal Article England Engines. 2020. doi: 10.1000/1".
_LEFTOVER = re.compile(
    r"""(?:\{?\\?_\}?eprint|Comment(?=:\s\d+\spages)|arXiv(?=:\s+\S+(?:\s\[[^][]+\])?$)|tex\.[\w.]+
    |Publisher(?:\ Copyright)?|Funding\ Information|Number|Issue|Volume|Pages|Series|Section|Edition
    |ISBN|ISSN|DOI|PMID|PMCID|ZSCC|OCLC|Times-Cited|Conference\ Name|Meeting\ Name
    |Event(?:\ Title|-place)
    |Place|Company|Institution|Type|Genre|Medium|Version(?:\ Number)?|Google-Books-ID|ADS\ Bibcode
    |Library\ Catalog|Archive(?:\ Location)?|Call\ Number|Rights|Journal\ Abbreviation|Book\ Title
    |Num\ Pages|Citation\ Key|[Oo]riginal[- ][Dd]ate)\s*:\s
    |\[(?:PubMed(?:\ Central)?|DOI):|(?>.*?\bJournal\ Article\b).*\bdoi:\s10\.
    |ISBN[\s:]*[\dXx-]{10,}\W*$|[A-Za-z]+(?:\\?_\w+)+:\s|CAN\s\d+:\d+
    |(?>.*?\bLast\ updated\ -\ \d{4}-)|QC\ \d{8}$
    |0\d{2,}$|working\ paper\ or\ preprint\s*\.?$|ZSCC\b""",
    re.VERBOSE,
)
# Counts and access notes of databases.
_COUNTED = re.compile(
    r"\s*(?:cited\s+by:?\s*\d*|times\s+cited:?\s*\d*|all\s+open\s+access\b.*|export\s+date:?.*"
    r"|conference\s+(?:code|date|location|name):?.*|correspondence\s+address:?.*)\s*",
    re.IGNORECASE,
)
# Access dates, which say nothing about the work.
_ACCESSED = re.compile(
    r"\W*(?:online\W*)?(?:last\s+)?(?:accessed|retrieved|visited|abgerufen|zugriff|consulté|consultado)"
    r"\b[^;]*\d[^;]*",
    re.IGNORECASE,
)
# What al-folio's additional_info has between the venue and its words: ". *Oral*", " (Oral)".
_BETWEEN = re.compile(r"^[\s.,;:–—-]+|[\s.]+$")
_IN_PARENTHESES = re.compile(r"\(([^()]*)\)")
_IN_PRESS = re.compile(r"\s*article\s+in\s+press\s*\.?\s*", re.IGNORECASE)
# The words for a state in any field.
_STATE_WORDS = {
    "inpress": re.compile(r"\b(?:in\s?press|im druck|sous presse|en prensa)\b", re.IGNORECASE),
    "forthcoming": re.compile(
        r"\b(?:forthcoming|to appear|accepted|im erscheinen|à paraître)\b", re.IGNORECASE
    ),
    "submitted": re.compile(
        r"\b(?:submitted|(?:under|in)\s?review|in prep\b|(?:in|under) revision"
        r"|(?:major|minor) revisions?"
        r"|revise\w*(?:,? and |/|&)\s?resubmit\w*|in\s?preparation|in progress|draft|eingereicht"
        r"|in vorbereitung|soumis|en préparation|enviado|en preparación)\b",
        re.IGNORECASE,
    ),
}
_IDENTIFIERS = {"doi": "doi:{}", "pmid": "PMID {}", "pmcid": "{}"}


def clean_note(work: Work, name: str) -> str:
    """Return an author's note, ``""`` if a program wrote it."""
    text = work.get(name)
    # A mere address is in the row of links.
    if not text or is_only_address(work.entry, name) or _LEFTOVER.match(text):
        return ""
    if work.archive and (ARXIV.fullmatch(text.strip()) or PRINTED_ARXIV.fullmatch(text.strip())):
        return ""
    parts = [part for part in text.split(";") if not _COUNTED.fullmatch(part)]
    if len(parts) < len(text.split(";")):
        text = ";".join(parts).strip()
    return "" if _IN_PRESS.fullmatch(text) or _ACCESSED.fullmatch(text) else text


def notes_of(work: Work) -> dict[str, str]:
    """Return the notes by their field, in the order in which they are shown."""
    note_in_venue = work.form == "talk"
    notes = {"additional_info": _info_of(work)} | {
        name: clean_note(work, name)
        for name in ("note", "addendum")
        if not (name == "note" and note_in_venue)
    }
    notes["pubstate"] = state_of(work)
    return {name: text for name, text in notes.items() if text}


def _info_of(work: Work) -> str:
    """Return what al-folio sets behind the venue."""
    text = _BETWEEN.sub("", work.get("additional_info"))
    within = _IN_PARENTHESES.fullmatch(text)
    return from_markdown(within[1] if within else text)


def state_of(work: Work) -> str:
    """Return the state of a work not yet in print, in the language of the build."""
    typed = work.get("pubstate").strip()
    key = re.sub(r"\\bibstring\s*\{([^{}]*)\}", r"\1", typed).replace(" ", "").lower()
    if key == "prepublished" and work.archive:
        return ""
    if typed:
        return words.string(key) or typed
    pressed = any(_IN_PRESS.fullmatch(part) for part in work.get("note").split(";"))
    return words.string("inpress") if pressed else ""


def stage_of(work: Work) -> str:
    """Return "forthcoming", "submitted" or ``""``: whether an undated work is accepted yet."""
    said = " ".join(work.get(name) for name in ("pubstate", "year", "note", "howpublished"))
    said = re.sub(r"(?<=in)(?=press)|(?<=in)(?=preparation)|(?<=under)(?=review)", " ", said)
    for stage, pattern in _STATE_WORDS.items():
        if pattern.search(said):
            return "submitted" if stage == "submitted" else "forthcoming"
    return ""


def award_of(work: Work) -> str:
    """Return the award; its name only if ``award`` has a longer text (al-folio)."""
    return from_markdown(work.get("award_name", "award"))


def remarks(work: Work, *, identifiers: tuple[str, ...], related: list[BaseText]) -> list[BaseText]:
    """Return the sentences that end a reference: identifiers, award, notes, ties, state."""
    row: list[BaseText] = [
        String(_IDENTIFIERS[name].format(number))
        for name in identifiers
        if (number := identifier(work, name))
    ]
    if award := award_of(work):
        row.append(Tag(AWARD, rich(award)))
    notes = notes_of(work)
    state = notes.pop("pubstate", "")
    explained = (f"{sign} {meaning}" for sign, meaning in explained_marks(work.entry).items())
    if marks := "; ".join(explained):
        row.append(Tag(NOTE, rich(marks)))
    row += [Tag(NOTE, capital(rich(note))) for note in notes.values()]
    row += [Tag(NOTE, tie) for tie in related]
    return [*row, *([Tag(NOTE, capital(rich(state)))] if state else [])]


def identifier(work: Work, name: str) -> str:
    """Return an identifier as printed."""
    if name == "doi":
        return doi_of(work.entry)
    number = re.sub(r"(?i)^(?:pmid:?|pmcid:?)\s*", "", work.get(name).strip())
    return f"PMC{number}" if name == "pmcid" and number[:1].isdecimal() else number


def tie(kind: str, text: BaseText, said: str = "") -> BaseText:
    """Return "Reprint of: Title. House, 1990" for biblatex's ``relatedtype``, empty for others.

    *said* are words of the author's own (``relatedstring``).
    """
    word = str(rich(said)) or str(words.RELATIONS.get(kind.lower(), ""))
    return Text(f"{word}: ", text) if word else Text()
