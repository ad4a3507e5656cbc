"""Fields that an entry has from others: crossref, xdata, chains and circles of them."""

import pytest

from helpers import ROOT
from sphinx_cv.bibliography.facts.links import links_of
from sphinx_cv.bibliography.fields import ADDRESSES
from sphinx_cv.bibliography.file.bibtex import to_bibtex
from sphinx_cv.bibliography.file.reader import read_files

DATA = ROOT / "tests/data/bib"


def test_entries_take_the_fields_that_they_share():
    reading = read_files([DATA / name for name in ("biblatex.bib", "crossrefs.bib")], "utf-8-sig")
    entries = reading.data.entries
    assert entries["analytical"].fields["publisher"] == "Example House"
    assert entries["analytical:notes"].fields["booktitle"] == "The Analytical Engine"
    assert entries["child"].fields["year"] == "2001"
    assert [str(person) for person in entries["child"].persons["editor"]] == ["Babbage, Charles"]
    assert "url" not in entries["child"].fields
    assert "houses" not in entries


@pytest.mark.parametrize("name", sorted(ADDRESSES | {"bdsk-url-2", "local-url", "url2"}))
def test_a_part_has_no_link_of_its_whole(tmp_path, name):
    path = tmp_path / "a.bib"
    path.write_text(
        "@inproceedings{a, title = {A}, crossref = {b}}\n"
        f"@proceedings{{b, title = {{B}}, {name} = {{https://example.org/b}}}}\n"
    )
    entry = read_files([path], "utf-8").data.entries["a"]
    assert name not in entry.fields
    assert links_of(entry) == ([], [])
    assert "example.org" not in to_bibtex(entry)


def test_a_part_has_the_subtitle_of_its_whole(tmp_path):
    path = tmp_path / "a.bib"
    path.write_text(
        "@inbook{a, title = {A}, crossref = {b}}\n@book{b, title = {B}, subtitle = {C}}\n"
    )
    fields = read_files([path], "utf-8").data.entries["a"].fields
    assert (fields["booktitle"], fields["booksubtitle"]) == ("B", "C")


def test_a_reference_that_stands_there_twice_is_told_once(tmp_path):
    path = tmp_path / "a.bib"
    path.write_text("@misc{a, title = {A}, crossref = {b}, xdata = {b, b}}")
    assert len(read_files([path], "utf-8").faults) == 1


def test_a_chain_and_a_circle_of_references_end(tmp_path):
    path = tmp_path / "circle.bib"
    path.write_text(
        "@misc{a, crossref = {b}, title = {A}}\n@misc{b, crossref = {a}, title = {B}}\n"
        "@misc{c, xdata = {d, missing}}\n@xdata{d, xdata = {c}, year = 2001}\n"
    )
    reading = read_files([path], "utf-8-sig")
    entries = reading.data.entries
    assert list(entries) == ["a", "b", "c"]
    assert entries["c"].fields["year"] == "2001"
    assert [fault.line for fault in reading.faults] == [3]


def test_what_an_entry_inherits_is_passed_on_from_below(tmp_path):
    path = tmp_path / "chain.bib"
    path.write_text(
        "@inproceedings{a, crossref = {b}, title = {A}}\n"
        "@proceedings{b, xdata = {c}, title = {B}}\n@xdata{c, publisher = {P}, year = 2001}\n"
    )
    entry = read_files([path], "utf-8-sig").data.entries["a"]
    assert dict(entry.fields) == {
        "crossref": "b",
        "title": "A",
        "booktitle": "B",
        "publisher": "P",
        "year": "2001",
    }


def test_a_long_chain_of_references_is_followed(tmp_path):
    path = tmp_path / "chain.bib"
    chain = [f"@misc{{k{at}, crossref = {{k{at + 1}}}}}\n" for at in range(2000)]
    path.write_text("".join(chain) + "@misc{k2000, year = 2001}\n")
    entries = read_files([path], "utf-8-sig").data.entries
    assert entries["k0"].fields["year"] == "2001"


def test_many_papers_without_their_proceedings_are_told(tmp_path):
    path = tmp_path / "dblp.bib"
    path.write_text(
        "".join(
            f"@inproceedings{{DBLP:conf/nips/Ada{number}, crossref = {{DBLP:conf/nips/{number}}}}}\n"
            for number in range(1000)
        )
    )
    # This would take a minute if each were compared with all.
    assert len(read_files([path], "utf-8-sig").faults) == 1000
