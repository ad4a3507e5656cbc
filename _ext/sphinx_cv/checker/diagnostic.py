"""Shows a warning as a compiler does: the line of the source, and a caret under the fault.

Knows no Sphinx but the form of its warnings.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_cv.model.rule_list import RULES
from sphinx_cv.model.suggestion import suggestion
from sphinx_cv.source.addresses import check_url, is_address
from sphinx_cv.source.lines import read_lines, told_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

_WARNING = re.compile(
    r"(?:(?P<path>(?:[A-Za-z]:)?[^:\n]+)(?::(?P<line>\d+))?: )?(?:WARNING|ERROR|CRITICAL): "
    r"(?P<message>.*)"
)
_TYPE = re.compile(r" \[(?P<type>[\w.-]+)\]$")
# What a message names: in quotes, a control word of TeX, the type of an entry.
_NAMED = re.compile(
    r"\"(.+?)\"(?!\w)|(?<!\w)'(.+?)'(?!\w)|`([^`\s][^`]*)`|(?<!\S)(\\[A-Za-z]+)|(?<!\S)@(\w+)"
    r"|(?:readable|not found): ([^\s'\"]\S*)|^(\S+) not found or"
)
# What Sphinx tells of conf.py, without the place.
_SETTING = re.compile(r"The config value `(\w+)")
_OPTION = re.compile(r"\s*:?[\w-]+:\s+")
_DIRECTIVE = re.compile(r"\{[\w:-]+\}")
_FENCE = re.compile(r"[\s>]*(`{3,}|~{3,}|:{3,})\{")
_TITLE = re.compile(r"\{[\w:-]+\}\s+(\S.*?)\s*$")
# Findings about an entry or a talk as a whole.
_OF_TITLES = ("cv.order", "cv.overlap", "cv.duplicate", "cv.untied")
# What stands right before the faulty word.
_MARKS = {
    "ref.ref": ("{ref}`", "<"),
    "ref.doc": ("{doc}`", "<"),
    "bibtex.key_not_found": ("`", ","),
    "myst.xref_missing": ("(", "#", "<"),
    "myst.role_unknown": ("{",),
    "myst.directive_unknown": ("{",),
}
# What another finding tells better.
_ECHOES = (
    # MyST tells the role with its place.
    re.compile(r"unknown (?:role|directive) name: "),
    # The footnote that is not there is told by its name.
    re.compile(r"Too many autonumbered footnote references"),
)
# An entry of a .bib file ends before the next one.
_ENTRY = re.compile(r"\s*@\w+\s*[{(]\s*([^\s,})]*)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """One warning; ``path`` is ``""`` and ``line`` 0 where it names none.

    ``type`` is that of Sphinx, such as ``cv.date``; ``column`` and ``length`` are those of the
    faulty text, 0 where they are not known.
    """

    path: str
    line: int
    message: str
    type: str = ""
    column: int = 0
    length: int = 0

    @property
    def is_note(self) -> bool:
        """Whether it is judgement, not a fault."""
        family, _dot, rule = self.type.partition(".")
        return family == "cv" and rule in RULES and RULES[rule].note


def parse(text: str) -> list[Finding]:
    """Read what Sphinx has printed."""
    found: list[Finding] = []
    for line in text.splitlines():
        if match := _WARNING.fullmatch(line):
            found.append(
                Finding(
                    path=match["path"] or "",
                    line=int(match["line"] or 0),
                    message=match["message"],
                )
            )
        elif found and line.strip():
            found[-1] = replace(found[-1], message=f"{found[-1].message} {line.strip()}")
    return [
        _typed(finding)
        for finding in found
        if not any(echo.match(finding.message) for echo in _ECHOES)
    ]


def _typed(finding: Finding) -> Finding:
    match = _TYPE.search(finding.message)
    if match is None:
        return finding
    return replace(finding, message=finding.message[: match.start()], type=match["type"])


def advise(finding: Finding, known: Mapping[str, Collection[str]]) -> Finding:
    """Name the nearest correct form; *known* has those that each type of finding knows."""
    what, _allowed, rest = finding.message.partition(" (allowed: ")
    words = _quoted(rest) or known.get(finding.type, ())
    if not words or "Did you mean" in finding.message:
        return finding
    # The first may be the directive that has the option.
    hint = _hint(quoted[-1], words, finding.type) if (quoted := _quoted(what)) else ""
    return replace(finding, message=f"{what.rstrip('.')}.{hint}") if hint else finding


def _hint(word: str, known: Collection[str], kind: str) -> str:
    if word in known:
        # sphinxcontrib-bibtex does not tell a key that is nowhere from one that is not listed.
        return " No publication-list has it." if kind.startswith("bibtex") else ""
    if kind == "myst.xref_missing" and is_address(word):
        try:
            check_url(word)
        except ValueError as error:
            return f" It is {str(error).partition(' is ')[2]}"
    # The last part of a path counts: all that a folder holds would be near.
    is_file = word.endswith(".md")
    names = {_stem(path): path for path in sorted(known) if path.endswith(".md") == is_file}
    nearest = suggestion(_stem(word), names)
    return re.sub(r"\"(.*)\"", lambda name: f'"{names[name[1]]}"', nearest)


def _stem(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".md")


def locate(finding: Finding, lines: Sequence[str], number: int = 0) -> Finding:
    """Find the place of the faulty text: where a word named in the message stands.

    Of several places it is that with the *number*, from 0, or the last.
    """
    if finding.column or not 0 <= finding.line <= len(lines) or not lines:
        return finding
    if not finding.line:
        # A page as a whole is its heading.
        heads = (number for number, text in enumerate(lines, 1) if re.match(r"#+ \S", text))
        finding = replace(finding, line=next(heads, 1))
    text = lines[finding.line - 1]
    if finding.type in _OF_TITLES and (title := _TITLE.search(text)):
        return _at(finding, finding.line, title.start(1) + 1, title[1])
    extent = _extent(finding, lines)
    if "twice" in finding.message:
        # The second is the one too many.
        extent.reverse()
    for word in _named(finding, lines):
        if places := _places(word, extent, _marks(finding)):
            return _at(finding, *places[min(number, len(places) - 1)], word)
    whole = re.search(r"\S.*", text)
    found = whole if finding.path.endswith(".bib") else _DIRECTIVE.search(text) or whole
    return _at(finding, finding.line, found.start() + 1, found[0].rstrip()) if found else finding


def _marks(finding: Finding) -> tuple[str, ...]:
    """Return what stands right before the faulty word, as far as it is known."""
    if finding.type == "cv.reference" and (role := re.match("no (entry|talk) ", finding.message)):
        return f"{{cv:{role[1]}}}`", "<"
    return _MARKS.get(finding.type, ())


def _at(finding: Finding, line: int, column: int, text: str) -> Finding:
    return replace(finding, line=line, column=column, length=len(text))


def _named(finding: Finding, lines: Sequence[str]) -> list[str]:
    """Return the words that the message names; the key of a .bib entry is but its last resort."""
    words = [word.removeprefix("#") for word in _quoted(finding.message)]
    # What is told as a path from the root may be written as one from the page.
    words += [word.rpartition("/")[2] for word in words if "/" in word]
    if finding.type == "cv.spelling":
        # In a .bib file the last name may stand first.
        parts = words[0].split()
        words[1:] = [
            f"{' '.join(parts[at:])}, {' '.join(parts[:at])}" for at in range(1, len(parts))
        ]
    entry = _ENTRY.match(lines[finding.line - 1]) if finding.path.endswith(".bib") else None
    if entry is None:
        return words
    return [*(word for word in words if word != entry[1]), entry[1]]


def show(finding: Finding, lines: Sequence[str], root: Path) -> str:
    """Return the finding in the form of a compiler, its file relative to *root*."""
    path = Path(finding.path)
    name = str(path.relative_to(root)) if path.is_relative_to(root) else finding.path
    place = ":".join(
        filter(None, (name, *(str(at) for at in (finding.line, finding.column) if at)))
    )
    kind = "note" if finding.is_note else "error"
    rule = f" [{finding.type}]" if finding.type else ""
    head = f"{place or 'conf.py'}: {kind}: {finding.message}{rule}"
    if not finding.column or finding.line > len(lines):
        return head
    source = "".join(sign if sign.isprintable() else " " for sign in lines[finding.line - 1])
    start = finding.column - 1
    marked = source[start : start + finding.length]
    return f"{head}\n    {source}\n    {' ' * _width(source[:start])}{'^' * max(_width(marked), 1)}"


def _width(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in text)
    return len(text) + wide - sum(map(bool, map(unicodedata.combining, text)))


def in_conf(finding: Finding, conf: Path) -> Finding:
    """Return a finding about a setting with its place in *conf*."""
    match = None if finding.path else _SETTING.match(finding.message)
    for number, line in enumerate(read_lines(conf) if match else (), 1):
        if match and re.match(rf"{match[1]}\s*=", line):
            return _at(replace(finding, path=str(conf)), number, 1, match[1])
    return finding


def in_order(found: Iterable[Finding]) -> list[Finding]:
    """Return each finding once, by place."""
    return sorted(
        dict.fromkeys(found), key=lambda finding: (finding.path, finding.line, finding.column)
    )


def findings(
    text: str,
    known: Callable[[str], Mapping[str, Collection[str]]],
    exact: Mapping[Finding, Sequence[Finding]],
) -> list[Finding]:
    """Read *text*, and place every finding, in order.

    *known* returns the words that the findings of a file could have meant; *exact* has our own
    findings, as printed, with each of their places.
    """
    lines, words = cache(read_lines), cache(known)
    told_of = cache(lambda path: told_lines(lines(path)))
    placed = []
    told: Counter[Finding] = Counter()
    for finding in parse(text):
        number = told[finding]
        told[finding] += 1
        # MyST and Sphinx tell of other lines than they mean.
        meant = told_of(finding.path).get(finding.line, finding.line)
        same = exact.get(finding) or [replace(finding, line=meant)]
        advised = advise(same[min(number, len(same) - 1)], words(finding.path))
        placed.append(locate(advised, lines(advised.path), number))
    return in_order(placed)


def _quoted(message: str) -> list[str]:
    # MyST names the page of a lost heading as well, which is there.
    faulty = re.sub(
        r"not found in doc '[^']*'|^Directive \"[\w:-]+\": |^'\w+' (?=.*reference)", "", message
    )
    return ["".join(groups) for groups in _NAMED.findall(faulty)]


def _extent(finding: Finding, lines: Sequence[str]) -> list[tuple[int, str]]:
    """Return the lines that the finding may be about: its paragraph, directive or entry."""
    text = lines[finding.line - 1]
    fence = _FENCE.match(text)
    if finding.path.endswith(".bib"):
        is_end = _ENTRY.match
    else:
        is_end = re.compile(rf"\s*{fence[1]}\s*$" if fence else r"\s*$").match
    extent = [(finding.line, text)]
    for number, line in enumerate(lines[finding.line :], finding.line + 1):
        if is_end(line):
            break
        extent.append((number, line))
    return extent


def _places(
    word: str, extent: Iterable[tuple[int, str]], marks: tuple[str, ...]
) -> list[tuple[int, int]]:
    """Return the lines and columns of *word*: of an option in its value, behind *marks* if any."""
    pattern = re.compile(rf"(?<!\w){re.escape(word)}(?![^\W\d])")
    places, marked = [], []
    for number, text in extent:
        option = _OPTION.match(text)
        found = list(pattern.finditer(text, option.end())) if option else []
        for match in found or pattern.finditer(text):
            places.append((number, match.start() + 1))
            if text[: match.start()].endswith(marks):
                marked.append(places[-1])
    return marked or places
