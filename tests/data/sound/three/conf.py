"""A physicist of big collaborations: names that differ by a letter, files from ADS and INSPIRE."""

extensions = ["sphinx_cv"]
cv_today = "2022-02"
cv_profile = {
    "name": "Seung-Hyun Kwon",
    "aliases": ["Kwon, Seunghyun", "S. H. Kwon", "권, 승현"],
    "position": "Research Scientist",
    "affiliation": "Institute of Particle Physics",
    "phone": "+82 2 555 0142",
    "email": "kwon@ipp.example",
    "private": ["phone"],
}
bibtex_bibfiles = ["ads.bib", "inspire.bib"]
