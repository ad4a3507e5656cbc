"""``sphinx-cv translations``: the .po files of all languages, as the sources are now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from sphinx.errors import SphinxError

from sphinx_cv.languages.translations import update

from .errors import CannotRunError

if TYPE_CHECKING:
    from pathlib import Path


def update_translations(folder: Path) -> None:
    """Update the translations of the CV in *folder*, and say how far each language is.

    Raises ``CannotRunError`` where the project or a .po file cannot be read or written.
    """
    try:
        for line in update(folder.resolve()):
            click.echo(line)
    except (SphinxError, OSError, ValueError) as error:
        raise CannotRunError(str(error)) from error
