"""The owner of the CV: who they are and how to reach them. What is private is in ``privacy``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sphinx_cv.model.options.declared import (
    LONGEST_NAME,
    STRING,
    STRING_MAP,
    STRINGS,
    key,
    key_problems,
)

from .academic_titles import is_suffix, without_titles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def _is_short(name: str) -> Iterator[str]:
    if len(name) > LONGEST_NAME:
        yield f'"name" in cv_profile has {len(name)} characters: write at most {LONGEST_NAME}'


@dataclass(frozen=True, kw_only=True, slots=True)
class Profile:
    """The owner's facts, the keys of ``cv_profile``; one that is not given is empty."""

    name: str = key(STRING, default="", check=_is_short, help="Your name, as printed at the top.")
    aliases: tuple[str, ...] = key(
        STRINGS, default=(), help="Other forms of your name that `.bib` files use."
    )
    position: str = key(STRING, default="", help="What you are, such as `Professor of Physics`.")
    affiliation: str = key(
        STRING, default="", help="Where. Separate several affiliations with a semicolon."
    )
    birth: str = key(STRING, default="", help="Date and place of birth, in your own words.")
    address: str = key(STRING, default="", help="Postal address.")
    phone: str = key(STRING, default="", help="Phone number.")
    email: str = key(STRING, default="", help="E-mail address.")
    website: str = key(STRING, default="", help="Address of your personal web page.")
    website_label: str = key(
        STRING, default="", help="What that page is called, such as `Lab`, in place of its name."
    )
    links: tuple[tuple[str, str], ...] = key(
        STRING_MAP, default=(), help="Other addresses: the name of each service and its address."
    )
    summary: str = key(
        STRING, default="", help="A paragraph below these, in print and on the home page."
    )
    photo: str = key(
        STRING,
        default="",
        help="An image beside `conf.py`, of any size. It is cropped to the center.",
    )
    description: str = key(
        STRING, default="", help="One sentence for search engines and link previews."
    )
    private: tuple[str, ...] = key(
        STRINGS,
        default=(),
        help="The keys above that appear only in the PDF built on your own machine.",
    )

    @classmethod
    def read(cls, values: Mapping[str, Any]) -> Profile:
        """Build the profile from sound values of ``cv_profile``."""
        listed = {name: tuple(values.get(name, ())) for name in ("aliases", "private")}
        return cls(**{**values, **listed, "links": tuple(values.get("links", {}).items())})

    @property
    def monogram(self) -> str:
        """The initials of the first and the last word of the name; "Jr." is none of its words."""
        words = [word for word in without_titles(self.name).split() if word[0].isalpha()]
        words = words[:1] + [word for word in words[1:] if not is_suffix(word)]
        return "".join(word[0] for word in (words[:1] + words[-1:] if words[1:] else words)).upper()


def problems(values: object) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with ``cv_profile``: the key (``""`` for the whole) and a sentence."""
    yield from key_problems("cv_profile", Profile, values, example='{"name": "Ada Lovelace"}')
    if isinstance(values, dict) and not values.get("name"):
        yield "", 'cv_profile has no name: add "name": "Ada Lovelace"'
