"""The language of a CV, by the names that TeX and RenderCV have for it."""

from __future__ import annotations

import re

_CODES = {
    name: code
    for code, names in (
        ("ca", "catalan"),
        ("cs", "czech"),
        ("da", "danish"),
        ("de", "german ngerman austrian naustrian swissgerman nswissgerman"),
        ("el", "greek"),
        ("es", "spanish"),
        ("fi", "finnish"),
        ("fr", "french francais acadian canadien"),
        ("hu", "hungarian magyar"),
        ("it", "italian"),
        ("ja", "japanese"),
        ("ko", "korean"),
        ("nb", "norsk norwegian bokmal nynorsk"),
        ("nl", "dutch"),
        ("pl", "polish"),
        ("pt", "portuguese portuges"),
        ("pt_BR", "brazilian brazil brazilian_portuguese"),
        ("ro", "romanian"),
        ("ru", "russian"),
        ("sv", "swedish"),
        ("tr", "turkish"),
        ("uk", "ukrainian"),
        ("vi", "vietnamese"),
        ("zh_CN", "mandarin_chinese chinese"),
    )
    for name in names.split()
}
# The last option of babel is the language that a document is in.
_OF_TEX = re.compile(
    r"\\usepackage\s*\[(?:[^\]]*,)?\s*(?:main\s*=\s*)?([\w-]+)\s*,?\s*\]\s*\{babel\}"
    r"|\\set(?:main|default)language\s*(?:\[[^\]]*\])?\s*\{(\w+)\}"
)


def language_of(name: str) -> str:
    """Return the code of a language, ``""`` where there are no words of ours in it, or English."""
    return _CODES.get(name.strip().lower(), "")


def language_of_tex(text: str) -> str:
    """Return the code of the language that a document in TeX is in, as far as it says so."""
    found = _OF_TEX.search(text)
    return language_of(found[1] or found[2]) if found else ""
