"""Web and e-mail addresses: what counts as one, and what to write instead."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable

# A scheme and what it leads to, without marks that no address holds as they are.
_ADDRESS = re.compile(
    # ASCII: without it, "ſ" would be an "s".
    r"(?ai:https?://(?=[^/?#])|mailto:)[^\s<>\"\\^`{|}\x00-\x1f\x7f-\x9f]+"
)
# The path of a file: no scheme, no place on the owner's computer.
_FILE = re.compile(r"(?![/~\\]|[A-Za-z]:|www\.)[^:?#<>|*\"]+\.[A-Za-z0-9]{1,5}")
# What to write, where a text is none.
NOT_AN_ADDRESS = "%s is not an address: write one that starts with https://, http:// or mailto:"
# A file's name has no host before it: "slides.pdf".
_MISSING_SCHEME = re.compile(
    r"[\w.-]+\.(?!(?:pdf|html?|zip|pptx?|mp4)$)[a-z]{2,}(/\S*)?", re.IGNORECASE
)
# Text that is meant as an address, not as a file beside the sources.
_MEANT = re.compile(r"[a-z][a-z0-9+.-]+:|www\.|[\w.-]+\.(?:com|edu|net|org)\b", re.IGNORECASE)


def is_address(text: str) -> bool:
    """Whether *text* is meant to be an address, be it right or wrong."""
    return bool(_MEANT.match(text))


# Lists, pages and data ask for the same addresses.
@lru_cache(maxsize=10_000)
def check_url(url: str) -> str:
    """Return *url* if it is an http, https or mailto address.

    Raises ValueError with a sentence that says what to write.
    """
    if _MISSING_SCHEME.fullmatch(url):
        raise ValueError(f'"{url}" is not an address: write "https://{url}"')
    try:
        parts = urlsplit(url)
        sound = _ADDRESS.fullmatch(url) and (parts.hostname or parts.scheme == "mailto")
    except ValueError:
        sound = None
    if not sound:
        raise ValueError(NOT_AN_ADDRESS % f'"{url}"')
    return url


def check_link(url: str, find: Callable[[str], str] | None = None) -> str:
    """Return *url* if it is an address, or the path that *find* returns if it is a file.

    Raises ValueError with a sentence that says what to write, as *find* does.
    """
    if find and _FILE.fullmatch(url):
        try:
            return find(url)
        except ValueError:
            # A host by itself looks like a file: "example.org".
            if not is_address(url):
                raise
    return check_url(url)


def is_local(url: str) -> bool:
    """Whether a link leads to a file of the project."""
    return not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", url)
