"""Private facts of other programs' CVs are in no public file."""

import tomllib

from sphinx_cv.importer.formats import json_resume
from sphinx_cv.importer.project.conceal import conceal_private
from sphinx_cv.importer.project.write import files_of


def test_private_facts_are_no_public_ones():
    basics = {"name": "A", "phone": "1234567", "location": {"address": "1 Way", "city": "Bonn"}}
    files = files_of(json_resume.read({"basics": {**basics, "birthDate": "1990-01-01"}}))
    values = {}
    exec(files["conf.py"], values)
    assert values["cv_profile"] == {"name": "A"}
    assert {*tomllib.loads(files["private.toml"])} == {"phone", "birth", "address"}
    assert 'phone = "1234567"' in files["private.toml"]
    assert not any("1234567" in text for path, text in files.items() if path != "private.toml")


def test_private_facts_are_taken_out_of_all_other_text():
    """Also where one stands beside another, and in a .bib entry."""
    basics = {"name": "A", "phone": "+44 20 7946 0001", "birthDate": "1985-12-10"}
    work = [{"position": "Tel. 020 7946 0001", "summary": "1985-12-10. +44 20 7946 0001, Ada"}]
    papers = [{"name": "On +442079460001", "releaseDate": "2010"}]
    draft = json_resume.read({"basics": basics, "work": work, "publications": papers})
    conceal_private(draft, draft.private)
    files = files_of(draft)
    public = " ".join(text for path, text in files.items() if path != "private.toml")
    assert "…, Ada" in public
    assert "Tel. …" in public
    assert not any(words in public for words in ("7946", "79460001", "1985"))
    assert "1985-12-10. +44 20 7946 0001, Ada" in str(draft.report)


def test_a_word_alone_is_not_private():
    draft = json_resume.read({"basics": {"name": "A", "phone": "phone", "location": "Bonn"}})
    assert draft.private == {}
    assert [words for _place, words in draft.report] == ["left out: phone", "left out: Bonn"]
