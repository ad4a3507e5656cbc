"""Addresses as they are typed in a .bib file: within TeX, HTML or Markdown."""

from __future__ import annotations

import re
from functools import lru_cache

from .dois import HOST

_URL = re.compile(r"\\(?:url|path|nolinkurl)\s*\{(.*?)\}|\\href\s*\{(.*?)\}\s*\{.*?\}")
_BARE_URL = re.compile(r"https?://(?:\$\^?\\sim\$|[^\s{}<>\"\\]|\\[#%&_~$]|\{[^\s{}]*\})+")
_HTML_URL = re.compile(r"<a\s[^<>]*?href\s*=\s*[\"']?(https?://[^\s\"'<>]+)", re.IGNORECASE)
_MARKDOWN_URL = re.compile(r"\s*\[[^\[\]]*\]\(\s*(https?://[^\s()]+)\s*\)")
# How exporters escape TeX's special characters: "{\_}", "{\~{}}", "\%", "$\sim$".
_ESCAPED = re.compile(r"\\([%#&_~$^])")
_ANGLES = re.compile(r"^<\s*(?:URL:\s*)?([^<>]*?)\s*>$", re.IGNORECASE)
# A host with something that no file name has: "www.", or a path or query behind it.
_NO_SCHEME = re.compile(
    r"(?:www\.[\w.-]+|(?:[\w-]+\.)+[a-z]{2,}(?=[/?]))(?:[/?:]|$)", re.IGNORECASE
)
_TILDE = re.compile(r"\$\^?\\sim\$|\\(?:text)?asciitilde\b")


def address_in(text: str) -> tuple[int, str] | None:
    """Return where the first address in *text* starts, and the address as it is typed."""
    if found := _URL.search(text):
        return found.start(), found[0]
    bare = _BARE_URL.search(text)
    return (bare.start(), bare[0].rstrip(".,;:)]")) if bare else None


# Lists, pages and data ask for the same addresses.
@lru_cache(maxsize=10_000)
def unescaped(typed: str) -> str:
    r"""Return an address without what TeX needs: ``\url{…}``, ``\_``, ``{\%}``."""
    url = str(typed)
    if wrapped := _URL.match(url.strip()):
        url = wrapped[1] or wrapped[2] or ""
    elif linked := _HTML_URL.search(url) or _MARKDOWN_URL.match(url):
        url = linked[1]
    url = _ESCAPED.sub(lambda match: match[1], _TILDE.sub("~", url.strip()))
    url = re.sub(r"[{}]", "", url)
    url = _ANGLES.sub(r"\1", url)
    # Mendeley lists several addresses in one field.
    parts = list(filter(None, re.split(r"[;,]*\s[\s;,]*", url)))
    if len(parts) > 1 and all(re.match(r"(?i)https?://", part) for part in parts):
        return str(parts[0])
    if _NO_SCHEME.match(url) and not HOST.match(url):
        url = f"https://{url}"
    return re.sub(r"\s+", "%20", url) if re.match(r"(?i)https?://", url) else url
