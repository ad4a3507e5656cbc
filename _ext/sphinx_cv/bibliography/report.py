"""What is wrong with the publications that are listed, told with file and line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..log import warn
from .links import links_of
from .style import STYLE
from .transform import cite_domain

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx.application import Sphinx
    from sphinx.builders import Builder


def report_publications(app: Sphinx, builder: Builder) -> None:
    """Warn of listed publications without a title or with links that cannot be used."""
    domain = cite_domain(app.env)
    files = list(domain.bibdata.bibfiles)
    listed = {
        citation.key: citation.entry
        for citation in domain.citations
        if domain.bibliographies[citation.bibliography_key].style == STYLE
    }
    for key, entry in listed.items():
        problems = [("link", problem) for problem in links_of(entry)[1]]
        if not entry.fields.get("title"):
            problems.append(("bibliography", "it has no title: add title = {…}"))
        for subtype, problem in problems:
            warn(subtype, 'publication "%s": %s', key, problem, location=locate(entry.key, files))


def locate(key: str, files: list[Path]) -> str | None:
    """Return file and line of the entry with *key*."""
    start = re.compile(rf"^\s*@\w+\s*[{{(]\s*{re.escape(key)}\s*,", re.MULTILINE | re.IGNORECASE)
    for path in files:
        text = path.read_text("utf-8-sig", errors="replace")
        if match := start.search(text):
            return f"{path}:{text.count(chr(10), 0, match.end()) + 1}"
    return None
