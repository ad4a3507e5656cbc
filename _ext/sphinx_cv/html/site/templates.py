"""What all templates share: the icons, and their compiled form between builds."""

from __future__ import annotations

import os
import sys
from importlib.util import cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache, FileSystemBytecodeCache
from sphinx.jinja2glue import BuiltinTemplateLoader

from sphinx_cv.document.builders import WEBSITES
from sphinx_cv.document.icons import ICONS
from sphinx_cv.html import THEME_FOLDER

if TYPE_CHECKING:
    from collections.abc import Collection

    from jinja2.bccache import Bucket
    from sphinx.application import Sphinx

FOLDER = "templates"
_SHARED = "shared-"


def share_icons(app: Sphinx) -> None:
    """Let every template know the icons (``builder-inited``)."""
    templates = getattr(app.builder, "templates", None)
    if isinstance(templates, BuiltinTemplateLoader):
        templates.environment.globals["cv_icons"] = ICONS


class Compiled(BytecodeCache):
    """Compiled templates: a project's own in *folder*, those of installed themes in *shared*.

    Jinja knows a changed template by its text.
    """

    def __init__(self, folder: Path, shared: Path, own: Collection[Path]) -> None:
        self._folder = FileSystemBytecodeCache(str(folder))
        self._shared = FileSystemBytecodeCache(str(shared))
        self._own = own

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return the key of a template, which says where it is kept."""
        key = super().get_cache_key(name, filename)
        is_own = any(Path(filename or "").is_relative_to(folder) for folder in self._own)
        return key if is_own or filename is None else f"{_SHARED}{key}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read a template."""
        self._cache_of(bucket).load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template."""
        self._cache_of(bucket).dump_bytecode(bucket)

    def _cache_of(self, bucket: Bucket) -> BytecodeCache:
        return self._shared if bucket.key.startswith(_SHARED) else self._folder


def keep_templates(app: Sphinx) -> None:
    """Let Jinja keep the templates of a website (``builder-inited``)."""
    templates = getattr(app.builder, "templates", None)
    if app.builder.name in WEBSITES and isinstance(templates, BuiltinTemplateLoader):
        folder = Path(app.doctreedir, FOLDER)
        folder.mkdir(parents=True, exist_ok=True)
        paths = (*app.config.templates_path, *app.config.html_theme_path)
        own = [Path(app.confdir, path) for path in paths]
        templates.environment.bytecode_cache = Compiled(folder, _beside_package() or folder, own)


def _beside_package() -> Path | None:
    """Return where Python keeps the compiled modules of the theme, if it may keep any there."""
    folder = Path(cache_from_source(str(THEME_FOLDER / "layout.html"))).parent
    if sys.dont_write_bytecode:
        return None
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return folder if os.access(folder, os.W_OK) else None
