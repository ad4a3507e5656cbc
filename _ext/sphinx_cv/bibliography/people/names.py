"""One name as it was typed, in BibTeX's form: "von Last, Jr., First"."""

from __future__ import annotations

import re
from unicodedata import normalize

from pybtex.database import InvalidNameString, Person

from sphinx_cv.bibliography.tex.commands import KNOWN
from sphinx_cv.model.academic_titles import without_native_titles
from sphinx_cv.source.braces import split

# Chinese, Japanese and Korean.
UNSPACED = re.compile(
    r"[\u3005-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]+"
)
# Names of other languages in Japanese letters keep their order: ラブレス.
_KATAKANA = re.compile(r"[\u30a0-\u30ff]+")
# biblatex's extended form, which Zotero writes: "family=Berg, given=Ada, prefix=van den".
_EXTENDED = re.compile(r"\s*(?:family|given|prefix|suffix|useprefix)\s*=", re.IGNORECASE)
_EXTENDED_PART = re.compile(r"([\w-]+)\s*=\s*(\{(?:[^{}]|\{[^{}]*\})*\}|\"[^\"]*\"|[^,]*)")
# DBLP numbers those who share a name: "Wei Wang 0007".
_NUMBER = re.compile(r"(?<=\S)\s+\d{4}$")
_ORCID = re.compile(
    r"\s*(?:\\orcid[a-z]*\s*)?[(\[{]\s*(?:orcid:?\s*)?(?:https?://orcid\.org/)?\d{4}-\d{4}-[\dX-]*[)\]}]",
    re.IGNORECASE,
)
# What a person did, as some lists have it behind a name: "(Editor)", "(equal contribution)".
# Cambridge's files lack the space: "Li, BoEditor".
_ROLE = re.compile(
    r"(?:\s*\((?:[Ee]d(?:itor)?s?\.?|[^\W\d_A-Z][^()A-Z]*)\)|(?<=[^\W\d_A-Z])Editor)(?=\s*(?:,|$))"
)
# What a journal's foot says of a mark: "{[* equal contribution]}".
_LEGEND = re.compile(r"\s*[{(\[]+\s*(?:[*†‡§#∗⋆]|\\(?:dag|ddag|ast|star)\b)[^{}]*\s[^{}]*[})\]]+")
# A name in another font, as many set their own, whole or word by word.
_HELD = r"(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*"
_IN_TYPE = re.compile(
    rf"\\(?:(?:textcolor|href|colorbox)\s*\{{[^{{}}]*\}}|(?:textbf|textit|textsc|textsl|emph"
    rf"|underline|uline|uuline|mkbibbold|mkbibemph))\s*\{{(?P<a>{_HELD})\}}"
    rf"|\{{\s*\\(?:bf|it|em|sc|bfseries|itshape|scshape)(?![A-Za-z])\s*(?P<b>{_HELD})\}}"
    r"|(?P<sign>\*\*|__)(?P<c>[^*_]+)(?P=sign)|^[*_](?P<e>[^*_]+)[*_]$"
    r"|<(?P<tag>b|strong|i|u|em|span)(?:\s[^<>]*)?>(?P<d>[^<>]*)</(?P=tag)>",
    re.IGNORECASE,
)
# A command of the owner's own around a name, as many set theirs: "\\me{King, Ada}".
_OWN_COMMAND = re.compile(rf"(?<![^\s{{,])\\([A-Za-z]+)\s*\{{({_HELD})\}}(?![^\s}},*†‡§])")
# A mark separated from its name would be read as another name.
_LOOSE_MARK = re.compile(r"(?:\s*,)?\s+(?=[*†‡§#∗⋆]+\s*(?:,|$))")
# A mark before a name is printed after it: "*Kanai, Masahiro".
_MARK_BEFORE = re.compile(r"(?:^|(?<=[\s,]))([*†‡§∗⋆]+)\s*([^\W\d_][^\s,*†‡§∗⋆]*)")
# A quotation mark that has lost its partner.
_LOOSE_QUOTE = re.compile(r"^\s*\"(?=[^\"]*$)|(?<=[^\"\\])\"\s*$")
_SUFFIX = r"(?:Jr\.?|Sr\.?|I{2,3}|IV|2nd|3rd|4th|père|fils)"
_IS_SUFFIX = re.compile(_SUFFIX)
_SUFFIX_BEHIND = re.compile(rf"(\S.*?)[\s~]+({_SUFFIX})")
_SURE_SUFFIX = re.compile(r"[JS]r\.?")
_DEGREE = (
    r"(?:Ph\.?\s?D\.?|M\.?D\.?|M\.?Sc\.?|B\.?Sc\.?|M\.?A\.|MA|M\.?B\.?A\.?|M\.?P\.?H\.?"
    r"|D\.?Phil\.?|FRS|Esq\.?|DVM|VMD|Pharm\.?D\.?|Dr\.?PH|Ed\.?D\.?|DDS|DMD|LL\.?M\.?)"
)
# What can be initials elsewhere is one of these behind last and first name: "Rahner, Karl, SJ".
_CREDENTIAL = re.compile(
    r"S\.?J\.?|O\.?P\.?|P\.?E\.?|RN|JD|O\.?S\.?B\.?|O\.?F\.?M\.?|[BM]SN|CPA|FBA|FACC|FACS"
    r"|[FM]RCP|FRCS|FAAN|MBBS|DAC(?:VIM|VP|VS)|Psy\.?D\.?|Sc\.?D\.?|D\.?Sc\.?|M\.?Phil\.?"
)
# In "Silva, Neto, JD" as in "Islam, Md, SJ" what follows is the given name.
_BEFORE_INITIALS = frozenset({"Neto", "Filho", "Junior", "Júnior", "Sobrinho", "Md", "Md."})
_IS_DEGREE = re.compile(_DEGREE)
# "Jun Wei MA" has a family name there.
_DEGREE_AT_END = re.compile(rf"(?<=[a-z.])\s+(?!MA$)({_DEGREE})$")
_TITLE = re.compile(
    r"(?:(?:Prof(?:essor)?\.?|Dr\.?(?:-Ing\.|\s?-?Ing\.)?|Dipl\.-\w+\.?|PD|Sir)\s+)+(?=\S)"
)
_SHORTEST_NAME = 2
# "King, T., B." has two initials, and no suffix.
_INITIAL = re.compile(r"[^\W\d_]\.?")
# Initials as one word: "P.M.".
_RUN_TOGETHER = re.compile(r"(?:[^\W\d_]\.){2,}")
# Accents that stand alone, as a copied PDF has them, and the marks that they are.
_COPIED = dict(
    zip("¨´`ˆ˜¸˚˝˘ˇ", "\u0308\u0301\u0300\u0302\u0303\u0327\u030a\u030b\u0306\u030c", strict=True)
)
# Behind a backslash, TeX has its own.
_COPIED_ACCENT = re.compile(rf"([^\W\d_])?(?<!\\)([{''.join(_COPIED)}])([^\W\d_])?")
# In Chinese, "赵 明": the family name comes first, without a comma.
_SURNAME_FIRST = 2


def is_family_name_first(letters: str) -> bool:
    """Whether a name in such *letters* has its family name first, and no space: Chinese."""
    return bool(UNSPACED.fullmatch(letters)) and not _KATAKANA.fullmatch(letters)


def is_degree(part: str) -> bool:
    """Whether a part between commas is a degree, and no name: "MA" may be one."""
    return bool(_IS_DEGREE.fullmatch(part)) and len(part) > _SHORTEST_NAME


def as_bibtex(typed: str) -> str:
    """Return a name in BibTeX's form, without anything that is not part of it."""
    name = without_native_titles(typed)
    while (bare := _IN_TYPE.sub(_content, name)) != name:
        name = bare
    while (bare := _OWN_COMMAND.sub(_content_of_own, name)) != name:
        name = bare
    if _EXTENDED.match(name):
        return _from_extended(name)
    words = name.split()
    if len(words) == _SURNAME_FIRST and is_family_name_first("".join(words)):
        return ", ".join(words)
    name = _ROLE.sub("", _LEGEND.sub("", _ORCID.sub("", name)))
    name = _MARK_BEFORE.sub(r"\2\1", name)
    name = _LOOSE_QUOTE.sub("", name) if name.count('"') == 1 else name
    name = _COPIED_ACCENT.sub(_accented, name) if not name.isascii() or "`" in name else name
    return in_bibtex_order(_NUMBER.sub("", _LOOSE_MARK.sub("", name.strip())))


def in_bibtex_order(name: str) -> str:
    """Return a name without titles and degrees, its suffix where BibTeX wants it."""
    parts = [part.strip() for part in split(name, ",")]
    parts[0] = _TITLE.sub("", parts[0]) if parts else ""
    parts[1:] = [_TITLE.sub("", without_native_titles(part)) for part in parts[1:]]
    suffix, parts = _suffix_of(_without_degrees(parts))
    parts[1:] = map(_without_doubles, parts[1:])
    if len(parts) == 3 and all(map(_INITIAL.fullmatch, parts[1:])):  # noqa: PLR2004
        parts[1:] = [" ".join(parts[1:])]
    if not suffix:
        return ", ".join(parts)
    if len(parts) > 1:
        return f"{parts[0]}, {suffix}, {parts[1]}"
    try:
        person = Person(parts[0])
    except InvalidNameString:
        return f"{parts[0]}, {suffix}"
    last = " ".join([*person.prelast_names, *person.last_names])
    first = " ".join(person.bibtex_first_names)
    return f"{last}, {suffix}, {first}" if first else f"{last}, {suffix}, "


def _content(match: re.Match[str]) -> str:
    return next((match[name] for name in "abcde" if match[name] is not None), "").strip()


def _content_of_own(match: re.Match[str]) -> str:
    """Return what is in a command that TeX does not have; accents hold a single letter."""
    own = match[1] not in KNOWN and (
        _OWN_COMMAND.fullmatch(match[2]) or re.match(r"[{\s]*[^\W\d_][^\W\d_.,\s]|.+,", match[2])
    )
    return match[2].strip() if own else match[0]


def _from_extended(name: str) -> str:
    parts = {part[1].lower(): part[2].strip().strip('"') for part in _EXTENDED_PART.finditer(name)}
    bare = {key: value[1:-1] if value.startswith("{") else value for key, value in parts.items()}
    last = " ".join(filter(None, (bare.get("prefix"), bare.get("family"))))
    return ", ".join(filter(None, (last, bare.get("suffix"), bare.get("given"))))


def _without_doubles(given: str) -> str:
    """Return given names without what Mendeley repeats: "Paul M. P.M.", "Jon A. J.A. Jon A."."""
    whole = [word for word in given.split() if not _RUN_TOGETHER.fullmatch(word)]
    half = len(whole) // 2
    if half and whole[:half] == whole[half:] and half > 1:
        whole = whole[:half]
    initials = "".join(word[0] for word in whole)
    dropped = [word for word in given.split() if _RUN_TOGETHER.fullmatch(word)]
    same = dropped and whole and all(word.replace(".", "") == initials for word in dropped)
    return " ".join(whole) if same else given


def _without_degrees(parts: list[str]) -> list[str]:
    """Return a name without degrees: "Ed Orr, PhD", "Ed Orr PhD", "Orr, Ed PhD", "Orr, MD, Ed"."""
    while len(parts) > 1 and _is_degree_behind(parts):
        parts = parts[:-1]
    end = _DEGREE_AT_END.search(parts[-1])
    # "van Dam MD" has initials.
    if end and (len(parts) > 1 or "h" in end[1]):
        parts = [*parts[:-1], parts[-1][: end.start()]]
    match parts:
        case [last, degree, first] if _IS_DEGREE.fullmatch(degree):
            return [last, first]
    return parts


def _is_degree_behind(parts: list[str]) -> bool:
    """Whether the last part is a degree: "King, MA" has initials, "Ada King, MA" a degree."""
    if not _IS_DEGREE.fullmatch(parts[-1]):
        is_named = len(parts) > 2 and _is_given_name(parts[1])  # noqa: PLR2004
        return is_named and bool(_CREDENTIAL.fullmatch(parts[-1]))
    whole = len(parts[0].split()) > 1 and not parts[0][:1].islower()
    return len(parts) > 2 or whole or "h" in parts[-1]  # noqa: PLR2004


def _is_given_name(part: str) -> bool:
    """Whether a part is a name in full, and no suffix, particle or initials."""
    is_word = part[:1].isupper() and re.search(r"[^\W\d_A-Z]", part)
    return bool(is_word) and part not in _BEFORE_INITIALS and not _IS_SUFFIX.fullmatch(part)


def _suffix_of(parts: list[str]) -> tuple[str, list[str]]:
    """Return the suffix of a name, and its other parts: last and first, or both as one."""
    if len(parts) > 1 and _IS_SUFFIX.fullmatch(parts[0]):
        # What takes the last word for the family name: "III, Hal Daumé".
        return parts[0], [" ".join(parts[1:])]
    for place, part in enumerate(parts[1:], 1):
        is_last = place == 1 and len(parts) == 2 and len(parts[0].split()) == 1  # noqa: PLR2004
        if _IS_SUFFIX.fullmatch(part) and (not is_last or _SURE_SUFFIX.fullmatch(part)):
            return part, [*parts[:place], *parts[place + 1 :]]
    for place, part in enumerate(parts):
        behind = _SUFFIX_BEHIND.fullmatch(part)
        # "Chen II" alone is ambiguous.
        if behind and (len(parts) > 1 or " " in behind[1] or _SURE_SUFFIX.fullmatch(behind[2])):
            return behind[2], [*parts[:place], behind[1], *parts[place + 1 :]]
    return "", parts


def _accented(match: re.Match[str]) -> str:
    """Combine a separate accent with its letter."""
    before, accent, behind = match[1] or "", _COPIED[match[2]], match[3] or ""
    if match[2] in "`´" and before and behind.isupper():
        # An apostrophe: O´Brien.
        return match[0]
    for start, letter, end in ((before, behind, ""), ("", before, behind)):
        joined = normalize("NFC", letter + accent)
        if letter and len(joined) == 1:
            return f"{start}{joined}{end}"
    return match[0]
