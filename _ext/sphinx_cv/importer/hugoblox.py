"""Reads the folders of HugoBlox (formerly Wowchemy, Academic): publications, events, the author."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sphinx_cv.model.text import fold

from .alfolio import add_bibliography
from .bib import in_tex, split, with_fields
from .common import add_paper, item
from .draft import Draft, Papers, Section, Text, flat
from .fields import Fields
from .front import is_placeholder, read_page
from .hugoblox_author import add_entries, read_author
from .kinds import talk_kind
from .text import addresses_in, bare, is_web, markdown, paragraphs, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from .bib import BibEntry
    from .front import Load

    Read = Callable[[Path], str]

_PAPERS, _TALKS = ("publication", "publications"), ("event", "events", "talk", "talks")
_DROPPED = (
    "draft",
    "publishDate",
    "publishdate",
    "featured",
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
    "view",
    "cms_exclude",
    "banner",
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
    for name in (*_PAPERS, *_TALKS):
        for page in (*content.glob(f"{name}/**/_index.md"), *content.glob(f"{name}/index.md")):
            _list_page(page, read_page(page, read_text(page), load), draft)
    _publications(content, draft, read_text, load)
    _events(content, draft, read_text, load)
    return draft


def _pages(content: Path, names: tuple[str, ...]) -> Iterator[Path]:
    """Yield the page of each thing in folders, however deep: "a/index.md", or "a.md"."""
    for name in names:
        for page in sorted(content.glob(f"{name}/**/*.md")):
            is_thing = page.name == "index.md" and page.parent != content / name
            # "index.zh.md" is a translation.
            if is_thing or "index" not in page.name:
                yield page


def _list_page(page: Path, read: tuple[dict[str, Any], str], draft: Draft) -> None:
    """Report what the page above a list says: the list here has a heading of its own."""
    values, body = read
    place = f"{page.parent.name}/{page.name}"
    one = Fields(values, f"{place}.", draft)
    one.drop(*_DROPPED, "cover", "url")
    one.report()
    draft.left_out(place, [bare(body), *addresses_in(body)])


def _publications(content: Path, draft: Draft, read_text: Read, load: Load) -> None:
    """Add the publications: those with a .bib file as it has them, then the others."""
    bibs = {
        str(cited.relative_to(content)): read_text(cited)
        for name in _PAPERS
        for cited in sorted(content.glob(f"{name}/**/*.bib"))
    }
    add_bibliography(draft, bibs)
    for page in _pages(content, _PAPERS):
        entries, _macros = split(bibs.get(str(page.parent.relative_to(content) / "cite.bib"), ""))
        _publication(page, read_page(page, read_text(page), load), entries[:1], draft)
    if draft.papers and not bibs:
        draft.add(Section(title="Publications", blocks=[Papers()]))


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
    page: Path, read: tuple[dict[str, Any], str], cited: list[BibEntry], draft: Draft
) -> None:
    """Add a publication, or what its page has besides its entry in a .bib file."""
    values, body = read
    one = Fields(values, f"{_place(page).partition('/')[2]}.", draft)
    one.drop(*_DROPPED)
    fields = _paper_fields(one, draft)
    texts = {name: one.text(name) for name in ("abstract", "summary")} | {"text": body}
    for name in [name for name, text in texts.items() if is_placeholder(text)]:
        draft.left_out(f"{one.place}{name}", f"the theme's own words: {texts.pop(name)}")
    if not texts.get("abstract"):
        texts["abstract"] = texts.pop("summary", "")
    abstract = fields["abstract"] = f"{texts.pop('abstract')} {texts.pop('text', '')}".strip()
    summary = texts.get("summary", "")
    draft.left_out(f"{one.place}summary", "" if summary in abstract else summary)
    authors = one.texts("authors")
    known = next((paper for paper in draft.papers if cited and paper.key == cited[0].key), None)
    if known:
        _complete(known, fields, authors, draft)
    else:
        me = str(draft.profile.get("name", ""))
        names = [me if name in _OWNERS else bare(name) for name in authors]
        add_paper(draft, one.place.rstrip("."), fields, authors=names)
    one.report()


def _paper_fields(one: Fields, draft: Draft) -> dict[str, str]:
    """Return what a page says of its publication; addresses that are none are reported."""
    fields = {
        "title": one.text("title"),
        "journal": one.text("publication", "publication_short"),
        "date": one.text("date").partition("T")[0],
        "doi": one.text("doi"),
        "url": one.text("url_preprint", "url_source"),
    }
    for name in ("pdf", "code", "slides", "video", "poster", "dataset"):
        value = one.text(f"url_{name}")
        if value.startswith("http"):
            fields["data" if name == "dataset" else name] = value
        else:
            draft.left_out(f"{one.place}url_{name}", value)
    return fields


def _complete(paper: BibEntry, fields: dict[str, str], authors: list[str], draft: Draft) -> None:
    """Add to an entry what only its page has, and report where the page says otherwise."""
    there = _words(paper.text)
    said = {"authors": " ".join(name for name in authors if name not in _OWNERS), **fields}
    added = {}
    for name, text in said.items():
        if name in _IN_ENTRY or name in paper.fields:
            is_same = _words(text[:4] if name == "date" else bare(text)) <= there
            draft.left_out(f"{paper.key} {name}", "" if is_same else text)
        elif is_web(text) or name in ("abstract", "doi"):
            added[name] = bare(text) if name == "abstract" else text
            draft.left_out(f"{paper.key} {name}", addresses_in(text))
        else:
            draft.left_out(f"{paper.key} {name}", text)
    whole = with_fields(paper, in_tex(added))
    draft.papers = [whole if one is paper else one for one in draft.papers]


# What every entry has under a name of its own.
_IN_ENTRY = ("title", "authors", "date", "journal")


def _place(page: Path) -> str:
    """Return where a page is: the last two names that tell it from others."""
    thing = page.parent if page.name == "index.md" else page
    return f"{thing.parent.name}/{thing.name}"


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", fold(text)))


def _events(content: Path, draft: Draft, read_text: Read, load: Load) -> None:
    found = []
    for page in _pages(content, _TALKS):
        values, body = read_page(page, read_text(page), load)
        found.append((flat(values.get("date")), f"{_place(page)}.", values, body))
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
        typed = one.text("date")
        date = re.sub(r"T.*", "", typed)
        if re.search(r"T.*[1-9]", typed):
            draft.changed(f"{place}date", f"{typed}: its time of day is left out")
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
