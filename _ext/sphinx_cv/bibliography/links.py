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
_DOI_MARKS = "/:;()%,.-_~!*'@&=+$?#"
_ARXIV = re.compile(
    r"(?:arxiv:|https?://arxiv\.org/(?:abs|pdf)/)?(\d{4}\.\d{4,5}|[a-z.-]+/\d{7})(v\d+)?",
    re.IGNORECASE,
)


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
        name = re.sub(r"(?i)^(https?://(dx\.)?doi\.org/|doi:\s*)", "", _unescaped(doi))
        # Old names hold "<" and ">", which an address does not.
        yield "paper", f"https://doi.org/{quote(name, safe=_DOI_MARKS)}"
    for name in ("eprint", "arxiv", "arxivid"):
        if (value := fields.get(name)) and (match := _ARXIV.fullmatch(value.strip())):
            yield "arxiv", f"https://arxiv.org/abs/{match[1]}{match[2] or ''}"
    for name in LABELS:
        if name not in ("paper", "arxiv") and (value := fields.get(name)):
            yield name, _unescaped(value)


def _unescaped(url: str) -> str:
    return re.sub(r"\\([%#&_~$])", r"\1", url.strip())
