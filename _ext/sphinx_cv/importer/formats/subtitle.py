"""The line below the name on a page about a person: what they are, and where."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_cv.importer.reading.contact import is_postal, tell_contact
from sphinx_cv.importer.reading.kinds import is_place, is_position
from sphinx_cv.importer.reading.text import bare, links_in

if TYPE_CHECKING:
    from sphinx_cv.importer.draft import Draft

# What separates the facts in the line below the name.
_BULLETS = re.compile(r"\s*(?:[•·|∙⋅]|<br\s*/?>)\s*")
_NO_SUBTITLE = re.compile(r"Affiliations.*Address")


def read_subtitle(words: str, draft: Draft) -> None:
    """Take the line below the name for position and affiliation, where it can be nothing else."""
    place = "about.md subtitle"
    text = bare(words)
    if _NO_SUBTITLE.match(text):
        draft.left_out(place, text)
        return
    written = [part for part in _BULLETS.split(words) if bare(part)]
    postal = [part for part in written if is_postal(bare(part))]
    odd = [part for part in map(bare, written) if re.search(r"[\d@]", part)]
    tell_contact(draft, "\n".join(postal), place)
    draft.left_out(place, [part for part in odd if not is_postal(part)])
    parts = [part for part in written if bare(part) not in odd]
    places = [bare(part) for part in parts if _is_where(part, is_alone=not parts[1:])]
    others = [part for part in map(bare, parts) if part not in places]
    is_said = any(map(is_position, others))
    for key, found in (("position", others if is_said else []), ("affiliation", places)):
        value = {"position": ", ", "affiliation": "; "}[key].join(found)
        if value and key not in draft.profile:
            draft.tell(key, value, place)
        else:
            draft.left_out(place, [one for one in found if one not in draft.profile.get(key, "")])
    draft.left_out(place, [] if is_said else others)
    draft.left_out(place, links_in(words))


def _is_where(part: str, *, is_alone: bool) -> bool:
    """Whether a part of the line below the name says where someone is, not what."""
    text = bare(part)
    if is_place(text):
        return not (is_alone and is_position(text))
    # What has a page of its own is an organization, where it is not alone.
    return not is_alone and bool(links_in(part)) and not is_position(text)
