"""Writes the printed CV into the site: the PDF, as plain text, and for Word."""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_cv.document.builders import WEBSITES
from sphinx_cv.log import warn
from sphinx_cv.output import beside
from sphinx_cv.output.dry import is_dry
from sphinx_cv.output.given import is_given
from sphinx_cv.print.typst.publish import Printed, Prints, make_prints, write_prints
from sphinx_cv.print.typst.source import Attachment
from sphinx_cv.settings.conf_file import location_of
from sphinx_cv.settings.values import exports_of, profile_of

from .files import contents
from .printed.header import header_flow
from .printed.names import MISSING, TEXT, WORD, has_docx, printed_names
from .printed.reader import read_flow
from .printed.text import to_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

    from .printed.blocks import Flow

    Reading = Callable[[nodes.document], Flow]


# Loaded by what makes the files alone.
PRINTING = (
    "sphinx_cv.data.printed.word.document",
    "sphinx_cv.print.typst.compiler",
    "sphinx_cv.print.typst.document",
    "typst",
)
# What the help of the key "attachments" names.
ATTACHED = ("json", "bib")


def begin(app: Sphinx, _builder: Builder) -> None:
    """Begin to make what is printed, while the pages are written (``write-started``)."""
    if app.builder.name in WEBSITES:
        beside.begin(app, _make)


def write_printed(app: Sphinx, exception: Exception | None) -> None:
    """Write all that is printed with a website (``build-finished``)."""
    if exception or app.builder.name not in WEBSITES:
        return
    if exports_of(app.config).docx and not has_docx():
        where = location_of(app, "", setting="cv_exports")
        warn("print", "%s", MISSING, location=where)
    write_prints(app, beside.result_of(app, _make))


def _make(app: Sphinx) -> Prints:
    makers = {TEXT: _text, WORD: _word}
    # Both are made of one flow.
    read = cache(read_flow)
    # A check needs the warnings of the PDF alone.
    names = () if is_dry(app.builder) else printed_names(app.config)
    further = [
        Printed(path=Path(app.outdir, name), make=partial(makers[name], app, read))
        for name in names
        if not is_given(app, name)
    ]
    return make_prints(app, further, attached=partial(_attached, app))


def _attached(app: Sphinx) -> list[Attachment]:
    """Return the files of data that are inside the site's PDF as well."""
    if not exports_of(app.config).attachments:
        return []
    return [
        Attachment(name=export.filename, media_type=export.media_type, data=data)
        for export, data in contents(app.builder, ATTACHED)
    ]


def _text(app: Sphinx, read: Reading, tree: nodes.document) -> bytes:
    header = header_flow(app.config, profile_of(app.config))
    return to_text([*header, *read(tree)]).encode()


def _word(app: Sphinx, read: Reading, tree: nodes.document) -> bytes:
    from .printed.word.document import to_word

    profile = profile_of(app.config)
    return to_word(app.config, profile, read(tree), folder=Path(app.srcdir))
