"""What programs read of a page: description, address, previews, contacts; and how much it weighs."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from looking import opened
from pages import CONTENT, PAGES

from helpers import PROFILE, Built
from w3c import complaints

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

JSON_LD = "application/ld+json"

BASE = "https://ada.example.org/cv/"
# The home page of an empty profile, compressed, and the first load of any page of this CV.
LIMIT = 70 * 1024


def soups(out: Path) -> dict[str, BeautifulSoup]:
    return {
        name: BeautifulSoup((out / f"{name}.html").read_text("utf-8"), "html.parser")
        for name in PAGES
    }


def content(page: BeautifulSoup, name: str) -> str:
    """Return the content of the only meta element of this name or property."""
    found = page.find_all("meta", attrs={"name": name}) + page.find_all(
        "meta", attrs={"property": name}
    )
    assert len(found) == 1, (name, found)
    return str(found[0]["content"])


def test_every_page_has_what_lighthouse_looks_for(built: Callable[[str], Path]) -> None:
    for name, page in soups(built("html")).items():
        assert page.html["lang"] == "en"
        assert len(page.find_all("title")) == 1
        assert "width=device-width" in content(page, "viewport")
        assert len(page.find_all("h1")) == 1, name
        assert page.find("meta", attrs={"charset": "utf-8"})
        assert not page.find("meta", attrs={"name": "robots"})
        assert all(image.get("alt") is not None for image in page.find_all("img"))
        assert all(link.get_text(strip=True) for link in page.find_all("a", href=True)), name
        ids = [node["id"] for node in page.find_all(id=True)]
        assert len(ids) == len(set(ids)), name


def test_every_description_is_one_sentence_of_the_pages_own_words(
    built: Callable[[str], Path],
) -> None:
    found = {name: content(page, "description") for name, page in soups(built("html")).items()}
    assert len(set(found.values())) == len(found)
    assert all(20 < len(found[name]) <= 160 for name in CONTENT)
    assert all("<" not in text and "*" not in text for text in found.values())
    assert found["index"] == (
        "Michael E. Sander: Ph.D. candidate in Machine Learning at "
        "Ecole Normale Supérieure de Paris, advised by Gabriel Peyré."
    )
    assert found["sections/education"] == (
        "Michael E. Sander – Education: Ecole Normale Supérieure de Paris, France; "
        "Sorbonne Université; Ecole Normale Supérieure Paris-Saclay; Ecole polytechnique."
    )
    assert found["publications/sander2022sinkformers"] == (
        "Michael E. Sander, Pierre Ablin, Mathieu Blondel, Gabriel Peyré; "
        "International Conference on Artificial Intelligence and Statistics, 2022."
    )
    assert found["sections/service"] == (
        "Michael E. Sander – Community service: Reviewer at NeurIPS 2023 and AISTATS 2024."
    )


@pytest.mark.parametrize(
    "front",
    [
        "---\ndescription: My own words\n---\n",
        "---\nmyst:\n  html_meta:\n    description: My own words\n---\n",
    ],
)
def test_a_description_in_the_front_matter_wins(site: Callable[..., Built], front: str) -> None:
    page = site(f"{front}# Ada\n\nText\n").page()
    assert content(page, "description") == "My own words"
    assert content(page, "og:description") == "My own words"


def test_the_description_of_the_profile_is_that_of_the_home_page(
    site: Callable[..., Built],
) -> None:
    built = site(
        {"index.md": "# Ada\n\nText\n\n```{toctree}\nmore\n```\n", "more.md": "# More\n\nOther\n"},
        cv_profile=PROFILE | {"description": 'Writes "programs" & notes.'},
    )
    assert content(built.page(), "description") == 'Writes "programs" & notes.'
    assert content(built.page("more.html"), "description") == "Ada Lovelace – More: Other."


def test_a_page_is_named_by_its_public_address(site: Callable[..., Built]) -> None:
    built = site(
        {"index.md": "# Ada\n\nText\n\n```{toctree}\nmore\n```\n", "more.md": "# More\n\nOther\n"},
        html_baseurl=BASE.rstrip("/"),
    )
    for name, address in {"index.html": BASE, "more.html": f"{BASE}more.html"}.items():
        page = built.page(name)
        assert [link["href"] for link in page.find_all("link", rel="canonical")] == [address]
        assert content(page, "og:url") == address
        assert content(page, "og:image") == f"{BASE}_static/cv-card.png"
        assert content(page, "twitter:card") == "summary_large_image"
    assert not built.page("404.html").find("link", rel="canonical")
    assert f"<loc>{BASE}</loc>" in built.text("sitemap.xml")
    assert f"<loc>{BASE}more.html</loc>" in built.text("sitemap.xml")
    assert "404" not in built.text("sitemap.xml")
    assert f"Sitemap: {BASE}sitemap.xml" in built.text("robots.txt")


def test_read_the_docs_tells_the_public_address(
    site: Callable[..., Built], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READTHEDOCS_CANONICAL_URL", BASE)
    assert content(site("# Ada\n\nText\n").page(), "og:url") == BASE


def test_without_a_public_address_none_is_invented(site: Callable[..., Built]) -> None:
    built = site("# Ada\n\nText\n")
    assert not (built.out / "sitemap.xml").exists()
    assert built.text("robots.txt") == "User-agent: *\nDisallow:\n"
    assert not built.page().find("link", rel="canonical")
    assert content(built.page(), "og:image") == "_static/cv-card.png"


def test_the_projects_own_robots_txt_stays(site: Callable[..., Built]) -> None:
    files = {"index.md": "# Ada\n\nText\n", "extra/robots.txt": "User-agent: *\nDisallow: /\n"}
    built = site(files, html_extra_path=["extra"])
    assert built.text("robots.txt") == "User-agent: *\nDisallow: /\n"


def test_the_profile_is_an_h_card_and_leads_to_the_owners_other_places(
    built: Callable[[str], Path],
) -> None:
    card = soups(built("html"))["index"].find(class_="h-card")
    texts = {name: card.find(class_=name).get_text() for name in ("p-name", "p-job-title", "p-org")}
    assert texts == {
        "p-name": "Michael E. Sander",
        "p-job-title": "Ph.D. candidate in Machine Learning",
        "p-org": "Ecole Normale Supérieure de Paris, France",
    }
    assert card.find(class_="u-email")["href"] == "mailto:michael.sander@ens.fr"
    mine = [link["href"] for link in card.find_all("a", rel="me", class_="u-url")]
    assert mine == ["https://michaelsdr.github.io/", "https://github.com/michaelsdr"]


def test_each_page_describes_itself_and_home_the_owner_as_data(
    built: Callable[[str], Path],
) -> None:
    found = {
        name: [json.loads(script.string) for script in page.find_all("script", type=JSON_LD)]
        for name, page in soups(built("html")).items()
    }
    silent = {name for name, scripts in found.items() if not scripts}
    assert silent == {"404", "cv", "search"}
    page, owner = found["index"][0]["@graph"][:2]
    assert (page["@type"], page["mainEntity"]) == ("ProfilePage", {"@id": owner["@id"]})
    wanted = {
        "@type": "Person",
        "name": "Michael E. Sander",
        "jobTitle": "Ph.D. candidate in Machine Learning",
        "affiliation": [
            {"@type": "Organization", "name": "Ecole Normale Supérieure de Paris, France"}
        ],
        "email": "mailto:michael.sander@ens.fr",
        "url": "https://michaelsdr.github.io/",
        "sameAs": ["https://github.com/michaelsdr"],
    }
    assert {name: owner[name] for name in wanted} == wanted
    # Elsewhere the owner is no more than a name and an address.
    (other,) = [each for each in found["sections/coding"][0]["@graph"] if each["@type"] == "Person"]
    assert set(other) == {"@type", "@id", "name", "url"}


def test_a_profile_cannot_leave_its_place_in_the_page(site: Callable[..., Built]) -> None:
    name = 'A "quoted" </script><img src=x onerror=alert(1)> & <b>name'
    page = site("# Ada\n\nText\n", cv_profile={"name": name, "position": name}).page()
    assert not page.find_all(["img", "b"])
    data = json.loads(page.find("script", type=JSON_LD).string)
    (owner,) = [each for each in data["@graph"] if each["@type"] == "Person"]
    assert owner["name"] == name
    assert content(page, "og:title") == name


@pytest.mark.parametrize("base", ["", "https://ada.example.org/en/latest/"])
@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_the_page_for_missing_ones_is_at_home_under_any_address(
    site: Callable[..., Built], builder: str, base: str
) -> None:
    built = site("# Ada\n\nText\n", builder, html_baseurl=base)
    page = built.page("404.html")
    root = urlsplit(base).path or "/"
    assert page.find("h1").get_text() == "Page not found"
    sheets = [link["href"] for link in page.find_all("link", rel="stylesheet")]
    assert sheets
    assert all(sheet.startswith(f"{root}_static/") for sheet in sheets)
    assert {link["href"] for link in page.find_all("a", class_="cv-brand")} <= {
        root,
        f"{root}index.html",
    }
    assert page.find("a", href="#main-content")


@pytest.mark.parametrize("path", ["nowhere", "sections/a/b/c.html"])
def test_a_missing_page_looks_like_the_others(page: Page, address: str, path: str) -> None:
    answer = page.goto(f"{address}/{path}", wait_until="networkidle")
    assert answer is not None
    assert answer.status == 404
    assert page.locator("h1").inner_text() == "Page not found"
    assert page.locator(".cv-sections").is_visible()
    color = page.locator(".cv-sections a").first.evaluate("node => getComputedStyle(node).color")
    assert color == "rgb(11, 90, 138)"
    page.get_by_role("link", name="Go to the home page").click()
    page.wait_for_url(f"{address}/index.html")


def test_a_first_load_is_light_and_has_nothing_twice(
    browser: Browser, address: str, built: Callable[[str], Path]
) -> None:
    out = built("html")
    urls: dict[Page, list[str]] = {}

    def first_page() -> Page:
        page = browser.new_page()
        urls[page] = []
        page.on("request", lambda request: urls[page].append(request.url))
        return page

    pages = opened([f"{address}/{name}.html" for name in CONTENT], first_page)
    for name, page in zip(CONTENT, pages, strict=True):
        page.close()
        files = [out / urlsplit(url).path.lstrip("/") for url in urls[page]]
        weight = sum(len(gzip.compress(file.read_bytes(), 6)) for file in files)
        assert weight <= LIMIT, name
        assert len(files) == len(set(files)) <= 8, files
        fonts = {file.stem for file in files if file.suffix in {".woff2", ".woff", ".ttf"}}
        styles = (
            ["normal", "italic"] if "<em>" in (out / f"{name}.html").read_text() else ["normal"]
        )
        assert fonts == {f"public-sans-latin-{style}" for style in styles}, name


def test_the_w3c_validator_finds_no_error_and_no_warning(built: Callable[[str], Path]) -> None:
    out = built("html")
    pages = sorted(out.rglob("*.html"))
    assert len(pages) >= len(PAGES)
    assert complaints([*pages, out / "_static" / "cv-icon.svg"]) == []
