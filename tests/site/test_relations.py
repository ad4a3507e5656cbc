"""Every fact names what is tied to it, on its own page and in print, whoever says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from helpers import BIB, Built
from pdf_readers import text_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Site = Callable[..., Built]

FILES = {
    "index.md": "# Ada\n\n```{toctree}\ntalks\nposts\nsoftware\npapers\n```\n",
    "talks.md": """# Talks

```{talk} On engines
:event: Royal Society
:location: London
:date: 1843
:publication: lovelace1843notes
:entry: analyst
```

```{talk} On engines again
:event: Salon
:date: 1844
:publication: lovelace1843notes
```
""",
    "posts.md": """# Posts

```{cv-entry} Analyst
:name: analyst
:organization: Analytical Society
:publication: lovelace1843notes

The body.
```
""",
    "software.md": """---
cv-kind: software
---

# Software

- [engine](https://example.org/engine/), and [loom](https://example.org/loom): author
""",
    "papers.md": "# Papers\n\n```{publication-list}\n```\n",
    "refs.bib": BIB.replace("  url", "  code = {https://example.org/engine},\n  url"),
}


def lines(built: Built, page: str) -> list[str]:
    return [line.get_text() for line in built.article(page).find_all(class_="cv-related")]


@pytest.mark.parametrize("parallel", [1, 2])
def test_a_paper_names_its_talks_entries_and_software(site: Site, parallel: int) -> None:
    built = site(FILES, parallel=parallel, cv_publication_pages=True)
    expected = [
        "Presented at Royal Society, London, 1843 · Salon, 1844",
        "Experience: Analyst",
        "Software: engine",
    ]
    assert lines(built, "papers.html") == expected
    assert lines(built, "publications/lovelace1843notes.html") == expected
    links = [a["href"] for a in built.article("papers.html").select(".cv-related a")]
    assert links == [
        "talks.html#on-engines",
        "talks.html#on-engines-again",
        "posts.html#analyst",
        "software.html#software",
    ]
    for link in links:
        page, _hash, anchor = link.partition("#")
        assert built.page(page).find(id=anchor) is not None
    assert built.warnings == []


def test_a_position_names_its_talks_and_papers_and_a_talk_its_position(site: Site) -> None:
    built = site(FILES)
    assert lines(built, "posts.html") == ["Talks: Royal Society, London, 1843"]
    assert "Paper [1]" in built.article("posts.html").get_text()
    row = built.article("talks.html").find(class_="cv-links")
    assert row.get_text().split("\n") == ["Paper [1]", "Analyst"]


def test_a_work_that_is_no_paper_is_named_by_its_kind(site: Site) -> None:
    page = """# Ada

```{talk} Waltz
:event: Opera
:date: 1850
:publication: waltz
```

```{publication-list}
```
"""
    bib = "@music{waltz, author={Ada}, title={A Waltz}, year=1850}\n"
    built = site({"index.md": page, "refs.bib": bib})
    assert built.article().find(class_="cv-links").get_text() == "Music [1]"


def test_a_key_in_other_capitals_is_told(site: Site) -> None:
    talks = FILES["talks.md"].replace("lovelace1843notes", "Lovelace1843Notes")
    assert [line for line in site(FILES | {"talks.md": talks}).warnings if "cv.pub" in line] == [
        f'talks.md:{line}: WARNING: no .bib file has the key "Lovelace1843Notes". '
        'Did you mean "lovelace1843notes"? [cv.publication]'
        for line in (7, 14)
    ]


def test_software_names_its_papers(site: Site) -> None:
    assert lines(site(FILES), "software.html") == ["Papers: [1]"]


@pytest.mark.parametrize(
    ("field", "page"),
    [
        (r"code = {\url{https://example.org/my\_engine}}", "https://example.org/my_engine"),
        ("url_code = {http://example.org/Engine.git}", "https://example.org/engine"),
    ],
)
def test_the_address_of_code_is_that_of_its_link(site: Site, field: str, page: str) -> None:
    bib = BIB.replace("  url", f"  {field},\n  url")
    software = f"---\ncv-kind: software\n---\n\n# Software\n\n[engine]({page})\n"
    built = site(FILES | {"refs.bib": bib, "software.md": software})
    assert lines(built, "software.html") == ["Papers: [1]"]
    assert "Software: engine" in lines(built, "papers.html")


def test_an_address_without_a_scheme_ties_nothing(site: Site) -> None:
    bib = BIB.replace("  url", "  code = {engine},\n  url")
    software = "---\ncv-kind: software\n---\n\n# Software\n\n[Write](mailto:ada@example.org)\n"
    built = site(FILES | {"refs.bib": bib, "software.md": software})
    assert lines(built, "software.html") == []
    assert "Software: Write" not in lines(built, "papers.html")


def test_the_home_page_and_lists_do_not_repeat_the_relations(site: Site) -> None:
    home = "# Ada\n\n```{entry-list}\n```\n" + FILES["index.md"].partition("\n")[2]
    assert lines(site(FILES | {"index.md": home}), "index.html") == []


@pytest.mark.parametrize("builder", ["singlehtml", "text", "man", "epub", "texinfo", "xml"])
def test_every_builder_takes_the_relations(site: Site, builder: str) -> None:
    built = site(FILES, builder)
    told = [line for line in built.warnings if "conf" not in line]
    assert told == []
    files = [path for path in built.out.rglob("*") if path.suffix in (".html", ".txt", ".xhtml")]
    text = " ".join(path.read_text("utf-8") for path in files)
    assert builder in ("man", "texinfo", "xml") or "Presented at" in text


def test_print_names_what_is_short(site: Site) -> None:
    tex = site(FILES, "latex").text("cv.tex")
    talk = r"\detokenize{talks:on-engines}"
    described = rf"\cvdescribed{{\cvpageof{{{talk}}}: On engines}}{{{{\hyperref[{talk}]"
    assert rf"\cvrelated{{Presented at {described}" in tex
    assert r"Royal Society, London \cvdescribed{" in tex
    # The link to the code says it.
    assert "Software:" not in tex


def test_the_print_engine_names_the_same(site: Site) -> None:
    text = text_of(site(FILES, "typst").out / "cv.pdf")
    assert "Presented at Royal Society, London, 1843 · Salon, 1844" in text
    assert "Royal Society, London [1]" in text
    assert "Talks: Royal Society, London, 1843" in text


@pytest.mark.parametrize("builder", ["latex", "typst"])
def test_print_can_do_without(site: Site, builder: str) -> None:
    built = site(FILES, builder, cv_print={"references": False})
    text = built.text("cv.tex") if builder == "latex" else text_of(built.out / "cv.pdf")
    for words in ("Presented at", "Talks:", "[1]}"):
        assert words not in text


def test_compact_says_at_the_talk_alone_which_paper_it_presented(site: Site) -> None:
    text = text_of(site(FILES, "typst", cv_print={"look": "compact"}).out / "cv.pdf")
    assert "Royal Society, London [1]" in text
    assert "Presented at" not in text
    assert "Talks:" in text


def test_many_talks_do_not_fill_the_print(site: Site) -> None:
    talk = "```{{talk}} Talk {0}\n:event: A rather long event {0}\n:date: 1843\n:publication: {1}\n```\n"
    talks = "\n".join(talk.format(number, "lovelace1843notes") for number in range(9))
    built = site(FILES | {"talks.md": f"# Talks\n\n{talks}"}, "latex")
    assert "Presented at" not in built.text("cv.tex")


def test_a_paper_follows_a_talk_that_changes_on_another_page(site: Site) -> None:
    site(FILES)
    built = site({"talks.md": FILES["talks.md"].replace("Salon", "Opera")}, fresh=False)
    assert "Presented at Royal Society, London, 1843 · Opera, 1844" in lines(built, "papers.html")
    built = site(
        {"talks.md": FILES["talks.md"].replace(":entry: analyst", ":kind: invited")}, fresh=False
    )
    assert lines(built, "posts.html") == []


def test_a_paper_follows_the_software_that_changes_on_another_page(site: Site) -> None:
    site(FILES)
    page = FILES["software.md"].replace("[engine]", "[motor]")
    built = site({"software.md": page, "refs.bib": FILES["refs.bib"]}, fresh=False)
    assert "Software: motor" in lines(built, "papers.html")


def test_another_site_refers_to_talks_and_entries(site: Site, tmp_path: Path) -> None:
    built = site(FILES)
    inventory = tmp_path / "ada.inv"
    inventory.write_bytes((built.out / "objects.inv").read_bytes())
    page = "# Bob\n\n{external+ada:cv:entry}`analyst`, [](inv:ada:cv:entry#analyst)\n"
    other = site(
        {"index.md": page},
        extensions=["sphinx_cv", "sphinx.ext.intersphinx"],
        intersphinx_mapping={"ada": ("https://example.org/cv/", str(inventory))},
    )
    links = other.article().find_all("a", href="https://example.org/cv/posts.html#analyst")
    assert [link.get_text() for link in links] == ["Analyst", "Analyst"]
