"""The word that was probably meant."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

# Comparing takes the product of two lengths, and no word that is meant is longer.
_LONGEST = 100

# What people write in place of a word of ours, which no comparison of letters finds; of several
# words the first that is known is meant.
_SYNONYMS = {
    "mobile": "phone",
    "cell": "phone",
    "telephone": "phone",
    "mail": "email",
    "homepage": "website",
    "url": "website",
    "born": "birth",
    "birthday": "birth",
    "birthdate": "birth",
    "street": "address",
    "picture": "photo",
    "image": "photo",
    "avatar": "photo",
    "about": "summary",
    "bio": "summary",
    "jobtitle": "position",
    "social": "links",
    "profiles": "links",
    "conference": "event",
    "venue": "event",
    "place": "location",
    "city": "location",
    "country": "location",
    "authors": "with",
    "speakers": "with",
    "coauthors": "with",
    "employer": "organization affiliation",
    "company": "organization affiliation",
    "institution": "organization affiliation",
    "university": "organization affiliation",
    "funder": "organization",
    "journal": "organization",
    "year": "date",
    "dates": "date",
    "begin": "start",
    "from": "start",
    "until": "end",
    "to": "end",
    "paper": "publication",
    "prize": "award",
    "honor": "award",
    "honour": "award",
    "scholarship": "award",
    "job": "experience",
    "position": "experience",
    "employment": "experience",
    "degree": "education",
    "course": "teaching",
    "lecture": "teaching",
    "supervision": "student",
    "advisee": "student",
    "press": "media",
    "oral": "contributed",
    "spotlight": "contributed",
    "reviewing": "service",
    "reviewer": "service",
    "license": "certificate",
    "licence": "certificate",
    "licensure": "certificate",
    "certification": "certificate",
    "accreditation": "certificate",
    "mentee": "student",
    "mentoring": "student",
    "funding": "grant",
    "fellowship": "award",
    "residency": "visit",
    "interview": "media",
    "society": "membership",
    "grand rounds": "lecture",
}


def suggestion(
    word: str, known: Iterable[str], *, cutoff: float = 0.6, letters: int | None = None
) -> str:
    """Return `` Did you mean "x"?`` for the nearest of the *known* words, else ``""``.

    Capitals tell no word from another, unless both are known. The two may differ by so many
    *letters* at most.
    """
    if len(word) > _LONGEST:
        return ""
    words = list(known)
    meant = [other for other in _SYNONYMS.get(word.casefold(), "").split() if other in words]
    if meant and word not in words:
        return f' Did you mean "{meant[0]}"?'
    folded = {other.casefold(): other for other in reversed(words)}
    nearest = get_close_matches(word, words, n=1, cutoff=cutoff) or [
        folded[other] for other in get_close_matches(word.casefold(), folded, n=1, cutoff=cutoff)
    ]
    if letters is not None:
        nearest = [other for other in nearest if _distance(word.casefold(), other) <= letters]
    return f' Did you mean "{nearest[0]}"?' if nearest else ""


def hint_of(word: str, known: Collection[str]) -> str:
    """Return what to write for an unknown *word*: the nearest of the *known* words, or all."""
    return suggestion(word, known) or f" Known: {', '.join(known)}."


def _distance(one: str, other: str) -> int:
    """Return how many letters are to be put in, taken out or changed (Levenshtein)."""
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, 1):
        last, row[0] = row[0], place
        for at, its in enumerate(other, 1):
            last, row[at] = row[at], min(row[at] + 1, row[at - 1] + 1, last + (letter != its))
    return row[-1]
