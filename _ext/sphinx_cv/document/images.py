"""The images in the titles of entries, where a list shows them on another page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.i18n import search_image_for_language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.environment import BuildEnvironment


def find_images(env: BuildEnvironment, docname: str, lines: Iterable[nodes.Element]) -> None:
    """Give the images in *lines* of the page *docname* their files, as Sphinx does on that page.

    Lines are kept before Sphinx looks for files. What it has found none for is its text.
    """
    for line in lines:
        for image in [*line.findall(nodes.image)]:
            name, _path = env.relfn2path(search_image_for_language(image["uri"], env), docname)
            if name in env.images:
                image["uri"] = name
                image["candidates"] = {"*": name}
            else:
                image.replace_self(nodes.inline("", image.get("alt", "")))
