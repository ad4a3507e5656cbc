"""From options to the selection of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.model.selection import GROUPS, ORDERS, SHOW_KIND, TIMES, Selection, read_years

from .items import tags

if TYPE_CHECKING:
    from collections.abc import Collection

    from .reader import OptionReader

# Those that choose, and those that arrange what is chosen.
FILTERS = ("kind", "role", "tags", "year", "publication", "organization", "when")
SELECTION_OPTIONS = (*FILTERS, "order", "limit", "group", "fold", "show-kind", "sum")


def read_selection(options: OptionReader, kinds: Collection[str]) -> Selection:
    """Build the selection of a list whose items are of these *kinds*."""
    return Selection(
        kind=options.kind(kinds, ""),
        role=options.text("role"),
        tags=tags(options),
        years=_years(options),
        publication=options.text("publication"),
        organization=options.text("organization"),
        when=options.choice("when", TIMES),
        order=options.choice("order", ORDERS) or ORDERS[0],
        limit=options.number("limit") or 0,
        group=options.choice("group", GROUPS),
        fold=options.flag("fold"),
        show_kind=options.choice("show-kind", SHOW_KIND) or SHOW_KIND[0],
        sum=options.flag("sum"),
    )


def _years(options: OptionReader) -> tuple[int, int]:
    try:
        return read_years(options.text("year")) if options.has("year") else (0, 0)
    except ValueError as error:
        options.problem("option", str(error), options.line_of("year"))
        return (0, 0)
