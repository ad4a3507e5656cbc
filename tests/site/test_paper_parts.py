"""What the website shows of a paper beside its reference: badge, people, formats to cite it in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from helpers import Built

BIB = """
@inproceedings{one, author = {Lovelace, Ada and Peyr{\\'e}, Gabriel and Łukaszewicz, Olga},
  title = {One}, booktitle = {International Conference}, abbr = {ICML}, year = 2020,
  award = {Best paper award}}
@misc{two, author = {G. Peyr\\'e and A. Lovelace}, title = {Two <b>}, year = 2019}
"""
FILES = {"index.md": "# CV\n\n```{publication-list}\n```\n", "refs.bib": BIB}
PEOPLE = {"Gabriel Peyré": "https://www.gpeyre.com/", "Olga Lukaszewicz": "https://example.org/o"}


@pytest.fixture(scope="module")
def written() -> dict[str, object]:
    return {"bibtex_bibfiles": ["refs.bib"], "cv_publication_pages": True, "cv_pdf": ""}


def test_names_of_co_authors_lead_to_their_addresses(
    site: Callable[..., Built], written: dict[str, object]
) -> None:
    built = site(FILES, cv_people=PEOPLE, **written)
    assert built.warnings == []
    for page in ("index.html", "publications/one.html"):
        links = built.article(page).select(".cv-person a")
        found = {link.get_text(): link["href"] for link in links}
        assert found["Gabriel Peyré"] == PEOPLE["Gabriel Peyré"], page
        assert found["Olga Łukaszewicz"] == PEOPLE["Olga Lukaszewicz"], page


def test_in_print_names_are_names(site: Callable[..., Built], written: dict[str, object]) -> None:
    tex = site(FILES, "latex", cv_people=PEOPLE, **written).text("cv.tex")
    assert "Gabriel Peyré" in tex
    assert "gpeyre" not in tex


@pytest.mark.parametrize(
    ("people", "told"),
    [
        ({"Ada": "example.org/a"}, '"Ada" in cv_people: "example.org/a" is not an address'),
        ({"Ada": 1}, '\'Ada\' in cv_people: write "Ada King": "https://…"'),
        (["Ada"], "cv_people is not a dictionary: write cv_people ="),
    ],
)
def test_people_without_an_address_are_told_of(
    site: Callable[..., Built], people: object, told: str
) -> None:
    built = site({"index.md": "# CV\n"}, cv_people=people, cv_pdf="")
    assert [line for line in built.warnings if told in line], built.warnings


def test_a_venue_has_a_badge_and_an_award_a_label(
    site: Callable[..., Built], written: dict[str, object]
) -> None:
    article = site(FILES, **written).article()
    assert [badge.get_text() for badge in article.select(".cv-links > .cv-abbr")] == ["ICML"]
    # In the line of the venue.
    labels = article.select(".cv-venue > .cv-award")
    assert [label.get_text() for label in labels] == ["Best paper award"]


def test_a_paper_is_cited_in_words_in_bibtex_and_in_ris(
    site: Callable[..., Built], written: dict[str, object]
) -> None:
    built = site(FILES, **written)
    for page in ("index.html", "publications/two.html"):
        box = built.article(page).select(".cv-bibtex")[-1]
        assert box.find("summary").get_text() == "Cite"
        assert "Two <b>" in box.select_one(".cv-citation").get_text()
        assert "@misc{two," in box.find("pre").get_text()
        address = box.find("a", string="RIS")["href"]
        path = (built.out / page).parent / address
        assert path.read_text("utf-8").startswith("TY  - ")
    none = site(FILES, cv_exports={"ris": False}, **written)
    assert not list(none.out.rglob("*.ris"))
    assert none.article().find("a", string="RIS") is None


def draw(path: Path, color: str) -> None:
    Image.new("RGB", (900, 300), color).save(path)


def test_a_teaser_is_small_and_never_old(
    site: Callable[..., Built], written: dict[str, object], tmp_path: Path
) -> None:
    names = ("a.png", "B.JPG", "gone.png", "https://example.org/c.png", "../secret.png")
    source = tmp_path / "source"
    folder = source / "assets/img/publication_preview"
    folder.mkdir(parents=True)
    draw(source / "a.png", "red")
    draw(tmp_path / "secret.png", "black")
    draw(folder / "B.JPG", "blue")
    files = {
        "refs.bib": "\n".join(
            f"@misc{{p{at}, author = {{Ada Lovelace}}, title = {{P{at}}}, year = 2020,"
            f" preview = {{{name}}}}}"
            for at, name in enumerate(names)
        ),
        "index.md": FILES["index.md"] + "\n```{toctree}\nsub/other\n```\n",
        "sub/other.md": '# Other\n\n```{publication-list}\n:filter: key == "p0"\n```\n',
    }

    def build() -> Built:
        return site(files, fresh=False, **written)

    built = build()
    told = [line for line in built.warnings if 'in "preview" is not a PNG' in line]
    assert [line.split(":")[1] for line in told] == ["3", "4", "5"]
    assert len(built.warnings) == len(told)

    def shown(page: str) -> list[Path]:
        pictures = built.article(page).select("img.cv-preview")
        assert all(
            (each["width"], each["height"], each["alt"]) == ("120", "80", "") for each in pictures
        )
        return [(built.out / page).parent / each["src"] for each in pictures]

    first = {path.resolve() for path in shown("index.html")}
    assert len(first) == 2
    assert {path.resolve() for path in shown("sub/other.html")} < first
    for path in first:
        assert Image.open(path).size == (240, 160)
    draw(source / "a.png", "green")
    built = build()
    changed = {path.resolve() for path in shown("index.html")}
    assert {path.resolve() for path in shown("sub/other.html")} == changed - first
    assert {*(built.out / "_static/cv-previews").iterdir()} == changed
