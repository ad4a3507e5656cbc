"""The entry types of BibTeX and biblatex."""

from __future__ import annotations

# The entry types of BibTeX and biblatex, and those of sites that everybody exports from.
TYPES = """
    article book booklet conference inbook incollection inproceedings manual mastersthesis misc
    phdthesis proceedings techreport unpublished collection mvbook mvcollection mvproceedings
    mvreference bookinbook suppbook suppcollection suppperiodical periodical reference inreference
    online electronic www patent report thesis dataset data software set xdata artwork audio
    bibnote commentary image jurisdiction legislation legal letter movie music performance review
    standard video preprint webpage softwareversion softwaremodule codefragment
    customa customb customc customd custome customf
""".split()


# Instructions to styles, which other programs hide in entries.
INSTRUCTIONS = ("control", "ieeetranbstctl")


# What tells one work from another, so that no part of a book has it from the book.
OWN_FIELDS = frozenset(
    """
    title subtitle crossref xref xdata ids key keywords note abstract annote annotation file
    url doi eprint eprinttype archiveprefix primaryclass arxiv arxivid pages
    pdf code data slides poster video project website supp supplement blog demo html author+an
    abbr preview selected award award_name
    """.split()
)


# What is a part of something else, and gives no other entry its fields.
PARTS = ("article", "inproceedings", "conference", "incollection", "inbook", "bookinbook")
