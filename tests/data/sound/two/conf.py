"""A scholar of German literature: in German, oldest first, books, editions and translations."""

extensions = ["sphinx_cv"]
language = "de"
cv_today = "2023-11-15"
cv_profile = {
    "name": "Jürgen Großkötter",
    "position": "Professor für Neuere deutsche Literatur",
    "affiliation": "Universität Altenburg",
    "birth": "geboren am 3. März 1961 in Münster",
    "phone": "0251 555 0199",
    "email": "grosskoetter@altenburg.example",
    "website": "https://altenburg.example/grosskötter",
    "private": ["birth", "phone"],
}
