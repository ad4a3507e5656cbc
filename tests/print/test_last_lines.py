"""No last line of a paragraph is one short word, wherever the lines before it end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pymupdf
import pytest

from helpers import lualatex_twice
from pdf_readers import flat_text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers import Built

LETTERS = range(1, 40, 2)
BIB = "\n".join(
    f"@article{{a{n}, author={{Lovelace, Ada}}, title={{On the looms of the north, and on {'l' * n}}},"
    " journal={Journal of Mills}, volume={3}, number={2}, pages={145--172}, year={1843}}"
    for n in LETTERS
)
GRANTS = "\n".join(
    f"1842 | A grant for looms, mills and engines of the north and {'l' * n} | £4,000"
    for n in LETTERS
)
PAGE = f"""# Ada

```{{publication-list}}
```

```{{cv-lines}}
:kind: grant
:fields: date, title, amount
{GRANTS}
```
"""


@pytest.mark.parametrize("builder", ["typst", "latex"])
def test_no_year_and_no_amount_is_alone_on_a_line(
    module_site: Callable[..., Built], builder: str
) -> None:
    files = {"index.md": PAGE, "refs.bib": BIB}
    profile = {"name": "Ada Lovelace"}
    out = module_site(files, builder, cv_profile=profile, cv_print={"look": "modern"}).out
    with pymupdf.open(lualatex_twice(out) if builder == "latex" else out / "cv.pdf") as pdf:
        lines = "".join(page.get_text() for page in pdf).splitlines()
    assert sum("145–172, 1843." in line for line in lines) == len(LETTERS)
    assert "1843." not in lines
    assert "£4,000" not in lines


def test_no_words_are_bound_in_a_narrow_table_and_where_a_box_would_turn_them(
    site: Callable[..., Built],
) -> None:
    cell = "Advanced topics in noncommutative geometry"
    page = f"# Ada\n\n| A | B |\n|---|---|\n| {cell} | {cell} |\n"
    assert "\\mbox" not in site(page, "latex").text("cv.tex").split("\\begin{document}")[1]
    turned = "Introduction to the theory of machine learning by Ludwig van Beethoven"
    built = site(f"# Ada\n\n{turned}\n", "typst", language="he")
    assert turned in flat_text_of(built.out / "cv.pdf")
