extensions = ["sphinx_cv"]
cv_today = "2024-06-30"
cv_profile = {
    "name": "Ada Lovelace",
    "emial": "ada@example.org",
    "phone": "+44 20 7946 0123",
    "website": "example.org/ada",
    "alias": ["A. A. Lovelace"],
    "links": ["https://orcid.org/0"],
    "private": ["phone", "birthday"],
}
cv_print = {"papper": "a4", "size": 72}
bibtex_bibfiles = ["refs.bib"]
cv_publication_page = True
