extensions = ["sphinx_cv"]
language = "he"
cv_today = "2024-06"
cv_profile = {
    "name": "פרופ׳ יעל בן־עמי",
    "aliases": ["Yael Ben-Ami"],
    "position": "פרופסור חבר",
    "affiliation": "המכללה לבלשנות, חיפה",
    "email": "yael@example.org",
    "phone": "+972 4 000 1234",
    "private": ["phone"],
}
