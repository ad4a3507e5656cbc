"""The author's translations, compiled beside what Sphinx stores of the pages.

The sources stay as they are: Sphinx itself would write the compiled files among them.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_cv.log import logger
from sphinx_cv.source.catalogs import Catalog, catalogs_in

from .files import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config

FOLDER = "locale"


def use_catalogs(app: Sphinx, config: Config) -> None:
    """Let Sphinx take its translations from the compiled ones (``config-inited``)."""
    config.cv_catalogs = [str(Path(app.srcdir, folder)) for folder in config.locale_dirs]
    sources = [*_catalogs(app)] if config.cv_preset else []
    if not sources:
        return
    for source, target in sources:
        catalog = Catalog.read(source, config.language)
        try:
            # Sphinx looks for a .po, and compiles it where the .mo is older.
            write_whole(target, source.read_bytes())
            write_whole(target.with_suffix(".mo"), catalog.compiled())
        except OSError as error:
            logger.warning("%s cannot be written: %s", target, error.strerror or error)
    config.locale_dirs = [str(Path(app.doctreedir, FOLDER))]
    config.gettext_auto_build = False


def own_words(app: Sphinx, name: str) -> str:
    """Return the folder with the author's own words for the labels of *name*, ``""`` for none."""
    for source, target in _catalogs(app):
        if source.stem == name:
            catalog = Catalog.read(source, app.config.language)
            write_whole(target.with_suffix(".mo"), catalog.compiled())
            return str(Path(app.doctreedir, FOLDER))
    return ""


def _catalogs(app: Sphinx) -> Iterator[tuple[Path, Path]]:
    """Yield each .po file of the build's language, and the place of its copy."""
    language = app.config.language
    for folder in app.config.locale_dirs:
        root = Path(app.srcdir, folder)
        for path in catalogs_in(root, language):
            _code, *inner = path.relative_to(root).parts
            yield path, Path(app.doctreedir, FOLDER, language, *inner)
