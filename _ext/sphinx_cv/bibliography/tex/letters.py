"""TeX's commands for letters and signs that pylatexenc does not know."""

from __future__ import annotations

from .journals import JOURNALS
from .math_words import GREEK
from .phonetics import SIGNS

LETTERS = {
    **dict.fromkeys(("newline", "par", "\\", "linebreak", "break", "space"), " "),
    **dict.fromkeys(("/", "-", "!", "@", "null", "strut", "nobreakdash", "isdot", "nopunct"), ""),
    # The marks of biblatex.
    **dict.fromkeys(("addspace", "addlowpenspace", "addhighpenspace"), " "),
    **dict.fromkeys(("addnbspace", "addthinspace"), "\u00a0"),
    "adddot": ".",
    "adddotspace": ". ",
    "addcomma": ",",
    "addcolon": ":",
    "addsemicolon": ";",
    "addslash": "/",
    "bibrangedash": "–",
    # Letters of Cyrillic names in Latin ones (MathSciNet), and of Vietnamese.
    "cprime": "ʹ",
    "cdprime": "ʺ",
    "lasp": "‘",
    "rasp": "’",
    **dict.fromkeys(("Dbar", "Dj"), "Đ"),
    "dbar": "đ",
    "ohorn": "ơ",
    "Ohorn": "Ơ",
    "uhorn": "ư",
    "Uhorn": "Ư",
    **{
        f"{form}{typed}": sign
        for name, letter in zip(GREEK, "αβγδεζηθικλμνξπρστυφχψω", strict=True)
        for typed, sign in ((name, letter), (name.title(), letter.upper()))
        for form in ("text", "up")
    },
    "textmu": "µ",
    # Phonetic signs (tipa), not Greek letters.
    "textepsilon": "ɛ",
    "textphi": "ɸ",
    **dict.fromkeys(("nobreakspace", ",", "thinspace", "enspace"), "\u00a0"),
    "footnotemark": "",
    "dag": "†",
    "ddag": "‡",
    "yen": "¥",
    "slash": "/",
    # "And the following page", "and the following pages" (biblatex).
    "psq": "\u00a0f.",
    "psqq": "\u00a0ff.",
    "hyphen": "-",
    "ndash": "–",
    "mdash": "—",
    "textbraceleft": "{",
    "textbraceright": "}",
    **dict.fromkeys(("textless", "lt"), "<"),
    **dict.fromkeys(("textgreater", "gt"), ">"),
    "textbar": "|",
    "textbackslash": "\\",
    "textunderscore": "_",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textquotesingle": "'",
    "textquotedbl": '"',
    "textasteriskcentered": "*",
    "textperiodcentered": "·",
    # HTML's names, as used by ADS.
    "lsquo": "‘",
    "rsquo": "’",
    "ldquo": "“",
    "rdquo": "”",
    "plusmn": "±",
    "lq": "‘",
    "rq": "’",
    "glqq": "„",
    "grqq": "“",
    "flqq": "«",
    "frqq": "»",
    "glq": "‚",
    "grq": "‘",
    "copyright": "©",
    "degree": "°",
    "pounds": "£",
    # Of astronomers (AASTeX).
    "arcmin": "′",
    "arcsec": "″",
    "deg": "°",
    "farcm": ".′",
    "farcs": ".″",
    "fdg": ".°",
    "sun": "☉",
    "euro": "€",
    "EUR": "€",
    "No": "№",
    "S": "§",
    "P": "¶",
    **SIGNS,
    "BibTeX": "BibTeX",
    "LaTeX": "LaTeX",
    "LaTeXe": "LaTeX2e",
    "TeX": "TeX",
    "XeTeX": "XeTeX",
    "LuaTeX": "LuaTeX",
    **JOURNALS,
}
