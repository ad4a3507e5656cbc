"""The sections of a CV: what the toctree of the home page names, in its order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.environment import BuildEnvironment

# The page of the website with all of them.
WHOLE = "cv"
# A single section is a page by itself.
_FEWEST = 2


def included(env: BuildEnvironment, docname: str) -> list[str]:
    """Return the pages right below another."""
    root = env.config.root_doc
    there = env.toctree_includes.get(docname, ())
    return [name for name in dict.fromkeys(there) if name in env.titles and name != root]


def below_home(env: BuildEnvironment) -> list[str]:
    """Return all pages below the home page, as the toctrees name them, each once."""
    found: dict[str, None] = {}
    waiting = included(env, env.config.root_doc)
    while waiting:
        docname = waiting.pop(0)
        if docname not in found:
            found[docname] = None
            waiting[:0] = included(env, docname)
    return [*found]


def sections(env: BuildEnvironment) -> Iterator[tuple[str, str, str]]:
    """Yield each section: its page, its place there (``""`` for the first of a page), its title."""
    for docname in included(env, env.config.root_doc):
        yield docname, "", env.titles[docname].astext()
        # Short ones may share a page, each with a heading of the first level.
        for item in env.tocs[docname]:
            link = next(iter(item.findall(nodes.reference)), None)
            if link is not None and link.get("anchorname"):
                yield docname, link["anchorname"].removeprefix("#"), link.astext()


def has_whole(env: BuildEnvironment) -> bool:
    """Whether one page can have all: not where there is one section, or the author's own ``cv``."""
    return WHOLE not in env.found_docs and len(included(env, env.config.root_doc)) >= _FEWEST
