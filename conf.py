"""The settings of this CV. To make it yours, change the profile below; see README.md."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

extensions = ["sphinx_cv"]
include_patterns = ["index.md", "sections/**"]
exclude_patterns = [".*", "_build"]
language = "en"

cv_publication_pages = True
# In machine learning a paper of a conference is told by the conference and the year alone.
cv_references = {"detail": "brief"}
# The day that this CV speaks of. Leave the line out where "upcoming" is to follow the calendar.
cv_today = "2023-12"

cv_profile = {
    "name": "Michael E. Sander",
    "position": "Ph.D. candidate in Machine Learning",
    "affiliation": "Ecole Normale Supérieure de Paris, France",
    "birth": "Born March 12th, 1995 in Paris (France)",
    "phone": "+33 6 60 48 34 87",
    "email": "michael.sander@ens.fr",
    "website": "https://michaelsdr.github.io/",
    "links": {"GitHub": "https://github.com/michaelsdr"},
    # Shown in the PDF that you build on your own machine, and nowhere else.
    "private": ["birth", "phone"],
}

cv_print = {
    # Below the name; by default position, affiliation and all contacts.
    "header": [["birth", "phone", "email"], ["website"]],
}
