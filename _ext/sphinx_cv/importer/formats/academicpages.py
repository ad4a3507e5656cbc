"""Reads the folders of academicpages: talks, publications, teaching, and who the author is."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from sphinx_cv.importer.draft import Draft, Papers, Section, flat
from sphinx_cv.importer.reading.common import add_bibliography, add_paper, item
from sphinx_cv.importer.reading.contact import tell_contact
from sphinx_cv.importer.reading.fields import Fields
from sphinx_cv.importer.reading.files import files_in, is_there
from sphinx_cv.importer.reading.front import is_placeholder, read_pages, read_texts, told_example
from sphinx_cv.importer.reading.kinds import is_position, talk_kind
from sphinx_cv.importer.reading.networks import add_network, add_website
from sphinx_cv.importer.reading.people import authors_of
from sphinx_cv.importer.reading.text import bare, paragraphs, plain
from sphinx_cv.importer.reading.unnamed import unnamed

from .site_pages import add_pages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sphinx_cv.importer.reading.front import Load, Read

FOLDERS = ("_talks", "_publications", "_teaching", "_portfolio")
_DROPPED = (
    "collection",
    "permalink",
    "layout",
    "redirect_from",
    "header",
    "author_profile",
    "categories",
    "comments",
    "share",
    "related",
    "published",
    "toc",
)

# What the author of a site has beside profiles elsewhere.
_NO_NETWORKS = ("avatar", "bio", "location", "pronouns")

# What the theme's example says of the site.
_DESCRIPTION = "personal description"

# Types of talks that say no more than that.
_ANY_TALK = ("talk", "talks")

# What is longer says more than a position.
_LINE = 80

# The profiles of the theme's example.
_EXAMPLES = re.compile(r"yourorcidurl|PS_CX0AAAAAJ|^academicpages$|term=john\+snow")

# What the theme's own categories of publications are in a .bib file.
_CATEGORIES = (
    (r"conference|proceeding|workshop", "inproceedings", "booktitle"),
    (r"book.?chapter|chapter", "incollection", "booktitle"),
    (r"book", "book", "publisher"),
    (r"thes[ie]s|dissertation", "phdthesis", "school"),
    (r"preprint|working", "preprint", "howpublished"),
    (r"report", "techreport", "institution"),
    (r"patent", "patent", "number"),
)


def is_academicpages(path: Path) -> bool:
    """Whether a folder is a site of academicpages or a theme made of it, or one of its folders."""
    has_pages = any(is_there(path / page) for page in ("_pages/about.md", "_pages/cv.md"))
    return has_pages or path.name in FOLDERS or any((path / name).is_dir() for name in FOLDERS)


def read(path: Path, read_text: Read, load: Load) -> Draft:
    """Read a site, or one folder of it."""
    draft = Draft()
    site = path.parent if path.name in FOLDERS else path
    config = site / "_config.yml"
    if is_there(config):
        _author(load(config, read_text(config)), draft)
    for name in [path.name] if path.name in FOLDERS else FOLDERS:
        add_folder(draft, site / name, read_text, load)
    bibs = read_texts(files_in(site / "_bibliography", "*.bib", draft), read_text, draft)
    add_bibliography(draft, {path.name: text for path, text in bibs})
    if path == site:
        add_pages(draft, site, read_text, load)
        made = site / "_data/cv.json"
        # A program of the theme makes it of the pages that were read here.
        draft.left_out("_data/cv.json", _values(read_text(made)) if made.is_file() else "")
    return draft


def add_folder(draft: Draft, folder: Path, read_text: Read, load: Load) -> None:
    """Add the pages of one of the folders as a section."""
    section = Section(title=folder.name.strip("_").capitalize())
    for place, values, body in _pages(folder, read_text, load, draft):
        if told_example(flat(values.get("title")), [values, body], place, draft):
            continue
        one = Fields(values, f"{place}.", draft)
        one.drop(*_DROPPED)
        _page(folder.name, one, body, section, draft)
        one.report()
    draft.add(section)


def _pages(
    folder: Path, read_text: Read, load: Load, draft: Draft
) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield place, settings and text of each page, the newest first."""
    found = []
    for page, values, body in read_pages(files_in(folder, "*.md", draft), read_text, load, draft):
        when = flat(values.get("date") or values.get("sort_date"))
        found.append((when, f"{folder.name}/{page.name}", values, body))
    found.sort(key=lambda one: one[0], reverse=True)
    for _date, place, values, body in found:
        yield place, values, body


def _values(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def _author(config: Any, draft: Draft) -> None:
    """Take what the settings say of the person, and report the rest of it."""
    values = config if isinstance(config, dict) else {}
    author = Fields(values.get("author") or {}, "_config.yml author.", draft)
    draft.tell("name", author.text("name") or flat(values.get("name")), "_config.yml")
    description = flat(values.get("description"))
    if description != _DESCRIPTION:
        draft.tell("description", bare(description), "_config.yml description")
    draft.tell("affiliation", author.text("employer"), "_config.yml")
    draft.tell("email", author.text("email"), "_config.yml")
    bio = bare(author.text("bio"))
    if "position" not in draft.profile and is_position(bio) and len(bio) <= _LINE:
        draft.tell("position", bio, "_config.yml")
    else:
        draft.left_out("_config.yml author.bio", bio)
    if url := author.text("uri", "url"):
        add_website(draft, url, "_config.yml")
    for network in author.names():
        place = f"{author.place}{network}"
        if network in _NO_NETWORKS or not author.has(network):
            continue
        user = author.text(network)
        if _EXAMPLES.search(user):
            draft.left_out(place, f"the theme's example: {user}")
        elif user:
            add_network(draft, network.capitalize(), user, place)
    tell_contact(draft, author.text("location"), f"{author.place}location")
    author.drop("avatar")
    author.report()


def _page(name: str, one: Fields, body: str, section: Section, draft: Draft) -> None:
    title, date = one.text("title"), one.text("date", "sort_date")
    if is_placeholder(body):
        draft.left_out(one.place, f"the theme's own words: {body}")
        body = ""
    venue, location = one.text("venue"), one.text("location")
    words = one.text("type", "talk_type")
    if name == "_publications":
        _paper(one, draft, title=title, venue=venue, date=date, body=body)
        if not any(isinstance(block, Papers) for block in section.blocks):
            section.blocks.append(Papers())
        return
    options = {"location": location, "url": one.text("link", "url", "external_link")}
    if name == "_talks":
        kind = talk_kind(words)
        options = _options_of_talk(one, options, venue)
        said = [plain(words)] if words and not kind and words.lower() not in _ANY_TALK else []
    else:
        kind = "teaching" if name == "_teaching" else "project"
        options = {"organization": venue, **options}
        said = [plain(text) for text in (words, one.text("excerpt")) if text]
    section.blocks.append(
        item(
            draft,
            one.place.rstrip("."),
            title=plain(title),
            kind=kind,
            options=options,
            when=("", "", date),
            body=[*said, *paragraphs(body), *unnamed(one, draft, sentences=True)],
            is_talk=name == "_talks",
        )
    )


def _options_of_talk(one: Fields, options: dict[str, str], venue: str) -> dict[str, str]:
    """Return the *options* of a talk with its event, and its files that are on the web."""
    files = {
        "slides": one.text("slidesurl", "slides_url", "slides"),
        "video": one.text("video", "video_url"),
    }
    files = {key: value for key, value in files.items() if value.startswith("http")}
    if venue:
        return {**options, "event": venue, **files}
    return {**options, "event": options["location"] or "Talk", "location": "", **files}


def _paper(one: Fields, draft: Draft, *, title: str, venue: str, date: str, body: str) -> None:
    citation = bare(one.text("citation"))
    authors = one.texts("authors", "author") or authors_of(citation)
    abstract = f"{one.text('excerpt')} {body}".strip()
    category = one.text("category")
    found = (pair for words, *pair in _CATEGORIES if re.search(words, category.lower()))
    kind, holder = next(found, ["article", "journal"])
    if category:
        draft.changed("_publications", f'the category "{category}" is @{kind}')
    fields = {
        "title": title,
        holder: venue,
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
    add_paper(draft, place, fields, authors=authors, kind=kind if venue else "")
    draft.left_out(f"{place} citation", citation)
