"""``python -m sphinx_cv [FOLDER]``: check the sources of a CV, and write nothing."""

from __future__ import annotations

import argparse
import sys
import tempfile
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.console import strip_colors
from sphinx.util.docutils import docutils_namespace, patch_docutils

from . import caret
from .bibliography.cite import cite_domain
from .caret import Finding
from .domain import CvDomain
from .findings import findings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx.environment import BuildEnvironment

DIRECTIVES = ("cv-entry", "talk", "cv-header", "entry-list", "talk-list", "publication-list")
ROLES = ("cite", "ref", "doc", "cv:entry", "cv:talk", "math")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what is wrong with a CV; return 1 where something is, 2 where it cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m sphinx_cv", description="Check a CV.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path(), help="holds conf.py")
    folder = parser.parse_args(arguments).folder.resolve()
    try:
        found = check(folder)
    except (SphinxError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    for finding in found:
        print(caret.show(finding, caret.read(finding.path), folder))
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
        app.build()
        text = strip_colors(warnings.getvalue())
        return caret.findings(text, _known(app.env), _exact(app.env))


def _exact(env: BuildEnvironment) -> dict[Finding, Finding]:
    """Map the findings whose place in the line is known, as printed, to those with the place."""
    exact = {}
    for problem in findings(env):
        in_page = problem.place in env.found_docs
        path = str(env.doc2path(problem.place)) if in_page else problem.place
        kind = f"cv.{problem.subtype}"
        printed = Finding(path=path, line=problem.line, message=problem.message, type=kind)
        if problem.column:
            exact[printed] = Finding(
                path=path,
                line=problem.line,
                message=problem.message,
                type=kind,
                column=problem.column,
                length=problem.length,
            )
    return exact


def _known(env: BuildEnvironment) -> set[str]:
    """Return the words that references, citations and directives could have meant."""
    standard = env.domains.standard_domain
    names = {record.item.name for record in CvDomain.of(env).records()}
    keys = set(cite_domain(env).bibdata.data.entries)
    return {*DIRECTIVES, *ROLES, *env.found_docs, *standard.anonlabels, *names, *keys} - {""}


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


if __name__ == "__main__":
    sys.exit(main())
