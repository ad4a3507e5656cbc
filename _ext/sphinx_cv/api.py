"""What other extensions may use: nothing else of this package is promised to stay as it is.

Version 1. A call that is here keeps its name, its arguments and what it returns until the version
changes; more may be added to it.

The calls that begin with ``add`` belong in the ``setup`` of an extension. They load this one.
What is added belongs to the application, and pages are read again where it changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from sphinx.errors import ExtensionError

from .bibliography.fields import is_private
from .document.additions import OPTIONS_EVENT, OUTPUTS_EVENT
from .document.citations import listed
from .document.domain import CvDomain
from .document.records import Record
from .log import RULES_EVENT
from .model.additions import Output, OwnOption
from .model.finding import Finding
from .model.items import Entry, Item, Talk
from .model.kinds import NAME
from .model.profile import Profile
from .model.rule_list import RULES, Rule
from .settings.values import profile_of
from .source.items import ENTRY_OPTIONS, TALK_OPTIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

__all__ = [
    "VERSION",
    "Entry",
    "Finding",
    "Item",
    "Profile",
    "Publication",
    "Record",
    "Talk",
    "add_kind",
    "add_option",
    "add_output",
    "add_rule",
    "items",
    "profile",
    "publications",
]

VERSION = 1

_DIRECTIVES = {"cv-entry": ENTRY_OPTIONS, "talk": TALK_OPTIONS}


@dataclass(frozen=True, kw_only=True, slots=True)
class Publication:
    """A listed publication.

    ``number`` is that of the list, without brackets. ``fields`` are those of the .bib file in
    lower case, as typed, without private ones; ``authors`` are names as BibTeX has them,
    "Lovelace, Ada". ``docname`` and ``anchor`` are its place on the website.
    """

    key: str
    type: str
    number: str
    authors: tuple[str, ...]
    fields: Mapping[str, str]
    docname: str
    anchor: str


def items(env: BuildEnvironment) -> tuple[Record, ...]:
    """Return all entries and talks, by the name of their document and their order in it.

    Of a record ``item`` (an ``Entry`` or a ``Talk``), ``docname``, ``anchor`` and ``line`` are
    promised. It is whole when all pages are read (``env-updated``).
    """
    return tuple(CvDomain.of(env).records())


def publications(env: BuildEnvironment) -> tuple[Publication, ...]:
    """Return all listed publications, in the order of their lists.

    They have their numbers when all pages are read (after ``env-updated``).
    """
    return tuple(
        Publication(
            key=key,
            type=citation.entry.type,
            number=citation.formatted_entry.label,
            authors=tuple(map(str, citation.entry.persons.get("author", ()))),
            fields=MappingProxyType(
                {
                    name.lower(): value
                    for name, value in citation.entry.fields.items()
                    if not is_private(name)
                }
            ),
            docname=citation.bibliography_key.docname,
            anchor=citation.citation_id,
        )
        for key, citation in listed(env).items()
    )


def profile(config: Config) -> Profile:
    """Return the owner's public facts; private ones are never in it."""
    return profile_of(config)


def add_kind(
    app: Sphinx, name: str, *, label: str, first: str = "title", of: str = "entry"
) -> None:
    """Add a kind of entry or talk, as ``cv_kinds`` in conf.py does, which wins.

    *label* names several of them, as a heading; *first* is the field that the printed line starts
    with, ``title`` or ``organization``; *of* is ``entry`` or ``talk``.
    """
    app.setup_extension("sphinx_cv")
    facts = {"label": label, "first": first, "of": of}
    given = app.config.cv_kinds
    # What is no dictionary is told where it is checked.
    if isinstance(given, dict):
        app.config.cv_kinds = {**given, name: {**facts, **given.get(name, {})}}


def add_option(
    app: Sphinx,
    directive: str,
    name: str,
    *,
    read: Callable[[str], str] = str,
    printed: bool = False,
) -> None:
    """Add an option to the directive ``cv-entry`` or ``talk``.

    *read* takes what is typed and returns what ``Item.own`` holds for it; it raises ValueError with
    a sentence that says what to write, which is told at the line of the option. A *printed* option
    ends the second line, in every output.

    Raises ExtensionError for another directive, for an option that there is, and for a name with
    other signs than ``a-z``, ``0-9`` and hyphens.
    """
    app.setup_extension("sphinx_cv")
    if directive not in _DIRECTIVES:
        raise ExtensionError(f'"{directive}" takes no options of others: name cv-entry or talk')
    _check(name, "an option")
    if name in _DIRECTIVES[directive]:
        raise ExtensionError(f'{directive} has an option "{name}" already')
    option = OwnOption(directive=directive, name=name, read=read, printed=printed)
    app.connect(OPTIONS_EVENT, lambda _app: option)
    # A page has been read with the options of its time.
    made = f"{directive}.{name} {read.__module__}.{read.__qualname__} {printed}"
    app.config.cv_sources = f"{app.config.cv_sources} {made}"


def add_rule(
    app: Sphinx,
    name: str,
    find: Callable[[BuildEnvironment], Iterable[Finding]],
    *,
    meaning: str,
    note: bool = True,
) -> None:
    """Add a rule, whose findings are warnings ``cv.<name>`` in builds and in ``make check``.

    *find* is called when all pages are read. The ``place`` of a ``Finding`` is a document's name
    or the path of a file; its ``subtype`` is *name*. *meaning* says in a sentence what a finding
    means. A *note* is judgement: it is shown, and ``make check`` ends with 0.

    Raises ExtensionError for the name of a rule that there is.
    """
    app.setup_extension("sphinx_cv")
    _check(name, "a rule")
    if name in RULES:
        raise ExtensionError(f'there is a rule "{name}" already')

    def rule(app: Sphinx) -> Rule:
        return Rule(name=name, meaning=meaning, note=note, find=lambda _cv: find(app.env))

    app.connect(RULES_EVENT, rule)


def add_output(app: Sphinx, filename: str, make: Callable[[BuildEnvironment], str | bytes]) -> None:
    """Add a file to the website, made anew in each build of it.

    *make* returns its content, text as UTF-8. *filename* is a path in the site such as
    ``data/grants.json``.

    Raises ExtensionError for a path that leaves the site.
    """
    app.setup_extension("sphinx_cv")
    path = PurePosixPath(filename)
    if path.is_absolute() or ".." in path.parts or "\\" in filename or not path.name:
        raise ExtensionError(f'"{filename}" is no path in the site: write "data/grants.json"')
    output = Output(filename=filename, make=make)
    app.connect(OUTPUTS_EVENT, lambda _app: output)


def _check(name: Any, what: str) -> None:
    if not NAME.fullmatch(name):
        raise ExtensionError(f'"{name}" cannot be the name of {what}: write "amount"')
