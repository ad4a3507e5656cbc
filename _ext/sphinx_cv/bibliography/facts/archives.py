"""Preprints: the archive that holds one, and its number there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# Since 2007, and before in one of arXiv's archives.
ARXIV_NUMBER = (
    r"(\d{4}\.\d{4,5}|(?:acc-phys|adap-org|alg-geom|ao-sci|astro-ph"
    r"|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga|funct-an|gr-qc"
    r"|hep-(?:ex|lat|ph|th)|math(?:-ph)?|mtrl-th|nlin|nucl-(?:ex|th)|patt-sol|physics|plasm-ph"
    r"|q-(?:alg|bio)|quant-ph|solv-int|supr-con)(?:\.[A-Z]{2})?/\d{7})(v\d+)?"
)
ARXIV = re.compile(
    rf"(?:arxiv:\s*|https?://(?:www\.|export\.)?arxiv\.org/(?:abs|pdf|html)/"
    rf"|(?:https?://(?:dx\.)?doi\.org/)?10\.48550/arxiv\.)?{ARXIV_NUMBER}"
    r"(?:\.pdf)?(?:\s*\[[\w., -]+\])?",
    re.IGNORECASE,
)
# Both begin with the year and the month.
_MONTH = r"(?:0[1-9]|1[0-2])"
_DATED = rf"(?=(?:0[7-9]|[1-9]\d){_MONTH}\.|[^\s/]+/\d\d{_MONTH})"
# As it is printed: "arXiv preprint arXiv:2309.01213", and DBLP's "abs/2309.01213". Without a colon,
# as in "arXiv preprint hep-th/9711200", other numbers may follow.
PRINTED_ARXIV = re.compile(
    rf"(?:\barxiv(?:\s+(?:pre-?|e-?)prints?)?(?::\s*|,?\s*{_DATED})|^abs/)"
    rf"{ARXIV_NUMBER}(?![\d.]*\d)",
    re.IGNORECASE,
)
_OLD_NUMBER = re.compile(r"\d{7}")
# Archives by what people call them, and by what they are called.
_NAMES = {
    "arxiv": "arXiv",
    "corr": "arXiv",
    "biorxiv": "bioRxiv",
    "medrxiv": "medRxiv",
    "chemrxiv": "ChemRxiv",
    "techrxiv": "TechRxiv",
    "eartharxiv": "EarthArXiv",
    "psyarxiv": "PsyArXiv",
    "socarxiv": "SocArXiv",
    "sportrxiv": "SportRxiv",
    "edarxiv": "EdArXiv",
    "engrxiv": "engrXiv",
    "ecoevorxiv": "EcoEvoRxiv",
    "africarxiv": "AfricArXiv",
    "lawarxiv": "LawArXiv",
    "metaarxiv": "MetaArXiv",
    "paleorxiv": "PaleorXiv",
    "nutrixiv": "NutriXiv",
    "mediarxiv": "MediArXiv",
    "preprints.org": "Preprints.org",
    "osf preprints": "OSF Preprints",
    "research square": "Research Square",
    "authorea": "Authorea",
    "ess open archive": "ESS Open Archive",
    "egusphere": "EGUsphere",
    "ssrn": "SSRN",
    "hal": "HAL",
    "iacr": "Cryptology ePrint Archive",
    "iacr cryptology eprint archive": "Cryptology ePrint Archive",
    "cryptology eprint archive": "Cryptology ePrint Archive",
}
# Words that may come with an archive's name in a venue that is only an archive.
_VENUE = re.compile(
    rf"\W*(?:available\s+(?:at|on)\s+)?({'|'.join(sorted(_NAMES, key=len, reverse=True))})\b"
    r"(?:[\s:.,(-]*(?:e-?prints?|preprints?|server|the|for|biology|health|sciences|electronic"
    r"|journal|archive|id|no|paper|report|arxiv|abs/|[a-z-]*/?\d[\w./-]*"
    r"|[a-z-]+(?:\.[A-Z]{2})?/\d{7})\b[):]*|\s*\[[^\[\]]*\])*\W*",
    re.IGNORECASE,
)
# By their DOIs, which no other work has.
_DOIS = [
    (re.compile(rf"10\.{pattern}", re.IGNORECASE), name)
    for name, patterns in {
        "SSRN": (r"2139/ssrn\.(\d+)",),
        "PsyArXiv": (r"31234/osf\.io/(\w+)",),
        "SocArXiv": (r"31235/osf\.io/(\w+)",),
        "OSF Preprints": (r"31219/osf\.io/(\w+)",),
        "MetaArXiv": (r"31222/osf\.io/(\w+)",),
        "EdArXiv": (r"35542/osf\.io/(\w+)",),
        "ChemRxiv": (r"26434/(chemrxiv[\w.-]+)",),
        "medRxiv": (r"1101/(\d{4}\.\d\d\.\d\d\.\d{8})(?!\d)",),
        "bioRxiv": (r"1101/((?:\d{4}\.\d\d\.\d\d\.)?\d{6})(?!\d)",),
        "TechRxiv": (r"36227/techrxiv\.(\d+)",),
        "EarthArXiv": (r"31223/(?:osf\.io/)?(\w+)",),
        "Research Square": (r"21203/rs\.\d\.(rs-\d+)",),
        "Preprints.org": (r"20944/preprints(\d{6}\.\d{4})",),
        "ESS Open Archive": (r"1002/essoar\.(\d+)", r"22541/essoar\.(\d+)"),
        "Authorea": (r"22541/au\.(\d+)",),
        "EGUsphere": (r"5194/egusphere-(\d{4}-\d+)",),
    }.items()
    for pattern in patterns
]
_OF_ONE_HOUSE = {"bioRxiv", "medRxiv"}
SSRN = re.compile(
    r"(?:ssrn(?:\.com/abstract=|[\s:]+(?:id\s*)?)|abstract_id=)(\d{5,})", re.IGNORECASE
)
# Other fields that may hold an archive's number.
_NUMBERS = {
    "SSRN": SSRN,
    "HAL": re.compile(r"\b((?:hal|tel|halshs|inria|cel|inserm)-\d+)"),
    "Cryptology ePrint Archive": re.compile(r"\b((?:19|20)\d\d/\d{1,4})\b"),
    # Those of one house have numbers of one form.
    **dict.fromkeys(
        sorted(_OF_ONE_HOUSE),
        re.compile(r"(?<![\d/])((?:\d{4}\.\d\d\.\d\d\.)?\d{6,8})(?!\d)"),
    ),
}
# With that of its collection; some have the address for the number.
_HAL = re.compile(r"\b[a-z][a-z\d]*[-_]\d{5,}(?:v\d+)?\b", re.IGNORECASE)
# Values of ``eprinttype`` that are not preprint archives.
_LIBRARIES = frozenset("jstor pubmed googlebooks hdl handle doi isbn pmcid pmid url".split())
_FIELDS = ("url", "doi", "journal", "journaltitle", "volume", "number", "note", "howpublished")


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive and the number of a preprint in it, which may be ``""``."""

    name: str
    number: str

    def __str__(self) -> str:
        if not self.number:
            return self.name
        return f"{self.name}{':' if self.name == 'arXiv' else ' '}{self.number}"


def archive_named(venue: str) -> str:
    """Return the archive if the venue is only its name, else ``""``."""
    match = _VENUE.fullmatch(re.sub("[{}]", "", venue))
    return _NAMES[match[1].lower()] if match else ""


def archive_of(fields: Mapping[str, str], venue: str) -> Archive | None:
    """Return the archive of a preprint without another *venue*, None for any other work."""
    named = archive_named(venue) if venue else ""
    if venue and not named:
        return None
    for found in _archives(fields, named):
        if found.number and named in ("", found.name):
            return found
        if found.number and {named, found.name} == _OF_ONE_HOUSE:
            return Archive(named, found.number)
    return Archive(named, "") if named else None


def archive_by_doi(doi: str) -> Archive | None:
    """Return the archive that a DOI is of, whatever its publisher: Crossref has "Elsevier BV"."""
    found = ((name, pattern.search(doi)) for pattern, name in _DOIS)
    return next((Archive(name, match[1]) for name, match in found if match), None)


def arxiv_number(fields: Mapping[str, str]) -> str:
    """Return the arXiv number if a field holds only that, else ``""``."""
    for name in ("eprint", "arxiv", "arxivid"):
        typed = fields.get(name, "").strip()
        if number := ARXIV.fullmatch(typed):
            return str(number[1] + (number[2] or ""))
        # Before 2007 the archive was part of the number; it may have its own field.
        group = fields.get("primaryclass") or fields.get("eprintclass", "")
        if _OLD_NUMBER.fullmatch(typed) and re.match(r"[a-z]", group):
            return f"{group.partition('.')[0]}/{typed}"
    return ""


def hal_number(fields: Mapping[str, str]) -> str:
    """Return the number in HAL, from its own field."""
    found = _HAL.search(fields.get("hal_id") or fields.get("hal", ""))
    return found[0] if found else ""


def _archives(fields: Mapping[str, str], named: str) -> Iterator[Archive]:
    """Yield the archives that the fields mention, the most reliable first."""
    kind = eprint_type(fields)
    eprint = fields.get("eprint", "").strip()
    if kind in ("", "arxiv") and (number := arxiv_number(fields)):
        yield Archive("arXiv", re.sub(r"v\d+$", "", number))
    elif eprint and kind and kind not in _LIBRARIES and "//" not in eprint:
        typed = fields.get("eprinttype") or fields.get("archiveprefix", "")
        yield Archive(_NAMES.get(kind, typed), eprint)
    for name in _FIELDS:
        yield from _archives_in(fields.get(name, "").strip())
    if hal := hal_number(fields):
        yield Archive("HAL", hal)
    pattern = _NUMBERS.get(named)
    for name in ("eprint", "elocation-id", *_FIELDS, "pages") if pattern else ():
        if pattern and (match := pattern.search(fields.get(name, ""))):
            yield Archive(named, match[1])


def _archives_in(text: str) -> Iterator[Archive]:
    """Yield the archive that an address, a DOI or a venue names with a number."""
    number = ARXIV.fullmatch(text) or PRINTED_ARXIV.search(text)
    # Four digits, a point and five more could mean anything on their own.
    if number and (not text[:1].isdigit() or "10.48550" in text):
        yield Archive("arXiv", number[1])
    if found := archive_by_doi(text):
        yield found


def eprint_type(fields: Mapping[str, str]) -> str:
    """Return the archive of the number in ``eprint``, in lower case."""
    return (fields.get("eprinttype") or fields.get("archiveprefix", "")).strip().lower()
