"""The type of what programs call @misc, where the entry itself shows it: data, software, a poster.

Repositories such as figshare and Zenodo hold works of every type, so that their names and DOIs
show none; those that hold nothing but data do. What is not certain stays as it was typed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .standards import is_standard

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# Types that programs use for anything; an article is one only in a repository.
_LOOSE = frozenset("misc online electronic www webpage article".split())
_FLAGS = re.IGNORECASE | re.MULTILINE | re.VERBOSE
# Types by the words that programs have for them.
_WORDS = {
    name: re.compile(pattern, _FLAGS)
    for name, pattern in {
        "dataset": r"(?:research\ )?data\ ?sets?",
        "software": r"""
            (?:computer\ )?(?:program|software)|(?:computer\ |source\ )code|software\ package
        """,
        "report": r"(?:technical\ |research\ )?report",
        "standard": r"(?:international\ |technical\ )?standard",
        "thesis": r"""
            (?:(?:ph\.?\ ?d\.?|doctoral|master[’']?s|bachelor[’']?s)\ )?(?:thesis|dissertation)
        """,
        "online": r"web\ ?(?:page|site)",
    }.items()
}
# "Looms [Data set]" (APA).
_BEHIND_TITLE = re.compile(r" ?\[([\w ]+)\]\s*(?=\}*$)")
_AROUND = "{}[]() ."
# Zotero has in the note what BibTeX has no field for.
_LABEL = re.compile(r"\s*(?:resource )?type\s*:\s*", re.IGNORECASE)
# figshare has the type of a work in its address.
_FIGSHARE = re.compile(r"\bfigshare\.com/articles/([a-z_]+)/", re.IGNORECASE)
_OF_FIGSHARE = {
    **dict.fromkeys(("dataset", "fileset", "figure"), "dataset"),
    **dict.fromkeys(("software", "code"), "software"),
    **dict.fromkeys(("poster", "presentation", "preprint"), "misc"),
    "thesis": "thesis",
    "report": "report",
}
# What a reference calls by its own name.
_NAMED = ("figure", "poster", "presentation", "preprint")
# Where there is nothing else: by DOI, by address, or by name, each on a line of its own.
_ONLY = {
    name: re.compile(pattern, _FLAGS)
    for name, pattern in {
        "dataset": r"""
            \b10\.(?:5061/dryad\.|17632/|1594/pangaea\.|7910/dvn/|3886/(?:icpsr|e)\d|2210/pdb
                |15468/(?!doc-)|18112/openneuro|5255/ukda-|6073/pasta/|3334/ornldaac/)
            |//(?:www\.)?(?:data\.mendeley\.com/datasets|huggingface\.co/datasets|datadryad\.org
                |kaggle\.com/datasets|openneuro\.org/datasets)/
            |^(?:dryad(?:\ digital\ repository)?|mendeley\ data|(?:\S+\ )?dataverse
                |pangaea(?:®?\ *[-–—:,(].*|\ data\ publisher\b.*)?
                |icpsr|inter-?university\ consortium\ for\ political\ and\ social\ research\b.*
                |gbif(?:\.org)?|(?:the\ )?global\ biodiversity\ information\ facility)$
        """,
        "software": r"""
            \b10\.(?:24433/co\.|32614/cran\.package\.|18129/b9\.bioc\.)
            |^software\ heritage$
        """,
    }.items()
}
# Where there is code, or data, and also pages of every kind: a repository has its own address.
_FORGE = re.compile(
    r"^(?:(?:git\ ?hub|git\ ?lab|bitbucket|codeberg)(?:\ repository)?|git\ repository)$", _FLAGS
)
_REPOSITORY = re.compile(
    r"(?://|\.)(?:github\.com|gitlab\.[\w.-]+|bitbucket\.org|codeberg\.org)/[\w.-]+/[\w.-]+",
    re.IGNORECASE,
)
# Those that hold works of every type, and are no journals.
_ANY = re.compile(r"^(?:(?:\S+\ )?figshare|zenodo|osf|open\ science\ framework)$", _FLAGS)
# In one of them: the form of Dryad and Dataverse, and that of a release from GitHub.
_TITLES = {
    "dataset": re.compile(
        r"\W*(?:(?:replication|supporting)\ )?data(?:set)?\ (?:from|for):\ ", _FLAGS
    ),
    "software": re.compile(r"\W*[\w.-]+/[\w.-]+:\ (?:v\d|\d+\.\d)", _FLAGS),
}
# "king/loom: First release", and "Looms/mills: an essay".
_PARTED = re.compile(r"\W*[\w.-]+/[\w.-]+: ")
_JOURNALS = ("journal", "journaltitle")
_HOUSES = (*_JOURNALS, "publisher", "organization", "institution", "howpublished")


def type_by_facts(fields: Mapping[str, str], kind: str) -> str:
    """Return the type of a work that its entry gives the type *kind*."""
    if is_standard(fields, kind, [_house(fields, name) for name in _HOUSES]):
        return "standard"
    journal = _house(fields, "journal") or _house(fields, "journaltitle")
    is_numbered = fields.get("volume") or not _is_repository(journal)
    if kind not in _LOOSE or (kind == "article" and journal and is_numbered):
        return kind
    said = next((_said_by(word) for _name, word in _words_of(fields)), "")
    if said:
        return said
    found = "" if fields.get("type") else _type_by_place(fields, kind)
    return found or ("misc" if journal and kind == "article" else kind)


def _type_by_place(fields: Mapping[str, str], kind: str) -> str:
    """Return the type of what a repository holds, or ``""``."""
    if at_figshare := _FIGSHARE.search(fields.get("url", "")):
        return _OF_FIGSHARE.get(at_figshare[1].lower(), "misc")
    names = [_house(fields, name) for name in _HOUSES]
    places = "\n".join([fields.get("doi", ""), fields.get("url", ""), *names])
    if _is_code(fields, kind):
        return "software"
    found = next((name for name, pattern in _ONLY.items() if pattern.search(places)), "")
    if not found and _ANY.search(places):
        title = fields.get("title", "")
        found = next((name for name, form in _TITLES.items() if form.match(title)), "")
        if not found and _PARTED.match(title):
            is_release = fields.get("version") or "github.com/" in " ".join(fields.values())
            found = "software" if is_release else ""
    return found


def put_deposit_right(fields: dict[str, str], kind: str) -> str:
    """Return the type by facts; put into their fields the word for it, and the repository."""
    found = type_by_facts(fields, kind)
    if kind not in _LOOSE or found == "article":
        return found
    for name, word in list(_words_of(fields)):
        fields.setdefault("type", word)
        if _said_by(word) != found:
            continue
        if name == "title":
            fields[name] = _BEHIND_TITLE.sub("", fields[name])
        elif name != "type":
            del fields[name]
    is_said = bool(fields.get("type"))
    at_figshare = _FIGSHARE.search(fields.get("url", ""))
    if at_figshare and at_figshare[1].lower() in _NAMED:
        fields.setdefault("type", at_figshare[1].title())
    for name in _HOUSES:
        house = _house(fields, name)
        if found == "software" and not is_said and _FORGE.search(house):
            fields.setdefault("type", house)
            del fields[name]
        elif name in _JOURNALS and _is_repository(house):
            fields.setdefault("publisher", house)
            del fields[name]
    return found


def _is_code(fields: Mapping[str, str], kind: str) -> bool:
    """Whether a place for code holds the work: its house may also be the author of a page."""
    houses = [_house(fields, name) for name in _HOUSES if name != "organization"]
    forges = [house for house in houses if _FORGE.search(house)]
    addresses = (fields.get(name, "") for name in ("url", "howpublished", "repository"))
    if any(map(_REPOSITORY.search, addresses)):
        return bool(forges)
    return kind in ("misc", "article") and any("repository" in name.lower() for name in forges)


def _house(fields: Mapping[str, str], name: str) -> str:
    return re.sub(r"[{}]", "", fields.get(name, "")).strip()


def _words_of(fields: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the fields that say what the work is, each with its word."""
    texts = {name: fields.get(name, "") for name in ("type", "resourcetype", "howpublished")}
    texts["note"] = _LABEL.sub("", fields.get("note", ""))
    behind = _BEHIND_TITLE.search(fields.get("title", ""))
    texts["title"] = behind[1] if behind else ""
    if fields.get("type") and not _said_by(fields["type"].strip(_AROUND)):
        return
    for name, text in texts.items():
        word = text.strip(_AROUND)
        # A site has no word for it in a reference, which would be lost.
        if (said := _said_by(word)) and (said != "online" or name == "type"):
            yield name, word


def _said_by(word: str) -> str:
    return next((name for name, pattern in _WORDS.items() if pattern.fullmatch(word)), "")


def _is_repository(name: str) -> bool:
    return any(pattern.search(name) for pattern in (_ANY, _FORGE, *_ONLY.values()))
