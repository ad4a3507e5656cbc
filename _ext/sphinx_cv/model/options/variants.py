"""Variants of the printed CV: what each one leaves out, and how it is printed. Knows no Sphinx."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .declared import DICTIONARY, FLAG, NUMBER, STRING, STRINGS, key, key_problems, one_of, shown
from .printing import problems as print_problems

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SETTING = "cv_variants"
PUBLICATIONS = ("all", "selected")
# The name is part of a file's name and a tag of Sphinx's; the others are tags already.
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*", re.ASCII)
_TAKEN = frozenset("web print own html dirhtml singlehtml latex typst".split())
_EXAMPLE = '{"resume": {"max_pages": 1}}'


def _is_count(name: str) -> Any:
    def check(value: float) -> Iterator[str]:
        if not isinstance(value, int) or value < 1:
            yield f'"{name}" in {SETTING} is not a whole number from 1: {value!r}'

    return check


def _is_year(value: float) -> Iterator[str]:
    if not isinstance(value, int) or not 1000 <= value <= 9999:  # noqa: PLR2004
        yield f'"since" in {SETTING} is not a year: write 2020'


def _are_limits(value: Mapping[Any, Any]) -> Iterator[str]:
    for name, number in value.items():
        whole = isinstance(number, int) and not isinstance(number, bool)
        if not isinstance(name, str) or not whole or number < 1:
            yield f'"limit" in {SETTING}: write {{"talks": 3}}, a section and a number from 1'
            return


def _is_print(value: object) -> Iterator[str]:
    yield from (message for _key, message in print_problems(value))


@dataclass(frozen=True, kw_only=True, slots=True)
class Variant:
    """One variant, a value of ``cv_variants``.

    A section is named by the file of its page, without folder and ending; in a CV of one page
    by its heading. ``limit`` holds numbers of items by section.
    """

    sections: tuple[str, ...] = key(
        STRINGS.such_as('["talks"]'),
        default=(),
        help="The sections and their order: names of pages (`talks` is `sections/talks.md`), or "
        "headings of a CV of one page. By default all.",
    )
    tags: tuple[str, ...] = key(
        STRINGS.such_as('["teaching"]'),
        default=(),
        help="Of the entries and talks with `:tags:`, only those that have one of these.",
    )
    since: int = key(
        NUMBER.such_as("2020"),
        default=0,
        check=_is_year,
        help="The year from which entries, talks and publications count: what ended before goes.",
    )
    limit: Mapping[str, int] = key(
        DICTIONARY.such_as('{"talks": 3}'),
        default=None,
        check=_are_limits,
        help='How many items a section has at most: the newest, by section, as in `{"talks": 3}`.',
    )
    publications: str = key(
        STRING,
        default=PUBLICATIONS[0],
        check=one_of(*PUBLICATIONS),
        help="`all`, or `selected`: those with the keyword `selected`.",
    )
    keep_numbers: bool = key(
        FLAG,
        default=False,
        help="Whether publications keep the numbers of the whole CV. By default they are "
        "numbered anew.",
    )
    title: str = key(
        STRING,
        default="",
        help="A title below the name, such as `Teaching portfolio`.",
    )
    print: Mapping[str, Any] = key(
        DICTIONARY.such_as('{"look": "compact"}'),
        default=None,
        check=_is_print,
        help="Keys of `cv_print` that differ.",
    )
    max_pages: int = key(
        NUMBER.such_as("1"),
        default=0,
        check=_is_count("max_pages"),
        help="How many pages it may have; more are an error (`cv.pages`).",
    )
    public: bool = key(
        FLAG,
        default=False,
        help="Whether it is on the website as well, without private facts, linked from every page.",
    )

    @classmethod
    def read(cls, values: Mapping[str, Any]) -> Variant:
        """Build it from sound values."""
        facts: dict[str, Any] = {"limit": {}, "print": {}, **values}
        facts["tags"] = tuple(facts.get("tags", ()))
        # A section may be named as the home page names its file.
        facts["sections"] = tuple(map(_section, facts.get("sections", ())))
        facts["limit"] = {_section(name): most for name, most in facts["limit"].items()}
        return cls(**facts)


def problems(values: object) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with ``cv_variants``: the variant (``""`` for all) and a sentence."""
    if not isinstance(values, dict):
        yield "", f"{SETTING} is not a dictionary: write {SETTING} = {_EXAMPLE}"
        return
    for name, facts in values.items():
        if not isinstance(name, str) or not _NAME.fullmatch(name) or name in _TAKEN:
            yield str(name), f'{shown(name)} cannot be the name of a variant: write "resume"'
            continue
        for _key, message in key_problems(SETTING, Variant, facts, example=_EXAMPLE):
            yield name, f'"{name}": {message}'


def _section(name: str) -> str:
    return name.rpartition("/")[2].removesuffix(".md")


def file_name(name: str, whole: str = "cv.pdf") -> str:
    """Return the name of a variant's file, beside that of the *whole* CV."""
    stem, dot, ending = whole.rpartition(".")
    return f"{stem}-{name}{dot}{ending}"
