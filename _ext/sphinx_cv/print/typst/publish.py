"""The PDFs that are built with a website.

The public one never has private facts, no matter who builds it. The owner's goes to a folder that
is not published; ``make`` has both built here, so that the sources are read only once.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.application import ENV_PICKLE_FILENAME
from sphinx.transforms import SphinxTransformer
from sphinx.util.display import progress_message
from sphinx.util.logging import suppress_logging

from sphinx_cv.document.builders import WEBSITES
from sphinx_cv.log import warn
from sphinx_cv.output.files import write_whole
from sphinx_cv.output.given import is_given
from sphinx_cv.print.own import build_own
from sphinx_cv.settings.conf_file import location_of
from sphinx_cv.settings.values import print_profile_of, profile_of

from .builder import PDF, TypstBuilder
from .compiler import compile_pdf
from .document import body_of, date_of, source_of
from .own_pdf import own_path
from .site import is_published
from .warnings import report_compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes
    from sphinx.application import Sphinx

    from .compiler import Compiled


def publish_pdfs(app: Sphinx, exception: Exception | None) -> None:
    """Write the PDFs that come with the website (``build-finished``)."""
    if not exception and app.builder.name in WEBSITES:
        _write_pdfs(app)


def _write_pdfs(app: Sphinx) -> None:
    """Write the public PDF into the site, and the owner's where it is asked for."""
    wanted = {}
    if is_published(app.config, app.builder.name) and not is_given(app, app.config.cv_pdf):
        path = Path(app.outdir, app.config.cv_pdf)
        if not _is_fresh(app, path):
            wanted[path] = profile_of(app.config)
    if (own := own_path(app)) and not build_own(app.builder, TypstBuilder.name, PDF, own):
        # Every time: nothing stored could reveal that a private fact has changed.
        wanted[own] = print_profile_of(app.config)
    if not wanted:
        return
    names = ", ".join(f"{path.parent.name}/{path.name}" for path in wanted)
    with progress_message(f"writing {names}"), print_builder(app) as builder:

        def resolve(tree: nodes.document, docname: str) -> None:
            _resolve(app, tree, docname)

        body = body_of(builder, resolve)
        made = {
            path: compile_pdf(source_of(app.config, profile, body))
            for path, profile in wanted.items()
        }
    report_compiled(app.env, *made.values())
    for path, compiled in made.items():
        _write(app, path, compiled)


def _is_fresh(app: Sphinx, path: Path) -> bool:
    """Whether *path* has its date, and was made of what was read last, by the same print engine."""
    if not path.is_file() or path.stat().st_mtime_ns != _time_of_sources(app):
        return False
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


def _write(app: Sphinx, path: Path, compiled: Compiled) -> None:
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


@contextmanager
def print_builder(app: Sphinx) -> Iterator[TypstBuilder]:
    """Lend the application a print builder: references ask it for their addresses."""
    tags = set(app.tags)
    website = app.builder
    builder = TypstBuilder(app, app.env)
    app.builder = builder
    try:
        yield builder
    finally:
        app.builder = website
        for tag in set(app.tags) - tags:
            app.tags.remove(tag)


def _resolve(app: Sphinx, tree: nodes.document, docname: str) -> None:
    """Apply the post-transforms to *tree*, except those that are for the website alone.

    ``env.resolve_references`` would take the application to build what it was started for.
    """
    env = app.env
    before = env.current_document.docname
    env.current_document.docname = docname
    try:
        transformer = SphinxTransformer(tree)
        transformer.set_environment(env)
        transforms = app.registry.get_post_transforms()
        transformer.add_transforms([_unbound(each) for each in transforms if _prints(each)])
        # What is wrong with a reference was told when its page was written.
        with suppress_logging():
            transformer.apply_transforms()
    finally:
        env.current_document.docname = before
    app.events.emit("doctree-resolved", tree, docname)


def _prints(transform: type[Any]) -> bool:
    wanted = (getattr(transform, "builders", ()), getattr(transform, "formats", ()))
    return all(not names or "typst" in names for names in wanted)


def _unbound(transform: type[Any]) -> type[Any]:
    """Return *transform* as one that asks for no builder: it would see the website's."""
    free = {"builders": (), "formats": (), "__module__": transform.__module__}
    return type(transform.__name__, (transform,), free)
