"""A site of Jekyll, of the files that a test names."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sphinx_cv.importer.draft import Draft
from sphinx_cv.importer.sources import read_source

if TYPE_CHECKING:
    from pathlib import Path

EINSTEIN = [
    {
        "title": "General",
        "type": "map",
        "contents": [{"name": "Full Name", "value": "Albert Einstein"}],
    }
]
CONFIG = "first_name: Ada\nlast_name: King\njekyll_get_json:\n- data: resume\n  json: assets/json/resume.json\n"
NAMES = {
    "cv": "_data/cv.yml",
    "config": "_config.yml",
    "socials": "_data/socials.yml",
    "resume": "assets/json/resume.json",
    "about": "_pages/about.md",
    "post": "_posts/one.md",
    "talk": "_talks/one.md",
    "paper": "_publications/one.md",
    "bib": "_bibliography/papers.bib",
    "page": "_pages/cv.md",
    "made": "_data/cv.json",
}


def read_site(tmp_path: Path, **files: object) -> Draft:
    """Return what is read of a site: each file by its name here, as text or as data."""
    for name, text in files.items():
        path = tmp_path / NAMES[name]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text if isinstance(text, str) else json.dumps(text), "utf-8")
    return read_source(tmp_path)


def told(draft):
    return " ".join(words for _place, words in draft.report)
