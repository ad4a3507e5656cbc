"""A short list or quotation stands on one page, and a line on that of what it introduces."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pymupdf

from sphinx_cv.model.options.looks import LOOKS
from sphinx_cv.print.typst.compiler import compile_pdf
from sphinx_cv.print.typst.document import body_of, source_of
from sphinx_cv.settings.values import print_profile_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers import Built

LINES = "\n\n".join(f"Before {number}" for number in range(36))
ITEMS = "\n".join(f"{number}. Next" for number in range(2, 9))
PAGE = f"""# Ada

{LINES}

Begin of a list:

- (anchor)=
  One
- Two

```{{cv-lines}}
2023 | Alpha
2022 | Beta
2021 | Gamma
```

1. First
{ITEMS}
9. Last

> Loud
>
> — Press

Leading to items:

```{{cv-lines}}
2023 | Delta
2022 | Rest
2021 | Rest
2020 | Rest
```

Leading to a list:

- Epsilon
- Rest
- Rest
- Rest
"""
WORDS = "Before Begin One Two Alpha Beta Gamma First Next Last".split()
KEPT = (["Begin", "One", "Two"], ["Alpha", "Beta", "Gamma"], ["Loud", "Press"])
LED = (["Leading to items", "Delta"], ["Leading to a list", "Epsilon"])


def test_no_page_ends_within_a_short_list(site: Callable[..., Built]) -> None:
    """Wherever it stands: the start of the page moves down line by line."""
    app = site(PAGE, "typst", cv_pdf="").app
    source = source_of(
        app.config, print_profile_of(app.config), body_of(app.builder, app.builder.resolve)
    )
    top = LOOKS["classic"].margins[0]
    ends = set()
    for lower in range(0, 126, 6):
        text = source.text.replace(f"top: {top:g}mm", f"top: {top + lower:g}mm")
        assert text != source.text or not lower
        with pymupdf.open(stream=compile_pdf(replace(source, text=text)).data) as pdf:
            pages = [page.get_text() for page in pdf]
        for words in (*KEPT, *LED):
            assert [all(word in page for word in words) for page in pages].count(True) == 1
        ends.add(max((word for word in WORDS if word in pages[0]), key=WORDS.index))
    # A longer one goes on over the page.
    assert ends >= {"Before", "Two", "Next"}


def test_latex_is_told_so_too(site: Callable[..., Built]) -> None:
    text = site(PAGE, "latex").text("cv.tex")
    kept = [part.split(r"\end{cvkept}")[0] for part in text.split(r"\begin{cvkept}")[1:]]
    assert len(kept) == len(KEPT)
    for words, part in zip(KEPT, kept, strict=True):
        assert all(word in part for word in words)
    # Or there would be a place to break above the first line of a text with an anchor.
    assert r"\sphinxAtStartPar" in kept[0]
    # A list of its own stays with its line by a penalty.
    items, a_list = (text.split(words)[1] for words, _first in LED)
    assert items.index(r"\cvleading") < items.index(r"\begin{cvlines}")
    assert r"\cvleading" not in a_list


def test_what_begins_a_note_or_stands_beside_a_term_is_left_there(
    site: Callable[..., Built],
) -> None:
    page = "# Ada\n\nOnce[^1].\n\nTerm\n: Beside\n\n  > Quoted\n\n[^1]: Noted\n\n    > Quoted\n"
    text = site(page, "latex").text("cv.tex")
    assert "cvkept" not in text
