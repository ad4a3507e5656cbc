"""What the directives print, in HTML; only our own fragments are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from helpers import Built

if TYPE_CHECKING:
    from collections.abc import Callable

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


@pytest.mark.parametrize(
    ("options", "main", "subline"),
    [
        (":organization: MIT\n:location: Cambridge", "Post, MIT, Cambridge", ""),
        (":kind: education\n:organization: MIT\n:location: Cambridge", "MIT, Cambridge", "Post"),
        (":kind: education", "Post", ""),
        (":organization: MIT\n:with: Ann, Bob, Cleo", "Post, MIT", "with Ann, Bob, and Cleo"),
        (":kind: education\n:organization: MIT\n:with: Ann", "MIT", "Post, with Ann"),
    ],
)
def test_a_kind_decides_the_order_of_the_line(
    site: Site, options: str, main: str, subline: str
) -> None:
    built = site(entry(options))
    assert main_line(built) == main
    found = built.article().find(class_="cv-subline")
    assert (found.get_text() if found else "") == subline
    assert built.warnings == []


def test_a_title_that_ends_in_a_full_stop_takes_no_comma(site: Site) -> None:
    assert main_line(site(entry(":organization: MIT", "Internship."))) == "Internship. MIT"


@pytest.mark.parametrize(
    ("options", "printed"),
    [
        (":date: 2023", "2023"),
        (":date: 2023-05-12", "May 12, 2023"),
        (":start: 2020\n:end: 2024\n:expected:", "2020–2024 (expected)"),
        (":start: 2023-05\n:end: 2023-08", "May–August 2023"),
        (":start: 2020-04\n:end: 2020-09\n:full-dates:", "April 2020 – September 2020"),
        (":start: 2022-09\n:end: present", "September 2022 – present"),
    ],
)
def test_dates_are_printed_in_words(site: Site, options: str, printed: str) -> None:
    date = site(entry(options)).article().find(class_="cv-date")
    assert date is not None
    assert date.get_text() == printed


def test_dates_are_printed_in_the_language_of_the_build(site: Site) -> None:
    date = site(entry(":start: 2023-05\n:end: 2023-08"), language="fr").article()
    assert date.find(class_="cv-date").get_text() == "mai – août 2023"


def test_a_single_date_is_marked_up_for_machines(site: Site) -> None:
    date = site(entry(":date: 2023-05")).article().find("time")
    assert date["datetime"] == "2023-05"


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


def test_the_home_page_lists_the_latest_talks_of_all_pages(site: Site) -> None:
    files = {
        "index.md": "# Ada\n\n```{talk-list}\n:limit: 2\n```\n\n```{toctree}\none\ntwo\n```\n",
        "one.md": "# One\n\n```{talk} A\n:event: E\n:date: 2021\n```\n\n"
        "```{talk} B\n:event: E\n:date: 2023-02\n```\n",
        "two.md": "# Two\n\n```{talk} C\n:event: E\n:date: 2023-01\n```\n",
    }
    article = site(files).article()
    assert [part.get_text() for part in article.find_all(class_="cv-main")] == ["B", "C"]


def test_a_list_shows_one_kind(site: Site) -> None:
    page = "# Ada\n\n```{entry-list}\n:kind: award\n```\n\n```{toctree}\nall\n```\n"
    rest = (
        "# All\n\n```{cv-entry} Prize\n:kind: award\n:date: 2020\n```\n\n"
        "```{cv-entry} Post\n:date: 2021\n```\n"
    )
    article = site({"index.md": page, "all.md": rest}).article()
    assert [part.get_text() for part in article.find_all(class_="cv-main")] == ["Prize"]


def test_the_header_shows_what_is_public(site: Site) -> None:
    profile = {
        "name": "Ada Lovelace",
        "position": "Countess",
        "affiliation": "London",
        "email": "ada@example.org",
        "phone": "+44 1815",
        "birth": "Born 1815",
        "links": {"ORCID": "https://orcid.org/0000"},
        "private": ["birth"],
    }
    header = site("# Ada\n\n```{cv-header}\n```\n", cv_profile=profile).article()
    text = header.get_text()
    assert "Countess, London" in text
    assert "ORCID: https://orcid.org/0000" in text
    assert "+44 1815" in text
    assert "1815" in text
    assert "Born" not in text


def test_a_postal_address_is_shown_where_it_is_public(site: Site) -> None:
    profile = {"name": "Ada Lovelace", "address": "12 St James's Square, London"}
    built = site("# Ada\n", cv_profile=profile)
    [contact] = built.page().find(class_="cv-contacts").find_all("li")
    assert contact.get_text() == profile["address"]
    assert '"address":"12 St James' in built.text("index.html")
    private = site("# Ada\n", cv_profile=profile | {"private": ["address"]})
    assert "Square" not in private.text("index.html")
    printed = site("# Ada\n", "latex", cv_profile=profile | {"private": ["address"]})
    assert "12 St James" in printed.text("cv.tex")


def test_an_address_longer_than_a_line_of_the_side_is_shown_by_its_name(site: Site) -> None:
    links = {
        "Scholar": "https://scholar.google.com/citations?user=abc",
        "GitHub": "https://github.com/ada",
        "Bluesky": "https://bsky.app/profile/ada.of.the.engine.example.org",
    }
    page = site("# Ada\n", cv_profile={"name": "Ada Lovelace", "links": links}).page()
    shown = [link.get_text() for link in page.find(class_="cv-contacts").find_all("a")]
    assert shown == ["Scholar", "GitHub: github.com/ada", "Bluesky"]


MANY = """# Talks

```{talk} Alpha
:event: Seminar
:location: Rome
:date: 2021-03
:kind: seminar
:publication: lovelace1843notes
```

```{talk} Beta
:event: ICML
:host: MIT
:date: 2022-07
:kind: keynote
```

```{talk} Alpha
:event: Workshop
:location: Oslo
:date: 2023-01
:kind: seminar
```

```{talk} Gamma
:event: ICML
:date: 2024-05
```
"""


SELECTED = {
    "": ["Gamma", "Alpha", "Beta", "Alpha"],
    ":order: oldest": ["Alpha", "Beta", "Alpha", "Gamma"],
    ":limit: 1": ["Gamma"],
    ":kind: keynote": ["Beta"],
    ":year: 2022": ["Beta"],
    ":year: 2022-2023": ["Alpha", "Beta"],
    ":year: 2023-": ["Gamma", "Alpha"],
    ":year: -2021": ["Alpha"],
    ":publication: lovelace1843notes": ["Alpha"],
    ":organization: icml": ["Gamma", "Beta"],
    ":organization: MIT": ["Beta"],
    ":when: upcoming": ["Gamma", "Alpha"],
    ":when: past": ["Beta", "Alpha"],
    ":fold:": ["Gamma", "Alpha", "Beta"],
    ":group: year": ["2024", "Gamma", "2023", "Alpha", "2022", "Beta", "2021", "Alpha"],
    ":group: kind\n:year: 2021-2023": ["Keynote", "Beta", "Seminar", "Alpha", "Alpha"],
    ":group: kind\n:limit: 2": ["Gamma", "Seminar", "Alpha"],
}


@pytest.fixture(scope="module")
def selections(module_site: Site) -> Built:
    """Return a site with each list on a page of its own."""
    lists = {
        f"list{at}.md": f"# List\n\n```{{talk-list}}\n{options}\n```\n"
        for at, options in enumerate(SELECTED)
    }
    home = "# Ada\n\n```{toctree}\n:glob:\n\ntalks\nlist*\n```\n"
    return module_site({"index.md": home, "talks.md": MANY} | lists, cv_today="2023-01-15")


@pytest.mark.parametrize("options", SELECTED)
def test_a_list_selects_and_orders(selections: Built, options: str) -> None:
    page = f"list{[*SELECTED].index(options)}.html"
    found = selections.article(page).find_all(class_=["cv-main", "cv-year"])
    assert [part.get_text() for part in found] == SELECTED[options]
    assert selections.warnings == []


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("newest", ["Other", "2020", "Prize", "2015", "Lasting", "Old"]),
        ("oldest", ["Other", "2015", "Old", "Lasting", "2020", "Prize"]),
    ],
)
def test_an_entry_stands_under_its_own_year(site: Site, order: str, expected: list[str]) -> None:
    dates = {
        "Lasting": ":start: 2015\n:end: present\n",
        "Prize": ":date: 2020\n",
        "Old": ":date: 2015\n",
        "Other": "",
    }
    entries = "".join(f"```{{cv-entry}} {name}\n{date}```\n\n" for name, date in dates.items())
    home = f"# Ada\n\n```{{entry-list}}\n:group: year\n:order: {order}\n```\n\n```{{toctree}}\nall\n```\n"
    built = site({"index.md": home, "all.md": f"# All\n\n{entries}"})
    found = built.article().find_all(class_=["cv-main", "cv-year"])
    assert [part.get_text() for part in found] == expected


def test_a_folded_list_names_all_places(site: Site) -> None:
    home = "# Ada\n\n```{talk-list}\n:fold:\n```\n\n```{toctree}\ntalks\n```\n"
    talk = site({"index.md": home, "talks.md": MANY}).article().find_all(class_="cv-talk")[1]
    assert talk.find(class_="cv-main").get_text() == "Alpha"
    assert talk.find(class_="cv-date").get_text() == "2021, 2023"
    places = "Workshop, Oslo, 2023 · Seminar, Rome, 2021"
    assert talk.find(class_="cv-subline").get_text() == places


def test_today_moves_a_talk_from_upcoming_to_past(site: Site) -> None:
    home = "# Ada\n\n```{talk-list}\n:when: upcoming\n```\n\n```{toctree}\ntalks\n```\n"
    pages = {"index.md": home, "talks.md": MANY}
    before = site(pages, cv_today="2024-05-31").article()
    assert [part.get_text() for part in before.find_all(class_="cv-main")] == ["Gamma"]
    after = site(pages, fresh=False, cv_today="2024-06-01").article()
    assert after.find(class_="cv-main") is None


@pytest.mark.parametrize(
    ("option", "message"),
    [
        (":year: soon", '"soon" names no years: write 2020, 2020-2023, 2020- or -2023'),
        (":when: upcomming", '"upcomming" is no value of "when". Did you mean "upcoming"?'),
        (":order: new", '"new" is no value of "order". Did you mean "newest"?'),
    ],
)
def test_a_wrong_condition_of_a_list_is_told(site: Site, option: str, message: str) -> None:
    built = site(f"# Ada\n\n```{{talk-list}}\n{option}\n```\n")
    assert built.warnings == [f"index.md:4: WARNING: {message} [cv.option]"]


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
