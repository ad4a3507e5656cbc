"""The settings of this CV: who Ingrid Aldana-Voss is, and how a medical school wants it printed."""

extensions = ["sphinx_cv"]
include_patterns = ["index.md", "sections/**"]
exclude_patterns = ["_build"]
language = "en"

# The day that this CV speaks of. Leave the line out where "upcoming" is to follow the calendar.
cv_today = "2026-06-01"

cv_references = {"names": "vancouver", "identifiers": ["pmid", "doi"]}

cv_print = {"paper": "letter", "look": "compact", "dates": "short"}

cv_kinds = {"trial": {"label": "Clinical trials"}}

cv_profile = {
    "name": "Ingrid Aldana-Voss",
    "aliases": ["I. M. Aldana-Voss", "Ingrid M. Aldana-Voss"],
    "position": "Professor of Medicine and of Physiology",
    "affiliation": "Corvane School of Medicine; Heart Institute, Corvane General Hospital",
    "birth": "Born November 9th, 1971 in Bergen",
    "address": "88 Harbor Street, Corvane, MA 02190, USA",
    "phone": "+1 555 010 8844",
    "email": "aldana-voss@corvane.example",
    "website": "https://aldanavosslab.example.org",
    "links": {
        "ORCID": "https://orcid.org/0000-0003-0000-0241",
        "Lab": "https://aldanavosslab.example.org/people",
    },
    "description": "Ingrid Aldana-Voss studies how failing hearts use their fuel.",
    "private": ["birth", "address", "phone"],
}
