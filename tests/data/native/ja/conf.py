extensions = ["sphinx_cv"]
language = "ja"
cv_today = "2024-06"
cv_profile = {
    "name": "高橋 美咲",
    "aliases": ["Misaki Takahashi"],
    "position": "准教授",
    "affiliation": "北海大学大学院理学研究科",
    "email": "takahashi@example.org",
    "phone": "+81 11 000 1234",
    "private": ["phone"],
}
