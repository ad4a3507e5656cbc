"""The settings of this CV: who Amara Teller-Osei is, a short CV for industry and universities."""

extensions = ["sphinx_cv"]
include_patterns = ["index.md", "sections/**"]
exclude_patterns = ["_build"]
language = "en"

# The day that this CV speaks of. Leave the line out where "upcoming" is to follow the calendar.
cv_today = "2026-06-01"

cv_print = {"look": "modern"}

cv_profile = {
    "name": "Amara Teller-Osei",
    "aliases": ["A. Teller-Osei"],
    "position": "Associate Professor of Robotics",
    "affiliation": "Lindvik Institute of Technology",
    "email": "teller-osei@lindvik.example",
    "website": "https://grasp.example.org",
    "phone": "+46 8 000 0217",
    "links": {
        "ORCID": "https://orcid.org/0000-0001-0000-0352",
        "GitHub": "https://github.com/grasp-example",
    },
    "description": "Amara Teller-Osei builds hands for robots that work beside people.",
    "private": ["phone"],
}
