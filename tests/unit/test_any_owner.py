"""Any owner is found among any people, and nobody else."""

import unicodedata

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pybtex.database import Person

from sphinx_cv.bibliography.people.lists import split_names
from sphinx_cv.bibliography.people.owner import _PARTICLES, OwnerNames
from sphinx_cv.model.text import spell_out


def folded(name):
    marks = unicodedata.normalize("NFD", name)
    return "".join(mark for mark in marks if not unicodedata.combining(mark)).lower()


def spellings(name):
    return {folded(name), folded(spell_out(name))}


def decomposed(name):
    return unicodedata.normalize("NFD", name)


def tex(name):
    accents = {"\u0301": r"\'", "\u0300": r"\`", "\u0308": r"\"", "\u0303": r"\~", "\u0302": r"\^"}
    pieces = []
    for mark in unicodedata.normalize("NFD", name):
        if mark in accents:
            pieces[-1] = f"{{{accents[mark]}{{{pieces[-1]}}}}}"
        else:
            pieces.append(mark)
    return "".join(pieces)


words = st.text("abcdeéèôñüx", min_size=2, max_size=6).map(str.capitalize)
givens = st.lists(words, min_size=1, max_size=3)


@settings(max_examples=30)
@given(givens, words)
def test_any_owner_is_found_under_each_form(given_names, last):
    owner = OwnerNames(" ".join([*given_names, last]))
    whole = " ".join(given_names)
    dotted = " ".join(f"{name[0]}." for name in given_names)
    together = "".join(name[0] for name in given_names)
    for first in (whole, dotted, together, given_names[0], given_names[0][0]):
        for form in (f"{first} {last}", f"{last}, {first}"):
            for typed in (form, folded(form).title(), tex(form), decomposed(form)):
                if together == first and typed == folded(form).title() and len(together) > 1:
                    continue  # "Am" is a name, "AM" two initials
                assert owner.includes(Person(typed)), typed


@given(givens, givens, words)
def test_any_other_person_with_the_same_surname_is_not_the_owner(mine, theirs, last):
    # "Da Da Aa" is Da, of the family da Aa.
    assume({name.lower() for name in (*mine, *theirs, last)}.isdisjoint(_PARTICLES))
    pairs = list(zip(mine, theirs, strict=False))
    assume(any(folded(one) != folded(other) for one, other in pairs))
    owner = OwnerNames(" ".join([*mine, last]))
    assert not owner.includes(Person(f"{last}, {' '.join(theirs)}"))
    if any(folded(one)[0] != folded(other)[0] for one, other in pairs):
        initials = " ".join(f"{name[0]}." for name in theirs)
        assert not owner.includes(Person(f"{last}, {initials}"))


@given(givens, words, words)
def test_any_person_with_another_surname_is_not_the_owner(given_names, last, other):
    assume(folded(last) != folded(other))
    owner = OwnerNames(" ".join([*given_names, last]))
    assert not owner.includes(Person(f"{other}, {' '.join(given_names)}"))


OWNED = [
    "Lovelace, Ada",
    "Ada Lovelace",
    "Lovelace, A.",
    "LOVELACE, ADA",
    "Lovelace*, Ada",
    "Ada K. Lovelace",
    "{Lovelace}, Ada",
    "Byron, Ada",
]
OTHERS = [
    "Lovelace, Bo",
    "Lovelace, Ada-Bo",
    "van Lovelace, Ada",
    "Lovelaces, Ada",
    "{Ada Lovelace Institute}",
    "{Ada Lovelace and Sons}",
    "Li, Ada",
    "Lovelace",
    "others",
    "李, 明",
]


@given(
    st.lists(st.sampled_from(OWNED + OTHERS), max_size=12), st.sampled_from([" and ", "\n  AND "])
)
def test_in_any_list_the_owner_is_marked_where_a_form_of_the_name_is(names, between):
    owner = OwnerNames("Ada Lovelace", ["Ada Byron"])
    people = [Person(name) for name in split_names(between.join(names))[0]]
    assert [owner.includes(person) for person in people] == [name in OWNED for name in names]


@given(st.lists(words, min_size=1, max_size=6), givens, words)
def test_in_any_list_only_the_owner_is_marked(others, given_names, last):
    owner = OwnerNames(" ".join([*given_names, last]))
    # "Uea" can be "Üa", as "Mueller" can be "Müller".
    assume(all(spellings(other).isdisjoint(spellings(last)) for other in others))
    names = [f"{other}, {given_names[0]}" for other in others]
    for place in range(len(names) + 1):
        listed = [*names[:place], f"{last}, {' '.join(given_names)}", *names[place:]]
        people = [Person(name) for name in split_names(" and ".join(listed))[0]]
        assert [number for number, person in enumerate(people) if owner.includes(person)] == [place]
