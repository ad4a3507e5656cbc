"""Entries, talks and publications can be referred to, from Markdown and from other sites."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sphinx.util.inventory import InventoryFile

from helpers import Built

if TYPE_CHECKING:
    from collections.abc import Callable

    Site = Callable[..., Built]

FILES = {
    "index.md": """# Ada

{role}

```{{toctree}}
talks
publications
```
""",
    "talks.md": """# Talks

```{talk} On *engines*
:event: Royal Society
:date: 1843
:name: engines
```

```{cv-entry} Post
:name: post
```
""",
    "publications.md": "# Publications\n\n```{bibliography}\n:all:\n```\n",
}


def files(role: str) -> dict[str, str]:
    return FILES | {"index.md": FILES["index.md"].format(role=role)}


# The text and the target of each.
LINKS = {
    "{cv:talk}`engines`": ("On engines", "talks.html#engines"),
    "{cv:talk}`that talk <engines>`": ("that talk", "talks.html#engines"),
    "{cv:entry}`post`": ("Post", "talks.html#post"),
    "{ref}`engines`": ("On engines", "talks.html#engines"),
    "[](#engines)": ("On engines", "talks.html#engines"),
    "[my words](#engines)": ("my words", "talks.html#engines"),
    "{cite}`lovelace1843notes`": ("1", "publications.html#cite-1-lovelace1843notes"),
}


@pytest.fixture(scope="module", params=[1, 2])
def linked(request: pytest.FixtureRequest, module_site: Site) -> Built:
    """Return a site with each reference in an item of its own, built by one or two processes."""
    items = "".join(f"1. {role}\n" for role in LINKS)
    return module_site(files(items), parallel=request.param)


@pytest.mark.parametrize("role", LINKS)
def test_a_reference_links_with_the_title_as_its_text(linked: Built, role: str) -> None:
    text, target = LINKS[role]
    item = linked.article().select("ol > li")[[*LINKS].index(role)]
    link = item.find("a", href=target)
    assert link is not None
    assert link.get_text() == text


def test_references_need_no_warning(linked: Built) -> None:
    assert linked.page("talks.html").find(id="engines") is not None
    assert linked.warnings == []


@pytest.mark.parametrize("role", ["{cv:talk}`engines`", "[](#engines)", "{ref}`engines`"])
def test_references_have_targets_in_latex(site: Site, role: str) -> None:
    built = site(files(role) | {"talks.md": FILES["talks.md"] + f"\n{role}\n"}, "latex")
    tex = built.text("cv.tex")
    assert r"\label{\detokenize{talks:engines}}" in tex
    assert r"\hyperref[\detokenize{talks:engines}]" in tex


def test_a_citation_has_its_target_in_latex(site: Site) -> None:
    talks = FILES["talks.md"] + "\n{cite}`lovelace1843notes`\n"
    tex = site(files("") | {"talks.md": talks}, "latex").text("cv.tex")
    assert r"\hyperlink{cite.publications:cite-1-lovelace1843notes}" in tex
    assert r"\hypertarget{cite.publications:cite-1-lovelace1843notes}{}" in tex


def test_publications_stay_in_their_section_in_latex(site: Site) -> None:
    pages = files("") | {"last.md": "# Last\n\nText\n"}
    pages["index.md"] = pages["index.md"].replace("publications\n", "publications\nlast\n")
    tex = site(pages, "latex").text("cv.tex")
    places = [
        tex.index(part) for part in (r"\section{Publications}", "Menabrea", r"\section{Last}")
    ]
    assert places == sorted(places)


def test_the_inventory_has_the_named_items(site: Site) -> None:
    built = site(files(""))
    inventory = InventoryFile.loads((built.out / "objects.inv").read_bytes(), uri="").data
    talk = inventory["cv:talk"]["engines"]
    assert (talk.uri, talk.display_name) == ("talks.html#engines", "On engines")
    assert inventory["cv:entry"]["post"].uri == "talks.html#post"


def test_ids_are_unique_and_nodes_have_parents(site: Site) -> None:
    page = "# Ada\n\n" + "```{cv-entry} Post\n:name: post\n```\n\n" * 3 + "## Post\n\nText\n"
    built = site(page)
    document = built.app.env.get_doctree("index")
    ids = [
        id_ for node in document.findall() for id_ in getattr(node, "attributes", {}).get("ids", ())
    ]
    assert len(ids) == len(set(ids))
    assert all(node.parent is not None for node in document.findall() if node is not document)
    found = [tag["id"] for tag in built.page().find_all(id=True)]
    assert len(found) == len(set(found))


def test_titles_are_translated_on_their_page_and_in_lists(site: Site) -> None:
    catalog = (
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "On *engines*"\nmsgstr "Des *machines*"\n\n'
        'msgid "Royal Society"\nmsgstr "Société royale"\n'
    )
    pages = files("```{talk-list}\n```\n\n{cv:talk}`engines`") | {
        "locales/fr/LC_MESSAGES/cv.po": catalog
    }
    built = site(pages, language="fr", locale_dirs=["locales"])
    talk = built.article("talks.html").find(class_="cv-talk")
    home = built.article().find(class_="cv-talk")
    for shown in (talk, home):
        assert shown.find(class_="cv-main").get_text() == "Des machines"
        assert shown.find(class_="cv-subline").get_text() == "Société royale"
    assert built.article().find("a", href="talks.html#engines").get_text() == "Des machines"


def test_titles_and_places_are_extracted_for_translation(site: Site) -> None:
    built = site(files(""), "gettext")
    template = built.text("cv.pot")
    assert 'msgid "On *engines*"' in template
    assert 'msgid "Royal Society"' in template
    assert "1843" not in template
