"""Every fact of the CV is in every output, and private facts are in one alone."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import docx
import pytest
from bs4 import BeautifulSoup

from facts import FACTS, HEADER, PRIVATE, SECTIONS, assert_in_order, folded
from helpers import ROOT, sphinx_build
from pdf_readers import text_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def folded_lines(texts: list[str]) -> str:
    """Join wrapped lines."""
    return re.sub(r"\s+", " ", " ".join(texts))


def test_the_website_has_every_fact(built: Callable[[str], Path]) -> None:
    out = built("html")
    pages = []
    for name in ("index.html", *(f"sections/{section}.html" for section in SECTIONS)):
        article = BeautifulSoup((out / name).read_text("utf-8"), "html.parser").find("article")
        pages.append(article.get_text())
    assert_in_order(pages[0], HEADER)
    assert_in_order(" ".join(pages[1:]), FACTS)


def test_the_text_output_has_every_fact(built: Callable[[str], Path]) -> None:
    out = built("text")
    texts = [(out / "sections" / f"{name}.txt").read_text("utf-8") for name in SECTIONS]
    assert_in_order((out / "index.txt").read_text("utf-8"), HEADER)
    # Asterisks are this output's marks of emphasis, beside those at the authors' names.
    unmarked = tuple(tuple(fact.replace("*", "") for fact in group) for group in FACTS)
    assert_in_order(" ".join(texts).replace("*", ""), unmarked)
    assert "Pierre Marion*, Yu-Han Wu*, " in folded_lines(texts)


def test_the_plain_text_and_word_have_every_fact(built: Callable[[str], Path]) -> None:
    out = built("html")
    text = (out / "cv.txt").read_text("utf-8")
    assert_in_order(text, (*HEADER, *FACTS))
    assert_in_order(words_of(out / "cv.docx"), (*HEADER, *FACTS))


def words_of(path: Path) -> str:
    """Return the text of a Word file, a line for each paragraph."""
    return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


def test_the_data_has_every_fact(built: Callable[[str], Path]) -> None:
    """In fields of its own each, so a fact is there word by word; dates as ISO 8601 has them."""
    out = built("html")
    resume = json.loads((out / "cv.json").read_text("utf-8"))
    items = [row for rows in resume.values() if isinstance(rows, list) for row in rows]
    nodes = [node for page in out.rglob("*.html") for node in json_ld(page)]
    records = [words(json.dumps(item, ensure_ascii=False)) for item in (*items, *nodes)]
    records.append(words(json.dumps(resume["basics"], ensure_ascii=False)))
    for group in (*HEADER, *FACTS):
        for fact in group:
            wanted = words(fact) - TOLD_BY_THE_FIELD
            assert any(wanted <= record for record in records), fact


# Numbers of a list, words of dates, and labels, which the names of fields stand for.
TOLD_BY_THE_FIELD = frozenset("1 2 3 4 5 6 expected personal webpage preprint".split())
MONTHS = {
    name: f"{number:02}"
    for number, name in enumerate(
        "january february march april may june july august september october".split(), 1
    )
}


def words(text: str) -> set[str]:
    """Return the words of a text, months as numbers."""
    text = text.replace("\\n", " ")
    return {MONTHS.get(word, word) for word in re.findall(r"\w+", folded(text))}


def json_ld(page: Path) -> list[dict[str, object]]:
    """Return the nodes of the JSON-LD of a page."""
    found = re.findall(r'ld\+json">(.*?)</script>', page.read_text("utf-8"))
    return [node for script in found for node in json.loads(script)["@graph"]]


@pytest.mark.parametrize("builder", ["latexpdf", "typst"])
def test_the_print_pdf_has_every_fact_in_the_order_of_the_cv(
    built: Callable[[str], Path], builder: str
) -> None:
    text = text_of(built(builder) / "cv.pdf")
    header = (HEADER[0], (PRIVATE[0],), (PRIVATE[1],), *HEADER[1:])
    assert_in_order(text, header + FACTS)


def private_forms() -> set[bytes]:
    """Return the private facts in the forms in which they could leak."""
    birth, phone = PRIVATE
    digits = re.sub(r"\D", "", phone)
    forms = {
        birth,
        "March 12th, 1995",
        "March 12",
        "1995-03-12",
        phone,
        digits,
        f"+{digits}",
        phone.replace(" ", "\u00a0"),
        phone.replace(" ", "%20"),
    }
    return {form.encode() for form in forms}


def leaks(folder: Path) -> list[str]:
    """Return each file below *folder* that holds a private fact, as bytes or as a PDF's text."""
    found = []
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        data = path.read_bytes()
        if path.suffix == ".pdf":
            data += text_of(path).encode()
        found += [f"{path.name}: {form!r}" for form in private_forms() if form in data]
    return found


@pytest.mark.parametrize("builder", ["html", "singlehtml", "dirhtml", "epub", "text", "man", "xml"])
def test_no_byte_of_a_public_build_holds_a_private_fact(
    builder: str, built: Callable[[str], Path], rebuilt: Callable[[str], Path]
) -> None:
    # The caches lie inside the published folder.
    for folder in (built(builder), rebuilt(builder)):
        assert (folder / ".doctrees").is_dir()
        assert leaks(folder) == []


def test_nothing_that_a_service_builds_has_a_private_fact(hosted: Path) -> None:
    assert (hosted / "out/html/cv.pdf").is_file()
    assert (hosted / "out/pdf/my-cv.pdf").is_file()
    assert leaks(hosted / "out") == []
    # Its caches as well.
    assert (hosted / "checkout/_build/doctrees/environment.pickle").is_file()
    assert leaks(hosted / "checkout/_build") == []


@pytest.mark.parametrize(("builder", "file"), [("latex", "cv.tex"), ("typst", "cv.pdf")])
def test_private_facts_stay_in_the_header_of_the_owners_print_build(
    built: Callable[[str], Path], builder: str, file: str
) -> None:
    holding = {line.split(":")[0] for line in leaks(built(builder))}
    assert holding == {file}


def test_the_tagged_pdf_that_a_service_builds_has_no_private_fact(tmp_path: Path) -> None:
    sphinx_build("typst", tmp_path, env={"READTHEDOCS": "True"})
    assert (tmp_path / "cv.pdf").is_file()
    assert leaks(tmp_path) == []


def test_the_private_facts_are_those_of_the_profile() -> None:
    conf = (ROOT / "conf.py").read_text("utf-8")
    assert all(fact in conf for fact in PRIVATE)
