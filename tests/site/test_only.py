"""Blocks for one output, and what is the owner's alone: no byte of it in anything public."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

SECRET = "Zanzibarquux"
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
:zzz: {SECRET}
```
::::

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


def holders(folder: Path) -> list[str]:
    """Return the files below *folder* that hold the secret, in their bytes or as a PDF's text."""
    found = []
    for path in folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            if path.suffix == ".pdf":
                with pikepdf.open(path) as pdf:
                    data += str(pdf.docinfo).encode()
            if SECRET.casefold().encode() in data.lower():
                found.append(path.name)
    return found


@pytest.mark.parametrize("builder", ["html", "dirhtml", "text", "latex", "epub", "gettext", "xml"])
def test_no_byte_of_what_is_the_owners_is_in_an_output(site, builder, monkeypatch):
    monkeypatch.setenv("CI", "1")
    files = {"index.md": TOP, "one.md": PAGE, "two.md": OWN_PAGE}
    built = site(files, builder, html_copy_source=True, cv_show_private=False)
    assert built.warnings == []
    assert holders(built.out.parent) == []


def test_switching_a_block_to_the_owners_takes_it_out(site):
    shown = PAGE.replace("{cv-only} own", "{cv-only} web").replace("## Ref", "Ref")
    shown = shown.replace(f":zzz: {SECRET}\n", "").replace(f" {{cv:entry}}`{SECRET}`", "")
    built = site({"index.md": TOP, "one.md": shown, "two.md": f"# T\n\n{SECRET}\n"})
    assert len(holders(built.out)) > 2
    files = {"index.md": TOP, "one.md": PAGE, "two.md": OWN_PAGE}
    again = site(files, fresh=False, cv_show_private=False)
    assert holders(again.out.parent) == []


@pytest.mark.parametrize("word", ["Own", "privat", "", "pritn", "web print"])
def test_a_misspelled_output_shows_nothing_and_is_told(site, word):
    page = f"# Ada\n\n:::{{cv-only}} {word}\n{SECRET}\n:::\n"
    built = site(page, cv_show_private=False)
    [warning] = built.warnings
    assert warning.startswith("index.md:3: WARNING: cv-only says which output")
    assert holders(built.out.parent) == []


def test_a_block_is_for_the_website_or_for_print(site):
    files = {"index.md": TOP.replace("two\n", ""), "one.md": PAGE}
    web = site(files, cv_show_private=False).article("one.html").get_text()
    tex = site(files, "latex", cv_show_private=False).text("cv.tex")
    assert ("Webwords" in web, "Printwords" in web) == (True, False)
    assert ("Webwords" in tex, "Printwords" in tex) == (False, True)


def test_the_owners_pdf_alone_has_it(site, monkeypatch):
    for name in ("CI", "READTHEDOCS", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)
    page = PAGE.replace(f":zzz: {SECRET}\n", "")
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
