"""The rules that a CV is checked by: the closed list of warning subtypes. Knows no Sphinx."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """What a finding of the rule means; a ``note`` is judgement, and can be silenced in place."""

    meaning: str
    note: bool = False


RULES = {
    "title": Rule("An entry or a talk has no title."),
    "fence": Rule("An entry or a talk is not ended, so that the next stands in it."),
    "option": Rule(
        "An option is unknown, repeated, or missing where it is required; a setting is misspelled."
    ),
    "date": Rule("A date cannot be read, or a range ends before it starts."),
    "expired": Rule("An expected end has passed, or an upcoming talk has been given."),
    "kind": Rule("The kind of an entry or a talk is not one of the known kinds."),
    "publication": Rule("A publication key is in none of the .bib files."),
    "name": Rule("Two entries or talks have the same name."),
    "reference": Rule("A reference names no entry or talk."),
    "link": Rule("A link is not a web or e-mail address."),
    "private": Rule("A private value of the profile stands in public text."),
    "profile": Rule("A value of cv_profile is missing, unknown or of the wrong type."),
    "bibliography": Rule("A .bib file has a fault, or a publication lacks what it needs."),
    "math": Rule("A formula has a control word that is not on the list for math."),
    "print": Rule(
        "Something cannot be printed as it is, or a value of cv_print or cv_pdf is wrong."
    ),
    "order": Rule("An entry or a talk is out of the order of its section.", note=True),
    "overlap": Rule(
        "Two full-time positions in different places overlap by more than a month.", note=True
    ),
    "duplicate": Rule("An entry or a talk is given twice.", note=True),
    "owner": Rule("You are not among the authors of a listed publication.", note=True),
    "untied": Rule("A talk has the title of a publication, but does not name it.", note=True),
    "spelling": Rule("A person's name is spelled in two ways.", note=True),
}
NOTES = tuple(name for name, rule in RULES.items() if rule.note)
