"""Names of journals and houses that Web of Science has in capitals: "JOURNAL OF MILLS"."""

from __future__ import annotations

import re

_CAPITALS = re.compile(r"[A-Z0-9 &,.:;()'’/\\{}–-]+")
_WORD = re.compile(r"[A-Z]+(?:['’]S(?![A-Z]))?")
_SMALL = frozenset(
    """
    A AN AND AS AT BY DE DEL DER DES DI DU ET FOR FROM FUR IN LA LAS LE LES OF ON THE TO UND VON
    WITH Y ZUR
    """.split()
)
# It has the street of a publisher, too: "MILL PRESS 75 VARICK ST, 9TH FLR, NEW YORK".
_STREET = re.compile(
    r"(?<=[A-Z])\s\d{1,5}\s[A-Z0-9 ]+,[A-Z0-9 ,.-]+$"
    r"|(?<=\s(?:PRESS|GROUP|ASSOC))\s[A-Z ]+,\s[A-Z ]+\d[A-Z0-9 ,.-]+$"
)
# What is in capitals by itself.
_ACRONYMS = frozenset(
    """
    ACM ACS AIAA AIDS AIP ASCE ASME BMC BMJ CMAJ CNS DNA EMBO EPL ESAIM EURASIP FASEB FEBS HIV ICES
    IEEE IEICE IET IFAC IFIP IMA ISIJ ISPRS JAMA JETP JOM LWT MRS NMR PLOS PNAS QJM QSAR RAIRO RNA
    RSC SAE SIAM SIGCHI SIGCOMM SIGGRAPH SIGIR SIGKDD SIGMOD SIGPLAN SPE SPIE UK US USA
    """.split()
)
_ROMAN = re.compile(r"[IVX]+")
# Words as long as these are no acronyms.
_LONG, _SHORTEST = 6, 4


def in_small_letters(name: str) -> str:
    """Return the name of a journal or a house with capitals only where a title has them."""
    if not name.isupper():
        return name
    name = _STREET.sub("", name)
    words = _WORD.findall(name) if _CAPITALS.fullmatch(name) else []
    plain = [word for word in words if len(word) > 1 and not _kept(word)]
    is_sentence = any(word in _SMALL for word in plain) and len(words) > 2  # noqa: PLR2004
    if len(words) < 2 or not (is_sentence or any(len(word) >= _LONG for word in plain)):  # noqa: PLR2004
        return name
    if any(len(word) < _SHORTEST and word not in _SMALL for word in plain):
        return name
    return _WORD.sub(lambda match: _in_title(match[0], first=match.start() == 0), name)


def _in_title(word: str, *, first: bool) -> str:
    if len(word) == 1 or _kept(word):
        return word
    if word in _SMALL and not first:
        return word.lower()
    return word.capitalize()


def _kept(word: str) -> bool:
    return word in _ACRONYMS or bool(_ROMAN.fullmatch(word))
