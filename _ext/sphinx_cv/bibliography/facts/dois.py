"""DOIs (ISO 26324), in every form that people and programs use."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

_NAME = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
# As shortdoi.org gives them out, and Zotero's plugin for it writes them.
_SHORT_NAME = re.compile(r"10/[a-z0-9]{3,}", re.IGNORECASE)
# Where DOIs are resolved: by doi.org, by others for it, and by the proxy of a library.
HOST = re.compile(
    r"(?i:(?:https?://)?(?:(?:dx\.|www\.)?doi[.-]org(?:[.:][\w.:-]+)?/|doi\.acm\.org/"
    r"|doi\.ieeecomputersociety\.org/)|(?:https?://)?(?:doi:?\s+|doi:(?:%20)?))+"
)
# A DOI may hold brackets of its own: "10.1002/(SICI)1097-4571(2000)51:1<1::AID-ASI1>3.0.CO;2-A".
_BRACKETS = {")": "(", "]": "["}
_MARKS = "/:;()%,.-_~!*'@&=+$?#"


def doi_name(text: str, *, field: bool = False) -> str:
    """Return the DOI in an address or in the field ``doi``, or ``""``.

    Without *field*, *text* is one only where doi.org, or a proxy of it, is named.
    """
    host = HOST.match(text)
    if not host and not field and not text.startswith("10."):
        return ""
    name = text[host.end() :] if host else text
    if not _NAME.match(name) and _NAME.match(unquote(name)):
        name = unquote(name)
    if host and "//" in host[0]:
        # Tracking parameters.
        name = re.sub(r"[?#](?:ref|utm_\w+|source|via)=.*", "", name)
    # Some fields list several DOIs, some hold a whole sentence.
    found = _NAME.match(name) or _SHORT_NAME.fullmatch(name)
    return _without_end_of_text(found[0]) if found else ""


def doi_address(name: str) -> str:
    """Return the address of a DOI; any other text is returned unchanged."""
    found = doi_name(name, field=True)
    # Old DOIs contain "<" and ">", which are not allowed in an address.
    return f"https://doi.org/{quote(found, safe=_MARKS)}" if found else name


def _without_end_of_text(name: str) -> str:
    """Return a DOI without the marks of the text around it: "[DOI: 10.1000/1]."."""
    while name.endswith((".", ",", ";")) or (
        name.endswith(tuple(_BRACKETS)) and name.count(name[-1]) > name.count(_BRACKETS[name[-1]])
    ):
        name = name[:-1]
    return name
