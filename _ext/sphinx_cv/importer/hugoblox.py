"""Reads the folders of HugoBlox (formerly Wowchemy, Academic): publications, events, the author."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from .alfolio import add_bibliography
from .common import add_paper, item
from .draft import Draft, Papers, Section, Text, flat
from .fields import Fields
from .front import read_page
from .hugoblox_author import add_entries, read_author
from .kinds import talk_kind
from .text import bare, markdown, paragraphs, plain

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .front import Load

    Read = Callable[[Path], str]

_PAPERS, _TALKS = ("publication", "publications"), ("event", "events", "talk", "talks")
_DROPPED = (
    "draft",
    "publishDate",
    "publishdate",
    "featured",
    "image",
    "projects",
    "all_day",
    "slides_style",
    "math",
    "highlight",
    "lastmod",
    "weight",
    "type",
    "layout",
    "share",
    "profile",
    "reading_time",
    "date_format",
    "publication_types",
    "superuser",
    "highlight_name",
    "user_groups",
    "design",
    "active",
    "headless",
    "widget",
    "authors_ids",
    "show_date",
    "pager",
    "commentable",
    "design",
)


# Whom a site with several authors is about.
_OWNERS = ("admin", "me")


def _owner_first(path: Path) -> tuple[bool, str]:
    return path.stem not in _OWNERS, path.name


def is_hugoblox(path: Path) -> bool:
    """Whether a folder is a site of HugoBlox, or its content."""
    content = path / "content" if (path / "content").is_dir() else path
    return any((content / name).is_dir() for name in (*_PAPERS, *_TALKS, "authors", "home"))


def read(path: Path, read_text: Read, load: Load) -> Draft:
    """Read a site, or its folder ``content``."""
    draft = Draft()
    content = path / "content" if (path / "content").is_dir() else path
    authors = sorted(content.glob("authors/*/_index.md"))
    mine = [page for page in authors if page.parent.name in _OWNERS] or authors[:1]
    for page in mine:
        values, body = read_page(page, read_text(page), load)
        read_author(Fields(values, f"{page.parent.name}.", draft), body, draft)
    for page in [] if mine else sorted(path.glob("data/authors/*.y*ml"), key=_owner_first)[:1]:
        values = load(page, read_text(page))
        read_author(Fields(values, f"{page.name}.", draft), "", draft)
    for page in sorted(content.glob("home/*.md")):
        values, _body = read_page(page, read_text(page), load)
        _widget(Fields(values, f"home/{page.name}.", draft), draft)
    home = content / "_index.md"
    if home.is_file():
        _blocks(read_page(home, read_text(home), load)[0], draft)
    bibs: dict[str, str] = {}
    for name in _PAPERS:
        for page in sorted(content.glob(f"{name}/*/index.md")):
            cited = page.with_name("cite.bib")
            if cited.is_file():
                bibs[f"{page.parent.name}/cite.bib"] = read_text(cited)
            _publication(page, read_page(page, read_text(page), load), draft, cited=cited.is_file())
        for cited in sorted(content.glob(f"{name}/*/cite.bib")):
            bibs.setdefault(f"{cited.parent.name}/cite.bib", read_text(cited))
    made = bool(draft.papers)
    add_bibliography(draft, bibs)
    if made:
        draft.add(Section(title="Publications", blocks=[Papers()] * (not bibs)))
    _events(content, draft, read_text, load)
    return draft


# The blocks of a home page that list what someone did, with the fields of their lists.
_WIDGETS = {
    "experience": ("experience", "Experience", "experience"),
    "accomplishments": ("item", "Accomplishments", "award"),
    "certifications": ("certifications", "Certificates", "certificate"),
}


def _widget(one: Fields, draft: Draft) -> None:
    """Read a block of the home page that lists positions or awards; others are the theme's own."""
    known = _WIDGETS.get(one.text("widget"))
    if known and one.text("active").lower() in ("false", "no"):
        draft.left_out(one.place, ["the site does not show it", one.take(known[0])])
    elif known:
        name, title, kind = known
        add_entries(one, draft, name, bare(one.text("title")) or title, kind)
        draft.left_out(f"{one.place}subtitle", one.text("subtitle"))


def _blocks(values: dict[str, Any], draft: Draft) -> None:
    """Read the blocks of text of a home page; the others show what is read elsewhere."""
    for each in Fields(values, "_index.md ", draft).each("sections"):
        content = each.take("content")
        text = content.get("text") if isinstance(content, dict) else None
        if text and isinstance(content, dict):
            title = bare(flat(content.get("title"))) or "About"
            blocks = [Text(text=block) for block in paragraphs(text)]
            draft.add(Section(title=title, blocks=[*blocks]))


def _publication(
    page: Path, read: tuple[dict[str, Any], str], draft: Draft, *, cited: bool
) -> None:
    """Add a publication that has no .bib file; report what one that has says besides."""
    values, body = read
    one = Fields(values, f"{page.parent.name}.", draft)
    one.drop(*_DROPPED)
    if cited:
        one.drop("title", "authors", "date", "publication", "publication_short", "doi", "tags")
        draft.left_out(f"{page.parent.name} text", body)
        one.report()
        return
    names = ["" if name == "admin" else bare(name) for name in one.texts("authors")]
    me = str(draft.profile.get("name", ""))
    fields = {
        "title": bare(one.text("title")),
        "journal": bare(one.text("publication", "publication_short")),
        "date": one.text("date").partition("T")[0],
        "doi": one.text("doi"),
        "url": one.text("url_preprint", "url_source"),
        "abstract": bare(f"{one.text('abstract')} {body}"),
    }
    for name in ("pdf", "code", "slides", "video", "poster", "dataset"):
        value = one.text(f"url_{name}")
        if value.startswith("http"):
            fields["data" if name == "dataset" else name] = value
        else:
            draft.left_out(f"{one.place}url_{name}", value)
    add_paper(draft, one.place.rstrip("."), fields, authors=[name or me for name in names])
    one.report()


def _events(content: Path, draft: Draft, read_text: Read, load: Load) -> None:
    found = []
    for name in _TALKS:
        for page in sorted(content.glob(f"{name}/*/index.md")):
            values, body = read_page(page, read_text(page), load)
            found.append((flat(values.get("date")), f"{name}/{page.parent.name}.", values, body))
    section = Section(title="Talks")
    for _date, place, values, body in sorted(found, key=lambda one: one[0], reverse=True):
        one = Fields(values, place, draft)
        one.drop(*_DROPPED)
        options = {
            "event": one.text("event") or one.text("location") or "Talk",
            "location": one.text("location"),
        }
        options |= {
            name: url
            for name in ("slides", "video", "code")
            if (url := one.text(f"url_{name}")).startswith("http")
        }
        options["url"] = one.text("event_url", "url")
        if options["event"] == options["location"]:
            options["location"] = ""
        date = re.sub(r"T.*", "", one.text("date"))
        blocks = [markdown(one.text("summary")), markdown(one.text("abstract")), *paragraphs(body)]
        section.blocks.append(
            item(
                draft,
                place.rstrip("."),
                title=plain(one.text("title")),
                kind=talk_kind(one.text("event_type")),
                options=options,
                when=("", "", date),
                body=blocks,
                is_talk=True,
            )
        )
        one.report()
    draft.add(section)
