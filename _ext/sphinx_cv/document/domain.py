"""The ``cv`` domain: the entries and talks of every document, and how to refer to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.domains import Domain, ObjType
from sphinx.roles import XRefRole
from sphinx.util.nodes import extract_messages, make_refnode

from sphinx_cv.document.composing.join import entry_above
from sphinx_cv.document.composing.joints import open_brackets, set_joints, set_off
from sphinx_cv.document.composing.told_kinds import hide_told_kinds
from sphinx_cv.document.rst import page_kind
from sphinx_cv.l10n import _
from sphinx_cv.model.finding import Finding
from sphinx_cv.settings.kinds import kinds_of
from sphinx_cv.settings.languages import is_whole_site

from .above import above, enclosing
from .nodes import cv_entry, cv_links, cv_words
from .records import Record, finished
from .texts import texts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from collections.abc import Set as AbstractSet
    from typing import Self

    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment


PLACE = "place"
# What is known of each document, and forgotten with it.
STORES = ("records", "problems", "dependents", "lists", "software", "mentions", "texts", "messages")
# Marks the paragraphs of a page of software.
SOFTWARE = "cv-software"


class CvDomain(Domain):
    """Stores the entries and talks of each document and resolves references to them."""

    name = "cv"
    label = "Curriculum vitae"
    object_types: ClassVar[dict[str, ObjType]] = {
        "entry": ObjType(_("entry"), "entry"),
        "talk": ObjType(_("talk"), "talk"),
    }
    roles: ClassVar[dict[str, Any]] = {
        "entry": XRefRole(innernodeclass=nodes.inline, warn_dangling=True),
        "talk": XRefRole(innernodeclass=nodes.inline, warn_dangling=True),
    }
    initial_data: ClassVar[dict[str, Any]] = {
        "records": {},
        "problems": {},
        "dependents": {},
        "shown": {},
        "lists": {},
        "software": {},
        "bibliography": {},
        "labels": {},
        "mentions": {},
        "texts": {},
        "messages": {},
    }
    data_version = 7

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        # What is made once in a build (see ``once.py``); not stored.
        self.made: dict[Callable[[BuildEnvironment], Any], Any] = {}

    @classmethod
    def of(cls, env: BuildEnvironment) -> Self:
        """Return the domain of *env*."""
        return cast("Self", env.domains[cls.name])

    @property
    def by_document(self) -> dict[str, list[Record]]:
        """The records of each document, in the order of its text."""
        return cast("dict[str, list[Record]]", self.data["records"])

    @property
    def problems(self) -> dict[str, list[Finding]]:
        """What reading each document has found wrong."""
        return cast("dict[str, list[Finding]]", self.data["problems"])

    @property
    def dependents(self) -> dict[str, bool]:
        """The documents that show facts of others, and whether they follow the date."""
        return cast("dict[str, bool]", self.data["dependents"])

    @property
    def shown(self) -> dict[str, dict[str, str]]:
        """For each document, the digest of the facts of others that each builder last wrote."""
        return cast("dict[str, dict[str, str]]", self.data["shown"])

    @property
    def lists(self) -> dict[str, dict[str, dict[str, Any]]]:
        """The arrangement of each publication list, by document and id."""
        return cast("dict[str, dict[str, dict[str, Any]]]", self.data["lists"])

    @property
    def software(self) -> dict[str, list[tuple[str, str, str]]]:
        """The links on each page of software: address, text, and the anchor of their entry."""
        return cast("dict[str, list[tuple[str, str, str]]]", self.data["software"])

    @property
    def bibliography(self) -> dict[str, Any]:
        """What reading the .bib files in a ``language`` found: ``faults`` and ``places``."""
        return cast("dict[str, Any]", self.data["bibliography"])

    @property
    def labels(self) -> dict[str, tuple[str, str, str]]:
        """The labels that were set for names (see ``labels.py``)."""
        return cast("dict[str, tuple[str, str, str]]", self.data["labels"])

    @property
    def mentions(self) -> dict[str, list[str]]:
        """The names that the references of each document lead to."""
        return cast("dict[str, list[str]]", self.data["mentions"])

    @property
    def texts(self) -> dict[str, list[tuple[str, str, str]]]:
        """What the search of the website finds on each document (see ``texts.py``)."""
        return cast("dict[str, list[tuple[str, str, str]]]", self.data["texts"])

    @property
    def messages(self) -> dict[str, list[tuple[str, int]]]:
        """The texts of each document that a translation is to have, with their lines."""
        return cast("dict[str, list[tuple[str, int]]]", self.data["messages"])

    def records(self, objtype: str | None = None) -> Iterator[Record]:
        """Iterate over all records, or those of one type, by document name and place."""
        for docname in sorted(self.by_document):
            for record in self.by_document[docname]:
                if objtype in (None, record.objtype):
                    yield record

    def note_item(self, record: Record) -> None:
        """Record an entry or talk of a document that is being read."""
        self.by_document.setdefault(record.docname, []).append(record)

    def note_problem(self, docname: str, problem: Finding) -> None:
        """Record what is wrong in a document that is being read."""
        self.problems.setdefault(docname, []).append(problem)

    def note_dependent(self, docname: str, *, dated: bool = False) -> None:
        """Note that a document shows facts of others, and goes stale when they change.

        A *dated* one goes stale with the day as well.
        """
        self.dependents[docname] = dated or self.dependents.get(docname, False)

    def note_list(self, docname: str, id_: str, arrangement: dict[str, Any]) -> None:
        """Record how a publication list is arranged."""
        self.lists.setdefault(docname, {})[id_] = arrangement

    def clear_doc(self, docname: str) -> None:
        """Forget what is known of a document."""
        for store in (*STORES, "shown"):
            self.data[store].pop(docname, None)

    def merge_domaindata(self, docnames: AbstractSet[str], otherdata: dict[str, Any]) -> None:
        """Take over what a parallel process read of *docnames*."""
        for store in STORES:
            theirs = otherdata[store]
            self.data[store].update({doc: theirs[doc] for doc in docnames if doc in theirs})

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """Take titles and lines from the finished document, where they are translated."""
        set_joints(document)
        set_off(document, env.config.language)
        open_brackets(document)
        if docname in self.by_document:
            self.by_document[docname] = [*finished(self.by_document[docname], document)]
            hide_told_kinds(document, kinds_of(env.config).talk)
            self._check_joined(docname, document)
        if page_kind(env, document) == "software":
            self._note_software(docname, document)
        self.texts[docname] = texts_of(document)
        if is_whole_site(env.config):
            self.messages[docname] = [
                (text, node.line or 0)
                for node, text in extract_messages(document)
                if not _is_setting(node)
            ]
        references = document.findall(pending_xref)
        self.mentions[docname] = sorted({node["reftarget"] for node in references})

    def _check_joined(self, docname: str, document: nodes.document) -> None:
        """Tell of entries that are to be joined to the one above, and have none of their place."""
        lines = {record.anchor: record.lines for record in self.by_document[docname]}
        for node in document.findall(cv_entry):
            if node.get("join") and not entry_above(node):
                message = (
                    '"join" joins an entry to the one right above it at the same organization: '
                    "there is none"
                )
                line = lines[node["ids"][0]]["join"]
                self.note_problem(docname, Finding(subtype="option", message=message, line=line))

    def _note_software(self, docname: str, document: nodes.document) -> None:
        """Record what a page of software links to, and mark where its papers can be named."""
        links = [link for link in document.findall(nodes.reference) if link.get("refuri")]
        for link in links:
            parent = link.parent
            while isinstance(parent, (nodes.inline, cv_words)):
                parent = parent.parent
            if isinstance(parent, nodes.paragraph) and not isinstance(parent, cv_links):
                parent[SOFTWARE] = True
        self.software[docname] = [
            (link["refuri"], link.astext(), _anchor_of(link)) for link in links
        ]
        self.note_dependent(docname)

    def named(self, name: str) -> Record | None:
        """Return the first record with the author's *name*."""
        return next((record for record in self.records() if record.item.name == name), None)

    def by_name(self) -> dict[str, Record]:
        """Return the first record with each name that an author gave."""
        named = [record for record in self.records() if record.item.name]
        return {record.item.name: record for record in reversed(named)}

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference | None:
        """Link ``{cv:talk}`` and ``{cv:entry}`` to the item, with its title as text.

        A link of our own making knows its document (see ``link_to``).
        """
        if typ == PLACE:
            return make_refnode(builder, fromdocname, node["docname"], target, contnode)
        record = self.named(target)
        if record is None or record.objtype != typ:
            return None
        if not node["refexplicit"]:
            contnode = nodes.inline("", record.item.label)
        return make_refnode(builder, fromdocname, record.docname, record.anchor, contnode)

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> list[tuple[str, nodes.reference]]:
        """Answer nothing: names are labels of the standard domain, which answers for them."""
        return []

    def get_objects(self) -> Iterable[tuple[str, str, str, str, str, int]]:
        """List the named items for ``objects.inv`` and the search."""
        for record in self.records():
            if name := record.item.name:
                title = record.item.label
                yield name, title, record.objtype, record.docname, record.anchor, 1


def link_to(text: str, *, docname: str, anchor: str, refdoc: str) -> pending_xref:
    """Return a link to a place of the site, which the domain resolves for each builder."""
    return pending_xref(
        "",
        nodes.inline("", text),
        refdomain=CvDomain.name,
        reftype=PLACE,
        reftarget=anchor,
        refexplicit=True,
        refdoc=refdoc,
        docname=docname,
    )


def _is_setting(node: nodes.Element) -> bool:
    """Whether a text is one of the settings at the head of a page, which are not shown."""
    settings = enclosing(node, nodes.docinfo, nodes.field_list)
    return settings is not None and isinstance(settings.parent, nodes.document)


def _anchor_of(node: nodes.Element) -> str:
    """Return the id of the entry or section that contains *node*."""
    ids = (each["ids"] for each in above(node) if isinstance(each, (cv_entry, nodes.section)))
    return next((str(found[0]) for found in ids if found), "")
