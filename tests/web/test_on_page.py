"""The list of the parts of a page that has many."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from helpers import Built

TEXT = "Text.\n\n" * 20
PARTS = "".join(f"\n## Part {n} & more\n\n{TEXT}" for n in range(5))
FILES = {
    "index.md": "# Ada\n\n```{toctree}\nmany\nfew\n```\n",
    "many.md": f"# Service\n{PARTS}",
    "few.md": "# Work\n\n## A\n\n## B\n\nText.\n",
}


def test_a_page_of_many_parts_lists_them(site: Callable[..., Built], page: Page) -> None:
    built = site(FILES)
    page.goto((built.out / "many.html").as_uri())
    listed = page.get_by_role("navigation", name="On this page")
    assert listed.get_by_role("link").all_inner_texts() == [f"Part {n} & more" for n in range(5)]
    listed.get_by_role("link").nth(3).click()
    box = page.get_by_role("heading", name="Part 3").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 200
    # The whole CV has one of its own, and not those of its sections.
    for name, count in (("few", 0), ("index", 0), ("cv", 1)):
        assert len(built.page(f"{name}.html").find_all(class_="cv-on-page")) == count
