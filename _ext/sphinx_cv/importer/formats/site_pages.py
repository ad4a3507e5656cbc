"""Pages of a site in Markdown: who someone is, and a CV with a heading for each section."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sphinx_cv.importer.draft import Heading, Section, Text, flat
from sphinx_cv.importer.reading.common import item
from sphinx_cv.importer.reading.dates import options_of
from sphinx_cv.importer.reading.front import read_page
from sphinx_cv.importer.reading.kinds import TALK, kind_of
from sphinx_cv.importer.reading.text import bare, links_in, markdown, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from sphinx_cv.importer.draft import Draft
    from sphinx_cv.importer.reading.front import Load, Read

ABOUT, CV = ("_pages/about.md", "about.md"), ("_pages/cv.md", "cv.md")
# What a theme has in its pages before anyone has written in them.
_SAMPLES = (
    "Write your biography here. Tell the world about yourself",
    "This is the front page of a website that is powered by the",
    "Nelson Bighetti is a professor of artificial intelligence",
)
_UNDERLINED = re.compile(r"^(?=\S)(.+)\n(=+|-+)[ \t]*$", re.MULTILINE)
_HEADING = re.compile(r"^(#{1,6})[ \t]+(.+?)[ \t#]*$", re.MULTILINE)
_POINT = re.compile(r"^(\s*)(?:[-*+]|\d+[.)])\s+(.*)$")
# Commands of Jekyll and of its Markdown.
_COMMANDS = re.compile(r"^.*\n\{:toc\}.*$|\{\{.*?\}\}|\{:.*?\}", re.MULTILINE | re.DOTALL)
# An emoji by its name, as GitHub reads it.
_EMOJI = re.compile(r"(?<![\w:`]):[a-z][a-z0-9_+-]*:(?![\w:`])")
# Folders that say how a site looks, and those that are read elsewhere.
_SILENT = frozenset(
    "_includes _layouts _sass _plugins _scripts _site _data _bibliography _talks _publications "
    "_teaching _portfolio _pages _config _styles".split()
)


def add_pages(draft: Draft, site: Path, read_text: Read, load: Load) -> None:
    """Add the page about the person, and the CV, of a site of Jekyll; report other folders."""
    for path in _first(site, ABOUT):
        values, body = read_page(path, read_text(path), load)
        _facts(values, draft)
        about = Section(title="About")
        for title, _level, text in _parts(_told_sample(body, path.name, draft)):
            about.blocks += [Heading(text=markdown(title))] if title else []
            about.blocks += [Text(text=block) for block in paragraphs(text)]
        draft.sections.insert(0, about)
        draft.sections[:] = [section for section in draft.sections if section.blocks]
    for path in _first(site, CV):
        values, body = read_page(path, read_text(path), load)
        for name in ("description", "cv_pdf"):
            draft.left_out(f"{path.name} {name}", values.get(name))
        for section in cv_sections(_told_sample(body, path.name, draft), path.name, draft):
            draft.add(section)
    for folder in sorted(site.iterdir()):
        pages = len(list(folder.glob("**/*.md"))) if folder.is_dir() else 0
        if folder.name.startswith("_") and folder.name not in _SILENT and pages:
            draft.left_out(folder.name, f"{pages} pages, which are no part of a CV")


def _first(site: Path, names: Sequence[str]) -> Iterator[Path]:
    yield from [site / name for name in names if (site / name).is_file()][:1]


def _told_sample(body: str, place: str, draft: Draft) -> str:
    body = _COMMANDS.sub("", body)
    draft.left_out(place, _EMOJI.findall(body))
    body = _EMOJI.sub("", body)
    if any(words in body for words in _SAMPLES):
        draft.left_out(place, f"the theme's own words: {flat([bare(body), links_in(body)])}")
        return ""
    return body


def _facts(values: dict[str, Any], draft: Draft) -> None:
    """Report what the first lines of al-folio's page say of the person: it may be private."""
    profile = values.get("profile")
    profile = profile if isinstance(profile, dict) else {}
    facts = (
        values.get("subtitle"),
        values.get("excerpt"),
        values.get("description"),
        profile.get("more_info"),
        profile.get("address"),
    )
    for fact in facts:
        draft.left_out("about.md", bare(flat(fact)))
    if image := flat(profile.get("image")):
        draft.left_out("about.md", f'{image}: copy it here, and write it as "photo" in conf.py')


def _parts(body: str) -> Iterator[tuple[str, int, str]]:
    """Yield each heading with its level, and the text below it; what is above all has none."""
    text = _UNDERLINED.sub(lambda match: f"{'#' * (1 + (match[2][0] == '-'))} {match[1]}", body)
    title, level, end = "", 0, 0
    for match in _HEADING.finditer(text):
        yield title, level, text[end : match.start()]
        title, level, end = match[2], len(match[1]), match.end()
    yield title, level, text[end:]


def cv_sections(body: str, place: str, draft: Draft) -> list[Section]:
    """Return the sections of a CV in Markdown; points with a date become entries."""
    parts = list(_parts(body))
    top = min((level for title, level, _text in parts if title), default=1)
    sections = [Section(title="About")]
    for title, level, text in parts:
        if title and level == top:
            sections.append(Section(title=bare(title)))
        elif title:
            sections[-1].blocks.append(Heading(text=markdown(title)))
        kind = kind_of(sections[-1].title)
        _fill(sections[-1], text, "experience" if kind == TALK else kind, f"{place} {title}", draft)
    return sections


def _fill(section: Section, text: str, kind: str, place: str, draft: Draft) -> None:
    for block in re.split(r"\n\s*\n(?!\s+\S)", text.strip("\n")):
        lines = [line for line in block.split("\n") if line.strip()]
        if not lines or not _POINT.match(lines[0]):
            section.blocks += [Text(text=words) for words in paragraphs(block)]
            continue
        for head, below in _points(lines):
            entry = _dated(head)
            if entry:
                title, date = entry
                one = item(
                    draft,
                    place,
                    title=title,
                    kind=kind,
                    options={},
                    when=("", "", date),
                    body=below,
                )
                section.blocks.append(one)
            else:
                inner = "".join("\n" + line for part in below for line in part.split("\n"))
                section.blocks.append(Text(text=markdown(head) + inner, is_point=True))


def _points(lines: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield each point of a list, and the points below it as one list of Markdown."""
    points: list[tuple[str, list[str]]] = []
    depths: list[int] = []
    for line in lines:
        match = _POINT.match(line)
        indent = len(line) - len(line.lstrip())
        if match and (not points or indent == 0):
            points.append((match[2], []))
            depths = []
        elif match:
            while depths and depths[-1] >= indent:
                depths.pop()
            points[-1][1].append(f"{'  ' * len(depths)}- {markdown(match[2])}")
            depths.append(indent)
        elif points[-1][1]:
            points[-1][1][-1] += f" {markdown(line)}"
        else:
            points[-1] = (f"{points[-1][0]} {line.strip()}", [])
    for head, below in points:
        yield head, ["\n".join(below)] if below else []


def _dated(head: str) -> tuple[str, str] | None:
    """Return title and date of a point such as "2019-2020: Fellow" or "Ph.D., Bonn, 2018"."""
    before, colon, after = head.partition(": ")
    if colon and after.strip() and _is_date(before):
        return markdown(after), before.strip(" *_")
    rest, comma, last = head.rpartition(", ")
    if comma and _is_date(last):
        return markdown(rest), last.rstrip(" .")
    return None


def _is_date(words: str) -> bool:
    found, _told = options_of(date=words.strip(" *_."))
    return bool(found) and "date-text" not in found
