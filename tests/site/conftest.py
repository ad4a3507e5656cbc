"""What the tests of whole sites share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from checking import BIB, CONF

from helpers import write

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a sound project, to check."""
    write(tmp_path, {"conf.py": CONF, "index.md": "# Ada\n", "refs.bib": BIB})
    return tmp_path
