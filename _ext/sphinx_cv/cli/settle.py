"""Checks what an import is about to write, and answers the notes on it: it is as it was.

The checker's notes are judgement, on words that the person has published elsewhere. Each is
silenced in place. What would be an error is taken out. Both are listed in the report for the person
to look at.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.errors import SphinxError

from sphinx_cv.checker.project import check
from sphinx_cv.importer.draft import counted
from sphinx_cv.model.rule_list import NOTES

from .edits import Bibliography, Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx_cv.model.finding import Finding

# Notes on notes: one that was silenced may have hidden another.
_ROUNDS = 5
# What no answer in a page is for: words of a template, and texts that are to be translated.
_UNANSWERED = ("placeholder", "translation")
_IGNORED = shutil.ignore_patterns("_build", ".*", "node_modules", "venv", "env")


def settled(
    files: Mapping[str, str],
    before: Mapping[str, str],
    project: Path | None,
    pictures: Mapping[str, Path],
) -> tuple[dict[str, str], list[str]]:
    """Return *files* with the notes on what is new in them answered, and what there is to see.

    *before* are the texts that the *project*, if there is one, had; *pictures* are to be beside
    them.
    """
    files = dict(files)
    seen: dict[str, None] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "cv")
        if project:
            shutil.copytree(project, folder, ignore=_IGNORED)
        copy_all(pictures, folder)
        for number in range(_ROUNDS):
            for path, text in files.items():
                target = folder / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(text, "utf-8")
            try:
                found = check(folder)
            except SphinxError as error:
                return files, [*seen, " ".join(str(error).split())]
            answer = _Answer(files, before, is_last=number > 1)
            for finding in found:
                if finding.subtype not in _UNANSWERED and not finding.unfinished:
                    answer.take(finding, _path(finding, folder))
            is_changed = answer.write(files)
            seen |= dict.fromkeys(answer.told)
            if not is_changed:
                break
    new = _untranslated(found, files, before, folder)
    told = f'{counted(new, "text", "texts")} without a translation: "sphinx-cv translations"'
    return files, [*seen, *([told] if new else [])]


def copy_all(pictures: Mapping[str, Path], folder: Path) -> None:
    """Copy pictures into *folder*, by the names that they have there."""
    folder.mkdir(exist_ok=True)
    for name, path in pictures.items():
        shutil.copyfile(path, folder / name)


def _untranslated(
    found: Iterable[Finding], files: Mapping[str, str], before: Mapping[str, str], folder: Path
) -> int:
    """Return how many findings on new lines say that they are not translated."""
    lines = {path: text.split("\n") for path, text in files.items()}
    places = {
        (_path(one, folder), one.line, one.message) for one in found if one.subtype == "translation"
    }
    return sum(
        lines[path][line - 1] not in before.get(path, "").split("\n")
        for path, line, _message in places
        if path in lines and 0 < line <= len(lines[path])
    )


def fault_of(message: str, name: str) -> str:
    """Return what a message says is wrong, without what to write: that is taken out already."""
    message = message.removeprefix(f'publication "{name}": ')
    fault = re.match(r'(?:"[^"]*"|[^:]|:(?! ))*', message)
    return re.sub(r"(?<= file) beside .*", " here", fault[0] if fault else message)


def _path(finding: Finding, folder: Path) -> str:
    place = Path(finding.place)
    return place.relative_to(folder).as_posix() if place.is_relative_to(folder) else ""


class _Answer:
    """What to change in files for what the checker found, and what is told of it."""

    def __init__(
        self, files: Mapping[str, str], before: Mapping[str, str], *, is_last: bool
    ) -> None:
        self.told: list[str] = []
        self._is_last = is_last
        self._before = {path: frozenset(text.split("\n")) for path, text in before.items()}
        kinds = {".md": Page, ".bib": Bibliography}
        self._pages: dict[str, Page] = {
            path: kinds[Path(path).suffix](text)
            for path, text in files.items()
            if Path(path).suffix in kinds
        }
        self._silenced: set[tuple[str, int, str]] = set()
        # What was said of each value that is taken out; "" is all of an entry.
        self._out: dict[tuple[str, int, str], str] = {}

    def take(self, finding: Finding, path: str) -> None:
        """Decide what to do with a finding in the file at *path*."""
        words = f"{finding.message} [{finding.code}]"
        page = self._pages.get(path)
        if page is None or finding.type != "cv" or not 0 < finding.line <= len(page.lines):
            self.told.append(f"{path}:{finding.line}: {words}")
            return
        start = page.start(finding.line)
        if page.lines[start - 1] in self._before.get(path, ()):
            self.told.append(f"{path}:{finding.line}: {words}")
            return
        value = page.value_at(start, finding.line, finding.message)
        if finding.subtype in NOTES:
            self._silenced.add((path, start, finding.subtype))
        elif value or (self._is_last and isinstance(page, Bibliography)):
            self._out.setdefault((path, start, value), finding.message)
            return
        name = page.name(start)
        words = words.removeprefix(f'"{name}" ')
        self.told.append(f"{path}, {name}: {words}")

    def write(self, files: dict[str, str]) -> bool:
        """Change the files; return whether there was anything to change."""
        for path, start in self._from_the_end((*self._silenced, *self._out)):
            page = self._pages[path]
            name = f"{path}, {page.name(start)}"
            values = [value for one, at, value in self._out if (one, at) == (path, start)]
            # With the entry go its fields.
            for value in [""] if "" in values else values:
                words = page.take_out(start, value)
                fault = fault_of(self._out[path, start, value], page.name(start))
                self.told.append(f"{name}: left out: {words} ({fault})")
            rules = {rule for one, at, rule in self._silenced if (one, at) == (path, start)}
            for rule in sorted(rules) if "" not in values else ():
                page.silence(start, rule)
            files[path] = page.text
        return bool(self._silenced or self._out)

    @staticmethod
    def _from_the_end(changes: Iterable[tuple[str, int, str]]) -> list[tuple[str, int]]:
        """Return where there are changes, so that the lines above each stay where they are."""
        return sorted({(path, start) for path, start, _what in changes}, key=lambda one: -one[1])
