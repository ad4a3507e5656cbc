"""The portrait: a square in the sizes that screens need, or told about where there is none.

What else a camera writes into its file, such as the place, is not published.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from sphinx_cv.document.builders import WEBSITES
from sphinx_cv.html.frame import has_frame
from sphinx_cv.log import warn
from sphinx_cv.output.drawings import cleaned
from sphinx_cv.output.files import write_or_tell
from sphinx_cv.output.portraits import cropped, is_drawing
from sphinx_cv.settings.conf_file import location_of
from sphinx_cv.settings.values import profile_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

# It is shown 112 pixels wide, on screens with one, two or three dots to a pixel.
WIDTHS = (112, 224, 336)


def photo_names(photo: str) -> dict[str, int]:
    """Return the files of the portrait with their widths; a drawing (SVG) is one, of any width."""
    if not photo:
        return {}
    if is_drawing(photo):
        return {PurePosixPath(photo).name: WIDTHS[-1]}
    return {f"cv-photo-{width}.webp": width for width in WIDTHS}


def write_photo(app: Sphinx, exception: Exception | None) -> None:
    """Write the portrait into the site (``build-finished``)."""
    photo = profile_of(app.config).photo
    if not photo or exception or app.builder.name not in WEBSITES or not has_frame(app.builder):
        return
    source, folder = Path(app.confdir, photo), Path(app.outdir, "_static")
    if is_drawing(photo):
        write_or_tell(folder / source.name, cleaned(source.read_bytes()))
    else:
        for name, width in photo_names(photo).items():
            write_or_tell(folder / name, square(source, width))


def check_photo(app: Sphinx, config: Config) -> None:
    """Drop a photo that cannot be read, before a page names it (``config-inited``)."""
    photo = profile_of(config).photo
    if not photo:
        return
    if not _is_image(Path(app.confdir, photo)):
        text = 'the photo "%s" cannot be read as an image: save it as JPEG or PNG'
        warn("profile", text, photo, location=location_of(app, "photo"))
        config.cv_profile = config.cv_profile | {"photo": ""}


def _is_image(path: Path) -> bool:
    from PIL.Image import DecompressionBombError

    try:
        if is_drawing(path.name):
            cleaned(path.read_bytes())
        else:
            square(path, WIDTHS[0])
    except (OSError, SyntaxError, ValueError, DecompressionBombError):
        return False
    return True


def square(source: Path, width: int) -> bytes:
    """Return the middle of a picture, *width* pixels wide and high, as WebP.

    Raises ``OSError``, ``SyntaxError`` or ``ValueError`` for a file that is not an image.
    """
    return cropped(source, width, width, form="WEBP")
