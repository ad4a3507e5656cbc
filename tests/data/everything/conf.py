"""A CV that says a bit of everything, for what is made of its facts."""

extensions = ["sphinx_cv"]
language = "en"
html_baseurl = "https://ada.example.org/cv/"
cv_publication_pages = True
cv_today = "2024-06-01"
cv_profile = {
    "name": "Prof. Dr. Ada M. King",
    "aliases": ["A. Lovelace"],
    "position": "Professor of Engines",
    "affiliation": "Analytical Society, London; Royal Mill",
    "birth": "Born in a private place",
    "address": "12 Public Square; London, England",
    "phone": "+44 20 0000 1234",
    "email": "ada@example.org",
    "website": "https://ada.example.org/",
    "links": {
        "ORCID": "https://orcid.org/0000-0002-1825-0097",
        "GitHub": "https://github.com/ada",
    },
    "description": "Ada King writes programs for mills & looms.",
    "private": ["birth", "phone"],
}
cv_print = {"header": [["birth", "phone", "email"], ["website"]]}
