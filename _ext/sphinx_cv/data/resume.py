"""The whole CV as JSON Resume 1 (https://jsonresume.org/schema), which themes and forms read.

What the schema has no field for, such as the printed form of an open date, is in fields of our
own, which it allows.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sphinx_cv.bibliography.facts.dating import date_of
from sphinx_cv.bibliography.facts.work import Work

from .items import (
    dates_in_words,
    day_of,
    first_and_last,
    iso,
    kind_in_words,
    role_and_place,
    said_besides,
    title_of,
    where,
)
from .values import clean, without_empty

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_cv.document.records import Record

    from .facts import Facts, Paper

_SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
# Where the kinds of entries belong; any other is a project of that type.
_PLACES = {
    "education": "education",
    **dict.fromkeys(("experience", "visit", "teaching"), "work"),
    **dict.fromkeys(("service", "editorial", "committee", "membership"), "volunteer"),
    **dict.fromkeys(("event", "outreach"), "volunteer"),
    "award": "awards",
    "certificate": "certificates",
    "skill": "skills",
    "language": "languages",
    "referee": "references",
}


def to_resume(facts: Facts) -> str:
    """Return the CV as a JSON Resume document."""
    return json.dumps(resume(facts), ensure_ascii=False, indent=1) + "\n"


def resume(facts: Facts) -> dict[str, Any]:
    """Return the CV as JSON Resume, without empty values."""
    parts: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for record in facts.records("entry"):
        name = _PLACES.get(record.item.kind, "projects")
        parts[name].append(_WRITERS[name](record, facts))
    parts["publications"] = [_publication(paper, facts) for paper in facts.papers]
    parts["projects"] += [_project(record, facts) for record in facts.records("talk")]
    made: dict[str, Any] = without_empty(
        {
            "$schema": _SCHEMA,
            "basics": _basics(facts),
            **{name: parts[name] for name in _WRITERS},
            "publications": parts["publications"],
            "meta": {"version": "v1.0.0", "canonical": facts.file("cv.json")},
        }
    )
    return made


def _basics(facts: Facts) -> dict[str, Any]:
    profile = facts.profile
    return {
        "name": clean(profile.name),
        "label": clean(profile.position),
        "affiliation": clean(profile.affiliation),
        "email": profile.email,
        "phone": profile.phone,
        "url": profile.website or facts.base,
        "summary": clean(profile.description),
        "birth": clean(profile.birth),
        "location": {"address": clean(profile.address)},
        "profiles": [_account(name, url) for name, url in profile.links],
    }


def _account(name: str, url: str) -> dict[str, str]:
    last = url.rstrip("/").rpartition("/")[2]
    return {"network": name, "username": last if "?" not in last else "", "url": url}


def _dated(record: Record, facts: Facts) -> dict[str, Any]:
    """Return what all entries have in the same fields."""
    item = record.item
    first, last = first_and_last(item)
    return {
        "startDate": first,
        "endDate": last,
        "dates": dates_in_words(item, facts.language),
        "url": item.url,
    }


def _job(record: Record, facts: Facts) -> dict[str, Any]:
    position, place = role_and_place(record.item)
    return {
        "name": place,
        "position": position,
        "location": clean(record.item.location),
        "summary": said_besides(record, facts.language),
        **_dated(record, facts),
    }


def _service(record: Record, facts: Facts) -> dict[str, Any]:
    position, place = role_and_place(record.item)
    return {
        "organization": place or position,
        "position": position if place else "",
        "type": kind_in_words(record.item, facts.kinds),
        "location": clean(record.item.location),
        "summary": said_besides(record, facts.language),
        **_dated(record, facts),
    }


def _degree(record: Record, facts: Facts) -> dict[str, Any]:
    position, place = role_and_place(record.item)
    return {
        "institution": place,
        "area": position,
        "location": clean(record.item.location),
        "summary": said_besides(record, facts.language),
        **_dated(record, facts),
    }


def _award(record: Record, facts: Facts) -> dict[str, Any]:
    position, place = role_and_place(record.item)
    return {
        "title": position,
        "date": day_of(record.item),
        "awarder": place,
        "location": clean(record.item.location),
        "summary": said_besides(record, facts.language),
        "dates": dates_in_words(record.item, facts.language),
        "url": record.item.url,
    }


def _certificate(record: Record, facts: Facts) -> dict[str, Any]:
    position, place = role_and_place(record.item)
    return {
        "name": position,
        "date": day_of(record.item),
        "issuer": place,
        "url": record.item.url,
        "summary": said_besides(record, facts.language),
    }


def _skill(record: Record, facts: Facts) -> dict[str, Any]:
    item = record.item
    level = ", ".join(filter(None, (item.role, *item.places)))
    return {
        "name": clean(item.title),
        "level": clean(level),
        "summary": said_besides(record, facts.language),
        "dates": dates_in_words(item, facts.language),
    }


def _language(record: Record, facts: Facts) -> dict[str, Any]:
    skill = _skill(record, facts)
    return {"language": skill["name"], "fluency": skill["level"], "summary": skill["summary"]}


def _referee(record: Record, facts: Facts) -> dict[str, Any]:
    position, place = role_and_place(record.item)
    said = (place, clean(record.item.location), said_besides(record, facts.language))
    return {"name": position, "reference": "\n".join(filter(None, said))}


def _project(record: Record, facts: Facts) -> dict[str, Any]:
    """Return what the format has no place for: grants, software, talks."""
    item = record.item
    is_talk = item.objtype == "talk"
    return {
        "name": title_of(item),
        "entity": where(item),
        "type": kind_in_words(item, facts.kinds) or item.objtype,
        "roles": [clean(item.role)],
        "description": said_besides(record, facts.language),
        **_dated(record, facts),
        "url": item.url or (facts.address(record) if is_talk else ""),
    }


_WRITERS: dict[str, Callable[[Record, Facts], dict[str, Any]]] = {
    "work": _job,
    "volunteer": _service,
    "education": _degree,
    "awards": _award,
    "certificates": _certificate,
    "skills": _skill,
    "languages": _language,
    "projects": _project,
    "references": _referee,
}


def _publication(paper: Paper, facts: Facts) -> dict[str, Any]:
    """Return a publication; its authors are in the summary, for the format has none."""
    item, dates = paper.csl, date_of(Work(paper.entry).fields)
    hosts = ("container-title", "genre", "publisher")
    return {
        "name": item["title"],
        "publisher": next((item[name] for name in hosts if name in item), ""),
        "releaseDate": iso(dates.end) if dates else "",
        "url": item.get("URL", "") or paper.address,
        "summary": paper.authors,
    }
