"""Values of the profile by language: which form is shown, and what is wrong with the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_cv.model.options.declared import STRING, keys_of, shown

from .languages import code_problem, lookup
from .profile import Profile

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping


def localized(values: Mapping[Any, Any], *, language: str, source: str) -> dict[Any, Any]:
    """Return *values* in a language.

    Of a dictionary by language that is its text there or in the language without its territory,
    else that of the *source* language, else the first. All forms of the name count among its
    ``aliases``: papers may have any.
    """
    read = dict(values)
    for key, texts in _by_language(values):
        codes = [*lookup(language), *lookup(source), *texts]
        read[key] = next(filter(None, map(texts.get, codes)), "")
    others = [form for form in forms(values.get("name")) if form != read.get("name")]
    aliases = read.get("aliases", [])
    if others and isinstance(aliases, (list, tuple)):
        read["aliases"] = [*aliases, *(form for form in others if form not in aliases)]
    return read


def forms(value: object) -> tuple[str, ...]:
    """Return every text of a value: one, or that of each language."""
    texts = value.values() if isinstance(value, dict) else (value,)
    return tuple(dict.fromkeys(text for text in texts if isinstance(text, str) and text))


def language_problems(
    values: Mapping[Any, Any], languages: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with values by language: the key of the profile and a sentence.

    *languages* has the codes of all languages of the CV, that of its sources first.
    """
    source = next(iter(languages))
    known = {code for language in languages for code in lookup(language)}
    for key, texts in _by_language(values):
        for code in texts:
            if fault := code_problem(code):
                yield key, f'"{key}" in cv_profile: {fault}'
            elif code not in known:
                what = f'"{key}" in cv_profile has {shown(code)}, which is not in cv_languages'
                yield key, f"{what}: add it there, or remove it"
            elif not isinstance(texts[code], str):
                yield key, f'"{key}" in cv_profile is not a string in {shown(code)}'
        missing = [code for code in languages if texts.keys().isdisjoint(lookup(code))]
        if missing:
            names = ", ".join(f'"{code}"' for code in missing)
            rest = next(code for code in (*lookup(source), *texts) if code in texts)
            yield key, f'"{key}" in cv_profile has no text in {names}: that in "{rest}" is shown'


def _by_language(values: Mapping[Any, Any]) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield each key of one text that has a dictionary by language, with its texts."""
    for key, declared in keys_of(Profile).items():
        value = values.get(key)
        if declared.kind is not STRING or not isinstance(value, dict):
            continue
        if any(not code_problem(code) for code in value) and forms(value):
            yield key, value
