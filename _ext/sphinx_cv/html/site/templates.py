"""Keeps the compiled templates between builds: of a small change they would be half the time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import FileSystemBytecodeCache
from sphinx.jinja2glue import BuiltinTemplateLoader

from sphinx_cv.document.builders import WEBSITES

if TYPE_CHECKING:
    from sphinx.application import Sphinx

FOLDER = "templates"


def keep_templates(app: Sphinx) -> None:
    """Let Jinja keep them beside what Sphinx has read (``builder-inited``).

    Jinja knows a changed template by its text.
    """
    templates = getattr(app.builder, "templates", None)
    if app.builder.name in WEBSITES and isinstance(templates, BuiltinTemplateLoader):
        folder = Path(app.doctreedir, FOLDER)
        folder.mkdir(parents=True, exist_ok=True)
        templates.environment.bytecode_cache = FileSystemBytecodeCache(str(folder))
