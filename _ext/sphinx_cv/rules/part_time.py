"""Which positions can be held beside another one, by their words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx_cv.model.items import Entry

# Words of positions that are held beside another one, in some languages.
_BESIDE = re.compile(
    r"part[- ]time|half[- ]time|visit|guest|adjunct|affiliat|associated|honorary|emerit|consult"
    r"|advis|volunt|member|board|editor|committee|freelance|founder|intern\b|internship|student"
    r"|sabbatical|external|joint|courtesy|secondary|interim|leave\b|second(?:ed|ment)"
    r"|teilzeit|gast|lehrbeauftragt|lehrauftrag|privatdozent|vertret|neben|beurlaubt|mitglied"
    r"|herausgeber|berat|temps partiel|invité|vacat|associé|chargée? de cours|détaché|membre"
    r"|tiempo parcial|visitante|invitad|asociad|estancia|convidad|tempo parcial|a contratto"
    r"|in residence|research stay|forschungsaufenthalt|séjour|délégation"
    r"|stagiaire|^stage\b(?! (?:manag|direct|design|hand))|praktik|werkstudent|becari|prácticas"
    r"|pasant|tirocin|estagi|estágio"
    r"|客員|兼任|非常勤|客座|兼职|兼職|訪問|访问|겸임|초빙|방문|시간제|\d\s*%",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"direct|head|chair|dean|coordinat|leader|president|fellow|scholar|principal investigator"
    r"|leit|sprecher|vorsitz|respons|président|présidente|jefe|decan",
    re.IGNORECASE,
)
# A fellowship of a funder is for work elsewhere: whatever it is called, it is not a position.
_AWARD = re.compile(r"fellow|scholar|award|laureate|stipend|bours|beca", re.IGNORECASE)
_FUNDER = re.compile(
    r"council|foundation|trust\b|academy|society|commission|association|endowment|ministry|\bfund\b"
    r"|stiftung|akademie|gemeinschaft|fondation|académie|ministère|fundaci|academia|ministerio",
    re.IGNORECASE,
)


def is_beside(entry: Entry) -> bool:
    """Whether a position is held beside another one, by its words."""
    return bool(
        _BESIDE.search(f"{entry.title} {entry.organization}")
        or (_AWARD.search(entry.title) and _FUNDER.search(entry.organization))
    )


def is_office(entry: Entry) -> bool:
    """Whether a position is an office, which is held beside another one."""
    return bool(_OFFICE.search(entry.title))
