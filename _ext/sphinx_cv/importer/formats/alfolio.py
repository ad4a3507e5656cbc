"""Reads an al-folio site: the older ``cv.yml``, ``_config.yml`` and ``_bibliography``."""

from __future__ import annotations

import re
from typing import Any

from sphinx_cv.importer.draft import Draft, Section, Text, flat
from sphinx_cv.importer.reading.common import item, one_line
from sphinx_cv.importer.reading.fields import Fields
from sphinx_cv.importer.reading.kinds import TALK, kind_of
from sphinx_cv.importer.reading.text import bare, links_in, markdown, plain
from sphinx_cv.importer.reading.unnamed import unnamed

from .rendercv import highlights

# What a "map" says of the person, by a word of its name.
_FACTS = (("full name", "name"), ("birth", "birth"), ("phone", "phone"), ("mobile", "phone"))
# And by all of its name, as those who write such a map call it.
_NAMES = {
    "position": ("position", "current position", "job title", "role"),
    "affiliation": ("affiliation", "institution", "employer", "university", "organization"),
}
_SUMMARY = ("summary", "about", "about me", "bio", "profile")


def is_alfolio(data: object) -> bool:
    """Whether this is the older ``cv.yml``: a list of sections with titles."""
    return isinstance(data, list) and any(
        isinstance(one, dict) and "title" in one and ("contents" in one or "type" in one)
        for one in data
    )


def read(data: list[Any]) -> Draft:
    """Read the sections of a ``cv.yml``."""
    draft = Draft()
    draft.reads("cv.yml", data)
    for number, one in enumerate(data):
        fields = Fields(one, f"[{number}].", draft)
        _section(fields, draft)
        fields.report()
    return draft


def _section(fields: Fields, draft: Draft) -> None:
    title = bare(fields.text("title"))
    style = fields.text("type")
    kind = kind_of(title)
    kind = "experience" if kind == TALK else kind
    section = Section(title=title or "More", kind=kind if style == "time_table" else "")
    contents = fields.take("contents")
    values = contents if isinstance(contents, list) else [contents]
    for number, one in enumerate(values):
        place = f"{title}[{number}]"
        if isinstance(one, dict) and style == "map":
            _fact(Fields(one, f"{place}.", draft), section, draft)
        elif isinstance(one, dict) and style == "time_table":
            _row(Fields(one, f"{place}.", draft), section, kind, draft)
        elif isinstance(one, dict):
            section.blocks.append(Text(text=highlights([one])[2:], is_point=True))
        elif words := markdown(flat(one)):
            section.blocks.append(Text(text=words, is_point=isinstance(contents, list)))
    if not section.blocks:
        draft.changed(title, "all of this section is in the profile")
    draft.add(section)


def _fact(one: Fields, section: Section, draft: Draft) -> None:
    name, value = bare(one.text("name")), one.text("value")
    key = next((key for word, key in _FACTS if word in name.lower()), "")
    if not key and re.search(r"(?i)address|adresse", name):
        key = "address"
    key = key or next((key for key, names in _NAMES.items() if name.lower() in names), "")
    number = re.search(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]", value)
    if key == "name" or key in _NAMES:
        draft.tell(key, bare(value), one.place)
        draft.changed(one.place, f'"{name}" is in the profile')
        draft.left_out(one.place, links_in(value))
    elif name.lower() in _SUMMARY:
        draft.add(Section(title="About", blocks=[Text(text=markdown(value))]))
        draft.changed(one.place, f'"{name}" is on the home page')
    elif key:
        draft.tell(key, bare(value), one.place)
        draft.changed(one.place, f'"{name}" is "{key}" of the profile, for your own PDF alone')
        draft.left_out(one.place, links_in(value))
    elif "mail" in name.lower() and "@" in value:
        draft.tell("email", bare(value), one.place)
        draft.changed(one.place, f'"{name}" is in the profile')
    elif number:
        draft.link("ORCID", f"https://orcid.org/{number[0]}", one.place)
        draft.changed(one.place, f'"{name}" is in the profile')
    else:
        section.blocks.append(one_line(plain(name), markdown(value)))
    one.report()


def _row(one: Fields, section: Section, kind: str, draft: Draft) -> None:
    place = one.place.rstrip(".")
    head = ("title", "degree", "position", "role", "name")
    title = ", ".join(filter(None, (markdown(one.text(name)) for name in head)))
    institution = one.text("institution", "university", "school", "company", "organization")
    details = [one.take(name) for name in ("department", "location")]
    body = [markdown(flat(detail)) for detail in details if flat(detail)]
    for name in ("description", "items"):
        value = one.take(name)
        if isinstance(value, str):
            body.append(markdown(value))
        elif value:
            body.append(highlights(value))
    date = one.text("year", "date", "years", "dates", "period")
    body += unnamed(one, draft)
    if not title and not institution and body:
        # A year with what was in it: the first point is the entry.
        first, _, rest = body[0].removeprefix("- ").partition("\n")
        lines = [line.removeprefix("- ") for line in rest.split("\n") if line]
        if not any(line.startswith(" ") for line in lines):
            for words in (first, *lines):
                section.blocks.append(_entry(draft, place, words, kind, {}, date, body[1:]))
            one.report()
            return
        title, body = first, [rest, *body[1:]]
    section.blocks.append(
        _entry(draft, place, title, kind, {"organization": institution}, date, body)
    )
    one.report()


def _entry(
    draft: Draft,
    place: str,
    title: str,
    kind: str,
    options: dict[str, str],
    date: str,
    body: list[str],
) -> Any:
    return item(
        draft, place, title=title, kind=kind, options=options, when=("", "", date), body=body
    )
