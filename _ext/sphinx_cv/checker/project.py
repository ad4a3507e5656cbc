"""Builds a project for its findings alone, and writes nothing into it."""

from __future__ import annotations

import os
import tempfile
from dataclasses import replace
from functools import cache
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.application import Sphinx
from sphinx.errors import ConfigError
from sphinx.util.docutils import docutils_namespace, patch_docutils

from sphinx_cv.document.citations import cite_domain
from sphinx_cv.document.domain import CvDomain
from sphinx_cv.log import stopping_as_error
from sphinx_cv.model.directives import DIRECTIVES
from sphinx_cv.source.line_corrections import line_corrections
from sphinx_cv.source.lines import read_lines
from sphinx_cv.source.markdown import Page

from .capture import Capture
from .display import in_order
from .dry_builder import DryBuilder
from .errors import setting_error
from .locate import locate_all, locate_setting
from .suggest import suggest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sphinx.environment import BuildEnvironment

    from sphinx_cv.model.finding import Finding

ROLES = ("cite", "ref", "doc", "cv:entry", "cv:talk", "cv:count", "math")


class Project(Sphinx):
    """A project in *folder*, whose warnings *capture* collects from the first on."""

    def __init__(self, folder: Path, out: Path, capture: Capture) -> None:
        self._capture = capture
        super().__init__(
            srcdir=folder,
            confdir=folder,
            outdir=out / "check",
            doctreedir=out / "doctrees",
            buildername="html",
            # The finding has the type, which the message need not repeat.
            confoverrides={"nitpicky": True, "show_warning_types": False},
            status=None,
            warning=StringIO(),
            freshenv=True,
        )

    def create_builder(self, _name: str) -> DryBuilder:
        """Return the builder that writes nothing which is kept."""
        return DryBuilder(self, self.env)

    def setup_extension(self, extname: str) -> None:
        """Set up an extension; by the first one, Sphinx has set up its log."""
        self._capture.attach(self)
        super().setup_extension(extname)


def check(folder: Path) -> list[Finding]:
    """Build the website of the project in *folder*, keep nothing, and return what is wrong.

    Raises SphinxError if there is no project, or it cannot be read.
    """
    conf = folder / "conf.py"
    capture = Capture()
    with (
        tempfile.TemporaryDirectory() as out,
        patch_docutils(str(folder)),
        docutils_namespace(),
        stopping_as_error(),
    ):
        try:
            app = Project(folder, Path(out), capture)
        except (TypeError, ValueError, AttributeError) as error:
            # A setting of a wrong type, which Sphinx warns of before it stumbles over it.
            told = [finding for finding in capture.findings if not finding.place]
            raise setting_error(error, _of_settings(told, conf)) from error
        if CvDomain.name not in app.env.domains:
            raise ConfigError('write extensions = ["sphinx_cv"]')
        # The owner's PDF goes to a folder that is kept.
        app.config.cv_own_pdf = ""
        app.build()
        found = [finding for finding in capture.findings if not finding.of_machine]
        return in_order(_placed(_of_settings(found, conf), app.env))


def _of_settings(findings: Iterable[Finding], conf: Path) -> list[Finding]:
    lines = read_lines(conf)
    return [locate_setting(finding, conf, lines) for finding in findings]


def _placed(findings: Iterable[Finding], env: BuildEnvironment) -> list[Finding]:
    """Return the findings with hints, each at its place in the file."""
    read, known = cache(Page.read), cache(_known(env))
    corrections = cache(lambda path: line_corrections(read(path)))
    hinted = []
    for finding in findings:
        line = finding.line
        if not finding.column:
            # MyST and Sphinx count other lines than the file has.
            line = corrections(finding.place).get(line, line)
        hinted.append(suggest(replace(finding, line=line), known(finding.place)))
    return locate_all(hinted, read)


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
