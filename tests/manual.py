"""What README and manual hold: their pages, examples and blocks of code."""

from __future__ import annotations

import re

from helpers import ROOT

README = ROOT / "README.md"
MANUAL = ROOT / "docs"
PAGES = {path.name: path.read_text("utf-8") for path in (README, *sorted(MANUAL.glob("*.md")))}


def blocks(language: str, text: str) -> list[str]:
    """Return the fenced blocks of a language in the text of a page."""
    found = re.findall(rf"^(`{{3,}}){language}\n(.*?)^\1$", text, re.DOTALL | re.MULTILINE)
    return [block for _fence, block in found]


def all_blocks(language: str) -> list[tuple[str, str]]:
    """Return the fenced blocks of a language, each with the name of its page."""
    return [(name, block) for name, text in PAGES.items() for block in blocks(language, text)]


def block_with(start: str, language: str = "python") -> str:
    """Return the one block that starts with these words."""
    found = [block for _name, block in all_blocks(language) if block.startswith(start)]
    assert found, f"no example starts with {start}"
    return found[0]
