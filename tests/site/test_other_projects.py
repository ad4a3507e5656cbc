"""The extension in a project that is no CV: it adds, and switches nothing of Sphinx's."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from helpers import BIB

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers import Built

    Site = Callable[..., Built]

LIST = "# Papers\n\n```{publication-list}\n```\n"
TALK = "```{talk} Notes\n:event: Royal Society\n:date: 2023\n```\n"
MANY = f"""{BIB}
@misc{{b, title={{B}}, year=2001, author={{Lovelace, Ada}}}}
@misc{{c, title={{C}}, year=2002, author={{Lovelace, Ada}}}}
"""


@pytest.mark.parametrize(
    ("conf", "preset"),
    [
        ({}, True),
        ({"html_theme": "sphinx_cv"}, True),
        ({"html_theme": "alabaster"}, False),
        ({"html_theme": "classic"}, False),
        ({"html_theme": "classic", "cv_preset": True}, True),
        ({"cv_preset": False}, False),
    ],
)
def test_a_project_that_names_another_theme_is_no_cv(
    site: Site, conf: object, preset: bool
) -> None:
    built = site(f"# Ada\n\n{TALK}", "dummy", **conf)
    assert built.warnings == []
    assert built.app.config.cv_preset is preset


def test_the_setting_is_one_of_two_words(site: Site) -> None:
    built = site("# Ada\n\nText\n", "dummy", cv_preset="no", html_theme="alabaster")
    told = 'conf.py:3: WARNING: "no" is not True or False: write cv_preset = False [cv.option]'
    assert built.warnings == [told]
    assert built.app.config.cv_preset is False


PAGE = """# Handbook

```{include} part.md
```

```{raw} html
<b id="raw">raw</b>
```

```{literalinclude} part.md
```

```{csv-table}
:file: table.csv
```

<i id="html">HTML</i>, $\\href{x}{y}$ <!-- a remark -->
"""


def test_no_directive_is_forbidden_and_no_text_is_changed(site: Site) -> None:
    files = {"index.md": PAGE, "part.md": "A *part*.\n", "table.csv": "one,two\n"}
    conf = {
        "html_theme": "alabaster",
        "exclude_patterns": ["part.md"],
        "myst_enable_extensions": ["dollarmath"],
    }
    built = site(files, **conf)
    assert built.warnings == []
    page = built.page()
    assert page.find(id="raw")
    assert page.find(id="html")
    assert page.find("em").get_text() == "part"
    assert "A *part*." in page.find("pre").get_text()
    assert page.find("td").get_text() == "one"
    assert "a remark" in built.text("index.html")
    # MathJax is Sphinx's own renderer, and takes every word.
    assert r"\href{x}{y}" in page.find(class_="math").get_text()


def test_settings_and_files_are_those_of_sphinx_without_the_extension(site: Site) -> None:
    page = {"index.md": f"# Handbook\n\n{TALK}"}
    others = ["myst_parser", "sphinxcontrib.bibtex"]
    with_ours = site(page, html_theme="alabaster")
    ours = {value.name: value.value for value in with_ours.app.config}
    files = {str(path.relative_to(with_ours.out)) for path in with_ours.out.rglob("*")}
    shutil.rmtree(with_ours.out)
    plain = site(
        {"index.md": "# Handbook\n"}, extensions=others, html_theme="alabaster", bibtex_bibfiles=[]
    )
    stock = {value.name: value.value for value in plain.app.config}
    # A folder of files beside those of the project.
    set_here = {"extensions", "bibtex_bibfiles", "html_static_path"}
    assert {name for name in stock if stock[name] != ours[name]} <= set_here
    added = files - {str(path.relative_to(plain.out)) for path in plain.out.rglob("*")}
    # And the list of the files that we write, by which they are taken away again.
    ours_alone = {"cv-items.css", "cv-text.js", "cv-items.js", "cv-parts.js", "cv-filter.js"}
    assert added == {".cv-files", *(f"_static/{name}" for name in ours_alone)}


@pytest.mark.parametrize("builder", ["latex", "text", "epub", "man"])
def test_other_outputs_have_the_facts_and_no_layout_of_ours(site: Site, builder: str) -> None:
    files = {"index.md": f"# Handbook\n\n{TALK}\n{LIST[1:]}"}
    built = site(files, builder, html_theme="alabaster", version="1", copyright="Ada")
    assert built.warnings == []
    if builder != "latex":
        return
    tex = next(built.out.glob("*.tex")).read_text("utf-8")
    assert r"\documentclass[letterpaper,10pt,english]{sphinxmanual}" in tex
    assert "Royal Society" in tex
    assert "Notes on the Analytical Engine" in tex
    assert r"\cv" not in tex
    assert not list(built.out.glob("cv*.sty"))


@pytest.mark.parametrize("theme", ["alabaster", "classic", "sphinx_cv"])
def test_lists_bring_their_look_to_the_pages_that_have_one(site: Site, theme: str) -> None:
    files = {"index.md": LIST + "\n```{toctree}\nmore\n```\n", "more.md": "# More\n\nText\n"}
    built = site(files | {"refs.bib": MANY}, html_theme=theme, cv_preset=False)
    assert built.warnings == []
    loaded = {
        name: [part for part in ("cv-items.css", "cv-items.js") if part in built.text(name)]
        for name in ("index.html", "more.html")
    }
    assert loaded == {"index.html": ["cv-items.css", "cv-items.js"], "more.html": []}
    assert built.page().find(attrs={"data-cv-filter": True})


def test_there_is_no_pdf_but_the_one_that_is_asked_for(site: Site) -> None:
    header = "# Ada\n\n```{cv-header}\n```\n"
    assert not (site(header, html_theme="alabaster").out / "cv.pdf").exists()
    built = site(header, html_theme="alabaster", cv_pdf="ada.pdf")
    assert (built.out / "ada.pdf").is_file()
    assert built.page().find(class_="cv-header").find("a", href="ada.pdf")


def test_the_style_of_other_bibliographies_stays(site: Site) -> None:
    page = LIST + "\n```{bibliography}\n:all:\n:keyprefix: z-\n:labelprefix: Z\n```\n"
    built = site(page, html_theme="alabaster")
    assert built.warnings == []
    assert "[ZLM43]" in built.page().get_text()
    assert built.page().find(class_="cv-label").get_text() == "[1]"


def test_only_items_are_checked(site: Site) -> None:
    page = "# Handbook\n\n```{talk} Notes\n:event: E\n:date: May\n```\n\n![](javascript:x)\n"
    told = site(page, html_theme="alabaster", exclude_patern=["x"]).warnings
    assert [line.rpartition(" ")[2] for line in told] == ["[cv.date]"]


def test_the_theme_alone_builds(site: Site) -> None:
    files = {"index.rst": "Ada\n===\n\n.. toctree::\n\n   more\n", "more.rst": "More\n====\n"}
    built = site(
        files, extensions=["sphinx_cv.html"], html_theme="sphinx_cv", exclude_patterns=["index.md"]
    )
    told = [line for line in built.warnings if "cv_profile" not in line]
    assert told == []
    sheets = [
        link["href"].partition("?")[0] for link in built.page().find_all("link", rel="stylesheet")
    ]
    assert all((built.out / sheet).is_file() for sheet in sheets)
    assert len(sheets) >= 3
