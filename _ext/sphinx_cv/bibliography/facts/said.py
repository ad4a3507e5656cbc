"""What an entry says that it is in its own words: a talk, a workshop, a review."""

from __future__ import annotations

import re

# The kinds that mark a talk or a poster.
_TALK = re.compile(
    r"\b(?:talk|poster|lecture(?! notes)|presentation|seminar|keynote|colloquium|session|plenary"
    r"|webinar|panel(?! data)|round ?table|vortrag|exposé|conférence invitée|ponencia|charla)\b",
    re.IGNORECASE,
)
# "Mill Days (Workshop)".
_WORKSHOP = re.compile(r"\([^()]*\bworkshop\b[^()]*\)", re.IGNORECASE)
# A note that ends with a day is about an event: "Colloquium, June 3, 2017".
_ON_A_DAY = re.compile(
    r"\b\d{1,2},?\s+(?:19|20)\d\d\W*$|\b\d{1,2}\.?\s+[^\W\d_]+\.?,?\s+(?:19|20)\d\d\W*$"
)
_MANUSCRIPT = re.compile(
    r"\b(?:draft|manuscript|version|paper|unpublished|submitted|preprint|notes?|revised|updated"
    r"|accepted|accessed|retrieved|posted|review)\b",
    re.IGNORECASE,
)
_REVIEW = re.compile(r"\breview\b|rezension|compte rendu|reseña|recension", re.IGNORECASE)
# "Book review: Mills", "[Review of the book Mills]", "Review of \\emph{Mills}"; a "Review of mills"
# may be an article about them, as a "Review of \\emph{Mus} genetics" is.
_BRACED = r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}"
_REVIEW_OF_BOOK = re.compile(
    rf"""\W*(?:book\ reviews?\b\s*[:.–-]
    |(?:rezension|compte\ rendu|reseña|recensione)\b[^:\\]{{0,10}}[:\\\[]
    |review\ of:?\ (?:the\ book:?\ )?\{{?(?:\\(?:emph|textit|enquote)\s*{_BRACED}
        |(?=\{{\\(?:it|em)\b){_BRACED}|<(i|em)>.*?</\1>|``.*?''|“.*?”|".*?"|«.*?»|‘.*?’)
        (?:\}}*$|\s*[,.(:;]|\s+(?:by|edited|eds?)\b))
    |\{{?\[\s*(?:book\ )?review\ of\b""",
    re.IGNORECASE | re.VERBOSE,
)


def says_talk(text: str) -> bool:
    """Whether a kind or a note is that of a talk or a poster."""
    return bool(_TALK.search(text))


def says_workshop(text: str) -> bool:
    """Whether a text has a workshop in parentheses."""
    return bool(_WORKSHOP.search(text))


def is_about_a_day(note: str) -> bool:
    """Whether a note is about an event of a day, and not about a version of a text."""
    return bool(_ON_A_DAY.search(note)) and not _MANUSCRIPT.search(note)


def says_review(title: str) -> bool:
    """Whether a title has the word for a review."""
    return bool(_REVIEW.search(title))


def is_of_a_book(title: str) -> bool:
    """Whether a title is that of the review of a book."""
    return bool(_REVIEW_OF_BOOK.match(title))
