"""Where pages end: no heading, legend, term or first line of a list is alone at the foot of one."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pymupdf
import pytest
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

from helpers import ROOT, lualatex
from pdf_readers import text_of
from sphinx_cv.model.options.looks import LOOKS
from sphinx_cv.print.typst.compiler import compile_pdf
from sphinx_cv.print.typst.document import body_of, source_of
from sphinx_cv.settings.values import print_profile_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from docutils import nodes

    from helpers import Built

    Site = Callable[..., Built]

ITEMS = """
# Head of section {n}

## Head of part

### Head of group

````{{cv-entry}} Society of Engines
:location: London
:start: 1840

```{{cv-entry}} Analyst
:start: 1842
:end: 1843
```

```{{cv-entry}} Pupil
:start: 1840
:end: 1842

A note of a line.
```
````

```{{cv-entry}} Reader
:organization: University
:start: 1836-09
:end: 1839-03

- One thing that was done, told in so many words that it takes more than a single line of the page
- Another
```

## Head of lines

```{{cv-lines}}
1839 | First of the lines | Society
1838 | Second | Society | details=With a word on it
1837, 1835 | Third | University
1836 | Fourth | University
```

## Head of a short list

```{{cv-lines}}
1835 | Kept with the others | Society
1834 | Kept as well
1833 | Last
```

## Head of talks

```{{talk}} On Engines
:event: Meeting
:location: Bath
:date: 1843
```

```{{talk}} On Looms
:event: Fair
:date: 1842
```

## Head of labels

Term one
: Its words, which go on for long enough to need a second line of the page, as they often do there

Term two
: Words

## Head of columns

```{{cv-columns}} 2
Prof. A. King\\
University\\
<king@example.org>

Prof. B. Li\\
University
```
"""
PAPERS = """
# Head of publications

```{publication-list}
:group: type year
```
"""
BIB = "\n".join(
    f"@{kind}{{{kind}{n}, author={{Lovelace, Ada and King, A.}}, author+an={{1=equal;2=equal}}, "
    f"title={{Notes on the engine and on what it may weave, part {n}}}, {venue}={{Proceedings}}, "
    f"year={{{1850 - n // 2}}}, doi={{10.1000/{kind}.{n}}}}}"
    for kind, venue in (("article", "journal"), ("inproceedings", "booktitle"))
    for n in range(12)
)
FILES = {
    "index.md": "# Ada\n\n```{toctree}\na\nb\nc\np\n```\n",
    **{f"{name}.md": ITEMS.format(n=name) for name in "abc"},
    "p.md": PAPERS,
    "refs.bib": BIB,
}
# What takes something along to the next page.
NEVER_LAST = re.compile(
    r"(?i)head of|^\S equal contribution|^term \w+$|^\d{4}$|first of the|kept (with|as)"
)


def lines_of(page: pymupdf.Page) -> Iterator[tuple[float, float, str]]:
    """Yield the lines of the text of a page from top to bottom: bottom, right end, words."""
    found: dict[int, list[tuple[float, float, float, str]]] = {}
    for left, _top, right, bottom, word, *_ in page.get_text("words"):
        found.setdefault(round(bottom / 3), []).append((left, right, bottom, word))
    for _key, words in sorted(found.items()):
        words.sort()
        yield max(w[2] for w in words), max(w[1] for w in words), " ".join(w[3] for w in words)


def problems(data: bytes, look: str) -> list[str]:
    """Return what is wrong with the pages of a PDF."""
    _top, bottom, _left, right = LOOKS[look].margins
    found = []
    with pymupdf.open(stream=data) as pdf:
        for page in list(pdf):
            edge = page.rect.width - right * 72 / 25.4 + 0.5
            foot = page.rect.height - bottom * 72 / 25.4 + 2
            lines = [line for line in lines_of(page) if line[0] < foot]
            found += [f"too long: {words}" for _y, end, words in lines if end > edge]
            if NEVER_LAST.search(lines[-1][2]):
                found.append(f"last of page {page.number + 1}: {lines[-1][2]}")
    return found


def shifted(site: Site, look: str, shifts: range) -> dict[int, list[str]]:
    """Return the problems of each layout, whose pages start lower by so many tenths of a mm."""
    app = site(FILES, "typst", cv_print={"look": look}, cv_pdf="").app
    source = source_of(
        app.config, print_profile_of(app.config), body_of(app.builder, app.builder.resolve)
    )
    top, *_others = LOOKS[look].margins
    found = {}
    for shift in shifts:
        text = source.text.replace(f"top: {top:g}mm", f"top: {top + shift / 10:g}mm")
        assert text != source.text or not shift
        compiled = compile_pdf(replace(source, text=text))
        faults = [compiled.fault] if compiled.fault else []
        found[shift] = [*faults, *problems(compiled.data, look)]
    return {shift: told for shift, told in found.items() if told}


def shifted_by_tex(site: Site, look: str, shifts: range) -> list[str]:
    """Do the same with LaTeX: one file with all layouts, of which each first page starts lower."""
    out = site(FILES, "latex", cv_print={"look": look}).out
    # The first run tells the width of the column of dates.
    lualatex(out, "-draftmode")
    tex = (out / "cv.tex").read_text("utf-8")
    start, rest = tex.split(r"\cvheader", 1)
    body, end = rest.split(r"\renewcommand{\indexname}", 1)
    each = (rf"\clearpage\vspace*{{{shift / 10}mm}}\cvheader{body}" for shift in shifts)
    text = f"{start}{''.join(each)}\\renewcommand{{\\indexname}}{end}"
    (out / "cv.tex").write_text(text, "utf-8")
    path = lualatex(out)
    assert "Overfull" not in path.with_suffix(".log").read_text("utf-8", errors="replace")
    return problems(path.read_bytes(), look)


@pytest.mark.parametrize("look", LOOKS)
def test_pages_end_well(site: Site, look: str) -> None:
    assert shifted(site, look, range(100, 300, 130)) == {}


@pytest.mark.large
@pytest.mark.parametrize("look", LOOKS)
def test_pages_end_well_wherever_they_start(site: Site, look: str) -> None:
    assert shifted(site, look, range(0, 400, 10)) == {}


def test_pages_of_latex_end_well(site: Site) -> None:
    assert shifted_by_tex(site, "compact", range(0, 400, 80)) == []


@pytest.mark.large
@pytest.mark.parametrize("look", LOOKS)
def test_pages_of_latex_end_well_wherever_they_start(site: Site, look: str) -> None:
    assert shifted_by_tex(site, look, range(0, 2000, 50)) == []


def test_no_heading_is_stranded_wherever_the_page_ends(tmp_path: Path) -> None:
    """Set the CV 40 times, each further down; no heading or first line may end a page."""

    def resolve(tree: nodes.document, docname: str) -> None:
        app.env.resolve_references(tree, docname, app.builder)

    # What an application registers would meet the next test.
    with docutils_namespace():
        folders = (ROOT, ROOT, tmp_path / "out", tmp_path / "cache")
        # The other languages have their own PDFs.
        english = {"language": "en"}
        app = Sphinx(*folders, "typst", confoverrides=english, status=None)
        app.build()
        source = source_of(app.config, print_profile_of(app.config), body_of(app.builder, resolve))
    words = r'#"((?:[^"\\]|\\.)*)";'
    heads = {
        "".join(re.findall(words, line))
        for line in re.findall(r"main: \[(.*?)\], (?:date|sub|body)", source.body)
    }
    heads |= {
        "".join(re.findall(words, line)).upper()
        for line in re.findall(r"#heading\(level: 1\)(.*)", source.body)
    }
    assert len(heads) > 25
    last = []
    for step in range(40):
        text = source.text.replace("top: 17mm", f"top: {17 + step}mm")
        (tmp_path / "cv.pdf").write_bytes(compile_pdf(replace(source, text=text)).data)
        pages = text_of(tmp_path / "cv.pdf").split("\f")[:-1]
        # Two pages have a foot each; of three, the first one has.
        foot = re.compile(r"(?:Michael E\. Sander )?\d / \d")
        last += [
            [line for line in page.splitlines() if line.strip() and not foot.fullmatch(line)][-1]
            for page in pages
        ]
    assert [line for line in last if any(line.startswith(head) for head in heads)] == []
