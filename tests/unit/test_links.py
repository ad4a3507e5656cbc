"""The links of a publication: from which fields each comes, in which order, and no address twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import Entry

from entries import links
from sphinx_cv.bibliography.facts.links import LABELS, links_of


@pytest.mark.parametrize(
    ("kind", "fields", "labels"),
    [
        ("software", {"doi": "10.5281/zenodo.4"}, ["code"]),
        ("dataset", {"url": "https://example.org/d"}, ["data"]),
        ("software", {"url": "https://a.org/1", "code": "https://a.org/2"}, ["code", "project"]),
        (
            "software",
            {"url": "https://a.org/1", "code": "https://a.org/2", "project": "https://a.org/3"},
            ["paper", "code", "project"],
        ),
        ("book", {"url": "https://example.org/b", "code": "https://a.org/2"}, ["paper", "code"]),
        # Where a repository shows what it is.
        ("misc", {"doi": "10.5061/dryad.ab1", "publisher": "Dryad"}, ["data"]),
        ("misc", {"doi": "10.5281/zenodo.4", "publisher": "Zenodo"}, ["paper"]),
        ("article", {"doi": "10.6084/m9.figshare.4", "type": "Software"}, ["code"]),
    ],
)
def test_the_address_of_software_and_data_is_no_paper(kind, fields, labels):
    found, _problems = links_of(Entry(kind, fields=fields))
    assert [link.label for link in found] == labels


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        # A note that is nothing but an address, beside another one.
        (
            {"url": "https://a.org/1", "note": "https://b.org/2"},
            [("paper", "https://a.org/1"), ("web", "https://b.org/2")],
        ),
        ({"note": "https://b.org/2"}, [("paper", "https://b.org/2")]),
        # Zenodo's page of the work is where the DOI leads.
        (
            {"doi": "10.5281/zenodo.46", "url": "https://zenodo.org/record/46"},
            [("paper", "https://doi.org/10.5281/zenodo.46")],
        ),
        (
            {"doi": "10.5281/zenodo.46", "url": "https://zenodo.org/record/47"},
            [
                ("paper", "https://doi.org/10.5281/zenodo.46"),
                ("web", "https://zenodo.org/record/47"),
            ],
        ),
        (
            {"doi": "10.6084/m9.figshare.46.v1", "url": "https://figshare.com/articles/x/a/46"},
            [("paper", "https://doi.org/10.6084/m9.figshare.46.v1")],
        ),
        (
            {"doi": "10.1000/abc.1", "note": "10.1000/abc.1"},
            [("paper", "https://doi.org/10.1000/abc.1")],
        ),
    ],
)
def test_no_address_is_shown_twice_and_none_is_lost(fields, found):
    assert links(**fields) == found


def test_the_links_stand_in_the_order_of_the_row():
    fields = {
        name: f"https://example.org/{name}"
        for name in reversed([*LABELS, "url"])
        if name not in ("paper", "web", "arxiv")
    }
    found = links(**fields, doi="10.1000/1", eprint="2309.01213")
    assert [label for label, _url in found] == list(LABELS)


@pytest.mark.parametrize(
    ("field", "label"),
    [
        ("html", "paper"),
        ("ee", "paper"),
        ("adsurl", "paper"),
        ("bdsk-url-1", "paper"),
        ("url_paper", "paper"),
        ("website", "project"),
        ("supp", "supplement"),
        ("url_pdf", "pdf"),
        ("url_code", "code"),
        ("codeurl", "code"),
        ("url_dataset", "data"),
        ("url_slides", "slides"),
        ("url_video", "video"),
        ("url_poster", "poster"),
        ("url_project", "project"),
    ],
)
def test_the_fields_of_other_programs_are_read(field, label):
    address = "https://example.org/x"
    assert links(**{field: address}) == [(label, address)]


def test_the_link_of_html_is_read():
    typed = 'doi:<a href="https://doi.org/10.1000/1">10.1000/1</a>'
    assert links(url=typed) == [("paper", "https://doi.org/10.1000/1")]


@pytest.mark.parametrize("field", ["howpublished", "note"])
@pytest.mark.parametrize("typed", ["https://example.org/a_b", "See https://example.org/a_b."])
def test_a_bare_address_is_the_link_of_what_has_no_other(field, typed):
    assert links(**{field: typed}) == [("paper", "https://example.org/a_b")]


def test_a_tilde_is_read_however_it_is_raised():
    address = "https://example.org/~king/a"
    for typed in (r"https://example.org/$\sim$king/a", r"https://example.org/$^\sim$king/a"):
        assert links(url=typed) == links(howpublished=typed) == [("paper", address)]


def test_an_entry_without_links_has_none():
    assert links(title="T", year="2020", eprint="") == []


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        (r"https://example.org/a\_b", "https://example.org/a_b"),
        (r"https://example.org/\%20\#x\&y", "https://example.org/%20#x&y"),
        (r"https://example.org/\~ada", "https://example.org/~ada"),
        (" https://example.org ", "https://example.org"),
        ("https://example.org/100%25", "https://example.org/100%25"),
    ],
)
def test_an_address_is_read_as_tex_would(typed, url):
    assert links(url=typed) == [("paper", url)]


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        (r"\url{https://example.org/a_b}", "https://example.org/a_b"),
        (r"\href{https://example.org}{here}", "https://example.org"),
        (r"https://example.org/a{\_}b{\%}20", "https://example.org/a_b%20"),
        (r"https://example.org/{\~{}}ada", "https://example.org/~ada"),
        (r"https://example.org/{~}ada", "https://example.org/~ada"),
        (r"https://example.org/$\sim$ada", "https://example.org/~ada"),
        (r"https://example.org/{\textasciitilde}ada", "https://example.org/~ada"),
        ("https://example.org/1 https://example.org/2", "https://example.org/1"),
        ("https://example.org/1; https://example.org/2", "https://example.org/1"),
        ("https://example.org/1 https://example.org/2 http://a.org", "https://example.org/1"),
    ],
)
def test_an_address_is_read_as_other_programs_write_it(typed, url):
    assert links(url=typed) == [("paper", url)]


@pytest.mark.parametrize("field", ["howpublished", "note"])
def test_an_address_that_is_printed_is_the_link_of_what_has_no_other(field):
    typed = r"Online: \url{https://example.org/a\_b}, 2020"
    assert links(**{field: typed}) == [("paper", "https://example.org/a_b")]
    assert links(**{field: typed}, doi="10.1000/1") == [("paper", "https://doi.org/10.1000/1")]
    assert links(**{field: "no address"}) == []


@pytest.mark.parametrize("field", ["url", "code", "slides", "video", "pdf", "project"])
@pytest.mark.parametrize("address", ["javascript:alert(1)", "papers/mine.pdf", "//x", "data:,x"])
def test_what_is_no_address_is_dropped_and_told(field, address):
    found, problems = links_of(Entry("misc", fields={field: address}))
    assert found == []
    [problem] = problems
    assert problem.startswith(f'"{address}" is not an address')


names = st.sampled_from(["url", "doi", "eprint", "arxiv", "arxivid", *LABELS])
values = st.text() | st.lists(
    st.sampled_from(
        [
            *(
                "java",
                "script",
                ":",
                "//",
                "data",
                "https:",
                "example.org",
                "10.1000/",
                "2309.01213",
            ),
            *("\n", " ", "\0", "\\", "{", "}", "%", '"', "<", "doi:", "arxiv:", "\\_"),
        ]
    ),
    max_size=6,
).map("".join)


@given(st.dictionaries(names, values))
def test_any_fields_make_sound_links_only(fields):
    found, problems = links_of(Entry("misc", fields=fields))
    labels = [link.label for link in found]
    assert len(set(labels)) == len(labels)
    assert [label for label in LABELS if label in labels] == labels
    for link in found:
        assert link.url.lower().startswith(("http:", "https:", "mailto:"))
        assert not any(mark.isspace() or mark < " " or mark in '<>"\\{}' for mark in link.url)
    assert all("is not an address" in problem for problem in problems)


def test_a_host_by_itself_is_told_as_an_address_and_a_file_is_found():
    def find(name):
        if name == "talk.org":
            return "/files/talk.org"
        raise ValueError("no file")

    assert links_of(Entry("misc", fields={"url": "example.org"}), find) == (
        [],
        ['"example.org" is not an address: write "https://example.org"'],
    )
    assert links_of(Entry("misc", fields={"pdf": "talk.org"}), find)[1] == []
    assert links_of(Entry("misc", fields={"pdf": "paper.pdf"}), find)[1] == ["no file"]
