"""Stops a build, with one line for each fault, where pages cannot be read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_cv.log import stop
from sphinx_cv.model.finding import Finding
from sphinx_cv.source.lines import read_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_CURE = "save it as UTF-8"


def check_encodings(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """End a build of pages that are not UTF-8 (``env-before-read-docs``)."""
    if app.config.source_encoding.lower() not in ("utf-8", "utf8", "utf-8-sig"):
        return
    found: list[Finding] = []
    for docname in sorted(docnames):
        path = Path(env.doc2path(docname))
        if path.is_file():
            found += encoding_faults(path.read_bytes(), str(path))
    if found:
        stop(*found)


def encoding_faults(data: bytes, place: str) -> Iterator[Finding]:
    """Yield what is wrong with the encoding of the page *place*, which holds *data*."""
    at, message = -1, ""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:2]:
        at, message = 0, f"the page is UTF-16: {_CURE}"
    else:
        try:
            data.decode("utf-8")
        except UnicodeDecodeError as error:
            at, message = error.start, f"the page is not UTF-8: {_CURE}"
        else:
            at, message = data.find(b"\0"), "the page has a NUL character: delete it"
    if at >= 0:
        before = data[:at].decode("utf-8", "replace").removeprefix("\ufeff")
        lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        yield Finding(
            type="",
            subtype="",
            message=message,
            place=place,
            line=len(lines),
            column=len(lines[-1]) + 1,
            length=1,
        )


def check_toctrees(app: Sphinx, env: BuildEnvironment) -> None:
    """End a build where a page is among its own sections (``env-updated``).

    Sphinx numbers sections without end then.
    """
    if circle := _circle(env.toctree_includes, app.config.root_doc):
        page, below = circle[-1], circle[0]
        message = f'the toctree has "{below}", which has this page below it: remove it'
        path = str(env.doc2path(page))
        name = below.rpartition("/")[2]
        lines = enumerate(read_lines(path), 1)
        line = next((number for number, text in lines if text.strip().endswith(name)), 1)
        stop(Finding(type="", subtype="", message=message, place=path, line=line))


def _circle(includes: dict[str, list[str]], root: str) -> list[str]:
    """Return the pages of a circle, which starts with what its last page includes."""
    done: set[str] = set()
    path: list[str] = []
    waiting = [(root, False)]
    while waiting:
        page, left = waiting.pop()
        if left:
            path.pop()
            done.add(page)
        elif page in path:
            return path[path.index(page) :]
        elif page not in done:
            path.append(page)
            waiting.append((page, True))
            # A page that names itself alone is left out by Sphinx, with a warning.
            waiting += [(below, False) for below in includes.get(page, ()) if below != page]
    return []
