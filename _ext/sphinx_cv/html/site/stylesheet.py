"""Writes the looks of the base theme and of our parts, without rules that no page can use.

The base theme's stylesheet holds all of Bootstrap and the names of an icon font: nine tenths of it
would be loaded for nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sphinx_cv.document.builders import WEBSITES
from sphinx_cv.html.accent import accent_rules
from sphinx_cv.html.components import FOLDER
from sphinx_cv.html.components import STYLESHEET as COMPONENTS
from sphinx_cv.html.frame import has_frame
from sphinx_cv.output.files import write_or_tell
from sphinx_cv.settings.languages import folders_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from sphinx.application import Sphinx

# Sphinx's own, the base theme's, and that of entries and publications; ours comes after them.
SOURCES = (
    "_static/basic.css",
    "_static/styles/pydata-sphinx-theme.css",
    f"_static/{COMPONENTS}",
)
FRAME = "_static/cv.css"
# Scripts that Sphinx copies in each build, and what of our parts comes before and after them:
# every page loads the first, those with a filter the second as well.
JOINED = {
    "_static/cv.js": ((), ("cv-items.js", "cv-parts.js")),
    "_static/cv-filter.js": (("cv-text.js",), ()),
}
TARGET = "_static/styles/cv-base.css"  # so that addresses in it lead where they led

# These begin with signs that are found much faster than what may come before them.
_ATTRIBUTES = re.compile(r'="(?:(?<=\bclass=")|(?<=\bid="))([^"]*)"')
_SHEETS = re.compile(r'<link\b[^>]*\bhref="([^"?]*\.css)[^>]*>')
# Data is written as a script as well.
_SCRIPTS = re.compile(
    r'<script[^>]*?\bsrc="([^"]*)"[^>]*>|<script(?![^>]*\bjson")[^>]*>(.*?)</script>', re.DOTALL
)
_WORDS = re.compile(r"[\w-]+")
_COMMENTS = re.compile(r"/\*.*?\*/", re.DOTALL)
_CHARSETS = re.compile(r'@charset "[^"]*";')
_INDENTS = re.compile(r"\n\s+")
_MARGINS = re.compile(r"^\s*(?://.*\n)?", re.MULTILINE)
_VALUE = r"""(?:"[^"]*"|'[^']*'|\((?:[^()]|\([^()]*\))*\)|[^;{}"'()])*"""
_VARIABLE = re.compile(rf"(--(?<![\w-]--)[\w-]+)\s*:{_VALUE}(?:;|(?=\}}))")
_VARIABLES_OF_PAGES = re.compile(r"--[\w-]+")
_USED = re.compile(r"var\(\s*(--[\w-]+)")
_ANIMATED = re.compile(r"animation(?<!\wanimation)(?:-name)?\s*:([^;}]*)")
_KEYFRAMES = re.compile(r"@keyframes\s+([\w-]+)\s*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
# Both look only from where a rule begins: to try each letter takes half the time of all this.
_RULE = re.compile(r"(?<![^{}])([^{}]++)\{([^{}]*+)\}")
_EMPTY = re.compile(r"(?<![^{};])[^{};]++\{\s*+\}")
_HAS = re.compile(r":has\(([^()]*)\)")
_PARENTHESES = re.compile(r"\([^()]*\)")
_NAME = re.compile(r"[.#]([\w-]+)")


def write_stylesheet(app: Sphinx, exception: Exception | None) -> None:
    """Write the stylesheet that every page links to first (``build-finished``)."""
    sources = [Path(app.outdir, source) for source in SOURCES]
    if exception or app.builder.name not in WEBSITES or not has_frame(app.builder):
        return
    for name, parts in JOINED.items():
        _join_scripts(Path(app.outdir, name), *parts)
    frame = Path(app.outdir, FRAME)
    write_or_tell(frame, _plain(frame.read_text("utf-8")).encode())
    css = "\n".join(source.read_text("utf-8") for source in sources)
    # Those have their own.
    others = [Path(app.outdir, name) for name in folders_of(app.config)]
    text = accent_rules(app.config) + pruned(css, used_names(Path(app.outdir), others))
    path = Path(app.outdir, TARGET)
    write_or_tell(path, text.encode())


def _join_scripts(path: Path, *around: Collection[str]) -> None:
    """Put scripts of our parts before and after that at *path*, all without comments."""
    before, after = ("".join(_script(FOLDER / name) for name in names) for names in around)
    text = _script(path)
    if not (text.startswith(before) and text.endswith(after)):
        text = before + text + after
    write_or_tell(path, text.encode())


def _script(path: Path) -> str:
    return _MARGINS.sub("", path.read_text("utf-8"))


def used_names(site: Path, others: Collection[Path] = ()) -> set[str]:
    """Return the classes and ids of all pages, and every word of the scripts that they load.

    A variable of a script named as a class of the base theme keeps the rules for that class.

    With these are the variables and animations that the pages and their other stylesheets use.

    The *others* are folders of sites within the site.
    """
    names: set[str] = set()
    scripts: set[Path] = set()
    sheets: set[Path] = set()
    for page in site.rglob("*.html"):
        if not page.is_file() or any(page.is_relative_to(other) for other in others):
            continue
        # A page of the author's may have another encoding.
        html = page.read_text("utf-8", "replace")
        names.update(*map(str.split, set(_ATTRIBUTES.findall(html))))
        names.update(_VARIABLES_OF_PAGES.findall(html))
        sheets |= {page.parent / urlsplit(address).path for address in _SHEETS.findall(html)}
        for address, inline in _SCRIPTS.findall(html):
            names.update(_WORDS.findall(inline))
            scripts.add(page.parent / urlsplit(address).path)
    for script in {script.resolve() for script in scripts}:
        if script.is_file():
            names.update(_WORDS.findall(script.read_text("utf-8", "replace")))
    for sheet in {sheet.resolve() for sheet in sheets} - {(site / TARGET).resolve()}:
        if sheet.is_file():
            text = sheet.read_text("utf-8", "replace")
            names.update(_USED.findall(text), *map(_WORDS.findall, _ANIMATED.findall(text)))
    return names


def pruned(css: str, names: set[str]) -> str:
    """Return *css* without the rules for classes and ids that are none of *names*.

    Nor has it the variables and animations that neither a rule nor a variable of it uses, nor any
    of *names*.
    """
    css = _plain(css)
    kept = _RULE.sub(lambda rule: rule[0] if _matches(rule[1], names) else "", css)
    animated = names.union(*map(_WORDS.findall, _ANIMATED.findall(kept)))
    kept = _KEYFRAMES.sub(lambda found: found[0] if found[1] in animated else "", kept)
    while True:
        fewer = _EMPTY.sub("", _without_unused(kept, names.union(_USED.findall(kept))))
        if fewer == kept:
            return kept
        kept = fewer


def _plain(css: str) -> str:
    """Return *css* without comments and margins."""
    return _INDENTS.sub("\n", _CHARSETS.sub("", _COMMENTS.sub("", css)))


def _without_unused(css: str, used: set[str]) -> str:
    return _VARIABLE.sub(lambda found: found[0] if found[1] in used else "", css)


def _matches(selectors: str, names: set[str]) -> bool:
    """Whether one of the selectors may match an element, judging by its names."""
    return any(map(names.issuperset, _names(selectors)))


@lru_cache(maxsize=10_000)
def _names(selectors: str) -> tuple[tuple[str, ...], ...]:
    """Return the classes and ids that each selector asks for; most rules are the theme's."""
    if "(" in selectors:
        selectors = _HAS.sub(r" \1", selectors)
        while (shorter := _PARENTHESES.sub("", selectors)) != selectors:
            selectors = shorter
    return tuple(tuple(_NAME.findall(selector)) for selector in selectors.split(","))
