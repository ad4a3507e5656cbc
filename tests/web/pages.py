"""The pages of this CV, as the tests of the website name them."""

from facts import SECTIONS

CONTENT = ("index", *(f"sections/{section}" for section in SECTIONS))
PAGES = (*CONTENT, "publications/sander2022sinkformers", "cv", "search", "404")
WIDTHS = {"phone": 390, "desktop": 1280}
