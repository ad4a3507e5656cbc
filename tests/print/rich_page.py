"""A page with a bit of everything that a page may have, and the syntax that it asks for."""

from helpers import ROOT

FILES = {path.name: path.read_text("utf-8") for path in (ROOT / "tests/data/rich").iterdir()}
SYNTAX = ["attrs_block", "attrs_inline", "colon_fence", "deflist", "dollarmath", "fieldlist"]
# A drawing, for pages that need one.
SVG = FILES["pic.svg"]
