extensions = ["sphinx_cv"]
cv_today = "2024-06-30"
cv_profile = {
    "name": "Ada Lovelace",
    "emial": "ada@example.org",
    "phone": "+44 20 7946 0123",
    "website": "example.org/ada",
    "private": ["phone"],
}
cv_print = {"papper": "a4"}
bibtex_bibfiles = ["refs.bib"]
