"""``sphinx-cv import``: a CV from what one has, or what is new in it; nothing there is changed."""

from __future__ import annotations

import shutil
import tempfile
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sphinx_cv.importer.draft import Draft, Item, Text, counted
from sphinx_cv.importer.errors import UnreadableError
from sphinx_cv.importer.project.complete import complete_papers
from sphinx_cv.importer.project.conceal import conceal_private
from sphinx_cv.importer.project.hints import with_hints
from sphinx_cv.importer.project.languages import tell_other_language, two_languages
from sphinx_cv.importer.project.merge import merged, works_in
from sphinx_cv.importer.project.nowhere import tell_nowhere
from sphinx_cv.importer.project.pictures import leave_out_pictures
from sphinx_cv.importer.project.record import RECORD, Record
from sphinx_cv.importer.project.write import BIBFILE, files_of, report
from sphinx_cv.importer.sources import read_source
from sphinx_cv.model.privacy import PRIVATE_FILE

from .errors import CannotRunError
from .new import NAME, template
from .settle import copy_all, settled

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

REPORT = "import-report.txt"
# What a new project takes of the template: all but what the draft fills.
_FILLED = ("conf.py", "index.md", BIBFILE, "sections/")
_READ = (".md", ".bib", ".py")


def import_sources(sources: Sequence[Path], into: Path | None) -> None:
    """Import what is in *sources* into a project, by default the one that this folder holds.

    Raises ``CannotRunError`` where something cannot be read or written; then nothing is written.
    """
    folder = into or (Path() if Path("conf.py").is_file() else Path("my-cv"))
    draft = _read(sources)
    leave_out_pictures(draft)
    is_there = (folder / "conf.py").is_file()
    if not is_there and folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CannotRunError(
            f'"{folder}" is not empty, and has no conf.py of a CV: name a new folder, such as '
            f"--into {_free(folder)}"
        )
    if is_there:
        before = _project(folder)
        complete_papers(draft, works_in(before))
        conceal_private(draft, draft.private | _private(folder))
        record = Record(_text(folder / RECORD))
        private = {PRIVATE_FILE: _text(folder / PRIVATE_FILE)}
        tell_other_language(draft, before.get("conf.py", ""))
        files, taken = merged(draft, before | private, record)
    else:
        before, record = {}, Record()
        _name(draft)
        complete_papers(draft)
        conceal_private(draft, draft.private)
        files, taken = _new_project(draft), _counts(draft)
        _tell_lacking(draft)
    pictures = {} if is_there else draft.files
    files, notes = settled(files, before, folder if is_there else None, pictures)
    words = report(draft, taken, notes)
    try:
        _write(folder, {**files, RECORD: record.text_with(draft)})
        copy_all(pictures, folder)
        with (folder / REPORT).open("a", encoding="utf-8") as target:
            target.write(words + "\n")
    except OSError as error:
        raise CannotRunError(f'"{folder}" cannot be written: {error.strerror}') from error
    click.echo(words)
    told = [line for line in words.splitlines() if not line.startswith("taken: ")]
    looks = sum(line.startswith("look at: ") for line in told)
    if told:
        number = counted(len(told), "line", "lines")
        click.echo(f"Read the lines above first: {number}, {looks} to look at.")
    click.echo(f"The lines above are in {folder / REPORT}, too.")
    if not is_there:
        click.echo(f"Your CV is in {folder}. Next:\n\n    cd {folder}\n    sphinx-cv build\n")


def _free(folder: Path) -> Path:
    """Return a folder beside *folder* that is not there."""
    names = (f"{folder.resolve().name}-{end}" for end in ("site", *range(2, 100)))
    return next(path for path in map(folder.with_name, names) if not path.exists())


def _read(sources: Sequence[Path]) -> Draft:
    """Return one draft of all sources; .bib files come first, since their papers have authors."""
    try:
        drafts = {
            path: read_source(path)
            for path in sorted(sources, key=lambda path: path.suffix.lower() != ".bib")
        }
    except UnreadableError as error:
        raise CannotRunError(str(error)) from error
    if problem := two_languages(drafts):
        raise CannotRunError(problem)
    draft = Draft()
    for one in drafts.values():
        _add(draft, one)
    tell_nowhere(draft)
    return draft


def _add(draft: Draft, one: Draft) -> None:
    facts: tuple[tuple[dict[str, Any], dict[str, Any]], ...] = (
        (draft.profile, one.profile),
        (draft.private, one.private),
        (draft.people, one.people),
    )
    for there, more in facts:
        for key, value in more.items():
            if there.setdefault(key, value) != value:
                draft.left_out(key, value)
    for key, value in one.look.items():
        draft.look.setdefault(key, value)
    draft.look_of += [words for words in one.look_of if words not in draft.look_of]
    draft.files |= one.files
    draft.language = draft.language or one.language
    draft.macros += one.macros
    draft.report += one.report
    draft.said += one.said
    known = {mark for paper in draft.papers for mark in paper.marks()}
    keys = {paper.key for paper in draft.papers}
    draft.papers += [
        paper for paper in one.papers if not paper.marks() & known and paper.key not in keys
    ]
    for section in one.sections:
        draft.add(section)


def _new_project(draft: Draft) -> dict[str, str]:
    name = str(draft.profile["name"])
    rest = template(name=name, language=draft.language or "en")
    kept = {path: text for path, text in rest.items() if not path.startswith(_FILLED)}
    made = files_of(draft)
    return {**kept, **made, "conf.py": with_hints(made["conf.py"], rest["conf.py"])}


def _tell_lacking(draft: Draft) -> None:
    """Say what to begin with where the source has no CV, as with a page and publications alone."""
    if not draft.has_entries():
        draft.look_at(
            "sections",
            "your CV has no positions or degrees yet: write sections/positions.md and "
            'sections/education.md, as "sphinx-cv manual entries" shows, and list them in index.md',
        )


def _name(draft: Draft) -> None:
    if not draft.profile.get("name"):
        draft.profile = {"name": NAME, **draft.profile}
        draft.changed("name", f'no name was found: "{NAME}" stands in conf.py')


def _counts(draft: Draft) -> dict[str, int]:
    blocks = [block for section in draft.sections for block in section.blocks]
    return {
        "sections": len(draft.sections),
        "entries": sum(isinstance(block, Item) and not block.is_talk for block in blocks),
        "talks": sum(isinstance(block, Item) and block.is_talk for block in blocks),
        "points and paragraphs": sum(isinstance(block, Text) for block in blocks),
        "publications": len(draft.papers),
        "facts of the profile": len(draft.profile) + len(draft.private),
    }


def _project(folder: Path) -> dict[str, str]:
    """Return the texts of a project, by path."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        hidden = any(part.startswith((".", "_")) for part in name.split("/"))
        if path.suffix in _READ and not hidden and path.is_file():
            found[name] = path.read_text("utf-8", errors="replace")
    return found


def _text(path: Path) -> str:
    return path.read_text("utf-8", errors="replace") if path.is_file() else ""


def _private(folder: Path) -> dict[str, str]:
    """Return the private values that an import has put beside conf.py."""
    path = folder / PRIVATE_FILE
    try:
        values = tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
    except (OSError, ValueError):
        return {}
    return {key: value for key, value in values.items() if isinstance(value, str)}


def _write(folder: Path, files: Mapping[str, str]) -> None:
    """Write all files beside their places, then put each into its place."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".import-") as beside:
        for name, text in files.items():
            path = Path(beside, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        for name in files:
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(Path(beside, name), target)
