r"""The formulas of fields, in the words that today's TeX and MathML know.

MathSciNet has them in AMS-TeX (``\Bbb R``), astronomers' databases in plain TeX (``\rm M_\odot``).
"""

from __future__ import annotations

import re
from functools import cache

from sphinx_cv.math.words import table
from sphinx_cv.source.braces import depths

GREEK = """
    alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau
    upsilon phi chi psi omega
""".split()
# ADS has it within math as well: "M$_{{\ensuremath{\odot}}}$".
_ENSURED = re.compile(r"\{\\ensuremath\{([^{}]*)\}\}|\\ensuremath\{([^{}]*)\}")
# Upright Greek letters, as Better BibTeX writes them.
_UPRIGHT = re.compile(rf"\\up(?=(?:{'|'.join(GREEK)})(?![A-Za-z]))", re.IGNORECASE)
# The type of what is left of a group, as in plain TeX.
_SWITCH = re.compile(r"\\(rm|bf|it|cal|sf|tt)(?![A-Za-z])\s*")
_FENCE = re.compile(r"\\(right|left)(?![A-Za-z])")


@cache
def _old_word() -> re.Pattern[str]:
    return re.compile(rf"\\({'|'.join(table().older)})(?![A-Za-z])(?:\s+(?=[^A-Za-z]))?")


def in_new_words(formula: str) -> str:
    """Return *formula* with no word that only older TeX has."""
    formula = _ENSURED.sub(_without_name, _UPRIGHT.sub(r"\\", formula))
    formula = _old_word().sub(lambda match: table().older[match[1]], formula)
    while switch := _SWITCH.search(formula):
        before, rest = formula[: switch.start()], formula[switch.end() :]
        # "\cal{O}(n)" is typed as if it were a command.
        is_command = rest.startswith("{")
        rest = rest.removeprefix("{") if is_command else rest
        end = _end_of_group(rest)
        content, after = rest[:end], rest[end:]
        if is_command:
            after = after.removeprefix("}")
        elif re.search(r"(?:^|[^A-Za-z_^}\]])\{$", before) and after.startswith("}"):
            # A group of its own: what takes an argument keeps its braces.
            before, after = before[:-1], after[1:]
        formula = f"{before}\\math{switch[1]}{{{content.rstrip()}}}{after}"
    return formula


def _without_name(match: re.Match[str]) -> str:
    formula = str(match[1] or match[2] or "")
    # What follows must not become a part of the word.
    return f"{formula} " if re.search(r"\\[A-Za-z]+$", formula) else formula


def _end_of_group(formula: str) -> int:
    r"""Return where the group ends that *formula* is within: at its brace or its ``\right``."""
    end = next((at for at, depth in depths(formula, escapes=True) if depth < 0), len(formula))
    opened = 0
    for fence in _FENCE.finditer(formula, 0, end):
        opened += 1 if fence[1] == "left" else -1
        if opened < 0:
            return fence.start()
    return end
