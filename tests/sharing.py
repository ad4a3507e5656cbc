"""What all builds of a worker share, which each would read, compile, set up or draw for itself."""

from __future__ import annotations

import copy
import functools
import importlib
import importlib.metadata
import zipfile
from typing import TYPE_CHECKING, Any, ClassVar

import pytest
from jinja2.sandbox import SandboxedEnvironment

from sphinx_cv.data.printed.word import document
from sphinx_cv.html import pictures

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
    """
    importlib.import_module("typst")


class CompilesOnce(SandboxedEnvironment):
    """Sphinx's templates; of those that are read as text, which no cache keeps, each is compiled once."""

    kept: ClassVar[dict[tuple[str, ...], Any]] = {}

    def compile(self, source: Any, *named: Any, **options: Any) -> Any:
        """Return the code of a template."""
        if named or options:
            return super().compile(source, *named, **options)
        key = (source, *self.extensions)
        if key not in self.kept:
            self.kept[key] = super().compile(source)
        return self.kept[key]


@pytest.fixture(scope="session", autouse=True)
def _compiled_once() -> Iterator[None]:
    """Let all builds share the templates of Sphinx's own scripts and styles."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sphinx.jinja2glue.SandboxedEnvironment", CompilesOnce)
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
