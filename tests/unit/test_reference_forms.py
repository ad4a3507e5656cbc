"""The printed form of what people and programs write into .bib files, entry by entry."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from pybtex.richtext import String, Tag

from helpers import ROOT
from sphinx_cv.bibliography.file.reader import read_files
from sphinx_cv.bibliography.reference.groups import group_title
from sphinx_cv.bibliography.reference.style import Reference, References

if TYPE_CHECKING:
    from pathlib import Path

    from pybtex.richtext import BaseText

FORMS = tomllib.loads((ROOT / "tests" / "data" / "cases" / "forms.toml").read_text("utf-8"))["form"]


def with_italics(text: BaseText) -> str:
    if isinstance(text, String):
        return str(text)
    inner = "".join(map(with_italics, text.parts))
    return f"_{inner}_" if isinstance(text, Tag) and text.name == "em" else inner


def printed(bib: str, folder: Path) -> tuple[str, str]:
    """Return the text and the group of the one entry of *bib*."""
    path = folder / "refs.bib"
    path.write_text(bib, encoding="utf-8")
    entries = read_files([path], "utf-8-sig").data.entries
    entry = next(iter(entries.values()))
    return with_italics(Reference(entry, References(entries=entries)).text()), group_title(entry)


def test_a_reference_has_the_form_of_its_type(tmp_path):
    seen = {form["bib"]: printed(form["bib"], tmp_path) for form in FORMS}
    assert seen == {form["bib"]: (form["text"], form["group"]) for form in FORMS}
