"""Blocks for one output, and what is the owner's alone: no byte of it in anything public."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pymupdf
import pytest

from helpers import PROFILE, sphinx_build, write
from sphinx_cv.output.unpack import parts_of
from sphinx_cv.source.markdown import Page
from sphinx_cv.source.only_blocks import unread_blocks

SECRET = "Zanzibarquux"
# What would be told, with what it says, if it were read.
BROKEN = f""":::{{cv-entry}} {SECRET}
:zzz: {SECRET}
:::

```{{image}} {SECRET}.png
:alt: {SECRET}
```

```{{index}} {SECRET}
```

{{download}}`{SECRET}.txt` {{cv:count}}`{SECRET}` {{cite:t}}`{SECRET}` [^{SECRET}]

[^{SECRET}]: {SECRET}

```{{publication-list}}
:filter: key % "{SECRET}"
```
"""
PAGE = f"""# Ada

Public words.

:::{{cv-only}} web
Webwords.
:::

:::{{cv-only}} print
Printwords.
:::

::::{{cv-only}} own

## Referees {SECRET}

{SECRET} said **so**. {{cv:entry}}`{SECRET}`

```{{cv-entry}} {SECRET}
:organization: {SECRET}
:name: {SECRET}
```

```{{talk}} {SECRET}
:event: {SECRET}
:date: 2023-05-12
:slides: https://{SECRET}.example/
```

```{{cv-lines}}
2023 | {SECRET} | {SECRET} | tags={SECRET}
```

{BROKEN}::::

- ```{{cv-only}} own
  {SECRET}
  ```

> ```{{cv-only}} own
> {SECRET}
> ```

```{{entry-list}}
```
"""
OWN_PAGE = f"---\ncv-only: own\n---\n\n# {SECRET}\n\n{SECRET}\n"
TOP = "# Ada\n\n```{toctree}\none\ntwo\n```\n"


def said(path: Path) -> bytes:
    """Return the bytes of a file, of all that is packed in it, and what a PDF prints."""
    data = b"\n".join([path.read_bytes(), *parts_of(path.read_bytes())])
    if path.suffix == ".pdf":
        with pymupdf.open(path) as pdf:
            data += f"{pdf.metadata} {pdf.get_toc()}".encode()
            data += "".join(page.get_text() for page in pdf).encode()
    return data


def holders(folder: Path) -> list[str]:
    """Return the files below *folder* that hold the secret."""
    return [
        path.name
        for path in folder.rglob("*")
        if path.is_file() and SECRET.casefold().encode() in said(path).lower()
    ]


BUILDERS = (
    *("html", "dirhtml", "singlehtml", "latex", "typst", "docx", "text", "epub", "gettext"),
    *("json", "pickle", "xml", "pseudoxml", "man", "texinfo", "htmlhelp", "qthelp", "devhelp"),
    *("changes", "linkcheck", "dummy"),
)
WITHOUT_FRAME = ("json", "pickle")
SILENT = ("changes", "dummy")


@pytest.mark.parametrize("builder", BUILDERS)
def test_no_byte_of_what_becomes_the_owners_is_left_in_an_output(site, builder, monkeypatch):
    """Neither of the pages and blocks that were public before, nor of those that never were."""
    monkeypatch.setenv("CI", "1")
    conf = {"cv_exports": {"docx": True}, "html_copy_source": True, "linkcheck_ignore": [".*"]}
    if builder in WITHOUT_FRAME:
        conf |= {"html_theme": "alabaster", "cv_preset": True}
    where = "print" if builder in ("latex", "typst", "docx") else "web"
    public = PAGE.replace("{cv-only} own", f"{{cv-only}} {where}").replace("## Ref", "Ref")
    public = public.replace(BROKEN, "")
    files = {"index.md": TOP, "one.md": public, "two.md": f"# T\n\n{SECRET}\n"}
    before = site(files, builder, **conf)
    assert (len(holders(before.out)) > 0) == (builder not in SILENT)
    files = {"index.md": TOP, "one.md": PAGE, "two.md": OWN_PAGE}
    for fresh in (False, True):
        built = site(files, builder, fresh=fresh, cv_show_private=False, **conf)
        # Another folder for stored pages is another application: Sphinx tells of that itself.
        assert [line for line in built.warnings if "is already registered" not in line] == []
        assert holders(built.out.parent) == []


def test_nothing_of_it_is_in_the_stored_pages_of_a_published_folder(tmp_path):
    """Where Sphinx stores them if it is not told: below the website."""
    files = {"index.md": TOP, "one.md": PAGE.replace(BROKEN, ""), "two.md": OWN_PAGE}
    conf = f"extensions = ['sphinx_cv']\ncv_profile = {PROFILE}\n"
    source = tmp_path / "source"
    write(source, {"conf.py": conf, "refs.bib": "", **files})
    for builder in ("html", "text"):
        sphinx_build(builder, tmp_path / builder, "-D", "cv_pdf=", source=source, env={"CI": "1"})
        assert (tmp_path / builder / ".doctrees").is_dir()
        assert holders(tmp_path / builder) == []


@pytest.mark.parametrize("word", ["Own", "privat", "", "pritn", "web print"])
def test_a_misspelled_output_shows_nothing_and_is_told(site, word):
    page = f"# Ada\n\n:::{{cv-only}} {word}\n{SECRET}\n:::\n"
    built = site(page, cv_show_private=False)
    [warning] = built.warnings
    assert warning.startswith("index.md:3: WARNING: cv-only says which output")
    assert holders(built.out.parent) == []


@pytest.mark.parametrize(
    "form",
    [
        ":::cv-only own",
        "```cv-only own",
        "~~~cv-only own",
        ":::{ cv-only } own",
        ":::{cv-only}own",
        "::{cv-only} own",
        "> :::cv-only own",
        "- ```cv-only own",
        "1. ```cv-only own",
        "- > ~~~ cv-only",
    ],
)
def test_what_is_meant_as_a_block_is_left_out_and_told(form):
    end = form.lstrip(" >-1.")[:3].rstrip("{")
    page = Page(["Above.", form, SECRET, end, "Below."])
    assert [*unread_blocks(page, with_colons=True)] == [(2, 4)]
    assert [*unread_blocks(Page([form, SECRET, "", SECRET]), with_colons=True)] == [(1, 4)]
    shown = ["`````md", form, "`````", "<!--", form, end, "-->", "Write `cv-only`."]
    assert [*unread_blocks(Page(shown), with_colons=True)] == []


@pytest.mark.parametrize("mark", [":::", "::::", "```", "~~~", "> :::", "- ```", "  :::"])
def test_what_is_a_block_is_read(mark):
    page = Page([f"{mark}{{cv-only}} own", f"{mark.replace('-', ' ')} ".rstrip()])
    assert [*unread_blocks(page, with_colons=True)] == []
    assert bool([*unread_blocks(page, with_colons=False)]) == (":" in mark)


def test_a_block_that_another_theme_makes_text_is_left_out(site):
    page = f"# Ada\n\n:::{{cv-only}} own\n{SECRET}\n:::\n\n```cv-only own\n{SECRET}\n```\nBelow.\n"
    built = site(page, "text", html_theme="alabaster")
    starts = [":::{cv-only} own", "```cv-only own"]
    assert built.warnings == [
        f'index.md:{line}: WARNING: "{start}" is not a block, and is left out up to its end: '
        "write ```{cv-only} own [cv.only]"
        for line, start in zip((3, 7), starts, strict=True)
    ]
    assert holders(built.out.parent) == []
    assert "Below." in built.text("index.txt")


def test_a_block_is_for_the_website_or_for_print(site):
    files = {"index.md": TOP.replace("two\n", ""), "one.md": PAGE}
    web = site(files, cv_show_private=False).article("one.html").get_text()
    tex = site(files, "latex", cv_show_private=False).text("cv.tex")
    assert ("Webwords" in web, "Printwords" in web) == (True, False)
    assert ("Webwords" in tex, "Printwords" in tex) == (False, True)


def test_the_owners_pdf_alone_has_it(site, monkeypatch):
    for name in ("CI", "READTHEDOCS", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)
    page = PAGE.replace(BROKEN, "")
    files = {"index.md": TOP, "one.md": page, "two.md": OWN_PAGE}
    built = site(files, "typst", cv_show_private=True)
    assert built.warnings == []
    with pikepdf.open(built.out / "cv.pdf") as pdf, pdf.open_outline() as outline:
        titles = str([item.title for item in outline.root]) + str(
            [child.title for item in outline.root for child in item.children]
        )
    assert SECRET.casefold() in titles.casefold()
    assert holders(built.out.parent / "doctrees") == []


@pytest.mark.parametrize("directive", ["{only} html", "{cv-only} web", "{cv-only} print"])
def test_a_heading_in_a_block_for_one_output_is_told(site, directive):
    page = f"# Ada\n\n:::{directive}\n\n## Heading\n\nText.\n:::\n"
    found = [line for line in site(page).warnings if "[cv.only]" in line]
    assert [line.partition(": ")[0] for line in found] == ["index.md:5"]


def test_a_comment_in_code_is_no_heading(site):
    page = "# Ada\n\n::::{only} html\n\n```python\n# a comment\n```\n::::\n"
    assert site(page).warnings == []
