"""What sphinxcontrib-bibtex knows of the citations."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.environment import BuildEnvironment
    from sphinxcontrib.bibtex.domain import BibtexDomain, Citation


def cite_domain(env: BuildEnvironment) -> BibtexDomain:
    """Return sphinxcontrib-bibtex's domain."""
    return cast("BibtexDomain", env.domains["cite"])


def listed(env: BuildEnvironment) -> dict[str, Citation]:
    """Return, for each key, its citation in the list that ``{cite}`` refers to."""
    return {citation.key: citation for citation in reversed([*citations_of(env)])}


def citations_of(env: BuildEnvironment) -> Iterator[Citation]:
    """Yield the citations of such lists, a key of several of them more than once."""
    domain = cite_domain(env)
    for citation in domain.citations:
        if domain.bibliographies[citation.bibliography_key].list_ == "citation":
            yield citation


def labels(env: BuildEnvironment) -> dict[str, str]:
    """Return the label of each key, which is the same in every list."""
    return {key: citation.formatted_entry.label for key, citation in listed(env).items()}
