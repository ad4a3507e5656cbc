"""Keys in ``{cite}`` that cannot be read: one line each, at its place, and the text is kept."""

from __future__ import annotations

import pytest

from helpers import BIB

CONF = {"bibtex_bibfiles": ["refs.bib"]}
LIST = "\n\n```{publication-list}\n```\n"


@pytest.mark.parametrize(
    "keys",
    [
        "lovelace1843notes lovelace1843notes",
        "lovelace1843notes,",
        "lovelace1843notes; other",
        "lovelace1843notes{p. 5",
        "lovelace1843notes[p. 5]",
        "[p. 5]lovelace1843notes x",
        " ",
    ],
)
@pytest.mark.parametrize("role", ["cite", "cite:t"])
def test_keys_that_cannot_be_read_are_told_at_their_line(site, role, keys):
    text = f"# Ada\n\nSee {{{role}}}`{keys}` here.{LIST}"
    built = site({"index.md": text, "refs.bib": BIB}, **CONF)
    assert any(line.startswith("index.md:3: WARNING: the keys ") for line in built.warnings)
    assert keys.strip() in built.article().get_text()
    assert "here." in built.article().get_text()


def test_keys_with_pages_are_cited(site):
    text = f"# Ada\n\nSee {{cite}}`lovelace1843notes{{p. 5}}` here.{LIST}"
    built = site({"index.md": text, "refs.bib": BIB}, **CONF)
    assert built.warnings == []
    assert built.article().select("p a[href='#lovelace1843notes'], p a.reference")
