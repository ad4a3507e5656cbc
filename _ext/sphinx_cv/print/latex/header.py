"""The printed header: the only place where private facts are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util import texescape

from sphinx_cv.document.contacts import print_lines
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
    lines = (
        "\\cvcontactline{" + "\\cvdiamond{}".join(_contact(part, engine) for part in line) + "}"
        for line in print_lines(profile, printing_of(config).header)
    )
    return f"\\cvheader{{{texescape.escape(profile.name, engine)}}}{{{''.join(lines)}}}\n"


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
