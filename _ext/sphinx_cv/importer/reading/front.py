"""Pages with settings in their first lines, as Jekyll and Hugo have them: YAML or TOML."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from sphinx_cv.importer.draft import flat
from sphinx_cv.importer.errors import UnreadableError

from .files import place_of_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from sphinx_cv.importer.draft import Draft

    # What reads a file as text, and what a text of YAML or TOML says.
    Read = Callable[[Path], str]
    Load = Callable[[Path, str], Any]

_FRONT = re.compile(r"\A(---|\+\+\+)[ \t]*\n(.*?)^\1[ \t]*$\n?(.*)\Z", re.DOTALL | re.MULTILINE)
# Commands of Hugo and Jekyll, which say nothing of the person.
_COMMANDS = re.compile(
    r"\{\{[<%].*?[>%]\}\}|\{%.*?%\}|<!--.*?(?:-->|\Z)|(?i:<(script|style)\b.*?</\1\s*>)", re.DOTALL
)
# What Jekyll fills in: an address of the site is typed there, what a setting says is not.
_FILLED_IN = re.compile(r"\{\{-?(?=[\s\"']|\w+\.\w)\s*(?:\"([^\"{}]*)\"|'([^'{}]*)')?[^{}]*\}\}")
# What Hugo's Markdown sets for the block above: classes, ids, and attributes such as a style.
_ATTRIBUTE = r"(?:[.#][\w-]+|[\w-]+=(?:\"[^\"]*\"|'[^']*'))"
_ATTRIBUTES = re.compile(rf"\s*\{{\s*{_ATTRIBUTE}(?:\s+{_ATTRIBUTE})*\s*\}}[ \t]*$", re.MULTILINE)
# What themes have in their pages before anyone has written in them.
_PLACEHOLDER = re.compile(
    r"(?i)This is a description of your (?:talk|conference)|Lorem ipsum dolor sit amet|"
    r"Click the [*_]Cite[*_] button above|Add the publication's \*\*full text\*\*|"
    r"Slides can be added in a few ways|"
    r"My research interests include distributed robotics|Your biography for the left-hand sidebar"
)
# The titles of what themes have as their example.
_EXAMPLE = re.compile(
    r"(?i)Paper Title Number \d.*|Teaching experience \d+|Portfolio item number \d+|"
    r"(?:Talk|Tutorial|Conference Proceeding talk) \d+ on Relevant Topic in Your Field|"
    r"An example (?:journal article|conference paper|preprint / working paper)|"
    r"Example (?:Talk|Event|Project|Conference Presentation)|"
    r"Create Beautiful Presentations with Markdown|.{0,3}Easily create your own simple yet.*"
)


def read_pages(
    paths: Iterable[Path], read_text: Read, load: Load, draft: Draft
) -> Iterator[tuple[Path, dict[str, Any], str]]:
    """Yield each page with its settings and its text, and note what it says.

    One that cannot be read is reported, and the others are not lost by it.
    """
    for path, text in read_texts(paths, read_text, draft):
        try:
            values, body = _parts_of(path, text, load)
        except UnreadableError as error:
            draft.unread(place_of_file(path), f"{error}: {text}")
            continue
        body = _FILLED_IN.sub(lambda one: one[1] or one[2] or "", body)
        draft.reads(path.as_posix(), [values, body])
        settings, words = values if isinstance(values, dict) else {}, body_of(body)
        # A page that is one comment is none.
        if settings or words:
            yield path, settings, words


def read_texts(paths: Iterable[Path], read_text: Read, draft: Draft) -> Iterator[tuple[Path, str]]:
    """Yield each file with its text; one that cannot be read is reported."""
    for path in paths:
        try:
            text = read_text(path)
        except UnreadableError as error:
            draft.unread(place_of_file(path), error)
            continue
        yield path, text


def _parts_of(path: Path, text: str, load: Load) -> tuple[Any, str]:
    match = _FRONT.match(text)
    if match is None:
        return {}, text
    if match[1] == "---":
        return load(path, match[2]), match[3]
    try:
        return tomllib.loads(match[2]), match[3]
    except tomllib.TOMLDecodeError as error:
        raise UnreadableError(f'"{path}" is not sound TOML: {error}') from error


def body_of(text: str) -> str:
    """Return the text of a page without commands, and without what only sets its look."""
    return _ATTRIBUTES.sub("", _COMMANDS.sub("", text)).strip()


def is_placeholder(body: str) -> bool:
    """Whether a theme has put this text there."""
    return bool(_PLACEHOLDER.match(body.strip()))


def told_example(title: str, rest: object, place: str, draft: Draft) -> bool:
    """Whether something is the example of a theme, by its title; then all of it is reported."""
    is_example = bool(_EXAMPLE.fullmatch(title.strip()))
    if is_example:
        draft.left_out(place, f"the theme's example: {flat([title, rest])}")
    return is_example
