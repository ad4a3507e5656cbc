"""What several readers share: an entry from its parts, a publication from fields, addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_cv.importer.bib import made, said_in, split, with_fields, with_keywords
from sphinx_cv.importer.draft import Item, Papers, Section, Text

from .dates import options_of
from .html import is_web
from .kinds import is_place
from .people import one_by_one
from .text import addresses_in, bare, links_in, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx_cv.importer.bib import BibEntry
    from sphinx_cv.importer.draft import Draft


def item(
    draft: Draft,
    place: str,
    *,
    title: str,
    kind: str,
    options: Mapping[str, str],
    when: tuple[str, str, str],
    body: Iterable[str] = (),
    is_talk: bool = False,
) -> Item | Text:
    """Return an entry or a talk; *options* are plain, *when* is start, end and date as typed.

    A title that is missing is taken from the organization or event; a talk without a date is a
    point of a list, and what is text alone is a paragraph.
    """
    found, told = options_of(*when)
    if told:
        draft.changed(place, told)
    if is_talk and "date" not in found:
        found = _as_one_date(found)
    given = {name: bare(value) for name, value in options.items() if value}
    url = _address(draft, place, given.pop("url", ""), options)
    body = [block for block in body if block]
    if body and not title.strip() and not given and not found:
        return Text(text="\n\n".join(body))
    if not title.strip() and not is_talk:
        title = plain(given.pop("organization", "") or given.pop("role", "") or "Untitled")
        draft.changed(place, f'without a title, "{title}" is the title')
    if is_place(given.get("location", "")) and not is_talk:
        # Where someone was is a body, and no town.
        given.setdefault("organization", given["location"])
        if given["organization"] == given["location"]:
            del given["location"]
    given |= found | ({"url": url} if url else {})
    title, rest = _name_and_rest(title)
    if rest and "details" not in given:
        given["details"], rest = rest, ""
    blocks = [block for block in (rest, *body) if block]
    if is_talk and not found:
        draft.changed(place, "a talk without a date is a point of a list")
        head = ", ".join(filter(None, (title, *map(plain, given.values()))))
        return Text(text="\n\n".join([head, *blocks]), is_point=True)
    return Item(title=title, kind=kind, is_talk=is_talk, options=given, body=blocks)


def _as_one_date(found: Mapping[str, str]) -> dict[str, str]:
    """Return the ends of a range as the one date that a talk has."""
    ends = [found[name] for name in ("start", "end") if name in found]
    rest = {name: value for name, value in found.items() if name not in ("start", "end")}
    return {**rest, "date": "/".join(ends).replace("present", "..")} if ends else rest


def _address(draft: Draft, place: str, url: str, options: Mapping[str, str]) -> str:
    """Return the address of an entry, or else the first in its options; report all others."""
    for name, value in options.items():
        for link in links_in(value) if name != "url" else ():
            if not url:
                url = link
                draft.changed(place, f"the link on its {name} is on its title")
            elif link != url:
                draft.left_out(f"{place} {name}", link)
    if url and not is_web(url):
        draft.left_out(f"{place} url", url)
        return ""
    return url


# Emphasis over a name, and the words behind it.
_BOLD = re.compile(r"(\*\*|__)((?:(?!\1).)+)\1(?:[,;:.]?\s+(.*))?")


def _name_and_rest(title: str) -> tuple[str, str]:
    """Return what is bold at the start of a title, and the words behind it."""
    match = _BOLD.fullmatch(title.strip())
    return (match[2].strip(" ,;:") or title, match[3] or "") if match else (title, "")


def points(texts: Iterable[str]) -> str:
    """Return points of Markdown as a list."""
    return "\n".join(f"- {text}" for text in texts if text)


def one_line(name: str, value: str) -> Text:
    """Return "name: value" as a point of a list."""
    label = name.rstrip(" :") or name
    return Text(text=f"**{label}:** {value}" if name and value else name or value, is_point=True)


_PAPER_TEXTS = ("title", "journal", "booktitle", "howpublished", "abstract")


def add_paper(
    draft: Draft,
    place: str,
    fields: Mapping[str, str],
    *,
    authors: list[str],
    kind: str = "",
) -> None:
    """Add a publication.

    Its texts may have markup, which is taken off; the links in it are reported.
    """
    date = options_of(date=fields.get("date", ""))[0].get("date", "")
    year, _, rest = date.partition("-")
    values = {**fields, "year": year, "month": rest.partition("-")[0].lstrip("0")}
    for name in _PAPER_TEXTS:
        text = values.get(name, "")
        values[name] = bare(text)
        links = [link for link in addresses_in(text) if link not in fields.values()]
        draft.left_out(f"{place} {name}", links)
    values.pop("date", None)
    for name in ("url", "pdf", "slides", "code", "video", "data"):
        if values.get(name) and not is_web(values[name]):
            draft.left_out(f"{place} {name}", values.pop(name))
    if fields.get("date") and not date:
        draft.changed(place, f'"{fields["date"]}" is not the date of a publication')
    if not year:
        values["pubstate"] = "forthcoming"
        draft.changed(place, "without a year, it is printed as forthcoming")
    authors = one_by_one(authors)
    if "et al." in authors[:-1]:
        draft.changed(place, "authors left out in the middle are at the end: complete them")
        authors = [*(name for name in authors if name != "et al."), "et al."]
    draft.papers.append(
        made(values, keys={paper.key for paper in draft.papers}, kind=kind, authors=authors)
    )


def add_bibliography(draft: Draft, bibs: Mapping[str, str]) -> None:
    """Add the entries of .bib files as they are, each work once."""
    known = {mark for paper in draft.papers for mark in paper.marks()}
    keys = {paper.key for paper in draft.papers}
    added = 0
    for name, text in bibs.items():
        draft.reads(name, said_in(text))
        entries, macros = split(text)
        draft.macros += [macro for macro in macros if macro not in draft.macros]
        for entry in entries:
            same = next((one for one in draft.papers if one.marks() & entry.marks()), None)
            if (entry.key in keys or entry.marks() & known) and not (same and same.is_made):
                draft.left_out(name, f"{entry.key}: {entry.title} (it is there already)")
                continue
            draft.report += [(f"{name}, {entry.key}", words) for words in entry.told]
            if same:
                _fill(draft, same, entry)
                continue
            keys.add(entry.key)
            draft.papers.append(entry)
            added += 1
    if added:
        list_papers(draft)


# What an entry may lack that another file says of its work; its keywords choose its section.
_FROM_PAGES = ("doi", "url", "pdf", "slides", "code", "video", "abstract")


def _fill(draft: Draft, made: BibEntry, entry: BibEntry) -> None:
    """Put an entry of a .bib file in the place of one that was made of what another file says."""
    found = {name: made.fields[name] for name in _FROM_PAGES if name in made.fields}
    added = {name: value for name, value in found.items() if name not in entry.fields}
    if added.get("url", "") in entry.text:
        # It is there under another name, such as "html".
        added.pop("url", "")
    whole = with_keywords(with_fields(entry, added), made.fields.get("keywords", ""))
    draft.papers = [whole if one is made else one for one in draft.papers]


def list_papers(draft: Draft) -> None:
    """Have one list of all publications where there are any, and no list where there are none."""
    blocks = [block for section in draft.sections for block in section.blocks]
    lists = [block for block in blocks if isinstance(block, Papers)]
    if not draft.papers:
        for section in draft.sections:
            section.blocks = [block for block in section.blocks if not isinstance(block, Papers)]
        draft.sections = [section for section in draft.sections if section.blocks]
    elif len(lists) == 1:
        # What is in no other list belongs to the only one.
        lists[0].keyword = ""
    elif all(block.keyword for block in lists):
        draft.add(Section(title="Publications", blocks=[Papers()]))
