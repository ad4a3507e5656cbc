"""A formula for each word, environment and character that formulas may have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.math.words import table

if TYPE_CHECKING:
    from sphinx_cv.math.words import Word

_OF_KIND = {
    **dict.fromkeys(("accent", "over", "under", "alphabet"), r"{word}{{x}}"),
    **dict.fromkeys(("fraction", "binomial", "stack"), r"{word}{{a}}{{b}}"),
    "text": r"{word}{{a b}}",
    "size": r"{word}( x {word})",
    "modulo": r"a {word} {{n}}",
}
_GRAMMAR = {
    "limits": r"\sum\limits_a^b",
    "nolimits": r"\sum\nolimits_a",
    "not": r"a \not= b",
    "operatorname": r"\operatorname*{arg\,max}_x",
    "sqrt": r"\sqrt[3]{x}",
    "substack": r"\sum_{\substack{a\\ b}}",
    "ensuremath": r"\ensuremath{x}",
    **dict.fromkeys(("left", "middle", "right"), r"\left( a \middle| b \right]"),
    **dict.fromkeys(("begin", "end"), r"\begin{matrix} a \end{matrix}"),
}


def _example(name: str, word: Word) -> str:
    if word.kind == "grammar":
        return _GRAMMAR[name]
    return _OF_KIND.get(word.kind, "{word} x").format(word=f"\\{name}")


def _environment(name: str) -> str:
    columns = "{l|r}" if name == "array" else ""
    return rf"\begin{{{name}}}{columns} a & b \\ c & d \end{{{name}}}"


EXAMPLES = [
    *(_example(name, word) for name, word in table().words.items()),
    *(
        _environment(name).replace("&", "+" if name == "gathered" else "&")
        for name in table().environments
    ),
    *(f"{sign} x" for sign in table().typed),
]
