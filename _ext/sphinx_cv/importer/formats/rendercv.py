"""Reads RenderCV's YAML (https://docs.rendercv.com), which al-folio takes as well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_cv.importer.draft import AGAIN, Draft, Papers, Section, Text, flat, keyword
from sphinx_cv.importer.reading.common import add_paper, item, one_line
from sphinx_cv.importer.reading.contact import address_of, tell_contact
from sphinx_cv.importer.reading.fields import Fields
from sphinx_cv.importer.reading.html import points_in
from sphinx_cv.importer.reading.kinds import TALK, kind_of
from sphinx_cv.importer.reading.languages import language_of
from sphinx_cv.importer.reading.networks import add_network, add_website
from sphinx_cv.importer.reading.photo import take_photo
from sphinx_cv.importer.reading.text import bare, link_of, markdown, plain
from sphinx_cv.importer.reading.unnamed import label_of, unnamed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_OTHERS = ("et al.", "et al", "...", "…", "others")


def is_rendercv(data: object) -> bool:
    """Whether this is a CV of RenderCV."""
    return isinstance(data, dict) and isinstance(data.get("cv"), dict)


def read(data: dict[str, Any], folder: Path | None = None) -> Draft:
    """Read a CV; what its other parts set is the look, and is left to the reader's own choice.

    The portrait is looked for in *folder*.
    """
    draft = Draft()
    draft.reads("cv", data["cv"])
    locale = data.get("locale")
    draft.language = language_of(flat(locale.get("language"))) if isinstance(locale, dict) else ""
    for name, value in data.items():
        if name != "cv" and flat(value):
            draft.left_out(str(name), f"how it looks is set in conf.py; here it is {flat(value)}")
    cv = Fields(data["cv"], "cv.", draft)
    _profile(cv, draft)
    if folder and cv.has("photo"):
        take_photo(draft, folder, cv.text("photo"), "cv.photo")
        draft.look |= {"photo": True} if "photo" in draft.profile else {}
    if cv.has("summary"):
        draft.add(Section(title="About", blocks=[Text(text=markdown(cv.take("summary")))]))
    sections = cv.take("sections")
    cv.report()
    if isinstance(sections, dict):
        for key, entries in sections.items():
            add_section(str(key).replace(AGAIN, ""), entries, draft)
    else:
        draft.left_out("cv.sections", sections)
    return draft


def _profile(cv: Fields, draft: Draft) -> None:
    draft.tell("name", bare(cv.text("name")), "cv.name")
    draft.tell("position", bare(cv.text("headline", "label")), "cv.headline")
    for key in ("email", "phone"):
        for value in cv.texts(key):
            draft.tell(key, value.removeprefix("tel:"), f"cv.{key}")
    for url in cv.texts("website", "url"):
        add_website(draft, url, "cv.website")
    draft.tell("address", address_of(cv.take("address")), "cv.address")
    # A town is no secret, but has no place of its own.
    tell_contact(draft, cv.text("location"), "cv.location")
    for one in cv.each("social_networks", "social", "profiles"):
        user = one.text("url") or one.text("username")
        add_network(draft, one.text("network"), user, one.place.rstrip("."))
        one.report()
    for one in cv.each("custom_connections"):
        draft.link(bare(one.text("placeholder", "text")), one.text("url"), one.place.rstrip("."))
        one.drop("fontawesome_icon")
        one.report()


def add_section(key: str, entries: Any, draft: Draft) -> None:
    """Add a section; what each of its entries is, its fields say."""
    title = key if " " in key or key[:1].isupper() else label_of(key)
    kind = kind_of(title)
    section = Section(title=bare(title), kind="" if kind == TALK else kind)
    papers = len(draft.papers)
    for number, entry in enumerate(entries if isinstance(entries, list) else [entries]):
        place = f"{key}[{number}]"
        if isinstance(entry, dict):
            _entry(Fields(entry, f"{place}.", draft), section, kind, draft)
        elif words := markdown(flat(entry)):
            section.blocks.append(Text(text=words))
    if len(draft.papers) > papers:
        section.blocks.append(Papers(keyword=title))
    draft.add(section)


def _entry(one: Fields, section: Section, kind: str, draft: Draft) -> None:
    place = one.place.rstrip(".")
    if one.has("bullet", "number", "reversed_number"):
        words = markdown(one.take("bullet", "number", "reversed_number"))
        section.blocks.append(Text(text=words, is_point=True))
    elif one.has("label"):
        section.blocks.append(one_line(markdown(one.take("label")), markdown(one.text("details"))))
    elif kind != TALK and section.title.lower().startswith("language") and not one.has("date"):
        words = markdown(one.text("summary", "level", "fluency"))
        section.blocks.append(one_line(markdown(one.text("name", "language")), words))
    elif one.has("keywords") and not one.has("date", "start_date", "end_date"):
        level = markdown(one.text("level"))
        words = ", ".join(map(markdown, one.texts("keywords"))) + (f" ({level})" if level else "")
        section.blocks.append(one_line(markdown(one.text("name", "label")), words))
    elif one.has("authors", "author") and one.has("title", "name"):
        _paper(one, section, draft)
    else:
        section.blocks.append(_dated(one, kind, draft, place))
    one.report()


def _dated(one: Fields, kind: str, draft: Draft, place: str) -> Any:
    options = {"location": one.text("location"), "url": one.text("url", "website", "link")}
    start = one.text("start_date", "startDate", "start", "from")
    end = one.text("end_date", "endDate", "end", "to")
    when = start, end, one.text("date", "dates", "releaseDate", "period", "years", "year")
    body = [markdown(text) for text in one.texts("summary", "description")]
    if one.has("institution", "school", "university"):
        where = one.text("institution", "school", "university")
        kind, options["organization"] = "education", where
        degree, area = one.text("degree", "studyType"), one.text("area", "field", "major")
        title = markdown(f"{degree} in {area}" if degree and area else degree or area)
    elif one.has("company", "organization", "employer"):
        options["organization"] = one.text("company", "organization", "employer")
        kind = "experience" if kind == TALK else kind
        title = markdown(one.text("position", "title", "role", "name"))
    else:
        words, url = link_of(one.text("name", "title", "position", "role"))
        title, options["url"] = markdown(words), url or options["url"]
        options["organization"] = one.text(
            "awarder", "issuer", "venue", "event", "conference", "place"
        )
    score = one.text("score", "gpa")
    body += [f"Grade: {plain(score)}"] if score else []
    body.append(highlights(one.take("highlights", "items", "courses") or []))
    body += unnamed(one, draft)
    if kind == TALK:
        return _talk(draft, place, title, options, when, body)
    return item(draft, place, title=title, kind=kind, options=options, when=when, body=body)


def _talk(
    draft: Draft,
    place: str,
    title: str,
    options: dict[str, str],
    when: tuple[str, str, str],
    body: list[str],
) -> Any:
    """Return a talk where it has an event and a date, else a point of a list with all its words."""
    event = options.pop("organization", "") or (bare(body[0]) if len(body) > 1 and body[0] else "")
    rest = body[1:] if event and len(body) > 1 and bare(body[0]) == event else body
    event = event or options.pop("location", "")
    if event and any(when):
        return item(
            draft,
            place,
            title=title,
            kind="",
            is_talk=True,
            options={"event": event, **options},
            when=(when[0], when[1], when[2]),
            body=rest,
        )
    draft.changed(place, "a talk without event or date is a point of a list")
    words = [title, *map(plain, filter(None, (event, *options.values(), *when))), *body]
    return Text(text=", ".join(filter(None, words)), is_point=True)


def highlights(values: Iterable[Any]) -> str:
    """Return points, with the points within them: as mappings, or written " - Like this"."""
    return "\n".join(_points(values if isinstance(values, list) else [values], ""))


def _points(values: Iterable[Any], indent: str) -> list[str]:
    lines: list[str] = []
    for value in values:
        if isinstance(value, dict):
            title = value.get("title") or value.get("name") or ""
            inner = value.get("contents") or value.get("items") or value.get("highlights") or []
            known = ("title", "name", "contents", "items", "highlights")
            words = flat({key: more for key, more in value.items() if key not in known})
            lines += [f"{indent}- {markdown(' '.join(filter(None, (flat(title), words))))}"]
            lines += _points(inner if isinstance(inner, list) else [inner], indent + "  ")
        elif flat(value):
            words, rest = points_in(flat(value))
            if words.count(" - ") > 1:
                words, *within = words.split(" - ")
                rest = [*within, *rest]
            lines += [f"{indent}- {markdown(words)}"] if words else []
            deeper = indent + "  " * bool(words)
            lines += [f"{deeper}- {markdown(more)}" for more in rest]
    return lines


def _paper(one: Fields, section: Section, draft: Draft) -> None:
    authors = [bare(name) for name in one.texts("authors", "author")]
    authors = ["et al." if name.lower() in _OTHERS else name for name in authors]
    fields = {
        "title": one.text("title", "name"),
        "journal": one.text("journal", "publisher", "venue"),
        "doi": one.text("doi"),
        "url": one.text("url"),
        "date": one.text("date", "releaseDate", "year"),
        "abstract": one.text("summary"),
        "keywords": keyword(section.title),
    }
    add_paper(draft, one.place.rstrip("."), fields, authors=authors)
