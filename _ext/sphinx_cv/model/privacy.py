"""Which facts of the profile are private: read from what the owner wrote, however they wrote it.

A list that cannot be read whole fails closed: every fact that it may mean is private.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from sphinx_cv.model.options.declared import STRING, keys_of, shown

from .profile import Profile
from .suggestion import hint_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

# The facts that can be private: one text each, which a CV can do without.
FACTS = tuple(
    name for name, key in keys_of(Profile).items() if key.kind is STRING and name != "name"
)
PRIVATE = "private"
# Facts that stand in this file beside conf.py are private.
PRIVATE_FILE = "private.toml"
# A word as near as this to the name of a fact may mean it; the suggestions of messages are alike.
_NEAR = 0.6
# No word of a list is longer. Comparing words takes the product of their lengths.
_LONGEST = 40
_WRITE = f'write "{PRIVATE}": ["birth", "phone"]'
_DEEPEST = 4
# What people put between two words of one text.
_BETWEEN = re.compile(r"[\s,;/|&+:]+")


class PrivateFacts:
    """Private values of the profile, which no pickle carries.

    Sphinx writes its configuration into the folder that it publishes. Copies of this object
    that are made by way of a pickle are empty, so the values stay in the running process.
    ``forms`` has each value in all languages, of which this build prints one.
    ``is_certain`` is False where the owner's list of private keys could not be read whole.
    """

    def __init__(
        self,
        values: Mapping[str, str] | None = None,
        *,
        forms: Mapping[str, tuple[str, ...]] | None = None,
        unfit: Iterable[str] = (),
        is_certain: bool = True,
    ) -> None:
        self._values = dict(values or {})
        self._forms = {key: (value,) for key, value in self._values.items()} | dict(forms or {})
        self._unfit = frozenset(unfit)
        self.is_certain = is_certain

    def __getitem__(self, key: str) -> str:
        return self._values[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __bool__(self) -> bool:
        return bool(self._values)

    def __reduce__(self) -> tuple[type[PrivateFacts], tuple[()]]:
        return type(self), ()

    def __repr__(self) -> str:
        return f"<{len(self._values)} private facts>"

    def told_forms(self) -> dict[str, tuple[str, ...]]:
        """Return the texts that nothing public may tell, by their keys: in every language."""
        return {key: self._forms[key] for key in self._values}

    def printed(self) -> dict[str, str]:
        """Return the facts that the owner's own PDF shows: those without a fault."""
        return {key: value for key, value in self._values.items() if key not in self._unfit}


def private_keys(values: Mapping[Any, Any]) -> set[str]:
    """Return every key of *values* that is meant to be private, or may be meant."""
    meant: set[str] = set()
    for key, value in values.items():
        if key == PRIVATE or (key not in keys_of(Profile) and names_private(key)):
            meant |= _meant(value)
        elif key not in keys_of(Profile):
            # "hidden": ["phone"] says it in other words.
            meant |= {fold(word) for word in _words(value) if isinstance(word, str)} & {*FACTS}
    return meant - {"name"}


def names_private(key: object) -> bool:
    """Whether a key or setting may be a misspelling of ``private``."""
    word = fold(key) if isinstance(key, str) else ""
    return "priv" in word or bool(get_close_matches(word[:_LONGEST], [PRIVATE], cutoff=_NEAR))


def private_problems(values: Mapping[Any, Any]) -> Iterator[tuple[str, str]]:
    """Yield what keeps ``private`` from being read whole: the key and a sentence.

    No message shows a value of the list: it may be a private fact itself.
    """
    for key, value in values.items():
        if key == PRIVATE and isinstance(value, (list, tuple)):
            for name in value:
                if not (isinstance(name, str) and name in FACTS):
                    yield key, _refusal(name, values)
        elif key == PRIVATE:
            yield key, f'"{PRIVATE}" in cv_profile is not a list of keys: {_WRITE}'
        elif key not in keys_of(Profile) and (names_private(key) or private_keys({key: value})):
            yield key, f"{shown(key)} does not make anything private: {_WRITE}"


def _refusal(name: object, values: Mapping[Any, Any]) -> str:
    is_value = any(isinstance(value, str) and str(name) in value for value in values.values())
    given = "this value" if is_value and fold(str(name)) not in FACTS else shown(name)
    hint = hint_of(str(name)[:_LONGEST], FACTS)
    return f"{given} cannot be private: write keys that hold one string.{hint}"


def fold(word: str) -> str:
    """Return the letters and digits of a word, as they are compared: ``E-Mail`` is ``email``."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", word).casefold()))


def _meant(value: object) -> set[str]:
    """Return the keys that a list may mean: all, where one word of it cannot be read."""
    if isinstance(value, (list, tuple)) and not value:
        return set()
    found = [_keys_meant(word) for word in _words(value)]
    return set().union(*found) if found and all(found) else {*keys_of(Profile)} - {PRIVATE}


def _keys_meant(word: object) -> set[str]:
    """Return the keys that one word may mean, none where it cannot be read."""
    folded = fold(word) if isinstance(word, str) and len(word) <= _LONGEST else ""
    if folded in keys_of(Profile):
        return {folded}
    inside = {name for name in FACTS if name in folded}
    return inside | {*get_close_matches(folded, FACTS, n=len(FACTS), cutoff=_NEAR)}


def _words(value: object, depth: int = 0) -> Iterator[object]:
    """Yield the words of a text, a list, or a list of lists; what cannot be read as None."""
    if isinstance(value, str) and len(value) <= _LONGEST * len(FACTS):
        yield from filter(None, _BETWEEN.split(value))
    elif isinstance(value, (list, tuple, set, frozenset, dict)) and depth < _DEEPEST:
        for part in value:
            yield from _words(part, depth + 1)
    else:
        yield None
