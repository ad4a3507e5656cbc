"""Publications of other programs: their entries, their keys, and which are the same."""

from sphinx_cv.importer.bib import made, split


def test_a_bib_file_is_split_as_it_is():
    text = '---\n---\n@string{a = {x}}\n@article{k, title={A {B} @c{d} e}, DOI = "10.1/X", year=2020}\njunk'
    entries, macros = split(text)
    assert macros == ["@string{a = {x}}"]
    assert [(entry.key, dict(entry.fields)) for entry in entries] == [
        ("k", {"title": "A {B} @c{d} e", "doi": "10.1/X", "year": "2020"})
    ]


def test_the_same_work_is_known_by_doi_arxiv_or_title():
    one = split("@misc{a, title={The {Loom}}, year={2020}, doi={https://doi.org/10.1/x}}")[0][0]
    two = split("@misc{b, title={the loom}, year={2020}, eprint={2001.00001v2}}")[0][0]
    three = split("@misc{c, url={https://arxiv.org/abs/2001.00001}, doi={10.1/X}}")[0][0]
    assert one.marks() & two.marks()
    assert one.marks() & three.marks()
    assert two.marks() & three.marks()


def test_a_made_entry_is_tex_and_has_a_free_key():
    entry = made(
        {"title": "50% of {x} & y", "year": "2020", "journal": "J"},
        keys={"king202050"},
        authors=["Ada King", "et al.", "Group A and B"],
    )
    assert r"title = {50\% of \{x\} \& y}" in entry.text
    assert "author = {Ada King and others and {Group A and B}}" in entry.text
    assert entry.text.startswith("@article{king2020title,")
