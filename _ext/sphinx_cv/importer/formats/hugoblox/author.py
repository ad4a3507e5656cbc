"""Reads the page of an author of HugoBlox: the profile, education, positions, awards, skills."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_cv.importer.draft import Section, Text
from sphinx_cv.importer.reading.common import item, one_line
from sphinx_cv.importer.reading.fields import Fields
from sphinx_cv.importer.reading.front import is_placeholder
from sphinx_cv.importer.reading.networks import add_network
from sphinx_cv.importer.reading.text import bare, markdown, paragraphs, plain
from sphinx_cv.importer.reading.unnamed import unnamed

if TYPE_CHECKING:
    from sphinx_cv.importer.draft import Draft

_DROPPED = (
    *("superuser", "highlight_name", "user_groups", "status", "authors_ids", "draft", "weight"),
    *("profile", "publishDate", "lastmod", "design", "is_owner", "slug"),
)
_LOOK = ("company_logo", "icon", "icon_pack", "color", "color_border", "image", "logo")

# What a heading says that is that of the page.
_HEADING = re.compile(r"(?im)^#+[ \t]*(?:about|about me|bio|biography)[ \t#]*$")


def read_author(one: Fields, body: str, draft: Draft) -> None:
    """Read the settings of an author's page, and the text below them."""
    _profile(one, draft)
    blocks, bio = paragraphs(_HEADING.sub("", body)), one.text("bio")
    if not is_placeholder(bio) and not {*bare(bio).split()} <= {*bare(body).split()}:
        blocks = [*paragraphs(bio), *blocks]
    else:
        draft.left_out(f"{one.place}bio", bare(bio))
    draft.add(Section(title="About", blocks=[Text(text=block) for block in blocks]))
    interests = [Text(text=plain(each), is_point=True) for each in one.texts("interests")]
    draft.add(Section(title="Interests", blocks=[*interests]))
    education = one.take("education")
    courses = education.get("courses") if isinstance(education, dict) else education
    rest = Fields({"education": courses or []}, one.place, draft)
    add_entries(rest, draft, "education", "Education", "education")
    add_entries(one, draft, "work", "Experience", "experience")
    add_entries(one, draft, "experience", "Experience", "experience")
    add_entries(one, draft, "awards", "Awards", "award")
    add_entries(one, draft, "certifications", "Certificates", "certificate")
    for name in ("skills", "languages"):
        section = Section(title=name.capitalize())
        for each in one.each(name):
            section.blocks.append(line_of(each))
            each.report()
        draft.add(section)
    one.drop(*_DROPPED)
    one.report()


def _profile(one: Fields, draft: Draft) -> None:
    name = one.take("title", "name")
    if isinstance(name, dict):
        parts = Fields(name, f"{one.place}name.", draft)
        display = parts.text("display")
        name = display or f"{parts.text('given')} {parts.text('family')}"
        parts.drop("given", "family")
        parts.report()
    else:
        name = name or f"{one.text('first_name')} {one.text('last_name')}"
    draft.tell("name", bare(name), one.place)
    for part in ("first_name", "last_name"):
        value = one.text(part)
        draft.left_out(f"{one.place}{part}", "" if value in str(name) else value)
    draft.tell("position", bare(one.text("role", "headline")), one.place)
    places = []
    for each in one.each("organizations", "affiliations"):
        places.append(bare(each.text("name")))
        each.report()
    draft.tell("affiliation", "; ".join(filter(None, places)), one.place)
    draft.tell("email", one.text("email"), one.place)
    for each in one.each("social", "profiles", "links"):
        _link(each, draft)


def _link(one: Fields, draft: Draft) -> None:
    link, label = one.text("link", "url"), bare(one.text("label"))
    label = label or one.text("icon").rpartition("/")[2].replace("-", " ")
    if link.startswith("mailto:"):
        draft.tell("email", link.removeprefix("mailto:"), one.place)
        draft.left_out(one.place, label)
    elif link.startswith("http"):
        add_network(draft, label, link, one.place.rstrip("."))
    else:
        draft.left_out(one.place, f"{label} {link}" if link else "")
    one.drop("icon_pack", "display", "icon")
    one.report()


def add_entries(one: Fields, draft: Draft, name: str, title: str, kind: str) -> None:
    """Add a list of entries; each theme of its time has other names for their fields."""
    section = Section(title=title, kind=kind)
    for each in one.each(name):
        if each.has("icon", "items") and not each.has("title", "position", "institution", "role"):
            each.report()
            continue
        when = (
            each.text("date_start", "start"),
            each.text("date_end", "end"),
            each.text("year", "date"),
        )
        options = {
            "organization": each.text(
                "institution", "company_name", "company", "awarder", "organization", "org"
            ),
            "location": each.text("location"),
        }
        urls = [each.text(key) for key in ("url", "company_url", "organization_url")]
        urls = [url for url in (*urls, each.text("certificate_url")) if url]
        options["url"] = urls[0] if urls else ""
        for url in urls[1:]:
            draft.left_out(f"{each.place}url", url)
        degree, area = each.text("course", "degree"), each.text("area")
        head = f"{degree} in {area}" if degree and area else degree or area
        head = head or each.text("title", "position", "role")
        body = [
            block
            for key in ("summary", "description")
            for text in [each.take(key)]
            if text
            for block in paragraphs(text)
        ]
        body += unnamed(each, draft)
        section.blocks.append(
            item(
                draft,
                each.place.rstrip("."),
                title=markdown(head),
                kind=kind,
                options=options,
                when=when,
                body=body,
            )
        )
        each.drop(*_LOOK)
        each.report()
    draft.add(section)


def line_of(one: Fields) -> Text:
    """Return a group of skills, or a language, as one line."""
    name, words = plain(one.text("name", "language", "label")), []
    for each in one.each("items"):
        words.append(_named(each))
        each.report()
    level = one.text("level", "fluency", "description") or _percent(one)
    one.drop(*_LOOK)
    return one_line(name, ", ".join([*words, *([plain(level)] if level else [])]))


def _named(one: Fields) -> str:
    more = [one.text("description"), one.text("level") or _percent(one)]
    one.drop(*_LOOK)
    words = ", ".join(filter(None, more))
    return plain(one.text("name", "label")) + (f" ({plain(words)})" if words else "")


def _percent(one: Fields) -> str:
    value = one.text("percent")
    return f"{value}%" if value else ""
