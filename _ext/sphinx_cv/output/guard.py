"""The last door: no published file contains a private value.

Every file of the output is searched when all are written, those of an earlier build and of the
author's own folders too; so it does not matter which builder, process or extension wrote them.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from sphinx_cv.log import logger
from sphinx_cv.model.options.pdf_paths import is_address
from sphinx_cv.source.private_values import PrivateValues

from .own_files import present_files
from .unpack import is_packed, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from sphinx_cv.model.privacy import PrivateFacts

# Stands in the data of a PDF that shows private facts.
MARK = "sphinx-cv: not to be published"
# These write the owner's own PDF, or nothing.
OWN_BUILDERS = ("latex", "typst", "docx", "dummy", "linkcheck")
_HEAD = 8192
# Folders in the output of a build that builds of their own have searched.
_SEARCHED: WeakKeyDictionary[Sphinx, set[str]] = WeakKeyDictionary()
_FIRST = re.compile(rb"<ol\b(?:[^<>]*\bstart=\"(?P<start>\d+)\")?[^<>]*>\s*<li[^<>]*>")


def note_searched(app: Sphinx, folder: str) -> None:
    """Search a *folder* of the output no more: the build that wrote it has found nothing there."""
    _SEARCHED.setdefault(app, set()).add(folder)


def search_output(app: Sphinx, exception: Exception | None) -> None:
    """Remove files that contain a private value, and let the build fail (``build-finished``).

    The build ends with an error too where it is not certain what is private.
    """
    facts = app.config.cv_private
    if app.builder.name in OWN_BUILDERS or app.builder.format == "latex":
        return
    values = PrivateValues(facts.told_forms())
    told = {path: keys for path in _files(app) if (keys := keys_told(path, values, facts))}
    for path, keys in sorted(told.items()):
        path.unlink()
        names = " and ".join(f'"{key}"' for key in sorted(keys))
        what = f"the private {names} of cv_profile" if all(keys) else "your own PDF"
        name = path.relative_to(app.outdir).as_posix()
        _fail(
            app, f"{name} would publish {what}: it was removed, take the value out of the sources"
        )
    if told:
        _drop_what_was_made_of_them(app)
    if not facts.is_certain:
        _fail(app, '"private" in cv_profile cannot be read: all that it may mean is left out')


def _fail(app: Sphinx, message: str) -> None:
    logger.error(message, type="cv", subtype="private")
    app.statuscode = 1


def _files(app: Sphinx) -> Iterator[Path]:
    """Yield the files of the output that are the author's, or are made of what they wrote."""
    themes = [Path(folder, "static") for folder in _theme_folders(app)]
    searched = _SEARCHED.pop(app, set())
    for name in present_files(app):
        path = Path(app.outdir, name)
        if name.partition("/")[0] in searched or path.is_symlink() or not path.is_file():
            continue
        # Each language of a site has its own folder of these.
        _site, is_static, original = name.rpartition("_static/")
        if not (is_static and _is_of(path, original, themes)):
            yield path


def _theme_folders(app: Sphinx) -> list[str]:
    theme = getattr(app.builder, "theme", None)
    return list(theme.get_theme_dirs()) if theme else []


def _is_of(path: Path, name: str, folders: list[Path]) -> bool:
    """Whether a file is one that a theme brings, as it is."""
    for folder in folders:
        original = folder / name
        if original.is_file() and original.stat().st_size == path.stat().st_size:
            return original.read_bytes() == path.read_bytes()
    return False


def keys_told(path: Path, values: PrivateValues, facts: PrivateFacts) -> frozenset[str]:
    """Return the keys of the values that a file contains; ``""`` means the owner's PDF."""
    data = path.read_bytes()
    if not is_packed(data):
        return _keys_in(data, values, facts)
    told: frozenset[str] = frozenset()
    for part in parts_of(data):
        if MARK.encode() in part:
            return frozenset([""])
        told |= _keys_in(part, values, facts)
    return told


def is_own(data: bytes) -> bool:
    """Whether a file is a PDF or a Word file that shows private facts."""
    return is_packed(data) and any(MARK.encode() in part for part in parts_of(data))


def _keys_in(data: bytes, values: PrivateValues, facts: PrivateFacts) -> frozenset[str]:
    is_text = data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" not in data[:_HEAD]
    if not is_text or is_packed(data):
        # Images and fonts, whose bytes are not text.
        forms = facts.told_forms().items()
        return frozenset(
            key for key, texts in forms if any(text and text.encode() in data for text in texts)
        )
    # A browser writes the numbers of a list: "10. December 1815" may be one.
    return values.keys_in(_FIRST.sub(_numbered, data))


def _numbered(item: re.Match[bytes]) -> bytes:
    return item[0] + (item["start"] or b"1") + b". "


def _drop_what_was_made_of_them(app: Sphinx) -> None:
    """Remove what holds the same text in another form: stored pages, an EPUB, the site's PDF."""
    if Path(app.doctreedir).is_relative_to(app.outdir):
        shutil.rmtree(app.doctreedir, ignore_errors=True)
    pdf = app.config.cv_pdf
    books = [*Path(app.outdir).glob("*.epub")]
    for book in [*books, Path(app.outdir, pdf)] if pdf and not is_address(pdf) else books:
        if book.is_file():
            book.unlink()
