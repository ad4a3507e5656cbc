"""HTML of dates: each day, month or year in an element of its own, which programs read."""

from __future__ import annotations

import re
import unicodedata
from html import escape

# HTML's time element takes no range and no season.
_ONE_DATE = re.compile(r"\d{4}(-(0\d|1[0-2])(-\d\d)?)?")
# A long date breaks after a comma or the dash of a range, and before a parenthesis. Those of
# Chinese and Japanese have no space.
_BREAKS = re.compile(r"((?<=[–,;])\s|\s(?=\()|(?<=、)|(?=（))")
_END = r"([^–至～(（]*[^–至～(（\s])"
_RANGE = re.compile(rf"{_END}(\s*[–至～])(\s*){_END}(?:(\s|(?=（))([(（].*))?")
_NO_SPACE = "<wbr>"
# As many letters has "November 30, 2024".
_DAY = 17
_LETTERS = re.compile(r"[^\W\d_]")


def date_html(text: str, iso: str) -> str:
    """Return the HTML of a date; *iso* is the same in EDTF."""
    start, _slash, end = iso.partition("/")
    found = _RANGE.fullmatch(text)
    if not end or not found:
        return _marked(text, iso)
    first, dash, space, last, gap, remark = found.groups()
    if space or (dash in "至～" and last[0].isdigit()) or _both_in_words(first, last):
        between = " " if space else _NO_SPACE
        ends = f"{_kept(_marked(first, start), dash)}{between}{_kept(_marked(last, end))}"
    else:
        ends = _kept(f"{_marked(first, start)}{dash}{_marked(last, end)}")
    return f"{ends}{gap or _NO_SPACE}<span>{escape(remark)}</span>" if remark else ends


def _both_in_words(first: str, last: str) -> bool:
    """Whether both ends name a month, "June–September 2024": a phone has no room for both."""
    return bool(_LETTERS.search(first) and _LETTERS.search(last) and any(map(str.isdigit, last)))


def is_long(text: str) -> bool:
    """Whether a date takes more room than a day: it is a range of months, or says more."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return len(text) + wide > _DAY


def _marked(text: str, iso: str) -> str:
    """Return a text in parts that stay on a line, as a date where *iso* is one."""
    parts = [escape(part) for part in _BREAKS.split(text)]
    if len(parts) > 1:
        parts[::2] = [f"<span>{part}</span>" for part in parts[::2]]
        parts[1::2] = [" " if space else _NO_SPACE for space in parts[1::2]]
    html = "".join(parts)
    return f'<time datetime="{iso}">{html}</time>' if _ONE_DATE.fullmatch(iso) else html


def _kept(html: str, dash: str = "") -> str:
    """Return an end of a range with its dash, on one line where it has no parts of its own."""
    return f"{html}{dash}" if "<span>" in html else f"<span>{html}{dash}</span>"
