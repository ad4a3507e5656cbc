"""Labelled lines in print: what belongs to a label stands closer together than two labels do."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pymupdf
import pytest

from helpers import lualatex
from sphinx_cv.model.options.looks import LOOKS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from helpers import Built

LONG = (
    "words enough to fill more than one line of the page, as a summary of such a kind often has, "
)
LABELS = f"""# Ada

## Skills

Languages
: Begin {LONG * 2} end

Engines
: Begin {LONG * 2} end

Looms
: Begin {LONG * 2} end
"""


def baselines(path: Path) -> Iterator[tuple[float, str]]:
    """Yield the height and first word of each line of a PDF."""
    with pymupdf.open(path) as pdf:
        for block in pdf[0].get_text("dict")["blocks"]:
            for line in block.get("lines", ()):
                text = "".join(span["text"] for span in line["spans"]).strip()
                if text:
                    yield line["spans"][0]["origin"][1], text


def gaps(path: Path) -> tuple[list[float], list[float]]:
    """Return the distances of lines within the labelled texts, and from one to the next."""
    lines: dict[float, str] = {}
    for height, text in sorted(baselines(path)):
        near = next((known for known in lines if abs(known - height) < 1), height)
        lines[near] = f"{lines.get(near, '')} {text}"
    heights = sorted(lines)
    start = next(height for height in heights if "Languages" in lines[height])
    inside, between = [], []
    for above, below in pairwise(height for height in heights if height >= start):
        if any(label in lines[below] for label in ("Engines", "Looms")):
            between.append(below - above)
        else:
            inside.append(below - above)
        if "end" in lines[below].split() and len(between) == 2:
            break
    return inside, between


@pytest.mark.parametrize("look", LOOKS)
def test_labels_are_set_off_from_each_other(site: Callable[..., Built], look: str) -> None:
    project = site(LABELS, "typst", cv_print={"look": look}, cv_pdf="")
    inside, between = gaps(project.out / "cv.pdf")
    assert len(inside) >= 3
    assert len(between) == 2
    assert min(between) > max(inside) + 1


@pytest.mark.parametrize("look", ["classic", "compact"])
def test_labels_are_set_off_by_latex(site: Callable[..., Built], look: str) -> None:
    project = site(LABELS, "latex", cv_print={"look": look}, cv_pdf="")
    inside, between = gaps(lualatex(project.out))
    assert len(inside) >= 3
    assert len(between) == 2
    assert min(between) > max(inside) + 1


MARKED = """
@article{one, author = {Lovelace, Ada and Menabrea, Luigi}, author+an = {1=equal; 2=corresponding},
  title = {One}, journal = {J}, year = {1843}}
"""
FACTS = """# Ada

## Papers

```{publication-list}
```

```{cv-entry} Weaving numbers
:kind: grant
:organization: Crown
:role: Principal investigator
:amount: GBP 17000
:start: 1835
```
"""


def test_what_a_legend_and_a_line_of_facts_say_stands_apart(site: Callable[..., Built]) -> None:
    files = {"index.md": FACTS, "refs.bib": MARKED}
    ours = site(files, "typst").out / "cv.pdf"
    for path in (ours, lualatex(site(files, "latex").out)):
        with pymupdf.open(path) as pdf:
            words = {each[4]: (each[0], each[2]) for each in pdf[0].get_text("words")}
        gap = words["†"][0] - words["contribution"][1]
        assert gap == pytest.approx(0.8 * 9, abs=0.2), path
        for one, other in (("investigator", "·"), ("·", "£17,000")):
            assert words[other][0] - words[one][1] == pytest.approx(5, abs=0.2), path
