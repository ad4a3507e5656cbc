"""A profile elsewhere is a link, whatever way its user is written; a title of the page is no position."""

from __future__ import annotations

import pytest

from sphinx_cv.importer.draft import Draft
from sphinx_cv.importer.reading.networks import add_network
from sphinx_cv.importer.sources import read_source


@pytest.mark.parametrize(
    ("network", "user", "url"),
    [
        ("github", "ada", "https://github.com/ada"),
        ("github", "@ada", "https://github.com/ada"),
        ("github", "ada/", "https://github.com/ada"),
        ("github", "github.com/ada", "https://github.com/ada"),
        ("github", "www.github.com/ada/", "https://www.github.com/ada"),
        ("GitHub", "https://github.com/ada/", "https://github.com/ada/"),
        ("github", "//github.com/ada", "https://github.com/ada"),
        ("linkedin", "linkedin.com/in/ada", "https://linkedin.com/in/ada"),
        ("linkedin", "in/ada", "https://www.linkedin.com/in/ada"),
        ("linkedin", "ada.king", "https://www.linkedin.com/in/ada.king"),
        ("scholar", "citations?user=A1", "https://scholar.google.com/citations?user=A1"),
        ("orcid", "orcid.org/0000-0001-2345-6789", "https://orcid.org/0000-0001-2345-6789"),
        ("mastodon", "@ada@e.social", "https://e.social/@ada"),
        ("mastodon", "e.social/@ada", "https://e.social/@ada"),
        ("youtube", "@ada", "https://www.youtube.com/@ada"),
        ("medium", "medium.com/@ada", "https://medium.com/@ada"),
        ("bluesky", "ada.bsky.social", "https://bsky.app/profile/ada.bsky.social"),
        ("Looms", "looms.org/ada", "https://looms.org/ada"),
        ("Looms", "ada", ""),
        ("github", "github.com", ""),
        ("orcid", "http://orcid.org/", ""),
        ("Looms", "https://looms.org/", "https://looms.org/"),
        ("github", "", ""),
    ],
)
def test_a_user_may_be_given_by_an_address(network, user, url):
    draft = Draft()
    add_network(draft, network, user, "here")
    assert [*draft.profile.get("links", {}).values()] == ([url] if url else [])
    assert bool(draft.report) == (not url)


SAMPLES = {
    "cv.tex": r"\documentclass{moderncv}\title{%s}\social[github]{github.com/ada}",
    "resume.json": '{"basics": {"label": "%s", "profiles": [{"network": "GitHub", "url": "github.com/ada"}]}}',
    "cv.yaml": "cv:\n  name: Ada\n  headline: %s\n  social_networks:\n  - network: GitHub\n    username: github.com/ada",
}


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize(
    "words", ["Curriculum Vitæ", "Résumé", "Lebenslauf", "Academic CV", "C.V.", "Resume of Ada"]
)
def test_the_title_of_a_cv_is_no_position(name, words, tmp_path):
    path = tmp_path / name
    for title, position in ((words, None), ("Professor of CV", "Professor of CV")):
        path.write_text(SAMPLES[name] % title, "utf-8")
        draft = read_source(path)
        assert draft.profile.get("position") == position
        assert draft.profile["links"] == {"GitHub": "https://github.com/ada"}
        assert any(title in told for _place, told in draft.report) == (position is None)
