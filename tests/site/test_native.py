"""CVs that are written in Chinese, Japanese, Hebrew and Arabic: invented people."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import docx
import pymupdf
import pytest
from bs4 import BeautifulSoup

from helpers import ROOT, lualatex, need, once, sphinx_build
from pdf_readers import logical, text_of, words_in
from sphinx_cv.checker.cli import print_findings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NATIVE = ROOT / "tests/data/native"
CODES = ("zh_CN", "ja", "he", "ar")
# The owner in each reference, in the letters that it is in.
OWNERS = {
    "zh_CN": ["林晓梅", "X. Lin", "林晓梅"],
    "ja": ["高橋美咲", "Misaki Takahashi", "高橋美咲"],
    "he": ["יעל בן-עמי", "Yael Ben-Ami", "יעל בן־עמי"],
    "ar": ["ليلى العامري", "Layla Al-Amiri", "ليلى العامري"],
}
# Lines of the text: signs between fields, dates, brackets, lists and names.
LINES = {
    "zh_CN": [
        "**南江大学，南京** · 2008年9月至2013年6月",
        "**青年数学家奖！中国数学会** · 2019年",
        "全国偏微分方程会议，成都（特邀报告），与赵明和王芳合作",
        "审稿人：数学学报 2023年、Analysis 2024",
        "报告于全国偏微分方程会议，成都，2023",
        "[1] 王芳, **林晓梅**. 薄障碍问题. *数学年刊*, 2018.",
    ],
    "ja": [
        "**北海大学、札幌** · 2009年4月～2014年3月",
        "**若手科学者賞。日本物理学会** · 2018年",
        "日本物理学会年次大会、京都（招待講演）、共同：鈴木 一郎、佐藤 花子",
        "査読：量子科学誌 2023年、Quantum 2024",
        "発表：日本物理学会年次大会、京都、2023",
        "[1] 佐藤花子, **高橋美咲**. 光子の計数. *量子科学誌*, 2017.",
    ],
    "he": [
        "**אוניברסיטת הכרמל, חיפה** · אוקטובר 2006–יוני 2011",
        "**פרס החוקרת הצעירה! האגודה לבלשנות** · 2017",
        "כנס הבלשנות, ירושלים (הרצאה מוזמנת), עם דן לוי",
        "שופטת עבור לשוננו 2023 ו־Language 2024",
        "[1] דן לוי, **יעל בן־עמי**. שאלות רטוריות. *בלשנות עברית*, 2016.",
    ],
    "ar": [
        "**جامعة الساحل، دبي** · سبتمبر 2005 – يونيو 2010",
        "**أي جائزة؟ جمعية المؤرخين** · 2016",
        "مؤتمر المخطوطات، القاهرة (محاضرة مدعوة)، مع سمير حداد",
        "محكمة في مجلة التاريخ 2023، مجلة المخطوطات 2024",
        "[3] **ليلى العامري**، سمير حداد. الخط في المغرب. *مجلة التاريخ*، 2020.",
        "[1] سمير حداد، **ليلى العامري**. مخطوطات فاس. *مجلة المخطوطات*، 2015.",
    ],
}
PHRASES = {
    "he": {"לשוננו 2023": None, "Language 2024": "ltr"},
    "ar": {"مجلة التاريخ 2023": None, "مجلة المخطوطات 2024": None},
}
FIRST = {
    "zh_CN": "数学博士",
    "ja": "博士（理学）",
    "he": "דוקטורט בבלשנות",
    "ar": "دكتوراه في التاريخ",
}


@pytest.fixture
def native(shared: Path) -> Callable[[str], Path]:
    """Return a native CV as built: ``html``, ``text`` and ``typst``."""

    def make(code: str, out: Path) -> None:
        for builder in ("html", "text", "typst"):
            # The PDF is made once.
            options = ("-d", str(out / "doctrees"), "-D", "cv_pdf=")
            sphinx_build(builder, out / builder, *options, source=NATIVE / code, fresh=False)

    return lambda code: once(shared / "native" / code, lambda out: make(code, out))


@pytest.mark.parametrize("code", CODES)
def test_a_native_cv_is_in_order(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert print_findings(NATIVE / code) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("code", CODES)
def test_the_owner_is_found_under_native_and_latin_forms(
    native: Callable[[str], Path], code: str
) -> None:
    page = BeautifulSoup((native(code) / "html/index.html").read_text("utf-8"), "html.parser")
    found = [" ".join(name.text.split()) for name in page.select(".cv-owner")]
    assert found == OWNERS[code]


@pytest.mark.parametrize(
    ("code", "parts"),
    [("zh_CN", ["2008年9月至", "2013年6月"]), ("ja", ["2009年4月～", "2014年3月"])],
)
def test_a_date_without_spaces_breaks_between_its_parts(
    native: Callable[[str], Path], code: str, parts: list[str]
) -> None:
    page = BeautifulSoup((native(code) / "html/index.html").read_text("utf-8"), "html.parser")
    date = page.select_one(".cv-date:has(wbr)")
    assert [part.text for part in date.select("span")] == parts
    assert date.text == "".join(parts)


@pytest.mark.parametrize("code", CODES)
def test_punctuation_lists_and_dates_are_those_of_the_language(
    native: Callable[[str], Path], code: str
) -> None:
    text = (native(code) / "text/index.txt").read_text("utf-8")
    lines = [" ".join(part.split()) for part in text.split("\n\n")]
    assert [line for line in LINES[code] if line not in lines] == []


@pytest.mark.parametrize("code", CODES)
def test_the_pdf_says_the_same(native: Callable[[str], Path], code: str) -> None:
    text = logical(text_of(native(code) / "typst/cv.pdf"))
    for line in LINES[code]:
        words = re.findall(r"[\w׳״]+", re.sub(r"[*]|·.*|^\[.\]", "", line))
        assert [word for word in words if logical(word) not in text] == [], line


def test_both_engines_set_a_hebrew_page_from_right_to_left(
    native: Callable[[str], Path], tmp_path: Path
) -> None:
    """Marks stand at the right of their text, and links behind a reference in its direction."""
    need("lualatex")
    options = ("-d", str(tmp_path / "doctrees"))
    sphinx_build("latex", tmp_path / "latex", *options, source=NATIVE / "he")
    for pdf in (lualatex(tmp_path / "latex"), native("he") / "typst/cv.pdf"):
        places = _places(pdf)
        bullets = [left for left, _right in places["•"]]
        assert bullets
        for word in ("git", "Python"):
            ((_left, right),) = places[word]
            assert all(right < bullet < right + 20 for bullet in bullets), (pdf, word)
        ((_left, year),) = places["2019."]
        ((link, _right),) = places["arXiv"]
        assert year < link < year + 20, pdf
        # A reference in Latin letters starts at the left, with its number.
        starts = [places[word][0][0] for word in ("[2]", "Yael")]
        assert starts == pytest.approx([56.7, 74.4], abs=1), pdf
        # The year of a journal in Latin letters is at its right.
        whole = places.get("Language 2024") or [(places["Language"][0][0], places["2024"][0][1])]
        assert whole == [pytest.approx((379.3, 439.8), abs=1)], pdf


@pytest.mark.parametrize("code", ["he", "ar"])
def test_a_reference_in_latin_letters_runs_from_the_left(
    native: Callable[[str], Path], code: str
) -> None:
    """On the website and in the Word file; the others run as the page does."""
    folder = native(code) / "html"
    page = BeautifulSoup((folder / "index.html").read_text("utf-8"), "html.parser")
    sides = [item.get("dir") for item in page.select(".cv-publication")]
    assert sides == [None, "ltr", None]
    # A journal in Latin letters takes its year along.
    phrases = {item.text: item.get("dir") for item in page.select(".cv-kind-service")}
    assert phrases == PHRASES[code]
    paragraphs = docx.Document(str(folder / "cv.docx")).paragraphs
    written = [each for each in paragraphs if each.style.name == "CV Publication"]
    turned = [bool(each._p.xpath("./w:pPr/w:bidi[@w:val='0']")) for each in written]
    assert turned == [False, True, False]


def test_both_engines_close_up_chinese_signs(native: Callable[[str], Path], tmp_path: Path) -> None:
    """Two signs beside each other share a blank, and a quarter of a letter is at Latin ones."""
    sphinx_build("latex", tmp_path, source=NATIVE / "zh_CN")
    assert r"\newcommand*\cvcjk{SC}" in (tmp_path / "cv.tex").read_text("utf-8")
    need("lualatex")
    pdfs = lualatex(tmp_path), native("zh_CN") / "typst/cv.pdf"
    # No spaces between letters in the text layer, where a line may break.
    texts = ["".join(page.get_text() for page in pymupdf.open(pdf)) for pdf in pdfs]
    assert texts[0].split() == texts[1].split()
    tex, typst = map(_places, pdfs)
    # "（特邀报告），与…[1]" and "2013 年 6 月" at the end of a line.
    for word in ("[1]", "月"):
        ends = [[right for _left, right in places[word]] for places in (tex, typst)]
        assert ends[0] == pytest.approx(ends[1], abs=1), (word, ends)


def _places(pdf: Path) -> dict[str, list[tuple[float, float]]]:
    """Return where each word of a PDF starts and ends, in points from the left."""
    found: dict[str, list[tuple[float, float]]] = {}
    for word in words_in(pdf):
        text = re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", word.text)
        found.setdefault(text, []).append((word.left, word.right))
    return found


@pytest.mark.parametrize("code", CODES)
def test_anchors_stay_when_others_come(
    native: Callable[[str], Path], code: str, tmp_path: Path
) -> None:
    """A new heading and a new entry at the top move no anchor that is there."""
    before = _anchors((native(code) / "html/index.html").read_text("utf-8"))
    assert [
        anchor for anchor in before if re.fullmatch(r"(cv-entry|talk|id)-?\d{0,2}", anchor)
    ] == []
    source = shutil.copytree(NATIVE / code, tmp_path / "source")
    page = (source / "index.md").read_text("utf-8")
    kind, start = ":kind: education", page.index("\n## ")
    title, entry = FIRST[code], f"{FIRST[code][::-1]}\n{kind}\n:date: 2015"
    (source / "index.md").write_text(
        f"{page[:start]}\n## {title}\n\n```{{cv-entry}} {entry}\n```\n{page[start:]}", "utf-8"
    )
    sphinx_build("xml", tmp_path / "xml", source=source)
    after = (tmp_path / "xml/index.xml").read_text("utf-8")
    names = {name for names in re.findall(r'\bids="([^"]*)"', after) for name in names.split()}
    assert set(before) - names == set()


def _anchors(html: str) -> list[str]:
    page = BeautifulSoup(html, "html.parser")
    article = page.find("article")
    assert article is not None
    found = article.select("section[id], .cv-entry[id], .cv-talk[id], .cv-phrase[id]")
    return [str(each["id"]) for each in found]
