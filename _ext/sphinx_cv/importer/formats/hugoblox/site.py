"""Reads the folders of HugoBlox (formerly Wowchemy, Academic): publications, events, the author."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_cv.importer.draft import Draft, Section, flat
from sphinx_cv.importer.reading.common import item
from sphinx_cv.importer.reading.fields import Fields
from sphinx_cv.importer.reading.files import files_in
from sphinx_cv.importer.reading.front import read_pages, told_example
from sphinx_cv.importer.reading.kinds import talk_kind
from sphinx_cv.importer.reading.text import bare, markdown, paragraphs, plain

from .author import read_author
from .home import add_home
from .pages import (
    DROPPED,
    OWNERS,
    PAPERS,
    TALKS,
    day_of,
    links_of,
    pages_in,
    place_of,
    report_list_page,
    report_picture,
)
from .papers import add_publications

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_cv.importer.reading.front import Load, Read


def _owner_first(path: Path) -> tuple[bool, str]:
    return path.stem not in OWNERS, path.name


def is_hugoblox(path: Path) -> bool:
    """Whether a folder is a site of HugoBlox, or its content."""
    content = path / "content" if (path / "content").is_dir() else path
    return any((content / name).is_dir() for name in (*PAPERS, *TALKS, "authors", "home"))


def read(path: Path, read_text: Read, load: Load) -> Draft:
    """Read a site, or its folder ``content``."""
    draft = Draft()
    content = path / "content" if (path / "content").is_dir() else path
    authors = files_in(content / "authors", "_index.md", draft, deep=True)
    authors = [page for page in authors if page.parent.parent.name == "authors"]
    mine = [page for page in authors if page.parent.name in OWNERS] or authors[:1]
    for page, values, body in read_pages(mine, read_text, load, draft):
        read_author(Fields(values, f"{page.parent.name}.", draft), body, draft)
    others = files_in(path / "data/authors", "*.y*ml", draft)
    for page in [] if mine else sorted(others, key=_owner_first)[:1]:
        values = load(page, read_text(page))
        draft.reads(page.as_posix(), values)
        read_author(Fields(values, f"{page.name}.", draft), "", draft)
    if not draft.profile.get("name"):
        _site_title(path, draft, read_text)
    add_home(content, draft, read_text, load)
    for name in (*PAPERS, *TALKS):
        lists = files_in(content / name, "_index.md", draft, deep=True)
        lists += files_in(content / name, "index.md", draft)
        for page, values, body in read_pages(lists, read_text, load, draft):
            report_list_page(page, (values, body), draft)
    add_publications(content, draft, read_text, load)
    _events(content, draft, read_text, load)
    return draft


_TITLE = re.compile(r"^title\s*[:=]\s*[\"']?([^\"'#\n]+)", re.MULTILINE)


def _site_title(site: Path, draft: Draft, read_text: Read) -> None:
    """Take the title of the site for the name of its owner."""
    folders = (site, site / "config/_default")
    for config in (one for folder in folders for one in files_in(folder, "[ch]*.*", draft)):
        is_config = re.fullmatch(r"(?:hugo|config)\.(?:toml|ya?ml)", config.name)
        if match := is_config and _TITLE.search(read_text(config)):
            draft.tell("name", match[1], config.name)
            draft.changed(f"{config.name} title", "taken for your name")


def _events(content: Path, draft: Draft, read_text: Read, load: Load) -> None:
    found = []
    for page, values, body in read_pages(pages_in(content, TALKS, draft), read_text, load, draft):
        if told_example(flat(values.get("title")), [values, body], place_of(page), draft):
            continue
        found.append((flat(values.get("date")), f"{place_of(page)}.", values, body))
    section = Section(title="Talks")
    for _date, place, values, body in sorted(found, key=lambda one: one[0], reverse=True):
        one = Fields(values, place, draft)
        one.drop(*DROPPED)
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
        free = [name for name in ("url", "slides", "video", "code") if not options.get(name)]
        options |= links_of(one, free, draft)
        me = draft.profile.get("name", "")
        names = [bare(name) for name in one.texts("authors") if name not in OWNERS]
        options["with"] = ", ".join(name for name in names if name != me)
        report_picture(one)
        if options["event"] == options["location"]:
            options["location"] = ""
        date = day_of(one, draft)
        last = one.text("date_end").partition("T")[0]
        blocks = [markdown(one.text("summary")), markdown(one.text("abstract")), *paragraphs(body)]
        section.blocks.append(
            item(
                draft,
                place.rstrip("."),
                title=plain(one.text("title")),
                kind=talk_kind(one.text("event_type")),
                options=options,
                when=(date, last, "") if last > date else ("", "", date),
                body=blocks,
                is_talk=True,
            )
        )
        one.report()
    draft.add(section)
