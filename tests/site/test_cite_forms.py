"""Keys in ``{cite}`` that cannot be read: one line each, at its place, and the text is kept."""

from __future__ import annotations

import pytest

from helpers import BIB

CONF = {"bibtex_bibfiles": ["refs.bib"]}
LIST = "\n\n```{publication-list}\n```\n"


KEYS = (
    "lovelace1843notes lovelace1843notes",
    "lovelace1843notes,",
    "lovelace1843notes; other",
    "lovelace1843notes{p. 5",
    "lovelace1843notes[p. 5]",
    "[p. 5]lovelace1843notes x",
    " ",
)
ROLES = ("cite", "cite:t")


@pytest.fixture(scope="module")
def unreadable(module_site):
    """Build a site with each role and its keys on a page of its own."""
    pages = {
        f"{role[-1]}{at}.md": f"# Ada\n\nSee {{{role}}}`{keys}` here.\n"
        for role in ROLES
        for at, keys in enumerate(KEYS)
    }
    home = f"# Ada{LIST}\n```{{toctree}}\n:glob:\n\n*\n```\n"
    return module_site({"index.md": home, "refs.bib": BIB} | pages, **CONF)


@pytest.mark.parametrize("keys", KEYS)
@pytest.mark.parametrize("role", ROLES)
def test_keys_that_cannot_be_read_are_told_at_their_line(unreadable, role, keys):
    page = f"{role[-1]}{KEYS.index(keys)}"
    told = f"{page}.md:3: WARNING: the keys "
    assert any(line.startswith(told) for line in unreadable.warnings)
    shown = unreadable.article(f"{page}.html").get_text()
    assert keys.strip() in shown
    assert "here." in shown


def test_keys_with_pages_are_cited(site):
    text = f"# Ada\n\nSee {{cite}}`lovelace1843notes{{p. 5}}` here.{LIST}"
    built = site({"index.md": text, "refs.bib": BIB}, **CONF)
    assert built.warnings == []
    assert built.article().select("p a[href='#lovelace1843notes'], p a.reference")
