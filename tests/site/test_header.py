"""The header of a CV: what is public of the profile, in which form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers import Built

if TYPE_CHECKING:
    from collections.abc import Callable

    Site = Callable[..., Built]


def test_the_header_shows_what_is_public(site: Site) -> None:
    profile = {
        "name": "Ada Lovelace",
        "position": "Countess",
        "affiliation": "London",
        "email": "ada@example.org",
        "phone": "+44 1815",
        "birth": "Born 1815",
        "links": {"ORCID": "https://orcid.org/0000"},
        "private": ["birth"],
    }
    header = site("# Ada\n\n```{cv-header}\n```\n", cv_profile=profile).article()
    text = header.get_text()
    assert "Countess, London" in text
    assert "ORCID: https://orcid.org/0000" in text
    assert "+44 1815" in text
    assert "1815" in text
    assert "Born" not in text


def test_a_postal_address_is_shown_where_it_is_public(site: Site) -> None:
    profile = {"name": "Ada Lovelace", "address": "12 St James's Square, London"}
    built = site("# Ada\n", cv_profile=profile)
    [contact] = built.page().find(class_="cv-contacts").find_all("li")
    assert contact.get_text() == profile["address"]
    assert '"address":"12 St James' in built.text("index.html")
    private = site("# Ada\n", cv_profile=profile | {"private": ["address"]})
    assert "Square" not in private.text("index.html")
    printed = site("# Ada\n", "latex", cv_profile=profile | {"private": ["address"]})
    assert "12 St James" in printed.text("cv.tex")


def test_an_address_longer_than_a_line_of_the_side_is_shown_by_its_name(site: Site) -> None:
    links = {
        "Scholar": "https://scholar.google.com/citations?user=abc",
        "GitHub": "https://github.com/ada",
        "Bluesky": "https://bsky.app/profile/ada.of.the.engine.example.org",
    }
    page = site("# Ada\n", cv_profile={"name": "Ada Lovelace", "links": links}).page()
    shown = [link.get_text() for link in page.find(class_="cv-contacts").find_all("a")]
    assert shown == ["Scholar", "GitHub: github.com/ada", "Bluesky"]
