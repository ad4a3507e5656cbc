"""Identifiers of a work, as printed."""

from __future__ import annotations

import re
from urllib.parse import unquote

# By the address that resolves them.
_RESOLVED = (
    (re.compile(r"https?://(?:www\.)?arxiv\.org/abs/(\S+)", re.IGNORECASE), "arXiv:%s"),
    (re.compile(r"https?://(?:dx\.)?doi\.org/10\.48550/arxiv\.(\S+)", re.IGNORECASE), "arXiv:%s"),
    (re.compile(r"https?://(?:dx\.)?doi\.org/(10\.\S+)", re.IGNORECASE), "doi:%s"),
    (re.compile(r"https?://hdl\.handle\.net/(\S+)", re.IGNORECASE), "hdl:%s"),
    (re.compile(r"https?://pubmed\.ncbi\.nlm\.nih\.gov/(\d+)", re.IGNORECASE), "PMID %s"),
    (re.compile(r"https?://(?:\w+\.)*hal\.science/([\w-]+)", re.IGNORECASE), "%s"),
)


def identifier(url: str) -> str:
    """Return the identifier in an address, or ``""``."""
    for pattern, form in _RESOLVED:
        if match := pattern.fullmatch(url.rstrip("/")):
            return form % unquote(match[1])
    return ""
