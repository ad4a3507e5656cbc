"""The home page of an imported CV: who the person is, what is new, and the order of the pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_cv.importer.draft import Heading, Item, Papers, Section, Text
from sphinx_cv.importer.reading.text import plain
from sphinx_cv.l10n import word_in
from sphinx_cv.model.kinds import N_
from sphinx_cv.model.text import fold

if TYPE_CHECKING:
    from sphinx_cv.importer.draft import Draft

# What a person says of themselves, in the words of the sources.
_ABOUT = re.compile(
    r"about(?: me)?|(?:short )?bio(?:graphy|graphie)?|profile|summary|welcome.*|introduction|"
    r"uber mich|kurzprofil|profil|a propos(?: de moi)?|perfil|resumen|sobre m(?:i|im)|profilo|"
    r"chi sono|over mij|om mig|om meg"
)
_SELECTED = re.compile(
    r"^\s*(?:selected\s*=\s*[{\"]?true|keywords\s*=.*\bselected\b)", re.MULTILINE
)


def about_of(draft: Draft) -> Section | None:
    """Return the section that is text alone and introduces the person, if there is one."""
    return next(
        (
            section
            for section in draft.sections
            if _ABOUT.fullmatch(fold(section.title))
            and all(isinstance(block, Text | Heading) for block in section.blocks)
        ),
        None,
    )


def name_papers(draft: Draft) -> None:
    """Give the list of all publications, which no source named, a title in the CV's language."""
    for section in draft.sections:
        if section.title == "Publications" and all(isinstance(b, Papers) for b in section.blocks):
            section.title = word_in(draft.language, N_("Publications"))


def home_page(draft: Draft, about: str, pages: list[str]) -> str:
    """Return the home page; *about* is the text about the person, *pages* come in this order."""
    blocks = [block for section in draft.sections for block in section.blocks]
    parts = [f"# {plain(str(draft.profile.get('name', 'Curriculum vitae')))}"]
    parts += ["```{cv-header}\n```", about.strip()]
    has_talk = any(isinstance(block, Item) and block.is_talk for block in blocks)
    has_list = any(isinstance(block, Papers) for block in blocks)
    selected = word_in(draft.language, N_("Selected publications"))
    talks, latest = (word_in(draft.language, one) for one in (N_("Latest talks"), N_("Latest")))
    if has_list and any(_SELECTED.search(paper.text) for paper in draft.papers):
        parts.append(f"## {selected}\n\n```{{publication-list}}\n:selected:\n```")
        parts += [f"## {talks}\n\n```{{talk-list}}\n:limit: 3\n```"] * has_talk
    elif has_list or has_talk or any(_is_dated(block) for block in blocks):
        parts.append(f"## {latest}\n\n```{{latest-list}}\n:limit: 5\n```")
    listed = "".join(f"{path}\n" for path in pages)
    parts.append(f"```{{toctree}}\n:hidden:\n\n{listed}```")
    return "\n\n".join(filter(None, parts)) + "\n"


def _is_dated(block: object) -> bool:
    return (
        isinstance(block, Item)
        and block.kind in ("award", "experience", "visit")
        and any(name in block.options for name in ("date", "start", "end"))
    )
