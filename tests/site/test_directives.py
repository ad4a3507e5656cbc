"""What the directives of entries and talks print, in HTML; only our own fragments are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from helpers import Built

if TYPE_CHECKING:
    from collections.abc import Callable

    from bs4 import Tag

    Site = Callable[..., Built]

HOSTILE = r"C# #tag @me <1% $5 a_b R&D <b> \input{x}"


def lines(built: Built, name: str = "index.html") -> list[str]:
    """Return the article's text, a line for each block."""
    return [line for line in built.article(name).get_text("\n", strip=True).splitlines() if line]


def entry(options: str, title: str = "Post") -> str:
    return f"# Ada\n\n```{{cv-entry}} {title}\n{options}\n```\n"


def main_line(built: Built) -> str:
    main = built.article().find(class_="cv-main")
    assert main is not None
    return main.get_text()


# The options of an entry, and the lines above its date.
LINES = {
    ":organization: MIT\n:location: Cambridge": ("Post, MIT, Cambridge", ""),
    ":kind: education\n:organization: MIT\n:location: Cambridge": ("MIT, Cambridge", "Post"),
    ":kind: education": ("Post", ""),
    ":organization: MIT\n:with: Ann, Bob, Cleo": ("Post, MIT", "with Ann, Bob, and Cleo"),
    ":kind: education\n:organization: MIT\n:with: Ann": ("MIT", "Post, with Ann"),
}
DATES = {
    ":date: 2023": "2023",
    ":date: 2023-05-12": "May 12, 2023",
    ":start: 2020\n:end: 2024\n:expected:": "2020–2024 (expected)",
    ":start: 2023-05\n:end: 2023-08": "May–August 2023",
    ":start: 2020-04\n:end: 2020-09\n:full-dates:": "April 2020 – September 2020",
    ":start: 2022-09\n:end: present": "September 2022 – present",
}


@pytest.fixture(scope="module")
def shown(module_site: Site) -> dict[str, Tag]:
    """Return how an entry with each of these options is shown: each is on a page of its own."""
    options = [*LINES, *DATES]
    pages = {f"p{at}.md": entry(each) for at, each in enumerate(options)}
    home = "# Ada\n\n```{toctree}\n:glob:\n\np*\n```\n"
    # Beside each other they are much alike, and one end has passed.
    others = ["cv.duplicate", "cv.expired"]
    built = module_site(pages | {"index.md": home}, suppress_warnings=others)
    assert built.warnings == []
    return {each: built.article(f"p{at}.html") for at, each in enumerate(options)}


@pytest.mark.parametrize("options", LINES)
def test_a_kind_decides_the_order_of_the_line(shown: dict[str, Tag], options: str) -> None:
    found = [shown[options].find(class_=name) for name in ("cv-main", "cv-subline")]
    assert tuple(part.get_text() if part else "" for part in found) == LINES[options]


def test_a_title_that_ends_in_a_full_stop_takes_no_comma(site: Site) -> None:
    assert main_line(site(entry(":organization: MIT", "Internship."))) == "Internship. MIT"


@pytest.mark.parametrize("options", DATES)
def test_dates_are_printed_in_words(shown: dict[str, Tag], options: str) -> None:
    assert shown[options].find(class_="cv-date").get_text() == DATES[options]


def test_dates_are_printed_in_the_language_of_the_build(site: Site) -> None:
    date = site(entry(":start: 2023-05\n:end: 2023-08"), language="fr").article()
    assert date.find(class_="cv-date").get_text() == "mai – août 2023"


def test_a_single_date_is_marked_up_for_machines(site: Site) -> None:
    date = site(entry(":date: 2023-05")).article().find("time")
    assert date["datetime"] == "2023-05"


def test_both_ends_of_a_range_are_marked_up_for_machines(site: Site) -> None:
    dates = site(entry(":date: 2019-2021")).article().find_all("time")
    assert [date["datetime"] for date in dates] == ["2019", "2021"]


def test_a_page_sets_the_kind_of_its_entries(site: Site) -> None:
    page = "---\ncv-kind: education\n---\n\n" + entry(":organization: MIT")
    assert main_line(site(page)) == "MIT"


def test_a_page_with_an_unknown_kind_is_told(site: Site) -> None:
    built = site("---\ncv-kind: educaton\n---\n\n" + 2 * entry(""))
    assert built.warnings == [
        'index.md:2: WARNING: unknown value "educaton" for "cv-kind". Did you mean "education"? [cv.kind]'
    ]


def test_options_may_stand_between_fences(site: Site) -> None:
    page = '# Ada\n\n```{cv-entry} Post\n---\norganization: "MIT"\ndate: 2020\n---\n\nBody\n```\n'
    built = site(page)
    assert main_line(built) == "Post, MIT"
    assert "Body" in lines(built)
    assert built.warnings == []


def test_the_colon_fence_works_as_well(site: Site) -> None:
    assert main_line(site("# Ada\n\n:::{cv-entry} Post\n:organization: MIT\n:::\n")) == "Post, MIT"


TALK = """# Ada

```{talk} On *engines*
:event: Royal Society
:host: Mathematics group
:location: London
:online:
:date: 2023-05-12
:kind: keynote
:language: fr
:slides: https://example.org/slides
:url: https://example.org/talk
:publication: lovelace1843notes

How they weave $x^2$.
```

```{bibliography}
:all:
```
"""


def test_a_talk_prints_its_title_date_place_and_links(site: Site) -> None:
    built = site(TALK)
    talk = built.article().find(class_="cv-talk")
    assert talk is not None
    assert talk.find("a", href="https://example.org/talk").find("em").get_text() == "engines"
    assert [
        part.get_text() for part in talk.find_all(class_=["cv-main", "cv-date", "cv-subline"])
    ] == [
        "On engines",
        "May 12, 2023",
        "Royal Society, Mathematics group, London, Online (keynote, in French)",
    ]
    links = talk.find(class_="cv-links").find_all("a")
    assert [(link.get_text(), link["href"]) for link in links] == [
        ("Slides", "https://example.org/slides"),
        ("Paper [1]", "#cite-1-lovelace1843notes"),
    ]
    assert talk.find("details").find("summary").get_text() == "Abstract"
    assert built.warnings == []


def test_a_heading_in_a_body_stays_in_it(site: Site) -> None:
    page = "# Ada\n\n```{cv-entry} Post\n\n## Inside\n\nText\n```\n\nAfter.\n"
    built = site(page)
    entry_ = built.article().find(class_="cv-entry")
    assert "Inside" in entry_.get_text()
    assert "After." not in entry_.get_text()


@pytest.mark.parametrize("builder", ["html", "text", "latex"])
def test_text_reads_the_same_in_every_output(site: Site, builder: str) -> None:
    page = (
        f"# Ada\n\n```{{cv-entry}} T {HOSTILE}\n:organization: O {HOSTILE}\n"
        f":location: L {HOSTILE}\n\nB {HOSTILE}\n```\n\n"
        f"```{{talk}} U {HOSTILE}\n:event: E {HOSTILE}\n:host: H {HOSTILE}\n:date: 2023\n```\n\n"
        f"P {HOSTILE}\n"
    )
    built = site(page, builder, cv_profile={"name": "Ada", "position": f"Q {HOSTILE}"})
    if builder == "html":
        text = built.article().get_text()
    elif builder == "text":
        text = " ".join(built.text("index.txt").split())
    else:
        # The PDF's own text is compared in tests/print.
        text = built.text("cv.tex")
        assert "\\input{x}" not in text
        return
    for mark in "TOLBUEHP":
        assert f"{mark} {HOSTILE}" in text
    assert built.warnings == []


def test_html_in_the_sources_is_text(site: Site) -> None:
    built = site("# Ada\n\n<script>alert(1)</script>\n\n<b>bold</b>\n")
    assert built.article().find(["script", "b"]) is None
    assert "<script>alert(1)</script>" in built.article().get_text()


def test_the_words_of_the_extension_follow_the_language(site: Site) -> None:
    page = (
        entry(":start: 2020\n:end: 2024\n:expected:")
        + "\n```{talk} T\n:event: E\n:online:\n:date: 2023\n```\n"
        + "\n```{talk} U\n:online:\n:date: 2022\n```\n"
    )
    article = site(page, language="fr").article()
    assert article.find(class_="cv-date").get_text() == "2020–2024 (prévu)"
    lines = [line.get_text() for line in article.select(".cv-talk .cv-subline")]
    assert lines == ["E, en ligne", "En ligne"]


def test_another_theme_shows_the_cv(site: Site) -> None:
    page = "# Ada\n\n```{talk} Notes\n:event: Royal Society\n:date: 2023\n```\n"
    built = site(page, html_theme="alabaster", cv_pdf="", cv_publication_pages=True)
    assert built.warnings == []
    assert "Royal Society" in built.page().get_text()
    assert not (built.out / "404.html").exists()
