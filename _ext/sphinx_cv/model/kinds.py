"""The kinds of entries and talks, as data; ``cv_kinds`` in conf.py adds to them.

The order of the tables is that of a list which is grouped by kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from .suggestion import hint_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

FIRST = ("title", "organization")
OF = ("entry", "talk")
DEFAULT_ENTRY_KIND = "experience"
# The keys of a kind in cv_kinds.
KEYS = ("label", "first", "of")
# Of a kind or an option: a part of classes in HTML, and of options as they are typed.
NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


@dataclass(frozen=True, kw_only=True, slots=True)
class Kind:
    """A kind of entry or talk.

    ``label`` names it in English: a heading above several entries, a remark at one talk. ``first``
    is the field that the printed line starts with. Sections of a kind ``by_weight`` are often in
    another order than that of their dates. A ``position`` is held full-time at one place. A role
    is printed after the title where ``role_first``, else among the facts of the second line.
    """

    name: str
    label: str
    first: str = "title"
    by_weight: bool = False
    position: bool = False
    role_first: bool = False


@dataclass(frozen=True, slots=True)
class Kinds:
    """The kinds that a CV may use, by their names."""

    entry: Mapping[str, Kind]
    talk: Mapping[str, Kind]

    def of(self, objtype: str) -> Mapping[str, Kind]:
        """Return the kinds of an object type, ``entry`` or ``talk``."""
        return self.talk if objtype == "talk" else self.entry


def N_(word: str) -> str:  # noqa: N802
    """Mark a word for translation, which happens where it is printed."""
    return word


def _table(kinds: Iterable[Kind]) -> Mapping[str, Kind]:
    return MappingProxyType({kind.name: kind for kind in kinds})


ENTRY_KINDS = _table(
    (
        Kind(name="education", label=N_("education"), first="organization"),
        Kind(name="experience", label=N_("experience"), position=True),
        Kind(name="visit", label=N_("research visits")),
        Kind(name="teaching", label=N_("teaching")),
        Kind(name="student", label=N_("students"), by_weight=True, role_first=True),
        Kind(name="grant", label=N_("grants"), by_weight=True),
        Kind(name="project", label=N_("projects"), by_weight=True),
        Kind(name="award", label=N_("awards"), by_weight=True),
        Kind(name="software", label=N_("software"), by_weight=True, role_first=True),
        Kind(name="service", label=N_("service"), by_weight=True, role_first=True),
        Kind(name="editorial", label=N_("editorial work"), by_weight=True, role_first=True),
        Kind(name="committee", label=N_("committees"), by_weight=True, role_first=True),
        Kind(name="membership", label=N_("memberships"), by_weight=True, role_first=True),
        Kind(name="event", label=N_("events organized"), role_first=True),
        Kind(name="media", label=N_("media")),
        Kind(name="outreach", label=N_("outreach")),
        Kind(name="certificate", label=N_("certificates")),
        Kind(name="skill", label=N_("skills"), by_weight=True),
        Kind(name="language", label=N_("languages"), by_weight=True),
        Kind(name="referee", label=N_("referees"), by_weight=True),
    )
)
TALK_KINDS = _table(
    (
        Kind(name="keynote", label=N_("keynote")),
        Kind(name="plenary", label=N_("plenary")),
        Kind(name="invited", label=N_("invited")),
        Kind(name="contributed", label=N_("contributed")),
        Kind(name="colloquium", label=N_("colloquium")),
        Kind(name="seminar", label=N_("seminar")),
        Kind(name="lecture", label=N_("lecture")),
        Kind(name="tutorial", label=N_("tutorial")),
        Kind(name="panel", label=N_("panel")),
        Kind(name="discussant", label=N_("discussant")),
        Kind(name="chair", label=N_("chair")),
        Kind(name="moderator", label=N_("moderator")),
        Kind(name="poster", label=N_("poster")),
        Kind(name="demo", label=N_("demo")),
        Kind(name="podcast", label=N_("podcast")),
        Kind(name="outreach", label=N_("outreach")),
    )
)
BUILT_IN = Kinds(ENTRY_KINDS, TALK_KINDS)


def read_kinds(values: Mapping[str, Mapping[str, Any]]) -> Kinds:
    """Return the built-in kinds and those of sound *values* of ``cv_kinds``.

    A name that is built in gets the label and the first field given.
    """
    tables = {objtype: dict(BUILT_IN.of(objtype)) for objtype in OF}
    for name, facts in values.items():
        table = tables[facts.get("of", "entry")]
        known = table.get(name, Kind(name=name, label=name, by_weight=True))
        table[name] = Kind(
            name=name,
            label=facts.get("label", known.label),
            first=facts.get("first", known.first),
            by_weight=known.by_weight,
            position=known.position,
            role_first=known.role_first,
        )
    return Kinds(*(MappingProxyType(tables[objtype]) for objtype in OF))


def problems(values: object) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with ``cv_kinds``: the kind (``""`` for the whole) and a sentence."""
    if not isinstance(values, dict):
        yield "", 'cv_kinds is not a dictionary: write cv_kinds = {"fieldwork": {}}'
        return
    for name, facts in values.items():
        if not isinstance(name, str) or not NAME.fullmatch(name):
            yield str(name), f'"{name}" cannot be the name of a kind: write "fieldwork"'
        elif not isinstance(facts, dict):
            example = f'write "{name}": {{"label": "{name.capitalize()}"}}'
            yield name, f'"{name}" in cv_kinds is not a dictionary: {example}'
        else:
            for message in _faults(name, facts):
                yield name, message


def _faults(name: str, facts: Mapping[object, object]) -> Iterator[str]:
    choices: dict[object, tuple[str, ...]] = {"first": FIRST, "of": OF}
    for key, value in facts.items():
        if key not in KEYS:
            hint = hint_of(str(key), KEYS)
            yield f'"{name}" in cv_kinds: unknown key "{key}".{hint}'
        elif key == "label" and not (isinstance(value, str) and value.strip()):
            yield f'"label" of "{name}" in cv_kinds is not a text: {value!r}'
        elif key in choices and value not in choices[key]:
            words = " or ".join(f'"{word}"' for word in choices[key])
            yield f'"{key}" of "{name}" in cv_kinds is {value!r}: write {words}'
