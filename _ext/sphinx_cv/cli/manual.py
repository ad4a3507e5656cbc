"""``sphinx-cv manual``: the pages of the manual, which come with the command."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sphinx_cv.model.suggestion import hint_of

from .errors import CannotRunError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

# These are for the browser: a list of the others, and pictures.
_NOT_TO_READ = ("index", "gallery")


def show_manual(page: str) -> None:
    """Print a *page* of the manual, or what each page is about where none is named.

    Raises ``CannotRunError`` where there is no such page.
    """
    pages = {name: text for name, text in _pages().items() if name not in _NOT_TO_READ}
    name = page.rpartition("/")[2].removesuffix(".md")
    if name in pages:
        click.echo_via_pager(pages[name])
    elif name:
        raise CannotRunError(f'the manual has no page "{page}".{hint_of(name, pages)}')
    else:
        for name, text in pages.items():
            title = text.partition("\n")[0].removeprefix("# ")
            click.echo(f"{name:16}{title}")


def _pages() -> dict[str, str]:
    """Return the text of each page, by its name."""
    found = sorted(_folder().iterdir(), key=lambda file: file.name)
    return {
        file.name.removesuffix(".md"): file.read_text("utf-8")
        for file in found
        if file.name.endswith(".md")
    }


def _folder() -> Traversable:
    """Return the folder of the manual: in the package, or in a clone of its sources."""
    packed = files("sphinx_cv") / "manual"
    return packed if packed.is_dir() else Path(__file__).parents[3] / "docs"
