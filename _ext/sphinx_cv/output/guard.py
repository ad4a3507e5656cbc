"""The last door: no published file contains a private value.

Every file of the output is searched when all are written, those of an earlier build and of the
author's own folders too; so it does not matter which builder, process or extension wrote them.
"""

from __future__ import annotations

import io
import re
import shutil
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util import logging

from sphinx_cv.model.pdf_paths import is_address
from sphinx_cv.source.private_values import PrivateValues

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from sphinx_cv.model.privacy import PrivateFacts

logger = logging.getLogger(__name__)

# Stands in the data of a PDF that shows private facts.
MARK = "sphinx-cv: not to be published"
# These write the owner's own PDF, or nothing.
OWN_BUILDERS = ("latex", "typst", "docx", "dummy", "linkcheck")
_HEAD = 8192
_ZIP = b"PK\x03\x04"


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
    outdir = Path(app.outdir)
    doctrees = Path(app.doctreedir)
    themes = [Path(folder, "static") for folder in _theme_folders(app)]
    for path in outdir.rglob("*"):
        if path.is_relative_to(doctrees) or path.is_symlink() or not path.is_file():
            continue
        name = path.relative_to(outdir)
        if name.parts[0] == "_static" and _is_of(path, Path(*name.parts[1:]), themes):
            continue
        yield path


def _theme_folders(app: Sphinx) -> list[str]:
    theme = getattr(app.builder, "theme", None)
    return list(theme.get_theme_dirs()) if theme else []


def _is_of(path: Path, name: Path, folders: list[Path]) -> bool:
    """Whether a file is one that a theme brings, as it is."""
    for folder in folders:
        original = folder / name
        if original.is_file() and original.stat().st_size == path.stat().st_size:
            return original.read_bytes() == path.read_bytes()
    return False


def keys_told(path: Path, values: PrivateValues, facts: PrivateFacts) -> frozenset[str]:
    """Return the keys of the values that a file contains; ``""`` means the owner's PDF."""
    data = path.read_bytes()
    if data.startswith(b"%PDF"):
        return frozenset([""] if MARK.encode() in data else ())
    if data.startswith(_ZIP):
        data = b"\n".join(_members(data))
        if MARK.encode() in data:
            return frozenset([""])
    if data.startswith(b"# Sphinx inventory"):
        data = b"".join(_unpacked(data))
    elif b"\0" in data[:_HEAD]:
        # Images and fonts, whose bytes are not text.
        forms = facts.told_forms().items()
        return frozenset(
            key for key, texts in forms if any(text and text.encode() in data for text in texts)
        )
    return values.keys_in(data)


def _members(data: bytes) -> Iterator[bytes]:
    """Yield the files in a zip archive, such as a Word file; none where it cannot be read.

    In XML, tags may stand within a word: what is left without them is searched as well.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                member = archive.read(name)
                yield member
                if name.endswith(".xml"):
                    yield re.sub(rb"<[^<>]*>", b"", member)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error):
        yield data


def _unpacked(data: bytes) -> Iterator[bytes]:
    """Yield the head and the unpacked body of an inventory (``objects.inv``)."""
    *head, body = data.split(b"\n", 4)
    yield from head
    try:
        yield zlib.decompress(body)
    except zlib.error:
        yield body


def _drop_what_was_made_of_them(app: Sphinx) -> None:
    """Remove what holds the same text in another form: stored pages, an EPUB, the site's PDF."""
    if Path(app.doctreedir).is_relative_to(app.outdir):
        shutil.rmtree(app.doctreedir, ignore_errors=True)
    pdf = app.config.cv_pdf
    books = [*Path(app.outdir).glob("*.epub")]
    for book in [*books, Path(app.outdir, pdf)] if pdf and not is_address(pdf) else books:
        if book.is_file():
            book.unlink()
