"""Where things start on a line: texts beside dates and labels, and items of lists.

Both engines have them at one place.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import pymupdf
import pytest

from helpers import lualatex_twice

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from helpers import Built

    Site = Callable[..., Built]
    SetIn = Callable[..., Path]

PAGE = """# Ada

An introduction:

- bullet
- more
  - inner
    - even deeper

1. number
2. next
   - inside

## Papers

```{publication-list}
:filter: type % "article"
```

## Preprints

```{publication-list}
:filter: type % "misc"
:label: P
```

## Posts

```{cv-entry} Analyst
:date: DATES
```

```{cv-entry} Pupil
:date: 1840
```
"""
BIB = """
@article{a, author={Lovelace, Ada}, title={One}, journal={J}, year={1843}}
@misc{b, author={Lovelace, Ada}, title={Two}, year={1842}}
"""
RANGE = "1842-09/1843-03"


def words(path: Path) -> dict[str, tuple[float, float]]:
    """Return the left edge and the baseline of the last place of each word of a PDF."""
    with pymupdf.open(path) as pdf:
        found = [word for page in pdf for word in page.get_text("words")]
    return {word[4]: (word[0], word[3]) for word in found}


@pytest.fixture(scope="module")
def set_in(module_site: Site) -> SetIn:
    """Set the page by a builder, in a look and with dates; each once for all tests."""

    @functools.cache
    def set_once(builder: str, look: str, dates: str = RANGE) -> Path:
        files = {"index.md": PAGE.replace("DATES", dates), "refs.bib": BIB}
        profile = {"name": "Ada Lovelace"}
        out = module_site(files, builder, cv_profile=profile, cv_print={"look": look}).out
        return lualatex_twice(out) if builder == "latex" else out / "cv.pdf"

    return set_once


@pytest.mark.parametrize("look", ["classic", "compact"])
def test_both_engines_have_all_at_one_place(set_in: SetIn, look: str) -> None:
    ours, theirs = (words(set_in(builder, look)) for builder in ("typst", "latex"))
    beside = ("bullet", "more", "inner", "deeper", "number", "next", "inside", "Analyst", "Pupil")
    for word in ("[1]", "[P1]", *beside):
        assert theirs[word] == pytest.approx(ours[word], abs=0.6), word


def test_labels_of_all_lists_are_as_wide_as_the_widest(set_in: SetIn) -> None:
    with pymupdf.open(set_in("typst", "classic")) as pdf:
        found = pdf[0].get_text("words")
    names = [word[0] for word in found if word[4] == "Ada"]
    assert len(names) == 2
    assert names[0] == pytest.approx(names[1], abs=0.1)
    labels = {word[4]: word[2] for word in found if word[4].startswith("[")}
    # They end at one place, beside the texts.
    assert labels["[1]"] == pytest.approx(labels["[P1]"], abs=0.1)


def test_a_list_in_an_item_is_no_farther_than_the_next_line(set_in: SetIn) -> None:
    at = words(set_in("typst", "classic"))
    assert at["inner"][1] - at["more"][1] == pytest.approx(at["more"][1] - at["bullet"][1], abs=0.1)


@pytest.mark.parametrize("builder", ["typst", "latex"])
def test_a_range_of_months_is_one_line_where_space_is_dear(set_in: SetIn, builder: str) -> None:
    at = words(set_in(builder, "compact"))
    assert at["Sept"][1] == at["1843"][1] == pytest.approx(at["Analyst"][1], abs=0.1)


@pytest.mark.parametrize("builder", ["typst", "latex"])
def test_a_longer_date_takes_two_lines_and_less_of_the_width(set_in: SetIn, builder: str) -> None:
    range_of_months = words(set_in(builder, "compact"))["Analyst"][0]
    at = words(set_in(builder, "compact", "1842/1849, 1851/1853, 1855"))
    assert at["1855"][1] > at["Analyst"][1] + 9
    assert at["Analyst"][0] < range_of_months - 15


@pytest.mark.parametrize("builder", ["typst", "latex"])
def test_a_date_of_two_lines_takes_no_more_width_than_these(set_in: SetIn, builder: str) -> None:
    # Both engines have it at one place; TeX would take two runs to say so.
    range_of_months = words(set_in("typst", "modern"))["Analyst"][0]
    at = words(set_in(builder, "modern", "2014-2019, 2021-present"))
    assert at["Analyst"][0] < range_of_months - 15
    # It ends a line only where one of its ranges ends.
    assert at["2021–present"][1] > at["2014–2019,"][1] + 9


def test_both_engines_give_a_long_date_the_width_of_its_lines(set_in: SetIn) -> None:
    ours, theirs = (
        words(set_in(builder, "compact", "1842-09-12/1843-03-28")) for builder in ("typst", "latex")
    )
    assert ours["Mar"][1] > ours["Sept"][1] + 9
    for word in ("Sept", "Mar", "28,", "Analyst"):
        assert theirs[word] == pytest.approx(ours[word], abs=0.6), word


def test_a_list_is_close_to_the_text_that_introduces_it(set_in: SetIn) -> None:
    at = words(set_in("typst", "classic"))
    line = at["more"][1] - at["bullet"][1]
    assert at["bullet"][1] - at["introduction:"][1] == pytest.approx(line, abs=0.1)
