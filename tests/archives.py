"""Archives of one file, as bytes."""

from __future__ import annotations

import io
import tarfile
import zipfile


def zipped(data: bytes, name: str = "a", *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a ZIP archive."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        archive.writestr(name, data)
    return made.getvalue()


def tarred(data: bytes, name: str = "a", *, mode: str = "w") -> bytes:
    """Return a tar archive, which the *mode* may compress: ``w:gz``."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode=mode) as archive:  # type: ignore[call-overload]
        info = tarfile.TarInfo(name)
        info.size = len(data)
        archive.addfile(info, io.BytesIO(data))
    return made.getvalue()
