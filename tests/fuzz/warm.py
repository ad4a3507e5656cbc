"""Loads what a build needs, for the process that all builds of these tests are forked from.

It makes no PDF: the threads of the print engine would be lost in a fork.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import PIL.Image  # noqa: F401
import pydata_sphinx_theme  # noqa: F401
import typst  # noqa: F401
from sphinx.cmd.build import main

import sphinx_cv.data.printed.word.builder
import sphinx_cv.print.typst.document
import sphinx_cv.print.typst.translator  # noqa: F401
from helpers import BIB, forget_templates, write

PAGE = "# A\n\n```{talk} T\n:date: 1843\n:event: E\n```\n\n```{publication-list}\n```\n{cite}`lovelace1843notes`\n"
CONF = 'extensions = ["sphinx_cv"]\ncv_profile = {"name": "Ada Lovelace"}\n'

with tempfile.TemporaryDirectory() as folder:
    write(Path(folder), {"conf.py": CONF, "index.md": PAGE, "refs.bib": BIB})
    for builder in ("latex", "text", "epub"):
        main(["-q", "-b", builder, folder, str(Path(folder, "out", builder))])
    forget_templates()
