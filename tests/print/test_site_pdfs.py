"""The two PDFs that come with the website: the public one in it, and the owner's beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pikepdf
import pytest

from facts import PRIVATE
from helpers import PROFILE
from pdf_readers import text_of
from sphinx_cv.print.typst.document import body_of, source_of
from sphinx_cv.settings.values import print_profile_of, profile_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from helpers import Built

    Site = Callable[..., Built]


def links_to_pdf(built: Built, page: str = "index.html") -> list[str]:
    hrefs = [str(link["href"]) for link in built.page(page).find_all("a", href=True)]
    return sorted({href for href in hrefs if ".pdf" in href})


TWO_PAGES = {
    "index.md": "# Ada\n\n```{toctree}\nsections/a\n```\n",
    "sections/a.md": "# A\n\nText\n",
}


@pytest.mark.parametrize("builder", ["html", "dirhtml", "singlehtml"])
def test_every_page_of_a_website_links_to_its_pdf(site: Site, builder: str) -> None:
    built = site(TWO_PAGES, builder)
    assert links_to_pdf(built) == ["cv.pdf"]
    if builder == "html":
        assert links_to_pdf(built, "sections/a.html") == ["../cv.pdf"]
    with pikepdf.open(built.out / "cv.pdf") as document:
        assert document.Root.MarkInfo.Marked
    assert "Text" in text_of(built.out / "cv.pdf")


def test_the_pdf_of_the_website_has_no_private_fact_whoever_builds_it(site: Site) -> None:
    profile = PROFILE | {"phone": "+1 234", "private": ["phone"]}
    settings = {"cv_profile": profile, "cv_show_private": True}
    assert "234" in text_of(site("# Ada\n\nText\n", "typst", **settings).out / "cv.pdf")
    assert "234" not in text_of(site("# Ada\n\nText\n", "html", **settings).out / "cv.pdf")


def test_other_builders_make_no_pdf(site: Site) -> None:
    for builder in ("epub", "text"):
        assert not (site("# Ada\n\nText\n", builder).out / "cv.pdf").exists()


def test_a_setting_turns_the_pdf_off(site: Site) -> None:
    built = site("# Ada\n\nText\n", cv_pdf="")
    assert links_to_pdf(built) == []
    assert not list(built.out.rglob("*.pdf"))


def test_a_pdf_elsewhere_is_linked_and_none_is_made(site: Site) -> None:
    built = site("# Ada\n\nText\n", cv_pdf="https://example.org/ada.pdf")
    assert links_to_pdf(built) == ["https://example.org/ada.pdf"]
    assert not list(built.out.rglob("*.pdf"))


def test_a_pdf_of_the_author_is_left_alone(site: Site) -> None:
    files = {"index.md": "# Ada\n\nText\n", "extra/cv.pdf": "mine"}
    built = site(files, html_extra_path=["extra"])
    assert links_to_pdf(built) == ["cv.pdf"]
    assert built.text("cv.pdf") == "mine"


def test_the_pdf_is_written_again_only_when_a_page_has_changed(site: Site) -> None:
    def times(files: dict[str, str]) -> int:
        return (site(files, fresh=False).out / "cv.pdf").stat().st_mtime_ns

    first = times(TWO_PAGES)
    again = times({})
    assert again == first
    changed = {"sections/a.md": "# A\n\nOther words\n"}
    assert times(changed) > first
    assert "Other words" in text_of(site({}, fresh=False).out / "cv.pdf")


def test_html_only_transforms_do_not_reach_the_pdf(built: Callable[[str], Path]) -> None:
    private, public = (text_of(built(name) / "cv.pdf") for name in ("typst", "html"))
    facts = re.compile("|".join(re.escape(f"{fact} ◇ ") for fact in PRIVATE))
    assert facts.sub("", private).splitlines() == public.splitlines()


def test_the_owners_pdf_comes_with_the_website_but_not_into_it(site: Site, tmp_path: Path) -> None:
    own = tmp_path / "own" / "cv.pdf"
    profile = PROFILE | {"phone": "+1 234", "private": ["phone"]}
    settings = {"cv_profile": profile, "cv_own_pdf": str(own)}
    built = site("# Ada\n\nText\n", **settings)
    assert built.warnings == []
    assert "234" in text_of(own)
    assert "234" not in text_of(built.out / "cv.pdf")
    # Nothing but the private fact changes.
    profile = PROFILE | {"phone": "+1 567", "private": ["phone"]}
    site({}, fresh=False, **settings | {"cv_profile": profile})
    assert "567" in text_of(own)


def test_the_owners_pdf_sets_the_sections_as_the_public_one_does(site: Site) -> None:
    """What stands before them is their style, and the engine would lay them out once more."""
    app = site(
        TWO_PAGES, "typst", cv_profile={"name": "Ada", "phone": "1", "private": ["phone"]}
    ).app
    body = body_of(app.builder, app.builder.resolve)
    facts = profile_of(app.config), print_profile_of(app.config)
    public, own = (source_of(app.config, profile, body) for profile in facts)
    heads = [source.text.partition("#header(")[0] for source in (public, own)]
    assert public.body == own.body
    assert heads[0] == heads[1]
    assert own.text != public.text


def test_the_owners_pdf_is_not_written_into_the_website(site: Site) -> None:
    folder = "../build/html/own/cv.pdf"
    built = site("# Ada\n\nText\n", cv_own_pdf=folder)
    assert built.warnings == [
        f'conf.py:3: WARNING: cv_own_pdf: "{folder}" is in the folder that is published. '
        "Choose another folder [cv.print]"
    ]
    assert [path.name for path in built.out.rglob("*.pdf")] == ["cv.pdf"]


def test_the_date_is_that_of_the_sources(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def date(**settings: str) -> str:
        built = site({}, fresh=False, **settings)
        with pikepdf.open(built.out / "cv.pdf") as document:
            return str(document.docinfo["/CreationDate"])[2:10]

    site(TWO_PAGES)
    assert date() == "20000101"
    assert date(cv_today="2023-05") == "20230531"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert date(cv_today="2023-05") == "20231114"
