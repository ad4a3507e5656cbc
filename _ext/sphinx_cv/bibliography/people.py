"""Parts a list of people, as BibTeX wants it written and as other programs write it."""

from __future__ import annotations

import re

from .names import as_bibtex

_AND = r"(?<!\S)and(?!\S)"
_INITIALS = re.compile(r"(?:[^\W\d_]\.?[\s-]?){1,3}")
_TURNED = re.compile(r"[^\W\d_]{2}.*\s[A-Z]{1,3}")
# TeX takes the space behind a command for its end: "S\o ren", "Fran\c cois", "A.\,B. King".
_LETTER = re.compile(
    r"(\\(?:[oOlLij]|aa|AA|ae|AE|oe|OE|ss|dh|DH|th|TH|dj|DJ|ng|NG|cd?prime))\s+(?=\w)"
)
_ACCENT = re.compile(r"(\\['`^\"~cvuHkrdb])\s+(\w|\\[ij](?![A-Za-z]))")
_THIN_SPACE = re.compile(r"\\,\s*")
# Whoever else there is, which BibTeX calls "others".
_OTHERS = re.compile(r"\{?(?:others|(?:\\[a-z]+\{)?et\.?[\s~]*al\.?\}?)\}?", re.IGNORECASE)
_AND_OTHERS = re.compile(r"(?:,\s*|\s+)et\.?[\s~]*al\.?$", re.IGNORECASE)
# "Ada King, Bo Li and Cy Fox": whoever writes "King, Ada" writes "Fox, Cy" as well.
_ONE = re.compile(r"[^\W\d_][^\s,{}]+(?:\s+[^\s,{}]+)*\s+[^\W\d_][^\s.,{}]+")
_TWO = re.compile(rf"{_ONE.pattern},\s*{_ONE.pattern}")
# An option of the list in biblatex, which stands where a name could.
_OPTION = re.compile(r"\w+=(?:true|false)")
# "{King, Ada} and {Li, Bo}", as EDP Sciences write people; "{Mill and Loom, Inc.}" is a body.
_BRACED = re.compile(
    r"\{(?!.*(?:&|\b(?:and|of|for|Inc|Ltd|LLC|Corp|Co|GmbH)\b))"
    r"((?:[^{},]|\{[^{}]*\})+,(?=\s*[^a-z\s])(?:[^{},]|\{[^{}]*\})+)\}"
)


def split_names(names: str) -> tuple[list[str], str]:
    """Split a list of people; return the names, and what is wrong with the list or ``""``.

    People are parted by ``and``; what stands in braces is one name.
    """
    found: list[str] = []
    problem = ""
    parts = _split(_without_spaces_of_tex(names), _AND)
    if len(parts) == 1 and (listed := _in_one_pair_of_braces(parts[0])):
        problem = "the braces around its people make one name of them: take them out"
        parts = listed
    if len(parts) > 1 and all(_BRACED.fullmatch(part) or _OTHERS.fullmatch(part) for part in parts):
        parts = [_BRACED.sub(r"\1", part) for part in parts]
    if len(parts) > 1 and _TWO.fullmatch(parts[0]) and _ONE.fullmatch(parts[1]):
        problem = 'people are parted by commas: write " and " between them'
        parts[:1] = _split(parts[0], ",")
    for name in (part for part in parts if not _OPTION.fullmatch(part)):
        people, fault = _people_in(name)
        problem = fault or problem
        found += (_as_bibtex(person) for person in people if re.search(r"\w", person))
    return found, problem


def _in_one_pair_of_braces(name: str) -> list[str]:
    """Return the people of "{King, Ada and Li, Bo}", none where it is the name of a body."""
    parts = _split(name.removeprefix("{").removesuffix("}"), _AND) if name.startswith("{") else []
    people = [part for part in parts if not _OTHERS.fullmatch(part)]
    return parts if len(parts) > 1 and all(part.count(",") == 1 for part in people) else []


def _people_in(name: str) -> tuple[list[str], str]:
    """Return the people in what should be one, and what is wrong with it or ``""``."""
    bare = name.rstrip(", ")
    if (start := _AND_OTHERS.sub("", bare)) != bare:
        return [start, "others"], f'"{name}" has "et al.": write " and others"'
    marks = {
        # "Barnes & Noble" is one.
        "&": _split(re.sub(r"\s\\&\s", " & ", bare), "&"),
        ";": _split(bare, ";"),
        ",": _parted_by_commas(bare, closed=bare != name),
    }
    if not all(re.search(r"[\s~,]", part) for part in marks["&"]):
        del marks["&"]
    for mark, people in marks.items():
        if len(people) > 1:
            parted = "commas" if mark == "," else f'"{mark}"'
            return people, f'people are parted by {parted}: write " and " between them'
    ends = re.search(r"[^\s,],$", name)
    return [bare], f'"{name}" ends with a comma: take it out' if ends else ""


def _without_spaces_of_tex(names: str) -> str:
    """Return the names with no space that is TeX's own, where BibTeX would part a name."""
    return _THIN_SPACE.sub("~", _ACCENT.sub(r"\1{\2}", _LETTER.sub(r"\1{}", names)))


def _as_bibtex(name: str) -> str:
    """Return a name in BibTeX's form."""
    return "others" if _OTHERS.fullmatch(name) else as_bibtex(name)


# "von Last, Jr, First" is one person.
_PARTS_OF_ONE = 3


def _parted_by_commas(name: str, *, closed: bool) -> list[str]:
    """Return the people of "Ada King, Bo Li, Cy Fox, Di Ray" and of "King, A., Li, B.".

    *closed* says that a comma ends them, as in "Ada King, Bo Li, and Cy Fox".
    """
    parts = _split(name, ",")
    # "King A, Li B", as medical journals write names.
    if len(parts) > 1 and all(map(_TURNED.fullmatch, parts)):
        return parts
    # "von Last Name, Jr, First" is one.
    least = 2 if closed else _PARTS_OF_ONE + parts[0][:1].islower()
    if len(parts) >= least and all(re.search(r"\S[\s~]+\S", part) for part in parts):
        return parts
    if len(parts) <= _PARTS_OF_ONE:
        return [name]
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
