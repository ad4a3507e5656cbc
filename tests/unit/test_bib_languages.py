"""Fields and names of a .bib file in the language of the build."""

import pytest

from sphinx_cv.bibliography.file.reader import read_files

LANGUAGES = """
@article{a,
  author = {Lovelace, Ada},
  author_he = {לאבלייס, עדה},
  title = {Sur la machine},
  title_en = {On the Engine},
  title_pt = {A máquina},
  title_pt_BR = {A máquina, no Brasil},
  award_en = {First prize},
  hal_id = {hal-1},
  langid = {french},
}

@incollection{b, title = {Notes}, crossref = {c}}

@book{c, title = {Recueil}, title_en = {Collection}}
"""


@pytest.mark.parametrize(
    ("language", "title", "award", "book"),
    [
        ("fr", "Sur la machine", "", "Recueil"),
        ("en_GB", "On the Engine", "First prize", "Collection"),
        ("pt", "A máquina", "", "Recueil"),
        ("pt_BR", "A máquina, no Brasil", "", "Recueil"),
        ("id", "Sur la machine", "", "Recueil"),
    ],
)
def test_a_field_in_the_language_of_the_build_wins(tmp_path, language, title, award, book):
    path = tmp_path / "refs.bib"
    path.write_text(LANGUAGES, "utf-8")
    entries = read_files([path], "utf-8-sig", language=language).data.entries
    fields = entries["a"].fields
    assert (fields["title"], fields.get("award", "")) == (title, award)
    # A title of the CV's own language is none of the work's.
    assert ("langid" in fields) == (title == "Sur la machine")
    assert entries["b"].fields["title"] == "Notes"
    assert entries["b"].fields["booktitle"] == book


def test_a_name_has_a_form_for_each_language(tmp_path):
    path = tmp_path / "refs.bib"
    path.write_text(LANGUAGES, "utf-8")
    for language, last in (("he", "לאבלייס"), ("en", "Lovelace")):
        entries = read_files([path], "utf-8-sig", language=language).data.entries
        assert entries["a"].persons["author"][0].last_names == [last]
