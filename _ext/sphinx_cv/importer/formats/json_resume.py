"""Reads JSON Resume (https://jsonresume.org/schema), version 1 and the one before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_cv.importer.draft import Draft, Papers, Section, Text, flat
from sphinx_cv.importer.reading.common import add_paper, item, one_line, points
from sphinx_cv.importer.reading.fields import Fields
from sphinx_cv.importer.reading.networks import add_network, add_website
from sphinx_cv.importer.reading.photo import take_photo
from sphinx_cv.importer.reading.text import bare, plain
from sphinx_cv.importer.reading.unnamed import unnamed

from .rendercv import add_section

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# By which names people call where they worked and studied.
_EMPLOYERS = ("name", "company", "organization", "employer", "institution")
_SCHOOLS = ("institution", "school", "university", "college", "organization", "name")
# And the words of a skill.
_WORDS = ("keywords", "items", "skills", "details")
SECTIONS = ("work", "volunteer", "education", "awards", "publications", "skills", "projects")


def is_json_resume(data: object) -> bool:
    """Whether this is a résumé in JSON."""
    return isinstance(data, dict) and ("basics" in data or any(key in data for key in SECTIONS))


def read(data: dict[str, Any], folder: Path | None = None) -> Draft:
    """Read a résumé; the portrait is looked for in *folder*."""
    draft = Draft()
    draft.reads("", data)
    fields = Fields(data, "", draft)
    padding = _padding(data, draft)
    # Where nobody has put them together, the facts of the person stand beside the sections.
    basics = fields.inner("basics") if fields.has("basics") else fields
    _basics(basics, draft)
    if folder and flat(basics.peek("image")):
        take_photo(draft, folder, basics.text("image"), "basics.image")
    if summary := basics.take("summary", "about"):
        draft.add(Section(title="About", blocks=[Text(text=plain(summary))]))
    if basics is not fields:
        basics.report()

    def when(one: Fields) -> tuple[str, str, str]:
        start = one.text("startDate", "startdate", "start", "from")
        end = one.text("endDate", "enddate", "end", "to")
        date = one.text("date", "releaseDate", "dates", "period", "years", "year")
        return padding(start), padding(end), padding(date)

    def entries(name: str, title: str, kind: str, heads: tuple[str, ...], *where: str) -> None:
        section = Section(title=title, kind=kind)
        for one in fields.each(name):
            words = _studies(one) if name == "education" else plain(one.text(*heads))
            options = {"organization": one.text(*where), "location": one.text("location")}
            options["url"] = one.text("url", "website", "link")
            days = when(one)
            body = [*_body(one), *unnamed(one, draft)]
            section.blocks.append(
                item(
                    draft,
                    one.place,
                    title=words,
                    kind=kind,
                    options=options,
                    when=days,
                    body=body,
                )
            )
            one.report()
        draft.add(section)

    entries("work", "Experience", "experience", ("position", "title", "role"), *_EMPLOYERS)
    entries("education", "Education", "education", (), *_SCHOOLS)
    entries("volunteer", "Volunteering", "service", ("position", "title", "role"), *_EMPLOYERS)
    entries("projects", "Projects", "project", ("name", "title"), "entity", "organization")
    entries("awards", "Awards", "award", ("title", "name"), "awarder", "issuer", "organization")
    entries("certificates", "Certificates", "certificate", ("name", "title"), "issuer", "authority")
    _publications(fields, draft, when)
    _lines(fields, draft, "skills", "Skills", ("name", "title", "category"), _WORDS, ("level",))
    _lines(fields, draft, "languages", "Languages", ("language", "name"), ("fluency", "level"))
    _lines(fields, draft, "interests", "Interests", ("name",), _WORDS)
    _lines(fields, draft, "references", "References", ("name",), ("reference",))
    fields.drop("$schema", "meta")
    for name in fields.names():
        if isinstance(value := fields.peek(name), list) and any(map(flat, value)):
            draft.changed(name, "no section of the format: read by the names of its fields")
            add_section(name, fields.take(name), draft)
    fields.report()
    return draft


def _basics(basics: Fields, draft: Draft) -> None:
    name = basics.take("name")
    names = [*name.values()] if isinstance(name, dict) else [name]
    draft.tell("name", bare(" ".join(filter(None, map(flat, names)))), "basics.name")
    draft.tell("position", bare(basics.text("label", "headline")), "basics.label")
    draft.tell("email", basics.text("email"), "basics.email")
    draft.tell("phone", basics.text("phone"), "basics.phone")
    draft.tell("birth", basics.text("birthDate", "birth", "dateOfBirth"), "basics.birth")
    add_website(draft, basics.text("url", "website"), "basics.url")
    location = basics.take("location")
    if isinstance(location, dict):
        inner = Fields(location, "basics.location.", draft)
        parts = ("address", "postalCode", "city", "region", "countryCode", "country")
        location = ", ".join(filter(None, map(inner.text, parts)))
        inner.report()
    draft.tell("address", location, "basics.location")
    for one in basics.each("profiles"):
        network, user, url = one.text("network"), one.text("username"), one.text("url")
        if url:
            add_network(draft, network or "Profile", url, one.place)
            if user and user not in url:
                draft.left_out(f"{one.place}username", user)
        else:
            add_network(draft, network, user, one.place)
        one.report()
    social = basics.take("social") if isinstance(basics.peek("social"), dict) else {}
    for network, user in social.items():
        add_network(draft, network.replace("_", " "), flat(user), f"basics.social.{network}")


def _studies(one: Fields) -> str:
    degree, area = one.text("studyType", "degree"), one.text("area", "field", "major")
    return plain(f"{degree} in {area}" if degree and area else degree or area)


def _body(one: Fields) -> list[str]:
    blocks = [plain(text) for text in one.texts("description")]
    blocks += [plain(text) for text in one.texts("summary")]
    blocks.append(points(map(plain, one.texts("highlights"))))
    if one.has("score", "gpa"):
        blocks.append(f"Grade: {plain(one.text('score', 'gpa'))}")
    for name, label in (("courses", "Courses"), ("keywords", "Keywords"), ("roles", "Roles")):
        if words := one.texts(name):
            blocks.append(f"{label}: {plain(', '.join(words))}")
    return blocks


def _publications(
    fields: Fields, draft: Draft, when: Callable[[Fields], tuple[str, str, str]]
) -> None:
    found = False
    for one in fields.each("publications"):
        found = True
        values = {
            "title": one.text("name", "title"),
            "journal": one.text("publisher", "journal"),
            "date": when(one)[2],
            "url": one.text("url", "website"),
            "doi": one.text("doi"),
            "abstract": one.text("summary"),
        }
        add_paper(draft, one.place.rstrip("."), values, authors=one.texts("authors", "author"))
        one.report()
    if found:
        draft.add(Section(title="Publications", blocks=[Papers()]))


def _lines(
    fields: Fields,
    draft: Draft,
    name: str,
    title: str,
    heads: tuple[str, ...],
    *rest: tuple[str, ...],
) -> None:
    section = Section(title=title)
    for one in fields.each(name):
        head = plain(one.text(*heads))
        words = [plain(", ".join(one.texts(*names))) for names in rest]
        value = words[0] + "".join(f" ({more})" for more in words[1:] if more)
        section.blocks.append(one_line(head, value.strip()))
        one.report()
    draft.add(section)


def _padding(data: dict[str, Any], draft: Draft) -> Callable[[str], str]:
    """Return what takes off the end that an editor adds to every date, such as "-01-01"."""
    dates = [
        str(value)
        for section in data.values()
        if isinstance(section, list)
        for one in section
        if isinstance(one, dict)
        for name, value in one.items()
        if "date" in name.lower() and str(value).count("-") == 2  # noqa: PLR2004, a full date
    ]
    for end, what in (("-01-01", "years"), ("-01", "months")):
        if len(dates) > 1 and all(date.endswith(end) for date in dates):
            draft.changed("dates", f'all end in "{end}": read as {what}')
            return lambda text: text.removesuffix(end)
    return lambda text: text
