"""``sphinx-cv build``: the website and both PDFs in one run, which reads the sources once."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import click

from sphinx_cv.garbage import collect_less_often

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

OUT = "_build"


def build_project(
    folder: Path, *, builder: str, strict: bool, fresh: bool, settings: Sequence[str]
) -> int:
    """Build the CV in *folder*, and say what was written; return the exit code.

    *builder* is one of Sphinx's, or a target of its "make mode" such as ``latexpdf``.
    """
    # Before the imports, which make as many objects as a small build does.
    collect_less_often()
    from sphinx.cmd.build import main

    # It tells all of its settings, in a line of a thousand letters.
    logging.getLogger("sphinx.myst_parser").setLevel(logging.WARNING)
    out = folder / OUT
    own = out / "pdf" / "cv.pdf"
    words = ["-M", builder, str(folder), str(out)]
    if builder == "html":
        words += ["-D", f"cv_own_pdf={own}"]
    words += [word for setting in settings for word in ("-D", setting)]
    words += ["-W", "--keep-going"] * strict + ["-E"] * fresh
    failed = main(words)
    if builder == "html" and not failed:
        click.echo(f"\nThe website: {out / 'html' / 'index.html'}")
        for pdf in sorted(own.parent.glob("cv*.pdf")):
            click.echo(f"Your PDF:    {pdf}")
    return min(failed, 1)
