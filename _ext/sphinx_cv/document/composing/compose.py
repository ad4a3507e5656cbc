"""From the model to nodes: which words are on which line, in the build's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from docutils import nodes

from sphinx_cv.document.nodes import (
    cv_body,
    cv_date,
    cv_entry,
    cv_headline,
    cv_line,
    cv_main,
    cv_phrase,
    cv_separator,
    cv_subline,
    cv_talk,
    cv_tie,
    cv_words,
)
from sphinx_cv.l10n import _
from sphinx_cv.model.dates.format import format_dates
from sphinx_cv.model.items import Entry, Talk
from sphinx_cv.model.kinds import BUILT_IN
from sphinx_cv.model.punctuation import between, in_brackets, is_wide, space_between

from .dates import date_node, date_words
from .facts import facts_line
from .fields import dotted, field, joined
from .remarks import remark
from .rows import link_node, links_row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx_cv.model.items import Item
    from sphinx_cv.model.kinds import Kind, Kinds

    from .fields import Nodes


Entries = TypeVar("Entries", bound=cv_entry)


LINK_LABELS = {
    "slides": _("Slides"),
    "video": _("Video"),
    "poster": _("Poster"),
    "code": _("Code"),
}


def entry_node(
    entry: Entry, title: Nodes, body: Nodes, *, language: str, kinds: Kinds = BUILT_IN
) -> cv_entry:
    """Return the node of *entry*, whose *title* and *body* are parsed already."""
    titled = _title(entry, title)
    place = [field("organization", entry.organization), field("location", entry.location)]
    kind = kinds.entry.get(entry.kind)
    role = field("role", entry.role)
    role_first = bool(kind and kind.role_first)
    people = people_phrase(entry.people, language)
    first = [field("degree", entry.degree), role if role_first else []]
    if entry.organization and kind and kind.first == "organization":
        facts = facts_line(entry, [] if role_first else role, [], language)
        lines = joined(place), dotted([joined([titled, *first, people]), *facts])
    else:
        facts = facts_line(entry, [] if role_first else role, people, language)
        lines = joined([titled, *first, *place]), dotted(facts)
    return _assemble(cv_entry(key=entry.name), entry, *lines, body, language=language)


def talk_node(
    talk: Talk, title: Nodes, body: Nodes, *, language: str, kinds: Kinds = BUILT_IN
) -> cv_talk:
    """Return the node of *talk*, whose *title* and abstract are parsed already."""
    where = joined(
        [
            field("event", talk.event),
            field("host", talk.host),
            field("location", talk.location),
            _online(is_first=not any((talk.event, talk.host, talk.location)))
            if talk.online
            else [],
        ]
    )
    # A seminar without a title leads with its event.
    main, sub = (_title(talk, title), where) if title else (where, [])
    kind = kinds.talk.get(talk.kind)
    said = str(_(kind.label)) if kind else ""
    form = in_brackets("%s", language) if where else "%s"
    where += remark(said, talk.role, talk.language, language=language, form=form)
    sub = joined([sub, people_phrase(talk.people, language)])
    node = cv_talk(publications=list(talk.publications))
    return _assemble(node, talk, main, sub, body, language=language)


def line_node(item: Item, title: Nodes, *, language: str, kinds: Kinds = BUILT_IN) -> cv_line:
    """Return the node of an item of one line, whose *title* is parsed already."""
    kind = kinds.of(item.objtype).get(item.kind)
    role = field("role", item.role)
    among_facts = isinstance(item, Entry) and bool(kind and not kind.role_first)
    parts = [
        _title(item, title),
        field("degree", item.degree) if isinstance(item, Entry) else [],
        [] if among_facts else role,
        *(field("organization", place) for place in item.places),
        field("location", item.location),
        people_phrase(item.people, language),
    ]
    if isinstance(item, Talk):
        parts.append(_online(is_first=False) if item.online else [])
    main = joined(parts)
    if isinstance(item, Talk):
        said = str(_(kind.label)) if kind else ""
        form = in_brackets("%s", language)
        main += remark(said, "", item.language, language=language, form=form)
    if isinstance(item, Entry):
        main = dotted([main, *facts_line(item, role if among_facts else [], [], language)])
    node = cv_line(key=item.name, publications=list(item.publications), objtype=item.objtype)
    return _assemble(node, item, main, [], [], language=language)


def phrase_node(item: Item, title: Nodes, *, language: str) -> cv_phrase:
    """Return the node of an item in a sentence: title, date, and its place in brackets."""
    node = cv_phrase("", "", *_title(item, title), classes=[f"cv-kind-{item.kind}"])
    date = item.date_text
    if item.dates is not None:
        # "NeurIPS 2023" is a name, to which Chinese and Japanese add no sign for "year".
        isos = {span.iso for span in item.dates.spans}
        is_name = len(isos) == 1 and min(isos).isdecimal() and not is_wide(node.astext()[-1:])
        date = min(isos) if is_name else format_dates(item.dates, language, date_words(item))
    if item.date_text:
        node += [nodes.Text(" "), cv_words(date, date, classes=["cv-date-text"])]
    elif date:
        node += nodes.Text(f" {date}")
    if place := joined(
        [*(field("organization", at) for at in item.places), field("location", item.location)]
    ):
        before, behind = in_brackets("\0", language).split("\0")
        node += [nodes.Text(before), *place, nodes.Text(behind)]
    return node


def _assemble(
    node: Entries, item: Item, main: Nodes, sub: Nodes, body: Nodes, *, language: str
) -> Entries:
    """Put the parts of *item* into *node*: always a headline, a subline and a row of links."""
    node["classes"] += [f"cv-kind-{item.kind}"] * bool(item.kind) + list(item.classes)
    date = cv_date(item.date_text, item.date_text, iso="", shorter={})
    if item.dates is not None:
        date = date_node(item.dates, language, date_words(item))
    headline = cv_headline("", "", cv_main("", "", *main), translatable=False)
    if len(date) and main:
        headline += cv_separator("", " · ")
    headline += date
    links: list[nodes.Node] = [
        *(link_node(str(LINK_LABELS[link.label]), link.url) for link in item.links),
        *(cv_tie(to="publication", key=key) for key in item.publications),
        *(cv_tie(to="entry", key=name) for name in item.entries),
    ]
    node.extend([headline, cv_subline("", "", *sub, translatable=False), links_row(links)])
    if body:
        node.append(cv_body("", *body, summary=str(_("Abstract"))))
    return node


def kind_label(kinds: Mapping[str, Kind], name: str) -> str:
    """Return the label of the kind with this *name*, as a heading."""
    label = str(_(kinds[name].label)) if name in kinds else name
    return label[:1].upper() + label[1:]


def _title(item: Item, title: Nodes) -> list[nodes.Node]:
    """Return the title, a link where the item has an address of its own."""
    if not title:
        return []
    words = cv_words(item.title, "", *title, classes=["cv-title"], translatable=True)
    return [nodes.reference("", "", words, refuri=item.url)] if item.url else [words]


def _online(*, is_first: bool) -> list[nodes.Node]:
    """Return the word for a talk without a place; in many languages it is one within a line."""
    text = str(_("Online"))
    return [cv_words("", text[:1].upper() + text[1:] if is_first else text, classes=["cv-online"])]


def people_phrase(people: Sequence[str], language: str) -> list[nodes.Node]:
    """Return "with A. King and B. Li"."""
    if not people:
        return []
    # The words around them are ours, each name is the author's.
    before, after = str(_("with %s")).split("%s")
    if before.endswith(" "):
        before = before.rstrip() + space_between(before.rstrip(), people[0])
    if after.startswith(" "):
        after = space_between(people[-1], after.lstrip()) + after.lstrip()
    first, *gaps = between(people, language)
    parts: list[nodes.Node] = [nodes.Text(f"{before}{first}")]
    for name, gap in zip(people, [*gaps[:-1], f"{gaps[-1]}{after}"], strict=True):
        parts += field("person", name)
        if gap:
            parts.append(nodes.Text(gap))
    return [cv_words("", "", *parts, classes=["cv-people"])]
