"""Names of people that are spelled in two ways. Knows no Sphinx.

Two spellings are of one name where they differ by accents, hyphens or capitals, or by one
letter in a name that is long enough for a slip. Two that author one paper are two people.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from pathlib import PurePath
from typing import TYPE_CHECKING

from sphinx_cv.model import text
from sphinx_cv.model.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .cv import Mention

# A syllable of Mandarin in pinyin, and of Korean as it is commonly written: names of two people
# differ by as little as a letter there.
_PINYIN = (
    "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an"
    "|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|[aeiouv])"
)
_HANGUL = "(?:ch|kk|tt|pp|ss|jj|[bcdghjklmnprstyw])?[yw]?(?:ae|eo|eu|oo|ou|[aeiou])(?:ng|[nklmpt])?"
_SYLLABLES = re.compile(rf"(?:{_PINYIN}){{1,3}}|(?:{_HANGUL}){{1,2}}")
_SYLLABLE = re.compile(f"{_PINYIN}|{_HANGUL}")
# A shorter part of a name is near many others: Wei, Wen.
_SHORTEST = 4
# Initials and particles do not identify a person.
_GIVEN = 3
_LONGEST_RUN = 4
# Longer words are not names; longer names are not compared letter by letter.
_LONGEST_WORD = 40
_LONGEST_NAME = 100
# Words with one blank between them. They give nothing back, so a long text takes no longer.
_WORD = re.compile(r"[\w'’-]++")
_WORDS = re.compile(r"[\w'’-]++(?: [\w'’-]++)*+")
_NOT_FIRST = "0123456789_'’-"


def misspelled(
    people: Iterable[Mention], prose: Iterable[Mention], accepted: Iterable[str]
) -> Iterator[Finding]:
    """Yield one finding for each rarer spelling, at its first mention.

    *people* are names for sure; *prose* are runs of capitalized words, in which only those
    names are looked for; *accepted* are forms that are right beside one another.
    """
    spelled: dict[str, list[Mention]] = defaultdict(list)
    for mention in people:
        spelled[mention.name].append(mention)
    known = _index(spelled)
    words = {word for name in spelled for word in fold(name).split()}
    found = [
        mention
        for mention in prose
        if mention.name not in spelled
        and words.intersection(fold(mention.name).split())
        and any(_is_slip(mention.name, other) for other in _near(mention.name, known))
    ]
    for mention in found:
        spelled[mention.name].append(mention)
    known = _index(spelled)
    fine = set(accepted)
    for name, mentions in spelled.items():
        for other in sorted(_near(name, known)):
            if {name, other} <= fine or not _is_worse(name, other, spelled):
                continue
            first, right = mentions[0], spelled[other][0]
            if not (first.silenced or right.silenced):
                yield Finding(
                    subtype="spelling",
                    message=f'"{name}" is also spelled "{other}" ({_where(right)}): '
                    "choose one spelling",
                    line=first.line,
                    place=first.place,
                    column=first.column,
                    length=len(name) if first.column else 0,
                )
            break


def _is_worse(name: str, other: str, spelled: Mapping[str, list[Mention]]) -> bool:
    """Whether *name* is a spelling of *other*, and the rarer or the plainer of the two."""
    mine, theirs = spelled[name], spelled[other]
    if not _is_slip(name, other):
        return False
    works, others = ({at.work or at for at in mentions} for mentions in (mine, theirs))
    if works & others:
        return False
    if min(len(works), len(others)) > 1 and fold(name) != fold(other):
        # A slip is made once; these are two people.
        return False
    # Of two that are as good, the first is right: *spelled* has them in their order.
    order = list(spelled)
    return (len(mine), not name.isascii(), order.index(other)) < (
        len(theirs),
        not other.isascii(),
        order.index(name),
    )


def runs(text: str) -> Iterator[tuple[str, int]]:
    """Yield the runs of two to four capitalized words in a line, and their columns from 1."""
    for match in _WORDS.finditer(text):
        words = [(word[0], match.start() + word.start()) for word in _WORD.finditer(match[0])]
        for first, (word, column) in enumerate(words):
            # Before the first word of a name may be a quotation mark.
            name = word.lstrip(_NOT_FIRST)
            if not _is_capitalized(name):
                continue
            for last, (following, _column) in enumerate(
                words[first + 1 : first + _LONGEST_RUN], first + 1
            ):
                if not (following[0].isalpha() and 1 < len(following) <= _LONGEST_WORD):
                    break
                if following[0].isupper():
                    rest = (part for part, _column in words[first + 1 : last + 1])
                    yield " ".join((name, *rest)), column + len(word) - len(name) + 1


def _is_capitalized(word: str) -> bool:
    return word[:1].isupper() and 1 < len(word) <= _LONGEST_WORD


@functools.cache
def fold(name: str) -> str:
    """Return a name without accents, apostrophes, hyphens and capitals."""
    return " ".join(re.sub(r"[-‐‑.]", " ", text.fold(name)).split())


def _where(mention: Mention) -> str:
    place = PurePath(mention.place)
    return f"{place.name if place.is_absolute() else place}, line {mention.line}"


def _index(names: Iterable[str]) -> Mapping[str, set[str]]:
    """Map each name, folded, and it without each of its letters, to its spellings."""
    index: dict[str, set[str]] = defaultdict(set)
    for name in names:
        for key in _keys(fold(name)):
            index[key].add(name)
    return index


def _keys(folded: str) -> Iterator[str]:
    yield folded
    for place in range(len(folded) if len(folded) <= _LONGEST_NAME else 0):
        yield folded[:place] + folded[place + 1 :]


def _near(name: str, index: Mapping[str, set[str]]) -> set[str]:
    return {other for key in _keys(fold(name)) for other in index.get(key, ())} - {name}


def _is_slip(name: str, other: str) -> bool:
    """Whether the two spellings, which are near, can hardly be of two people."""
    mine, theirs = fold(name), fold(other)
    if mine == theirs:
        # Initials and apostrophes are written in many ways, and all of them are right.
        same = text.with_one_apostrophe(name) == text.with_one_apostrophe(other)
        return not same and not re.search(r"\b\w\b", mine)
    if len(mine.split()) != len(theirs.split()) or " " not in mine:
        return False
    parts = list(zip(mine.split(), theirs.split(), strict=True))
    if all(_SYLLABLES.fullmatch(part) for pair in parts for part in pair):
        return False
    differing = [pair for pair in parts if pair[0] != pair[1]]
    # Emily Chen and Emily Cheng.
    if all(_SYLLABLE.fullmatch(part) for pair in differing for part in pair):
        return False
    common = [pair[0] for pair in parts if pair[0] == pair[1]]
    if len(differing) != 1 or len(max(common, key=len)) < _GIVEN:
        return False
    return _is_slip_of_part(*differing[0], last=differing == parts[-1:])


def _is_slip_of_part(a: str, b: str, *, last: bool) -> bool:
    # A genitive and a plural add an "s".
    if min(len(a), len(b)) < _SHORTEST or a[0] != b[0] or f"{a}s" == b or f"{b}s" == a:
        return False
    # Maria and Marie, Andrea and Andreas, Yiming and Yuming are two people.
    return last or (len(a) != len(b) and a[-2:] == b[-2:])
