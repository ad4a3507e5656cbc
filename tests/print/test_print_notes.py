"""Notes of every page, in both PDFs."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pikepdf
import pytest

from pdf_readers import flat_text_of
from sphinx_cv.model.options.printing import Printing
from sphinx_cv.print.typst.compiler import compile_pdf
from sphinx_cv.print.typst.document import layout_settings
from sphinx_cv.print.typst.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers import Built

    Site = Callable[..., Built]

NOTES = """
# {name}

Once[^a], again[^a], another[^b].

```{{talk}} A talk
:event: E
:date: 2023

Its abstract, for the web[^c].
```

[^a]: First note of {name}
[^b]: Second note of {name}
[^c]: A note of an abstract
"""


@pytest.fixture
def notes() -> dict[str, str]:
    return {
        "index.md": "# Ada\n\n```{toctree}\na\nb\n```\n",
        "a.md": NOTES.format(name="Page A"),
        "b.md": NOTES.format(name="Page B"),
    }


def test_the_notes_of_every_page_are_printed_and_counted_on(
    site: Site, notes: dict[str, str]
) -> None:
    text = flat_text_of(site(notes, "typst").out / "cv.pdf")
    assert "Once1, again1, another2." in text
    assert "Once3, again3, another4." in text
    told = "1 First note of Page A 2 Second note of Page A 3 First note of Page B 4 Second note of"
    assert told in text
    assert "abstract" not in text


def test_latex_counts_them_likewise(site: Site, notes: dict[str, str]) -> None:
    tex = site(notes, "latex").text("cv.tex")
    assert re.findall(r"\\begin\{footnote\}\[(\d+)\]", tex) == ["1", "2", "3", "4"]
    assert re.findall(r"\\sphinxfootnotemark\[(\d+)\]", tex) == ["1", "3"]


def test_no_line_is_left_of_those_above_the_notes(site: Site, notes: dict[str, str]) -> None:
    notes["a.md"] = notes["a.md"].replace("Once", "Before\n\n---\n\nOnce")
    assert site(notes, "latex").text("cv.tex").count(r"\hrule") == 1
    # The author's, and the one above the notes at the foot of the page.
    assert len(drawn_lines(site(notes, "typst"))) == 2


def drawn_lines(built: Built) -> list[object]:
    """Return the lines that are drawn."""
    with pikepdf.open(built.out / "cv.pdf") as document:
        return [
            operator
            for page in document.pages
            for _operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) == "S"
        ]


def test_a_line_at_the_end_of_a_page_with_notes_keeps_the_standards() -> None:
    head = (
        '#import "/cv.typ": *\n#show: cv.with(name: "A", document-title: "A", margin: (top: 20mm, bottom: 20mm, left: 20mm, right: 20mm), '
        "date: datetime(year: 2000, month: 1, day: 1))\n"
    )
    date = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
    look = layout_settings(Printing.read({}), "en", [])
    for count in range(30, 45):
        text = f"{head}#par[A#footnote[Note]]{'#par[x]' * count}#transition()#par[y]#par[z]"
        source = Source(text=text, pictures={}, language="en", look=look, date=date)
        assert compile_pdf(source).fault == ""
