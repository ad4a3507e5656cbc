"""Pages, volumes and issues as publishers and their programs write them."""

from __future__ import annotations

import re

# Hyphens and dashes of all kinds.
_DASH = "-‐‑‒–—―−"
_DASHES = re.compile(r"(?<=[\w}])\s*(?:-{2,3}|[‒–—―])\s*(?=[\w{])")
_HYPHENS = re.compile(rf"(?<=[\w}}])\s*[{_DASH}]\s*(?=[\w{{])")
_OPEN = re.compile(rf"\s*[{_DASH}]+\s*$|^\s*[{_DASH}]+\s*(?=\S)")
_WORD = re.compile(r"^\s*(?:pp?|pages?|S|Seiten?)\b\.?[\s~]*(?=[\w{])", re.IGNORECASE)
# SPIE has the number of a paper, and then its pages: "92090X-92090X-5".
_SPIE = re.compile(r"(\w{5,})-+\1-\d+")
# A journal of the ASM has one number with the year behind it: "e01786--19".
_ASM = re.compile(r"([em][A-Za-z]*\d{5})--?(\d\d)")
_ADDRESS = re.compile(r"https?://|www\.|10\.\d{4,9}/", re.IGNORECASE)
_LINK = re.compile(r"[\s,;(]*(?:doi:?\s*)?(?:https?://\S+|\b10\.\d{4,9}/\S+)", re.IGNORECASE)
# PubMed's parts of a volume: "122 ( Pt 2)".
_PART = re.compile(r"\s*\(\s*(Pt\b[^()]*?)\s*\)$")
# What is ahead of print.
_NOUGHT = re.compile(r"[{}\s]*0+[{}\s]*")


def pages(typed: str) -> str:
    r"""Return pages with an en dash between the first and the last; ``""`` for an address."""
    if not typed or _ADDRESS.match(typed):
        return ""
    text = _WORD.sub("", typed)
    if spie := _SPIE.fullmatch(text):
        return spie[1]
    if asm := _ASM.fullmatch(text):
        return f"{asm[1]}-{asm[2]}"
    return re.sub(r"\s*([,;])\s*", r"\1 ", "".join(map(_range, re.split(r"([,;])", text)))).strip()


def _range(part: str) -> str:
    # "4-1--4-9" are two of a chapter.
    sign = _DASHES if _DASHES.search(part) else _HYPHENS
    ends = sign.split(_OPEN.sub("", part))
    if len(ends) == 2 and ends[0].strip() == ends[1].strip():  # noqa: PLR2004
        return ends[0]
    return "–".join(ends)


def without_address(typed: str) -> str:
    """Return a number without the DOI or the address that some write behind it."""
    return _LINK.sub("", typed)


def is_number(typed: str) -> bool:
    """Whether a volume or an issue is one: journals have none that is 0."""
    return bool(typed) and not _NOUGHT.fullmatch(typed)


def issue(typed: str) -> str:
    """Return an issue, "1–2" for two in one; ``""`` for issue 0."""
    typed = without_address(typed)
    if not is_number(typed):
        return ""
    return re.sub(rf"(?<=\d)\s*[{_DASH}]{{1,3}}\s*(?=\d)", "–", typed)


def volume(typed: str) -> str:
    """Return a volume, without the series that Scopus has behind it: "11493 LNCS"."""
    if not is_number(typed):
        return ""
    return issue(
        _PART.sub(r"(\1)", re.sub(r"^(\d+)\s+(?:LNCS|LNAI|LNBIP|CCIS|AISC|IFIP\w*)$", r"\1", typed))
    )
