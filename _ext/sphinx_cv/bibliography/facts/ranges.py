"""Pages, volumes and issues as publishers and their programs write them."""

from __future__ import annotations

import re

# Hyphens and dashes of all kinds.
_DASH = "-‐‑‒–—―−"
_DASHES = re.compile(r"(?<=[\w}])\s*(?:-{2,3}|[‒–—―])\s*(?=[\w{])")
_HYPHENS = re.compile(rf"(?<=[\w}}])\s*[{_DASH}]\s*(?=[\w{{])")
# A dash set as a formula, and the thin spaces around one: "12\\,--\\,15".
_MINUS = re.compile(r"\$\s*-+\s*\$")
_SPACE_OF_TEX = re.compile(r"\\[,:;!]")
_OPEN = re.compile(rf"\s*[{_DASH}]+\s*$|^\s*[{_DASH}]+\s*(?=\S)")
_WORD = re.compile(r"^\s*(?:pp?|pages?|S|Seiten?)\b\.?[\s~]*(?=[\w{])", re.IGNORECASE)
# The word for what a number is of: "Vol. 12", "No. 3".
_VOLUME_WORD = re.compile(
    r"^\s*(?:(?:vol(?:ume)?|bd|band|jg|jahrgang|tom[eo]?)\b\.?|[vt]\.)[\s~]*(?=\d|[IVXLC]+$)",
    re.IGNORECASE,
)
# Frontiers has the year as well: "Volume 14 - 2020".
_YEAR_BEHIND = re.compile(r"(?<=\d)\s+[-–]\s+(?:19|20)\d\d$")
_ISSUE_WORD = re.compile(
    r"^\s*(?:(?:no|nr|number|issue|heft)\b\.?|n\.?[°º]|№|h\.)[\s~]*(?=\d)", re.IGNORECASE
)
# SPIE has the number of a paper, and then its pages: "92090X-92090X-5".
_SPIE = re.compile(r"(\w{5,})-+\1-\d+")
# A journal of the ASM has one number with the year behind it: "e01786--19".
# So has an abstract of the AGU: "H21L--1826".
_ASM = re.compile(r"([em][A-Za-z]*\d{5}|[A-Z]{1,2}\d\d[A-Z])--?(\d\d(?:\d\d)?)")
# ADS once had "149-+" and "L90+" for an end that it did not know.
_AND_ON = re.compile(r"(?<=\d)\s*-*\s*\+$")
_WORDS = re.compile(r"\D*[^\W\d_]{4,}\s\D*[^\W\d_]{4,}\D*")
# What stands for pages where there are none: "Article 1234", "Art. No. 1234".
_ARTICLE = re.compile(
    r"\s*(?:article|art\.?)(?:\s*(?:number|no|nr|id)\b\.?)?\s*:?[\s~]*([a-z]{0,2}\d[\w.-]*)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://|www\.|10\.\d{4,9}/", re.IGNORECASE)
_LINK = re.compile(r"[\s,;(]*(?:doi:?\s*)?(?:https?://\S+|\b10\.\d{4,9}/\S+)", re.IGNORECASE)
# PubMed's parts of a volume: "122 ( Pt 2)".
_PART = re.compile(r"\s*\(\s*((?:Pt|Suppl)\b[^()]*?)\s*\)$")
# RePEc's number of a volume that has no issues.
_NO_ISSUE = "C"
_MONTHS = re.compile(
    r"(?:\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\W*)+",
    re.IGNORECASE,
)
# What is ahead of print.
_NOUGHT = re.compile(r"[{}\s]*0+[{}\s]*")


def pages(typed: str) -> str:
    r"""Return pages with an en dash between the first and the last; ``""`` for an address."""
    if not typed or _ADDRESS.match(typed):
        return ""
    text = _AND_ON.sub("", _WORD.sub("", _SPACE_OF_TEX.sub("", _MINUS.sub("-", typed))))
    if spie := _SPIE.fullmatch(text):
        return spie[1]
    if asm := _ASM.fullmatch(text):
        return f"{asm[1]}-{asm[2]}"
    return re.sub(r"\s*([,;])\s*", r"\1 ", "".join(map(_range, re.split(r"([,;])", text)))).strip()


def article_in(typed: str) -> str:
    """Return the number of an article that some have for its pages, ``""`` for pages."""
    number = _ARTICLE.fullmatch(typed)
    return number[1] if number else ""


def _range(part: str) -> str:
    if _WORDS.fullmatch(part.strip()):
        return part
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


def without_word(typed: str) -> str:
    """Return a number without the word for what it is of: "No. 12"."""
    return _ISSUE_WORD.sub("", typed)


def issue(typed: str) -> str:
    """Return an issue, "1–2" for two in one; ``""`` for issue 0."""
    # HighWire has a space as "16_Supplement".
    typed = re.sub(r"\\?_", " ", without_word(typed))
    bare = without_address(typed).strip("{} ")
    return "" if bare == _NO_ISSUE or _MONTHS.fullmatch(bare) else _number(typed)


def months(typed: str) -> str:
    """Return the months that some have for the number of an issue: "January/February"."""
    return typed if _MONTHS.fullmatch(typed.strip("{} ")) else ""


def _number(typed: str) -> str:
    typed = without_address(typed)
    if not is_number(typed):
        return ""
    return re.sub(rf"(?<=\d)\s*[{_DASH}]{{1,3}}\s*(?=\d)", "–", typed)


def volume(typed: str) -> str:
    """Return a volume, without the series that Scopus has behind it: "11493 LNCS"."""
    typed = _YEAR_BEHIND.sub("", _VOLUME_WORD.sub("", typed))
    if not is_number(typed):
        return ""
    return _number(
        _PART.sub(r"(\1)", re.sub(r"^(\d+)\s+(?:LNCS|LNAI|LNBIP|CCIS|AISC|IFIP\w*)$", r"\1", typed))
    )
