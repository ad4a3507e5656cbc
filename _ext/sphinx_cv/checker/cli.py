"""``python -m sphinx_cv [FOLDER]``: check the sources of a CV, and write nothing."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import tempfile
from collections import defaultdict
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.application import Sphinx
from sphinx.errors import ConfigError, SphinxError
from sphinx.util.console import strip_colors
from sphinx.util.docutils import docutils_namespace, patch_docutils

from sphinx_cv.document.citations import cite_domain
from sphinx_cv.document.domain import CvDomain
from sphinx_cv.source.lines import read_lines

from . import diagnostic as caret
from .collect import findings
from .diagnostic import Finding
from .errors import fatal, misset, unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sphinx.environment import BuildEnvironment

DIRECTIVES = ("cv-entry", "talk", "cv-header", "entry-list", "talk-list", "publication-list")
ROLES = ("cite", "ref", "doc", "cv:entry", "cv:talk", "math")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what is wrong with a CV; return 1 where something is, 2 where it cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m sphinx_cv", description="Check a CV.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path(), help="holds conf.py")
    # "make check | head" ends where head ends.
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    folder = parser.parse_args(arguments).folder.resolve()
    try:
        found = check(folder)
    except (SphinxError, OSError) as error:
        fault = fatal(error, folder / "conf.py")
        print(caret.show(fault, read_lines(fault.path), folder), file=sys.stderr)
        return 2
    for finding in found:
        print(caret.show(finding, read_lines(finding.path), folder))
    notes = sum(finding.is_note for finding in found)
    faults = len(found) - notes
    if found:
        print(f"{_count(faults, 'error')}, {_count(notes, 'note')}")
    return int(faults > 0)


def check(folder: Path) -> list[Finding]:
    """Read and resolve all pages of the project in *folder*, and return what is wrong.

    Raises SphinxError where there is no project that can be read.
    """
    warnings = StringIO()
    with tempfile.TemporaryDirectory() as out, patch_docutils(str(folder)), docutils_namespace():
        try:
            app = Sphinx(
                str(folder),
                str(folder),
                str(Path(out, "check")),
                str(Path(out, "doctrees")),
                "dummy",
                {"nitpicky": True, "show_warning_types": True},
                status=None,
                warning=warnings,
                freshenv=True,
            )
        except (TypeError, ValueError, AttributeError) as error:
            # A setting of a wrong type, which Sphinx tells of before it stumbles over it.
            told = caret.parse(strip_colors(warnings.getvalue()))
            raise misset(error, told, folder / "conf.py") from error
        if CvDomain.name not in app.env.domains:
            raise ConfigError('write extensions = ["sphinx_cv"]')
        try:
            app.build()
        except (UnicodeDecodeError, RecursionError) as error:
            raise unreadable(error, app.env.doc2path(app.env.docname)) from error
        text = strip_colors(warnings.getvalue())
        found = caret.findings(text, _known(app.env), _exact(app.env))
        return caret.in_order(caret.in_conf(finding, folder / "conf.py") for finding in found)


def _exact(env: BuildEnvironment) -> dict[Finding, list[Finding]]:
    """Map our own findings, as printed, to those with their place in the line."""
    exact: dict[Finding, list[Finding]] = defaultdict(list)
    for problem in findings(env):
        in_page = problem.place in env.found_docs
        printed = Finding(
            path=str(env.doc2path(problem.place)) if in_page else problem.place,
            line=problem.line,
            message=problem.message,
            type=f"cv.{problem.subtype}",
        )
        exact[printed].append(replace(printed, column=problem.column, length=problem.length))
    return dict(exact)


def _known(env: BuildEnvironment) -> Callable[[str], dict[str, set[str]]]:
    """Return what finds the words that a file could have meant, by the type of the finding."""
    labels = set(env.domains.standard_domain.anonlabels)
    names = {record.item.name for record in CvDomain.of(env).records()} - {""}
    pages = [env.doc2path(docname) for docname in sorted(env.found_docs)]
    known = {
        "myst.directive_unknown": set(DIRECTIVES),
        "myst.role_unknown": set(ROLES),
        "ref.ref": labels,
        "ref.doc": set(env.found_docs),
        "toc.not_readable": set(env.found_docs),
        "bibtex.key_not_found": set(cite_domain(env).bibdata.data.entries),
        "bibtex.bibfile_error": {path.name for path in cite_domain(env).bibdata.bibfiles},
    }

    def of_file(path: str) -> dict[str, set[str]]:
        folder = Path(path).parent
        links = {os.path.relpath(page, folder).replace(os.sep, "/") for page in pages}
        return known | {"myst.xref_missing": labels | names | links}

    return of_file


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
