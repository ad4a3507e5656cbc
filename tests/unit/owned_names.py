"""What asks whether a name is the owner's."""

from pybtex.database import Person

from sphinx_cv.bibliography.people.owner import OwnerNames

OWNER = "Émilie M. Lefèvre"


def is_owner(author, owner=OWNER, aliases=()):
    return OwnerNames(owner, aliases).includes(Person(author))
