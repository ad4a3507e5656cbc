"""What stands in the way of one file costs that file alone."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "name", ["sitemap.xml", "_static/cv-icon.svg", "_static/cv-card.png", ".cv-files"]
)
def test_a_folder_in_place_of_a_file_is_one_line(site, name):
    conf = {"html_baseurl": "https://example.org/", "html_theme": "sphinx_cv"}
    built = site("# Ada\n", **conf)
    whole = {path.relative_to(built.out) for path in built.out.rglob("*") if path.is_file()}
    (built.out / name).unlink()
    (built.out / name).mkdir()
    again = site("# Ada\n", fresh=False, **conf)
    told = [line for line in again.warnings if "cannot be written" in line]
    assert len(told) == 1
    assert name in told[0]
    left = {path.relative_to(again.out) for path in again.out.rglob("*") if path.is_file()}
    assert {str(path) for path in whole - left} == {name}
