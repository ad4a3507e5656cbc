"""What all builds of a worker share, which each would read, compile, set up or draw for itself."""

from __future__ import annotations

import copy
import functools
import importlib
import importlib.metadata
import re
import zipfile
from typing import TYPE_CHECKING, Any, ClassVar

import pytest
from docutils.frontend import OptionParser
from jinja2.sandbox import SandboxedEnvironment
from sphinx.application import builtin_extensions

from sphinx_cv.data.printed.word import document
from sphinx_cv.html import pictures
from sphinx_cv.html.site import stylesheet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session", autouse=True)
def _read_once() -> Iterator[None]:
    """Let all builds share the entry points of the installed packages.

    A build asks for them a dozen times, which takes a good part of a small one's time.
    """
    entry_points = functools.cache(importlib.metadata.entry_points)
    askers = ("sphinx.registry", "sphinx.theming", "pybtex.plugin", "sphinxcontrib.bibtex.plugin")
    with pytest.MonkeyPatch.context() as patch:
        for module in askers:
            patch.setattr(f"{module}.entry_points", entry_points)
        yield


@pytest.fixture(scope="session", autouse=True)
def _packed_once() -> Iterator[None]:
    """Let builds share the empty Word file of each look: it takes longer than all that is in it.

    And let python-docx pack nothing small: the extension packs it anew, to the same bytes.
    """
    kept: dict[str, Any] = {}
    make = document.blank

    def blank(*look: Any) -> Any:
        if repr(look) not in kept:
            kept[repr(look)] = make(*look)
        return copy.deepcopy(kept[repr(look)])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(document, "blank", blank)
        patch.setattr("docx.opc.phys_pkg.ZIP_DEFLATED", zipfile.ZIP_STORED)
        yield


@pytest.fixture(scope="session", autouse=True)
def _loaded_once() -> None:
    """Load the print engine, so that all builds share it.

    A process that has not loaded it prints in another one beside the build, which would load the
    engine anew for each small build: longer than the build takes. Commands do so, and what they
    build is compared with what is built here; tests/unit/test_beside.py has the rest.

    And load Sphinx's own extensions: some take a word of the language that is set at that time.
    """
    for name in ("typst", *builtin_extensions):
        importlib.import_module(name)


class CompilesOnce(SandboxedEnvironment):
    """Templates, of which each is compiled once: no cache keeps those that are read as text."""

    kept: ClassVar[dict[tuple[object, ...], Any]] = {}

    def compile(self, source: Any, *named: Any, **options: Any) -> Any:
        """Return the code of a template, whose signs and extensions those of LaTeX do not share."""
        key = (source, *named, *options.items(), self.lexer, *self.extensions)
        if key not in self.kept:
            self.kept[key] = super().compile(source, *named, **options)
        return self.kept[key]


@pytest.fixture(scope="session", autouse=True)
def _compiled_once() -> Iterator[None]:
    """Let all builds share the templates of Sphinx and of its themes."""
    with pytest.MonkeyPatch.context() as patch:
        for module in ("sphinx.jinja2glue", "sphinx.util.template"):
            patch.setattr(f"{module}.SandboxedEnvironment", CompilesOnce)
        yield


@pytest.fixture(scope="session", autouse=True)
def _listed_once() -> Iterator[None]:
    """Let all pages share the list of docutils' options, which each would set up for itself.

    The values that a page has for them are its own, and so is what a file of settings says.
    """
    list_options = OptionParser.populate_from_components
    filled = ("_short_opt", "_long_opt", "option_list", "option_groups", "defaults", "lists")
    kept: dict[tuple[object, ...], dict[str, Any]] = {}

    def listed_once(self: OptionParser, components: tuple[Any, ...]) -> None:
        # The first component is the parser of options itself.
        kinds = (part if isinstance(part, type) else type(part) for part in components[1:])
        key = (type(self), *kinds)
        if key not in kept:
            list_options(self, components)
            kept[key] = {name: copy.copy(getattr(self, name)) for name in filled}
            kept[key]["relative_path_settings"] = self.relative_path_settings
        for name, value in kept[key].items():
            setattr(self, name, copy.copy(value))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(OptionParser, "populate_from_components", listed_once)
        yield


@pytest.fixture(scope="session", autouse=True)
def _pruned_once() -> Iterator[None]:
    """Let builds whose pages use the same classes share a stylesheet; commands prune it, too."""
    prune = functools.cache(stylesheet.pruned)
    styles: dict[str, tuple[str, frozenset[str]]] = {}

    def pruned_once(css: str, names: set[str]) -> str:
        if css not in styles:
            styles[css] = css, frozenset(re.findall(r"[\w-]+", stylesheet._plain(css)))
        same, asked = styles[css]
        return prune(same, asked & names)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stylesheet, "pruned", pruned_once)
        yield


@pytest.fixture(scope="session", autouse=True)
def _drawn_once() -> Iterator[None]:
    """Let all builds share the pictures of a profile; commands draw them, and are compared."""
    draw = pictures._png

    @functools.cache
    def drawn(name: str, facts: tuple[tuple[str, str], ...], ppi: float) -> bytes:
        return draw(name, dict(facts), ppi=ppi)

    def drawn_once(name: str, facts: dict[str, str], *, ppi: float, **where: Path) -> bytes:
        # A portrait is a file, which may change.
        if where:
            return draw(name, facts, ppi=ppi, **where)
        return drawn(name, (*facts.items(),), ppi)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pictures, "_png", drawn_once)
        yield
