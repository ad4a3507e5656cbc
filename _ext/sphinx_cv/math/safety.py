"""Whether a formula can be set by every output, and what to say where it cannot."""

from __future__ import annotations

import re


def math_problem(tex: str, *, block: bool = False) -> str:
    """Return what is wrong with a formula, as a sentence for its author; ``""`` if nothing is.

    A *block* has rows and columns without an environment of its own.
    """
    # Loaded with the first formula.
    from .parser import parse
    from .tokens import MathError

    if unknown := _unknown(tex):
        are = "are not control words" if len(unknown) > 1 else "is not a control word"
        return f"{', '.join(unknown)} {are} for math in a CV; the formula is shown as text"
    try:
        parse(tex, block=block)
    except MathError as error:
        return f"a formula cannot have {error}; it is shown as text"
    return ""


def _unknown(tex: str) -> list[str]:
    """Return the words and the environments that are not in the table, each once."""
    from .tokens import tokens_of
    from .words import table

    known = table()
    words = [word for word in tokens_of(tex) if re.match(r"\\[A-Za-z]", word)]
    unknown = [word for word in words if word[1:] not in known.words]
    names = re.findall(r"\\(?:begin|end)\s*\{([^}]*)\}", tex)
    unknown += [f"\\begin{{{name}}}" for name in names if name not in known.environments]
    return list(dict.fromkeys(unknown))
