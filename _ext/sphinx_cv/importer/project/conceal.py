"""Takes private values out of all other text of a draft, where a source says them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.importer.draft import flat
from sphinx_cv.source.private_values import PrivateValues

from .walk import change_texts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_cv.importer.draft import Draft

_SIGN = "…"


def conceal_private(draft: Draft, values: Mapping[str, str]) -> None:
    """Replace each of *values* by a sign in what will be public, and report the words it was in."""
    if not values:
        return
    found = PrivateValues(values)

    def concealed(text: str, place: str) -> str:
        keys, before = set(), text
        # A value beside another is only found when that is gone.
        while spans := sorted(found.find(text), key=lambda one: -one.start):
            keys |= {one.key for one in spans}
            last = len(text)
            for one in spans:
                text = text[: one.start] + _SIGN + text[min(one.end, last) :]
                last = one.start
        if keys:
            words = f'its private "{", ".join(sorted(keys))}" is taken out of the public text'
            draft.changed(place, f"{words}: {flat(before)}")
        return text

    change_texts(draft, concealed)
