"""PDFs with the blocks and pages that no other output may have: the owner's, and a variant's.

They are read by a build of its own, in a folder that is deleted: what is stored of the usual build
never holds them.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from sphinx_cv.document.directives.only import own_in, reads_own
from sphinx_cv.log import logger, warn
from sphinx_cv.output.files import write_or_tell
from sphinx_cv.settings.conf_file import is_written

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx.builders import Builder

# What no build but this one can tell: how many pages the variants have.
_PAGES = re.compile(r"^(.*?): WARNING: (.*) \[cv\.pages\]$")


def needs_own_build(builder: Builder) -> bool:
    """Whether the sources have something that is the owner's, and this build may show it."""
    config = builder.config
    if reads_own(config) or config.cv_show_private is not True:
        return False
    return own_in(Path(builder.srcdir), config)


def build_own(builder: Builder, name: str, wanted: Mapping[str, Path]) -> None:
    """Build with what is the owner's by the builder *name*, and keep the files of *wanted*.

    *builder* is that of the usual build; *wanted* says where a file goes.
    """
    _build_apart(builder, name, wanted, {"cv_reads_own": "1", "cv_show_private": "1"})


def build_variant(
    builder: Builder, name: str, variant: str, wanted: Mapping[str, Path], *, is_public: bool
) -> None:
    """Build a variant that has pages of its own, by the builder *name*, as ``build_own``."""
    private = "0" if is_public or builder.config.cv_show_private is not True else "1"
    settings = {"cv_variant": variant, "cv_show_private": private}
    if private == "1":
        settings["cv_reads_own"] = "1"
    _build_apart(builder, name, wanted, settings, tags=("-t", variant))


def handed_on(builder: Builder) -> dict[str, str]:
    """Return what the command line has set, for the command line of the other build."""
    config = builder.config
    given = {
        key: value
        for key, value in config.overrides.items()
        if isinstance(value, str) and key != "cv_own_pdf"
    }
    # What it sets in a dictionary, such as "cv_print.look", is in there, and no override any more.
    for name in ("cv_print", "cv_references"):
        inner: dict[str, object] = config[name]
        given |= {
            f"{name}.{key}": str(value)
            for key, value in inner.items()
            if isinstance(value, str | int | float)
            and not is_written(builder, key, value, setting=name)
        }
    return given


def _build_apart(
    builder: Builder,
    name: str,
    wanted: Mapping[str, Path],
    settings: Mapping[str, str],
    tags: Sequence[str] = (),
) -> None:
    settings = handed_on(builder) | dict(settings)
    with TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "sphinx", "-q", "-E", "-b", name]
        command += [*tags, "-c", str(builder.confdir), "-d", str(Path(folder, "doctrees"))]
        command += [part for key, value in settings.items() for part in ("-D", f"{key}={value}")]
        command += [str(builder.srcdir), str(Path(folder, "out"))]
        path = os.pathsep.join(filter(None, sys.path))
        done = subprocess.run(  # noqa: S603
            command,
            env=os.environ | {"PYTHONPATH": path, "NO_COLOR": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        for line in done.stderr.splitlines():
            if found := _PAGES.search(line):
                warn("pages", "%s", found[2], location=found[1])
        for file, target in wanted.items():
            made = Path(folder, "out", file)
            if done.returncode or not made.is_file():
                logger.warning("a PDF could not be built:\n%s", done.stderr[-2000:])
                return
            target.parent.mkdir(parents=True, exist_ok=True)
            write_or_tell(target, made.read_bytes())
