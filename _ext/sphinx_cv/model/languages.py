"""Languages by their codes: what one is called, where it stands in a site. Knows no Sphinx.

A code is Sphinx's: ``en``, ``pt_BR``, ``zh_CN``. A tag is that of BCP 47: ``pt-BR``.
"""

from __future__ import annotations

import unicodedata
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any

from babel import Locale, UnknownLocaleError
from babel.core import get_global, get_locale_identifier, parse_locale

from sphinx_cv.model.options.declared import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

RIGHT_TO_LEFT = frozenset("ar ckb dv fa he ks ku_Arab ps sd ug ur yi".split())
# Those of other scripts that have none either: a slanted letter is a fault there.
UPRIGHT = frozenset("bn hi ja km ko lo my ne ta te th zh".split())
DEFAULT = "en"
_EXAMPLE = '{"fr": "Français"}'
_NEAR = 0.75
_SCRIPTS = {"latin": "Latn", "cyrillic": "Cyrl", "devanagari": "Deva", "arabic": "Arab"}


def tag_of(code: str) -> str:
    """Return the BCP 47 tag of a code."""
    return code.replace("_", "-")


def lookup(code: str) -> list[str]:
    """Return where texts in a language are looked for, its own code first (RFC 4647, 3.4).

    For ``zh_Hant_TW`` that is ``zh_Hant_TW``, ``zh_Hant``, ``zh``.
    """
    parts = code.split("_")
    return ["_".join(parts[:end]) for end in range(len(parts), 0, -1)]


def folder_of(code: str) -> str:
    """Return the folder of a site that holds the pages in a language."""
    return tag_of(code).lower()


def locale_of(language: str) -> Locale:
    """Return Babel's locale for a Sphinx language code, English where it has none."""
    try:
        return Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def is_right_to_left(code: str) -> bool:
    """Whether a language is written from right to left."""
    return _plain(code) in RIGHT_TO_LEFT


def _plain(code: str) -> str:
    return code.replace("-", "_").partition("_")[0].lower()


def starts_left_to_right(text: str) -> bool:
    """Whether the first letter of a text with a direction is written from left to right."""
    directions = (unicodedata.bidirectional(letter) for letter in text)
    return next((each for each in directions if each in ("L", "R", "AL")), "") == "L"


def is_left_to_right(text: str) -> bool:
    """Whether a text has letters that are written from left to right, and no others."""
    directions = {unicodedata.bidirectional(letter) for letter in text}
    return "L" in directions and not directions & {"R", "AL"}


def has_italics(code: str) -> bool:
    """Whether a language is printed in a script that has italics."""
    return not is_right_to_left(code) and _plain(code) not in UPRIGHT


def own_name(code: str) -> str:
    """Return the name of a language in itself, such as ``Français``; the code if it has none."""
    try:
        name = Locale.parse(code).get_language_name(code)
    except (UnknownLocaleError, ValueError):
        name = None
    return name[:1].upper() + name[1:] if name else code


def territory_form(code: str) -> str:
    """Return a code with the territory where most speak it, as Open Graph wants: ``en_US``."""
    language, territory, *_rest = parse_locale(code)
    if not territory:
        likely = get_global("likely_subtags").get(language, "")
        territory = likely.rpartition("_")[2] if "_" in likely else ""
    return "_".join(filter(None, (language, territory)))


def code_problem(code: object) -> str:
    """Return what is wrong with the code of a language, ``""`` if nothing; it says what to write.

    Babel must know the language, and the code be written as Sphinx looks for its translations.
    """
    if code and isinstance(code, str):
        try:
            meant = _canonical(code)
        except (UnknownLocaleError, ValueError):
            meant = _named(code)
        if meant == code:
            return ""
        if meant:
            return f'{shown(code)} is not the code of a language: write "{meant}"'
    return f'{shown(code)} is not the code of a language: write one such as "fr" or "pt_BR"'


def meant_code(code: object) -> str:
    """Return the code that was meant, or that of English."""
    try:
        return _canonical(str(code))
    except (UnknownLocaleError, ValueError):
        return _named(str(code)) or DEFAULT


def problems(values: Mapping[Any, Any]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with ``cv_languages``: the key and a sentence."""
    for code, name in values.items():
        if fault := code_problem(code):
            yield code, f"cv_languages: {fault}"
        elif not isinstance(name, str) or not name.strip():
            yield code, f'"{code}" in cv_languages has no name: write {_EXAMPLE}'


def _canonical(code: str) -> str:
    """Return a known code in the form that Sphinx uses; raise ValueError for any other.

    What C libraries write after ``@`` is a script at best: ``sr@latin`` is ``sr_Latn``.
    """
    language, territory, script, variant, *modifier = parse_locale(code.replace("-", "_"))
    script = script or _SCRIPTS.get("".join(map(str, modifier)))
    Locale.parse(get_locale_identifier((language, territory, script)))
    return get_locale_identifier((language, territory, script, variant))


def _named(word: str) -> str:
    """Return the code of the language whose name *word* is, or nearly is."""
    if len(word) > 40:  # noqa: PLR2004
        return ""
    names = _names()
    near = get_close_matches(word.casefold(), names, n=1, cutoff=_NEAR)
    return names[near[0]] if near else ""


@cache
def _names() -> dict[str, str]:
    """Return the codes of the languages that Babel has, by their names in English and their own."""
    english = {str(code): str(name) for code, name in Locale.parse(DEFAULT).languages.items()}
    # Not "und", the language of what has none.
    codes = sorted(code for code in english if "_" not in code and code != "und")
    names: dict[str, str] = {}
    for code in codes:
        try:
            locale = Locale.parse(code)
        except (UnknownLocaleError, ValueError):
            continue
        names.setdefault(english[code].casefold(), code)
        names.setdefault(str(locale.get_language_name(code) or code).casefold(), code)
    return names
