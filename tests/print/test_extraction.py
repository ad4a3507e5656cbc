"""What programs that read CVs find in the PDF: title and date of every entry on one line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from facts import FACTS
from helpers import lualatex, need, run, sphinx_build, write
from pdf_readers import READERS, lines_by
from sphinx_cv.model.options.looks import LOOKS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from helpers import Built

# Entries and talks: their title, or the organization that leads them, and their date.
DATED = [(group[0], group[-1]) for group in FACTS if re.search(r"\d{4}", group[-1]) and group[1:]]


@pytest.mark.parametrize("engine", ["typst", "latexpdf"])
@pytest.mark.parametrize("reader", READERS)
def test_every_reader_finds_title_and_date_on_one_line(
    built: Callable[[str], Path], reader: str, engine: str
) -> None:
    lines = lines_by(reader, built(engine) / "cv.pdf")
    assert len(DATED) == 23
    # A long title goes on in a second line.
    lost = [(t, d) for t, d in DATED if not any(t[:15] in line and d in line for line in lines)]
    assert lost == []


FORMS = """
````{cv-entry} Society of Engines
:start: 1840
:end: 1844

```{cv-entry} Analyst
:start: 1842
:end: 1843
```
````

```{cv-entry} Reader
:organization: Academy
:location: London
:date: 1839
```

```{cv-entry} Ph.D. in Engines
:kind: education
:organization: University
:location: Turin
:start: 1836
:end: 1838
```

```{cv-entry} Weaving numbers
:kind: grant
:organization: Crown
:role: Principal investigator
:amount: GBP 17000
:start: 1835
:end: 1837
```

```{talk} On Engines
:event: Meeting
:location: Bath
:date: 1834
```

```{cv-lines}
1832, 1833 | Member of a committee | Society
1831 | Medal
```
"""
# In "banking" what stands beside the date of an item with a place is the line below its title.
LEADS = {
    "1840–1844": "Society of Engines",
    "1842–1843": "Analyst",
    "1839": "Reader",
    "1836–1838": "University",
    "1835–1837": "Weaving numbers",
    "1834": "On Engines",
    "1832, 1833": "Member of a committee",
    "1831": "Medal",
}
BANKING = {"1839": "Academy", "1836–1838": "Ph.D. in Engines"}
# The same a century before, with texts that take several lines.
LONG = " and " + " ".join(f"word{number}" for number in range(30))


def century_before(text: str) -> str:
    return text.replace("18", "17")


def lengthened(text: str) -> str:
    leads = [*LEADS.values(), *BANKING.values()]
    return re.sub("|".join(map(re.escape, leads)), rf"\g<0>{LONG}", text)


PAGE = f"# Ada\n{FORMS}\n# Long\n{lengthened(century_before(FORMS))}\nLanguages\n: Greek\n"


@pytest.fixture(scope="module")
def looks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of one CV, printed in every look by one build."""
    folder = tmp_path_factory.mktemp("looks")
    variants = {look: {"print": {"look": look}} for look in LOOKS}
    conf = "extensions = ['sphinx_cv']\ncv_profile = {'name': 'Ada Lovelace'}\n"
    write(folder, {"conf.py": f"{conf}cv_variants = {variants!r}\n", "index.md": PAGE})
    sphinx_build("typst", folder / "out", source=folder)
    return folder / "out"


@pytest.mark.parametrize("look", LOOKS)
def test_title_and_date_of_every_form_are_on_one_line_in_every_look(looks: Path, look: str) -> None:
    assert lost_in(looks / f"cv-{look}.pdf", look) == {}


def lost_in(path: Path, look: str) -> dict[tuple[str, str], list[str]]:
    """Return the dates that a reader finds apart from what leads their items, and its lines."""
    leads = LEADS | (BANKING if look == "banking" else {})
    leads |= {century_before(date): lead for date, lead in leads.items()}
    found = {name: lines_by(name, path) for name in READERS}
    return {
        (name, date): lines
        for name, lines in found.items()
        for date, lead in [*leads.items(), ("Greek", "Languages")]
        if not any(lead in line and date in line for line in lines)
    }


@pytest.mark.parametrize("look", LOOKS)
def test_title_and_date_of_every_form_are_on_one_line_by_latex(
    site: Callable[..., Built], look: str
) -> None:
    project = site(PAGE, "latex", cv_print={"look": look})
    assert lost_in(lualatex(project.out), look) == {}


def lists_of(path: Path) -> list[list[str]]:
    """Return the lists in the tags of a PDF: the letters of each item, without lists within it."""
    need("pdfinfo")
    lists: list[list[str]] = []
    # Each element that is open, by its indent, and where the words in it go.
    holders: list[tuple[int, list[str] | None]] = []
    for line in run("pdfinfo", "-struct-text", path).stdout.splitlines():
        indent, words = len(line) - len(line.lstrip()), line.strip()
        while holders and holders[-1][0] >= indent:
            holders.pop()
        within = holders[-1][1] if holders else None
        if re.match(r"L \(", words):
            lists.append([])
            holders.append((indent, lists[-1]))
        elif words.startswith("LI ") and within is not None:
            within.append("")
            holders.append((indent, within))
        elif words.startswith('"') and within:
            within[-1] += words[1:-1]
    # The end of a line is no space here.
    return [[letters(item) for item in items] for items in lists]


def letters(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("look", LOOKS)
def test_a_screen_reader_steps_through_entries_and_talks_in_every_look(
    looks: Path, look: str
) -> None:
    lists = lists_of(looks / f"cv-{look}.pdf")
    leads = LEADS | {century_before(date): lead + LONG for date, lead in LEADS.items()}
    pairs = [
        (letters(date), letters(lead)) for date, lead in [*leads.items(), ("Greek", "Languages")]
    ]
    found = [
        [d for item in each for d, lead in pairs if lead in item and d in item] for each in lists
    ]
    # A list within an item comes after it. No date is within a long title.
    forms = [
        ["1840–1844", "1839", "1836–1838", "1835–1837"],
        ["1842–1843"],
        ["1834"],
        ["1832,1833", "1831"],
    ]
    earlier = [[century_before(date) for date in dates] for dates in forms]
    assert found == [*forms, *earlier, ["Greek"]]


def test_every_entry_and_talk_of_this_cv_is_an_item(built: Callable[[str], Path]) -> None:
    items = [item for each in lists_of(built("typst") / "cv.pdf") for item in each]
    # Papers have titles and years as well, after their numbers.
    dated = [(letters(title), letters(date)) for title, date in DATED]
    found = [sum(item.startswith(t) and d in item for item in items) for t, d in dated]
    assert found == [dated.count(each) for each in dated]


def test_a_long_title_is_broken_at_spaces_alone(site: Callable[..., Built]) -> None:
    title = " ".join(f"word{place}" for place in range(14))
    talks = [
        f"```{{talk}} {title} {'x' * place} *engines*, looms and weaving by numbers\n:date: 1843\n```\n"
        for place in range(1, 15)
    ]
    built = site("# Ada\n\n" + "\n".join(talks), "typst")
    lines = lines_by("pymupdf", built.out / "cv.pdf")
    starts = {line.split()[0] for line in lines if line}
    assert "," not in starts
    assert {"engines,", "looms"} <= starts
