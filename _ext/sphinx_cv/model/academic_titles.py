"""The academic titles at a name, which are no part of it: "Prof. Dr.", "ד״ר", "教授"."""

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


def without_titles(name: str) -> str:
    """Return the name without the academic titles before and behind it."""
    return _without(_BEFORE, name)


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
