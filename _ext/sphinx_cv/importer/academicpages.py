"""Reads the folders of academicpages: talks, publications, teaching, and who the author is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from .alfolio import add_bibliography
from .common import add_network, add_paper, add_website, item
from .draft import Draft, Papers, Section, flat
from .fields import Fields
from .front import is_placeholder, read_page
from .kinds import talk_kind
from .site_pages import add_pages
from .text import bare, paragraphs, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from .front import Load

    Read = Callable[[Path], str]

FOLDERS = ("_talks", "_publications", "_teaching", "_portfolio")
_DROPPED = (
    "collection",
    "permalink",
    "layout",
    "redirect_from",
    "header",
    "author_profile",
    "category",
    "categories",
    "comments",
    "share",
    "related",
    "published",
    "toc",
)


def is_academicpages(path: Path) -> bool:
    """Whether a folder is a site of academicpages, or one of its folders."""
    return path.name in FOLDERS or any((path / name).is_dir() for name in FOLDERS)


def read(path: Path, read_text: Read, load: Load) -> Draft:
    """Read a site, or one folder of it."""
    draft = Draft()
    site = path.parent if path.name in FOLDERS else path
    config = site / "_config.yml"
    if config.is_file():
        _author(load(config, read_text(config)), draft)
    names = [path.name] if path.name in FOLDERS else FOLDERS
    for name in names:
        section = Section(title=name.strip("_").capitalize())
        for place, values, body in _pages(site / name, read_text, load):
            one = Fields(values, f"{place}.", draft)
            one.drop(*_DROPPED)
            _page(name, one, body, section, draft)
            one.report()
        draft.add(section)
    bibs = {path.name: read_text(path) for path in sorted(site.glob("_bibliography/*.bib"))}
    add_bibliography(draft, bibs)
    if path == site:
        add_pages(draft, site, read_text, load)
    return draft


def _pages(folder: Path, read_text: Read, load: Load) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield place, settings and text of each page, the newest first."""
    found = []
    for page in sorted(folder.glob("*.md")) if folder.is_dir() else ():
        values, body = read_page(page, read_text(page), load)
        found.append((flat(values.get("date")), f"{folder.name}/{page.name}", values, body))
    found.sort(key=lambda one: one[0], reverse=True)
    for _date, place, values, body in found:
        yield place, values, body


def _author(config: Any, draft: Draft) -> None:
    values = config if isinstance(config, dict) else {}
    author = values.get("author")
    author = author if isinstance(author, dict) else {}
    draft.tell("name", author.get("name") or values.get("name"), "_config.yml")
    draft.tell("affiliation", author.get("employer"), "_config.yml")
    draft.tell("email", author.get("email"), "_config.yml")
    add_website(draft, flat(author.get("uri")), "_config.yml")
    for network in ("orcid", "googlescholar", "github", "linkedin", "researchgate", "gitlab"):
        if user := flat(author.get(network)):
            add_network(draft, network, user, f"_config.yml {network}")
    draft.left_out("_config.yml author.location", author.get("location"))
    draft.left_out("_config.yml author.bio", author.get("bio"))


def _page(name: str, one: Fields, body: str, section: Section, draft: Draft) -> None:
    title, date = one.text("title"), one.text("date")
    if is_placeholder(body):
        draft.left_out(one.place, f"the theme's own words: {body}")
        body = ""
    venue, location = one.text("venue"), one.text("location")
    words = one.text("type", "talk_type")
    if name == "_publications":
        _paper(one, draft, title=bare(title), venue=bare(venue), date=date, body=body)
        if not any(isinstance(block, Papers) for block in section.blocks):
            section.blocks.append(Papers())
        return
    options = {"location": location, "url": one.text("link", "url", "external_link")}
    place, blocks = one.place.rstrip("."), paragraphs(body)
    if name == "_talks":
        options |= {
            "event": venue,
            "slides": one.text("slidesurl", "slides"),
            "video": one.text("video"),
        }
        options = {
            key: value
            for key, value in options.items()
            if key not in ("slides", "video") or value.startswith("http")
        }
        kind = talk_kind(words)
        if words and not kind and words.lower() not in ("talk", "talks"):
            blocks = [plain(words), *blocks]
        if not venue:
            options = {**options, "event": location or "Talk", "location": ""}
        section.blocks.append(
            item(
                draft,
                place,
                title=plain(title),
                kind=kind,
                options=options,
                when=("", "", date),
                body=blocks,
                is_talk=True,
            )
        )
        return
    kind = "teaching" if name == "_teaching" else "project"
    excerpt = one.text("excerpt")
    blocks = [*([plain(words)] if words else []), *([plain(excerpt)] if excerpt else []), *blocks]
    section.blocks.append(
        item(
            draft,
            place,
            title=plain(title),
            kind=kind,
            options={"organization": venue, **options},
            when=("", "", date),
            body=blocks,
        )
    )


def _paper(one: Fields, draft: Draft, *, title: str, venue: str, date: str, body: str) -> None:
    citation = bare(one.text("citation"))
    authors = one.texts("authors", "author") or authors_of(citation)
    abstract = " ".join([bare(one.text("excerpt")), bare(body)]).strip()
    fields = {
        "title": title,
        "journal": venue,
        "date": date,
        "url": one.text("paperurl", "link", "url"),
        "slides": one.text("slidesurl"),
        "doi": one.text("doi"),
        "abstract": abstract,
    }
    place = one.place.rstrip(".")
    for name in ("url", "slides"):
        if fields[name] and not fields[name].startswith("http"):
            draft.left_out(f"{place} {name}", fields.pop(name))
    add_paper(draft, place, fields, authors=authors)
    draft.left_out(f"{place} citation", citation)


def authors_of(citation: str) -> list[str]:
    """Return the people before the year or the title of a citation, as far as they can be told."""
    people = re.split(r"\(?\b(?:19|20)\d\d\b|[\"“”]", citation)[0].strip(" .(,")
    if not people or len(people) > 600:  # noqa: PLR2004, that is a whole text
        return []
    parts = [part.strip(" .,") for part in re.split(r",|;|\band\b|&", people) if part.strip(" .,")]
    names: list[str] = []
    for part in parts:
        # "Lovelace, A. M." has its initials behind a comma.
        if names and re.fullmatch(r"(?:[^\W\d]\.?[\s-]*){1,4}", part) and "," not in names[-1]:
            names[-1] = f"{names[-1]}, {part}."
        else:
            names.append("et al." if part.lower().startswith("et al") else part)
    return names
