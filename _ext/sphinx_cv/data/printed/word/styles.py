"""The page and the styles of the Word file, by the look that the PDFs have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from sphinx_cv.model.options.printing import MARGINS, PAPERS
from sphinx_cv.print.look import look_of

if TYPE_CHECKING:
    from docx.document import Document
    from docx.shared import Length

    from sphinx_cv.model.options.printing import Printing

# Those of Word that are nearest to the PDFs'.
_FONTS = {"serif": "Cambria", "sans": "Calibri", "cm": "Cambria"}
_SHEETS = {"a4paper": (210.0, 297.0), "letterpaper": (215.9, 279.4)}
_HANGING, _STEP = Mm(9), Mm(5)
# Our styles of paragraphs: what each is based on.
OURS = {
    "name": "Title",
    "contact": "CV Contact",
    "subhead": "CV Group",
    "entry": "CV Entry",
    "line": "CV Line",
    "place": "CV Place",
    "body": "CV Text",
    "bullet": "List Bullet",
    "number": "CV Numbered",
    "publication": "CV Publication",
    "tied": "CV Tied",
    "note": "CV Note",
    "term": "CV Term",
    "code": "CV Code",
    "picture": "CV Text",
}
LINK = "Hyperlink"
TABLE = "Table Grid"
# Of the template's styles of tables, the one that Word asks for and ours. The others are nine
# tenths of all its styles.
_TABLES = {"Normal Table", TABLE}
# What else a CV has no use for: the same styles for Word 2007, a picture of an empty page, and the
# sources that Word would cite.
_UNUSED = ("/stylesWithEffects", "/thumbnail", "/customXml")


def element(tag: str, /, **attributes: object) -> Any:
    """Return an element of WordprocessingML; ``val`` stands for ``w:val``."""
    made = OxmlElement(f"w:{tag}")
    for attribute, value in attributes.items():
        made.set(qn(f"w:{attribute}"), str(value))
    return made


def set_up(document: Document, printing: Printing, language: str) -> None:
    """Give an empty document its page and styles."""
    _leave_out_unused(document)
    look = look_of(printing, language=language)
    section = document.sections[0]
    width, height = _SHEETS.get(PAPERS[printing.paper], _SHEETS["a4paper"])
    section.page_width, section.page_height = Mm(width), Mm(height)
    for side in MARGINS:
        setattr(section, f"{side}_margin", Mm(getattr(printing.margins, side)))
    font = _FONTS.get(look["font"], "Cambria")
    _base(document, font, look, language)
    _headings(document, font, look, printing)
    styles = _Styles(document, look["size"])
    entry = styles.add("CV Entry", space_before=Pt(4), keep_with_next=True)
    line = styles.add("CV Line", space_before=Pt(4))
    # Lines of one list stand close.
    line.element.get_or_add_pPr().insert_element_before(
        element("contextualSpacing"), "w:jc", "w:outlineLvl"
    )
    for style in (entry, line):
        style.paragraph_format.tab_stops.add_tab_stop(text_width(document), WD_TAB_ALIGNMENT.RIGHT)
        style.paragraph_format.keep_together = True
    styles.add("CV Place", keep_together=True)
    styles.add("CV Text", space_after=Pt(1))
    styles.add("CV Contact", alignment=WD_ALIGN_PARAGRAPH.CENTER)
    styles.add("CV Term", space_before=Pt(2), keep_with_next=True).font.bold = True
    styles.add(
        "CV Group", space_before=Pt(5), space_after=Pt(1), keep_with_next=True
    ).font.bold = True
    styles.add("CV Note", size=look["size"] - 1, space_before=Pt(3))
    styles.add("CV Tied", left_indent=_HANGING, keep_together=True)
    styles.add("CV Code").font.name = "Consolas"
    for name in ("CV Publication", "CV Numbered"):
        style = styles.add(
            name,
            left_indent=_HANGING,
            first_line_indent=-_HANGING,
            space_before=Pt(2.5),
            keep_together=True,
        )
        style.paragraph_format.tab_stops.add_tab_stop(_HANGING)
    link = document.styles.add_style(LINK, WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb = _color(printing.link_color, "0D3D73")
    _set_complex_scripts(document)


def _leave_out_unused(document: Document) -> None:
    """Take out of the template what no CV uses: it would be packed into each file."""
    for style in document.styles:
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in _TABLES:
            style.delete()
    for relations in (document.part.rels, document.part.package.rels):
        for key in [key for key, each in relations.items() if each.reltype.endswith(_UNUSED)]:
            del relations[key]


def is_from_the_right(document: Document) -> bool:
    """Whether the paragraphs of a document that is set up go from right to left."""
    return document.styles["Normal"].element.find(f".//{qn('w:bidi')}") is not None


def text_width(document: Document) -> Length:
    """Return the width of a line."""
    section = document.sections[0]
    page, left, right = section.page_width, section.left_margin, section.right_margin
    return Emu((page or 0) - (left or 0) - (right or 0))


def indent(level: int) -> Any:
    """Return how far a paragraph is indented that is *level* deep."""
    return _STEP * level


def _base(document: Document, font: str, look: dict[str, Any], language: str) -> None:
    normal = document.styles["Normal"]
    normal.font.size = Pt(look["size"])
    _set_font(normal, font)
    normal.element.rPr.append(element("lang", val=language, eastAsia=language, bidi=language))
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.08
    if look["rtl"]:
        # Its place among the properties is fixed.
        properties = normal.element.get_or_add_pPr()
        properties.insert_element_before(element("bidi"), "w:spacing", "w:ind", "w:jc")


def _headings(document: Document, font: str, look: dict[str, Any], printing: Printing) -> None:
    size = look["size"]
    title = document.styles["Title"]
    _set_font(title, font)
    title.font.size, title.font.bold = Pt(size * 1.9), False
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.space_after = Pt(2)
    for border in title.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)
    for level in (1, 2, 3):
        heading = document.styles[f"Heading {level}"]
        _set_font(heading, font)
        heading.font.size = Pt(size * (1.15 if level == 1 else 1.05))
        heading.font.bold, heading.font.italic = True, level > 2  # noqa: PLR2004
        heading.paragraph_format.space_before = Pt(10 if level == 1 else 6)
        heading.paragraph_format.space_after = Pt(3)
        heading.paragraph_format.keep_with_next = True
    color = str(_color(printing.rule_color, "808080"))
    rule = element("pBdr")
    rule.append(element("bottom", val="single", sz=4, space=1, color=color))
    first = document.styles["Heading 1"].element.get_or_add_pPr()
    # Its place among the properties is fixed.
    first.insert_element_before(rule, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:outlineLvl")


def _set_complex_scripts(document: Document) -> None:
    """Let Hebrew and Arabic, which have own properties, be as bold and large as all else."""
    styles = document.styles.element
    for old in [*styles.iter(qn("w:bCs"), qn("w:szCs"))]:
        old.getparent().remove(old)
    for name in ("b", "sz"):
        for latin in [*styles.iter(qn(f"w:{name}"))]:
            made = element(f"{name}Cs")
            made.attrib.update(latin.attrib)
            latin.addnext(made)


class _Styles:
    """Adds styles of paragraphs."""

    def __init__(self, document: Document, size: float) -> None:
        self._styles = document.styles
        self._normal = document.styles["Normal"]
        self._size = size

    def add(self, name: str, *, size: float = 0, **layout: Any) -> ParagraphStyle:
        """Add a style based on the normal one."""
        # "add_style" first looks through all styles for the name: as long as all else takes.
        made = self._styles.element.add_style_of_type(name, WD_STYLE_TYPE.PARAGRAPH, builtin=False)
        style = ParagraphStyle(made)
        style.base_style = self._normal
        style.font.size = Pt(size or self._size)
        for key, value in layout.items():
            setattr(style.paragraph_format, key, value)
        return style


def _set_font(style: Any, font: str) -> None:
    """Set the font for every script, in place of the theme's."""
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), font)


def _color(typed: str, default: str) -> RGBColor:
    digits = typed.lstrip("#").upper()
    return RGBColor.from_string(digits if len(digits) == len(default) else default)
