"""Pages with settings in their first lines, as Jekyll and Hugo have them: YAML or TOML."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from sphinx_cv.importer.draft import flat
from sphinx_cv.importer.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx_cv.importer.draft import Draft

    # What reads a file as text, and what a text of YAML or TOML says.
    Read = Callable[[Path], str]
    Load = Callable[[Path, str], Any]

_FRONT = re.compile(r"\A(---|\+\+\+)[ \t]*\n(.*?)^\1[ \t]*$\n?(.*)\Z", re.DOTALL | re.MULTILINE)
# Commands of Hugo and Jekyll, which say nothing of the person.
_COMMANDS = re.compile(r"\{\{[<%].*?[>%]\}\}|\{%.*?%\}|<!--.*?-->", re.DOTALL)
# What themes have in their pages before anyone has written in them.
_PLACEHOLDER = re.compile(
    r"(?i)This is a description of your (?:talk|conference)|Lorem ipsum dolor sit amet|"
    r"Click the [*_]Cite[*_] button above|Add the publication's \*\*full text\*\*|"
    r"Slides can be added in a few ways"
)
# The titles of what themes have as their example.
_EXAMPLE = re.compile(
    r"(?i)Paper Title Number \d.*|Teaching experience \d+|Portfolio item number \d+|"
    r"(?:Talk|Tutorial|Conference Proceeding talk) \d+ on Relevant Topic in Your Field|"
    r"An example (?:journal article|conference paper|preprint / working paper)|"
    r"Example (?:Talk|Event|Project|Conference Presentation)"
)


def read_page(path: Path, text: str, load: Load, draft: Draft) -> tuple[dict[str, Any], str]:
    """Return the settings and the text of a page, and note what it says.

    Raises ``UnreadableError`` where the settings cannot be read.
    """
    match = _FRONT.match(text)
    values: Any = {}
    if match and match[1] == "---":
        values = load(path, match[2])
    elif match:
        try:
            values = tomllib.loads(match[2])
        except tomllib.TOMLDecodeError as error:
            raise UnreadableError(f'"{path}" is not sound TOML: {error}') from error
    body = match[3] if match else text
    draft.reads(path.as_posix(), [values, body])
    return (values if isinstance(values, dict) else {}), body_of(body)


def body_of(text: str) -> str:
    """Return the text of a page without commands."""
    return _COMMANDS.sub("", text).strip()


def is_placeholder(body: str) -> bool:
    """Whether a theme has put this text there."""
    return bool(_PLACEHOLDER.match(body.strip()))


def told_example(title: str, rest: object, place: str, draft: Draft) -> bool:
    """Whether something is the example of a theme, by its title; then all of it is reported."""
    is_example = bool(_EXAMPLE.fullmatch(title.strip()))
    if is_example:
        draft.left_out(place, f"the theme's example: {flat([title, rest])}")
    return is_example
