"""Finds the faulty text of a finding in the source: its line, column and length.

A warning names a line, often that of the paragraph, the directive or the entry that is at fault,
and quotes what is wrong with it. Knows no Sphinx but the form of its messages.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from sphinx_cv.model.finding import Finding
    from sphinx_cv.source.markdown import Page

# What a message names: in quotes, a control word of TeX, the type of an entry.
_NAMED = re.compile(
    r"\"(.+?)\"(?!\w)|(?<!\w)'(.+?)'(?!\w)|`([^`\s][^`]*)`|(?<!\S)(\\[A-Za-z]+)|(?<!\S)@(\w+)"
    r"|(?:readable|not found): ([^\s'\"]\S*)|^(\S+) not found or"
)
# MyST names the page of a lost heading as well, which is there.
_NOT_FAULTY = re.compile(
    r"not found in doc '[^']*'|^Directive \"[\w:-]+\": |^'\w+' (?=.*reference)"
)
# What Sphinx says of a setting, without the place; of an option of the theme, its name alone.
_SETTING = re.compile(r"The config value `(?P<name>\w+)|unsupported theme option '(?P<option>.+?)'")
_OPTION = re.compile(r"\s*:?[\w-]+:\s+")
# How many lines are looked at for the words of a message.
_LONGEST = 500
_BLANK = re.compile(r"\s*")
_DIRECTIVE = re.compile(r"\{[\w:-]+\}")
_TITLE = re.compile(r"\{[\w:-]+\}\s+(\S.*?)\s*$")
# Findings about an entry or a talk as a whole.
_OF_TITLES = ("cv.order", "cv.overlap", "cv.duplicate", "cv.untied")
# What comes right before the faulty word.
_MARKS = {
    "ref.ref": ("{ref}`", "<"),
    "ref.doc": ("{doc}`", "<"),
    "bibtex.key_not_found": ("`", ","),
    "myst.xref_missing": ("(", "#", "<"),
    "myst.role_unknown": ("{",),
    "myst.directive_unknown": ("{",),
}
# An entry of a .bib file ends before the next one.
_ENTRY = re.compile(r"\s*@\w+\s*[{(]\s*([^\s,})]*)")


def locate_all(findings: Iterable[Finding], read: Callable[[str], Page]) -> list[Finding]:
    """Find the faulty text of each finding; *read* returns the text of a file.

    Findings that are equal are about one occurrence each of the same text.
    """
    located = []
    equal: Counter[Finding] = Counter()
    for finding in findings:
        located.append(locate(finding, read(finding.place), equal[finding]))
        equal[finding] += 1
    return located


def locate(finding: Finding, page: Page, number: int = 0) -> Finding:
    """Find the faulty text: where a word that the message names is in the *page*.

    Of several occurrences, the one with the *number* is taken, counted from 0, or the last.
    """
    lines = page.lines
    if finding.column or not 0 <= finding.line <= len(lines) or not lines:
        return finding
    if not finding.line:
        # A page as a whole is its heading.
        heads = (number for number, text in enumerate(lines, 1) if re.match(r"#+ \S", text))
        finding = replace(finding, line=next(heads, 1))
    text = lines[finding.line - 1]
    if finding.code in _OF_TITLES and (title := _TITLE.search(text)):
        return _at(finding, finding.line, title.start(1) + 1, title[1])
    extent = _extent(finding, page)
    if "twice" in finding.message:
        # The second is the one too many.
        extent.reverse()
    for word in _named(finding, lines):
        if places := _places(word, extent, _marks(finding)):
            if finding.code == "cv.translation":
                # A text that is translated is the whole of a line or an option.
                places.sort(key=lambda at: _OPTION.sub("", lines[at[0] - 1], 1).strip() != word)
            return _at(finding, *places[min(number, len(places) - 1)], word)
    whole = re.search(r"\S.*", text)
    found = whole if finding.place.endswith(".bib") else _DIRECTIVE.search(text) or whole
    return _at(finding, finding.line, found.start() + 1, found[0].rstrip()) if found else finding


def locate_setting(finding: Finding, conf: Path, lines: Sequence[str]) -> Finding:
    """Find the setting that a message without a place is about in the *lines* of *conf*."""
    match = None if finding.place else _SETTING.match(finding.message)
    if match is None:
        return finding
    name = match["name"] or re.escape(match["option"])
    pattern = rf"({name})\s*=" if match["name"] else rf".*?[\"']({name})[\"']\s*:"
    for number, line in enumerate(lines, 1):
        if found := re.match(pattern, line):
            place = replace(finding, place=str(conf))
            return _at(place, number, found.start(1) + 1, found[1])
    return finding


def quoted(message: str) -> list[str]:
    """Return the words that a message names, without those that are not at fault."""
    return ["".join(groups) for groups in _NAMED.findall(_NOT_FAULTY.sub("", message))]


def _at(finding: Finding, line: int, column: int, text: str) -> Finding:
    return replace(finding, line=line, column=column, length=len(text))


def _marks(finding: Finding) -> tuple[str, ...]:
    """Return what comes right before the faulty word, as far as it is known."""
    if finding.code == "cv.reference" and (role := re.match("no (entry|talk) ", finding.message)):
        return f"{{cv:{role[1]}}}`", "<"
    return _MARKS.get(finding.code, ())


def _named(finding: Finding, lines: Sequence[str]) -> list[str]:
    """Return the words that the message names; the key of a .bib entry only as a last resort."""
    words = [word.removeprefix("#") for word in quoted(finding.message)]
    # A message gives the path from the root, a page may have the one from its own folder.
    words += [word.rpartition("/")[2] for word in words if "/" in word]
    if finding.code == "cv.spelling":
        # In a .bib file the last name may come first.
        parts = words[0].split()
        words[1:] = [
            f"{' '.join(parts[at:])}, {' '.join(parts[:at])}" for at in range(1, len(parts))
        ]
    entry = _ENTRY.match(lines[finding.line - 1]) if finding.place.endswith(".bib") else None
    if entry is None:
        return words
    return [*(word for word in words if word != entry[1]), entry[1]]


def _extent(finding: Finding, page: Page) -> list[tuple[int, str]]:
    """Return the lines that the finding may be about: its paragraph, directive or entry."""
    numbered = [
        *enumerate(page.lines[finding.line - 1 : finding.line - 1 + _LONGEST], finding.line)
    ]
    is_end = _BLANK.fullmatch
    if finding.place.endswith(".bib"):
        is_end = _ENTRY.match
    elif (fence := page.fence_at(finding.line)) and fence.first == finding.line:
        return numbered[: fence.last - fence.first + (not fence.closed)]
    return [numbered[0], *takewhile(lambda at: not is_end(at[1]), numbered[1:])]


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
