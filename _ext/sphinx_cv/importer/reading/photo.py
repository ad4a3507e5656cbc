"""The portrait of the person: a picture beside a source, to be copied into the CV."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_cv.importer.draft import Draft

_LARGEST = 20_000_000
_SHOWN = (".jpg", ".jpeg", ".png", ".webp", ".svg")


def take_photo(draft: Draft, folder: Path, name: str, place: str) -> None:
    """Take the picture *name* in *folder*, with or without its ending, or say what to do."""
    found = _beside(folder, name)
    shown = next((path for path in found if path.suffix.lower() in _SHOWN), None)
    if shown:
        draft.files[shown.name] = shown
        draft.profile.setdefault("photo", shown.name)
        return
    if found:
        what = f'"{found[0].name}" is a picture that browsers do not show: save it as JPEG or PNG'
    else:
        what = f'the picture "{name}" is not there: copy it'
    draft.look_at(place, f'{what} beside conf.py, and write "photo" in cv_profile')


def _beside(folder: Path, name: str) -> list[Path]:
    """Return the file *name* below a folder, or all that only lack its ending there."""
    path = folder / name
    if not name or not path.resolve().is_relative_to(folder.resolve()):
        return []
    paths = [path] if path.is_file() else sorted(path.parent.glob(f"{path.name}.*"))
    return [one for one in paths if one.is_file() and one.stat().st_size <= _LARGEST]
