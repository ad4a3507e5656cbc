"""The rules that a CV is checked by: the subtypes of our warnings. Knows no Sphinx."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .finding import Finding


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """A rule: its name, which is the subtype of its warnings, and what a finding of it means.

    A ``note`` is judgement, and can be silenced in place. What is ``unfinished`` is told by the
    checker alone: a draft builds without a warning. ``find`` looks for findings in a whole
    CV (``sphinx_cv.rules.cv.Cv``); the rules of this extension have theirs in ``rules/``.
    """

    name: str
    meaning: str
    note: bool = False
    unfinished: bool = False
    find: Callable[[Any], Iterable[Finding]] | None = None


def _fault(name: str, meaning: str) -> Rule:
    return Rule(name=name, meaning=meaning)


def _note(name: str, meaning: str) -> Rule:
    return Rule(name=name, meaning=meaning, note=True)


RULES = {
    rule.name: rule
    for rule in (
        _fault("title", "An entry or a talk has no title."),
        _fault("fence", "An entry or a talk has no end, so the next one is inside it."),
        _fault(
            "only", "A block for one output holds a heading, or is not read: it would show in all."
        ),
        _fault(
            "option",
            "An option is unknown, repeated, or missing where it is required; "
            "a setting is misspelled.",
        ),
        _fault("date", "A date cannot be read, or a range ends before it starts."),
        _fault("expired", "An expected end has passed, or an upcoming talk has been given."),
        _fault("kind", "The kind of an entry or a talk is not one of the known kinds."),
        _fault("publication", "A publication key is in none of the .bib files."),
        _fault("name", "Two entries or talks have the same name."),
        _fault("reference", "A reference leads to no entry or talk."),
        _fault("link", "A link is not a web or e-mail address."),
        _fault("private", "A private value of the profile is in public text."),
        _fault("profile", "A value of cv_profile is missing, unknown or of the wrong type."),
        _fault("bibliography", "A .bib file has a fault, or a publication lacks what it needs."),
        _fault("math", "A formula has a word or a form that not every output can set."),
        _fault(
            "print",
            "Something cannot be printed as it is, or a value of cv_print or cv_pdf is wrong.",
        ),
        _fault("pages", "A variant has more pages than max_pages allows."),
        _note("order", "An entry or a talk is out of the order of its section."),
        _note(
            "overlap",
            "Two full-time positions in different places overlap by more than a month.",
        ),
        _note("duplicate", "An entry, a talk or a publication is given twice."),
        _note("owner", "You are not among the authors that a listed publication names."),
        _note("untied", "A talk has the title of a publication, but does not name it."),
        _note("mark", "A word of author+an has no sign."),
        _note(
            "translation",
            "A text has no translation, or has changed since; a translation is badly formed.",
        ),
        _note("spelling", "A person's name is spelled in two ways."),
        Rule(
            name="upcoming",
            meaning="A talk or a start is still to come and not marked so; "
            "the checker alone says so.",
            note=True,
            unfinished=True,
        ),
        Rule(
            name="unlisted",
            meaning="The .bib files have publications, and no page shows one; "
            "the checker alone says so.",
            note=True,
            unfinished=True,
        ),
        Rule(
            name="placeholder",
            meaning="A text of a template stands where yours belongs; the checker alone says so.",
            note=True,
            unfinished=True,
        ),
    )
}
NOTES = tuple(name for name, rule in RULES.items() if rule.note)
