"""The titles at a name, which are no part of it: "Prof. Dr.", "ד״ר", "教授", ", MD, PhD"."""

from __future__ import annotations

import re

# "Prof. Dr. rer. nat.", "PD Dr.-Ing.", "Univ.-Prof.".
_LATIN = (
    r"(?:PD|(?:\w+\.-)?(?:Prof(?:essor(?:in)?)?|Dr|Doz)\.?(?:-Ing\.)?"
    r"|(?:rer|nat|med|phil|jur|habil|h|c|h\.c)\.)"
)
# Hebrew, typed with its own marks or with those of the keyboard; Arabic; Chinese and Japanese.
_NATIVE = (
    r"(?:ד[״\"”'׳]{1,2}ר|פרופ[׳'’.]?|פרופסור"
    r"|(?:[أا]\.\s?)?د\.|(?:ال)?(?:دكتور|أستاذ|بروفيسور)ة?"
    r"|(?:副|准)?教授|博士)"
)
_BEFORE = re.compile(rf"\s*(?:(?:{_LATIN}|{_NATIVE})\s+)+(?=\S)")
_NATIVE_BEFORE = re.compile(rf"\s*(?:{_NATIVE}\s+)+(?=\S)")
_BEHIND = re.compile(r"\s*(?:(?:副|准|名誉)?教授|博士)$")
# "博士" may be a given name as well: then what is before it is a family name alone.
_SHORTEST = 3
# No name of a person; "ThuHa" and "LeBa" are, so that capitals within a word tell nothing.
_SURE = (
    r"(?:Ph\.?\s?D|(?:Pharm|Psy|Ed|Sc|Th|Jur)\.?D|Dr\.?P\.?H|[DM]\.?Phil"
    r"|[BDM]\.?Sc(?:N|Ed)?|CSc|[BDM]\.?(?:Eng|Ed|Res|Mus|Arch|Pharm))\.?"
)
# Those of few letters could be initials, "García López, MJ".
_DEGREE = (
    rf"(?:{_SURE}|(?:M\.?[ADS]|B\.?[AS]|D\.?O|J\.?D|R\.?N|P\.?E|S\.?J|O\.?P)\.?"
    r"|(?:M\.?B\.?A|M\.?P\.?[AHP]|[BM]\.?S\.?[NW]|M\.?F\.?A|D\.?D\.?S|D\.?M\.?[AD]|D\.?[NV]\.?[MP]"
    r"|VMD|LL\.?[BM]|[CMO]BE|F[BR][AS]|FAAN?|CPA|O\.?S\.?B|O\.?F\.?M|MB\s?BS|MBChB|FAC[CPS]"
    r"|FAHA|FIEEE|[FM]RC[PS]|FRSC|FREng|FMedSci|DAC(?:VIM|VP|VS)|dr hab)\.?)"
    r"(?:\s\([^()]{1,20}\))?"
)
# In a name that is all in capitals, what is behind the comma is the given name.
_DEGREES_BEHIND = re.compile(
    rf"(?:(?<=[^\W\d_A-Z])|(?<=\.))(?:(?:\s*,\s*{_DEGREE}(?:\s{_DEGREE})*)+|(?:\s{_DEGREE})*\s(?:{_SURE}))\s*$"
)
_SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})


def without_titles(name: str) -> str:
    """Return the name without the titles and degrees before and behind it."""
    return _without_degrees(_without(_BEFORE, name))


def is_suffix(word: str) -> bool:
    """Whether a word behind a name tells father from son: "Jr.", "III"."""
    return word in _SUFFIXES


def _without_degrees(name: str) -> str:
    found = _DEGREES_BEHIND.search(name)
    before = name[: found.start()].rstrip() if found else ""
    # "Lovelace, MD" and "van der Berg, MS" are family names with initials.
    is_family_name = before[:1].islower() and "," not in before
    if found is None or len(before.split()) == 1:
        return name
    return name if is_family_name and not re.search(r"[a-z]", found[0]) else before


def without_native_titles(name: str) -> str:
    """Return the name without those of its titles that are in other letters than Latin."""
    return name if name.isascii() else _without(_NATIVE_BEFORE, name)


def _without(before: re.Pattern[str], name: str) -> str:
    found = before.match(name)
    name = name[found.end() :] if found else name
    behind = _BEHIND.search(name)
    if behind is None or (behind[0].strip() == "博士" and behind.start() < _SHORTEST):
        return name
    return name[: behind.start()]
