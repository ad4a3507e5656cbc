"""The teaser picture of a publication (al-folio's ``preview``): a file of one's own, made small."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_cv.document.builders import WEBSITES
from sphinx_cv.document.citations import listed
from sphinx_cv.log import warn
from sphinx_cv.output.files import remove_or_tell, write_or_tell
from sphinx_cv.output.portraits import cropped

from .files import finder

if TYPE_CHECKING:
    from pybtex.database import Entry
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

FIELD = "preview"
FOLDER = "_static/cv-previews"
# As it is shown; the file has two dots for each pixel.
WIDTH, HEIGHT = 120, 80
# Where al-folio has them, besides the folders of all files.
_AL_FOLIO = "assets/img/publication_preview"
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp")


def preview_of(env: BuildEnvironment, entry: Entry) -> str:
    """Return the picture of *entry*, its path from the sources' folder, ``""`` where none is."""
    name = entry.fields.get(FIELD, "").strip()
    if not name.lower().endswith(_PICTURES):
        return ""
    find = finder(env, entry)
    for path in (name, f"{_AL_FOLIO}/{name}"):
        try:
            return find(path)
        except ValueError:
            continue
    return ""


def preview_problem(env: BuildEnvironment, entry: Entry) -> str:
    """Return what is wrong with the picture of *entry*."""
    name = entry.fields.get(FIELD, "").strip()
    if not name or preview_of(env, entry):
        return ""
    return (
        f'"{name}" in "preview" is not a PNG, JPEG, GIF or WebP file beside the .bib file or '
        f"conf.py, nor in assets, static, {_AL_FOLIO}: put it there, or take the field out"
    )


def picture_name(env: BuildEnvironment, entry: Entry) -> str:
    """Return the small picture in the site, ``""`` where none is: by its content, so never old."""
    preview = preview_of(env, entry)
    if not preview:
        return ""
    data = Path(env.srcdir, preview).read_bytes()
    return f"{FOLDER}/{hashlib.sha256(data).hexdigest()[:16]}.webp"


def write_previews(app: Sphinx, exception: Exception | None) -> None:
    """Write the small pictures into the site, and remove those of no paper (``build-finished``)."""
    if exception or app.builder.name not in WEBSITES:
        return
    wanted = {
        Path(app.outdir, name): (key, Path(app.srcdir, preview_of(app.env, citation.entry)))
        for key, citation in listed(app.env).items()
        if (name := picture_name(app.env, citation.entry))
    }
    for path in {*Path(app.outdir, FOLDER).glob("*")} - {*wanted}:
        remove_or_tell(path)
    for path, (key, source) in wanted.items():
        if path.is_file():
            continue
        try:
            data = cropped(source, 2 * WIDTH, 2 * HEIGHT, form="WEBP")
        except (OSError, SyntaxError, ValueError):
            text = 'publication "%s": the preview cannot be read as an image: save it as PNG'
            warn("link", text, key, location=str(source))
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_or_tell(path, data)
