"""The tables of entry types and fields agree with each other and with the rest."""

from __future__ import annotations

from itertools import chain

from sphinx_cv.bibliography.entry_types import FORMS, TYPES, type_of
from sphinx_cv.bibliography.fields import LINKS, PRINTED, UNPRINTED, is_own


def test_every_type_has_a_known_form():
    assert {known.form for known in TYPES.values()} == set(FORMS)


def test_a_type_that_is_not_known_is_misc():
    assert type_of("Draft") is type_of("misc")


def test_a_field_is_printed_in_one_place_or_nowhere():
    names = [*chain(*PRINTED.values()), *chain(*UNPRINTED.values())]
    # A number that can be an identifier or an archive's is one field still.
    twice = {name for name in names if names.count(name) > 1}
    assert twice == set()


def test_a_title_and_a_link_are_of_one_work_alone():
    for name in ("title", "Doi", "bdsk-url-7", *chain(*LINKS.values())):
        assert is_own(name)
    for name in ("booktitle", "publisher", "year", "editor"):
        assert not is_own(name)
