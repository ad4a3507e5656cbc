"""Files of a site that its pages show or link to, such as a CV that is a PDF: they are told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_cv.importer.draft import flat
from sphinx_cv.importer.reading.html import files_shown
from sphinx_cv.importer.reading.text import bare

if TYPE_CHECKING:
    from sphinx_cv.importer.draft import Draft

_BREAK = re.compile(r"\n\s*\n")
_EXAMPLE = "example_pdf.pdf"
_PDF = re.compile(r"(?i)\.pdf(?:[?#].*)?\Z")


def without_files(body: str, place: str, draft: Draft) -> str:
    """Return a page without what only shows a file of the site or links to it, and report that."""
    kept = []
    for block in _BREAK.split(body):
        found, rest = files_shown(block)
        if found and not re.search(r"\w", bare(rest)):
            words = re.sub(r"\W*\([^()]*\)", "", bare(block)).strip()
            files = ", ".join(dict.fromkeys(found))
            draft.left_out(place, f"{words} ({files})" if words else files)
        else:
            kept.append(block)
    return "\n\n".join(kept)


def tell_pdf(values: object, body: str, place: str, draft: Draft) -> None:
    """Report that a CV, or more of it, is a PDF: the setting of its page, or what it shows."""
    urls = [flat(values), *files_shown(body)[0]]
    draft.left_out(place, f"the theme's example: {_EXAMPLE}" if _EXAMPLE in urls else "")
    pdfs = [*dict.fromkeys(url.lstrip("/") for url in urls if _PDF.search(url) and url != _EXAMPLE)]
    if not pdfs:
        return
    if draft.has_entries():
        draft.left_out(place, f"{', '.join(pdfs)}: a PDF is not read")
    else:
        draft.look_at(place, f"your CV is the PDF {', '.join(pdfs)}; it is not read")
