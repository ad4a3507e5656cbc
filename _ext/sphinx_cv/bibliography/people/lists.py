"""Parts a list of people, as BibTeX wants it written and as other programs write it."""

from __future__ import annotations

import re

from sphinx_cv.bibliography.tex.html_text import with_letters
from sphinx_cv.source.braces import split

from .names import as_bibtex, is_degree

# Raised numbers; their comma would part two people.
_AFFILIATIONS = re.compile(
    r"(?:\$\^(?:\{[\d,\s]+\}|\d)\$|\\textsuperscript\s*\{[\d,\s]+\}|<sup>[\d,\s]+</sup>)"
)
_AND = r"(?<!\S)and(?!\S)"
_INITIALS = re.compile(r"(?:[^\W\d_]\.?[\s-]?){1,3}")
_TURNED = re.compile(r"[^\W\d_]{2}.*\s[A-Z]{1,3}")
# TeX takes the space behind a command for its end: "S\o ren", "Fran\c cois", "A.\,B. King".
_LETTERS = r"(\\(?:[oOlLij]|aa|AA|ae|AE|oe|OE|ss|dh|DH|th|TH|dj|DJ|ng|NG|cd?prime))"
_LETTER = re.compile(rf"{_LETTERS}\s+(?=\w)")
# Before "and" the name ends there: "Pawe\\l and Bo" are two.
_LETTER_AT_END = re.compile(rf"{_LETTERS}\s+(?=and\s)")
_ACCENT = re.compile(r"(\\['`^\"~cvuHkrdb])\s+(\w|\\[ij](?![A-Za-z]))")
_THIN_SPACE = re.compile(r"\\,\s*")
# Whoever else there is, which BibTeX calls "others".
_OTHERS = re.compile(
    r"\{?(?:others|(?:\\[a-z]+\{)?et\.?[\s~]*al\.?\}?|и[\s~]+др\.?|та[\s~]+ін\.?)\}?", re.IGNORECASE
)
_AND_OTHERS = re.compile(
    r"(?:,\s*|\s+)(?:(et\.?[\s~]*al)\.?|(и[\s~]+др)\.?|(та[\s~]+ін)\.?)$", re.IGNORECASE
)
# Those who are left out in the middle.
_DOTS = re.compile(r"\{?(?:\.\.\.|…|\\l?dots(?:\{\})?)\}?")
# The first inverted alone, as Chicago has it: "Last, F., F. Last and F. Last".
_FIRST_INVERTED = re.compile(
    r"([^\s,{}]+(?:\s+[^\s,{}]+)?,\s*(?:[^\W\d_]\.[\s~-]*)+),\s*((?:[^\W\d_]\.[\s~-]*)+[^\W\d_][^,{}]+)"
)
# "And" in other languages, where two whole names stand around it.
_OTHER_AND = r"(?<!\S)(?:und|et|y|e|и)(?!\S)"
# "de la Vega y Vargas, Luis" is one.
_DOUBLE_NAME = re.compile(r"[^,{}]+\s[ye]\s[^,{}]+,[^,{}]+")
_WHOLE_NAME = re.compile(r"[^\s,{}]+,\s*[^\s,{}]+(?:\s+[^\s,{}]+)*|[^\s,{}]+(?:\s+[^\s,{}]+)+")
_WORDS_OF_BODY = re.compile(
    r"&|\b(?:of|for|the|Inc|Ltd|LLC|Corp|Co|GmbH|University|Institute|Society|Association|Council"
    r"|Group|Team|Collaboration|Consortium|Foundation|Centre|Center|Department|Ministry|Office"
    r"|Agency|Committee|Commission|Library|Museum|Press)s?\b"
)
_MOST_WORDS_IN_LINE = 3
# "Ada King, Bo Li and Cy Fox": someone who writes "King, Ada" would also write "Fox, Cy".
_ONE = re.compile(r"[^\W\d_][^\s,{}]+(?:\s+[^\s,{}]+)*\s+[^\W\d_][^\s.,{}]+")
_TWO = re.compile(rf"{_ONE.pattern},\s*{_ONE.pattern}")
# Those for whom a person writes, who are a body of their own: "Ada King for the Mill Group".
_FOR_OTHERS = re.compile(
    r"([^{}]*[^\s,{}]),?\s+((?:on behalf of|for) the\s[^{}]*\b"
    r"(?:Group|Collaboration|Team|Consortium|Network|Investigators|Initiative))",
)
# A biblatex option of the list, in the place of a name.
_OPTION = re.compile(r"\w+=(?:true|false)")
# "{King, Ada} and {Li, Bo}", as EDP Sciences write people; "{Mill and Loom, Inc.}" is a body.
_BRACED = re.compile(
    r"\{(?!.*(?:&|\b(?:and|of|for|Inc|Ltd|LLC|Corp|Co|GmbH)\b))"
    r"((?:[^{},;]|\{[^{}]*\})+,(?=\s*[^a-z\s])(?:[^{},;]|\{[^{}]*\})+)\}"
)


def split_names(names: str) -> tuple[list[str], str]:
    """Split a list of people; return the names, and what is wrong with the list or ``""``.

    People are parted by ``and``; what stands in braces is one name.
    """
    found: list[str] = []
    names = _AFFILIATIONS.sub("", names)
    parts, problem = _split_lines(names)
    if not parts:
        parts = _split(_without_spaces_of_tex(with_letters(" ".join(names.split()))), _AND)
    if len(parts) == 1 and (listed := _in_one_pair_of_braces(parts[0])):
        problem = "the braces around its people make one name of them: take them out"
        parts = listed
    if len(parts) > 1 and all(
        _BRACED.fullmatch(part) or _OTHERS.fullmatch(part) or len(split(part, ",")) > 1
        for part in parts
    ):
        parts = [braced[1] if (braced := _BRACED.fullmatch(part)) else part for part in parts]
    if len(parts) > 1 and _TWO.fullmatch(parts[0]) and _ONE.fullmatch(parts[1]):
        problem = 'people are parted by commas: write " and " between them'
        parts[:1] = _split(parts[0], ",")
    if parts and (inverted := _FIRST_INVERTED.fullmatch(parts[0])) and len(parts) > 1:
        problem = 'people are parted by commas: write " and " between them'
        parts[:1] = inverted.groups()
    for name in (part for part in parts if not _OPTION.fullmatch(part)):
        people, fault = _people_in(name)
        problem = fault or problem
        found += filter(None, map(_as_bibtex, people))
    return found, problem


def _split_lines(names: str) -> tuple[list[str], str]:
    """Return the people of a list with one name per line, and its faults."""
    lines = [line.strip() for line in names.strip().splitlines()]
    if len(lines) > 1 and all(
        1 < len(line.split()) <= _MOST_WORDS_IN_LINE and not re.search(r"(?i)[,;{}&]|\band\b", line)
        for line in lines
    ):
        return lines, 'each person stands in a line: write " and " between them'
    return [], ""


def _in_one_pair_of_braces(name: str) -> list[str]:
    """Return the people of "{King, Ada and Li, Bo}", none where it is the name of a body."""
    parts = _split(name.removeprefix("{").removesuffix("}"), _AND) if name.startswith("{") else []
    people = [part for part in parts if not _OTHERS.fullmatch(part)]
    return parts if len(parts) > 1 and all(part.count(",") == 1 for part in people) else []


def _in_braces(name: str) -> list[str]:
    """Return the people of "{Bo Li, Ada King}", none where the braces hold one name."""
    if not (name.startswith("{") and name.endswith("}")) or _WORDS_OF_BODY.search(name):
        return []
    bare = name[1:-1].strip("{}")
    if len(pairs := _parted_by_commas(bare, closed=False)) > 1:
        return pairs
    parts = _split(bare, rf",|{_AND}")
    return parts if len(parts) > 1 and all(len(part.split()) > 1 for part in parts) else []


def _people_in(name: str) -> tuple[list[str], str]:
    """Return the people in what should be one, and what is wrong with it or ``""``."""
    bare = name.rstrip(", ")
    if others := _AND_OTHERS.search(bare):
        said = f"{others[0].strip(' ,').rstrip('.')}."
        # The comma before it may be that of a list: "Ada King, Bo Li, et al."
        people, _fault = _people_in(bare[: others.start()] + ("," if "," in others[0] else ""))
        return [*people, "others"], f'"{name}" has "{said}": write " and others"'
    if body := _FOR_OTHERS.fullmatch(bare):
        return [body[1], f"{{{body[2]}}}"], ""
    if people := _in_braces(bare):
        return people, "the braces around its people make one name of them: take them out"
    people = _split(bare, _OTHER_AND) if re.search(_OTHER_AND, bare) else []
    is_double = _DOUBLE_NAME.fullmatch(bare)
    if len(people) > 1 and not is_double and all(map(_WHOLE_NAME.fullmatch, people)):
        return people, f'"{name}" has no " and ": write it between its people'
    marks = {
        # "Barnes & Noble" is one.
        "&": _split(re.sub(r"\s\\&\s", " & ", bare), "&"),
        ";": _split(bare, ";"),
        ",": _parted_by_commas(bare, closed=bare != name),
    }
    if not all(re.search(r"[\s~,]", part) for part in marks["&"]):
        del marks["&"]
    elif len(marks["&"]) > 1:
        # "Ada King, Bo Li & Cy Fox".
        marks["&"] = [one for part in marks["&"] for one in _parted_by_commas(part, closed=True)]
    for mark, people in marks.items():
        if len(people) > 1:
            parted = "commas" if mark == "," else f'"{mark}"'
            return people, f'people are parted by {parted}: write " and " between them'
    ends = re.search(r"[^\s,],$", name)
    return [bare], f'"{name}" ends with a comma: take it out' if ends else ""


def _without_spaces_of_tex(names: str) -> str:
    """Return the names with no space that is TeX's own, where BibTeX would part a name."""
    names = _LETTER.sub(r"\1{}", _LETTER_AT_END.sub(r"\1{} ", names))
    return _THIN_SPACE.sub("~", _ACCENT.sub(r"\1{\2}", names))


def _as_bibtex(name: str) -> str:
    """Return a name in BibTeX's form, ``""`` for what is none."""
    if _OTHERS.fullmatch(name):
        return "others"
    if _DOTS.fullmatch(name):
        return "{…}"
    return as_bibtex(name) if re.search(r"\w", name) else ""


_INITIALS_FIRST = re.compile(r"(?:[^\W\d_]\.[\s~-]*)+[^\W\d_][^\s.,{}]+")
# "von Last, Jr, First" is one person.
_PARTS_OF_ONE = 3


def _parted_by_commas(name: str, *, closed: bool) -> list[str]:
    """Return the people of "Ada King, Bo Li, Cy Fox, Di Ray" and of "King, A., Li, B.".

    *closed* says that a comma ends them, as in "Ada King, Bo Li, and Cy Fox".
    """
    parts = _split(name, ",")
    # "King A, Li B", as medical journals write names, and "A. King, B. Li".
    if len(parts) > 1 and any(
        all(map(form.fullmatch, parts)) for form in (_TURNED, _INITIALS_FIRST)
    ):
        return parts
    # "von Last Name, Jr, First" is one.
    if not parts:
        return []
    least = 2 if closed else _PARTS_OF_ONE + parts[0][:1].islower()
    if len(parts) >= least and all(re.search(r"\S[\s~]+\S", part) for part in parts):
        return parts
    if len(parts) <= _PARTS_OF_ONE:
        return [name]
    # "Li, Bo, DVM, PhD" is one.
    pairs = len(parts) % 2 == 0 and not any(map(is_degree, parts[2::2]))
    if pairs and all(map(_INITIALS.fullmatch, parts[1::2])):
        return [f"{last}, {first}" for last, first in zip(parts[::2], parts[1::2], strict=True)]
    return [name]


def _split(text: str, separator: str) -> list[str]:
    """Return the parts between the separators of *text*, stripped."""
    return [part.strip() for part in split(text, separator) if part.strip()]
