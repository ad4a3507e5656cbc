"""Which kind of entries a section holds, by the words of its title."""

from __future__ import annotations

import re

TALK = "talk"
_KINDS = (
    (
        TALK,
        r"talk|presentation|keynote|invited lecture|seminar|vortr[aä]g|expos[ée]|conf[ée]rences",
    ),
    ("education", r"educat|degree|studies|ausbildung|studium|formation|formaci|qualification"),
    ("student", r"\bstudents|supervis|advis(?:ing|ees)|mentor|betreuung|encadrement"),
    ("teaching", r"teach|course|lectur|lehre|enseignement|docencia"),
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


def kind_of(title: str) -> str:
    """Return the kind of the entries below a heading, ``experience`` where it says nothing."""
    words = title.lower()
    found = (kind for kind, pattern in _KINDS if re.search(pattern, words))
    return next(found, "experience")


def talk_kind(words: str) -> str:
    """Return the kind of a talk that a word such as "Invited talk" means, or nothing."""
    from sphinx_cv.model.kinds import TALK_KINDS

    low = words.lower()
    return next((kind for kind in TALK_KINDS if kind in low), "")
