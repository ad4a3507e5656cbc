"""References to entries and talks that lead nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.log import warn
from sphinx_cv.model.suggestion import suggestion

from .domain import CvDomain

if TYPE_CHECKING:
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.domains import Domain


def warn_missing_reference(app: Sphinx, domain: Domain, node: pending_xref) -> bool | None:
    """Say what a dangling ``{cv:talk}`` or ``{cv:entry}`` may have meant."""
    if domain is None or domain.name != CvDomain.name:
        return None
    names = [
        record.item.name
        for record in CvDomain.of(app.env).records(node["reftype"])
        if record.item.name
    ]
    hint = suggestion(node["reftarget"], names)
    warn(
        "reference",
        'no %s has the name "%s".%s',
        node["reftype"],
        node["reftarget"],
        hint,
        location=node,
    )
    return True
