"""The pages of this CV, as the tests of the website name them."""

SECTIONS = (
    "education",
    "experience",
    "publications",
    "software",
    "coding",
    "talks",
    "service",
    "teaching",
    "languages",
)
CONTENT = ("index", *(f"sections/{section}" for section in SECTIONS))
PAGES = (*CONTENT, "publications/sander2022sinkformers", "cv", "search", "404")
WIDTHS = {"phone": 390, "desktop": 1280}
