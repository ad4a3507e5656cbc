"""Entries, and their lines by the publication style."""

from pybtex.database import Entry, Person
from pybtex.richtext import Tag

from sphinx_cv.bibliography.reference.style import Style


def make(authors=(), editors=(), key="king2020", **fields):
    persons = {"author": authors, "editor": editors}
    people = {role: [Person(name) for name in names] for role, names in persons.items() if names}
    entry = Entry("misc", fields=fields, persons=people)
    entry.key = key
    return entry


def formatted(entry):
    return Style().format_entry("1", entry).text


def line(*args, **fields):
    return str(formatted(make(*args, **fields)))


def tags(text):
    found = {}
    for part in getattr(text, "parts", ()):
        if isinstance(part, Tag):
            found[part.name] = str(part)
        found |= tags(part)
    return found
