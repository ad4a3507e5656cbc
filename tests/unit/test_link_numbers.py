"""The numbers of works as links: DOIs, arXiv, and other archives."""

import pytest
from pybtex.database import Entry

from entries import links
from sphinx_cv.bibliography.facts.links import links_of


@pytest.mark.parametrize("field", ["html", "ee", "adsurl", "bdsk-url-1", "pmid", "hal_id", "note"])
def test_the_doi_goes_before_what_programs_add(field):
    assert links(doi="10.1000/1", **{field: "https://x.org"}) == [
        ("paper", "https://doi.org/10.1000/1")
    ]


@pytest.mark.parametrize(
    ("field", "number", "url"),
    [
        ("pmid", "12345678", "https://pubmed.ncbi.nlm.nih.gov/12345678"),
        ("hal_id", "hal-01234567", "https://hal.science/hal-01234567"),
        ("hal", "https://hal.science/hal-01234567", "https://hal.science/hal-01234567"),
        ("hal", "https://hal.science/hal-0123456v2/document", "https://hal.science/hal-0123456v2"),
        ("hal_id", "https://theses.hal.science/tel-01234567", "https://hal.science/tel-01234567"),
    ],
)
def test_the_number_in_an_archive_is_a_link(field, number, url):
    assert links(**{field: number}) == [("paper", url)]


@pytest.mark.parametrize("field", ["hal", "hal_id"])
def test_what_is_no_number_of_hal_has_no_link(field):
    assert links(**{field: "HAL"}) == []


ARXIV = ("arxiv", "https://arxiv.org/abs/2309.01213")


@pytest.mark.parametrize(
    "fields",
    [
        {"url": "http://arxiv.org/abs/2309.01213"},
        {"url": "https://arxiv.org/pdf/2309.01213.pdf"},
        {"doi": "10.48550/arXiv.2309.01213"},
        {"url": "https://arxiv.org/abs/2309.01213", "eprint": "2309.01213"},
        {"journal": "arXiv preprint arXiv:2309.01213"},
        {"journal": "CoRR", "volume": "abs/2309.01213"},
        {"number": "arXiv:2309.01213"},
        {"note": "arXiv: 2309.01213 [cs, stat]"},
        {"note": "Long version: arXiv:2309.01213."},
        {"howpublished": "arXiv:2309.01213"},
        {"eprint": "arXiv:2309.01213 [cs.LG]"},
        {"journal": "arXiv preprint 2309.01213"},
        {"journal": "arXiv e-prints, 2309.01213"},
        {"note": "Also on arXiv 2309.01213"},
    ],
)
def test_a_preprint_has_one_link_from_wherever_its_number_stands(fields):
    assert links(**fields) == [ARXIV]


@pytest.mark.parametrize(
    "fields",
    [
        {"eprint": "1234.56789", "eprinttype": "arxiv"},
        {"journal": "arXiv preprint arXiv:1234.56789"},
        {"url": "https://arxiv.org/abs/1234.56789"},
    ],
)
def test_a_number_that_says_it_is_of_arxiv_is_so_before_it_is_right(fields):
    assert links(**fields) == [("arxiv", "https://arxiv.org/abs/1234.56789")]


def test_a_preprint_that_was_published_has_both_links():
    both = [("paper", "https://doi.org/10.1000/1"), ARXIV]
    assert links(url="https://arxiv.org/abs/2309.01213", doi="10.1000/1") == both
    assert links(doi="10.1000/1", note="arXiv:2309.01213") == both


@pytest.mark.parametrize(
    "fields",
    [
        {"journal": "arXiv"},
        {"volume": "2309.01213"},
        {"note": "arXiv:2309.0121345"},
        # Neither month nor archive is one.
        {"note": "arXiv 2015.12345"},
        {"note": "arXiv 0612.1234"},
        {"note": "arXiv report/9711200"},
        {"note": "arXiv hep-th/9713200"},
        {"note": "EarthArXiv 2309.01213"},
        {"note": "arXiv, pp. 2309.01213"},
    ],
)
def test_what_only_looks_like_a_preprint_has_no_link(fields):
    assert links(**fields) == []


@pytest.mark.parametrize(
    "typed", ["10.1000/1", "doi: 10.1000/1", "doi:10.1000/1", "https://doi: 10.1000/1"]
)
def test_a_doi_may_stand_for_the_address(typed):
    assert links(url=typed) == links(doi=typed) == [("paper", "https://doi.org/10.1000/1")]


@pytest.mark.parametrize("doi", ["10/b2bctj", "https://doi.org/10/b2bctj", "doi: 10/b2bctj"])
def test_a_short_doi_is_a_link(doi):
    assert links(doi=doi) == [("paper", "https://doi.org/10/b2bctj")]


@pytest.mark.parametrize(
    ("doi", "url", "other"),
    [
        ("10.1000/1", "https://example.org", [("web", "https://example.org")]),
        ("10.1000/home", "https://a.org/home.pdf", [("pdf", "https://a.org/home.pdf")]),
        ("10.1000/s41586-1", "https://nature.example/articles/s41586-1", []),
        ("10.1000/x", "https://example.org/doi/10.1000/X", []),
        ("10.1000/kfnzt", "https://osf.example/kfnzt", []),
        ("10.1000/1", "https://www.scopus.com/record/2-s2.0-1", []),
        ("10.1000/1", "https://ui.adsabs.harvard.edu/abs/1", []),
        ("10.1000/1", "https://doi.org/10.1000/2", []),
    ],
)
def test_the_doi_is_the_paper_and_the_address_another_link(doi, url, other):
    assert links(doi=doi, url=url) == [("paper", f"https://doi.org/{doi}"), *other]


@pytest.mark.parametrize(
    "doi",
    [
        "10.1000/182",
        "doi:10.1000/182",
        "DOI: 10.1000/182",
        "https://doi.org/10.1000/182",
        "http://dx.doi.org/10.1000/182",
        "HTTPS://DOI.ORG/10.1000/182",
        " 10.1000/182 ",
    ],
)
def test_a_doi_is_read_in_every_form(doi):
    assert links(doi=doi) == [("paper", "https://doi.org/10.1000/182")]


def test_an_address_of_a_doi_is_that_of_today():
    today = [("paper", "https://doi.org/10.1000/182")]
    assert links(url="http://dx.doi.org/10.1000/182") == today
    assert links(url="https://doi.org/10.1000%2F182") == today
    assert links(url="https://doi.org/") == [("paper", "https://doi.org/")]


def test_a_doi_in_a_note_is_the_link_of_what_has_no_other():
    note = "Journal Article England Engines. 2020. doi: 10.1000/182. Epub 2019"
    assert links(note=note) == [("paper", "https://doi.org/10.1000/182")]
    assert links(note=note, url="https://x.org") == [("paper", "https://x.org")]


def test_a_doi_ends_before_the_bracket_that_it_does_not_open():
    both = "[PubMed:1] [DOI:10.1000/182]", "(doi: 10.1000/182)."
    for note in both:
        assert links(note=note) == [("paper", "https://doi.org/10.1000/182")]
    assert links(doi="10.1000/1(82)") == [("paper", "https://doi.org/10.1000/1(82)")]


def test_a_record_of_pubmed_in_a_note_has_its_doi():
    address = r"\href{https://dx.doi.org/10.1016/S0140(20)3-5}{10.1016/S0140(20)3-5}"
    note = rf"[PubMed:\href{{https://www.ncbi.nlm.nih.gov/pubmed/1}}{{1}}] [DOI:{address}]"
    assert links(note=note) == [("paper", "https://doi.org/10.1016/S0140(20)3-5")]


@pytest.mark.parametrize(
    ("fields", "link"),
    [
        ({"howpublished": "SSRN 3456789"}, ("paper", "https://ssrn.com/abstract=3456789")),
        ({"note": "SSRN: 3456789"}, ("paper", "https://ssrn.com/abstract=3456789")),
        (
            {"eprint": "2003.001", "archiveprefix": "ascl", "eid": "ascl:2003.001"},
            ("code", "https://ascl.net/2003.001"),
        ),
    ],
)
def test_the_number_of_an_archive_is_a_link(fields, link):
    assert links(**fields) == [link]


def test_a_number_of_ssrn_in_the_place_of_a_journal_is_printed_alone():
    assert links(journal="Available at SSRN 3456789") == []


def test_a_doi_keeps_its_escaped_marks():
    assert links(doi=r"10.1007/978-3\_1") == [("paper", "https://doi.org/10.1007/978-3_1")]


def test_a_doi_with_angle_brackets_is_encoded():
    [(label, url)] = links(doi="10.1002/(SICI)17:15/16<1661::AID-SIM968>3.0.CO;2-2")
    assert label == "paper"
    assert url == "https://doi.org/10.1002/(SICI)17:15/16%3C1661::AID-SIM968%3E3.0.CO;2-2"


@pytest.mark.parametrize(
    ("eprint", "identifier"),
    [
        ("2309.01213", "2309.01213"),
        ("2309.01213v2", "2309.01213v2"),
        ("arXiv:2309.01213", "2309.01213"),
        ("0704.0001", "0704.0001"),
        ("math/0309136", "math/0309136"),
        ("math.GT/0309136v1", "math.GT/0309136v1"),
        (" 2309.01213 ", "2309.01213"),
        ("https://arxiv.org/abs/2309.01213", "2309.01213"),
        ("https://arxiv.org/pdf/2309.01213v2", "2309.01213v2"),
    ],
)
@pytest.mark.parametrize("field", ["eprint", "arxiv", "arxivid"])
def test_an_arxiv_number_is_read_in_every_form(field, eprint, identifier):
    assert links(**{field: eprint}) == [("arxiv", f"https://arxiv.org/abs/{identifier}")]


@pytest.mark.parametrize("eprint", ["hal-01234567", "12345678", "10.1000/182"])
def test_an_eprint_elsewhere_is_no_arxiv_number(eprint):
    assert links(eprint=eprint) == []


def test_the_same_number_in_two_fields_is_one_link():
    assert links(eprint="2309.01213", arxiv="2309.01213") == links(eprint="2309.01213")


@pytest.mark.parametrize(
    "doi",
    ["10.1000/182, 10.1000/183", "10.1000/182 (erratum)", r"\url{https://doi.org/10.1000/182}"],
)
def test_the_first_of_several_dois_counts(doi):
    assert links(doi=doi) == [("paper", "https://doi.org/10.1000/182")]


@pytest.mark.parametrize("doi", ["n/a", "182", "javascript:alert(1)", "10.1/x"])
def test_what_is_no_doi_is_told(doi):
    found, problems = links_of(Entry("misc", fields={"doi": doi}))
    assert found == []
    assert len(problems) == 1


@pytest.mark.parametrize(
    ("kind", "number", "url"),
    [
        ("hal", "hal-01234567", "https://hal.science/hal-01234567"),
        ("HAL", "hal-01234567v2", "https://hal.science/hal-01234567v2"),
        ("pubmed", "12345678", "https://pubmed.ncbi.nlm.nih.gov/12345678"),
        ("jstor", "4030", "https://www.jstor.org/stable/4030"),
    ],
)
def test_other_archives_are_known(kind, number, url):
    assert links(eprint=number, eprinttype=kind) == [("paper", url)]
    assert links(eprint=number, archiveprefix=kind) == [("paper", url)]


def test_the_doi_takes_the_place_of_a_bad_address():
    found, problems = links_of(Entry("misc", fields={"url": "javascript:x", "doi": "10.1000/1"}))
    assert [(link.label, link.url) for link in found] == [("paper", "https://doi.org/10.1000/1")]
    assert len(problems) == 1
