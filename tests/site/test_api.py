"""An extension of someone else's, which imports nothing but ``sphinx_cv.api``."""

from __future__ import annotations

import ast
import json
import sys
from typing import TYPE_CHECKING

import pytest
from sphinx.errors import ExtensionError

from helpers import ROOT
from manual import block_with
from sphinx_cv import api

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import SimpleNamespace

    from helpers import Built

    Site = Callable[..., Built]

FOLDER = ROOT / "tests" / "data" / "third_party"
EXTENSION = FOLDER / "sphinx_fieldwork.py"
PAGE = """\
# Ada

```{cv-entry} Survey of the Fens
:kind: fieldwork
:organization: Ordnance Survey
:date: 2020
INSTRUMENT
```

```{entry-list}
:kind: fieldwork
:group: kind
```

```{publication-list}
```
"""
THEODOLITE = PAGE.replace("INSTRUMENT", ":instrument: Theodolite")
NOTHING = PAGE.replace("INSTRUMENT\n", "")


@pytest.fixture
def others(site: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    """Build a project with both extensions."""
    monkeypatch.syspath_prepend(str(FOLDER))
    monkeypatch.delitem(sys.modules, "sphinx_fieldwork", raising=False)

    def build(*args: object, **conf: object) -> Built:
        return site(*args, **{"extensions": ["sphinx_cv", "sphinx_fieldwork"]} | conf)

    return build


def test_it_imports_the_promised_module_alone() -> None:
    tree = ast.parse(EXTENSION.read_text("utf-8"))
    modules = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    assert modules == ["sphinx_cv"]
    names = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    calls = {name for name in api.__all__ if name.startswith("add_")}
    assert calls | {"items", "publications", "profile"} <= names


@pytest.mark.parametrize("extensions", [["sphinx_fieldwork"], ["sphinx_fieldwork", "sphinx_cv"]])
def test_it_adds_a_kind_an_option_a_rule_and_an_output(others: Site, extensions: list[str]) -> None:
    built = others(THEODOLITE, extensions=extensions)
    assert built.warnings == []
    entry = built.article().find(class_="cv-entry")
    assert entry.find(class_="cv-instrument").get_text() == "Theodolite"
    assert entry.find(class_="cv-main").get_text() == "Ordnance Survey"
    assert "Fieldwork" in built.article().get_text()
    data = json.loads(built.text("data/fieldwork.json"))
    assert data == {
        "name": "Ada Lovelace",
        "fieldwork": [{"title": "Survey of the Fens", "instrument": "Theodolite"}],
        "papers": {"lovelace1843notes": "1"},
    }


def test_its_rule_and_its_option_warn_with_their_line(others: Site) -> None:
    told = 'index.md:3: WARNING: "Survey of the Fens" has no instrument: add ":instrument:"'
    assert others(NOTHING).warnings == [f"{told} [cv.instrument]"]
    built = others(PAGE.replace("INSTRUMENT", ":instrument: none"))
    told = 'index.md:7: WARNING: "none" is not an instrument: write ":instrument: Theodolite"'
    assert f"{told} [cv.option]" in built.warnings


def test_parallel_reading_and_other_outputs_have_it(others: Site) -> None:
    pages = {f"p{number}.md": THEODOLITE.replace("# Ada", f"# {number}") for number in range(6)}
    links = "\n".join(name.removesuffix(".md") for name in pages)
    files = {"index.md": f"# Ada\n\n```{{toctree}}\n{links}\n```\n"} | pages
    texts = []
    for parallel in (1, 2):
        built = others(files, "text", parallel=parallel)
        texts.append("".join(built.text(f"p{number}.txt") for number in range(6)))
    assert texts[0] == texts[1]
    assert texts[0].count("Survey of the Fens, Theodolite") + texts[0].count("Theodolite") >= 6


def test_pages_are_read_again_when_what_is_added_changes(others: Site) -> None:
    others(THEODOLITE)
    assert "config changed" not in others(THEODOLITE, fresh=False).app.status.getvalue()
    changed = others(THEODOLITE, fresh=False, extensions=["sphinx_cv"])
    assert any("instrument" in line for line in changed.warnings)
    assert changed.article().find(class_="cv-instrument") is None


def test_nothing_is_kept_between_applications(others: Site) -> None:
    others(THEODOLITE)
    built = others(THEODOLITE, extensions=["sphinx_cv"])
    assert [line for line in built.warnings if "instrument" in line]


def test_a_subtype_that_nobody_knows_ends_no_build(site: Site) -> None:
    from sphinx_cv.log import warn

    def shout(app: object) -> None:
        warn("unheard-of", "Hello", location=None)

    built = site("# Ada\n\nText\n")
    shout(built.app)
    assert built.warnings == ["WARNING: Hello [cv.unheard-of]"]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda app: api.add_option(app, "talk-list", "x"), "takes no options"),
        (lambda app: api.add_option(app, "talk", "X Y"), "cannot be the name"),
        (lambda app: api.add_option(app, "talk", "event"), "already"),
        (lambda app: api.add_rule(app, "date", list, meaning=""), "already"),
        (lambda app: api.add_output(app, "../x", str), "no path in the site"),
        (lambda app: api.add_output(app, "/x", str), "no path in the site"),
    ],
)
def test_what_cannot_be_added_is_refused(
    call: Callable[[object], None], message: str, stub: SimpleNamespace
) -> None:
    with pytest.raises(ExtensionError, match=message):
        call(stub)


@pytest.fixture
def stub() -> SimpleNamespace:
    from types import SimpleNamespace

    return SimpleNamespace(setup_extension=lambda _name: None)


def test_the_manual_shows_every_call() -> None:
    example = block_with("import json\n\nfrom sphinx_cv import api")
    # The same but for its first line, so that what is shown is what is built.
    _doc, _newlines, code = EXTENSION.read_text("utf-8").partition('"""\n\n')
    assert example == code
