"""The journal, book or proceedings that a work appeared in, and where in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pybtex.richtext import String, Text

from sphinx_cv.bibliography import words
from sphinx_cv.bibliography.facts.ranges import article_in, is_number, pages
from sphinx_cv.bibliography.tex.text import flat, rich

from .phrases import italic, joined

if TYPE_CHECKING:
    from pybtex.richtext import BaseText

    from sphinx_cv.bibliography.facts.work import Work

    from .people import PeopleText

_ORDINALS = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
""".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NUMBER = re.compile(r"(\d+)\.?(?:st|nd|rd|th)?\.?(?:\s*(?:edn?|edition)\.?)?", re.IGNORECASE)
# Editions named by one word, with or without "edition".
_WORD = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)?)(?:\s+(?:edn?|edition)\.?)?", re.IGNORECASE)
# "3rd, rev. and enl." lacks the word.
_ORDINAL_FIRST = re.compile(rf"(?:\d+(?:st|nd|rd|th)|{'|'.join(_ORDINALS)})\b", re.IGNORECASE)
# What is said of an edition whose word is left out: "3rd, rev. and enl.".
_OF_EDITION = re.compile(
    r"(?:[\s,]*(?:(?:rev|enl|corr|exp|upd|aug|abr|ill|rvsd?|intl?)\.|(?:thoroughly|fully|newly)"
    r"|revised|enlarged|corrected|expanded|updated|augmented|abridged|illustrated|international"
    r"|and|&)(?=[\s,]|$))+",
    re.IGNORECASE,
)
# Article numbers: some replace the pages, others need a word before them.
_BARE, _WORDED = ("eid", "elocation-id"), ("articleno", "article-number", "art_number")


# A word that is no abbreviation, as "Dublin." and the "TX." of the post.
_STOPPED = re.compile(r"(?<![\w.])([^\W\d_][^\W\d_A-Z]{3,}|[A-Z]{2})\.$")
_SHORTENED = frozenset(
    """
    Acad Assoc Bros Calif Colo Conn Corp Dept Educ Inst Internat Intl Mass Mich Minn Miss Mont
    Natl Okla Oreg Penn Publ Publs Tenn Univ Verl Wash Acads
    """.split()
)
# Such a page is the number of an article: "draf024", "e12345".
_IS_ARTICLE = re.compile(r"[a-z]+\d{3,}|[A-Za-z]*\d{5,}")


def edition(work: Work) -> str:
    """Return "2nd ed."; ``""`` for the first."""
    typed = work.get("edition").strip()
    bare = typed.strip("{}").strip()
    number = _NUMBER.fullmatch(bare)
    word = _WORD.fullmatch(bare)
    ordinal = _ORDINAL_FIRST.match(bare)
    lacks_word = ordinal and _OF_EDITION.fullmatch(bare, ordinal.end())
    if number:
        return words.ordinal_edition(int(number[1])) if int(number[1]) > 1 else ""
    if word and (place := _place_of(word[1].lower())):
        return words.ordinal_edition(place) if place > 1 else ""
    return words.named_edition(word[1] if word else typed) if word or lacks_word else typed


def _place_of(ordinal: str) -> int:
    """Return 21 for "twenty-first", 0 for any other word."""
    tens, _hyphen, ones = ordinal.rpartition("-")
    if ones not in _ORDINALS or (tens and tens not in _TENS):
        return 0
    return _ORDINALS.index(ones) + 1 + (10 * (_TENS.index(tens) + 2) if tens else 0)


def parenthesis(work: Work, *, volume: bool = True) -> BaseText:
    """Return the parentheses after the title of a book, with a space before them."""
    series, number = work.title("series"), work.get("number").strip()
    typed = work.volume if volume and not _is_volume_said(work) else ""
    part = work.get("part")
    parts: list[BaseText | str] = [rich(edition(work))]
    if volumes := work.get("volumes").strip():
        parts.append(f"{volumes} {words.volumes()}" if volumes.isdecimal() else rich(volumes))
    # ASME's "Volume 2: Looms" is one of the book.
    of_series = bool(series) and bool(typed) and not number and ":" not in typed
    if typed and not of_series:
        parts.append(Text(f"{words.string('volume')} ", rich(f"{typed}.{part}" if part else typed)))
    if series:
        within = number or (typed if of_series else "")
        if not _is_said(work, f"{series} {within}"):
            named = rich(series)
            if within and str(named) == str(rich(_title_of_book(work))):
                named = rich(words.string("volume" if of_series else "number"))
            parts.append(joined([named, rich(within)], " "))
    elif (is_number(number) and work.form == "book") or (work.form == "part" and number):
        parts.append(Text(f"{words.string('number')} ", rich(number)))
    parts.append(version(work))
    inner = joined(parts)
    return Text(" (", inner, ")") if len(inner) else Text()


def _is_said(work: Work, series: str) -> bool:
    """Whether the title of a book already contains its series and number: "Proc. SPIE 9209"."""
    said, text = (
        " ".join(re.findall(r"\w+", flat(rich(one)))) for one in (series, _title_of_book(work))
    )
    return f" {said} ".casefold() in f" {text} ".casefold()


def _is_volume_said(work: Work) -> bool:
    """Whether the title of a book says its volume, or a year stands for it: AGU's abstracts."""
    if work.get("series") and not work.get("number"):
        # Then the volume is that of the series.
        return False
    title, number = flat(rich(_title_of_book(work))), re.escape(work.volume)
    said = re.search(rf"(?i)\b(?:vol(?:ume)?|bd|band|tom[eo]?|teil|part)\b\.?\s*{number}\b", title)
    return bool(said) or (work.form == "part" and work.volume == work.get("year"))


def _title_of_book(work: Work) -> str:
    return work.title("booktitle") if work.form == "part" else work.title()


def version(work: Work) -> BaseText:
    """Return "version 1.2" of software, data and reports."""
    typed = work.get("version").strip()
    if not typed or work.known.group not in ("software", "reports"):
        return String("")
    if re.search(r"[^\W\d_]{3}", typed):
        return rich(typed.rstrip("."))
    return Text(f"{words.version()} ", rich(re.sub(r"^[vV]\.?\s*(?=\d)", "", typed)))


def whole_title(work: Work, name: str) -> tuple[BaseText, bool]:
    """Return a title with that of its multi-volume work, and whether it states the volume."""
    typed = work.title(name)
    # "Proceedings of the Conf." ends with an abbreviation.
    whole = name == "booktitle" and re.search(r"[^\W\d_]{7,}\.$", typed)
    title = italic(rich(_without_stop(typed) if whole else typed))
    main = work.title("maintitle")
    if not main or not len(title):
        return (italic(rich(main)) if main else title), False
    part = work.get("part")
    number = f"{work.volume}.{part}" if work.volume and part else work.volume
    place = Text(f", {words.string('volume')} ", rich(number)) if number else ""
    return Text(italic(rich(main)), place, ": ", title), bool(number)


def has_book(work: Work) -> bool:
    """Whether the host of a part is known."""
    names = ("booktitle", "maintitle", "eventtitle", "series")
    return bool(work.get(*names) or work.howpublished)


def in_book(work: Work, people: PeopleText) -> tuple[BaseText, str]:
    """Return "In A. Editor (ed.), *Book* (series), place, 1–9", and the name with its series."""
    name = "booktitle" if work.get("booktitle") else "maintitle"
    title, has_volume = whole_title(work, name)
    if not len(title):
        other = work.title("eventtitle") or work.title("series") or work.howpublished
        title = italic(rich(without_end(other)))
    if not len(title):
        return joined(place_in_book(work)), ""
    behind = Text() if name == "maintitle" else parenthesis(work, volume=not has_volume)
    host = joined([people.host_author(), people.host_editors(), Text(title, behind)])
    row = joined([host, place_of_event(work), *place_in_book(work)])
    # A volume may be numbered by its year, which is no name.
    numbers = (f"{number})" for number in (work.volume, work.get("number")) if number)
    name = "" if str(behind).endswith(tuple(numbers)) else f"{title}{behind}"
    return Text(f"{words.string('in')} ", row), name


def place_in_book(work: Work) -> list[BaseText]:
    """Return the chapter and the pages."""
    chapter = work.chapter and f"{words.string('chapter')} {work.chapter}"
    return [String(chapter), pages_or_article(work, bare=True)]


def pages_or_article(work: Work, *, bare: bool) -> BaseText:
    """Return the pages, or the number of the article; not *bare*, with the word for it."""
    if number := article_in(work.get("pages")):
        return Text(f"{words.article()} ", rich(number))
    if text := pages(work.get("pages")):
        if not bare and _IS_ARTICLE.fullmatch(text):
            return Text(f"{words.article()} ", rich(text))
        several = re.search(r"[–,;]|\\psq", text)
        word = "" if bare else words.string("pages" if several else "page")
        return joined([word, rich(text)], " ")
    if text := work.get(*_BARE):
        return rich(text) if bare else Text(f"{words.article()} ", rich(text))
    if text := work.get(*_WORDED):
        return Text(f"{words.article()} ", rich(text))
    return String("")


def place_of_event(work: Work) -> BaseText:
    """Return the place of a conference: in ACM's files the location, not the publisher's address.

    Without a house, the address is the conference's (BibTeX).
    """
    if work.known.group not in ("papers", "volumes") and work.known.form != "journal":
        return rich(work.get("venue"))
    if venue := work.get("venue"):
        return rich(venue)
    location, address = work.get("location"), work.get("address")
    if work.known.group == "volumes":
        return String("")
    if location and address and location != address:
        return rich(location)
    return String("") if work.get("publisher", "organization") else rich(address or location)


def house(work: Work) -> BaseText:
    """Return the organization, the publisher and its place, or else who issued the book."""
    organization, publisher = work.title("organization"), work.title("publisher")
    names = [organization, publisher] if organization != publisher else [publisher]
    if not any(names) and work.form == "book":
        names = [work.get("institution", "school") or work.howpublished]
    located = work.get("location") if not work.get("address") else work.get("address")
    if work.known.group == "papers" or (work.form == "part" and work.known.form == "journal"):
        # Otherwise it belongs to the conference.
        located = located if any(names) else ""
    return joined([rich(without_end(name)) for name in (*names, located) if name])


def without_end(name: str) -> str:
    """Return the name of a house or a place without a full stop that ends no abbreviation."""
    word = _STOPPED.search(name)
    return name[:-1] if word and word[1] not in _SHORTENED else name


def in_journal(work: Work, people: PeopleText, name: str = "") -> tuple[BaseText, str]:
    """Return "*Journal*, series, 12(3), 45–67", and the name of the journal."""
    typed = name or work.journal or work.title("booktitle")
    title: BaseText = italic(rich(_without_stop(typed)))
    issue_title = rich(work.title("issuetitle"))
    if len(issue_title) and work.known.form == "journal":
        of = words.special_issue_of()
        row = joined([people.host_editors(), italic(issue_title)])
        title = Text(f"{words.string('in')} ", row, f", {of[:1].lower()}{of[1:]} ", title)
    series = work.get("series") if not name or work.journal else ""
    volume, issue = work.volume, work.issue
    if work.issue_months and volume == work.get("year"):
        # A magazine without volumes.
        volume = ""
    row = [title, rich(words.string(series) or series)]
    if volume:
        row.append(Text(rich(volume), "(", rich(issue), ")") if issue else rich(volume))
    elif issue:
        # "Special issue" is not a number.
        word = words.string("number") if re.search(r"\d|^[IVXLC]+$", issue) else ""
        row.append(joined([word, rich(issue)], " "))
    place = pages_or_article(work, bare=bool(volume or issue))
    row.append(place)
    if not (volume or issue or len(place) or work.get("doi")):
        row.append(rich(work.get("reportnumber")))
    return joined(row), str(title)


def _without_stop(name: str) -> str:
    """Return a journal's or a book's name without a full stop that ends no abbreviation (ISO 4)."""
    bare = name.removesuffix(".")
    full = re.search(r"\b(?:and|of|the|for|in|on)\b", bare) and "." not in bare
    return bare if full else name
