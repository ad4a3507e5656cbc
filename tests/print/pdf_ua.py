"""Rules of PDF/UA-1 (ISO 14289-1), by the numbers of the Matterhorn Protocol 1.1.

Each takes an open PDF and yields what breaks it. Kept are checkpoints 01 (tags and artifacts), 02
(roles), 06 and 07 (metadata, title), 09 (lists and tables), 10 (letters), 11 (language), 13 and 17
(alternatives), 14 (headings), 15 (heads of tables), 19 (notes), 20, 25 and 26 (nothing is hidden or
locked), 28 (links) and 31 (fonts: embedded, with Unicode). Left out are what no program can judge
(03, 04, 08, 12, 16, 18, and whether a text says what an image shows), what these files never have
(05 sound, 21 attachments, 22 threads, 23 signatures, 24 forms, 27 outlines by hand, 29 scripts, 30
reused forms), and the insides of font programs. An independent validator, ``page``, judges these
files in ``test_validator.py``; a rule here says more of what is wrong, and some are stricter.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

STANDARD = set(
    """Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3
    H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry
    Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form""".split()
)
# What may stand directly below an element (09-004 to 09-006).
CHILDREN = {
    "L": {"LI", "L", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
}


def elements(pdf: pikepdf.Pdf) -> Iterator[tuple[str, Any, str]]:
    """Yield each structure element in reading order: standard type, element, parent's type."""
    roles = {str(key)[1:]: str(value)[1:] for key, value in pdf.Root.StructTreeRoot.RoleMap.items()}

    def walk(kids: Any, parent: str) -> Iterator[tuple[str, Any, str]]:
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                name = str(kid.S)[1:]
                kind = roles.get(name, name)
                yield kind, kid, parent
                if "/K" in kid:
                    yield from walk(kid.K, kind)

    yield from walk(pdf.Root.StructTreeRoot.K, "")


def content_is_tagged_or_an_artifact(pdf: pikepdf.Pdf) -> Iterator[str]:
    """01-003 to 01-005: all that is shown is tagged or marked as decoration, and not both."""
    shows = {
        "Tj",
        "TJ",
        "'",
        '"',
        "Do",
        "sh",
        "S",
        "s",
        "f",
        "F",
        "f*",
        "B",
        "B*",
        "b",
        "b*",
        "INLINE IMAGE",
    }
    for page in pdf.pages:
        depth: list[set[str]] = []
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in ("BDC", "BMC"):
                is_artifact = str(operands[0]) == "/Artifact"
                has_id = name == "BDC" and "/MCID" in operands[1]
                depth.append({"artifact"} if is_artifact else {"tag"} if has_id else set())
                if {"artifact", "tag"} <= set().union(*depth):
                    yield f"page {page.index + 1}: an artifact within tags, or tags within one"
            elif name == "EMC":
                depth.pop()
            elif name in shows and not any(depth):
                yield f"page {page.index + 1}: {name} outside of all tags"


def it_says_that_it_is_tagged(pdf: pikepdf.Pdf) -> Iterator[str]:
    """01-007: marked, not suspect."""
    if not pdf.Root.MarkInfo.Marked or pdf.Root.MarkInfo.get("/Suspects"):
        yield "MarkInfo"


def roles_end_at_standard_types(pdf: pikepdf.Pdf) -> Iterator[str]:
    """02-001, 02-004: each type is standard or mapped to one; no standard one is mapped."""
    mapped = {str(key)[1:] for key in pdf.Root.StructTreeRoot.get("/RoleMap", {})}
    yield from sorted(mapped & STANDARD)
    yield from sorted({kind for kind, _element, _parent in elements(pdf)} - STANDARD)


def metadata_names_title_and_standard(pdf: pikepdf.Pdf) -> Iterator[str]:
    """06-001 to 06-003: there are metadata, pdfuaid:part is 1, dc:title is there."""
    with pdf.open_metadata() as meta:
        if meta.get("pdfuaid:part") != "1":
            yield "pdfuaid:part"
        if not meta.get("dc:title"):
            yield "dc:title"


def the_window_shows_the_title(pdf: pikepdf.Pdf) -> Iterator[str]:
    """07-001, 07-002."""
    if not pdf.Root.ViewerPreferences.DisplayDocTitle:
        yield "DisplayDocTitle"


def lists_and_tables_have_their_parts(pdf: pikepdf.Pdf) -> Iterator[str]:
    """09-004, 09-005: what stands below lists, items, tables and rows."""
    for kind, _element, parent in elements(pdf):
        if parent in CHILDREN and kind not in CHILDREN[parent]:
            yield f"{kind} below {parent}"


def letters_have_unicode(pdf: pikepdf.Pdf) -> Iterator[str]:
    """10-001, 31-027: each font says which letters its glyphs are."""
    for page in pdf.pages:
        for font in page.Resources.get("/Font", {}).values():
            if "/ToUnicode" not in font:
                yield str(font.BaseFont)


def the_language_is_named(pdf: pikepdf.Pdf) -> Iterator[str]:
    """11-001, 11-006."""
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", str(pdf.Root.get("/Lang", ""))):
        yield "Lang"


def figures_and_formulas_have_alternatives(pdf: pikepdf.Pdf) -> Iterator[str]:
    """13-004, 17-002."""
    for kind, element, _parent in elements(pdf):
        if kind in ("Figure", "Formula") and not str(element.get("/Alt", "")).strip():
            yield kind


def headings_skip_no_level(pdf: pikepdf.Pdf) -> Iterator[str]:
    """14-002, 14-003: the first is H1, none is more than one deeper than the one before."""
    last = 0
    for kind, _element, _parent in elements(pdf):
        if re.fullmatch(r"H[1-6]", kind):
            level = int(kind[1])
            if level > last + 1:
                yield f"{kind} after H{last}"
            last = level


def table_heads_have_a_scope(pdf: pikepdf.Pdf) -> Iterator[str]:
    """15-003."""
    for kind, element, _parent in elements(pdf):
        if kind == "TH":
            attributes = element.get("/A", pikepdf.Array())
            entries = attributes if isinstance(attributes, pikepdf.Array) else [attributes]
            if not any("/Scope" in entry for entry in entries) and "/ID" not in element:
                yield "TH"


def notes_have_ids_of_their_own(pdf: pikepdf.Pdf) -> Iterator[str]:
    """19-003, 19-004."""
    ids = [str(each.get("/ID", "")) for kind, each, _parent in elements(pdf) if kind == "Note"]
    if "" in ids or len(set(ids)) < len(ids):
        yield f"notes: {ids}"


def nothing_is_locked_or_hidden(pdf: pikepdf.Pdf) -> Iterator[str]:
    """20-001 to 20-003, 25-001, 26-001, 26-002: no layers, forms, encryption or scripts."""
    if pdf.is_encrypted:
        yield "encrypted"
    yield from (
        key for key in ("/OCProperties", "/AcroForm", "/OpenAction", "/AA") if key in pdf.Root
    )


def links_are_tagged_and_described(pdf: pikepdf.Pdf) -> Iterator[str]:
    """28-002, 28-004, 28-008, 28-009, 28-011, 28-012: in a Link tag, with words, in the tags' order."""
    tagged = 0
    for kind, element, _parent in elements(pdf):
        if kind == "Link":
            kids = element.K if isinstance(element.K, pikepdf.Array) else [element.K]
            tagged += sum(
                isinstance(kid, pikepdf.Dictionary) and str(kid.get("/Type", "")) == "/OBJR"
                for kid in kids
            )
    notes = [note for page in pdf.pages for note in page.get("/Annots", [])]
    if tagged != len(notes):
        yield f"{len(notes)} annotations, {tagged} in Link tags"
    yield from ("no words" for note in notes if not str(note.get("/Contents", "")).strip())
    for page in pdf.pages:
        if "/Annots" in page and str(page.get("/Tabs", "")) != "/S":
            yield "Tabs"


def fonts_are_embedded(pdf: pikepdf.Pdf) -> Iterator[str]:
    """31-009."""
    for page in pdf.pages:
        for font in page.Resources.get("/Font", {}).values():
            inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            files = ("/FontFile", "/FontFile2", "/FontFile3")
            if (
                not any(key in inner.get("/FontDescriptor", {}) for key in files)
                and str(inner.Subtype) != "/Type3"
            ):
                yield str(font.BaseFont)


RULES: tuple[Callable[[pikepdf.Pdf], Iterator[str]], ...] = (
    content_is_tagged_or_an_artifact,
    it_says_that_it_is_tagged,
    roles_end_at_standard_types,
    metadata_names_title_and_standard,
    the_window_shows_the_title,
    lists_and_tables_have_their_parts,
    letters_have_unicode,
    the_language_is_named,
    figures_and_formulas_have_alternatives,
    headings_skip_no_level,
    table_heads_have_a_scope,
    notes_have_ids_of_their_own,
    nothing_is_locked_or_hidden,
    links_are_tagged_and_described,
    fonts_are_embedded,
)
