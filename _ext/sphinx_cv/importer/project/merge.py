"""Adds what is new in a draft to a project that is there, and changes nothing in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_cv.importer.bib import split
from sphinx_cv.importer.draft import Heading, Item, Papers, Section, Text, flat, short
from sphinx_cv.model.privacy import PRIVATE_FILE

from .record import RECORD, Record, folded, name_of
from .write import BIBFILE, blocks, page, slug, written

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx_cv.importer.bib import BibEntry
    from sphinx_cv.importer.draft import Draft

_HEAD = re.compile(r"^\s*(?:`{3,}|:{3,})\{(talk|cv-entry)\}[ \t]*(.*)$")
# What is between two paragraphs or points.
_BLOCK = re.compile(r"\n\s*(?:\n|(?=[-*+] ))")
# The last line of a list, which goes on with the next point.
_POINT = re.compile(r"\s*[-*+] |\s{2,}\S")
_OPTION = re.compile(r"^\s*:([a-z-]+):[ \t]*(.*)$")
_LISTS = ("{publication-list}", "{bibliography}")
_TOCTREE = re.compile(r"(^(`{3,}|:{3,})\{toctree\}[^\n]*\n(?:.*\n)*?)(\2[ \t]*$)", re.MULTILINE)


def merged(
    draft: Draft, files: Mapping[str, str], record: Record
) -> tuple[dict[str, str], dict[str, int]]:
    """Return the files that change, with what they then hold, and how many things are new.

    *files* are the texts of a project, by path. What *record* has was brought before: if it is not
    there, its owner has deleted or rewritten it. That, and what differs from what is there, is
    added to the report of the draft.
    """
    changed: dict[str, str] = {}
    _facts(draft, files)
    papers = _papers(draft, files, changed, record)
    counts = {"publications": papers, "entries and talks": 0, "sections": 0}
    there = dict(_items(files))
    pages = [text for path, text in files.items() if path.endswith(".md")]
    blocks_there = (block for text in pages for block in _BLOCK.split(text))
    words = {folded(block) for block in blocks_there if not block.startswith("#")}
    new_pages = []
    for section in draft.sections:
        new = _without_lists(_new_blocks(draft, section, there, words, record), pages)
        if not any(not isinstance(block, Heading) for block in new):
            continue
        path = f"sections/{slug(section.title)}.md"
        counts["entries and talks"] += sum(isinstance(block, Item | Text) for block in new)
        addition = Section(title=section.title, kind=section.kind, blocks=new)
        if path in files:
            kind = _kind_of_page(files[path])
            before = changed.get(path, files[path]).rstrip("\n")
            added = blocks(addition, kind)
            goes_on = _POINT.match(before.rpartition("\n")[2]) and added.startswith("- ")
            changed[path] = before + ("\n" if goes_on else "\n\n") + added
        else:
            changed[path] = page(addition)
            new_pages.append(path.removesuffix(".md"))
    counts["sections"] = len(new_pages)
    if new_pages:
        _list_pages(draft, new_pages, files, changed)
    if record.gone:
        names = "; ".join(record.gone)
        draft.left_out(RECORD, f"imported before, and deleted or rewritten here since: {names}")
    return changed, counts


def _facts(draft: Draft, files: Mapping[str, str]) -> None:
    """Report what the settings of the project do not have of the profile."""
    text = folded("\n".join(files.get(one, "") for one in ("conf.py", PRIVATE_FILE)))
    settings = draft.profile | ({"people": draft.people} if draft.people else {})
    for path, facts in (("conf.py", settings), (PRIVATE_FILE, draft.private)):
        for key, value in facts.items():
            values = value.items() if isinstance(value, dict) else [(key, value)]
            for name, one in values:
                if folded(flat(one)) not in text:
                    words = f'"{name}": in the source {short(flat(one))}; your CV has none like it'
                    draft.report.append((path, f"differs: {words}"))


def works_in(files: Mapping[str, str]) -> dict[str, BibEntry]:
    """Return the publications of a project, by each of their marks."""
    return {mark: entry for entry in _entries(files) for mark in entry.marks()}


def _entries(files: Mapping[str, str]) -> Iterator[BibEntry]:
    for path, text in files.items():
        if path.endswith(".bib"):
            yield from split(text)[0]


def _papers(draft: Draft, files: Mapping[str, str], changed: dict[str, str], record: Record) -> int:
    known = works_in(files)
    keys = {entry.key for entry in _entries(files)}
    new = []
    for paper in draft.papers:
        same = next((known[mark] for mark in sorted(paper.marks()) if mark in known), None)
        if same:
            _differences(draft, paper, same)
        elif record.had(paper.key, *paper.marks()):
            continue
        elif paper.key in keys:
            draft.left_out(paper.key, "another publication has this key; change one of the two")
        else:
            keys.add(paper.key)
            new.append(paper)
    if new:
        before = files.get(BIBFILE, "")
        macros = [macro for macro in draft.macros if macro not in before]
        texts = [before.rstrip("\n"), *macros, *(paper.text for paper in new)]
        changed[BIBFILE] = "\n\n".join(filter(None, texts)) + "\n"
    return len(new)


def _differences(draft: Draft, paper: BibEntry, same: BibEntry) -> None:
    for name, value in paper.fields.items():
        there = same.fields.get(name)
        if name not in paper.completed and (there is None or folded(there) != folded(value)):
            _differs(draft, same.key, name, value, there)


def _differs(draft: Draft, place: str, name: str, source: str, there: str | None) -> None:
    """Report a value of the source beside that of the project, which may have none."""
    words = "your CV has none" if there is None else f"in your CV {short(there)}"
    draft.report.append((place, f'differs: "{name}": in the source {short(source)}; {words}'))


def _items(files: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, dict[str, str]]]]:
    """Yield the title of each entry and talk, with its page and options."""
    for path, text in files.items():
        if not path.endswith(".md"):
            continue
        lines = text.split("\n")
        for number, line in enumerate(lines):
            if match := _HEAD.match(line):
                options = {}
                for following in lines[number + 1 :]:
                    found = _OPTION.match(following)
                    if not found:
                        break
                    options[found[1]] = found[2]
                yield name_of(match[2], options), (path, options)


def _new_blocks(
    draft: Draft,
    section: Section,
    there: Mapping[str, tuple[str, dict[str, str]]],
    words: set[str],
    record: Record,
) -> list[Item | Text | Heading | Papers]:
    new: list[Item | Text | Heading | Papers] = []
    for block in section.blocks:
        if isinstance(block, Text):
            is_new = not _is_there(block.text, words)
            is_new = is_new and not record.had(short(block.text), folded(block.text))
        elif isinstance(block, Item):
            name = name_of(block.title, block.options)
            is_new = name not in there and not record.had(block.title, name)
            if name in there:
                _tell_options(draft, block, *there[name])
        else:
            is_new = True
        new += [block] * is_new
    return new


def _tell_options(draft: Draft, item: Item, path: str, options: Mapping[str, str]) -> None:
    """Report the options of an item that differ from those it has in the page at *path*."""
    for name, value in item.options.items():
        if name in options and options[name] != written(name, value):
            _differs(draft, f"{path}, {item.title}", name, value, options[name])


def _is_there(text: str, words: set[str]) -> bool:
    """Whether each paragraph and point of *text* is among the *words* of the pages."""
    return all(folded(block) in words for block in _BLOCK.split(text))


def _without_lists(
    new: list[Item | Text | Heading | Papers], pages: list[str]
) -> list[Item | Text | Heading | Papers]:
    """Return blocks without lists of publications, where the project has one."""
    has_list = any(name in page for page in pages for name in _LISTS)
    kept = [block for block in new if not (has_list and isinstance(block, Papers))]
    return kept if any(not isinstance(block, Heading) for block in kept) else []


def _kind_of_page(text: str) -> str:
    match = re.search(r"\A---\n(?:.*\n)*?cv-kind:\s*(\S+)", text)
    return match[1] if match else ""


def _list_pages(
    draft: Draft, pages: list[str], files: Mapping[str, str], changed: dict[str, str]
) -> None:
    """List new pages on the home page, or report what to write there."""
    text = files.get("index.md", "")
    match = _TOCTREE.search(text)
    listed = "".join(f"{path}\n" for path in pages)
    if match:
        changed["index.md"] = text[: match.start(3)] + listed + text[match.start(3) :]
    else:
        draft.changed("index.md", f"list these pages in its toctree: {', '.join(pages)}")
