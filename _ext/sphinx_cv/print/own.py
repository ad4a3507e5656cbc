"""The owner's PDF with the blocks that no other output may have.

They are read by a build of its own, in a folder that is deleted: what is stored of the usual build
never holds them.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from sphinx.util import logging

from sphinx_cv.document.only import own_in, reads_own
from sphinx_cv.output.files import write_or_tell

if TYPE_CHECKING:
    from sphinx.builders import Builder

logger = logging.getLogger(__name__)


def build_own(builder: Builder, name: str, wanted: str, target: Path) -> bool:
    """Build the file *wanted* by the builder *name* with what is the owner's, into *target*.

    *builder* is that of the usual build.

    Returns False where the sources have nothing that is the owner's, or this build may not show it.
    """
    config = builder.config
    if reads_own(config) or config.cv_show_private is not True:
        return False
    if not own_in(Path(builder.srcdir), config):
        return False
    settings = {
        key: value
        for key, value in config.overrides.items()
        if isinstance(value, str) and key != "cv_own_pdf"
    }
    settings |= {"cv_reads_own": "1", "cv_show_private": "1"}
    with TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "sphinx", "-q", "-E", "-b", name]
        command += ["-c", str(builder.confdir), "-d", str(Path(folder, "doctrees"))]
        command += [part for key, value in settings.items() for part in ("-D", f"{key}={value}")]
        command += [str(builder.srcdir), str(Path(folder, "out"))]
        path = os.pathsep.join(filter(None, sys.path))
        done = subprocess.run(  # noqa: S603
            command,
            env=os.environ | {"PYTHONPATH": path},
            capture_output=True,
            text=True,
            check=False,
        )
        made = Path(folder, "out", wanted)
        if done.returncode or not made.is_file():
            logger.warning("the owner's PDF could not be built:\n%s", done.stderr[-2000:])
            return True
        target.parent.mkdir(parents=True, exist_ok=True)
        write_or_tell(target, made.read_bytes())
    return True
