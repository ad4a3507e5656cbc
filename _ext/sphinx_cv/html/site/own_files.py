"""Removes from the site the files that an earlier build made, and this one does not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_cv.data.files import names_of
from sphinx_cv.document.builders import WEBSITES
from sphinx_cv.output.files import write_or_tell
from sphinx_cv.output.given import is_given
from sphinx_cv.print.typst.site import is_published, published_variants
from sphinx_cv.settings.values import profile_of

from .photo import WIDTHS, photo_names

if TYPE_CHECKING:
    from sphinx.application import Sphinx

# Beside the site's pages, as Sphinx's own ".buildinfo": it is lost with the site alone.
LIST = ".cv-files"
# Of a site that has no list yet.
_FORMER = ("cv.pdf", *(f"_static/cv-photo-{width}.webp" for width in WIDTHS))


def drop_own_files(app: Sphinx, exception: Exception | None) -> None:
    """Remove a former PDF, portrait or file of data: it would stay public (``build-finished``)."""
    if exception or app.builder.name not in WEBSITES:
        return
    names = {f"_static/{name}" for name in photo_names(profile_of(app.config).photo)}
    if is_published(app.config, app.builder.name):
        names.add(app.config.cv_pdf)
    names |= names_of(app.config)
    names |= {*published_variants(app.config, app.builder.name).values()}
    record = Path(app.outdir, LIST)
    for name in _former(record) - names:
        if not is_given(app, name):
            Path(app.outdir, name).unlink(missing_ok=True)
    write_or_tell(record, json.dumps(sorted(names)).encode())


def _former(record: Path) -> set[str]:
    try:
        names = json.loads(record.read_bytes())
    except (OSError, ValueError):
        return set(_FORMER)
    listed = names if isinstance(names, list) else []
    return {name for name in listed if isinstance(name, str) and ".." not in Path(name).parts}
