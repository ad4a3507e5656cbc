"""The settings by which Sphinx's LaTeX builder prints a CV; neither nodes nor layout."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.util import texescape

from sphinx_cv.model.languages import tag_of
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
    """Return the defaults of Sphinx's ``latex_*`` values that print a CV, or its variant.

    ``latex_documents`` is not among them: one row, whose theme is ``latex_theme``, is
    Sphinx's own default. ``latex_elements["preamble"]`` stays free for the owner.
    """
    fonts = _font_files() if printing_of(config).font == "sans" else ()
    return {
        "latex_engine": "lualatex",
        "latex_theme": _THEME,
        "latex_theme_path": [str(_THEMES)],
        # The builder copies these next to the .tex file, under their bare names.
        "latex_additional_files": [*_layout_files(), *fonts],
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
                    *_layout(config),
                )
            ),
            "figure_align": "H",
            # The builder has the header, which may show private facts (see header.py).
            "maketitle": "",
            "tableofcontents": "",
            "makeindex": "",
            "printindex": "",
        },
    }


def _layout(config: Config) -> list[str]:
    """Return what loads the layout, with the look and the facts of the whole document for it."""
    tag, profile, printing = tag_of(config.language), profile_of(config), printing_of(config)
    subject = variant_title(config) or profile.position
    title = " – ".join(filter(None, (profile.name, subject)))
    identity = "".join(f"{{{escape(text)}}}" for text in (profile.name, title, subject))
    return [
        rf"\newcommand*\cvlanguage{{{tag}}}",
        rf"\newcommand*\cvnumfig{{{int(config.numfig) or ''}}}",
        *_page(printing, look_of(printing, language=tag)),
        r"\usepackage{cv}",
        rf"\cvidentity{identity}",
    ]


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
