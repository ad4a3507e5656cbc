"""Reads an ORCID record (https://info.orcid.org, version 3 as JSON). Its works have no authors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_cv.importer.draft import Draft, Papers, Section, Text, flat
from sphinx_cv.importer.reading.common import add_paper, item
from sphinx_cv.importer.reading.text import bare, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

# The parts of a record, with the title and the kind of their sections.
_AFFILIATIONS = {
    "employments": ("Positions", "experience"),
    "educations": ("Education", "education"),
    "qualifications": ("Qualifications", "certificate"),
    "invited-positions": ("Invited positions", "visit"),
    "distinctions": ("Awards", "award"),
    "memberships": ("Memberships", "membership"),
    "services": ("Service", "service"),
}
_TYPES = {
    "journal-article": "article",
    "book": "book",
    "book-chapter": "incollection",
    "conference-paper": "inproceedings",
    "dissertation-thesis": "phdthesis",
    "dissertation": "phdthesis",
    "report": "techreport",
    "patent": "patent",
    "data-set": "dataset",
    "software": "software",
}


def is_orcid(data: object) -> bool:
    """Whether this is a record of ORCID."""
    return isinstance(data, dict) and ("orcid-identifier" in data or "activities-summary" in data)


def read(data: dict[str, Any]) -> Draft:
    """Read a record."""
    draft = Draft()
    draft.reads("record", _said(data))
    draft.left_out("record", f"who wrote each part of it, and when: {', '.join(_KEPT_BY)}")
    _person(_at(data, "person") or {}, draft)
    if orcid := _at(data, "orcid-identifier", "path"):
        draft.link("ORCID", f"https://orcid.org/{orcid}", "orcid-identifier")
    activities = _at(data, "activities-summary") or {}
    for name, (title, kind) in _AFFILIATIONS.items():
        section = Section(title=title, kind=kind)
        for place, one in _summaries(activities, name, "affiliation-group"):
            section.blocks.append(_affiliation(draft, place, one, kind))
        draft.add(section)
    _fundings(activities, draft)
    _works(activities, draft)
    _reviews(activities, draft)
    for number, one in enumerate(_list(activities, "research-resources", "group")):
        draft.left_out(f"research-resources[{number}]", _said(one))
    return draft


def _at(value: Any, *path: str) -> Any:
    """Return what is at a path of keys, or nothing."""
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _list(value: Any, *path: str) -> list[Any]:
    found = _at(value, *path)
    return found if isinstance(found, list) else []


# Who wrote a part of a record, and when, says nothing of the person.
_KEPT_BY = (
    "source",
    "created-date",
    "last-modified-date",
    "put-code",
    "path",
    "display-index",
    "visibility",
    "external-id-normalized",
    "external-id-relationship",
)


def _said(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _said(one) for key, one in value.items() if key not in _KEPT_BY}
    return [_said(one) for one in value] if isinstance(value, list) else value


def _person(person: dict[str, Any], draft: Draft) -> None:
    parts = ("given-names", "family-name", "credit-name")
    given, family, credit = (bare(flat(_at(person, "name", part, "value"))) for part in parts)
    whole = f"{given} {family}".strip()
    draft.tell("name", credit or whole, "person.name")
    names = [
        whole,
        *(bare(flat(_at(one, "content"))) for one in _list(person, "other-names", "other-name")),
    ]
    aliases = [name for name in dict.fromkeys(names) if name and name != draft.profile.get("name")]
    if aliases:
        draft.changed("person.other-names", f"{flat(aliases)}: other names of yours in the .bib")
        draft.profile["aliases"] = [name for name in aliases if any(map(str.isalpha, name))]
    for number, one in enumerate(_list(person, "emails", "email")):
        draft.tell("email", _at(one, "email"), f"person.emails[{number}]")
    for one in _list(person, "researcher-urls", "researcher-url"):
        url = flat(_at(one, "url", "value"))
        draft.link(bare(flat(_at(one, "url-name")) or url), url, "person.researcher-urls")
    for one in _list(person, "external-identifiers", "external-identifier"):
        url = flat(_at(one, "external-id-url", "value"))
        name = bare(flat(_at(one, "external-id-type")))
        draft.link(name, url, "person.external-identifiers")
        value = flat(_at(one, "external-id-value"))
        draft.left_out("person.external-identifiers", "" if value in url else value)
    if text := _at(person, "biography", "content"):
        draft.add(Section(title="About", blocks=[Text(text=plain(text))]))
    for one in _list(person, "addresses", "address"):
        draft.left_out("person.addresses", _at(one, "country", "value"))
    words = [plain(_at(one, "content") or "") for one in _list(person, "keywords", "keyword")]
    points = [Text(text=word, is_point=True) for word in dict.fromkeys(words) if word]
    draft.add(Section(title="Research interests", blocks=[*points]))


def _summaries(activities: dict[str, Any], name: str, group: str) -> Iterator[tuple[str, Any]]:
    """Yield the place and the first summary of each group: the others are other sources of it."""
    for number, one in enumerate(_list(activities, name, group)):
        found = _list(one, "summaries") or [one]
        for summary in found[:1]:
            inner = next((value for value in summary.values() if isinstance(value, dict)), summary)
            is_wrapped = len(summary) == 1
            yield f"{name}[{number}]", inner if is_wrapped else summary


def _when(one: Any) -> tuple[str, str]:
    return _date(_at(one, "start-date")), _date(_at(one, "end-date"))


def _date(value: Any) -> str:
    parts = (flat(_at(value, part, "value")) for part in ("year", "month", "day"))
    return "-".join(part.zfill(2) for part in parts if part)


def _where(one: Any) -> str:
    place = _at(one, "organization", "address") or {}
    return ", ".join(filter(None, (flat(place.get(key)) for key in ("city", "region", "country"))))


def _affiliation(draft: Draft, place: str, one: Any, kind: str) -> Any:
    start, end = _when(one)
    organization = flat(_at(one, "organization", "name"))
    department = flat(_at(one, "department-name"))
    where = ", ".join(filter(None, (department, organization)))
    # An award was given on its day, and lasts no longer.
    when = ("", "", start) if kind in ("award", "certificate") and not end else (start, end, "")
    _report_ids(draft, place, one)
    return item(
        draft,
        place,
        title=plain(flat(_at(one, "role-title"))),
        kind=kind,
        options={
            "organization": where,
            "location": _where(one),
            "url": flat(_at(one, "url", "value")),
        },
        when=when,
    )


def _report_ids(draft: Draft, place: str, one: Any) -> None:
    for each in _list(one, "external-ids", "external-id"):
        words = [
            _at(each, "external-id-type"),
            _at(each, "external-id-value"),
            _at(each, "external-id-url", "value"),
        ]
        draft.left_out(f"{place}.external-ids", " ".join(filter(None, map(flat, words))))


def _id_urls(one: Any) -> list[str]:
    ids = _list(one, "external-ids", "external-id")
    return [url for each in ids if (url := flat(_at(each, "external-id-url", "value")))]


def _fundings(activities: dict[str, Any], draft: Draft) -> None:
    section = Section(title="Grants", kind="grant")
    for place, one in _summaries(activities, "fundings", "group"):
        one = _list(one, "funding-summary")[0] if _list(one, "funding-summary") else one  # noqa: PLW2901
        start, end = _when(one)
        numbers = [
            flat(_at(each, "external-id-value"))
            for each in _list(one, "external-ids", "external-id")
        ]
        options = {
            "organization": flat(_at(one, "organization", "name")),
            "location": _where(one),
            "number": next(filter(None, numbers), ""),
            "url": flat(_at(one, "url", "value")),
        }
        title = plain(flat(_at(one, "title", "title", "value")))
        translated = plain(flat(_at(one, "title", "translated-title", "value")))
        section.blocks.append(
            item(
                draft,
                place,
                title=title,
                kind="grant",
                options=options,
                when=(start, end, ""),
                body=[translated],
            )
        )
        draft.left_out(f"{place}.external-ids", [*numbers[1:], *_id_urls(one)])
    draft.add(section)


def _works(activities: dict[str, Any], draft: Draft) -> None:
    groups = _list(activities, "works", "group")
    for number, group in enumerate(groups):
        summaries = _list(group, "work-summary")
        if not summaries:
            continue
        one, place = summaries[0], f"works[{number}]"
        ids = {
            flat(_at(each, "external-id-type")).lower(): flat(_at(each, "external-id-value"))
            for each in reversed(_list(one, "external-ids", "external-id"))
        }
        titles = (flat(_at(one, "title", name, "value")) for name in ("title", "subtitle"))
        title = ": ".join(filter(None, titles))
        kind = _TYPES.get(flat(_at(one, "type")), "")
        holder = "booktitle" if kind in ("inproceedings", "incollection") else "journal"
        fields = {
            "title": title,
            holder: flat(_at(one, "journal-title", "value")),
            "doi": ids.pop("doi", ""),
            "eprint": ids.pop("arxiv", "").removeprefix("arXiv:"),
            "url": flat(_at(one, "url", "value")),
            "date": _date(_at(one, "publication-date")),
        }
        if not fields[holder] and kind in ("article", "inproceedings", "incollection"):
            kind = "misc"
        add_paper(draft, place, fields, authors=[], kind=kind if kind in _SAFE else "misc")
        draft.left_out(
            f"{place}.external-ids", " ".join(f"{name} {value}" for name, value in ids.items())
        )
        found = (fields["url"], fields["doi"])
        urls = [url for url in _id_urls(one) if not any(at and at in url for at in found)]
        draft.left_out(f"{place}.external-ids", urls)
        draft.left_out(f"{place}.title", _at(one, "title", "translated-title", "value"))
    if groups:
        words = 'ORCID has no authors: "sphinx-cv import orcid.json works.bib" adds them'
        draft.look_at("works", words)
        draft.add(Section(title="Publications", blocks=[Papers()]))


# Types that need no more than a title, a year and what is there.
_SAFE = ("article", "inproceedings", "incollection", "misc", "dataset", "software")


def _reviews(activities: dict[str, Any], draft: Draft) -> None:
    section = Section(title="Reviews", kind="committee")
    for number, group in enumerate(_list(activities, "peer-reviews", "group")):
        counted: dict[tuple[str, str, str], list[str]] = {}
        for inner in _list(group, "peer-review-group"):
            for one in _list(inner, "peer-review-summary"):
                key = (
                    flat(_at(one, "reviewer-role")) or "reviewer",
                    flat(_at(one, "convening-organization", "name")),
                    _where({"organization": _at(one, "convening-organization")}),
                )
                counted.setdefault(key, []).append(_date(_at(one, "completion-date")))
                place = f"peer-reviews[{number}]"
                said = ("review-type", "review-group-id", "review-url")
                words = [_at(one, name, "value") or _at(one, name) for name in said]
                draft.left_out(place, [*words, *_id_urls(one)])
        for (role, organization, where), dates in counted.items():
            years = sorted({date[:4] for date in dates if date})
            section.blocks.append(
                item(
                    draft,
                    f"peer-reviews[{number}]",
                    title=plain(role.capitalize()),
                    kind="committee",
                    options={"organization": organization, "location": where},
                    when=("", "", ", ".join(years)),
                )
            )
    draft.add(section)
