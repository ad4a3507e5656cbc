"""Where the owner's PDF may be written: nowhere that is published, and over no source."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_cv.log import warn
from sphinx_cv.model.options.variants import SETTING, file_name
from sphinx_cv.settings.conf_file import location_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

# In the data of each PDF that Typst makes.
_MAKER = b"Typst"


def own_path(app: Sphinx) -> Path | None:
    """Return where ``cv_own_pdf`` is to go, None where it is not wanted or refused."""
    name = app.config.cv_own_pdf
    if not name:
        return None
    path = Path(app.confdir, Path(name).expanduser()).resolve()
    if reason := _refusal(app, path):
        where = location_of(app, "", setting="cv_own_pdf")
        warn("print", 'cv_own_pdf: "%s" %s', name, reason, location=where)
        return None
    return path


def own_variant(app: Sphinx, own: Path, name: str) -> Path | None:
    """Return where the variant *name* is to go beside *own*, None where it may not."""
    path = own.with_name(file_name(name, own.name))
    if reason := _refusal(app, path):
        where = location_of(app, name, setting=SETTING)
        warn("print", '"%s": %s %s', name, path, reason, location=where)
        return None
    return path


def _refusal(app: Sphinx, path: Path) -> str:
    folders = [*app.config.html_extra_path, *app.config.html_static_path]
    published = [Path(app.outdir), *(Path(app.confdir, folder) for folder in folders)]
    if any(path.is_relative_to(folder.resolve()) for folder in published):
        return "is in the folder that is published. Choose another folder"
    if is_website(path.parent):
        return "is in a folder that holds a website. Choose another folder"
    if path.exists() and not (path.is_file() and _MAKER in path.read_bytes()):
        return "is there already, and was not written by a build. Choose another name"
    return ""


def is_website(folder: Path) -> bool:
    """Whether Sphinx has written a website into *folder*."""
    return Path(folder, ".buildinfo").is_file() and Path(folder, "_static").is_dir()
