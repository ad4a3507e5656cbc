"""Faults of pages, of the profile and of the look, each with what is told of it."""

import tomllib

from helpers import ROOT

# The page, and its warning: subtype, whole line.
FAULTS = {
    fault["name"]: (fault["page"], fault["warning"])
    for fault in tomllib.loads((ROOT / "tests/data/faults.toml").read_text("utf-8"))["fault"]
}
PROFILE_FAULTS = {
    "no name": ({}, 'cv_profile has no name: add "name": "Ada Lovelace"'),
    "a misspelt key": (
        {"name": "Ada", "emial": "ada@example.org"},
        'cv_profile has no key "emial". Did you mean "email"?',
    ),
    "a number for a text": (
        {"name": "Ada", "phone": 12},
        '"phone" in cv_profile is not a string: write "…"',
    ),
    "a text for a list": (
        {"name": "Ada", "aliases": "A. Lovelace"},
        '"aliases" in cv_profile is not a list of strings: write ["…", "…"]',
    ),
    "an address that runs code": (
        {"name": "Ada", "website": "javascript:alert(1)"},
        '"javascript:alert(1)" is not an address: write one that starts with https://, http:// '
        "or mailto:",
    ),
    "a private name": (
        {"name": "Ada", "private": ["name"]},
        '"name" cannot be private: write keys that hold one string. Known: position, affiliation, birth, '
        "address, phone, email, website, website_label, summary, photo, description.",
    ),
}
PRINT_FAULTS: dict[str, tuple[object, str]] = {
    "a list for a dictionary": (
        ["a4"],
        'cv_print is not a dictionary: write cv_print = {"paper": "letter"}',
    ),
    "a misspelt key": ({"papper": "a4"}, 'cv_print has no key "papper". Did you mean "paper"?'),
    "an unknown paper": ({"paper": "a5"}, '"a5" is not a paper: write "a4" or "letter"'),
    "a length without a unit": (
        {"margins": {"left": "20"}},
        '"20" is not a length: write "20mm", "2cm" or "0.8in"',
    ),
    "a misspelt margin": (
        {"margins": {"lfet": "20mm"}},
        '"lfet" is not a margin. Did you mean "left"?',
    ),
    "a color by name": (
        {"link_color": "red"},
        '"red" is not a color: write a number such as "#0d3d73"',
    ),
    "a size in words": (
        {"size": "big"},
        '"size" in cv_print is not a number: write 10',
    ),
    "a misspelt fact": (
        {"header": [["emial"]]},
        '"emial" cannot be used in the header. Did you mean "email"?',
    ),
}
