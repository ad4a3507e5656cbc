"""The links of a publication, from the fields that people already use."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from sphinx.locale import get_translation

from ..compose import CATALOG
from ..model import Link
from ..options import check_url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pybtex.database import Entry

_ = get_translation(CATALOG)

# What the row of links says; a label that is a name is the same in every language.
LABELS = {
    "paper": _("Paper"),
    "arxiv": "arXiv",
    "pdf": "PDF",
    "code": _("Code"),
    "data": _("Data"),
    "slides": _("Slides"),
    "poster": _("Poster"),
    "video": _("Video"),
    "project": _("Project page"),
}
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_DOI_MARKS = "/:;()%,.-_~!*'@&=+$?#"
_ARXIV = re.compile(
    r"(?:arxiv:|https?://arxiv\.org/(?:abs|pdf)/)?(\d{4}\.\d{4,5}|[a-z.-]+/\d{7})(v\d+)?",
    re.IGNORECASE,
)
# Where other archives have what their number names (biblatex's ``eprinttype``).
_ARCHIVES = {
    "hal": "https://hal.science/",
    "jstor": "https://www.jstor.org/stable/",
    "pubmed": "https://pubmed.ncbi.nlm.nih.gov/",
}
_URL = re.compile(r"\\(?:url|path|nolinkurl)\s*\{(.*?)\}|\\href\s*\{(.*?)\}\s*\{.*?\}")
# What exporters put before a mark that is one of TeX's: "{\_}", "{\~{}}", "\%", "$\sim$".
_ESCAPED = re.compile(r"\\([%#&_~$^])")
_TILDE = re.compile(r"\$\\sim\$|\\(?:text)?asciitilde\b")


def links_of(entry: Entry) -> tuple[list[Link], list[str]]:
    """Return the links of *entry* in the order of the row, and what is wrong with the others."""
    links: list[Link] = []
    problems: list[str] = []
    for label, url in _candidates(entry):
        if label in {link.label for link in links}:
            continue
        try:
            links.append(Link(label=label, url=check_url(url)))
        except ValueError as error:
            problems.append(str(error))
    return links, problems


def _candidates(entry: Entry) -> Iterator[tuple[str, str]]:
    fields = entry.fields
    if url := fields.get("url"):
        yield "paper", _unescaped(url)
    if doi := fields.get("doi"):
        yield "paper", _doi(_unescaped(doi))
    kind = fields.get("eprinttype", fields.get("archiveprefix", "")).lower()
    for name in ("eprint", "arxiv", "arxivid"):
        if value := fields.get(name, "").strip():
            if kind in _ARCHIVES and name == "eprint":
                yield "paper", _ARCHIVES[kind] + quote(value)
            elif match := _ARXIV.fullmatch(value):
                yield "arxiv", f"https://arxiv.org/abs/{match[1]}{match[2] or ''}"
    if not (url or doi):
        yield from _printed_addresses(entry)
    for name in LABELS:
        if name not in ("paper", "arxiv") and (value := fields.get(name)):
            yield name, _unescaped(value)


def _printed_addresses(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield the addresses where BibTeX's own styles have them printed."""
    for name in ("howpublished", "note"):
        if address := _URL.search(entry.fields.get(name, "")):
            yield "paper", _unescaped(address[0])


def _doi(name: str) -> str:
    """Return the address of a DOI; what is none is returned as it is."""
    name = re.sub(r"(?i)^((https?://)?(dx\.|www\.)?doi\.org/|doi:\s*)", "", name)
    # Some list several, and some have the words of a whole sentence.
    found = _DOI.match(name)
    if not found:
        return name
    # Old names hold "<" and ">", which an address does not.
    return f"https://doi.org/{quote(found[0].rstrip(',;'), safe=_DOI_MARKS)}"


def _unescaped(url: str) -> str:
    r"""Return an address without what TeX needs: ``\url{…}``, ``\_``, ``{\%}``."""
    if wrapped := _URL.match(url.strip()):
        url = wrapped[1] or wrapped[2] or ""
    url = _ESCAPED.sub(lambda match: match[1], _TILDE.sub("~", url.strip()))
    url = re.sub(r"[{}]", "", url)
    # Mendeley lists several addresses in one field.
    first, _space, rest = url.partition(" ")
    several = all(re.match(r"(?i)https?://\S+\Z", part.strip(" ;,")) for part in (first, rest))
    return first.rstrip(";,") if several else url
