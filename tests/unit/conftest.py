"""What the unit tests share, and their settings: no Sphinx build, no clock, no network."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from jekyll_site import read_site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx_cv.importer.draft import Draft

# A loaded machine must not fail a test; everything else stays as Hypothesis or its CI profile has it.
settings.register_profile("unit", deadline=None)
settings.load_profile("unit")


@pytest.fixture
def jekyll(tmp_path: Path) -> Callable[..., Draft]:
    """Return what reads a site of Jekyll: its files by their names in jekyll_site.py."""
    return partial(read_site, tmp_path)
