"""The settings of this CV. To make it yours, change the profile below; see README.md."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

extensions = ["sphinx_cv"]
include_patterns = ["index.md", "sections/**"]
# Folders without pages, in which none is looked for.
exclude_patterns = [".*", "_*", "benchmarks", "docs", "examples", "locales", "tests"]
language = "en"
# The texts are in locales/; "make translations" adds what is new there.
cv_languages = {"fr": "Français", "he": "עברית", "zh_CN": "中文"}

cv_publication_pages = True
# In machine learning a paper of a conference is told by the conference and the year alone.
cv_references = {"detail": "brief"}
# The day that this CV speaks of. Leave the line out where "upcoming" is to follow the calendar.
cv_today = "2023-12"

cv_profile = {
    "name": "Michael E. Sander",
    "position": {
        "en": "Ph.D. candidate in Machine Learning",
        "fr": "Doctorant en apprentissage automatique",
        "he": "דוקטורנט בלמידת מכונה",
        "zh_CN": "机器学习博士研究生",
    },
    "affiliation": {
        "en": "Ecole Normale Supérieure de Paris, France",
        "fr": "École normale supérieure de Paris, France",
        "he": "אקול נורמל סופרייר בפריז, צרפת",
        "zh_CN": "法国巴黎高等师范学院",
    },
    "birth": {
        "en": "Born March 12th, 1995 in Paris (France)",
        "fr": "Né le 12 mars 1995 à Paris (France)",
        "he": "נולד ב־12 במרץ 1995 בפריז (צרפת)",
        "zh_CN": "1995年3月12日生于法国巴黎",
    },
    "phone": "+33 6 60 48 34 87",
    "email": "michael.sander@ens.fr",
    "website": "https://michaelsdr.github.io/",
    "links": {"GitHub": "https://github.com/michaelsdr"},
    # Shown in the PDF that you build on your own machine, and nowhere else.
    "private": ["birth", "phone"],
}

cv_print = {
    # The newest publication is [1].
    "numbers": "ascending",
    # Below the name; by default position, affiliation and all contacts.
    "header": [["birth", "phone", "email"], ["website"]],
}
