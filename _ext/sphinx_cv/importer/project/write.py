"""Writes a draft as the files of a project: sections, home page, .bib file and settings."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Any

from sphinx_cv.importer.draft import Heading, Item, Papers, Text, counted, keyword
from sphinx_cv.importer.reading.text import escaped_where_needed, plain
from sphinx_cv.model.privacy import PRIVATE_FILE

from .home import about_of, home_page, name_papers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx_cv.importer.draft import Draft, Section

BIBFILE = "refs.bib"
# Options that are no text, or Markdown already.
_VERBATIM = frozenset(
    "kind date start end url slides video poster code tags name amount share publication "
    "details".split()
)


def files_of(draft: Draft) -> dict[str, str]:
    """Return the text of each file of a new project that the draft fills, by its path."""
    name_papers(draft)
    if draft.look_of:
        taken = ", ".join(f'"{key}"' for key in draft.look)
        draft.changed("cv_print", f"{taken} in conf.py, from {', '.join(draft.look_of)}")
    about = about_of(draft)
    pages = {f"sections/{name}.md": page for name, page in pages_of(draft, about).items()}
    words = blocks(about, "") if about else ""
    if about:
        hint = "" if "summary" in draft.profile else '; "summary" in conf.py is a text for both'
        draft.changed(about.title, f"its text is on the home page, not in the PDF{hint}")
    index = home_page(draft, words, [path.removesuffix(".md") for path in pages])
    files = {"conf.py": settings(draft), "index.md": index, **pages}
    files[BIBFILE] = bibliography(draft)
    if draft.private:
        lines = (f"{key} = {_quoted(value)}\n" for key, value in draft.private.items())
        files[PRIVATE_FILE] = "".join(lines)
    return files


def pages_of(draft: Draft, about: Section | None) -> dict[str, str]:
    """Return the page of each section but *about*, by a name of its own."""
    pages: dict[str, str] = {}
    for section in draft.sections:
        if section is about:
            continue
        name = next(name for name in _names(slug(section.title)) if name not in pages)
        pages[name] = page(section)
    return pages


def _names(base: str) -> Any:
    yield base
    for number in range(2, 10_000):
        yield f"{base}-{number}"


def slug(title: str) -> str:
    """Return a title as the name of a file."""
    text = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")[:60] or "section"


def page(section: Section) -> str:
    """Return the page of a section."""
    kinds = Counter(
        block.kind for block in section.blocks if isinstance(block, Item) and not block.is_talk
    )
    kind = kinds.most_common(1)[0][0] if kinds else ""
    head = f"---\ncv-kind: {kind}\n---\n\n" if kind else ""
    return f"{head}# {plain(section.title)}\n\n{blocks(section, kind)}"


def blocks(section: Section, kind: str) -> str:
    """Return what a section holds; *kind* is that of its page."""
    text, after_point = "", False
    for block in section.blocks:
        is_point = isinstance(block, Text) and block.is_point
        text += "" if not text or (is_point and after_point) else "\n"
        text += _block(block, kind) + "\n"
        after_point = is_point
    return text


def _block(block: Item | Text | Heading | Papers, kind: str) -> str:
    if isinstance(block, Item):
        return directive(block, kind)
    if isinstance(block, Papers):
        choice = f':filter: keywords % "{keyword(block.keyword)}"\n' if block.keyword else ""
        return f"```{{publication-list}}\n:group: year\n{choice}```"
    if isinstance(block, Heading):
        return f"## {block.text}"
    if not block.is_point:
        return block.text
    first, *rest = block.text.split("\n")
    return "\n".join([f"- {first}", *(f"  {line}" for line in rest)])


def directive(item: Item, kind: str) -> str:
    """Return an entry or a talk; *kind* is that of its page."""
    name = "talk" if item.is_talk else "cv-entry"
    options = dict(item.options)
    if item.kind and (item.is_talk or item.kind != kind):
        options = {"kind": item.kind, **options}
    lines = [f":{key}: {written(key, value)}" for key, value in options.items() if value]
    body = "\n\n".join(item.body)
    # A fence of backticks cannot have one in its first line.
    fence = ":::" if "`" in item.title else "```"
    head = f"{fence}{{{name}}} {item.title}".rstrip()
    return "\n".join([head, *lines, *(["", body] if body else []), fence])


def written(option: str, value: str) -> str:
    """Return the value of an option as it is written: Markdown, where it is text."""
    return value if option in _VERBATIM else escaped_where_needed(value)


def bibliography(draft: Draft) -> str:
    """Return the .bib file."""
    return "\n".join(
        f"{text}\n" for text in (*draft.macros, *(paper.text for paper in draft.papers))
    )


def settings(draft: Draft) -> str:
    """Return conf.py; private values are in a file of their own."""
    lines = [f'    "{key}": {_value(value)},\n' for key, value in draft.profile.items()]
    return (
        '"""The settings of this CV. "sphinx-cv manual settings" lists them all."""\n\n'
        'extensions = ["sphinx_cv"]\n'
        f'language = "{draft.language or "en"}"\n'
        "# The address of the site, for search engines and link previews:\n"
        '# html_baseurl = "https://ada.example.org/"\n\n'
        f"cv_profile = {{\n{''.join(lines)}}}\n"
        f"{_setting('cv_print', draft.look)}{_setting('cv_people', draft.people)}"
    )


def _setting(name: str, values: Mapping[str, Any]) -> str:
    """Return a setting that is a dictionary, nothing where it is empty."""
    lines = [f"    {_quoted(key)}: {_value(value)},\n" for key, value in values.items()]
    return f"\n{name} = {{\n{''.join(lines)}}}\n" if lines else ""


def _value(value: Any) -> str:
    if isinstance(value, dict):
        lines = (f"        {_quoted(key)}: {_value(one)},\n" for key, one in value.items())
        return "{\n" + "".join(lines) + "    }"
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    if isinstance(value, bool):
        return str(value)
    return _quoted(str(value))


def _quoted(text: str) -> str:
    """Return a string of Python, which is one of TOML as well."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(sign if sign.isprintable() else " " for sign in escaped) + '"'


# Of what is counted, the word for one.
_ONE = {
    "sections": "section",
    "entries": "entry",
    "talks": "talk",
    "entries and talks": "entry or talk",
    "points and paragraphs": "point or paragraph",
    "publications": "publication",
    "facts of the profile": "fact of the profile",
}
# What comes first in a report: what needs the owner, then what is not there, then what is.
_LOOK = "look at: "
_ORDER = (
    *(_LOOK, "differs: ", "not read: ", "left out: ", "changed: ", ""),
    *("left out: the theme's ", "nowhere in your CV: "),
)


def report(draft: Draft, taken: Mapping[str, int], notes: Iterable[str] = ()) -> str:
    """Return the report of an import: what was taken, and a line for all that is not as it was.

    *notes* are places to look at.
    """
    lines = [f"taken: {counted(n, _ONE[what], what)}" for what, n in taken.items() if n]
    if "facts of the profile" in taken:
        lines[-1] += f": {', '.join([*draft.profile, *draft.private])}"
    told = [*draft.report, *(("", f"{_LOOK}{note}") for note in notes)]
    lines += [
        _line(place.rstrip(" ."), words)
        for place, words in sorted(dict.fromkeys(told), key=lambda line: _rank(line[1]))
    ]
    return "".join(f"{line}\n" for line in lines)


def _line(place: str, words: str) -> str:
    """Return a line of the report; what to look at begins with that."""
    start = _LOOK if words.startswith(_LOOK) else ""
    return start + ": ".join(filter(None, (place, words.removeprefix(start))))


def _rank(words: str) -> int:
    return _ORDER.index(max((one for one in _ORDER if words.startswith(one)), key=len))
