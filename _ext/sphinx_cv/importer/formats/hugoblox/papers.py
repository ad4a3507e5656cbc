"""Reads the publications of HugoBlox: each page, with the .bib file beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sphinx_cv.bibliography.people.lists import split_names
from sphinx_cv.importer.bib import in_tex, split, with_fields, with_keywords
from sphinx_cv.importer.draft import flat
from sphinx_cv.importer.reading.common import add_bibliography, add_paper, list_papers
from sphinx_cv.importer.reading.fields import Fields
from sphinx_cv.importer.reading.files import files_in
from sphinx_cv.importer.reading.front import is_placeholder, read_pages, read_texts, told_example
from sphinx_cv.importer.reading.html import is_web
from sphinx_cv.importer.reading.text import addresses_in, bare
from sphinx_cv.model.text import fold

from .pages import (
    DROPPED,
    OWNERS,
    PAPERS,
    day_of,
    links_of,
    pages_in,
    place_of,
    report_picture,
)

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_cv.importer.bib import BibEntry
    from sphinx_cv.importer.draft import Draft
    from sphinx_cv.importer.reading.front import Load, Read


def add_publications(content: Path, draft: Draft, read_text: Read, load: Load) -> None:
    """Add the publications: those with a .bib file as it has them, then the others."""
    files = (
        path for name in PAPERS for path in files_in(content / name, "*.bib", draft, deep=True)
    )
    bibs = {
        str(path.relative_to(content)): text for path, text in read_texts(files, read_text, draft)
    }
    add_bibliography(draft, bibs)
    draft.papers = [
        paper
        for paper in draft.papers
        if not told_example(paper.title, paper.text, paper.key, draft)
    ]
    for page, values, body in read_pages(pages_in(content, PAPERS, draft), read_text, load, draft):
        entries, _macros = split(bibs.get(str(page.parent.relative_to(content) / "cite.bib"), ""))
        if not told_example(flat(values.get("title")), [values, body], place_of(page), draft):
            _publication(page, (values, body), entries[:1], draft)
    list_papers(draft)


def _publication(
    page: Path, read: tuple[dict[str, Any], str], cited: list[BibEntry], draft: Draft
) -> None:
    """Add a publication, or what its page has besides its entry in a .bib file."""
    values, body = read
    one = Fields(values, f"{place_of(page).partition('/')[2]}.", draft)
    kind, holder = _type_of(one)
    fields = _paper_fields(one, holder, draft)
    one.drop(*DROPPED)
    texts = {name: one.text(name) for name in ("abstract", "summary")} | {"text": body}
    for name in [name for name, text in texts.items() if is_placeholder(text)]:
        draft.left_out(f"{one.place}{name}", f"the theme's own words: {texts.pop(name)}")
    if not texts.get("abstract"):
        texts["abstract"] = texts.pop("summary", "")
    abstract = fields["abstract"] = f"{texts.pop('abstract')} {texts.pop('text', '')}".strip()
    summary = texts.get("summary", "")
    draft.left_out(f"{one.place}summary", "" if summary in abstract else summary)
    authors = one.texts("authors")
    known = next((paper for paper in draft.papers if cited and paper.key == cited[0].key), None)
    if known:
        fields["journal"] = fields.pop(holder)
        for name in ("volume", "number", "pages"):
            fields.pop(name, None)
        _complete(known, fields, authors, draft)
    else:
        me = str(draft.profile.get("name", ""))
        names = [me if name in OWNERS else bare(name) for name in authors]
        kind = kind if fields[holder] or kind in ("preprint", "phdthesis") else ""
        add_paper(draft, one.place.rstrip("."), fields, authors=names, kind=kind)
    one.report()


# What each type of the theme is in a .bib file: by number, later by the names of CSL.
_TYPES = (
    (("1", "paper-conference", "conference-paper"), "inproceedings", "booktitle"),
    (("2", "article-journal", "journal-article"), "article", "journal"),
    (("3", "article", "preprint", "manuscript"), "preprint", "howpublished"),
    (("4", "report"), "techreport", "institution"),
    (("5", "book"), "book", "publisher"),
    (("6", "chapter", "book-section"), "incollection", "booktitle"),
    (("7", "thesis"), "phdthesis", "school"),
    (("8", "patent"), "patent", "number"),
)
# "In *ICML 2021*. Accepted as *Oral Presentation*": the words behind the short name.
_SHORT = re.compile(r"\s*(?:In\s+)?\*[^*]+\*[^.,;]{0,80}[.,;]\s*(.+)", re.DOTALL)


def _type_of(one: Fields) -> tuple[str, str]:
    """Return the type of a publication, and the field that says where it is published."""
    words = {word.lower() for word in one.texts("publication_types")}
    found = ((kind, holder) for names, kind, holder in _TYPES if words & {*names})
    return next(found, ("", "journal"))


# "Journal of Looms, 12(3), 45-56".
_ISSUE = re.compile(
    r"(.+?),?\s+(\d{1,4})\s*\((\d[\d-]*)\)(?:[,:]\s*(?:pp?\.\s*)?(\d+[-–]+\d+))?\.?"
)


def _published(where: str, holder: str) -> dict[str, str]:
    """Return where a work is published, by the fields that a .bib file has for it."""
    if holder == "booktitle":
        where = re.sub(r"^In:?\s+", "", where)
    match = _ISSUE.fullmatch(where) if holder == "journal" else None
    if not match:
        return {holder: where}
    return dict(zip((holder, "volume", "number", "pages"), map(flat, match.groups()), strict=True))


def _equal(one: Fields) -> str:
    """Return whom the notes of the authors call equal, as biblatex writes it."""
    notes = one.peek("author_notes")
    notes = notes if isinstance(notes, list) else []
    equal = [n for n, note in enumerate(notes, 1) if re.match(r"(?i)equal|contributed", flat(note))]
    if len(equal) > 1 and len(equal) == sum(bool(flat(note)) for note in notes):
        one.take("author_notes")
        return ";".join(f"{number}=equal" for number in equal)
    return ""


def _paper_fields(one: Fields, holder: str, draft: Draft) -> dict[str, str]:
    """Return what a page says of its publication; addresses that are none are reported."""
    where, short = one.text("publication"), one.text("publication_short")
    match = _SHORT.fullmatch(short) if where else None
    is_journal = holder == "journal" and where and not match
    if where and not match and not is_journal and bare(short) not in bare(where):
        draft.left_out(f"{one.place}publication_short", short)
    fields = {
        "title": one.text("title"),
        **_published(bare(where or short), holder),
        "shortjournal": bare(short) if is_journal else "",
        "note": bare(match[1]).rstrip(".") if match else "",
        "author+an": _equal(one),
        "date": day_of(one, draft),
        "doi": one.text("doi"),
        "url": one.text("url_preprint", "url_source"),
    }
    for name in ("pdf", "code", "slides", "video", "poster", "dataset"):
        value = one.text(f"url_{name}")
        if value.startswith("http"):
            fields["data" if name == "dataset" else name] = value
        else:
            draft.left_out(f"{one.place}url_{name}", value)
    report_picture(one)
    free = [name for name in _LINKED if not fields.get(name)]
    return {
        **fields,
        **links_of(one, free, draft),
        "keywords": ", ".join(one.texts("tags")),
        "selected": "true" if one.text("featured").lower() == "true" else "",
    }


# What the links of a page may lead to.
_LINKED = ("url", "pdf", "code", "slides", "video", "poster", "data", "project", "supplement")


def _complete(paper: BibEntry, fields: dict[str, str], authors: list[str], draft: Draft) -> None:
    """Add to an entry what only its page has, and report where the page says otherwise."""
    there = _words(paper.text)
    people = split_names(paper.fields.get("author", ""))[0]
    if len(people) != len(authors) or not all(
        name in OWNERS or _words(name) & _words(person)
        for name, person in zip(authors, people, strict=True)
    ):
        # The notes are of the people of the page, by their numbers.
        draft.left_out(f"{paper.key} author_notes", fields.pop("author+an"))
    said = {"authors": " ".join(name for name in authors if name not in OWNERS), **fields}
    added = {}
    for name, text in said.items():
        if name == "keywords":
            continue
        if name in _IN_ENTRY or name in paper.fields:
            is_same = _words(text[:4] if name == "date" else bare(text)) <= there
            draft.left_out(f"{paper.key} {name}", "" if is_same else text)
        elif is_web(text) or name in _ADDED:
            added[name] = bare(text) if name == "abstract" else text
            draft.left_out(f"{paper.key} {name}", addresses_in(text))
        else:
            draft.left_out(f"{paper.key} {name}", text)
    whole = with_keywords(with_fields(paper, in_tex(added)), fields["keywords"])
    draft.papers = [whole if one is paper else one for one in draft.papers]


# What a page may add to an entry, beside addresses.
_ADDED = ("abstract", "doi", "selected", "note", "shortjournal", "author+an")
# What every entry has under a name of its own.
_IN_ENTRY = ("title", "authors", "date", "journal")


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", fold(text)))
