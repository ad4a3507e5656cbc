"""The printed header in LaTeX, with the private facts where they may be shown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.builders.latex import LaTeXBuilder
from sphinx.util import texescape

from sphinx_cv.document.composing.contacts import printed_header
from sphinx_cv.document.icons import drawn
from sphinx_cv.output.files import write_or_tell
from sphinx_cv.output.guard import MARK
from sphinx_cv.print.contacts import contacts_in, icon_file, is_link, label_of, words_of
from sphinx_cv.print.page_text import page_title, updated, variant_title
from sphinx_cv.print.portrait import portrait
from sphinx_cv.settings.values import print_profile_of, printing_of, profile_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_cv.document.composing.contacts import Contact, PrintedHeader


def set_header(app: Sphinx) -> None:
    """Give the LaTeX builder its header (``builder-inited``).

    It goes into the builder's own context: the settings in ``latex_elements`` are pickled
    with the environment, which may lie in a folder that is published.
    """
    if isinstance(app.builder, LaTeXBuilder):
        app.builder.context["maketitle"] = write_header(app.builder)


def write_header(builder: LaTeXBuilder) -> str:
    r"""Return the ``\cvheader`` of the owner, and write the pictures that it needs."""
    config = builder.config
    profile, printing = print_profile_of(config), printing_of(config)
    engine = config.latex_engine
    shown = printed_header(profile, printing.header, icons=printing.icons)
    lines = [
        "\\cvcontactline{" + "\\cvseparator{}".join(_contact(part, engine) for part in row) + "}"
        for row in shown.rows
    ]
    lines += [f"\\cvheaderline{{{texescape.escape(line, engine)}}}" for line in shown.lines]
    if shown.contacts:
        packed = "".join(f"\\cvpack{{{_contact(part, engine)}}}" for part in shown.contacts)
        lines.append(f"\\cvcontacts{{{packed}}}")
    if title := variant_title(config):
        lines.insert(0, f"\\cvsubtitle{{{texescape.escape(title, engine)}}}")
    words = (texescape.escape(text, engine) for text in (page_title(config), updated(config)))
    name = texescape.escape(profile.name, engine)
    given = "".join(f"{{{word}}}" for word in words)
    _write_icons(builder, shown)
    picture = _write_portrait(builder)
    summary = texescape.escape(profile.summary, engine)
    below = f"\\cvsummary{{{summary}}}\n" if summary else ""
    # So that nothing of ours takes it for a public one.
    mark = f"\\cvmark{{{MARK}}}\n" if profile != profile_of(config) else ""
    return f"{mark}\\cvpagewords{given}\n{picture}\\cvheader{{{name}}}{{{''.join(lines)}}}\n{below}"


def _write_portrait(builder: LaTeXBuilder) -> str:
    """Write the portrait, and return the macro that shows it."""
    for name, data in portrait(builder).items():
        # TeX reads no SVG.
        stem, _dot, suffix = name.rpartition(".")
        file, made = (f"{stem}.pdf", _drawing(data)) if suffix == "svg" else (name, data)
        if write_or_tell(Path(builder.outdir, file), made):
            return f"\\cvportrait{{{file}}}\n"
    return ""


def _write_icons(builder: LaTeXBuilder, shown: PrintedHeader) -> None:
    color = printing_of(builder.config).link_color
    files = {icon_file(part, ".pdf"): part.icon for part in contacts_in(shown) if part.icon}
    for file, icon in files.items():
        write_or_tell(Path(builder.outdir, file), _drawing(drawn(icon, color)))


def _drawing(data: bytes) -> bytes:
    from sphinx_cv.print.typst.compiler import drawing

    return drawing(data, ".svg")


def _contact(contact: Contact, engine: str) -> str:
    text = texescape.escape(contact.text, engine)
    if contact.url:
        text = f"\\cvltr{{{text}}}"
    if contact.icon:
        text = f"\\cvicon{{{icon_file(contact, '.pdf')}}}{text}"
    label = texescape.escape(label_of(contact), engine)
    if not is_link(contact):
        return f"\\cvcontact{{{label}{text}}}"
    url = texescape.escape(contact.url, engine).replace("\\textasciitilde{}", "~")
    words = texescape.escape(words_of(contact), engine)
    link = f"\\cvdescribed{{{words}}}{{\\href{{{url}}}{{{text}}}}}"
    return f"\\cvcontact{{{label}{link}}}"
