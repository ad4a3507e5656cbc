"""The printed CV as plain text and for Word: styles, links, places, and whose facts it has."""

from __future__ import annotations

import re
import shutil
import zipfile
from typing import TYPE_CHECKING

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from page import validate_pdf_bytes
from PIL import Image

from helpers import need, run
from sphinx_cv.data.printed import names
from sphinx_cv.data.printed.blocks import Block, Run, Table
from sphinx_cv.data.printed.text import to_text
from sphinx_cv.log import Stop
from sphinx_cv.output.guard import MARK

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from helpers import Built

PRIVATE = {"name": "Ada King", "phone": "+44 20 0000 1234", "private": ["phone"]}
PAGE = """# Ada King

Hello *there*, **you**: see [the notes](https://example.org/a?b=1&c=<x>) and {cv:entry}`mill`.

## Work

```{cv-entry} Miller
:organization: Mill
:start: 2020
:end: 2021
:name: mill

1. First
2. Second
   - Inner

Term
: Meaning with $x^2$

| A | B |
|---|---|
| 1 | *2* |

![A wheel](wheel.png)
```

```{talk} Wheels
:event: Days
:date: 2022
:slides: https://example.org/slides.pdf
:publication: king2020

The abstract is for the web.
```

```{publication-list}
```
"""
BIB = "@misc{king2020, author = {King, Ada}, title = {Notes}, year = {2020}, doi = {10.1000/1}}"


@pytest.fixture
def printed(site: Callable[..., Built], tmp_path: Path) -> Callable[..., Built]:
    def build(builder: str = "html", page: str = PAGE, **conf: object) -> Built:
        source = tmp_path / "source"
        source.mkdir(exist_ok=True)
        Image.new("RGB", (40, 20), "red").save(source / "wheel.png")
        files = {"index.md": page, "refs.bib": BIB}
        return site(files, builder, fresh=False, **{"cv_profile": PRIVATE, "cv_pdf": ""} | conf)

    return build


def test_a_word_file_has_styles_links_places_and_pages(printed: Callable[..., Built]) -> None:
    built = printed()
    assert not [line for line in built.warnings if "already registered" not in line]
    document = docx.Document(str(built.out / "cv.docx"))
    styles = {part.text: part.style.name for part in document.paragraphs}
    assert styles["Ada King"] == "Title"
    assert styles["Work"] == "Heading 1"
    assert styles["Miller, Mill\t2020–2021"] == "CV Entry"
    assert styles["1.\tFirst"] == "CV Numbered"
    assert styles["Inner"] == "List Bullet"
    assert styles["[1]\tAda King. Notes. 2020."] == "CV Publication"
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [
        ["A", "B"],
        ["1", "2"],
    ]
    assert [shape.type for shape in document.inline_shapes]
    assert not any("abstract" in text for text in styles)
    (hello,) = [part for part in document.paragraphs if part.text.startswith("Hello")]
    assert [run.text for run in hello.runs if run.italic] == ["there"]
    assert [run.text for run in hello.runs if run.bold] == ["you"]
    web, within = hello.hyperlinks
    assert web.address == "https://example.org/a?b=1&c=%3Cx%3E"
    assert f'w:name="{within.fragment}"' in document.element.xml
    section = document.sections[0]
    assert "Ada King" in section.header.paragraphs[0].text
    assert "NUMPAGES" in section.first_page_footer._element.xml
    assert (document.core_properties.title, document.core_properties.author) == ("Ada King",) * 2


def test_a_word_file_has_nothing_of_the_template_that_no_cv_uses(
    printed: Callable[..., Built],
) -> None:
    path = printed().out / "cv.docx"
    styles = docx.Document(str(path)).styles
    tables = [style.name for style in styles if style.type == WD_STYLE_TYPE.TABLE]
    assert tables == ["Normal Table", "Table Grid"]
    with zipfile.ZipFile(path) as parts:
        names = [name for name in parts.namelist() if "/_rels/" not in name]
    assert not [name for name in names if re.search("custom|thumbnail|Effects", name)]


def test_a_word_file_from_the_right_is_sound(printed: Callable[..., Built]) -> None:
    page = "# עדה\n\n**חזק** *what?* (ab) **)**\n\n| א | ב |\n|---|---|\n| 1 | 2 |\n"
    built = printed(page=page, language="he")
    document = docx.Document(str(built.out / "cv.docx"))
    normal = document.styles["Normal"].element
    order = [child.tag.partition("}")[2] for child in normal.pPr]
    # What Word takes for a broken file where it is not so.
    assert order == ["bidi", "spacing"]
    for style in document.styles.element.iter(qn("w:rPr")):
        for latin, other in (("w:b", "w:bCs"), ("w:sz", "w:szCs")):
            one, two = style.find(qn(latin)), style.find(qn(other))
            assert (one is None) == (two is None)
            assert one is None or one.attrib == two.attrib
    (line,) = [part for part in document.paragraphs if "חזק" in part.text]
    set_ = [(run.text, run.font.rtl, run.bold, run.font.cs_bold) for run in line.runs]
    assert set_ == [
        ("חזק", True, True, True),
        (" ", True, None, None),
        ("what?\u200e", None, None, None),
        (" (ab) ", None, None, None),
        (")", True, True, True),
    ]
    assert document.tables[0]._tblPr.find(qn("w:bidiVisual")) is not None


def test_every_mark_of_a_place_is_one(everything: Path) -> None:
    xml = docx.Document(str(everything / "cv.docx")).element.xml
    names_ = re.findall(r'bookmarkStart [^>]*w:name="(\w+)"', xml)
    assert len({*names_}) == len(names_) > 10
    assert {*re.findall(r'w:anchor="(\w+)"', xml)} <= {*names_}


def test_the_owners_word_file_has_private_facts_and_no_site_takes_it(
    printed: Callable[..., Built], tmp_path: Path
) -> None:
    own = printed("docx")
    document = docx.Document(str(own.out / "cv.docx"))
    assert "+44 20 0000 1234" in "\n".join(part.text for part in document.paragraphs)
    assert document.core_properties.keywords == MARK
    extra = tmp_path / "source" / "extra"
    extra.mkdir()
    shutil.copy(own.out / "cv.docx", extra / "mine.docx")
    built = printed(html_extra_path=["extra"])
    assert not (built.out / "mine.docx").exists()
    assert built.app.statuscode == 1
    public = docx.Document(str(built.out / "cv.docx"))
    assert "1234" not in public.element.xml


def test_a_private_value_in_a_zip_is_found(printed: Callable[..., Built], tmp_path: Path) -> None:
    extra = tmp_path / "source" / "extra"
    extra.mkdir(parents=True)
    with zipfile.ZipFile(extra / "data.zip", "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("a.xml", "<p>+44 20 <b>0000</b> 1234</p>")
    built = printed(html_extra_path=["extra"])
    assert not (built.out / "data.zip").exists()
    assert built.app.statuscode == 1


def test_without_python_docx_one_line_says_what_to_install(
    printed: Callable[..., Built], monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("publish", "printed.names", "printed.word.builder"):
        monkeypatch.setattr(f"sphinx_cv.data.{module}.has_docx", lambda: False)
    built = printed()
    assert not (built.out / "cv.docx").exists()
    assert "cv.docx" not in built.text("index.html")
    assert names.MISSING not in "".join(built.warnings)
    (warning,) = [line for line in printed(cv_exports={"docx": True}).warnings if "docx" in line]
    assert names.MISSING in warning
    with pytest.raises(Stop) as ended:
        printed("docx")
    assert [found.message for found in ended.value.findings] == [names.MISSING]


def test_the_text_has_a_line_for_each_paragraph_and_addresses_at_its_end() -> None:
    flow = [
        Block(style="heading", level=1, runs=[Run(text="Work")]),
        Block(style="entry", runs=[Run(text="Miller")], date="2020\N{NO-BREAK SPACE}– present"),
        Block(
            style="body",
            runs=[Run(text="See "), Run(text="it", url="https://x.org/a"), Run(text=" now.")],
        ),
        Block(
            style="bullet", label="•", level=2, runs=[Run(text="x.org/b", url="https://x.org/b")]
        ),
        Block(
            style="publication",
            label="[1]",
            runs=[Run(text="Notes", url="https://x.org/n"), Run(text=", 2020.")],
            links=[
                Run(text="Code", url="https://x.org/c"),
                Run(text=" · "),
                Run(text="Data", url="https://x.org/d"),
            ],
        ),
        Table(rows=[[[Run(text="A")], [Run(text="B\x07")]]]),
    ]
    assert to_text(flow).split("\n") == [
        "WORK",
        "",
        "Miller | 2020 – present",
        "See it now. <https://x.org/a>",
        "  - x.org/b",
        "",
        "[1] Notes, 2020. <https://x.org/n> Code <https://x.org/c> · Data <https://x.org/d>",
        "",
        "A\tB",
        "",
    ]


def test_word_opens_it_with_as_many_pages_as_the_pdf(everything: Path, tmp_path: Path) -> None:
    office = need("soffice")
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    convert = (office, home, "--headless", "--convert-to", "pdf", "--outdir", tmp_path)
    run(*convert, everything / "cv.docx")
    assert abs(pages(tmp_path / "cv.pdf") - pages(everything / "cv.pdf")) <= 1


def pages(path: Path) -> int:
    import pikepdf

    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


def test_the_pdf_has_the_data_in_it_where_that_is_wanted(printed: Callable[..., Built]) -> None:
    import pikepdf

    built = printed(cv_pdf="cv.pdf", cv_exports={"attachments": True})
    with pikepdf.open(built.out / "cv.pdf") as pdf:
        assert {*pdf.attachments} == {"cv.json", "publications.bib"}
        data = pdf.attachments["cv.json"].get_file().read_bytes()
        assert "pdfaid:part" in str(pdf.open_metadata())
        assert pdf.open_metadata()["pdfaid:part"] == "3"
    file = (built.out / "cv.pdf").read_bytes()
    assert [validate_pdf_bytes(file, profile=name).failures for name in ("ua1", "3a")] == [[], []]
    assert data == (built.out / "cv.json").read_bytes()
    # Not before it is asked for, and not after.
    with pikepdf.open(printed(cv_pdf="cv.pdf").out / "cv.pdf") as pdf:
        assert not pdf.attachments


@pytest.mark.parametrize(
    ("language", "said"),
    [("fr", "Page personnelle : https://a."), ("zh_CN", "个人主页：https://a.")],
)
def test_a_label_has_the_colon_of_its_language(
    printed: Callable[..., Built], language: str, said: str
) -> None:
    profile = {"name": "Ada King", "website": "https://a.example.org"}
    header = {"header": [["website"]]}
    built = printed(page="# Ada King\n", language=language, cv_profile=profile, cv_print=header)
    assert said in (built.out / "cv.txt").read_text("utf-8")
