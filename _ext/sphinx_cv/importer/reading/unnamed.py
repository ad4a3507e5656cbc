"""What an entry says under names that its format does not have: it stays, as text below it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sphinx_cv.importer.draft import AGAIN, flat

from .html import is_web
from .text import markdown, plain

if TYPE_CHECKING:
    from sphinx_cv.importer.draft import Draft

    from .fields import Fields

# Names of what sets a look or is kept by a program.
_LOOK = re.compile(
    r"(?i)(?:\w*_)?(?:image|img|photo|picture|logo|icon|icon_?pack|avatar|thumb\w*|teaser|preview|cover|"
    r"colou?r\w*|hid(?:e|den)|is\w*|show\w*|visible|active|enabled?|order|weight|width|height|id|key|"
    r"slug|uuid|guid|permalink|layout|collection|css\w*|style|class|category|categories|type|lang|"
    r"anchor|template|featured|importance|draft|published|last_?mod\w*|updated\w*|created\w*)"
)
# Names of what may be nobody's business; the CV that it is in may have been for few.
_PRIVATE = re.compile(
    r"(?i)phone|mobile|\bfax|mail|address|birth|street|zip|postal|passport|salary|national|gender|marital"
)
# Names that say no more than that there is text.
_TEXT = re.compile(
    r"(?i)(?:main_?)?desc(?:r|ription)?s?|(?:inline_?)?details?\d*|text|body|contents?|notes?|info|more|summary|about|"
    r"comments?|bullets?|points?|bullet_?points|items|tasks|highlights|achievements|accomplishments|"
    r"responsibilit(?:y|ies)|dut(?:y|ies)|contributions?"
)
_NO_TEXT = re.compile(r"(?i)true|false|yes|no|none|null|\S+\.(?:png|jpe?g|svg|gif|webp|pdf|md)")
_CAMEL = re.compile(r"(?<=[a-z\d])(?=[A-Z])|[\s_-]+")
# Points that are longer than this are no words in a row.
_LONGEST = 50


def unnamed(one: Fields, draft: Draft, *, sentences: bool = False) -> list[str]:
    """Take what is left of an entry as blocks of Markdown; what sets a look or is private stays.

    With *sentences*, only of several words: the pages of a site have settings of their own.
    """
    blocks = []
    for name in one.names():
        value, label = one.peek(name), label_of(name)
        if _LOOK.fullmatch(name) or _PRIVATE.search(name) or not _says(value, sentences=sentences):
            continue
        if block := _block("" if _TEXT.fullmatch(name) else label, value):
            one.take(name)
            # Once for all entries of a section.
            place = re.sub(r"\[\d+\]", "", f"{one.place}{name}")
            draft.changed(place, "no field is for it: it is in the text of the entry")
            blocks.append(block)
    return blocks


def label_of(name: str) -> str:
    """Return the name of a field in words: "overallGPA" and "overall_gpa" are "Overall GPA"."""
    words = [part for part in _CAMEL.split(name.replace(AGAIN, "")) if part]
    words = [word if word.isupper() else word.lower() for word in words]
    return " ".join(words)[:1].upper() + " ".join(words)[1:]


def _says(value: Any, *, sentences: bool) -> bool:
    words = flat(value)
    return bool(words) and not _NO_TEXT.fullmatch(words) and (not sentences or " " in words)


def _words(value: Any, label: str) -> str:
    """Return one thing as a line: a link, where it has an address; nothing, if that is none."""
    inner = value if isinstance(value, dict) else {"": value}
    parts = [words for words in map(flat, inner.values()) if words]
    url = next(filter(is_web, parts), "")
    if not url:
        return "" if inner.keys() & {"url", "href", "link"} else ", ".join(parts)
    rest = ", ".join(part for part in parts if part != url)
    return f"[{rest or label or url}]({url})"


def _block(label: str, value: Any) -> str:
    values = value if isinstance(value, list) else [value]
    texts = [words for each in values if (words := _words(each, label))]
    if len(texts) == 1 and texts[0].startswith("["):
        return markdown(texts[0])
    head = f"{label}: " if label else ""
    if texts and (len(texts) == 1 or (label and all(len(text) <= _LONGEST for text in texts))):
        return markdown(f"{head}{', '.join(texts)}")
    points = [f"- {markdown(text)}" for text in texts]
    return "\n".join([*([plain(f"{label}:"), ""] if label and points else []), *points])
