"""How references are printed: the keys of ``cv_references``. Knows no Sphinx."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sphinx_cv.model.suggestion import hint_of, suggestion

from .declared import DICTIONARY, LIST, STRING, Key, key, keys_of, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

IDENTIFIERS = ("doi", "pmid", "pmcid")


def _one_of(*known: str) -> Callable[[str], Iterator[str]]:
    def check(value: str) -> Iterator[str]:
        if value not in known:
            words = ", ".join(f'"{word}"' for word in known)
            yield f"{shown(value)} is none of {words}.{suggestion(value, known)}"

    return check


def _are_identifiers(value: list[Any]) -> Iterator[str]:
    for word in value:
        yield from _one_of(*IDENTIFIERS)(str(word))


def _are_signs(value: dict[Any, Any]) -> Iterator[str]:
    for word, pair in value.items():
        sound = isinstance(pair, (list, tuple)) and len(pair) == 2  # noqa: PLR2004
        if not sound or not all(isinstance(text, str) and text for text in (word, *pair)):
            yield f'{shown(word)} has no sign and meaning: write "{word}": ("§", "what it means")'


_AND = Key(
    STRING,
    "What comes before the last name: `and`, in the language of the CV, `&`, or nothing.",
    _one_of("", "and", "&"),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class ReferenceOptions:
    """How references are printed, the keys of ``cv_references``.

    ``conjunction`` is the key ``and``, a word of Python. ``marks`` and ``signs`` map a word in
    small letters to its sign and its meaning.
    """

    detail: str = key(
        STRING,
        default="full",
        check=_one_of("full", "brief"),
        help="`full`, or `brief`: conference papers by venue and year alone.",
    )
    names: str = key(
        STRING,
        default="full",
        check=_one_of("full", "initials", "family-first", "vancouver"),
        help="`full`: Ada Mary King. `initials`: A. M. King. `family-first`: King, A. M. "
        "`vancouver`: King AM.",
    )
    conjunction: str = ""
    titles: str = key(
        STRING,
        default="roman",
        check=_one_of("roman", "quoted"),
        help="`roman`, or `quoted`: the titles of parts in quotation marks.",
    )
    year: str = key(
        STRING,
        default="end",
        check=_one_of("end", "after-authors"),
        help="`end`, or `after-authors`: Ada King (2020). Title.",
    )
    identifiers: tuple[str, ...] = key(
        LIST.such_as('["doi"]'),
        default=(),
        check=_are_identifiers,
        help="Numbers printed after the year: `doi`, `pmid`, `pmcid`.",
    )
    marks: dict[str, tuple[str, str]] = field(
        default_factory=dict,
        metadata={
            "key": Key(
                DICTIONARY.such_as('{"student": ("§", "doctoral student")}'),
                "Words of `author+an`, each with its sign and its meaning: "
                '`{"student": ("§", "doctoral student")}`.',
                _are_signs,
            )
        },
    )
    signs: dict[str, tuple[str, str]] = field(
        default_factory=dict,
        metadata={
            "key": Key(
                DICTIONARY.such_as('{"refereed": ("◆", "peer-reviewed")}'),
                "Keywords of a publication, each with its sign and its meaning: "
                '`{"refereed": ("◆", "peer-reviewed")}`.',
                _are_signs,
            )
        },
    )

    @classmethod
    def read(cls, values: Mapping[str, Any]) -> ReferenceOptions:
        """Build it from sound values of ``cv_references``."""
        facts = {"conjunction" if name == "and" else name: value for name, value in values.items()}
        for name in ("marks", "signs"):
            facts[name] = {word.lower(): tuple(pair) for word, pair in facts.get(name, {}).items()}
        return cls(**facts | {"identifiers": tuple(values.get("identifiers", ()))})


# Every key of cv_references.
KEYS: dict[str, Key] = keys_of(ReferenceOptions) | {"and": _AND}


def problems(values: Mapping[Any, Any]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with ``cv_references``: the key and a sentence."""
    for name, value in values.items():
        if name not in KEYS:
            yield name, f"cv_references has no key {shown(name)}.{hint_of(str(name), KEYS)}"
        else:
            for message in KEYS[name].faults(f'"{name}" in cv_references', value):
                yield name, message
