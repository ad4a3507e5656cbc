"""The pages of a HugoBlox site: where they are, and what in them only says how they look."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sphinx_cv.importer.reading.fields import Fields
from sphinx_cv.importer.reading.files import files_in
from sphinx_cv.importer.reading.html import is_web
from sphinx_cv.importer.reading.text import addresses_in, bare

if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from pathlib import Path

    from sphinx_cv.importer.draft import Draft

PAPERS, TALKS = ("publication", "publications"), ("event", "events", "talk", "talks")
DROPPED = (
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
    "show_related",
    "advanced",
)
# What a picture is, beside its caption.
_PICTURE = ("preview_only", "focal_point", "placement", "filename")
# What the name or the type of a link says that it leads to.
_LINKS = (
    ("code", r"code|github|repo|source"),
    ("slides", r"slide"),
    ("video", r"video|recording|youtube"),
    ("poster", r"poster"),
    ("data", r"data"),
    ("project", r"project"),
    ("supplement", r"suppl"),
    ("pdf", r"pdf"),
    ("url", r"arxiv|preprint|manuscript|doi|paper|conference|event"),
)


# Whom a site with several authors is about.
OWNERS = ("admin", "me")


def pages_in(content: Path, names: tuple[str, ...], draft: Draft) -> Iterator[Path]:
    """Yield the page of each thing in folders, however deep: "a/index.md", or "a.md"."""
    for name in names:
        for page in files_in(content / name, "*.md", draft, deep=True):
            is_thing = page.name == "index.md" and page.parent != content / name
            # "index.zh.md" is a translation.
            if is_thing or "index" not in page.name:
                yield page


def place_of(page: Path) -> str:
    """Return where a page is: the last two names that tell it from others."""
    thing = page.parent if page.name == "index.md" else page
    return f"{thing.parent.name}/{thing.name}"


def report_list_page(page: Path, read: tuple[dict[str, Any], str], draft: Draft) -> None:
    """Report what the page above a list says: the list here has a heading of its own."""
    values, body = read
    place = f"{page.parent.name}/{page.name}"
    one = Fields(values, f"{place}.", draft)
    one.drop(*DROPPED, "cover", "url")
    one.report()
    draft.left_out(place, [bare(body), *addresses_in(body)])


def links_of(one: Fields, names: Container[str], draft: Draft) -> dict[str, str]:
    """Return the addresses in the links of a page, by what of *names* each is; report others."""
    found: dict[str, str] = {}
    for each in one.each("links"):
        label, url = each.text("name", "type", "label"), each.text("url", "link")
        name = next((key for key, words in _LINKS if re.search(words, label.lower())), "")
        if name in names and is_web(url) and name not in found:
            found[name] = url
            each.drop("icon", "icon_pack")
        else:
            draft.left_out(each.place, f"{label} {url}")
        each.report()
    return found


def report_picture(one: Fields) -> None:
    """Report what is said below the picture of a page."""
    picture = one.inner("image")
    picture.drop(*_PICTURE)
    picture.report()


def day_of(one: Fields, draft: Draft) -> str:
    """Return the date of a page without its time of day; one that is not midnight is reported."""
    typed = one.text("date")
    day, _, time = typed.partition("T")
    if re.search(r"[1-9]", time):
        draft.changed(f"{one.place}date", f"{typed}: its time of day is left out")
    return day
