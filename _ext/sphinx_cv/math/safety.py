r"""Math: MathML made at build time, and no control word that TeX would act on.

In TeX ``$\input{…}$`` reads files, and in LuaTeX ``$\directlua{…}$`` writes them. So math passes
only when each of its control words is one of a list; otherwise it is shown as text.
"""

from __future__ import annotations

import re
from itertools import accumulate, compress

from .words import ENVIRONMENTS, SAFE

_PART = re.compile(r"\\(?:[A-Za-z]+|.)|[{}&]", re.DOTALL)
# TeX reads the columns of an array as code, and may never end.
_ODD_ARRAY = re.compile(r"\\begin\s*\{array\}(?!\s*(?:\[[tcb]\]\s*)?\{[lcr|\s]{1,99}\})")
_PAIRS = (("{", "}"), (r"\left", r"\right"), (r"\begin", r"\end"))
_SIGN = re.compile(r"\\(?:[A-Za-z]+|.)|\S", re.DOTALL)
_ENDS = frozenset({"}", "&", r"\\", r"\right", r"\end"})
# An index is math: TeX stops at it within text.
_INDEX_IN_TEXT = re.compile(r"\\(?:text(?:rm|sf|tt|bf|it)?|mbox)\s*\{[^{}]*?(?<!\\)[_^]")
# TeX stops at a depth, Python at another.
_DEEPEST = 30


def unsafe_words(latex: str, *, block: bool = False) -> list[str]:
    """Return the control words of a formula that are not known to be harmless.

    A *block* has columns without an environment of its own.
    """
    words = [f"\\{word}" for word in re.findall(r"\\([A-Za-z@]+)", latex) if word not in SAFE]
    environments = re.findall(r"\\(?:begin|end)\s*\{([^}]*)\}", latex)
    words += [f"\\begin{{{name}}}" for name in environments if name not in ENVIRONMENTS]
    # TeX reads "^^5c" as a backslash, and a percent sign hides the end of the formula. It stops
    # at a hash, and at what is opened and not closed.
    words += re.findall(r"\^\^|(?<!\\)[%#]|\\catcode", latex)
    words += _ODD_ARRAY.findall(latex)
    if _INDEX_IN_TEXT.search(latex):
        words.append("a ^ or _ within text")
    if _stops_at_an_index(latex):
        words.append("a ^ or _ that is empty or doubled")
    parts = _PART.findall(latex)
    for opening, closing in _PAIRS:
        depths = [0, *accumulate((part == opening) - (part == closing) for part in parts)]
        if min(depths) < 0 or depths[-1]:
            words.append(f"an unpaired {opening}")
        if max(depths) > _DEEPEST:
            words.append(f"so deep a nest of {opening}")
    # Of the environments, which are the last of the pairs.
    if not block and "&" in compress(parts, (depth <= 0 for depth in depths)):
        words.append("&")
    return list(dict.fromkeys(words))


def _stops_at_an_index(latex: str) -> bool:
    """Whether a ``^`` or ``_`` has nothing to raise or lower, or follows one of its kind."""
    groups: list[set[str]] = []
    # The indices of what stands before, and whether one still waits for what it raises or lowers.
    indices: set[str] = set()
    waits, last = False, ""
    for part in _SIGN.findall(latex):
        if part in ("^", "_", "'"):
            # A prime is raised, and so is what follows it: "f'^2".
            kind = "_" if part == "_" else "^"
            if waits or (kind in indices and last != "'"):
                return True
            indices.add(kind)
            waits = part != "'"
        elif part == "{":
            groups.append(indices if waits else set())
            indices, waits = set(), False
        elif waits and part in _ENDS:
            return True
        elif part == "}":
            indices = groups.pop() if groups else set()
        elif waits:
            waits = False
        elif part not in (r"\limits", r"\nolimits"):
            indices = set()
        last = part
    return waits
