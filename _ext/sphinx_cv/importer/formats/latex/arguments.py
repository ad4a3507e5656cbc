"""The arguments of a command of a CV: in braces, and none where the braces are missing."""

from __future__ import annotations

import re
from typing import Any

from pylatexenc.macrospec import MacroSpec, MacroStandardArgsParser, ParsedMacroArgs

_BRACE = re.compile(r"\s*\{")


def command(name: str, arguments: str) -> MacroSpec:
    """Return how a command is read: "{" is an argument, "[" one that is optional, "*" a star."""
    return MacroSpec(name, args_parser=_InBraces(arguments))


class _InBraces(MacroStandardArgsParser):  # type: ignore[misc]
    """Reads arguments in braces alone: one that is missing does not take the next command."""

    def parse_args(self, w: Any, pos: int, parsing_state: Any = None) -> tuple[Any, int, int]:
        """Return the arguments from *pos* on, None for each that is missing."""
        found: list[Any] = []
        end = pos
        for sign in self.argspec:
            if sign == "{" and not _BRACE.match(w.s, end):
                found.append(None)
                continue
            one = MacroStandardArgsParser(sign)
            parsed, _start, length = one.parse_args(w=w, pos=end, parsing_state=parsing_state)
            found += parsed.argnlist
            end += length
        return ParsedMacroArgs(argspec=self.argspec, argnlist=found), pos, end - pos
