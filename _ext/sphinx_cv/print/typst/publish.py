"""The PDFs that are built with a website.

The public one never has private facts, no matter who builds it. The owner's goes to a folder that
is not published; ``make`` has both built here, so that the sources are read only once.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.application import ENV_PICKLE_FILENAME
from sphinx.util.display import progress_message

from sphinx_cv.log import warn
from sphinx_cv.model.options.variants import file_name
from sphinx_cv.output.files import write_or_tell, write_whole
from sphinx_cv.output.given import is_given
from sphinx_cv.print.own import build_own, needs_own_build
from sphinx_cv.print.own_name import PDF
from sphinx_cv.settings.conf_file import location_of
from sphinx_cv.settings.values import print_profile_of, profile_of

from .builder import TypstBuilder
from .lending import print_builder, resolve_for_print
from .own_pdf import own_path, own_variant
from .site import is_published

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from docutils import nodes
    from sphinx.application import Sphinx

    from sphinx_cv.model.profile import Profile

    from .compiler import Compiled
    from .source import Attachment


@dataclass(frozen=True, kw_only=True, slots=True)
class Printed:
    """A further file of the site, which ``make`` makes of the printed document."""

    path: Path
    make: Callable[[nodes.document], bytes]


@dataclass(frozen=True, kw_only=True, slots=True)
class Prints:
    """What is printed with a website, made and not yet written: PDFs, and further files.

    The owner's PDF, where it is wanted, is to be ``own``; ``own_is_apart`` where this build has
    not read all that it shows. Plain data, which one process can send to another.
    """

    pdfs: Mapping[Path, Compiled]
    further: Mapping[Path, bytes]
    own: Path | None
    own_is_apart: bool


def make_prints(
    app: Sphinx, further: Sequence[Printed], attached: Callable[[], Sequence[Attachment]]
) -> Prints:
    """Make what is stale of the public PDF, with the *attached* files in it, and of *further*.

    The owner's PDF is made every time: nothing stored could reveal that a private fact has
    changed.
    """
    wanted = {}
    if is_published(app.config, app.builder.name) and not is_given(app, app.config.cv_pdf):
        path = Path(app.outdir, app.config.cv_pdf)
        if not is_fresh(app, path):
            wanted[path] = profile_of(app.config)
    own = own_path(app)
    is_apart = bool(own) and needs_own_build(app.builder)
    if own and not is_apart:
        wanted[own] = print_profile_of(app.config)
    time = _time_of_sources(app)
    stale = [each for each in further if wanted or not _is_of(each.path, time)]
    pdfs, files = _printed(app, wanted, stale, own, attached) if wanted or stale else ({}, {})
    return Prints(pdfs=pdfs, further=files, own=own, own_is_apart=is_apart)


def _printed(
    app: Sphinx,
    wanted: Mapping[Path, Profile],
    further: Sequence[Printed],
    own: Path | None,
    attached: Callable[[], Sequence[Attachment]],
) -> tuple[dict[Path, Compiled], dict[Path, bytes]]:
    """Return the PDFs of *wanted*, each with the facts it shows, and the *further* files."""
    from .compiler import compile_pdf
    from .document import assemble, source_of, write_body

    pdfs = {}
    paths = [*wanted, *(each.path for each in further)]
    names = ", ".join(f"{path.parent.name}/{path.name}" for path in paths)
    with progress_message(f"writing {names}"), print_builder(app) as builder:
        tree = assemble(builder, partial(resolve_for_print, app))
        if wanted:
            body, inside = write_body(builder, tree), attached()
            for path, profile in wanted.items():
                files = inside if path != own else ()
                pdfs[path] = compile_pdf(source_of(app.config, profile, body, files))
        made = {each.path: each.make(tree) for each in further}
    return pdfs, made


def write_prints(app: Sphinx, prints: Prints) -> None:
    """Write the files, and warn of what is wrong in them."""
    if prints.own and prints.own_is_apart:
        _build_own(app, prints.own)
    time = _time_of_sources(app)
    for path, data in prints.further.items():
        if write_or_tell(path, data):
            os.utime(path, ns=(time, time))
    if any(made.missing or made.fault for made in prints.pdfs.values()):
        # It loads the print engine.
        from .warnings import report_compiled

        report_compiled(app.env, *prints.pdfs.values())
    for path, compiled in prints.pdfs.items():
        write_pdf(app, path, compiled)


def _build_own(app: Sphinx, own: Path) -> None:
    """Let a build of its own write the owner's PDF, and beside it those of the variants."""
    variants = {file_name(name): name for name in app.config.cv_variants}
    beside = {file: own_variant(app, own, name) for file, name in variants.items()}
    kept = {PDF: own} | {file: path for file, path in beside.items() if path}
    build_own(app.builder, TypstBuilder.name, kept)


def _is_of(path: Path, time: int) -> bool:
    return path.is_file() and path.stat().st_mtime_ns == time


def is_fresh(app: Sphinx, path: Path) -> bool:
    """Whether *path* has its date, and was made of what was read last, by the same print engine."""
    if not path.is_file() or path.stat().st_mtime_ns != _time_of_sources(app):
        return False
    from .document import date_of

    date = date_of(app.config).strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    return date in path.read_bytes()


def _time_of_sources(app: Sphinx) -> int:
    """Return the time of the newest source in nanoseconds, which its PDF gets as its own.

    Sphinx writes the environment when it has read a page. The engine is only looked at, for it
    takes a while to load. The clock is not asked: it may have been wrong.
    """
    engine = find_spec("typst")
    names = [Path(app.doctreedir, ENV_PICKLE_FILENAME), Path((engine and engine.origin) or "")]
    return max((name.stat().st_mtime_ns for name in names if name.is_file()), default=0)


def write_pdf(app: Sphinx, path: Path, compiled: Compiled) -> None:
    """Write a PDF; one that is open in a viewer, or is a folder, is reported."""
    if not compiled.data:
        return
    try:
        write_whole(path, compiled.data)
        # The fonts may be installed by the next build: do not treat it as up to date.
        time = 0 if compiled.missing else _time_of_sources(app)
        os.utime(path, ns=(time, time))
    except OSError as error:
        where = location_of(app, "", setting="cv_pdf")
        reason = error.strerror or str(error)
        warn("print", "%s cannot be written: %s", path, reason, location=where)
