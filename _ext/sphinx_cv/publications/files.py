"""Files of one's own that publications link to: found beside the sources, copied to the site.

The paths are those that people write: ``pdf = {paper.pdf}`` stands beside the .bib file, or in
one of the folders of their site. No file outside the folder of the sources is ever published.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.addnodes import download_reference
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_cv.bibliography.facts.links import LABELS, is_local, links_of
from sphinx_cv.document.citations import cite_domain
from sphinx_cv.document.composing.compose import remove_from_row
from sphinx_cv.document.domain import CvDomain
from sphinx_cv.document.nodes import cv_links

if TYPE_CHECKING:
    from collections.abc import Callable

    from pybtex.database import Entry
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_cv.model.items import Link

# Where sites that people come from have their files (al-folio, Hugo, Jekyll).
FOLDERS = ("assets/pdf", "assets", "files", "static")
# The folder of a website that Sphinx copies files to.
DOWNLOADS = "_downloads"


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
    """Return the links of *entry*, those to files by their path from the sources' folder."""
    return links_of(entry, finder(env, entry))


def link_node(link: Link, env: BuildEnvironment) -> nodes.Element:
    """Return a link of the row; a file is led to by each output in its own way."""
    label = str(LABELS[link.label])
    if not is_local(link.url):
        return nodes.reference("", label, refuri=link.url)
    copied = {
        Path(path).as_posix(): Path(name).as_posix() for path, (_pages, name) in env.dlfiles.items()
    }
    return download_reference("", label, filename=copied[link.url], reftarget=link.url)


class PrintedFiles(SphinxPostTransform):
    """Leads from print to the files on the public site, and leaves them out where there is none."""

    default_priority = 6
    formats = ("latex", "typst")

    def run(self, **_kwargs: Any) -> None:
        """Replace the links to files by their addresses."""
        base = self.config.html_baseurl.rstrip("/")
        for link in list(self.document.findall(download_reference)):
            if not isinstance(link.parent, cv_links):
                continue
            if base:
                uri = f"{base}/{DOWNLOADS}/{link['filename']}"
                link.replace_self(nodes.reference("", link.astext(), refuri=uri))
            else:
                remove_from_row(link)


def finder(env: BuildEnvironment, entry: Entry) -> Callable[[str], str]:
    """Return what finds a file of *entry*: its path from the sources' folder.

    Raises ValueError with a sentence that says where it was looked for.
    """

    def find(name: str) -> str:
        for folder in _folders(env, entry):
            path = (folder / name).resolve()
            if path.is_file() and path.is_relative_to(Path(env.srcdir).resolve()):
                return Path(os.path.relpath(path, env.srcdir)).as_posix()
        bib = Path(_bibfile(env, entry)).name
        where = ", ".join(FOLDERS)
        raise ValueError(
            f'"{name}" is not a file beside {bib} or conf.py, nor in html_static_path, '
            f"html_extra_path, {where}: put it there, or write an address"
        )

    return find


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


def _folders(env: BuildEnvironment, entry: Entry) -> list[Path]:
    root = Path(env.srcdir)
    config = env.config
    named = [*config.html_static_path, *config.html_extra_path, *FOLDERS]
    return [Path(_bibfile(env, entry)).parent, root, *(root / name for name in named)]
