extensions = ["sphinx_cv"]
language = "ar"
cv_today = "2024-06"
cv_profile = {
    "name": "د. ليلى العامري",
    "aliases": ["Layla Al-Amiri"],
    "position": "أستاذة مشاركة",
    "affiliation": "جامعة الساحل، قسم التاريخ",
    "email": "layla@example.org",
    "phone": "+971 4 000 1234",
    "private": ["phone"],
}
