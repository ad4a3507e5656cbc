"""DOIs, in all the forms in which people and programs write them (ISO 26324)."""

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
_MARKS = "/:;()%,.-_~!*'@&=+$?#"


def doi_name(text: str, *, field: bool = False) -> str:
    """Return the DOI that an address or the field ``doi`` is, ``""`` for none.

    Without *field*, *text* is one only where doi.org, or a proxy of it, is named.
    """
    host = HOST.match(text)
    if not host and not field and not text.startswith("10."):
        return ""
    name = text[host.end() :] if host else text
    if not _NAME.match(name) and _NAME.match(unquote(name)):
        name = unquote(name)
    if host and "//" in host[0]:
        # What sites note of where a reader came from.
        name = re.sub(r"[?#](?:ref|utm_\w+|source|via)=.*", "", name)
    # Some list several, and some have the words of a whole sentence.
    found = _NAME.match(name) or _SHORT_NAME.fullmatch(name)
    return found[0].rstrip(".,;") if found else ""


def doi_address(name: str) -> str:
    """Return the address of a DOI; what is none is returned as it is."""
    found = doi_name(name, field=True)
    # Old names hold "<" and ">", which an address does not.
    return f"https://doi.org/{quote(found, safe=_MARKS)}" if found else name
