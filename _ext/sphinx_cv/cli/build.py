"""``sphinx-cv build``: the website and both PDFs in one run, which reads the sources once."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

import click

from sphinx_cv.garbage import collect_less_often

from .errors import CannotRunError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

OUT = "_build"
# Targets of Sphinx's "make mode" that run another program, or twice.
_TARGETS = ("latexpdf", "latexpdfja", "info", "gettext")


def build_project(
    folder: Path, *, builder: str, strict: bool, fresh: bool, settings: Sequence[str]
) -> int:
    """Build the CV in *folder*, and say what was written; return the exit code.

    *builder* is one of Sphinx's, or a target of its "make mode" such as ``latexpdf``.
    Raises ``CannotRunError`` where there is no such builder, or a setting has no value.
    """
    # Before the imports, which make as many objects as a small build does.
    collect_less_often()
    from sphinx.errors import SphinxError

    # It tells all of its settings, in a line of a thousand letters.
    logging.getLogger("sphinx.myst_parser").setLevel(logging.WARNING)
    out = folder / OUT
    own = out / "pdf" / "cv.pdf"
    values = {"cv_own_pdf": str(own)} if builder == "html" else {}
    values |= values_of(settings)
    if builder in _TARGETS:
        return _make(folder, builder, values, strict=strict, fresh=fresh)
    try:
        failed = _build(folder, builder, values, strict=strict, fresh=fresh)
    except SphinxError as error:
        _tell(error, folder)
        return 2
    if builder == "html" and not failed:
        click.echo(f"\nThe website: {out / 'html' / 'index.html'}")
        for pdf in sorted(own.parent.glob("cv*.pdf")):
            click.echo(f"Your PDF:    {pdf}")
    return min(failed, 1)


def values_of(settings: Sequence[str]) -> dict[str, str]:
    """Return what the option ``-D`` sets; raise ``CannotRunError`` where one has no value."""
    values = {}
    for setting in settings:
        name, sign, value = setting.partition("=")
        if not sign:
            raise CannotRunError(f'write -D NAME=VALUE, not "{setting}"')
        values[name] = value
    return values


def _build(folder: Path, builder: str, values: dict[str, str], *, strict: bool, fresh: bool) -> int:
    """Build as "sphinx-build" does, but let the caller say what went wrong."""
    import locale

    from sphinx.application import Sphinx
    from sphinx.errors import SphinxError
    from sphinx.locale import init_console
    from sphinx.util.console import color_terminal, nocolor
    from sphinx.util.docutils import docutils_namespace, patch_docutils

    from sphinx_cv.model.suggestion import hint_of

    class Project(Sphinx):
        def preload_builder(self, name: str) -> None:
            """Refuse an output that neither Sphinx nor an extension has."""
            known = sorted({*self.registry.builders, *_TARGETS})
            try:
                super().preload_builder(name)
            except SphinxError as error:
                raise CannotRunError(f'unknown output "{name}".{hint_of(name, known)}') from error

    locale.setlocale(locale.LC_ALL, "")
    init_console()
    if not color_terminal():
        nocolor()
    with patch_docutils(str(folder)), docutils_namespace():
        app = Project(
            srcdir=folder,
            confdir=folder,
            outdir=folder / OUT / builder,
            doctreedir=folder / OUT / "doctrees",
            buildername=builder,
            confoverrides=values,
            status=sys.stdout,
            warning=sys.stderr,
            freshenv=fresh,
            warningiserror=strict,
        )
        app.build()
    return app.statuscode


def _make(folder: Path, builder: str, values: dict[str, str], *, strict: bool, fresh: bool) -> int:
    from sphinx.cmd.build import main

    words = [word for name, value in values.items() for word in ("-D", f"{name}={value}")]
    words += ["-W", "--keep-going"] * strict + ["-E"] * fresh
    return min(main(["-M", builder, str(folder), str(folder / OUT), *words]), 1)


def _tell(error: Exception, folder: Path) -> None:
    """Say what ended the build, at its place in conf.py, as the check does."""
    from sphinx_cv.checker.display import show
    from sphinx_cv.checker.errors import startup_findings
    from sphinx_cv.source.lines import read_lines

    folder = folder.resolve()
    for fault in startup_findings(error, folder / "conf.py"):
        click.echo(show(fault, read_lines(fault.place), folder), err=True)
