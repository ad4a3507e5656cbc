"""The links of a publication, from the fields that people already use."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from sphinx_cv.bibliography.fields import LINKS, PAPERS
from sphinx_cv.l10n import _
from sphinx_cv.model.items import Link
from sphinx_cv.source.addresses import check_link, check_url

from .archives import ARXIV, PRINTED_ARXIV, SSRN, arxiv_number, eprint_type, hal_number
from .deposits import type_by_facts
from .dois import doi_address, doi_name
from .typed_addresses import address_in, unescaped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pybtex.database import Entry

# The labels of links; names are the same in every language.
LABELS = {
    "paper": _("Paper"),
    "web": _("Web page"),
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
# The labels of addresses that do not lead to a paper.
_WHAT = {
    **dict.fromkeys(("software", "softwareversion", "softwaremodule", "codefragment"), "code"),
    **dict.fromkeys(("dataset", "data"), "data"),
    **dict.fromkeys(("video", "movie"), "video"),
    **dict.fromkeys(("online", "electronic", "www", "webpage", "audio", "music"), "web"),
}
_BARE_DOI = re.compile(r"(?:doi:?\s*)?10\.\d{4,9}/\S+", re.IGNORECASE)
# What converters of PubMed's records write: "[DOI:10.1000/1]", also as a link.
_CONVERTED_DOI = re.compile(r"\[DOI:\s*(?:\\href\{[^{}]*\}\{)?(10\.\d{4,9}/[^\s\]{}]+)")
_PRINTED_DOI = re.compile(r"\bdoi:\s*(10\.\d{4,9}/\S+)", re.IGNORECASE)
# Where some programs put the address of what has no such number.
_OTHER_NUMBERS = ("pages", "number", "volume")
_IN_NUMBER = re.compile(r"https?://\S+|\b10\.\d{4,9}/\S+")
# Records in databases; many need a subscription.
_RECORDS = re.compile(
    r"//(?:[\w-]+\.)*(?:scopus\.com|webofscience\.com|webofknowledge\.com|adsabs\.[\w.]+"
    r"|pubmed\.ncbi\.nlm\.nih\.gov|dblp\.(?:org|uni-trier\.de)|mathscinet\.ams\.org|zbmath\.org)",
    re.IGNORECASE,
)
# Words before an address in a note that belongs to something else.
_ANOTHER = re.compile(
    r"\b(?:errat|corrig|correction|retract|comment|reply|response|review|data|code|slides|video"
    r"|press)",
    re.IGNORECASE,
)
# The number of a work in its repository, which its page has as well.
_DEPOSIT = re.compile(r"(?:m9\.)?(zenodo|figshare)\.(\d+)(?:\.v\d+)?")
# A shorter suffix could occur in any address.
_SHORT = 3
_PMC = "https://www.ncbi.nlm.nih.gov/pmc/articles/"
# The addresses of other archives, by biblatex's ``eprinttype``.
_ARCHIVES = {
    "hal": "https://hal.science/",
    "jstor": "https://www.jstor.org/stable/",
    **dict.fromkeys(("pubmed", "pmid"), "https://pubmed.ncbi.nlm.nih.gov/"),
    **dict.fromkeys(("hdl", "handle"), "https://hdl.handle.net/"),
    "ascl": "https://ascl.net/",
    "iacr": "https://eprint.iacr.org/",
    "cryptology eprint archive": "https://eprint.iacr.org/",
}


def links_of(
    entry: Entry, find: Callable[[str], str] | None = None
) -> tuple[list[Link], list[str]]:
    """Return the links of *entry* in display order, and the faults of the others.

    *find* returns the path of a file that a link names, or raises ValueError with a sentence.
    """
    found: dict[str, Link] = {}
    problems: list[str] = []
    for label, url in _candidates(entry):
        if label not in found:
            try:
                found[label] = Link(label=label, url=check_link(url, find))
            except ValueError as error:
                problems.append(str(error))
    return [found[label] for label in LABELS if label in found], problems


def is_only_address(entry: Entry, name: str) -> bool:
    """Whether the field *name* holds only the address of a link of *entry*."""
    text = entry.fields.get(name, "").strip(" .")
    if _BARE_DOI.fullmatch(text) and doi_name(text, field=True) == doi_of(entry):
        return True
    if "//" not in text and "www." not in text:
        return False
    if text == _second_address(entry, name):
        return True
    if text in (address for _name, address in _printed_addresses(entry)):
        with suppress(ValueError):
            check_url(unescaped(text))
            return True
    address = unescaped(text)
    return any(address == unescaped(entry.fields.get(one, "")) for one in ("url", *PAPERS))


def _second_address(entry: Entry, name: str) -> str:
    """Return the address that a note is, beside another one; a DOI has a web page already."""
    text = str(entry.fields.get(name, "")).strip(" .")
    alone = name == "note" and re.fullmatch(r"https?://[^\s{}\\]+", text)
    return text if alone and entry.fields.get("url") and not doi_of(entry) else ""


def doi_of(entry: Entry) -> str:
    """Return the DOI from any field of addresses, or ``""``."""
    fields = entry.fields
    for name in ("doi", "url", *PAPERS, "pdf"):
        typed = fields.get(name)
        if typed and (found := doi_name(unescaped(typed), field=name == "doi")):
            return found
    converted = _CONVERTED_DOI.search(fields.get("note", ""))
    return converted[1] if converted else ""


def _candidates(entry: Entry) -> Iterator[tuple[str, str]]:
    fields = entry.fields
    # These never replace a dedicated field.
    what = next(
        label
        for label in (_what(entry), "project", "paper")
        if not any(fields.get(name) for name in LINKS.get(label, ()))
    )
    yield from _papers(entry, what)
    if second := _second_address(entry, "note"):
        yield "web", second
    elsewhere = eprint_type(fields) in _ARCHIVES and fields.get("eprint")
    if (number := arxiv_number(fields)) and not elsewhere:
        yield "arxiv", _arxiv(number)
    for name in ("journal", "journaltitle", "volume", "number", "howpublished", "note"):
        if found := PRINTED_ARXIV.search(fields.get(name, "")):
            yield "arxiv", _arxiv(found[1] + (found[2] or ""))
    typed = {name.lower(): value for name, value in fields.items()}
    for label, names in LINKS.items():
        for name in names:
            if value := typed.get(name):
                address = unescaped(value)
                doi = doi_name(address)
                yield label, doi_address(doi) if doi else address


def _what(entry: Entry) -> str:
    """Return the label of an entry's address."""
    fields = entry.fields
    if fields.get("entrysubtype", "").lower() in ("newspaper", "magazine"):
        return "web"
    said = f"{fields.get('note', '')} {fields.get('edition', '')} {fields.get('url', '')}"
    if entry.type == "manual" and re.search(r"\bpackage\b", said):
        return "code"
    kind = type_by_facts(fields, entry.type.lower())
    if kind == "article" and not any(map(fields.get, ("doi", "volume", "number", "issue"))):
        return "web" if re.search(r"-\d\d-\d\d", fields.get("date", "")) else "paper"
    return _WHAT.get(kind, "paper")


def _papers(entry: Entry, what: str) -> Iterator[tuple[str, str]]:
    """Yield the addresses of the work itself with their labels, the best first."""
    fields = entry.fields
    doi, url, number = doi_of(entry), fields.get("url"), fields.get("eprint", "").strip()
    if doi:
        # A web page with a DOI is a paper.
        yield _of_paper(doi, doi_address(doi), "paper" if what in ("web", "video") else what)
    elif typed := fields.get("doi"):
        yield "paper", doi_address(unescaped(typed))
    if url:
        address = unescaped(url)
        label = what if not doi else "pdf" if _is_pdf(address) else "web"
        if not (doi and _leads_to(address, doi)):
            yield _of_paper(address, address, label)
    if re.match(r"https?://", number):
        yield _of_paper(number, number, "paper")
    elif number and (archive := _ARCHIVES.get(eprint_type(fields))):
        yield "code" if eprint_type(fields) == "ascl" else "paper", archive + quote(_bare(number))
    for address in _other_papers(entry) if not (url or doi) else ():
        yield _of_paper(address, address, what)


def _of_paper(text: str, address: str, label: str) -> tuple[str, str]:
    """Return a link; of a preprint the DOI and the address lead to the place of its number."""
    number = ARXIV.fullmatch(text)
    return ("arxiv", _arxiv(number[1] + (number[2] or ""))) if number else (label, address)


def _leads_to(address: str, doi: str) -> bool:
    """Whether an address is where the DOI leads, or the record of a database."""
    text, last = unquote(address).lower(), doi.lower().rpartition("/")[2]
    if (deposit := _DEPOSIT.fullmatch(last)) and f"{deposit[1]}." in text:
        last = deposit[2]
    if doi.lower() in text or _RECORDS.search(address) or doi_name(address):
        return True
    # A word may be a part of any name.
    is_number = re.search(r"\d", last) and len(last) > _SHORT
    return bool(is_number and last in text) or last in re.split(r"[/?#]", text)


def _is_pdf(address: str) -> bool:
    return address.lower().partition("?")[0].endswith(".pdf")


def _other_papers(entry: Entry) -> Iterator[str]:
    fields = entry.fields
    for name in PAPERS:
        if url := fields.get(name):
            yield unescaped(url)
    for _name, address in _printed_addresses(entry):
        yield unescaped(address)
    if doi := _PRINTED_DOI.search(fields.get("note", "")):
        yield doi_address(doi[1].rstrip("."))
    # What stands in the place of a journal is printed as it is, and is no address.
    for name in ("note", "howpublished", *_OTHER_NUMBERS):
        yield from _found_in(name, fields.get(name, ""))
    for name, kind in (("pmid", "pubmed"), ("handle", "hdl")):
        if number := _bare(fields.get(name, "")):
            yield _ARCHIVES[kind] + quote(number)
    if number := hal_number(fields):
        yield _ARCHIVES["hal"] + number
    if number := _bare(fields.get("pmcid", "")):
        yield _PMC + quote(number if number[:1].isalpha() else f"PMC{number}")


def _found_in(name: str, text: str) -> Iterator[str]:
    """Yield the address of a number of SSRN, and that which some have for other numbers."""
    if number := SSRN.search(text):
        yield f"https://ssrn.com/abstract={number[1]}"
    elif name in _OTHER_NUMBERS and (found := _IN_NUMBER.search(text)):
        yield doi_address(unescaped(found[0]))


def _bare(number: str) -> str:
    """Return a number without the name of its kind and the host of its address."""
    return re.sub(
        r"(?i)^\s*(?:https?://\S+?/(?=[\d.]+/|[\w-]+/?$)|(?:pm[ci]*d|hdl)\s*:?)?\s*", "", number
    ).rstrip(" /")


def _arxiv(number: str) -> str:
    return f"https://arxiv.org/abs/{number}"


def _printed_addresses(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield the fields where BibTeX's own styles have an address printed, and the address."""
    if any(entry.fields.get(name) for name in ("url", "doi", *PAPERS)):
        return
    for name in ("howpublished", "note"):
        text = entry.fields.get(name, "")
        found = address_in(text)
        if found and not _ANOTHER.search(text[: found[0]]):
            yield name, found[1]
