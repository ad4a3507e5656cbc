"""Words that are read as one, between which no line ends: names, amounts, numbers with a unit.

The website and print keep them together in their own ways; no text is changed by it, so that who
copies or looks for "SEK 18,000,000" has the space that is typed.
"""

from __future__ import annotations

# A part of a name: of two letters at least, and of as many as a narrow column has room for.
NAME = r"[A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-Я][^\W\d_]{1,17}"
# Before a name, which is not left without it.
TITLES = "Dr|Prof|Mr|Mrs|Ms"
_NUMBER = r"\d(?:[\d.,’']{0,20}\d)?(?: \d{3}(?!\d)){0,5}(?![.,’']?\d)"
_CURRENCY = "[A-Z]{3}|[$£¥€]|kr"
_UNIT = (
    r"[kMG]?(?:Hz|W|V|eV|B|bit)|[kcmµn]?[mgs]|h|min|K|°C|%|[kM]€|Mio\.?|million|billion|Mrd\.?|Md"
)
# Behind another word, with its name alone: a narrow column has no room for more.
_PARTICLE = "v[ao]n(?: de[rn])?|de(?: la| los)?|del|d[aiu]|d[ao]s|della|te[nr]|af|bin|ibn|al|el"
# The initials of PubMed and what stands behind a name, "FRS"; not the first of "Ada M. King".
_INITIALS = (
    r"(?:[A-Z]{2,3}(?=[,.;:)]|$| (?:and|et|und|y|e|&) )"
    r"|[A-Z](?=[,;:)]|\.?$| (?:and|et|und|y|e|&) ))"
)
# Dates and numbers of issues in scripts without spaces: a line could end between any two signs.
WIDE_UNITS = "年月日号號期卷页頁回巻년월일회호권"
_WIDE_DATE = r"\d{1,4} ?[年년](?: ?\d{1,2} ?[月월](?: ?\d{1,2} ?[日일])?)?"
# A day with its month, before the year: "30. November 2018", "November 30, 2018".
_DAY = (
    r"(?<!\d)\d{1,2}(?:er|\.)? [^\W\d_]{3,10}(?= \d{4}(?!\d))"
    r"|(?<!\w)[^\W\d_]{3,9} \d{1,2}(?=, \d{4}(?!\d))"
)
# French has a space within its quotes and before ";" and what is higher, typed as any other. A
# word begins there: a box from its middle could part it.
_FRENCH = r"(?<!\S)(?:« [^\s«»]{1,16}(?: [»;:!?]){0,2}|[^\s«»]{1,16}(?: [»;:!?]){1,2})(?![\w»;:!?])"

TOGETHER = (
    rf"(?:(?<![\w.,’'-])(?:"
    rf"(?:{_CURRENCY}) {_NUMBER}"
    rf"|{_NUMBER} (?:{_CURRENCY}|{_UNIT})(?![\w’'])"
    rf"|(?<=[\w.]\s)(?:{_PARTICLE}) {NAME}(?: {_INITIALS})?"
    rf"|{NAME}(?:-{NAME})? {_INITIALS}"
    # "N Engl J Med".
    rf"|[A-Z] {NAME}"
    rf")|{_FRENCH}|{_DAY}|(?<!\d)(?:{_WIDE_DATE}|\d{{1,4}} ?[{WIDE_UNITS}]))"
)
