"""Marks at people's names: who contributed equally, who answers letters, who supervised.

They come from biblatex's data annotation ``author+an = {1=equal;2=equal}``, or from a mark
typed at the end of a name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pybtex.database import Entry, Person

# The words that need no setting, each with its sign.
MARKS = {"equal": "*", "corresponding": "†", "supervising": "‡"}

# In TeX's words, as text or in a formula.
_COMMANDS = {
    r"\textasteriskcentered": "*",
    r"\textdaggerdbl": "‡",
    r"\textdagger": "†",
    r"\ddagger": "‡",
    r"\dagger": "†",
    r"\ddag": "‡",
    r"\dag": "†",
    r"\star": "⋆",
    r"\ast": "*",
    r"\S": "§",
}
_SIGNS = "*†‡§#∗⋆"
_RAISED_NUMBERS = "¹²³⁴⁵⁶⁷⁸⁹⁰"
# No "+" within another: a long row of stars would take for ever.
_MARK = rf"(?:\\?[{_SIGNS}]|(?:{'|'.join(map(re.escape, _COMMANDS))})(?![A-Za-z])\s*)"
# Raised numbers are those of affiliations, which a CV does not print.
_RAISED = rf"\$?\^?(?:{_MARK}|[\d,\s])+\$?"
_FORMULA = rf"(?:\{{\}})?\s*(?:\^?{_MARK}+|\^\d|\^?\{{{_RAISED}\}})"
_TYPED = re.compile(
    rf"(?:{_MARK}|\{{{_MARK}+\}}|\{{?\$\{{?{_FORMULA}\}}?\$\}}?|\\\({_FORMULA}\\\)"
    rf"|\{{\}}(?=\$)|\\textsuperscript\{{{_RAISED}\}}|[{_RAISED_NUMBERS}]){{1,9}}$"
)
# "1=equal", "2:family=equal,corresponding"; literals in quotes are data.
_ANNOTATION = re.compile(r"\b(\d{1,4})(?::\w+)?\s*=\s*([^;]+)")
# al-folio explains the marks of a paper: "* co-first author<br>† on leave".
_EXPLAINED = re.compile(
    rf"(?:^|<br\s*/?>|[;,.])\s*(?:<sup>\s*|\$(?:\{{\}})?\^\{{?|\^)?({_MARK}+)\s*(?:</sup>|\}}?\$)?[\s:=]*",
    re.IGNORECASE,
)
# What a mark says of people; any other text may be a note that was never to be public.
_OF_MARKS = re.compile(
    r"\b(?:(?:co-?)?(?:first|last|senior|lead|joint|shared)[ -]author|equal|contribut|correspond"
    r"|supervis|advis|alphabetical|on leave|student)",
    re.IGNORECASE,
)
# What the legend says of a mark anyway.
_SAID = {"*": "equal", "†": "correspond", "‡": "supervis"}
_LITERAL = re.compile(r'"[^"]*"')


def marks_of(entry: Entry, role: str, own: Mapping[str, tuple[str, str]]) -> list[str]:
    """Return the marks of each person of a *role*, ``""`` for most.

    *own* are the words that the settings give a sign and a meaning.
    """
    marks = [typed_marks(person) for person in entry.persons.get(role, [])]
    signs = _signs(own)
    for place, word in annotated(entry, role, literals=True):
        mark = signs.get(word, "")
        if place in range(len(marks)) and mark not in marks[place]:
            marks[place] += mark
    return marks


def marked_words(entry: Entry, role: str, own: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    """Yield the words that the marks of the persons of a *role* stand for; *own* is as above.

    A typed mark stands for the word that has it; a word of the settings goes before another.
    """
    persons, signs = entry.persons.get(role, []), _signs(own)
    explained = explained_marks(entry)
    words = {sign: word for word, sign in signs.items() if sign not in explained}
    typed = "".join(map(typed_marks, persons))
    yield from (words[mark] for mark in typed if mark in words)
    for place, word in annotated(entry, role, literals=True):
        if place in range(len(persons)) and word in signs:
            yield word


def _signs(own: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    return MARKS | {word: sign for word, (sign, _meaning) in own.items()}


def annotated(entry: Entry, role: str, *, literals: bool = False) -> Iterator[tuple[int, str]]:
    """Yield the place of a person and a word that is said of them, in small letters.

    What stands in quotes is data such as an ORCID iD, and told with *literals* alone.
    """
    prefix = f"{role}+an"
    for name, value in entry.fields.items():
        if name.lower() == prefix or name.lower().startswith(f"{prefix}:"):
            for number, typed in _ANNOTATION.findall(value):
                said = typed if literals else _LITERAL.sub("", typed)
                for word in re.split(r'[,\s"]+', said.lower()):
                    if word:
                        yield int(number) - 1, word


def typed_marks(person: Person) -> str:
    """Return the marks typed at the end of a person's last or first name."""
    parts = (*person.last_names, *person.lineage_names, *person.bibtex_first_names)
    typed = "".join(match[0] for part in parts if (match := _TYPED.search(part)))
    return _signs_in(typed) if typed else ""


def explained_marks(entry: Entry) -> dict[str, str]:
    """Return what the field ``annotation`` says of the marks typed at the people of *entry*.

    Without such marks it is a note of the owner's own.
    """
    text = entry.fields.get("annotation", "")
    found = list(_EXPLAINED.finditer(text))
    if not found or found[0].start():
        return {}
    typed = "".join(typed_marks(one) for people in entry.persons.values() for one in people)
    ends = [*(match.start() for match in found[1:]), len(text)]
    meanings = {
        _signs_in(match[1]): text[match.end() : end].strip(" .,;")
        for match, end in zip(found, ends, strict=True)
    }
    return {
        sign: meaning
        for sign, meaning in meanings.items()
        if sign in typed and _OF_MARKS.search(meaning) and not _is_in_legend(sign, meaning)
    }


def _is_in_legend(sign: str, meaning: str) -> bool:
    return sign in _SAID and _SAID[sign] in meaning.lower()


def _signs_in(typed: str) -> str:
    for command, mark in _COMMANDS.items():
        typed = re.sub(rf"{re.escape(command)}(?![A-Za-z])", mark, typed)
    return "".join(dict.fromkeys(mark for mark in typed.replace("∗", "*") if mark in _SIGNS))


def without_marks(part: str) -> str:
    """Return a part of a name without the marks at its end."""
    return _TYPED.sub("", part)
