"""Files of one's own that links lead to: found beside the sources, copied to the site.

The paths are those that people write: ``paper.pdf`` stands beside the source that names it, or in
one of the folders of their site. No file outside the folder of the sources is ever published.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from docutils import nodes
from sphinx.addnodes import download_reference
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_cv.output.downloads import is_for_nobody

from .composing.rows import remove_from_row
from .nodes import cv_links

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

# Where sites that people come from have their files (al-folio, Hugo, Jekyll).
FOLDERS = ("assets/pdf", "assets", "files", "static")
# The folder of a website that Sphinx copies files to.
DOWNLOADS = "_downloads"


def find_file(env: BuildEnvironment, name: str, source: Path) -> str:
    """Return the path, from the sources' folder, of a file that *source* names.

    Raises ValueError with a sentence that says where it was looked for.
    """
    root, config = Path(env.srcdir), env.config
    named = [*config.html_static_path, *config.html_extra_path, *FOLDERS]
    for folder in (source.parent, root, *(root / each for each in named)):
        path = (folder / name).resolve()
        if path.is_file() and path.is_relative_to(root.resolve()):
            if is_for_nobody(path):
                raise ValueError(f'"{name}" is not for the public: write another file')
            return Path(os.path.relpath(path, root)).as_posix()
    raise ValueError(
        f'"{name}" is not a file beside {source.name} or conf.py, nor in html_static_path, '
        f"html_extra_path, {', '.join(FOLDERS)}: put it there, or write an address"
    )


def copy_files(env: BuildEnvironment, node: nodes.Element) -> None:
    """Let the builder copy the files that rows in *node* lead to, a part of the page being read.

    Sphinx does so itself, but only after lists on other pages have taken their lines.
    """
    for link in _links(node):
        path, _file = env.relfn2path(link["reftarget"])
        link["filename"] = env.dlfiles.add_file(env.docname, path).as_posix()


def copied_name(env: BuildEnvironment, path: str) -> str:
    """Return the name below ``DOWNLOADS`` of a file that is copied, ``""`` where it is not."""
    files: dict[Any, Any] = env.dlfiles
    # Sphinx 8 has strings for paths.
    found = files.get(Path(path)) or files.get(path)
    return Path(found[1]).as_posix() if found else ""


class LinkedFiles(SphinxPostTransform):
    """Leaves out links to files that are not copied: they are not for the public."""

    default_priority = 5

    def run(self, **_kwargs: Any) -> None:
        """Take them out of their rows."""
        for link in _links(self.document):
            if not copied_name(self.env, link["reftarget"].lstrip("/")):
                remove_from_row(link)


class PrintedFiles(SphinxPostTransform):
    """Leads from print to the files on the public site, and leaves them out where there is none."""

    default_priority = 6
    formats = ("latex", "typst")

    def run(self, **_kwargs: Any) -> None:
        """Replace the links to files by their addresses."""
        base = self.config.html_baseurl.rstrip("/")
        for link in _links(self.document):
            if base:
                uri = f"{base}/{DOWNLOADS}/{quote(link['filename'])}"
                link.replace_self(nodes.reference("", link.astext(), refuri=uri))
            else:
                remove_from_row(link)


def _links(node: nodes.Element) -> list[download_reference]:
    """Return the links of rows that lead to files."""
    found = node.findall(download_reference)
    return [link for link in found if isinstance(link.parent, cv_links)]
