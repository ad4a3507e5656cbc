"""``cv_people``: the addresses of co-authors, by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.source.addresses import check_url

if TYPE_CHECKING:
    from collections.abc import Iterator


def people_problems(values: object) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with ``cv_people``: the name (``""`` for the whole) and a sentence."""
    if not isinstance(values, dict):
        yield "", 'cv_people is not a dictionary: write cv_people = {"Ada King": "https://…"}'
        return
    for name, address in values.items():
        if not isinstance(name, str) or not name.strip() or not isinstance(address, str):
            yield str(name), f'{name!r} in cv_people: write "Ada King": "https://…"'
            continue
        try:
            check_url(address)
        except ValueError as error:
            yield name, f'"{name}" in cv_people: {error}'
