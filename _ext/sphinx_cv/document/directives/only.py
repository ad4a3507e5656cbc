"""``cv-only``: blocks for the website, for print, for a variant, or for the owner's PDF alone.

What is the owner's is not even parsed, in any build but that of ``print/own.py``: it is in no
doctree, no index and no list. Whatever is not ``web``, ``print`` or the name of a variant counts
as the owner's.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.matching import Matcher

from sphinx_cv.document.nodes import cv_only
from sphinx_cv.log import warn
from sphinx_cv.model.suggestion import hint_of
from sphinx_cv.source.front_matter import front_matter
from sphinx_cv.source.lines import read_lines
from sphinx_cv.source.markdown import Page
from sphinx_cv.source.only_blocks import NAME, unread_blocks

from .base import CvDirective

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.config import Config

OUTPUTS = ("web", "print", "own")
# Folders of thousands of files, none of them a page.
_OF_TOOLS = frozenset((".git", ".venv", "node_modules", "__pycache__"))
# Where a pattern of files begins to match several.
_WILD = re.compile(r"[*?\[]")
_MARKED = re.compile(r"cv-only\b")
_OPTION = re.compile(r"[\"']?cv-only[\"']?\s*:.*")


class OnlyDirective(CvDirective):
    """``cv-only``: a block that one output shows."""

    def run(self) -> list[nodes.Node]:
        """Return the block, or nothing where it is the owner's."""
        options = self.read_options()
        word = self.arguments[0].strip() if self.arguments else ""
        known = (*OUTPUTS, *self.config.cv_variants)
        if word not in known:
            hint = hint_of(word, known)
            message = f'cv-only says which output shows the block, and "{word}" is none.{hint}'
            options.problem("option", message)
        self.report(options)
        if word not in known or word == "own":
            shown = word == "own" and reads_own(self.config)
            return self.parse_content_to_nodes(allow_section_headings=True) if shown else []
        return [cv_only("", *self.parse_content_to_nodes(), output=word)]


class PrintedBlocks(SphinxPostTransform):
    """Leaves out of print the blocks for the website, before lists are filled."""

    default_priority = 1
    formats = ("latex", "typst")

    def run(self, **_kwargs: Any) -> None:
        """Unwrap the blocks for print, and drop the others."""
        _keep(self.document, {"print", self.config.cv_variant})


class WebBlocks(SphinxPostTransform):
    """Leaves out of all other outputs the blocks for print."""

    default_priority = 2

    def run(self, **_kwargs: Any) -> None:
        """Unwrap the blocks for the website, and drop the others; print has none left."""
        _keep(self.document, {"web"})


def _keep(document: nodes.document, outputs: AbstractSet[str]) -> None:
    for block in [*document.findall(cv_only)]:
        block.replace_self(block.children if block["output"] in outputs else [])


def reads_own(config: Config) -> bool:
    """Whether this build reads what is the owner's, for the owner's PDF."""
    return config.cv_reads_own is True and config.cv_show_private is True


def exclude_own_pages(app: Sphinx, config: Config) -> None:
    """Leave out the pages that say ``cv-only`` in their first lines (``config-inited``)."""
    for path, line, word in _own_pages(Path(app.srcdir), config):
        if word != "own" and word not in config.cv_variants:
            message = f'"cv-only: {word}" of a page: write "cv-only: own", or use blocks'
            warn("option", "%s", message, location=f"{path}:{line}")
        config.exclude_patterns = [*config.exclude_patterns, path]
        # Sphinx keeps the doctree of a page that was public before.
        Path(app.doctreedir, path).with_suffix(".doctree").unlink(missing_ok=True)
    if config.html_copy_source and any(
        _MARKED.search(text) for text in _texts(Path(app.srcdir), config)
    ):
        config.html_copy_source = False


def drop_unread_blocks(app: Sphinx, docname: str, source: list[str]) -> None:
    """Leave out what is meant as a block for one output and would be text (``source-read``)."""
    if NAME not in source[0] or app.env.doc2path(docname).suffix != ".md":
        return
    with_colons = "colon_fence" in app.config.myst_enable_extensions
    lines = source[0].split("\n")
    for first, last in unread_blocks(Page(lines), with_colons=with_colons):
        message = f'"{lines[first - 1].strip()}" is not a block, and is left out up to its end'
        warn("only", "%s: write ```{cv-only} own", message, location=(docname, first))
        lines[first - 1 : last] = [""] * (last - first + 1)
    source[0] = "\n".join(lines)


def drop_own_pages(app: Sphinx, docname: str, source: list[str]) -> None:
    """Take the pages that are the owner's out of the lists of pages (``source-read``)."""
    if "toctree" not in source[0]:
        return
    here = docname.rpartition("/")[0]
    lines = source[0].split("\n")
    targets = [_target(line, here) for line in lines]
    left_out = {Path(path).with_suffix("").as_posix() for path in app.config.exclude_patterns}
    if left_out.isdisjoint(targets):
        return
    own = {
        Path(path).with_suffix("").as_posix()
        for path, _line, _word in _own_pages(Path(app.srcdir), app.config)
    }
    kept = ("" if target in own else line for line, target in zip(lines, targets, strict=True))
    source[0] = "\n".join(kept)


def _target(line: str, here: str) -> str:
    """Return the page that a line of a toctree in the folder *here* names."""
    name = re.sub(r".*<(.*)>\s*$", r"\1", line).strip().removesuffix(".md")
    return name.lstrip("/") if name.startswith("/") else f"{here}/{name}".lstrip("/")


def own_in(srcdir: Path, config: Config) -> bool:
    """Whether a source has something that is the owner's alone."""
    return any(_MARKED.search(text) for text in _texts(srcdir, config))


def _files(srcdir: Path, config: Config) -> Iterator[Path]:
    """Yield the sources, also those that are left out as the owner's."""
    taken = Matcher(config.include_patterns)
    files = sorted(_project_files(str(srcdir), config.include_patterns))
    for suffix in config.source_suffix:
        for name in files:
            if name.endswith(suffix) and taken(name):
                yield srcdir / name


def _project_files(root: str, patterns: Iterable[str]) -> Iterator[str]:
    """Yield all files below *root* that *patterns* might match, but for what tools keep there."""
    starts = [_WILD.split(pattern, 1)[0] for pattern in patterns]
    for folder, folders, names in os.walk(root, followlinks=True):
        here = "" if folder == root else f"{Path(os.path.relpath(folder, root)).as_posix()}/"
        folders[:] = [
            name
            for name in folders
            if name not in _OF_TOOLS and any(_leads_to(f"{here}{name}/", start) for start in starts)
        ]
        yield from (f"{here}{name}" for name in names)


def _leads_to(folder: str, start: str) -> bool:
    """Whether a *folder* can hold a file whose path begins with *start*."""
    return folder.startswith(start) or start.startswith(folder)


def _texts(srcdir: Path, config: Config) -> Iterator[str]:
    return ("\n".join(read_lines(path)) for path in _files(srcdir, config))


def variants_with_pages(srcdir: Path, config: Config) -> set[str]:
    """Return the variants that have pages of their own, which no other build reads."""
    named = {word for _path, _line, word in _marked_pages(srcdir, config)}
    return named & {*config.cv_variants}


def _own_pages(srcdir: Path, config: Config) -> Iterator[tuple[str, int, str]]:
    """Yield the pages that this build leaves out: path, line and word of ``cv-only``."""
    for path, line, word in _marked_pages(srcdir, config):
        is_variants = word and word == config.cv_variant
        if not is_variants and not (reads_own(config) and word not in config.cv_variants):
            yield path, line, word


def _marked_pages(srcdir: Path, config: Config) -> Iterator[tuple[str, int, str]]:
    """Yield the pages with ``cv-only`` in their first lines: path, line and word."""
    for path in _files(srcdir, config):
        for number, line in front_matter(read_lines(path)):
            if _OPTION.fullmatch(line.strip()):
                word = line.partition(":")[2].partition("#")[0].strip(" \"'")
                yield path.relative_to(srcdir).as_posix(), number, word
