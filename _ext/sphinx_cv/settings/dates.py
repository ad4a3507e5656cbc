"""The day that a CV speaks of."""

from __future__ import annotations

import datetime as dt
import os
from typing import TYPE_CHECKING

from sphinx_cv.model.dates.values import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.config import Config


def date_problems(text: str) -> Iterator[str]:
    """Yield what is wrong with ``cv_today``."""
    try:
        if text:
            PartialDate.parse(text)
    except ValueError as error:
        yield f"cv_today: {error}"


def today_of(config: Config) -> dt.date:
    """Return today: ``cv_today``, else SOURCE_DATE_EPOCH's day, else the day of the build."""
    if config.cv_today:
        return PartialDate.parse(config.cv_today).last()
    return (source_date() or dt.datetime.now(dt.UTC)).date()


def source_date() -> dt.datetime | None:
    """Return the moment that SOURCE_DATE_EPOCH names in seconds since 1970, where it is set.

    Raises ValueError for what is not a number of seconds up to the year 9999.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return None
    try:
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC)
    except (ValueError, OverflowError, OSError):
        raise ValueError(
            f'SOURCE_DATE_EPOCH is "{epoch[:40]}": set it to seconds since 1970, such as 1700000000'
        ) from None
