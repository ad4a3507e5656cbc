"""Pages of a site in Markdown: who someone is, and a CV with a heading for each section."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sphinx_cv.importer.draft import Heading, Section, Text, counted, flat
from sphinx_cv.importer.reading.common import item
from sphinx_cv.importer.reading.contact import address_of, tell_contact
from sphinx_cv.importer.reading.dates import is_date
from sphinx_cv.importer.reading.fields import Fields
from sphinx_cv.importer.reading.files import files_in, is_there
from sphinx_cv.importer.reading.front import read_pages, read_texts
from sphinx_cv.importer.reading.kinds import TALK, kind_of
from sphinx_cv.importer.reading.photo import take_photo
from sphinx_cv.importer.reading.text import bare, links_in, markdown, paragraphs

from .site_files import tell_pdf, without_files
from .subtitle import read_subtitle

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
# And points of the CV that it begins with, each with what is below it.
_SAMPLE_POINTS = re.compile(
    r"(?i)Git ?Hub University|^. Skill \d$|currently signed in to 43 different slack", re.MULTILINE
)
_TOP_POINT = re.compile(r"^[*+-][ \t].*\n?(?:[ \t]+\S.*\n?)*", re.MULTILINE)
# What the theme's own news and projects say.
_EXAMPLES = (
    "A simple inline announcement",
    "Announcements and news can be much longer than just quick inline posts",
    "Every project has a beautiful feature showcase page",
)
_UNDERLINED = re.compile(r"^(?=\S)(.+)\n(=+|-+)[ \t]*$", re.MULTILINE)
_HEADING = re.compile(r"^(#{1,6})[ \t]+(.+?)[ \t#]*$", re.MULTILINE)
_POINT = re.compile(r"^(\s*)(?:[-*+]|\d+[.)])\s+(.*)$")
# Commands of Jekyll and of its Markdown.
_COMMANDS = re.compile(r"^.*\n\{:toc\}.*$|\{:.*?\}", re.MULTILINE | re.DOTALL)
# An emoji by its name, as GitHub reads it.
_EMOJI = re.compile(r"(?<![\w:`]):[a-z][a-z0-9_+-]*:(?![\w:`])")
# Settings of a page, which say nothing of a person.
_SETTINGS = (
    "layout permalink nav nav_order redirect_from author_profile selected_papers social news "
    "announcements latest_posts map toc"
).split()
# Titles of the page about the person that say no more than that.
_PLAIN_TITLES = frozenset(("about", "about me", "home", "welcome"))
# Folders that say how a site looks, and those that are read elsewhere.
_SILENT = frozenset(
    "_includes _layouts _sass _plugins _scripts _site _data _bibliography _talks _publications "
    "_teaching _portfolio _pages _config _styles".split()
)


def add_pages(draft: Draft, site: Path, read_text: Read, load: Load) -> None:
    """Add the page about the person, and the CV, of a site of Jekyll; report other folders."""
    for path, values, body in read_pages(_first(site, ABOUT), read_text, load, draft):
        _facts(values, draft, site)
        about = Section(title="About")
        for title, _level, text in _parts(_told_sample(body, path.name, draft)):
            about.blocks += [Heading(text=markdown(title))] if title else []
            about.blocks += [Text(text=block) for block in paragraphs(text)]
        said = [section for section in draft.sections if section.title == about.title]
        draft.sections[:] = [about, *(one for one in draft.sections if one not in said)]
        about.blocks[:0] = [block for section in said for block in section.blocks]
        draft.sections[:] = [section for section in draft.sections if section.blocks]
    for path, values, body in read_pages(_first(site, CV), read_text, load, draft):
        draft.left_out(f"{path.name} description", values.get("description"))
        tell_pdf(values.get("cv_pdf"), body, path.name, draft)
        words = without_files(_told_sample(body, path.name, draft), path.name, draft)
        for section in cv_sections(words, path.name, draft):
            draft.add(section)
    for folder in sorted(site.iterdir()):
        if not folder.name.startswith("_") or folder.name in _SILENT or folder.is_file():
            continue
        if pages := files_in(folder, "*.md", draft, deep=True):
            words = f"{counted(len(pages), 'page', 'pages')}, no part of a CV"
            texts = [text for _page, text in read_texts(pages, read_text, draft)]
            theirs = sum(any(line in text for line in _EXAMPLES) for text in texts)
            words += f" ({theirs} of them examples of the theme)" if theirs else ""
            draft.left_out(folder.name, words)


def _first(site: Path, names: Sequence[str]) -> Iterator[Path]:
    yield from [site / name for name in names if is_there(site / name)][:1]


def _told_sample(body: str, place: str, draft: Draft) -> str:
    body = _COMMANDS.sub("", body)
    draft.left_out(place, _EMOJI.findall(body))
    body = _EMOJI.sub("", body)
    if any(words in body for words in _SAMPLES):
        draft.left_out(place, f"the theme's own words: {flat([bare(body), links_in(body)])}")
        return ""
    for point in _TOP_POINT.findall(body):
        if _SAMPLE_POINTS.search(point):
            draft.left_out(place, f"the theme's example: {flat(point)}")
            body = body.replace(point, "", 1)
    return body


def _facts(values: dict[str, Any], draft: Draft, site: Path) -> None:
    """Take what the first lines of al-folio's page say; report what may be private."""
    page = Fields(values, "about.md ", draft)
    page.drop(*_SETTINGS)
    title = bare(page.text("title"))
    if title.casefold().rstrip("!") not in _PLAIN_TITLES:
        draft.left_out("about.md title", title)
    profile = page.inner("profile")
    profile.drop("align", "image_circular", "image_cicular")
    read_subtitle(flat(page.take("subtitle")), draft)
    for name in ("more_info", "address"):
        value = profile.take(name)
        words = value if isinstance(value, str) else address_of(value)
        tell_contact(draft, words, f"about.md {name}")
    if image := profile.text("image"):
        take_photo(draft, site / "assets/img", image, "about.md")
    for name in page.names():
        if isinstance(page.peek(name), str):
            draft.left_out(f"about.md {name}", bare(page.text(name)))
    profile.report()
    page.report()


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
        kind = kind_of(bare(title), kind_of(sections[-1].title))
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
    if colon and after.strip() and is_date(before.strip(" *_.")):
        return markdown(after), before.strip(" *_")
    rest, comma, last = head.rpartition(", ")
    if comma and is_date(last.strip(" *_.")):
        return markdown(rest), last.rstrip(" .")
    return None
