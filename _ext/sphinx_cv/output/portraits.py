"""The middle of a picture, without what else a camera writes into its file."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_OPTIONS = {"WEBP": {"quality": 85, "method": 6}, "JPEG": {"quality": 88}, "PNG": {}}


def cropped(source: Path, width: int, height: int, *, form: str) -> bytes:
    """Return the middle of a picture, *width* and *height* pixels large, as ``WEBP`` or ``JPEG``.

    JPEG knows no transparent places: they become white. Raises ``OSError``, ``SyntaxError`` or
    ``ValueError`` for a file that is no picture.
    """
    # Here: it takes as long to load as all the rest of a build without a portrait.
    from PIL import Image, ImageOps

    with Image.open(source) as opened:
        # Large photos are read at a part of their size.
        opened.draft("RGB", (2 * width, 2 * height))
        colors = opened.info.get("icc_profile") if opened.mode in ("RGB", "RGBA") else None
        turned = ImageOps.exif_transpose(opened)
        mode = "RGBA" if turned.has_transparency_data else "RGB"
        fitted = ImageOps.fit(turned.convert(mode), (width, height))
    # A copy of the dots alone.
    plain = Image.new("RGB" if form == "JPEG" else mode, fitted.size, "white")
    plain.paste(fitted, mask=fitted if form == "JPEG" and mode == "RGBA" else None)
    out = BytesIO()
    plain.save(out, form, icc_profile=colors, **_OPTIONS[form])
    return out.getvalue()


def is_drawing(photo: str) -> bool:
    """Whether a portrait is an SVG."""
    return photo.lower().endswith(".svg")
