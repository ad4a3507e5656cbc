"""The settings by which Sphinx's LaTeX builder prints a CV; neither nodes nor layout."""

from __future__ import annotations

from pathlib import Path

from sphinx.util import texescape

from sphinx_cv.model.print_options import COLORS, MARGINS, PAPERS, Printing

_THEMES = Path(__file__).parent.resolve() / "theme"

_THEME = "sphinxcv"

#: The cut of the Noto CJK fonts that draws a language's own forms of the letters.
_CJK_VARIANTS = {"ja": "JP", "ko": "KR", "zh-tw": "TC", "zh-hant": "TC", "zh-hk": "TC"}


def settings(
    *,
    language: str,
    name: str,
    subject: str,
    keywords: str,
    header: str,
    cjk: bool = False,
    numfig: bool = False,
    printing: Printing | None = None,
) -> dict[str, object]:
    r"""Return the defaults of Sphinx's ``latex_*`` values that print a CV.

    ``language`` is Sphinx's language code (``en``, ``pt_BR``). ``name``, ``subject``
    ("Curriculum vitae") and ``keywords`` (separated by commas) are plain text: they
    are escaped here and become the PDF's metadata and the footer. ``header`` is LaTeX
    code, escaped by the caller, that opens the first page: a ``\cvheader`` or nothing.
    ``cjk`` loads the Noto CJK fonts, which costs seconds: set it where the text has
    Chinese, Japanese or Korean letters. ``numfig`` numbers figures. ``printing`` is the look
    of the page.

    ``latex_documents`` is not among them: one row, whose theme is ``latex_theme``, is
    Sphinx's own default. ``latex_elements["preamble"]`` stays free for the owner.
    """
    tag = language.replace("_", "-")
    variant = _CJK_VARIANTS.get(tag.lower(), "SC") if cjk else ""
    title = " – ".join(part for part in (name, subject) if part)
    identity = "".join(f"{{{escape(text)}}}" for text in (name, title, subject, keywords))
    return {
        "latex_engine": "lualatex",
        "latex_theme": _THEME,
        "latex_theme_path": [str(_THEMES)],
        # The builder copies these next to the .tex file, under their bare names.
        "latex_additional_files": [
            str(_THEMES / _THEME / file) for file in ("sphinxcv.cls", "cv.sty")
        ],
        "latex_show_urls": "no",
        "latex_use_xindy": False,
        "latex_domain_indices": False,
        "latex_table_style": ["booktabs"],
        "latex_elements": {
            # polyglossia cannot mirror the page; babel reads its .ini files
            # (provide*=*), so that no language package of TeX Live is needed.
            "polyglossia": "",
            "babel": r"\usepackage[bidi=basic,layout=tabular,provide*=*]{babel}",
            "cmappkg": "",
            "fontpkg": "",
            "fncychap": "",
            # cv.sty has to come after hyperref, and before the owner's preamble.
            "hyperref": "\n".join(
                (
                    r"\usepackage{hyperref}",
                    r"\usepackage{hypcap}",
                    r"\urlstyle{same}",
                    rf"\newcommand*\cvlanguage{{{tag}}}",
                    rf"\newcommand*\cvcjk{{{variant}}}",
                    rf"\newcommand*\cvnumfig{{{int(numfig) or ''}}}",
                    *_page(printing or Printing()),
                    r"\usepackage{cv}",
                    rf"\cvidentity{identity}",
                )
            ),
            "figure_align": "H",
            "maketitle": header,
            "tableofcontents": "",
            "makeindex": "",
            "printindex": "",
        },
    }


def _page(printing: Printing) -> list[str]:
    """Return the macros that ``cv.sty`` reads the look of the page from."""
    sides = (f"{side}={getattr(printing.margins, side):g}mm" for side in MARGINS)
    colors = (f"\\newcommand*\\cv{name.replace('_', '')}" for name in COLORS)
    return [
        rf"\newcommand*\cvpage{{{PAPERS[printing.paper]},{','.join(sides)}}}",
        rf"\newcommand*\cvsize{{{printing.size:g}}}",
        *(
            f"{macro}{{{getattr(printing, name).removeprefix('#').upper()}}}"
            for macro, name in zip(colors, COLORS, strict=True)
        ),
    ]


def escape(text: str) -> str:
    """Return plain *text* as LaTeX."""
    # The tables are empty until the LaTeX builder starts, which is after config-inited.
    texescape.init()
    return texescape.escape(text, "lualatex")
