"""The number by which a work is found, as it is read on paper."""

from __future__ import annotations

import re
from urllib.parse import unquote

# Each by the address that it is resolved at.
_RESOLVED = (
    (re.compile(r"https?://(?:www\.)?arxiv\.org/abs/(\S+)", re.IGNORECASE), "arXiv:%s"),
    (re.compile(r"https?://(?:dx\.)?doi\.org/10\.48550/arxiv\.(\S+)", re.IGNORECASE), "arXiv:%s"),
    (re.compile(r"https?://(?:dx\.)?doi\.org/(10\.\S+)", re.IGNORECASE), "doi:%s"),
    (re.compile(r"https?://hdl\.handle\.net/(\S+)", re.IGNORECASE), "hdl:%s"),
    (re.compile(r"https?://pubmed\.ncbi\.nlm\.nih\.gov/(\d+)", re.IGNORECASE), "PMID %s"),
    (re.compile(r"https?://(?:\w+\.)*hal\.science/([\w-]+)", re.IGNORECASE), "%s"),
)


def identifier(url: str) -> str:
    """Return the number that an address leads to, ``""`` where it is no number's address."""
    for pattern, form in _RESOLVED:
        if match := pattern.fullmatch(url.rstrip("/")):
            return form % unquote(match[1])
    return ""
