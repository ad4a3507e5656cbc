"""Which kind of entries a section holds, by the words of its title."""

from __future__ import annotations

import re

TALK = "talk"
_KINDS = (
    (
        TALK,
        r"talk|presentation|keynote|invited lecture|seminar|vortr[aä]g|expos[ée]|conf[ée]rences",
    ),
    ("education", r"courses? (?:taken|attended|followed|completed)|cursos? realizados?"),
    ("education", r"educat|degree|studies|ausbildung|studium|formation|formaci|qualification"),
    ("student", r"\bstudents|supervis|advis(?:ing|ees)|mentor|betreuung|encadrement"),
    ("teaching", r"teach|course|lectur|lehre|enseignement|docencia"),
    ("experience", r"internship|employment|praktik|\bstages?\b"),
    ("education", r"training|weiterbildung|fortbildung|formaç"),
    ("grant", r"\bgrants?\b|funding|drittmittel|subvention"),
    ("award", r"award|honou?r|prize|fellowship|scholarship|distinction|preis|\bprix\b|premio"),
    ("editorial", r"editor"),
    ("committee", r"committee|review"),
    ("membership", r"member"),
    ("certificate", r"certificat|licen[cs]e"),
    ("service", r"service|volunteer|outreach|organi[sz]|extracurricular|activit"),
    ("software", r"software|open.?source"),
    ("project", r"project"),
    ("media", r"media|press\b"),
)
PAPERS = re.compile(r"(?i)publication|paper|preprint|article|proceedings|\bbooks?\b")


_DEGREE = re.compile(
    r"(?i)(?:ph\.? ?d|d\.? ?phil|doctor|dr\b|m\.? ?(?:sc?|a|eng|phil|res|ed)\b|mba\b|master|magist|"
    r"b\.? ?(?:sc?|a|eng|ed)\b|bachelor|diplom|licen[cs]|habilitation|a[- ]levels?|abitur|bacc?al)"
)
_PLACE = re.compile(
    r"(?i)universi|academ|institut|\bschool|college|foundation|stiftung|society|gesellschaft|"
    r"association|department|faculty|fakultät|hochschule|cent(?:er|re)\b|laborator|\bcouncil|"
    r"ministry|école|politecnico|polytech"
)


_POSITION = re.compile(
    r"(?i)profess|lecturer|teacher|reader\b|fellow|student|post-?doc|doctoral|ph\.?d|"
    r"research(?:er| ass)|scientist|engineer|develop|director|head\b|chair|candidate|analyst|"
    r"physician|curator|librarian|"
    r"manager|consultant|mathematician|physicist|chemist|biologist|historian|economist|"
    r"cryptographer|dozent|mitarbeiter|chercheu|enseignant|doctorant|investigador|profesor|ricercat"
)


def kind_of(title: str, otherwise: str = "experience") -> str:
    """Return the kind of the entries below a heading; *otherwise*, where it says nothing."""
    words = title.lower()
    found = (kind for kind, pattern in _KINDS if re.search(pattern, words))
    return next(found, otherwise)


def is_degree(words: str) -> bool:
    """Whether words begin with a degree, such as "Ph.D."."""
    return bool(_DEGREE.match(words))


def is_place(words: str) -> bool:
    """Whether words name a university, an academy, or the like."""
    return bool(_PLACE.search(words))


def talk_kind(words: str) -> str:
    """Return the kind of a talk that a word such as "Invited talk" means, or nothing."""
    from sphinx_cv.model.kinds import TALK_KINDS

    low = words.lower()
    return next((kind for kind in TALK_KINDS if kind in low), "")


def is_position(words: str) -> bool:
    """Whether words name what someone is."""
    return bool(_POSITION.search(words))
