"""Files of one's own that publications link to, such as ``pdf = {paper.pdf}``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_cv.bibliography.facts.links import LABELS, links_of
from sphinx_cv.document.citations import cite_domain
from sphinx_cv.document.composing import rows
from sphinx_cv.document.domain import CvDomain
from sphinx_cv.document.files import copied_name, find_file
from sphinx_cv.source.addresses import is_local

if TYPE_CHECKING:
    from collections.abc import Callable

    from docutils import nodes
    from pybtex.database import Entry
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_cv.model.items import Link


def publish(app: Sphinx, env: BuildEnvironment) -> None:
    """Let the builder copy the files that listed publications link to (``env-updated``)."""
    for citation in cite_domain(env).citations:
        docname = citation.bibliography_key.docname
        links, missing = _links_and_missing(env, citation.entry)
        for link in links:
            if is_local(link.url):
                env.dlfiles.add_file(docname, link.url)
                env.note_dependency(link.url, docname=docname)
        for name in missing:
            # The page is read again when such a file comes.
            env.note_dependency(name, docname=docname)


def local_links(env: BuildEnvironment, entry: Entry) -> tuple[list[Link], list[str]]:
    """Return the links of *entry*, those to files by their path from the sources' folder.

    What is not for the public is not copied, and no link leads there.
    """
    links, problems = links_of(entry, finder(env, entry))
    shown = [link for link in links if not is_local(link.url) or copied_name(env, link.url)]
    return shown, problems


def link_node(link: Link, env: BuildEnvironment) -> nodes.Element:
    """Return a link of the row; a file is led to by each output in its own way."""
    node = rows.link_node(str(LABELS[link.label]), link.url)
    if is_local(link.url):
        node["filename"] = copied_name(env, link.url)
    return node


def finder(env: BuildEnvironment, entry: Entry) -> Callable[[str], str]:
    """Return what finds a file of *entry*: its path from the sources' folder.

    Raises ValueError with a sentence that says where it was looked for.
    """
    return lambda name: find_file(env, name, Path(_bibfile(env, entry)))


def _links_and_missing(env: BuildEnvironment, entry: Entry) -> tuple[list[Link], list[str]]:
    missing: list[str] = []
    find = finder(env, entry)

    def note(name: str) -> str:
        try:
            return find(name)
        except ValueError:
            missing.append(name)
            raise

    return links_of(entry, note)[0], missing


def _bibfile(env: BuildEnvironment, entry: Entry) -> str:
    return str(CvDomain.of(env).bibliography["places"][entry.key][0])
