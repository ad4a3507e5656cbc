"""Parts a list of people, as BibTeX wants it written and as other programs write it."""

from __future__ import annotations

import re

_AND = r"(?<!\S)and(?!\S)"
_INITIALS = re.compile(r"(?:[^\W\d_]\.?[\s-]?){1,3}")
_TURNED = re.compile(r"[^\W\d_]{2}.*\s[A-Z]{1,3}")
# biblatex's extended form, which Zotero writes: "family=Berg, given=Ada, prefix=van den".
_EXTENDED = re.compile(r"(?:family|given|prefix|suffix|useprefix)=")
# DBLP numbers those who share a name: "Wei Wang 0007".
_NUMBER = re.compile(r"(?<=\S)\s+\d{4}$")
# TeX takes the space behind a command for its end: "S\o ren", "Fran\c cois", "A.\,B. King".
_LETTER = re.compile(r"(\\(?:[oOlLij]|aa|AA|ae|AE|oe|OE|ss|dh|DH|th|TH|dj|DJ|ng|NG))\s+(?=\w)")
_ACCENT = re.compile(r"(\\[cvuHkrdb])\s+(\w|\\[ij](?![A-Za-z]))")
_THIN_SPACE = re.compile(r"\\,\s*")
# A name in bold, as many write their own, whole or word by word.
_IN_TYPE = re.compile(
    r"\\(?:textbf|textit|textsc|emph|underline|uline)\s*\{(?P<a>[^{}]*(?:\{[^{}]*\}[^{}]*)*)\}"
    r"|\{\s*\\(?:bf|it|em|sc|bfseries|itshape)\s+(?P<b>[^{}]*(?:\{[^{}]*\}[^{}]*)*)\}"
    r"|\*\*(?P<c>[^*]+)\*\*"
)
# EndNote's "Kelleher, R. J., 3rd"; BibTeX has the suffix in the middle.
_SUFFIX_LAST = re.compile(r"([^,]+),\s*([^,]+),\s*(Jr\.?|Sr\.?|I{2,3}|IV|2nd|3rd|4th)")
# A mark that stands apart from its name would be a name of its own.
_LOOSE_MARK = re.compile(r"\s+(?=[*†‡]+\s*(?:,|$))")


def split_names(names: str) -> tuple[list[str], str]:
    """Split a list of people; return the names, and what is wrong with the list or ``""``.

    People are parted by ``and``; what stands in braces is one name.
    """
    found: list[str] = []
    problem = ""
    for name in _split(_without_spaces_of_tex(names), _AND):
        if re.search(r"[^\s,],$", name):
            problem = f'"{name}" ends with a comma: take it out'
        if len(people := _split(re.sub(r"\s\\&\s", " & ", name), "&")) > 1 and all(
            re.search(r"[\s~,]", person) for person in people
        ):
            # "Barnes & Noble" is one.
            problem = 'people are parted by "&": write " and " between them'
        elif len(people := _split(name, ";")) > 1:
            problem = 'people are parted by ";": write " and " between them'
        elif len(people := _parted_by_commas(name)) > 1:
            problem = 'people are parted by commas: write " and " between them'
        found += (_as_bibtex(person.rstrip(", ")) for person in people if re.search(r"\w", person))
    return found, problem


def _without_spaces_of_tex(names: str) -> str:
    """Return the names with no space that is TeX's own, where BibTeX would part a name."""
    return _THIN_SPACE.sub("~", _ACCENT.sub(r"\1{\2}", _LETTER.sub(r"\1{}", names)))


def _as_bibtex(name: str) -> str:
    """Return a name in BibTeX's form."""
    name = _IN_TYPE.sub(lambda match: (match["a"] or match["b"] or match["c"] or "").strip(), name)
    if _EXTENDED.match(name):
        parts = dict(part.split("=", 1) for part in re.split(r"\s*,\s*", name) if "=" in part)
        last = " ".join(filter(None, (parts.get("prefix"), parts.get("family"))))
        return ", ".join(filter(None, (last, parts.get("suffix"), parts.get("given"))))
    if match := _SUFFIX_LAST.fullmatch(name):
        return f"{match[1]}, {match[3]}, {match[2]}"
    return _NUMBER.sub("", _LOOSE_MARK.sub("", name))


# "von Last, Jr, First" is one person.
_PARTS_OF_ONE = 3


def _parted_by_commas(name: str) -> list[str]:
    """Return the people of "Ada King, Bo Li, Cy Fox, Di Ray" and of "King, A., Li, B."."""
    parts = _split(name, ",")
    # "King A, Li B", as medical journals write names.
    if len(parts) > 1 and all(map(_TURNED.fullmatch, parts)):
        return parts
    if len(parts) <= _PARTS_OF_ONE:
        return [name]
    if all(re.search(r"\S[\s~]+\S", part) for part in parts):
        return parts
    if len(parts) % 2 == 0 and all(map(_INITIALS.fullmatch, parts[1::2])):
        return [f"{last}, {first}" for last, first in zip(parts[::2], parts[1::2], strict=True)]
    return [name]


def _split(text: str, separator: str) -> list[str]:
    """Split *text* at each *separator* that is in no braces, in no TeX command and no entity."""
    parts = [""]
    depth = 0
    for part in re.split(
        rf"(\\.|&#?\w+;|[{{}}]|{separator})", text, flags=re.IGNORECASE | re.DOTALL
    ):
        depth += (part == "{") - (part == "}")
        if depth <= 0 and re.fullmatch(separator, part, flags=re.IGNORECASE):
            parts.append("")
        else:
            parts[-1] += part
    return [part.strip() for part in parts if part.strip()]
