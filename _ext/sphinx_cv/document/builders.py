"""The builders that make a website."""

from __future__ import annotations

# An EPUB is made of HTML as well, and has no address.
WEBSITES = ("html", "dirhtml", "singlehtml")
# Those that have a file for each page.
PAGED_WEBSITES = ("html", "dirhtml")
