"""The portrait of the person: a picture beside a source, to be copied into the CV."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_cv.importer.draft import Draft

_LARGEST = 20_000_000
_SHOWN = (".jpg", ".jpeg", ".png", ".webp", ".svg")
# A name that is longer is the picture itself, in letters.
_LONGEST = 255


def take_photo(draft: Draft, folder: Path, name: str, place: str) -> None:
    """Take the picture *name* in *folder*, with or without its ending, or say what to do.

    An address, or a picture that is written into the source, is left out.
    """
    if ":" in name or len(name) > _LONGEST:
        draft.left_out(place, name)
        return
    found = _beside(folder, name)
    shown = [path for path in found if path.suffix.lower() in _SHOWN]
    small = next((path for path in shown if path.stat().st_size <= _LARGEST), None)
    if small:
        draft.files[small.name] = small
        draft.profile.setdefault("photo", small.name)
        return
    if shown:
        what = f'"{shown[0].name}" is larger than {_LARGEST // 1_000_000} MB: save it smaller'
    elif found:
        what = f'"{found[0].name}" is a picture that browsers do not show: save it as JPEG or PNG'
    else:
        what = f'the picture "{name}" is not there: copy it'
    draft.look_at(place, f'{what} beside conf.py, and write "photo" in cv_profile')


def _beside(folder: Path, name: str) -> list[Path]:
    """Return the file *name* below a folder, or all that only lack its ending there."""
    path = folder / name
    try:
        root = folder.resolve()
        # The name "." would be that of the folder, beside it.
        if not path.parent.resolve().is_relative_to(root):
            return []
        beside = sorted(one for one in path.parent.iterdir() if one.stem == path.name)
        paths = [path] if path.is_file() else beside
        return [one for one in paths if one.is_file() and one.resolve().is_relative_to(root)]
    # A folder that is not there or may not be read, links in a circle, signs that no name has.
    except (OSError, RuntimeError, ValueError):
        return []
