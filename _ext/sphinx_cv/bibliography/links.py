"""The links of a publication, from the fields that people already use."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from sphinx_cv.l10n import _
from sphinx_cv.model.items import Link
from sphinx_cv.source.addresses import check_url

from .fields import LINKS, PAPERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pybtex.database import Entry

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
    "supplement": _("Supplement"),
    "blog": "Blog",
    "demo": "Demo",
}
# What the address of an entry leads to where it is no paper.
_WHAT = {"software": "code", "dataset": "data", "data": "data"}
_DOI = re.compile(r"10\.\d{4,9}/\S+")
# As shortdoi.org gives them out, and Zotero's plugin for it writes them.
_SHORT_DOI = re.compile(r"10/[a-z0-9]{3,}", re.IGNORECASE)
_PRINTED_DOI = re.compile(r"\bdoi:\s*(10\.\d{4,9}/\S+)", re.IGNORECASE)
_DOI_HOST = re.compile(r"(?i:(?:https?://)?(?:(?:dx\.|www\.)?doi\.org/|doi:\s*))")
_DOI_MARKS = "/:;()%,.-_~!*'@&=+$?#"
_ARXIV_NUMBER = r"(\d{4}\.\d{4,5}|[a-z.-]+/\d{7})(v\d+)?"
_ARXIV = re.compile(
    rf"(?:arxiv:\s*|https?://(?:www\.)?arxiv\.org/(?:abs|pdf|html)/"
    rf"|https://doi\.org/10\.48550/arxiv\.)?{_ARXIV_NUMBER}(?:\.pdf)?(?:\s*\[[\w., -]+\])?",
    re.IGNORECASE,
)
# As it is printed: "arXiv preprint arXiv:2309.01213", and DBLP's "abs/2309.01213".
_PRINTED_ARXIV = re.compile(rf"(?:\barxiv:\s*|^abs/){_ARXIV_NUMBER}(?![\d.]*\d)", re.IGNORECASE)
# Where other archives have what their number names (biblatex's ``eprinttype``).
_ARCHIVES = {
    "hal": "https://hal.science/",
    "jstor": "https://www.jstor.org/stable/",
    "pubmed": "https://pubmed.ncbi.nlm.nih.gov/",
}
_URL = re.compile(r"\\(?:url|path|nolinkurl)\s*\{(.*?)\}|\\href\s*\{(.*?)\}\s*\{.*?\}")
_BARE_URL = re.compile(r"https?://(?:\$\^?\\sim\$|[^\s{}<>\"\\]|\\[#%&_~$]|\{[^\s{}]*\})+")
_HTML_URL = re.compile(r"<a\s[^<>]*?href\s*=\s*[\"']?(https?://[^\s\"'<>]+)", re.IGNORECASE)
# What exporters put before a mark that is one of TeX's: "{\_}", "{\~{}}", "\%", "$\sim$".
_ESCAPED = re.compile(r"\\([%#&_~$^])")
_TILDE = re.compile(r"\$\^?\\sim\$|\\(?:text)?asciitilde\b")


def links_of(entry: Entry) -> tuple[list[Link], list[str]]:
    """Return the links of *entry* in the order of the row, and what is wrong with the others."""
    found: dict[str, Link] = {}
    problems: list[str] = []
    for label, url in _candidates(entry):
        if label not in found:
            try:
                found[label] = Link(label=label, url=check_url(url))
            except ValueError as error:
                problems.append(str(error))
    return [found[label] for label in LABELS if label in found], problems


def printed_field(entry: Entry) -> str:
    """Return the field that holds the link of *entry* and no other word, or ``""``."""
    for name, address in _printed_addresses(entry):
        if entry.fields[name].strip(" .") == address:
            with suppress(ValueError):
                check_url(_unescaped(address))
                return name
    return ""


def arxiv_number(entry: Entry) -> str:
    """Return "arXiv:2309.01213" where a field holds that number and nothing else, or ``""``."""
    for name in ("eprint", "arxiv", "arxivid"):
        if number := _ARXIV.fullmatch(entry.fields.get(name, "").strip()):
            return f"arXiv:{number[1]}"
    return ""


def _candidates(entry: Entry) -> Iterator[tuple[str, str]]:
    fields = entry.fields
    # None takes the place of a field of its own.
    what = next(
        label
        for label in (_WHAT.get(entry.type.lower(), "paper"), "project", "paper")
        if not any(fields.get(name) for name in LINKS.get(label, ()))
    )
    for url in _papers(entry):
        # Of a preprint the address and the DOI name the same place as its number.
        number = _ARXIV.fullmatch(url)
        yield ("arxiv", _arxiv(number)) if number else (what, url)
    for name in ("eprint", "arxiv", "arxivid"):
        if (number := _ARXIV.fullmatch(fields.get(name, "").strip())) and not (
            name == "eprint" and _archive(entry) in _ARCHIVES
        ):
            yield "arxiv", _arxiv(number)
    for name in ("journal", "journaltitle", "volume", "number", "howpublished", "note"):
        if number := _PRINTED_ARXIV.search(fields.get(name, "")):
            yield "arxiv", _arxiv(number)
    for label, names in LINKS.items():
        for name in names:
            if value := fields.get(name):
                yield label, _unescaped(value)


def _papers(entry: Entry) -> Iterator[str]:
    """Yield the addresses of the paper itself, the best first."""
    fields = entry.fields
    if url := fields.get("url"):
        typed = _unescaped(url)
        name = unquote(_DOI_HOST.sub("", typed, count=1))
        yield _doi(name) if _DOI.match(name) else typed
    if doi := fields.get("doi"):
        yield _doi(_unescaped(doi))
    number = fields.get("eprint", "").strip()
    if number and (address := _ARCHIVES.get(_archive(entry))):
        yield address + quote(number)
    if not (url or doi):
        yield from _other_papers(entry)


def _other_papers(entry: Entry) -> Iterator[str]:
    fields = entry.fields
    for name in PAPERS:
        if url := fields.get(name):
            yield _unescaped(url)
    for _name, address in _printed_addresses(entry):
        yield _unescaped(address)
    if doi := _PRINTED_DOI.search(fields.get("note", "")):
        yield _doi(doi[1].rstrip("."))
    for name, kind in (("pmid", "pubmed"), ("hal_id", "hal")):
        if number := fields.get(name, "").strip():
            yield _ARCHIVES[kind] + quote(number)


def _archive(entry: Entry) -> str:
    fields = entry.fields
    return str(fields.get("eprinttype", fields.get("archiveprefix", "")).lower())


def _arxiv(number: re.Match[str]) -> str:
    return f"https://arxiv.org/abs/{number[1]}{number[2] or ''}"


def _printed_addresses(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield the fields where BibTeX's own styles have an address printed, and the address."""
    if any(entry.fields.get(name) for name in ("url", "doi", *PAPERS)):
        return
    for name in ("howpublished", "note"):
        text = entry.fields.get(name, "")
        if address := _URL.search(text):
            yield name, address[0]
        elif address := _BARE_URL.search(text):
            yield name, address[0].rstrip(".,;:)]")


def _doi(name: str) -> str:
    """Return the address of a DOI; what is none is returned as it is."""
    name = re.sub(rf"^{_DOI_HOST.pattern}", "", name)
    # Some list several, and some have the words of a whole sentence.
    found = _DOI.match(name) or _SHORT_DOI.fullmatch(name)
    if not found:
        return name
    # Old names hold "<" and ">", which an address does not.
    return f"https://doi.org/{quote(found[0].rstrip(',;'), safe=_DOI_MARKS)}"


def _unescaped(url: str) -> str:
    r"""Return an address without what TeX needs: ``\url{…}``, ``\_``, ``{\%}``."""
    if wrapped := _URL.match(url.strip()):
        url = wrapped[1] or wrapped[2] or ""
    elif linked := _HTML_URL.search(url):
        url = linked[1]
    url = _ESCAPED.sub(lambda match: match[1], _TILDE.sub("~", url.strip()))
    url = re.sub(r"[{}]", "", url)
    # Mendeley lists several addresses in one field.
    parts = list(filter(None, re.split(r"[;,]*\s[\s;,]*", url)))
    several = len(parts) > 1 and all(re.match(r"(?i)https?://", part) for part in parts)
    return parts[0] if several else url
