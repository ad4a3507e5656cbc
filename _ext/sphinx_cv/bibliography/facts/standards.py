"""Whether an entry is a standard: by its number, and by the body that has set it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# The number of a standard: "BS EN 1993-1-1", "ISO/IEC 27001", "ASTM D638".
_STANDARD = re.compile(
    r"\{*(?P<prefix>ISO|IEC|(?:pr)?EN|DIN|BS|ASTM|ACI|AASHTO|ANSI|IEEE Std|NF|UNE|UNI|JIS"
    r"|GB|SIA|CSA|AS|VDI|NEN|ETSI|ITU-T|ASCE|ASHRAE|API|FIPS)"
    r"(?:[/ -](?:[A-Z]+|Std))*[ -]?[A-Z]{0,2}\.?\d.*"
)
# Numbers that no report has; those of the others may be of a report, but for the body behind them.
_SURELY = re.compile(
    r"\{*(?:(?:ISO|IEC|ASTM|ANSI|IEEE Std|(?:DIN|BS|NF|UNE|UNI) EN)(?![A-Z-])"
    r"|[A-Z]{2,3} (?!20\d\d-)\d{3,}(?:-\d|:\d{4}))"
)
_BODIES = re.compile(
    r"\b(?:ISO|IEC|DIN|BSI|ASTM|ACI|AASHTO|ANSI|IEEE|CEN|CENELEC|AFNOR|UNE|AENOR|UNI|SIA|VDI|NEN"
    r"|ETSI|ITU|ASCE|ASHRAE|NIST)\b"
    r"|(?i:\bstandardi[sz]ation\b|\bstandards (?:institut|association|australia)|\bnormung\b"
    r"|\bnormalisation\b|\bnormalización\b|\bamerican (?:concrete|petroleum) institute\b"
    r"|\binstitute of (?:standards|electrical and electronics)\b|\bsociety of civil engineers\b"
    r"|\bstate highway and transportation officials\b|\btelecommunications? (?:union|standards)\b)"
)
# The types that programs give them.
_KINDS = ("techreport", "report", "manual", "misc", "book", "booklet")


def is_standard(fields: Mapping[str, str], kind: str, houses: Iterable[str]) -> bool:
    """Whether the work of an entry of the type *kind*, by these *houses*, is a standard."""
    number = _STANDARD.fullmatch(fields.get("number", ""))
    if kind not in _KINDS or not number:
        return False
    if any(map(fields.get, ("type", "series", "howpublished"))):
        return False
    if kind in ("techreport", "report") and number[0][number.end("prefix") :].startswith("-"):
        return False
    return bool(_SURELY.match(number[0]) or _BODIES.search(" / ".join(houses)))
