"""``sphinx-cv new``: a person's repository, from the files in ``template/``.

The template is a CV that builds as it is. Where it has words that an author replaces, the rule
"placeholder" knows them.
"""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import TYPE_CHECKING

import click

from sphinx_cv import __version__
from sphinx_cv.l10n import has_words, word_in
from sphinx_cv.model.kinds import N_
from sphinx_cv.model.languages import code_problem, is_right_to_left

from .errors import CannotRunError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from importlib.resources.abc import Traversable
    from pathlib import Path

# The words of the template that stand for what the command is told.
NAME, LANGUAGE, VERSION = "Your Name", "en", "0.0"
# In the template, files whose names begin with a dot have them without it.
DOTTED = ("gitignore", "gitlab-ci.yml", "readthedocs.yaml", "github")
# The headings of the template, and the words that we have for them in every language.
HEADINGS = {
    "Education": N_("education"),
    "Positions": N_("experience"),
    "Publications": N_("Publications"),
    "Talks": N_("Talks"),
    "Grants": N_("grants"),
    "Students": N_("students"),
    "Service": N_("service"),
    "Languages": N_("languages"),
    "Selected publications": N_("Selected publications"),
    "Latest talks": N_("Latest talks"),
}
_LINKS = {"All publications →": N_("All publications"), "All talks →": N_("Talks")}
_HEADING = re.compile(rf"^(#+) ({'|'.join(HEADINGS)})$", re.MULTILINE)


def new_project(folder: Path, *, name: str | None, language: str) -> None:
    """Write the template into *folder*, and say what to type next.

    Raises ``CannotRunError`` where the folder is not empty, or cannot be written.
    """
    write_project(folder, template(name=name or NAME, language=language))
    click.echo(f"Your CV is in {folder}. Next:\n\n    cd {folder}\n    sphinx-cv build\n")


def template(*, name: str, language: str) -> dict[str, str]:
    """Return the text of each file of a new CV, by its path."""
    if fault := code_problem(language):
        raise CannotRunError(f"--language: {fault}")
    name = " ".join(name.split())
    if not name:
        raise CannotRunError('the name is empty: write --name "Ada Lovelace"')
    return {path: _filled(path, text, name, language) for path, text in _files(_root())}


def write_project(folder: Path, texts: Mapping[str, str]) -> None:
    """Write files below *folder*, all of them or none.

    Raises ``CannotRunError`` where the folder holds anything, or cannot be written.
    """
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise CannotRunError(f'"{folder}" is not empty: choose another folder')
        for path, text in texts.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8")
    except OSError as error:
        raise CannotRunError(f'"{folder}" cannot be written: {error.strerror}') from error


def _root() -> Traversable:
    return files(__package__) / "template"


def _files(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, str]]:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        # What ends with ".in" would be a module of ours.
        name = f".{item.name}" if item.name in DOTTED else item.name.removesuffix(".in")
        if item.is_dir():
            if item.name != "__pycache__":
                yield from _files(item, f"{prefix}{name}/")
        else:
            yield prefix + name, item.read_text("utf-8")


def _filled(path: str, text: str, name: str, language: str) -> str:
    """Return the text of a file with name, language and version in it, as its format has them."""
    if path == "conf.py":
        text = text.replace(f'"{NAME}"', json.dumps(name, ensure_ascii=False))
        return text.replace(f'language = "{LANGUAGE}"', f'language = "{language}"')
    if path == "refs.bib":
        return text.replace(NAME, re.sub(r"([#$%&_{}\\])", r"\\\1", name))
    if path == "requirements.txt":
        return text.replace(VERSION, __version__.rpartition(".")[0])
    if path.endswith(".md") and path != "README.md" and has_words(language):
        text = _in_language(text, language)
    return text.replace(NAME, re.sub(r"([\\`*_\[\]<>{}$|])", r"\\\1", name))


def _in_language(text: str, language: str) -> str:
    """Return a page with its headings, and the links at their side, in *language*."""
    for link, word in _LINKS.items():
        arrow = "←" if is_right_to_left(language) else "→"
        text = text.replace(f"[{link}]", f"[{word_in(language, word)} {arrow}]")

    def heading(found: re.Match[str]) -> str:
        word = word_in(language, HEADINGS[found[2]])
        return f"{found[1]} {word[:1].upper()}{word[1:]}"

    return _HEADING.sub(heading, text)
