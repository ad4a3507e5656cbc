"""The pages of the manual are for everyone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from looking import violations

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

# A page with each thing that the others have as well: pictures, long tables, code.
PAGES = {"light": ("gallery", "settings", "import"), "dark": ("settings",)}


@pytest.mark.parametrize("mode", PAGES)
def test_axe_finds_no_violation_in_the_manual(page: Page, manual: Path, mode: str) -> None:
    page.emulate_media(color_scheme=mode)
    found = {}
    for name in PAGES[mode]:
        page.goto((manual / f"{name}.html").as_uri())
        found[name] = violations(page)
    assert {name: rules for name, rules in found.items() if rules} == {}
