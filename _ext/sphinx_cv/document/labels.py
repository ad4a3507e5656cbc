"""Makes the names of entries and talks labels of Sphinx's own, for ``{ref}`` and ``[](#name)``.

They are set when all pages have been read, since a page can be read before an item has left
another: a label that is set on the way would depend on the order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .domain import CvDomain

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def drop_labels(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Forget the labels that we have set (``env-before-read-docs``)."""
    std = env.domains.standard_domain
    for name, label in CvDomain.of(env).labels.items():
        if std.labels.get(name) == label:
            del std.labels[name], std.anonlabels[name]
    CvDomain.of(env).labels.clear()


def set_labels(app: Sphinx, env: BuildEnvironment) -> None:
    """Set a label for each name that no page has as a label of its own (``env-updated``)."""
    domain, std = CvDomain.of(env), env.domains.standard_domain
    for record in domain.records():
        name = record.item.name
        if name and name not in std.labels:
            std.note_hyperlink_target(
                name, record.docname, record.anchor, record.item.label or name
            )
            domain.labels[name] = std.labels[name]
