"""The settings by which Sphinx's LaTeX builder prints a CV; neither nodes nor layout."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.util import texescape

from sphinx_cv.model.options.printing import COLORS, MARGINS, PAPERS, Printing
from sphinx_cv.print.look import look_of
from sphinx_cv.print.page_text import variant_title
from sphinx_cv.settings.values import printing_of, profile_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.config import Config

_THEMES = Path(__file__).parent.resolve() / "theme"

_FONTS = _THEMES.parents[1] / "fonts"
_THEME = "sphinxcv"


def settings_of(config: Config) -> dict[str, Any]:
    """Return the settings of a project, for the whole CV or the variant that is being written."""
    profile = profile_of(config)
    return settings(
        language=config.language or "en",
        name=profile.name,
        subject=variant_title(config) or profile.position,
        keywords="",
        header="",
        numfig=config.numfig,
        printing=printing_of(config),
    )


def fonts_of(config: Config) -> list[str]:
    """Return the font files that the variants need besides those of the whole CV."""
    given = (variant.get("print", {}) for variant in config.cv_variants.values())
    looks = [Printing.read({**config.cv_print, **chosen}) for chosen in given]
    return _font_files() if any(printing.font == "sans" for printing in looks) else []


def _layout_files() -> list[str]:
    folder = _THEMES / _THEME
    return [str(path) for path in sorted([*folder.glob("*.cls"), *folder.glob("*.sty")])]


def _font_files() -> list[str]:
    return [str(path) for path in sorted(_FONTS.glob("*.otf"))]


def settings(
    *,
    language: str,
    name: str,
    subject: str,
    keywords: str,
    header: str,
    numfig: bool = False,
    printing: Printing | None = None,
) -> dict[str, object]:
    r"""Return the defaults of Sphinx's ``latex_*`` values that print a CV.

    ``language`` is Sphinx's language code (``en``, ``pt_BR``). ``name``, ``subject``
    ("Curriculum vitae") and ``keywords`` (separated by commas) are plain text: they
    are escaped here and become the PDF's metadata and the footer. ``header`` is LaTeX
    code, escaped by the caller, that opens the first page: a ``\cvheader`` or nothing.
    ``numfig`` numbers figures. ``printing`` is the look of the page.

    ``latex_documents`` is not among them: one row, whose theme is ``latex_theme``, is
    Sphinx's own default. ``latex_elements["preamble"]`` stays free for the owner.
    """
    tag = language.replace("_", "-")
    title = " – ".join(part for part in (name, subject) if part)
    printing = printing or Printing.read({})
    look = look_of(printing, language=tag)
    identity = "".join(f"{{{escape(text)}}}" for text in (name, title, subject, keywords))
    return {
        "latex_engine": "lualatex",
        "latex_theme": _THEME,
        "latex_theme_path": [str(_THEMES)],
        # The builder copies these next to the .tex file, under their bare names.
        "latex_additional_files": [
            *_layout_files(),
            *(_font_files() if look["font"] == "sans" else ()),
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
                    rf"\newcommand*\cvnumfig{{{int(numfig) or ''}}}",
                    *_page(printing, look),
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


def _page(printing: Printing, look: dict[str, Any]) -> list[str]:
    """Return the macros that ``cv.sty`` reads the look from."""
    sides = (f"{side}={getattr(printing.margins, side):g}mm" for side in MARGINS)
    colors = (f"\\newcommand*\\cv{name.replace('_', '')}" for name in COLORS)
    return [
        r"\makeatletter\newcommand*\cvset[2]{\@namedef{cv@look@#1}{#2}}\makeatother",
        *(f"\\cvset{{{name}}}{{{value}}}" for name, value in _flat(look)),
        rf"\newcommand*\cvpage{{{PAPERS[printing.paper]},{','.join(sides)}}}",
        rf"\newcommand*\cvleft{{{printing.margins.left:g}mm}}",
        rf"\newcommand*\cvsize{{{printing.size:g}}}",
        *(
            f"{macro}{{{getattr(printing, name).removeprefix('#').upper()}}}"
            for macro, name in zip(colors, COLORS, strict=True)
        ),
    ]


def _flat(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Yield the numbers and words of a look, ``section-size`` for ``{"section": {"size": …}}``."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _flat(part, f"{name}-{key}" if name else key)
    elif isinstance(value, list):
        for place, part in enumerate(value, 1):
            yield from _flat(part, f"{name.removesuffix('s')}{place}")
    else:
        yield name, str(int(value) if isinstance(value, bool) else value)


def escape(text: str) -> str:
    """Return plain *text* as LaTeX."""
    # The tables are empty until the LaTeX builder starts, which is after config-inited.
    texescape.init()
    return texescape.escape(text, "lualatex")
