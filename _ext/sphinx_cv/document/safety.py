"""What no page may have: settings that let code in, links that run it, characters of no output.

Pages take text from co-authors, databases and templates. The preset forbids HTML and directives
that read files; here is what else could let them in, whatever the syntax of the page.
"""

from __future__ import annotations

import re
from dataclasses import fields
from typing import TYPE_CHECKING, Any

import yaml
from docutils import nodes
from sphinx.transforms import SphinxTransform

from sphinx_cv.log import warn
from sphinx_cv.model.characters import UNFIT
from sphinx_cv.model.options.declared import shown
from sphinx_cv.source.addresses import NOT_AN_ADDRESS

if TYPE_CHECKING:
    from collections.abc import Collection

    from sphinx.application import Sphinx

# What MyST lets a page set for itself, and we do as well; all the rest is for conf.py.
_OF_A_PAGE = {
    *("footnote_sort", "footnote_transition", "heading_anchors", "highlight_code_blocks"),
    *("enable_checkboxes", "html_meta", "number_code_blocks", "words_per_minute"),
}
# Longer than any front matter: it takes a second to read 20,000 lines.
_LONGEST = 20_000
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*(?=:)", re.IGNORECASE | re.ASCII)
# Editors and other programs keep these between parts of a text. To Python they end a line, and to
# Markdown they do not; XML does not have the first.
_SEPARATOR = re.compile("[\f\u2028\u2029]")
# Browsers skip these at the start of an address, the first three anywhere.
_SKIPPED = re.compile(r"[\t\r\n]|^[\x00-\x20]+")


def clean_source(app: Sphinx, docname: str, source: list[str]) -> None:
    """Drop what no page may have from a page that is being read (``source-read``)."""
    path = app.env.doc2path(docname)
    source[0] = _SEPARATOR.sub(" ", source[0])
    if UNFIT.search(source[0]):
        for number, written in enumerate(source[0].split("\n"), 1):
            if found := UNFIT.search(written):
                text = "the page has the character U+%04X, which cannot be shown: remove it"
                warn("option", text, ord(found[0]), location=f"{path}:{number}")
        source[0] = UNFIT.sub("", source[0])
    if path.suffix == ".md" and source[0].startswith("---"):
        source[0], refused = without_settings(source[0])
        for line, message in refused:
            warn("option", "%s", message, location=f"{path}:{line}")


def without_settings(text: str) -> tuple[str, list[tuple[int, str]]]:
    """Return a page without the settings that are not for a page, and a message for each.

    With the message comes its line. No line of the page moves.
    """
    # As MyST reads the lines of the front matter.
    lines = text.splitlines(keepends=True)
    ends = [at for at, line in enumerate(lines) if at and line.startswith(("---", "..."))]
    end = ends[0] if ends else len(lines)
    front = "".join(line.rstrip() + "\n" for line in lines[1:end])
    if len(front) > _LONGEST:
        message = f"the front matter has {len(front)} characters: write at most {_LONGEST}"
        return _joined(lines, end, {}), [(1, message)]
    try:
        settings = yaml.safe_load(front)
        # A few of them can stand for more text than there is memory.
        is_short = not any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(front))
    except (yaml.YAMLError, ValueError, RecursionError):
        # MyST says what is wrong with it, and takes nothing of it.
        return text, []
    if not is_short:
        message = '"*" of the front matter stands for another value: write the value'
        return _joined(lines, end, {}), [(_line_of(r".*\*", lines[:end]), message)]
    own = settings.get("myst") if isinstance(settings, dict) else None
    refused = _refused(own) if isinstance(own, dict) else []
    if not isinstance(own, dict) or not refused:
        return text, []
    settings["myst"] = {name: value for name, value in own.items() if name not in refused}
    messages = []
    for name in refused:
        message = f'"{name}" is not for a page to set: write "myst_{name}" in conf.py'
        messages.append((_line_of(rf".*\b{name}\b", lines[:end]), message))
    return _joined(lines, end, settings), messages


def _refused(settings: Collection[Any]) -> list[str]:
    from myst_parser.config.main import MdParserConfig

    known = {field.name for field in fields(MdParserConfig)} - _OF_A_PAGE
    return [name for name in settings if name in known]


def _line_of(pattern: str, lines: list[str]) -> int:
    return next((at for at, line in enumerate(lines, 1) if re.match(pattern, line)), 1)


def _joined(lines: list[str], end: int, settings: dict[Any, Any]) -> str:
    """Return the page with *settings* as its front matter, which is that up to the line *end*."""
    front = yaml.safe_dump(settings, default_flow_style=True, width=float("inf"))
    rest = max("".join(lines[1:end]).count("\n") - front.count("\n"), 0)
    return "".join([lines[0], front, "\n" * rest, *lines[end:]])


class CheckSafety(SphinxTransform):
    """Drops links that run code, and characters that no output shows, however they got in."""

    # After the directives and roles have run, and docutils has given links their addresses (640).
    default_priority = 700

    def apply(self, **_kwargs: Any) -> None:
        """Drop them, and report each."""
        # The telephone of the header is an address as well.
        schemes = {*self.config.myst_url_schemes, "tel"}
        for node in [*self.document.findall(nodes.reference)]:
            if (scheme := scheme_of(node.get("refuri", ""))) and scheme not in schemes:
                warn("link", NOT_AN_ADDRESS, shown(node["refuri"]), location=node)
                node.replace_self(node.children)
        for meta in [*self.document.findall(nodes.meta)]:
            if "http-equiv" in meta:
                text = '"http-equiv" in the data of a page: it is left out, remove it'
                warn("option", text, location=meta)
                meta.parent.remove(meta)
        for part in [*self.document.findall(nodes.Text)]:
            # A NUL is a mark of docutils before a character: no page has one.
            if found := UNFIT.search(part.replace("\0", "")):
                text = "the text has the character U+%04X, which cannot be shown: remove it"
                warn("option", text, ord(found[0]), location=part.parent)
                part.parent.replace(part, nodes.Text(UNFIT.sub("", part)))


def scheme_of(address: str) -> str:
    """Return the scheme that a browser reads in an address, ``""`` for one within the site."""
    found = _SCHEME.match(_SKIPPED.sub("", address))
    return found[0].lower() if found else ""
