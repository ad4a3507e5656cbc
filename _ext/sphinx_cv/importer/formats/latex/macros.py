r"""Commands that a CV in TeX defines for itself, written out: ``\newcommand`` and ``\def``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_cv.source.braces import pairs

if TYPE_CHECKING:
    from collections.abc import Collection

_DEFINITION = re.compile(
    r"\\(?:(?:re)?newcommand|providecommand|DeclareRobustCommand)\*?\s*\{?\s*\\([a-zA-Z]+)\s*\}?"
    r"\s*(?:\[(\d)\])?\s*(?:\[([^\]]*)\])?\s*(?=\{)"
    r"|\\(?:def|gdef|edef)\s*\\([a-zA-Z]+)((?:#\d)*)\s*(?=\{)"
)
_OPTIONAL = re.compile(r"\s*\[([^\]]*)\]")
_SPACE = re.compile(r"\s*")
# A command may be in the words of another; TeX that writes ever more is not followed.
_ROUNDS, _LARGEST = 8, 2_000_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Macro:
    """What a command stands for; ``default`` is its first argument where that is left out."""

    body: str
    count: int = 0
    default: str | None = None


class Macros:
    """The commands that were defined so far; those of *known* are left as they are."""

    def __init__(self, known: Collection[str]) -> None:
        self._known = frozenset(known)
        self._found: dict[str, Macro] = {}

    def written_out(self, text: str) -> str:
        """Take the definitions out of *text*, and write out the commands in it."""
        text = self._without_definitions(text)
        for _round in range(_ROUNDS):
            if not self._found or len(text) > _LARGEST:
                break
            names = "|".join(sorted(self._found, key=len, reverse=True))
            found = list(re.finditer(rf"\\({names})(?![a-zA-Z])[ \t]*", text))
            if not found:
                break
            text = self._round(text, found)
        return text

    def _without_definitions(self, text: str) -> str:
        closed = pairs(text, escapes=True)
        parts, end = [], 0
        for match in _DEFINITION.finditer(text):
            name, stop = match[1] or match[4], closed.get(match.end())
            if match.start() < end or stop is None or name in self._known:
                continue
            count = int(match[2] or 0) if match[1] else match[5].count("#")
            body = text[match.end() + 1 : stop]
            self._found[name] = Macro(body=body, count=count, default=match[3])
            parts.append(text[end : match.start()])
            end = stop + 1
        return "".join([*parts, text[end:]])

    def _round(self, text: str, found: list[re.Match[str]]) -> str:
        closed = pairs(text, escapes=True)
        parts, end = [], 0
        for match in found:
            if match.start() < end:
                continue
            macro = self._found[match[1]]
            arguments, stop = _arguments(text, match.end(), macro, closed)
            body = re.sub(
                r"#(\d)",
                lambda number, given=arguments: given[int(number[1])],  # type: ignore[misc]
                macro.body,
            )
            parts += [text[end : match.start()], body]
            # A space ends the name of a command, and is none before an argument.
            end = stop if macro.count else match.end()
        return "".join([*parts, text[end:]])


def _arguments(
    text: str, start: int, macro: Macro, closed: dict[int, int]
) -> tuple[dict[int, str], int]:
    """Return the arguments behind a command, by number, and where they end."""
    given = dict.fromkeys(range(10), "")
    end, number = start, 1
    if macro.default is not None:
        match = _OPTIONAL.match(text, end)
        given[1], end, number = (
            match[1] if match else macro.default,
            match.end() if match else end,
            2,
        )
    for index in range(number, macro.count + 1):
        space = _SPACE.match(text, end)
        at = space.end() if space else end
        if text[at : at + 1] == "{" and at in closed:
            given[index], end = text[at + 1 : closed[at]], closed[at] + 1
        elif text[at : at + 1] not in ("", "}"):
            given[index], end = text[at], at + 1
    return given, end
