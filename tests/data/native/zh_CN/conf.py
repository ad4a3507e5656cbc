extensions = ["sphinx_cv"]
language = "zh_CN"
cv_today = "2024-06"
cv_profile = {
    "name": "林晓梅",
    "aliases": ["Xiaomei Lin"],
    "position": "教授",
    "affiliation": "南江大学数学系",
    "email": "xmlin@example.org",
    "phone": "+86 25 0000 1234",
    "private": ["phone"],
}
