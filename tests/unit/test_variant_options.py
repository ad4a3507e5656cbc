"""The settings of variants: what is told of a faulty one, and where its file lies."""

from __future__ import annotations

import pytest

from helpers import ROOT
from sphinx_cv.model.options.variants import Variant, file_name, problems


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"own": {}}, '"own" cannot be the name of a variant: write "resume"'),
        ({"a b": {}}, '"a b" cannot be the name of a variant: write "resume"'),
        (
            {"r": {"section": []}},
            '"r": cv_variants has no key "section". Did you mean "sections"?',
        ),
        ({"r": {"since": 20}}, '"r": "since" in cv_variants is not a year: write 2020'),
        (
            {"r": {"max_pages": 1.5}},
            '"r": "max_pages" in cv_variants is not a whole number from 1: 1.5',
        ),
        (
            {"r": {"limit": {"talks": "3"}}},
            '"r": "limit" in cv_variants: write {"talks": 3}, a section and a number from 1',
        ),
        (
            {"r": {"publications": "some"}},
            '"r": unknown value "some". Known: all, selected.',
        ),
        (
            {"r": {"print": {"look": "modren"}}},
            '"r": unknown value "modren". Did you mean "modern"?',
        ),
        ({"r": 1}, '"r": cv_variants is not a dictionary: write cv_variants = '),
        ([], "cv_variants is not a dictionary: write cv_variants = "),
    ],
)
def test_a_faulty_variant_is_told(given: object, message: str) -> None:
    assert next(text for _key, text in problems(given)).startswith(message)


def test_a_variant_lies_beside_the_whole() -> None:
    assert file_name("resume") == "cv-resume.pdf"
    assert file_name("resume", "files/ada.pdf") == "files/ada-resume.pdf"
    assert Variant.read({}).limit == {}
    assert (ROOT / "conf.py").is_file()
