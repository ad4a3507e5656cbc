"""The owner of the CV: who they are, how to reach them, and which facts stay private."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .suggestion import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# Every key of cv_profile, with its type and its meaning.
KEYS: dict[str, tuple[type, str]] = {
    "name": (str, "The name, as printed at the top."),
    "aliases": (list, "Other forms of the name that .bib files use."),
    "position": (str, "What the owner is."),
    "affiliation": (str, "Where."),
    "birth": (str, "Birth date and place, in the owner's words."),
    "address": (str, "Postal address."),
    "phone": (str, "Phone number."),
    "email": (str, "E-mail address."),
    "website": (str, "Address of the personal web page."),
    "links": (dict, "Other addresses: name of the service to address."),
    "photo": (str, "Path of a portrait, from the folder of conf.py."),
    "description": (str, "One sentence for search engines and link previews."),
    "private": (list, "The keys above that only the PDF built on the owner's machine shows."),
}
_EXPECTED: dict[type, str] = {
    str: "a text",
    list: "a list of texts",
    dict: "a dictionary of texts",
}


# "Prof. Dr. rer. nat.", "PD Dr.-Ing.", "Univ.-Prof.": no part of the name that papers have.
_TITLES = re.compile(
    r"(?:(?:PD|(?:\w+\.-)?(?:Prof(?:essor(?:in)?)?|Dr|Doz)\.?(?:-Ing\.)?"
    r"|(?:rer|nat|med|phil|jur|habil|h|c|h\.c)\.)\s+)+"
)


def without_titles(name: str) -> str:
    """Return the name without the academic titles before it."""
    return name[match.end() :] if (match := _TITLES.match(name)) else name


@dataclass(frozen=True, kw_only=True, slots=True)
class Profile:
    """The owner's facts; a field that is not given is empty."""

    name: str = ""
    aliases: tuple[str, ...] = ()
    position: str = ""
    affiliation: str = ""
    birth: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    links: tuple[tuple[str, str], ...] = ()
    photo: str = ""
    description: str = ""

    @classmethod
    def read(cls, values: Mapping[str, Any]) -> Profile:
        """Build the profile from sound values of ``cv_profile``."""
        facts = {key: value for key, value in values.items() if key != "private"}
        return cls(
            **facts
            | {
                "aliases": tuple(values.get("aliases", ())),
                "links": tuple(values.get("links", {}).items()),
            }
        )

    @property
    def monogram(self) -> str:
        """The initials of the first and the last word of the name."""
        words = [word for word in without_titles(self.name).split() if word[0].isalpha()]
        return "".join(word[0] for word in (words[:1] + words[-1:] if words[1:] else words)).upper()


class PrivateFacts:
    """Private values of the profile, which no pickle carries.

    Sphinx writes its configuration into the folder that it publishes. Copies of this object
    that are made by way of a pickle are empty, so the values stay in the running process.
    """

    def __init__(self, values: Mapping[str, str] | None = None) -> None:
        self._values = dict(values or {})

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


def split(values: Mapping[str, Any]) -> tuple[dict[str, Any], PrivateFacts]:
    """Part the values of ``cv_profile`` into the public ones and the private."""
    private = _private_keys(values)
    public = {key: value for key, value in values.items() if key not in private}
    return public, PrivateFacts({key: values[key] for key in private if key in values})


def _private_keys(values: Mapping[str, Any]) -> set[str]:
    """Return what is meant to be private, whatever the list looks like: better one too many."""
    private = values.get("private", ())
    if isinstance(private, str):
        private = re.split(r"[,\s]+", private)
    if not isinstance(private, Iterable):
        return set()
    return {key for key in private if isinstance(key, str)}


def problems(values: object) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with ``cv_profile``: the key (``""`` for the whole) and a sentence."""
    if not isinstance(values, dict):
        yield "", 'cv_profile is not a dictionary: write cv_profile = {"name": "Ada Lovelace"}'
        return
    if not values.get("name"):
        yield "", 'cv_profile has no name: add "name": "Ada Lovelace"'
    for key, value in values.items():
        if key not in KEYS:
            yield key, f'cv_profile has no key "{key}".'
            continue
        kind = KEYS[key][0]
        parts: Any = [*value, *value.values()] if isinstance(value, dict) else value
        sound = isinstance(value, (list, tuple) if kind is list else kind)
        if not sound or not all(isinstance(part, str) for part in parts):
            yield key, f'"{key}" in cv_profile is not {_EXPECTED[kind]}'
    if isinstance(values.get("private"), (list, tuple)):
        texts = [name for name, (kind, _help) in KEYS.items() if kind is str and name != "name"]
        for key in values["private"]:
            if key not in texts:
                hint = suggestion(str(key), texts)
                message = f'"{key}" cannot be private: name a key that holds one text'
                yield "private", f"{message}.{hint}" if hint else message
