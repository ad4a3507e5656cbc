"""What the translations of a CV lack, and what is wrong in them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

from sphinx_cv.model.finding import Finding
from sphinx_cv.model.options.declared import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sphinx_cv.source.catalogs import Catalog, Translation
    from sphinx_cv.source.markdown import Page

    from .cv import Cv

# A text of fewer letters is as near to any other.
_LONG_ENOUGH, _NEAR = 12, 0.6
# How many lines a paragraph may have, or a block from its start to one of its options.
_FAR = 80
_MARKUP = re.compile(
    r"\{[\w:.-]+\}`[^`]*`|\]\([^()\s]*\)|<(?:https?://|mailto:)[^<>\s]+>|\[\^[^\]]+\]"
)
# Where a text stands by itself: all of a line, an option, or a part of these; or as words.
_EDGES = ((r"(?:^|[|,=}:])\s*", r"(?=\s*(?:$|[|,]))"), (r"(?<!\w)", r"(?!\w)"), ("", ""))
_OPTION = re.compile(r"\s*:[\w-]+:(?=\s)")
# Signs that open and close, each by itself.
_PAIRS = ("`", "**")
_NOT_TRANSLATED, _CHANGED, _BADLY_FORMED = "not translated", "changed since", "badly formed"


class Told(NamedTuple):
    """What is wrong with a text in a language: in short, and as a finding."""

    kind: str
    finding: Finding


def translations(cv: Cv, language: str) -> Iterator[Told]:
    """Yield the texts without a translation, and the translations that are not fit to be shown."""
    catalogs = [catalog for catalog in cv.catalogs if catalog.language == language]
    for catalog in catalogs:
        yield from (Told(_BADLY_FORMED, finding) for finding in _badly_formed(catalog))
    yield from _missing(cv, language, catalogs)


def summary_of(cv: Cv, language: str, told: Iterable[Told]) -> Finding:
    """Return one finding that says in short what is *told* of a language."""
    kinds = Counter(each.kind for each in told)
    said = ", ".join(f"{number} {kind}" for kind, number in kinds.items())
    path = next((catalog.path for catalog in cv.catalogs if catalog.language == language), "")
    message = f'translation into "{language}": {said}; "sphinx-cv check" lists them'
    return Finding(subtype="translation", message=message, place=path, line=1 if path else 0)


def _missing(cv: Cv, language: str, catalogs: Sequence[Catalog]) -> Iterator[Told]:
    known = {each.text: (each, catalog) for catalog in catalogs for each in catalog.translations}
    texts = {text for messages in cv.messages.values() for text, _line in messages}
    former = {text: found for text, found in known.items() if text not in texts}
    told = set()
    for docname, messages in cv.messages.items():
        for text, line in messages:
            each, catalog = known.get(text, (None, None))
            if text in told or (each and each.translation and not each.fuzzy):
                continue
            told.add(text)
            if not any(map(str.isalpha, text)):
                continue
            kind, message = _said(text, language, each, catalog, former)
            finding = Finding(subtype="translation", message=message, place=docname, line=line)
            yield Told(kind, _at_source(finding, cv.pages.get(docname), text))


def _said(
    text: str,
    language: str,
    each: Translation | None,
    catalog: Catalog | None,
    former: Mapping[str, tuple[Translation, Catalog]],
) -> tuple[str, str]:
    """Return what is to be said of a text without a translation, in short and in a sentence."""
    if each and catalog:
        where = f"{_name(catalog)}:{each.target}"
        if each.fuzzy and each.translation:
            return _CHANGED, (
                f"{shown(text)} has changed since it was translated ({where}): "
                f'mend the translation there, and remove "fuzzy"'
            )
        what = f'{shown(text)} is not translated into "{language}"'
        return _NOT_TRANSLATED, f"{what}: write it in {where}"
    near = get_close_matches(text, former, n=1, cutoff=_NEAR) if len(text) >= _LONG_ENOUGH else []
    if near:
        each, catalog = former[near[0]]
        where = f"{_name(catalog)}:{each.target}"
        what = f"{shown(text)} has changed since it was translated ({where})"
        return _CHANGED, f'{what}: run "sphinx-cv translations"'
    what = f'{shown(text)} is not translated into "{language}"'
    return _NOT_TRANSLATED, f'{what}: run "sphinx-cv translations"'


def _name(catalog: Catalog) -> str:
    """Return the path of a catalog from the folder of all, as the author knows it."""
    return "/".join(catalog.path.replace("\\", "/").split("/")[-4:])


def _at_source(finding: Finding, page: Page | None, text: str) -> Finding:
    """Return the finding with the place of *text*, which may go over several lines."""
    if page is None:
        return finding
    words = text.split()
    first = max(finding.line, 1)
    for count in (len(words), 3, 1):
        said = r"\s+".join(map(re.escape, words[:count]))
        patterns = [re.compile(f"{before}({said}){after}") for before, after in _EDGES]
        for number, line in enumerate(page.lines[first - 1 : first - 1 + _FAR], first):
            name = _OPTION.match(line)
            value = name.end() if name else 0
            found = (pattern.search(line, value) for pattern in patterns)
            if match := next(filter(None, found), None):
                start, end = match.span(1)
                end = end if count == len(words) else len(line.rstrip())
                return replace(finding, line=number, column=start + 1, length=end - start)
    return finding


def _badly_formed(catalog: Catalog) -> Iterator[Finding]:
    """Yield the lines that cannot be read, and the translations whose markup is not the text's."""
    for number in catalog.faulty:
        line = catalog.lines[number - 1]
        start = len(line) - len(line.lstrip()) + 1
        message = 'the translation cannot be read: write msgstr "…", and \\" for a quotation mark'
        yield _of(catalog, number, start, len(line.strip()), message)
    for each in catalog.translations:
        if each.translation and not each.fuzzy and (fault := _fault(each)):
            line = catalog.lines[each.target - 1].rstrip().rstrip('"')
            yield _of(catalog, each.target, each.column, max(len(line) - each.column + 1, 1), fault)


def _of(catalog: Catalog, line: int, column: int, length: int, message: str) -> Finding:
    return Finding(
        subtype="translation",
        message=message,
        place=catalog.path,
        line=line,
        column=column,
        length=length,
    )


def _fault(each: Translation) -> str:
    """Return what is wrong with the markup of a translation, ``""`` if nothing."""
    text, translation = each.text, each.translation
    for sign in _PAIRS:
        if translation.count(sign) % 2 and not text.count(sign) % 2:
            return f"a {sign} in the translation has no other: close it, or write \\{sign[0]}"
    wanted, given = Counter(_MARKUP.findall(text)), Counter(_MARKUP.findall(translation))
    for missing in wanted - given:
        return f"the translation lacks {shown(missing)}"
    for more in given - wanted:
        return f"the translation has {shown(more)}, which the text does not have"
    return ""
