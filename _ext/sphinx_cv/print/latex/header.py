"""The printed header: the only place where private facts are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util import texescape

from sphinx_cv.document.contacts import printed_header
from sphinx_cv.print.page_text import page_title, updated, variant_title
from sphinx_cv.settings.values import print_profile_of, printing_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

    from sphinx_cv.document.contacts import Contact


def set_header(app: Sphinx) -> None:
    """Give the LaTeX builder its header (``builder-inited``).

    It goes into the builder's own context: the settings in ``latex_elements`` are pickled
    with the environment, which may lie in a folder that is published.
    """
    if app.builder.name == "latex":
        app.builder.context["maketitle"] = header(app.config)  # type: ignore[attr-defined]


def header(config: Config) -> str:
    r"""Return the ``\cvheader`` of the owner."""
    profile = print_profile_of(config)
    engine = config.latex_engine
    shown = printed_header(profile, printing_of(config).header)
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
    return f"\\cvpagewords{given}\n\\cvheader{{{name}}}{{{''.join(lines)}}}\n"


def _contact(contact: Contact, engine: str) -> str:
    text = texescape.escape(contact.text, engine)
    if contact.url:
        text = f"\\cvltr{{{text}}}"
    label = f"{texescape.escape(contact.label, engine)}: " if contact.label else ""
    # A telephone number in print is read, not pressed.
    if not contact.url or contact.service == "phone":
        return f"\\cvcontact{{{label}{text}}}"
    url = texescape.escape(contact.url, engine).replace("\\textasciitilde{}", "~")
    return f"\\cvcontact{{{label}\\href{{{url}}}{{{text}}}}}"
