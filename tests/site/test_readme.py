"""The examples of README and manual build without a warning, and name what the code has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from helpers import Built
from manual import PAGES, all_blocks, block_with
from sphinx_cv.document.directives.items import TalkListDirective
from sphinx_cv.model.kinds import ENTRY_KINDS, TALK_KINDS
from sphinx_cv.model.options.declared import keys_of
from sphinx_cv.model.profile import Profile
from sphinx_cv.publications.directive import PublicationListDirective
from sphinx_cv.source.items import ENTRY_OPTIONS, TALK_OPTIONS

if TYPE_CHECKING:
    from collections.abc import Callable

# "where.md" and "languages.md" have tests of their own.
EXAMPLES = [(page, text) for page, text in all_blocks("md") if page != "where.md"]
PROFILES = [
    (page, text)
    for page, text in all_blocks("python")
    if "cv_profile = {" in text and page != "languages.md"
]
LINKED = "---\norphan: true\n---\n\n# A section\n"
PHD = "\n```{cv-entry} Ph.D.\n:name: phd\n```\n"


@pytest.mark.parametrize(
    ("page", "example"), EXAMPLES, ids=[f"{page}-{n}" for n, (page, _) in enumerate(EXAMPLES)]
)
def test_an_example_builds_without_a_warning(
    site: Callable[..., Built], page: str, example: str
) -> None:
    if not example.startswith("---"):
        example = f"# Ada\n\n{example}"
    if "`phd`" in example:
        example += PHD
    linked = dict.fromkeys(links_in(example), LINKED)
    files = {"index.md": example, "refs.bib": "", **linked} if linked else example
    assert site(files, cv_today="2026-01").warnings == []


def links_in(example: str) -> list[str]:
    """Return the pages that the links of an example lead to."""
    return re.findall(r"\]\((?!\w+:)([\w/]+\.md)\)", example)


@pytest.mark.parametrize(("page", "block"), PROFILES, ids=[page for page, _ in PROFILES])
def test_an_example_of_a_profile_is_sound(
    site: Callable[..., Built], page: str, block: str
) -> None:
    values: dict[str, dict[str, object]] = {}
    exec(block, values)
    assert set(values["cv_profile"]) <= set(keys_of(Profile))
    assert site("# Ada\n\nText\n", cv_profile=values["cv_profile"]).warnings == []


def test_colors_of_ones_own_come_last(site: Callable[..., Built]) -> None:
    css = block_with("html:root", "css")
    values: dict[str, object] = {}
    exec(block_with("html_static_path = "), {}, values)
    built = site({"index.md": "# Ada\n\nText\n", "_static/own.css": css}, **values)
    assert built.warnings == []
    sheets = built.page().find_all("link", rel="stylesheet")
    assert sheets[-1]["href"].startswith("_static/own.css")
    assert set(re.findall(r"--pst-color-[\w-]+(?=:)", css)) == {
        "--pst-color-primary",
        "--pst-color-link",
    }


def test_only_one_output_has_what_is_marked(site: Callable[..., Built]) -> None:
    example = next(text for _page, text in EXAMPLES if "{only}" in text)
    page = f"# Ada\n\n{example}"
    web = site(page).article().get_text()
    tex = site(page, "latex").text("cv.tex")
    assert ("group" in web, "References" in web) == (True, False)
    assert ("group" in tex, "References" in tex) == (False, True)


def test_every_option_and_kind_is_in_the_manual() -> None:
    text = "\n".join(PAGES.values())
    names = [*ENTRY_OPTIONS, *TALK_OPTIONS, *ENTRY_KINDS, *TALK_KINDS]
    names += [*PublicationListDirective.known_options, *TalkListDirective.known_options]
    assert [name for name in names if f"`{name}`" not in text and f'"{name}"' not in text] == []
