"""The settings of this CV: who Judith Farrow is, and what of her is public."""

extensions = ["sphinx_cv"]
include_patterns = ["index.md", "sections/**"]
exclude_patterns = ["_build"]
language = "en"

# The day that this CV speaks of. Leave the line out where "upcoming" is to follow the calendar.
cv_today = "2026-06-01"

# A humanist's references: titles of chapters in quotation marks, and "and" before the last name.
cv_references = {"titles": "quoted", "and": "and"}

cv_kinds = {"archive": {"label": "archival work", "first": "organization"}}

cv_profile = {
    "name": "Judith Amsel Farrow",
    "aliases": ["Judith A. Farrow", "J. A. Farrow", "Judith Farrow"],
    "position": "Professor of Book History",
    "affiliation": "Wexcombe University, School of Letters",
    "birth": "Born April 3rd, 1966 in Leeds",
    "address": "14 Tannery Row, Wexcombe WX3 8QP, United Kingdom",
    "phone": "+44 1632 960 114",
    "email": "j.farrow@wexcombe.example",
    "website": "https://farrow.example.org",
    "links": {
        "ORCID": "https://orcid.org/0000-0002-0000-0117",
        "Humanities Commons": "https://hcommons.example.org/members/jfarrow",
    },
    "description": "Judith Amsel Farrow writes the history of reading, printing and forgetting.",
    "private": ["birth", "address", "phone"],
}
