"""Checks what an import is about to write, and answers the notes on it: it is as it was.

The checker's notes are judgement, on words that the person has published elsewhere. Each is
silenced in place, and listed in the report for the person to look at.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.errors import SphinxError

from sphinx_cv.checker.project import check
from sphinx_cv.model.rule_list import NOTES
from sphinx_cv.source.braces import pairs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_cv.model.finding import Finding

REASON = "as imported"
# Notes on notes: one that was silenced may have hidden another.
_ROUNDS = 4
_FENCE = re.compile(r"\s*(?:`{3,}|:{3,})\{(?:talk|cv-entry|cv-lines)\}")
# An option, or a field of a .bib file.
_VALUE = re.compile(r"\s*(?::[a-z-]+:|[\w-]+\s*=)")
_ENTRY = re.compile(r"\s*@\w+\s*\{")
_IGNORED = shutil.ignore_patterns("_build", ".*", "node_modules", "venv", "env")


def settled(
    files: Mapping[str, str], before: Mapping[str, str], project: Path | None
) -> tuple[dict[str, str], list[str]]:
    """Return *files* with the notes on what is new in them answered, and what there is to see.

    *before* are the texts that the *project*, if there is one, had.
    """
    files = dict(files)
    seen: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "cv")
        if project:
            shutil.copytree(project, folder, ignore=_IGNORED)
        for _round in range(_ROUNDS):
            for path, text in files.items():
                target = folder / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(text, "utf-8")
            try:
                found = check(folder)
            except SphinxError as error:
                return files, [*seen, " ".join(str(error).split())]
            was_changed, told = _answer(found, files, before, folder)
            seen += [line for line in told if line not in seen]
            if not was_changed:
                break
    return files, seen


def _answer(
    found: list[Finding], files: dict[str, str], before: Mapping[str, str], folder: Path
) -> tuple[bool, list[str]]:
    """Silence notes and take out lines at fault; return whether there were any, and what to see."""
    told: list[str] = []
    changes: set[tuple[str, int, str]] = set()
    for finding in found:
        if finding.subtype == "placeholder":
            continue
        place = Path(finding.place)
        name = place.relative_to(folder).as_posix() if place.is_relative_to(folder) else ""
        words = f"{name}:{finding.line}: {finding.message} [{finding.code}]"
        if finding.type == "cv" and name in files and name.endswith((".md", ".bib")):
            lines, is_bib = files[name].split("\n"), name.endswith(".bib")
            start = _start(lines, finding.line, is_bib=is_bib)
            is_new = lines[start - 1] not in before.get(name, "").split("\n")
            if is_new and finding.subtype in NOTES:
                changes.add((name, start, finding.subtype))
            elif is_new and start < finding.line and _VALUE.match(lines[finding.line - 1]):
                changes.add((name, finding.line, ""))
                end = _end_of_value(lines, finding.line)
                value = " ".join(" ".join(lines[finding.line - 1 : end]).split())
                words = f"{name}, {_head(lines[start - 1])}: left out: {value} ({finding.message})"
        told.append(words)
    # From the end, so that the lines above stay where they are.
    for name, line, rule in sorted(changes, key=lambda one: (one[0], -one[1], one[2])):
        lines = files[name].split("\n")
        if rule:
            _silence(lines, line, rule, is_bib=name.endswith(".bib"))
        else:
            del lines[line - 1 : _end_of_value(lines, line)]
        files[name] = "\n".join(lines)
    return bool(changes), told


def _head(line: str) -> str:
    return line.strip("` \t,{:")


def _end_of_value(lines: list[str], line: int) -> int:
    """Return the number of the last line of the option or field that begins at *line*."""
    if lines[line - 1].lstrip().startswith(":"):
        return line
    text = "\n".join(lines[line - 1 :])
    opening = lines[line - 1].find("{")
    return line + text.count("\n", 0, pairs(text).get(opening, 0))


def _start(lines: list[str], line: int, *, is_bib: bool) -> int:
    """Return the line that the entry at *line* begins with, or that line itself."""
    pattern = _ENTRY if is_bib else _FENCE
    for number in range(min(line, len(lines)), 0, -1):
        if pattern.match(lines[number - 1]):
            return number
        if not is_bib and lines[number - 1].strip() in ("```", "````") and number < line:
            break
    return line


def _silence(lines: list[str], line: int, rule: str, *, is_bib: bool) -> None:
    """Add the answer to *rule* to the entry that begins at *line*, or before that paragraph."""
    answer = f"{rule}, {REASON}"
    if is_bib:
        _join(lines, line, r"\s*silence\s*=\s*\{(.*)\},", f"  silence = {{{answer}}},", answer)
    elif _FENCE.match(lines[line - 1]):
        _join(lines, line, r":silence:\s*(.*)", f":silence: {answer}", answer)
    else:
        lines[line - 1 : line - 1] = [f"% silence: {answer}", ""]


def _join(lines: list[str], line: int, pattern: str, new: str, answer: str) -> None:
    """Add *answer* to the line below *line* where it is one of answers, else a line of its own."""
    following = lines[line] if line < len(lines) else ""
    match = re.fullmatch(pattern, following)
    if match:
        lines[line] = following.replace(match[1], f"{match[1]}; {answer}")
    else:
        lines.insert(line, new)
