"""What goes stale in sphinxcontrib-bibtex: lists, numbers and styles after a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sphinx.util.console import strip_colors

from helpers import Built
from publications import BIB

if TYPE_CHECKING:
    from collections.abc import Callable

    Site = Callable[..., Built]

PAGES = {
    "index.md": "# Ada\n\n```{toctree}\nall\nciting\n```\n",
    "all.md": "# All\n\n```{publication-list}\n```\n",
    "citing.md": "# Citing\n\nSee {cite}`old`.\n",
    "refs.bib": BIB,
}


def test_a_page_that_is_resolved_twice_lists_its_entries_once(site: Site) -> None:
    built = site(PAGES)
    env, builder = built.app.env, built.app.builder
    for _time in range(2):
        document = env.get_and_resolve_doctree("all", builder)
        assert document.astext().count("Talked") == 1


def test_a_new_number_reaches_the_pages_that_cite(site: Site) -> None:
    site(PAGES)
    older = "@misc{oldest, title={Oldest}, year=1830}\n" + BIB
    built = site(PAGES | {"refs.bib": older}, fresh=False)
    assert "[2]" in built.article("citing.html").get_text()


def test_another_style_is_used_at_once(site: Site) -> None:
    site(PAGES)
    built = site(PAGES, fresh=False, bibtex_default_style="alpha")
    assert "[LD01]" in built.article("citing.html").get_text()


def test_other_code_reads_all_pages_again(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site(PAGES)
    assert "config changed" not in site(PAGES, fresh=False).app.status.getvalue()
    monkeypatch.setattr("sphinx_cv.settings.settings.package_digest", lambda: "of other code")
    told = strip_colors(site(PAGES, fresh=False).app.status.getvalue())
    assert "[config changed ('cv_sources')]" in told
