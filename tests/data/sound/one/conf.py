"""A mid-career professor in the United States: joint posts, leaves, grants, students, many talks."""

extensions = ["sphinx_cv"]
cv_today = "2024-06-30"
cv_publication_pages = True
cv_profile = {
    "name": "Miriam Okafor-Hale",
    "aliases": ["Miriam Okafor", "M. O. Hale"],
    "position": "Professor of Computer Science",
    "affiliation": "Northfield University",
    "birth": "1978",
    "phone": "+1 (555) 010-4477",
    "email": "okafor@northfield.example",
    "website": "https://northfield.example/~okafor",
    "links": {"ORCID": "https://orcid.org/0000-0000-0000-0001"},
    "private": ["birth", "phone"],
}
cv_print = {"paper": "letter", "header": [["affiliation"], ["phone", "email"], ["website"]]}
