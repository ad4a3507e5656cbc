"""``llms.txt`` (https://llmstxt.org): where language models find the CV as text and data."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from .values import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .facts import Facts


def to_llms(facts: Facts) -> str:
    """Return the file, which is Markdown."""
    return "\n".join(_lines(facts)) + "\n"


def _lines(facts: Facts) -> Iterator[str]:
    profile = facts.profile
    place = ", ".join(filter(None, map(clean, (profile.position, profile.affiliation))))
    yield f"# {_text(profile.name)}"
    for said in (place, profile.description):
        if said:
            yield from ("", f"> {_text(said)}")
    yield from ("", "## Curriculum vitae", "")
    for name, label in facts.files:
        yield f"- [{name}]({facts.base}{quote(name)}): {label}"
    yield from ("", "## Pages", "")
    for section in facts.sections:
        if section.title:
            yield f"- [{_text(section.title)}]({section.address or quote(section.uri)})"


def _text(text: str) -> str:
    """Return text in one line, without what Markdown takes for a link."""
    line = clean(text)
    for sign in "\\[]<>":
        line = line.replace(sign, f"\\{sign}")
    return line
