"""Publication lists: arrangement, numbers, what the web shows beside a reference, and pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from pybtex.database import Entry
from sphinx.util.console import strip_colors

from helpers import Built, sphinx_build, sphinx_main, write
from sphinx_cv.html.publications.pages import metatags

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Site = Callable[..., Built]

BIB = """
@article{old, title={Old}, author={Lovelace, Ada and Doe, Jane}, journal={Annals}, year={2001}}
@inproceedings{talked, title={Talked}, author={Doe, Jane and Lovelace, A.}, booktitle={Conf},
  year={2003}, keywords={selected}, abstract={We show $x^2$ \\emph{again}.}, file={secret.pdf}}
@article{new, title={New}, author={Al One and Bo Two and Cy Three and Di Four and Ada Lovelace and Ed Five},
  journal={Annals}, year={2003}, doi={10.1000/x}, keywords={mine, selected}}
@misc{coming, title={Coming}, author={Ada Lovelace and others}, pubstate={forthcoming}}
"""


def site_of(site: Site, directive: str, builder: str = "html", **conf: object) -> Built:
    pages = {
        "index.md": f"# Ada\n\n{directive}\n\n```{{toctree}}\nall\n```\n",
        "all.md": "# All\n\n{cite}`old`\n",
        "refs.bib": BIB,
    }
    return site(pages, builder, **conf)


def shown(built: Built) -> list[str]:
    """Return the headings, and the references with their labels, in their order."""
    found = built.article().find_all(class_=["cv-year", "cv-publication"])
    return [
        part.get_text()
        if "cv-year" in part["class"]
        else f"{part.find(class_='cv-label').get_text()} {part.find(class_='cv-pubtitle').get_text()}"
        for part in found
    ]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("", ["[1] Coming", "[2] Talked", "[3] New", "[4] Old"]),
        (":numbers: descending", ["[4] Coming", "[3] Talked", "[2] New", "[1] Old"]),
        (
            ":group: year",
            ["Forthcoming", "[1] Coming", "2003", "[2] Talked", "[3] New", "2001", "[4] Old"],
        ),
        (
            ":group: type",
            [
                *("Journal articles", "[1] New", "[2] Old"),
                *("Conference papers", "[3] Talked"),
                *("Other", "[4] Coming"),
            ],
        ),
        (
            ":group: type year",
            [
                *("Journal articles", "2003", "[1] New", "2001", "[2] Old"),
                *("Conference papers", "2003", "[3] Talked"),
                *("Other", "Forthcoming", "[4] Coming"),
            ],
        ),
        (":filter: type == 'article'", ["[1] New", "[2] Old"]),
    ],
)
def test_a_list_is_arranged_as_asked(site: Site, options: str, expected: list[str]) -> None:
    built = site_of(site, f"```{{publication-list}}\n{options}\n```")
    assert shown(built) == expected
    number = next(line for line in expected if line.endswith(" Old")).split()[0]
    assert built.article("all.html").find(class_="bibtex-citation").get_text() == number
    assert built.warnings == []


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ("ascending", ["[1] New", "[2] Old", "[3] Talked", "[4] Coming"]),
        ("descending", ["[4] New", "[3] Old", "[2] Talked", "[1] Coming"]),
    ],
)
def test_the_numbers_run_on_from_list_to_list(
    site: Site, numbers: str, expected: list[str]
) -> None:
    kinds = ("article", "inproceedings", "misc")
    lists = [
        f'```{{publication-list}}\n:filter: type == "{kind}"\n:numbers: {numbers}\n```'
        for kind in kinds
    ]
    built = site_of(site, "\n\n".join(lists))
    assert built.warnings == []
    assert shown(built) == expected


def test_the_numbers_follow_the_order_of_the_sections(site: Site) -> None:
    pages = {
        "index.md": "# Ada\n\n```{toctree}\nz\na\n```\n",
        "z.md": '# Z\n\n```{publication-list}\n:filter: type == "article"\n```\n',
        "a.md": '# A\n\n```{publication-list}\n:filter: type == "misc"\n```\n\n{cite}`old`\n',
        "refs.bib": BIB,
    }
    built = site(pages)
    assert built.warnings == []
    assert "[3]" in built.article("a.html").get_text()
    assert "[2]" in built.article("a.html").get_text()


def test_a_selected_list_has_the_numbers_of_the_full_one(site: Site) -> None:
    lists = "```{publication-list}\n:selected:\n```\n\n```{publication-list}\n```"
    assert shown(site_of(site, lists))[:2] == ["[2] Talked", "[3] New"]


def test_no_two_publications_share_a_page(site: Site) -> None:
    keys = ["10.1:1a", "9.44:1a", "1a", "a", "2020", "???", "cite", "_x", "k" * 300, "é" * 200]
    bib = "".join(f"@misc{{{key}, title={{T {key}}}, year=2000}}\n" for key in keys)
    pages = {"index.md": "# Ada\n\n```{publication-list}\n```\n", "refs.bib": bib}
    built = site(pages, bibtex_bibfiles=["refs.bib"], cv_publication_pages=True)
    links = built.article().select("ol.cv-publications > li .cv-pubtitle a")
    titles = [built.page(str(link["href"])).find("h1").get_text() for link in links]
    assert [title.strip("#¶ ") for title in titles] == [f"T {key}" for key in keys]


def test_no_publication_takes_the_page_of_its_folder(site: Site) -> None:
    # Nor a name that Windows has for a device.
    bib = "@misc{index, title={I}}\n@misc{con, title={C}}\n@misc{COM1, title={D}}\n"
    pages = {"index.md": "# Ada\n\n```{publication-list}\n```\n", "refs.bib": bib}
    built = site(pages, "dirhtml", bibtex_bibfiles=["refs.bib"], cv_publication_pages=True)
    folders = {path.name for path in (built.out / "publications").iterdir()}
    assert len(folders) == 3
    assert folders.isdisjoint({"index.html", "con", "com1"})


def test_a_list_may_name_its_keys(site: Site) -> None:
    built = site_of(site, "```{publication-list}\nold\nnew\n```")
    assert shown(built) == ["[1] New", "[2] Old"]


def test_a_list_names_its_keys_among_empty_lines_and_comments(site: Site) -> None:
    built = site_of(site, "```{publication-list}\n\nold  \n% the best\n\n  new\n```")
    assert shown(built) == ["[1] New", "[2] Old"]
    assert built.warnings == []


def test_a_key_that_is_nowhere_is_told_at_its_line(site: Site) -> None:
    built = site_of(site, "```{publication-list}\nold\nneww\nTalked\n```")
    assert shown(built) == ["[1] Old"]
    assert built.warnings == [
        f'index.md:{line}: WARNING: no .bib file has the key "{key}". '
        f'Did you mean "{near}"? [cv.publication]'
        for line, key, near in ((5, "neww", "new"), (6, "Talked", "talked"))
    ]


def test_a_condition_that_cannot_be_asked_leaves_the_list_whole(site: Site) -> None:
    built = site_of(site, '```{publication-list}\n:filter: type == "article" and year > 2002\n```')
    assert len(shown(built)) == 4
    assert [line.split("]")[0] for line in built.warnings] == [
        'index.md:4: WARNING: 2002 in `type == "article" and year > 2002` is no text, '
        'as fields are: write "2002" [cv.option'
    ]


def test_a_header_of_sphinxcontrib_bibtex_takes_no_arrangement(site: Site) -> None:
    built = site_of(
        site,
        "```{publication-list}\n:group: year\n```",
        bibtex_bibliography_header="(before)=\nAll of them\n",
    )
    assert shown(built)[:2] == ["Forthcoming", "[1] Coming"]


def test_a_list_may_read_one_of_several_files(site: Site) -> None:
    pages = {
        "index.md": "# Ada\n\n```{publication-list}\n:files: b.bib\n```\n",
        "refs.bib": BIB,
        "b.bib": "@misc{b, title={From b}, year=2000}\n",
    }
    built = site(pages, bibtex_bibfiles=["refs.bib", "b.bib"])
    assert shown(built) == ["[1] From b"]


def test_a_file_is_named_as_in_the_settings(site: Site) -> None:
    pages = {
        "index.md": "# Ada\n\n```{toctree}\nsections/a\n```\n",
        "sections/a.md": "# A\n\n```{publication-list}\n:files: b.bib\n```\n",
        "b.bib": "@misc{b, title={From b}, author={Ada Lovelace}}\n",
    }
    built = site(pages, "text", bibtex_bibfiles=["refs.bib", "b.bib"])
    assert built.warnings == []
    assert "From b" in built.text("sections/a.txt")


FULL = "```{publication-list}\n```"
ARTICLES = "```{publication-list}\n:filter: type == 'article'\n```"
OTHERS = "```{publication-list}\n:filter: type != 'article'\n:numbers: descending\n```"
BEST = "```{publication-list}\ntalked\nold\n```"
SELECTED = "```{publication-list}\n:selected:\n```"


@pytest.mark.parametrize(
    ("lists", "expected"),
    [
        ([ARTICLES, OTHERS], ["[1] New", "[2] Old", "[4] Coming", "[3] Talked"]),
        ([BEST, FULL], ["[2] Talked", "[4] Old", "[1] Coming", "[2] Talked", "[3] New", "[4] Old"]),
        ([BEST, ARTICLES], ["[3] Talked", "[2] Old", "[1] New", "[2] Old"]),
        (
            [FULL, FULL],
            ["[1] Coming", "[2] Talked", "[3] New", "[4] Old"] * 2,
        ),
        ([SELECTED, ARTICLES, BEST], ["[3] Talked", "[1] New", "[1] New", "[2] Old", "[3] Talked"]),
    ],
)
def test_lists_share_their_numbers_and_are_no_mistake(
    site: Site, lists: list[str], expected: list[str]
) -> None:
    built = site_of(site, "\n\n".join(lists))
    assert built.warnings == []
    assert [line.strip() for line in shown(built)][: len(expected)] == expected
    # Again, on top of what has been stored.
    again = site_of(site, "\n\n\n".join(lists), fresh=False)
    assert shown(again) == shown(built)
    assert not [line for line in again.warnings if "[bibtex" in line]


def test_a_year_has_one_heading(site: Site) -> None:
    years = ("in press", "", "2003", "in press", "2003a", "2003", "")
    bib = "".join(
        f"@misc{{k{at}, title={{{at}}}, year={{{year}}}}}" for at, year in enumerate(years)
    )
    page = "# Ada\n\n```{publication-list}\n:group: year\n```\n"
    built = site({"index.md": page, "refs.bib": bib})
    assert shown(built) == [
        *("Forthcoming", "[1] 0", "[2] 3"),
        *("2003", "[3] 2", "[4] 4", "[5] 5"),
        *("No date", "[6] 1", "[7] 6"),
    ]


@pytest.mark.parametrize("options", [":group: year", ":filter: key == 'none'"])
def test_a_link_goes_to_where_a_list_starts(site: Site, options: str) -> None:
    list_ = f"[Papers](#papers)\n\n(papers)=\n```{{publication-list}}\n{options}\n```"
    built = site_of(site, list_)
    place = built.article().find(id="papers")
    assert place is not None
    assert len(place.find_all_previous(class_="cv-publication")) == 0


def test_an_unknown_group_is_told(site: Site) -> None:
    built = site_of(site, "```{publication-list}\n:group: yaer\n```")
    assert built.warnings == [
        'index.md:4: WARNING: "yaer" is no value of "group". Did you mean "year"? [cv.option]'
    ]


def test_long_lists_of_authors_are_cut_but_never_the_owner(site: Site) -> None:
    built = site_of(site, "```{publication-list}\n:max-authors: 2\n```")
    item = built.article().find(id="cite-1-new")
    authors = item.find(class_="cv-authors")
    assert [part.get_text() for part in authors.find_all(class_="cv-rest")] == [
        ", Cy Three",
        ", Di Four",
        ", Ed Five",
    ]
    assert authors.find(class_="cv-owner").get_text() == "Ada Lovelace"
    assert authors.find("button").get_text() == "+ 3 authors"
    assert authors.get_text().endswith(" + 3 authors")
    tex = site_of(site, "```{publication-list}\n:max-authors: 2\n```", "latex").text("cv.tex")
    assert "Cy Three" not in tex


def test_others_are_not_counted_among_the_hidden(site: Site) -> None:
    bib = "@misc{a, title={A}, author={A One and B Two and C Three and D Four and others}}"
    page = "# Ada\n\n```{publication-list}\n:max-authors: 2\n```\n"
    button = site({"index.md": page, "refs.bib": bib}).article().find("button")
    assert button.get_text() == "+ 2 authors"


def test_a_page_of_the_author_stays(site: Site) -> None:
    files = {
        "index.md": "# Ada\n\n```{publication-list}\n```\n\n```{toctree}\npublications/old\n```\n",
        "publications/old.md": "# Mine\n",
        "refs.bib": BIB,
    }
    # Without a list of its own, every page would be written again.
    conf = {"cv_publication_pages": True, "templates_path": []}
    site(files, **conf)
    # Its list is written after it.
    del files["publications/old.md"]
    files["index.md"] = files["index.md"].replace("# Ada", "# Ada\n\nMore")
    built = site(files, fresh=False, **conf)
    assert built.article("publications/old.html").find("h1").get_text().startswith("Mine")


def test_a_single_author_is_not_cut(site: Site) -> None:
    # All but the first two and the owner: that is Ed Five alone.
    built = site_of(site, "```{publication-list}\n:max-authors: 4\n```")
    authors = built.article().find(id="cite-1-new").find(class_="cv-authors")
    assert authors.get_text() == "Al One, Bo Two, Cy Three, Di Four, Ada Lovelace, Ed Five"


def test_the_owner_is_marked_among_editors(site: Site) -> None:
    bib = "@book{b, editor={Bo Li and Ada Lovelace}, title={B}, publisher={P}, year={2000}}"
    files = {"index.md": "# Ada\n\n```{publication-list}\n```\n", "refs.bib": bib}
    built = site(files, cv_publication_pages=True)
    assert built.article().find(class_="cv-authors").get_text() == "Bo Li, Ada Lovelace (eds.)"
    assert built.article().find(class_="cv-owner").get_text() == "Ada Lovelace"
    page = built.article("publications/b.html")
    assert page.find(class_="cv-owner").get_text() == "Ada Lovelace"


def test_others_are_et_al(site: Site) -> None:
    built = site_of(site, "```{publication-list}\n```", cv_publication_pages=True)
    item = built.article().find(id="cite-1-coming")
    assert item.find(class_="cv-reference").get_text() == "Ada Lovelace et al. Coming. Forthcoming."
    # On a screen full stops between the parts are out of sight; that of an abbreviation is not.
    assert item.find(class_="cv-authors").get_text() == "Ada Lovelace et al."
    tags = built.page("publications/coming.html").find_all(attrs={"name": "citation_author"})
    assert [tag["content"] for tag in tags] == ["Ada Lovelace"]


def test_the_download_goes_with_the_list(site: Site) -> None:
    built = site_of(site, "```{publication-list}\n```")
    assert (built.out / "publications.bib").is_file()
    built = site_of(site, "Text", fresh=False)
    assert not (built.out / "publications.bib").exists()


def test_a_file_of_the_author_is_no_download_of_ours(site: Site) -> None:
    own = {"index.md": "# Ada\n", "extra/publications.bib": "% mine"}
    for fresh in (True, False):
        built = site(own, fresh=fresh, html_extra_path=["extra"])
        assert built.text("publications.bib") == "% mine"


def test_an_abstract_folds_and_its_math_is_mathml(site: Site) -> None:
    built = site_of(site, "```{publication-list}\n```")
    abstract = built.article().find(id="cite-1-talked").find("details", class_="cv-abstract")
    assert abstract.find("summary").get_text() == "Abstract"
    assert abstract.find("math").find("msup") is not None
    assert abstract.find("em").get_text() == "again"
    assert built.page().find("script", src=re.compile("mathjax", re.IGNORECASE)) is None


def test_the_bibtex_leaves_private_fields_out(site: Site) -> None:
    built = site_of(site, "```{publication-list}\n```")
    text = built.article().find(id="cite-1-talked").find(class_="cv-bibtex").find("pre").get_text()
    assert text.startswith("@inproceedings{talked,\n  author = {Doe, Jane and Lovelace, A.},")
    for private in ("secret", "keywords", "abstract"):
        assert private not in text
    download = built.text("publications.bib")
    assert text in download
    assert "secret" not in download


def test_the_talks_of_a_paper_stand_under_it(site: Site) -> None:
    talk = (
        "```{talk} Talked\n:event: Seminar\n:location: Rome\n:date: 2004-05\n"
        ":publication: talked\n```\n\n"
    )
    built = site_of(site, f"{talk}```{{publication-list}}\n```")
    line = built.article().find(id="cite-1-talked").find(class_="cv-related")
    assert line.get_text() == "Presented at Seminar, Rome, 2004"
    assert line.find("a")["href"] == "#talked"
    ahead = talk.replace("2004-05\n", "2104-05\n:upcoming:\n")
    built = site_of(site, f"{ahead}```{{publication-list}}\n```")
    line = built.article().find(id="cite-1-talked").find(class_="cv-related")
    assert line.get_text() == "Presented at Seminar, Rome, 2104 (upcoming)"
    dated = talk.replace("Seminar", "Seminar 2004")
    built = site_of(site, f"{dated}```{{publication-list}}\n```")
    line = built.article().find(id="cite-1-talked").find(class_="cv-related")
    assert line.get_text() == "Presented at Seminar 2004, Rome"


def test_google_scholar_is_told_each_fact_once() -> None:
    fields = {"title": "A", "journal": "J", "journaltitle": "J", "issue": "2", "year": "in press"}
    assert list(metatags(Entry("article", fields=fields))) == [
        '<meta name="citation_title" content="A" />',
        '<meta name="citation_journal_title" content="J" />',
        '<meta name="citation_issue" content="2" />',
    ]


def test_a_publication_has_a_page_that_google_scholar_reads(site: Site) -> None:
    built = site_of(site, "```{publication-list}\n```", cv_publication_pages=True)
    page = built.page("publications/new.html")
    tags = [(tag["name"], tag["content"]) for tag in page.find_all("meta", attrs={"name": True})]
    assert ("citation_title", "New") in tags
    assert [content for name, content in tags if name == "citation_author"][-2:] == [
        "Ada Lovelace",
        "Ed Five",
    ]
    assert ("citation_publication_date", "2003") in tags
    assert ("citation_journal_title", "Annals") in tags
    assert ("citation_doi", "10.1000/x") in tags
    assert page.find("h1").get_text() == "New"
    assert page.find("a", href="../index.html", string="All publications")
    listed = built.page()
    assert listed.find("a", href="publications/new.html", string="New") is not None
    assert not listed.find("meta", attrs={"name": re.compile("^citation_")})


def test_without_the_setting_there_are_no_such_pages(site: Site) -> None:
    built = site_of(site, "```{publication-list}\n```")
    assert not (built.out / "publications").exists()
    assert built.article().select("a[href^='publications/']") == []


def test_a_filter_stands_above_the_full_list_alone(site: Site) -> None:
    lists = "```{publication-list}\n:selected:\n```\n\n```{publication-list}\n:group: year\n```"
    fields = site_of(site, lists).article().find_all("input", attrs={"data-cv-filter": True})
    assert [field["aria-label"] for field in fields] == ["Filter 4 publications…"]


def test_a_list_seen_at_a_glance_has_no_filter(site: Site) -> None:
    built = site_of(site, '```{publication-list}\n:filter: year == "2003"\n```')
    assert shown(built) == ["[1] Talked", "[2] New"]
    assert built.article().find("input") is None


@pytest.mark.parametrize(
    ("formula", "shown"),
    [
        (r"\mu_1,\dots,\mu_n", "μ1,…,μn"),
        (r"\bm{x} \iff \boldsymbol\theta", "𝒙⟺𝜽"),
        (r"X \stackrel{d}{=} Y", "X=dY"),
        (r"\big(\tfrac12\big)", "(12)"),
    ],
)
def test_common_words_of_math_are_set(site: Site, formula: str, shown: str) -> None:
    math = site(f"# Ada\n\n${formula}$\n").article().find("math")
    assert math is not None
    assert "".join(math.get_text().split()) == shown


UNSAFE = "$\\input{/etc/passwd}$ and $\\directlua{x}$"


@pytest.mark.parametrize("builder", ["html", "latex"])
def test_math_with_a_command_for_tex_is_shown_as_text(site: Site, builder: str) -> None:
    built = site(f"# Ada\n\nSee {UNSAFE}.\n", builder)
    if builder == "html":
        assert "\\input{/etc/passwd}" in built.article().get_text()
    else:
        assert "\\input{/etc" not in built.text("cv.tex")
        assert "\\directlua" not in built.text("cv.tex")
    assert built.warnings == [
        f"index.md:3: WARNING: \\{word} is not a control word for math in a CV; "
        "the formula is shown as text [cv.math]"
        for word in ("input", "directlua")
    ]


def test_math_in_a_title_with_a_command_for_tex_is_text(site: Site) -> None:
    bib = "@misc{m, title={On $\\input{x}$ and $\\alpha$}, year=2000}\n"
    page = "# Ada\n\n```{publication-list}\n```\n"
    title = site({"index.md": page, "refs.bib": bib}).article().find(class_="cv-pubtitle")
    assert title.get_text() == "On \\input{x} and α"
    tex = site({"index.md": page, "refs.bib": bib}, "latex").text("cv.tex")
    assert "\\input{x}" not in tex.split("\\begin{document}")[1]
    assert "\\(\\alpha\\)" in tex


def test_awards_and_notes_end_the_reference(site: Site) -> None:
    bib = "@article{a, title={T}, journal={J}, year=2000, award={Best paper}, note={In Dutch}}\n"
    built = site({"index.md": "# Ada\n\n```{publication-list}\n```\n", "refs.bib": bib})
    reference = built.article().find(class_="cv-reference")
    assert reference.get_text() == "T. J, 2000. Best paper. In Dutch."
    assert reference.find(class_="cv-award").get_text() == "Best paper"


def test_awards_and_notes_are_on_the_page_of_a_publication(site: Site) -> None:
    bib = "@article{a, title={T}, journal={J}, year=2000, award={Best paper}, pubstate={inpress}}\n"
    files = {"index.md": "# Ada\n\n```{publication-list}\n```\n", "refs.bib": bib}
    page = site(files, cv_publication_pages=True).article("publications/a.html")
    shown = [part.get_text() for part in page.find_all("p")]
    assert shown[shown.index("J, 2000") :][:3] == ["J, 2000", "Best paper", "In press"]


# What goes stale in sphinxcontrib-bibtex, each once.

PAGES = {
    "index.md": "# Ada\n\n```{toctree}\nall\nciting\n```\n",
    "all.md": "# All\n\n```{publication-list}\n```\n",
    "citing.md": "# Citing\n\nSee {cite}`old`.\n",
    "refs.bib": BIB,
}


def test_a_page_that_is_resolved_twice_lists_its_entries_once(site: Site) -> None:
    built = site(PAGES)
    env, builder = built.app.env, built.app.builder
    for _time in range(2):
        document = env.get_and_resolve_doctree("all", builder)
        assert document.astext().count("Talked") == 1


def test_a_new_number_reaches_the_pages_that_cite(site: Site) -> None:
    site(PAGES)
    newer = "@misc{newest, title={Newest}, year=2030}\n" + BIB
    built = site(PAGES | {"refs.bib": newer}, fresh=False)
    assert "[5]" in built.article("citing.html").get_text()


def test_another_style_is_used_at_once(site: Site) -> None:
    site(PAGES)
    built = site(PAGES, fresh=False, bibtex_default_style="alpha")
    assert "[LD01]" in built.article("citing.html").get_text()


def test_other_code_reads_all_pages_again(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site(PAGES)
    assert "config changed" not in site(PAGES, fresh=False).app.status.getvalue()
    monkeypatch.setattr("sphinx_cv.settings.settings.package_digest", lambda: "of other code")
    told = strip_colors(site(PAGES, fresh=False).app.status.getvalue())
    assert "[config changed ('cv_sources')]" in told


def test_the_page_of_a_publication_says_what_its_marks_mean(site: Site) -> None:
    bib = "@misc{one, title={One}, year=2030, author={King, Ada and Li, Bo}, author+an={1=equal}}"
    files = {"index.md": "# Ada\n\n```{publication-list}\n```\n", "refs.bib": bib}
    built = site(files, cv_publication_pages=True)
    legend = built.article("publications/one.html").find(class_="cv-legend")
    assert legend is not None
    assert legend.get_text() == "* equal contribution"


@pytest.mark.parametrize(
    ("annotated", "meant"),
    [
        ("1=student", "† doctoral student"),
        ("1=equal;2=student", "* joint first authors, † doctoral student"),
        # A sign that stands for two words is told with both.
        ("1=student;2=corresponding", "† corresponding author, † doctoral student"),
        ("3=student;1=visitor;2=visitor", "vis visitor"),
    ],
)
def test_a_mark_means_what_its_word_means(site: Site, annotated: str, meant: str) -> None:
    bib = "@misc{one, title={One}, year=2030, author={King, Ada and Li, Bo}, author+an={%s}}"
    marks = {
        "student": ("†", "doctoral student"),
        "visitor": ("vis", "visitor"),
        "equal": ("*", "joint first authors"),
    }
    files = {"index.md": "# Ada\n\n```{publication-list}\n```\n", "refs.bib": bib % annotated}
    built = site(files, cv_references={"marks": marks})
    legend = built.article("index.html").find(class_="cv-legend")
    assert legend is not None
    assert legend.get_text() == meant


@pytest.mark.parametrize(("papers", "above"), [(20, False), (21, True)])
def test_the_meaning_of_marks_stands_above_a_long_list(
    site: Site, papers: int, above: bool
) -> None:
    bib = "".join(
        f"@misc{{p{number}, title={{T}}, year=2030, author={{King, Ada}}, author+an={{1=equal}}}}\n"
        for number in range(papers)
    )
    page = "# Ada\n\n```{publication-list}\n:group: year\n```\n\n{cite:p}`p1`\n"
    article = site({"index.md": page, "refs.bib": bib}).article("index.html")
    legend = article.find(class_="cv-legend")
    assert legend is not None
    assert (legend.find_next("ol") is not None) is above
    ids = [tag["id"] for tag in article.find_all(id=True)]
    assert len(ids) == len(set(ids))


def test_a_cv_can_do_without_a_bib_file_but_its_list_cannot(tmp_path: Path) -> None:
    conf = "extensions = ['sphinx_cv']\ncv_profile = {'name': 'Ada'}\n"
    write(tmp_path / "cv", {"conf.py": conf, "index.md": "# Ada\n\nText\n"})
    sphinx_build("dummy", tmp_path / "out", source=tmp_path / "cv")
    write(tmp_path / "cv", {"index.md": "# Ada\n\n```{publication-list}\n```\n"})
    words = ("-q", "-b", "dummy", tmp_path / "cv", tmp_path / "o")
    status, told = sphinx_main(*words)
    assert status == 0
    assert 'index.md:3: WARNING: there is no .bib file: put "refs.bib" beside conf.py' in told
    write(tmp_path / "cv", {"refs.bib": "@misc{one, title={One}, author={Ada}, year=2030}"})
    assert sphinx_main(*words) == (0, "")


@pytest.mark.parametrize("field", ["eid", "issue"])
def test_a_command_in_what_is_shown_is_told(site: Site, field: str) -> None:
    bib = f"@article{{a, title={{T}}, author={{Ada Lovelace}}, journal={{J}}, year=2000, {field}={{\\foo}}}}"
    built = site({"index.md": "# Ada\n\n```{publication-list}\n```\n", "refs.bib": bib})
    assert built.warnings == [
        f'refs.bib:1: WARNING: publication "a": \\foo in {field} cannot be read: '
        "it is shown as it was typed [cv.bibliography]"
    ]
