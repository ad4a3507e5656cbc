"""The arguments of an entry as people use them, each put where it belongs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from sphinx_cv.importer.reading.kinds import is_degree, is_place, is_position

_HOURS = re.compile(
    r"(?i)~?\d+(?:[.,]\d+)?\s*(?:h|hrs?|hours?|horas?|heures?|ore|std|stunden|ects|credits?|cr[ée]ditos)\.?"
)
# A prize is named in a few words.
_FEW = 80


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """What an entry says, in Markdown."""

    title: str
    where: str = ""
    city: str = ""
    details: str = ""
    body: list[str] = field(default_factory=list)

    def put_right(
        self,
        kind: str,
        *,
        degree: str = "",
        position: str | None = "",
        is_of_papers: bool = False,
    ) -> Row:
        """Return it with hours among the details, and a title that says what it is.

        *degree* is what stands where a grade may be, as the first block of the body; *position* is
        what the person is.
        """
        row = self._without_hours()
        if kind == "education" and is_degree(degree) and not is_degree(row.title):
            title = f"{degree}, {row.title}" if row.title else degree
            row = replace(row, title=title, body=row.body[1:])
        is_role = degree and (degree == position or is_position(degree))
        if kind == "experience" and row.title and is_role and not is_position(row.title):
            details = ", ".join(filter(None, (row.title, row.details)))
            row = replace(row, title=degree, details=details, body=row.body[1:])
        if kind == "award" and not row.where and is_place(row.title) and _is_name(row.body):
            # Whoever gives the prize stands in its place, and its name below.
            row = replace(row, title=row.body[0], where=row.title, body=[])
        if is_of_papers and "," in row.title and row.where:
            # The people are before the title of their work.
            row = replace(row, title=row.where, where="", details=row.title)
        return row

    def _without_hours(self) -> Row:
        if not _HOURS.fullmatch(self.where):
            return self
        if self.city and self.title:
            # The course is behind its hours.
            return replace(self, title=self.city, where=self.title, city="", details=self.where)
        return replace(self, where="", details=self.where)


def _is_name(body: list[str]) -> bool:
    return len(body) == 1 and len(body[0]) <= _FEW and not body[0].startswith("- ")
