"""The Word file as a whole: paragraphs, head and foot of the pages, properties."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from sphinx_cv.data.printed.header import header_flow
from sphinx_cv.data.values import fit
from sphinx_cv.model.languages import tag_of
from sphinx_cv.output.guard import MARK
from sphinx_cv.print.page_text import page_title, updated
from sphinx_cv.print.typst.document import date_of
from sphinx_cv.settings.values import printing_of, profile_of

from .paragraphs import Writer
from .styles import element, set_up

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from docx.document import Document as DocumentType
    from docx.text.paragraph import Paragraph
    from sphinx.config import Config

    from sphinx_cv.data.printed.blocks import Flow
    from sphinx_cv.model.options.printing import Printing
    from sphinx_cv.model.profile import Profile

# Zip has no earlier time, and a time of now would change the bytes.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def to_word(config: Config, profile: Profile, flow: Flow, *, folder: Path) -> bytes:
    """Return the CV of *profile*'s owner; pictures are found in *folder*."""
    document = blank(printing_of(config), tag_of(config.language))
    whole = [*header_flow(config, profile), *flow]
    writer = Writer(document, whole, folder)
    for part in whole:
        writer.write(part)
    _head_and_foot(document, config, profile)
    _properties(document, config, profile, date_of(config))
    if profile != profile_of(config):
        # So that nothing of ours takes it for a public one.
        document.core_properties.keywords = MARK
    return _packed(document)


def blank(printing: Printing, language: str) -> DocumentType:
    """Return an empty document with its page and styles."""
    document = Document()
    set_up(document, printing, language)
    return document


def _head_and_foot(document: DocumentType, config: Config, profile: Profile) -> None:
    """Write the number of each page, and whose it is from the second on."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    head = section.header.paragraphs[0]
    head.text = " · ".join(filter(None, (fit(profile.name), fit(page_title(config)))))
    head.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    head.paragraph_format.space_after = Pt(10)
    for foot in (section.footer, section.first_page_footer):
        paragraph = foot.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if said := updated(config):
            paragraph.add_run(f"{fit(said)} · ")
        _field(paragraph, "PAGE")
        paragraph.add_run(" / ")
        _field(paragraph, "NUMPAGES")


def _field(paragraph: Paragraph, name: str) -> None:
    """Write a field that Word fills."""
    for part in ("begin", name, "end"):
        made = paragraph.add_run()._r  # noqa: SLF001 - python-docx has no call for it
        if part == name:
            instruction = OxmlElement("w:instrText")
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = part
            made.append(instruction)
        else:
            made.append(element("fldChar", fldCharType=part))


def _properties(
    document: DocumentType, config: Config, profile: Profile, date: dt.datetime
) -> None:
    properties = document.core_properties
    properties.title = " – ".join(filter(None, map(fit, (profile.name, profile.position))))[:255]
    properties.author = properties.last_modified_by = fit(profile.name)[:255]
    properties.subject = fit(page_title(config))[:255]
    properties.language = config.language
    properties.comments = ""
    properties.revision = 1
    properties.created = properties.modified = date.replace(tzinfo=None)


def _packed(document: DocumentType) -> bytes:
    """Return the file, its parts in a fixed order and without times."""
    file, packed = io.BytesIO(), io.BytesIO()
    document.save(file)
    with zipfile.ZipFile(file) as parts, zipfile.ZipFile(packed, "w") as made:
        # The first part says what the others are.
        for name in sorted(parts.namelist(), key=lambda name: (not name.startswith("["), name)):
            info = zipfile.ZipInfo(name, _NO_TIME)
            made.writestr(info, parts.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
