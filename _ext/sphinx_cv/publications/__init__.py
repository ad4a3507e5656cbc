"""The publication lists of a document, and what is tied to each publication."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Register the directives and the roles, in place of sphinxcontrib-bibtex's."""
    from sphinxcontrib.bibtex.domain import BibtexDomain

    from . import directive, latest, roles

    app.add_directive("publication-list", directive.PublicationListDirective)
    app.add_directive("latest-list", latest.LatestListDirective)
    app.add_role("cite", roles.CheckedCiteRole(), override=True)
    for name in BibtexDomain.roles:
        app.add_role_to_domain("cite", name, roles.CheckedCiteRole(), override=True)
