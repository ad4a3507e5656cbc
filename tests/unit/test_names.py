"""Whether a name in a .bib file is the owner's."""

import unicodedata

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pybtex.database import Person

from sphinx_cv.bibliography.people.lists import split_names
from sphinx_cv.bibliography.people.names import as_bibtex
from sphinx_cv.bibliography.people.owner import _PARTICLES, OwnerNames, plain
from sphinx_cv.model.academic_titles import without_titles
from sphinx_cv.model.text import spell_out

OWNER = "Émilie M. Lefèvre"


def is_owner(author, owner=OWNER, aliases=()):
    return OwnerNames(owner, aliases).includes(Person(author))


@pytest.mark.parametrize(
    "author",
    [
        "Émilie M. Lefèvre",
        "Lefèvre, Émilie M.",
        "Lefèvre, Émilie",
        "Émilie Lefèvre",
        "Lefevre, Emilie",
        "E. M. Lefevre",
        "Lefèvre, E. M.",
        "Lefèvre, E.M.",
        "Lefèvre, EM",
        "Lefèvre, E.",
        "Lefèvre, E",
        "Lefèvre, Émilie Marie",
        "LEFÈVRE, Émilie",
        "lefèvre, Émilie",
        r"Lef{\`e}vre, {\'E}milie",
        r"Lef\`{e}vre, \'Emilie M.",
        r"{Lef\`evre}, {\'E}milie~M.",
        "{Lefèvre}, {Émilie}",
        "Lefe\u0300vre, E\u0301milie",
        "Lefèvre,\u00a0Émilie",
        "Lefèvre*, Émilie",
        "Lefèvre, Émilie*†",
    ],
)
def test_the_owner_is_found_under_each_form(author):
    assert is_owner(author)


@pytest.mark.parametrize(
    "author",
    [
        "Lefèvre, Eric",
        "Lefèvre, Emil",
        "Lefèvre, M.",
        "Lefèvre, M. Émilie",
        "Lefèvre, Émilie A.",
        "Lefèvre, E. A.",
        "Lefèvre, EA",
        "Lefèvre, Em",
        "Lefèvre",
        "{Lefèvre}",
        "Lefèvres, Émilie",
        "Lefèvre-Martin, Émilie",
        "de Lefèvre, Émilie",
        "Émilie, Lefèvre",
        "Martin, Émilie M.",
        "others",
        "",
    ],
)
def test_another_person_is_not_the_owner(author):
    assert not is_owner(author)


@pytest.mark.parametrize(
    ("owner", "author"),
    [
        ("Ada van der Berg", "van der Berg, Ada"),
        ("Ada van der Berg", "van der Berg, A."),
        ("Ada van der Berg", "Van der Berg, Ada"),
        ("Ada van der Berg", "{van der Berg}, Ada"),
        ("van der Berg, Ada", "Ada van der Berg"),
        ("Ada d'Arc", "d'Arc, Ada"),
        ("King, Jr., Martin", "Martin King"),
        ("King, Jr., Martin", "King, Jr., Martin"),
        ("King, Jr., Martin", "King, jr, M."),
        ("Martin King", "King, Jr., Martin"),
        ("Anne-Marie Roy", "Roy, A.-M."),
        ("Anne-Marie Roy", "Roy, Anne Marie"),
        ("Anne-Marie Roy", "Roy, AM"),
        ("Ana García Márquez", "García Márquez, Ana"),
        ("Ana {García Márquez}", "García Márquez, Ana"),
        ("Łukasz Groß", r"Gro{\ss}, {\L}ukasz"),
        ("Łukasz Groß", "Gross, Ł."),
        ("明 李", "李, 明"),
        ("李明", "李, 明"),
        ("田中 裕子", "田中, 裕子"),
        ("김 민수", "민수 김"),
        ("Øystein Åse", r"{\AA}se, {\O}ystein"),
        # A last name of two words, and nothing but a comma that tells.
        ("Kristof Van Beeck", "Van Beeck, Kristof"),
        ("Kristof Van Beeck", "Van Beeck, K."),
        ("Kristof Van Beeck", "K. Van Beeck"),
        ("Van Beeck, Kristof", "Kristof Van Beeck"),
        ("Ana Meijer-van de Griend", "Meijer-van de Griend, Ana"),
        ("Ana María García Márquez", "García Márquez, A. M."),
        # Whole in braces, as ORCID writes people.
        ("Ada King", "{Ada King}"),
        ("Ada King", "{Ada~B. King}"),
        ("Ada King", "{King, Ada}"),
        # Syllables.
        ("Tianhua Liao", "Liao, Tian-Hua"),
        ("Tian-Hua Liao", "Liao, Tianhua"),
        ("Tian Hua Liao", "Tianhua Liao"),
    ],
)
def test_particles_lineage_and_compound_names_are_read(owner, author):
    # BibTeX reads an unbraced "Ana García Márquez" as the last name Márquez.
    aliases = ["García Márquez, Ana"] if "García" in owner else []
    assert is_owner(author, owner, aliases)


@pytest.mark.parametrize(
    ("owner", "author"),
    [
        ("King, Jr., Martin", "King, Sr., Martin"),
        ("King, III, Martin", "King, II, M."),
        ("Ada van der Berg", "Berg, Ada"),
        ("Ada Berg", "van der Berg, Ada"),
        ("Anne-Marie Roy", "Roy, Anne-Claire"),
        ("Anne-Marie Roy", "Roy, Marie"),
        ("明 李", "李, 明华"),
        ("李, 明华", "李, 明"),
        ("Kristof Van Beeck", "Van Beeck, Jan"),
        ("Kristof Van Beeck", "Van, Kristof"),
        ("Ana Maria Bea King", "King, Ana Bea"),
        ("Ada King", "{The Ada King Group}"),
        ("Ada King", "{King}"),
        ("Ada King", "{Ada Lee and Bob King}"),
        ("Tianhua Liao", "Liao, Tian"),
        ("Tianhua Liao", "Liao, Tian-Jun"),
        ("李明", "李, 明华"),
    ],
)
def test_a_relative_is_not_the_owner(owner, author):
    assert not is_owner(author, owner)


@pytest.mark.parametrize(
    ("owner", "author"),
    [
        ("Seán O'Brien", "O’Brien, Seán"),
        ("Seán O’Brien", "O'Brien, Sean"),
        ("Ada d’Arc", "d'Arc, Ada"),
        ("Vera Arnol'd", r"Arnol{\cprime}d, Vera"),
    ],
)
def test_an_apostrophe_is_the_same_typed_and_typeset(owner, author):
    assert is_owner(author, owner)


@pytest.mark.parametrize(
    "title",
    ["Dr.", "Dr", "PD Dr.", "Prof. Dr. Dr. h.c.", "Dr. rer. nat.", "Dr.-Ing.", "Univ.-Prof. Dr."],
)
def test_a_title_is_no_part_of_the_owners_name(title):
    assert is_owner("Lefèvre, É. M.", owner=f"{title} {OWNER}")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ('ד"ר יעל כהן', "יעל כהן"),
        ("פרופ׳ ד״ר יעל כהן", "יעל כהן"),
        ("أ.د. ليلى العامري", "ليلى العامري"),
        ("الدكتورة ليلى العامري", "ليلى العامري"),
        ("教授 王芳", "王芳"),
        ("王芳教授", "王芳"),
        ("田中 太郎 博士", "田中 太郎"),
        ("山田 博士", "山田 博士"),
    ],
)
def test_a_native_title_is_no_part_of_a_name(typed, name):
    assert without_titles(typed) == name
    assert as_bibtex(typed) == as_bibtex(name)
    assert is_owner(name, owner=typed)


def test_a_maqaf_is_a_hyphen():
    assert is_owner("בן-דוד, יעל", owner="יעל בן־דוד")


@pytest.mark.parametrize("name", ["Drew Barr", "Profiro Li", "H. C. Andersen", "P. D. James"])
def test_a_name_that_looks_like_a_title_stays(name):
    assert is_owner(name, owner=name)
    assert not is_owner(name.split()[-1], owner=name)


def test_two_people_whose_names_read_the_same_are_two():
    owner = OwnerNames("Ada Lovelace")
    # The first is "Lovelace, Jr." without a first name; as text the two are one.
    assert not owner.includes(Person("Lovelace, Ada,"))
    assert owner.includes(Person("Lovelace, Ada"))


def test_a_listed_form_is_the_owner():
    assert not is_owner("Martin, Émilie")
    assert is_owner("Martin, Émilie", aliases=["Émilie Martin"])
    assert is_owner("E. Martin", aliases=["Émilie Martin"])


def test_a_name_of_one_word_is_found_only_as_it_is_listed():
    assert is_owner("Lefèvre", aliases=["Lefèvre"])
    assert not is_owner("Lefèvre, Eric", aliases=["Lefèvre"])


@pytest.mark.parametrize("author", ["", "Ada", "Ada King", "King, Ada"])
def test_without_a_name_no_one_is_the_owner(author):
    assert not is_owner(author, "")


@pytest.mark.parametrize("name", ["King, Ada, PhD, MSc, FRS", "Ada {King", "Ada King}", r"Ada\ "])
def test_an_odd_name_in_conf_py_stops_nothing(name):
    assert not is_owner("Li, Bo", name, [name])


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        ("King", "King"),
        (r"Lef{\`e}vre", "Lefèvre"),
        (r"{\'E}milie", "Émilie"),
        ("{van der Berg}", "van der Berg"),
        ("A.~M.", "A.\u00a0M."),
        ("King*", "King"),
        ("{King}*", "King"),
    ],
)
def test_a_part_of_a_name_is_read_as_text(latex, text):
    assert plain(latex) == text


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


@pytest.mark.parametrize(
    ("owner", "author"),
    [
        ("Ludwig van Beethoven", "Beethoven, Ludwig van"),
        ("Beethoven, Ludwig van", "Ludwig van Beethoven"),
        ("Ludwig van Beethoven", "van Beethoven, L."),
        ("Ludwig van Beethoven", "Beethoven, L. van"),
        ("Ana de la Cruz", "Cruz, Ana de la"),
        ("Michael E. Sander", "SANDER, MICHAEL"),
        ("Michael E. Sander", "SANDER, MICHAEL E."),
        ("Michael E. Sander", "MICHAEL E. SANDER"),
        ("Michael E. Sander", "SANDER, M.E."),
        ("Michael E. Sander", "SANDER, ME"),
        ("Ada King", "KING, ADA"),
        ("ADA KING", "King, Ada"),
        ("Jean-Pierre Dupont", "DUPONT, JEAN-PIERRE"),
        ("Jean-Pierre Dupont", "Dupont, J."),
        ("Jean-Pierre Dupont", "Dupont, J.-P."),
        ("Jean-Pierre Dupont", "Dupont, JP"),
        ("Jean-Pierre Dupont", "Dupont, Jean Pierre"),
        ("Jean-Pierre Dupont", "Dupont, Jean‐Pierre"),
        ("Jean-Pierre Marie Dupont", "Dupont, Jean-Pierre"),
        ("Ada King", "King{*}, Ada"),
        ("Ada King", "King$^*$, Ada"),
        ("Ada König", "K&ouml;nig, Ada"),
    ],
)
def test_other_orders_capitals_and_hyphens_are_read(owner, author):
    assert is_owner(author, owner)


@pytest.mark.parametrize(
    ("owner", "author"),
    [
        ("Ada Lovelace", "Lovelace A"),
        ("Ada Lovelace", "Lovelace A."),
        ("Ada B. Lovelace", "Lovelace AB"),
        ("Ada B. Lovelace", "Lovelace A B"),
        ("Ada B. Lovelace", "Lovelace A.B."),
        ("Ada B. Lovelace", "Lovelace A"),
        ("Ada van der Berg", "van der Berg A"),
        ("Ana {García Márquez}", "García Márquez A"),
        ("Jean-Pierre Dupont", "Dupont J-P"),
        ("Émilie Lefèvre", r"Lef{\`e}vre {\'E}"),
    ],
)
def test_initials_behind_the_surname_are_read(owner, author):
    assert is_owner(author, owner)


@pytest.mark.parametrize(
    ("owner", "author"),
    [
        ("Ada Lovelace", "Lovelace B"),
        ("Ada Lovelace", "Lovelace AB"),
        ("Ada B. Lovelace", "Lovelace AC"),
        ("Ada B. Lovelace", "Lovelace B"),
        ("Ada Lovelace", "King A"),
        ("Ada Lovelace", "van Lovelace A"),
        ("Ada Lovelace", "Lovelace"),
        ("Ada Lovelace", "A"),
        ("Ada Lovelace", "A B"),
        ("Wei Li", "LI WU"),
        ("Li Wei", "Wei LI"),
        ("Li Wei", "WEI LI"),
    ],
)
def test_initials_behind_the_surname_are_nobody_elses(owner, author):
    assert not is_owner(author, owner)


@pytest.mark.parametrize(
    ("owner", "author"),
    [
        ("Jean Dupont", "Dupont, Jean-Pierre"),
        ("Jean-Pierre Dupont", "Dupont, Jean"),
        ("Jean-Pierre Dupont", "Dupont, J.-M."),
        ("Jean-Pierre Dupont", "Dupont, Pierre"),
        ("Ludwig van Beethoven", "Beethoven, Ludwig"),
        ("Ludwig van Beethoven", "Beethoven, Ludwig von"),
        ("Ada King", "KING, ANNA"),
        ("Ada King", "KING, AN"),
        ("Michael E. Sander", "SANDER, MARTIN"),
        ("Michael E. Sander", "SANDERS, MICHAEL"),
    ],
)
def test_another_order_makes_no_other_person_the_owner(owner, author):
    assert not is_owner(author, owner)


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


def test_a_name_of_many_capitals_takes_no_time():
    assert not is_owner("KING, " + " ".join(["ADA"] * 500), "Ada Bo King")


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        (r"Kierkegaard, S\o ren and \O ystein \AA s", ["Kierkegaard, Søren", "Ås, Øystein"]),
        (r"Arnol\cprime d, V.", ["Arnolʹd, V."]),
        (r"G\' omez, H. and M\" uller, K.", ["Gómez, H.", "Müller, K."]),
        (r"Fran\c cois Dupont and Ho\v s, J.", ["Dupont, François", "Hoš, J."]),
        (r"A.\,B.\,King and King, A.\,B.", ["King, A. B."] * 2),
        (r"\textbf{King, A.} and Bo Li", ["King, A.", "Li, Bo"]),
        (r"{\bf Ada King} and **Ada King** and \underline{Ada King}", ["King, Ada"] * 3),
        (
            r"\textbf{Ada} \textbf{van King} and \textbf{King}, \textbf{Ada}",
            ["van King, Ada", "King, Ada"],
        ),
        (r"\textbf{Erd{\H o}s, P{\'a}l}", ["Erdős, Pál"]),
        ("King, Ada, Ph.D. and King, A. B., MD", ["King, Ada", "King, A. B."]),
        ("Kelleher, R. J., 3rd and King, Jr., Ada", ["Kelleher, 3rd, R. J.", "King, Jr., Ada"]),
        ("useprefix=false and Ada van King", ["van King, Ada"]),
        ("赵 明 and 홍 길동", ["赵, 明", "홍, 길동"]),
        ("useprefix=true, given=Ada, prefix=van, family=King", ["van King, Ada"]),
    ],
)
def test_names_are_read_as_tex_would(typed, names):
    found, problem = split_names(typed)
    assert [plain(str(Person(name))) for name in found] == names
    assert problem == ""


@pytest.mark.parametrize("others", ["others", "{others}", "et al.", "{et al}", r"\emph{et al.}"])
def test_others_have_many_names(others):
    assert split_names(f"King, Ada and {others}") == (["King, Ada", "others"], "")


@pytest.mark.parametrize("others", [", et al.", " et al", ", et al"])
def test_others_behind_a_name_are_told(others):
    names, problem = split_names(f"King, Ada{others}")
    assert names == ["King, Ada", "others"]
    assert problem == f'"King, Ada{others}" has "et al.": write " and others"'


def test_three_people_parted_by_commas_are_told():
    names, problem = split_names("A. King, B. Li, C. Fox")
    assert names == ["A. King", "B. Li", "C. Fox"]
    assert problem == 'people are parted by commas: write " and " between them'
    for listed in ("Ada King, Bo Li and Cy Fox", "Ada King, Bo Li, and Cy Fox"):
        names, problem = split_names(listed)
        assert names == ["Ada King", "Bo Li", "Cy Fox"]
        assert problem == 'people are parted by commas: write " and " between them'


@pytest.mark.parametrize(
    "names",
    [
        ["García Márquez, Gabriel José", "Fox, Cy"],
        ["García Márquez, Gabriel José"],
        ["García Márquez, Gabriel J.", "Cy Fox"],
        ["van Berg, Ada", "Cy Fox"],
        ["d' Aubignac, abbé d', François Hédelin"],
        ["García Márquez, Gabriel José", "others"],
    ],
)
def test_a_last_name_of_two_words_is_no_list_of_people(names):
    assert split_names(" and ".join(names)) == (names, "")


def test_a_comma_at_the_end_of_a_name_is_told():
    names, problem = split_names("King, Ada, and Li, Bo")
    assert names == ["King, Ada", "Li, Bo"]
    assert problem == '"King, Ada," ends with a comma: take it out'


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("E. Orr, Jr.", "Orr, Jr., E."),
        ("Poe, Flo Jr.", "Poe, Jr., Flo"),
        ("Ray III, Di", "Ray, III, Di"),
        ("Guy L. King Jr.", "King, Jr., Guy L."),
        ("Guy L. King, Jr.", "King, Jr., Guy L."),
        ("Ludwig van Beethoven III", "van Beethoven, III, Ludwig"),
        ("King, MA", "King, MA"),
        ("van Berg, MA", "van Berg, MA"),
        ("Ada King, PhD", "Ada King"),
        ("Li, Bo, MD", "Li, Bo"),
        ("Prof. Dr. Cy Fox", "Cy Fox"),
        ("Fox, Dr. Cy", "Fox, Cy"),
        ("Sir Cy Fox", "Cy Fox"),
        ("Drew Fox", "Drew Fox"),
        (r"\textcolor{red}{\textbf{King, Ada}}", "King, Ada"),
        (r"\href{https://example.org}{Ada King}", "Ada King"),
        (r"{\bfseries King}, Ada", "King, Ada"),
        ("__Ada King__", "Ada King"),
        ("<b><i>Ada</i> King</b>", "Ada King"),
        ('<span class="me">King</span>, Ada', "King, Ada"),
        ("G¨oth, Kurt", "Göth, Kurt"),
        ("Fran¸cois, Al", "François, Al"),
        ("Mu¨ller, Al", "Müller, Al"),
        ("O`Brien, Se´an", "O`Brien, Seán"),
        ("Bo Li {[* equal contribution]}", "Bo Li"),
        ("Bo Li (0000-0002-1825-0097)", "Bo Li"),
        ("family = {Fox}, given = {Cy}", "Fox, Cy"),
        ("given=Ada, family=King", "King, Ada"),
        ("family={Berg}, given={Di}, prefix={van den}", "van den Berg, Di"),
    ],
)
def test_what_is_no_part_of_a_name_is_taken_off(typed, name):
    assert as_bibtex(typed) == name


@pytest.mark.parametrize(
    ("author", "owner"),
    [
        ("Kern, Lukasz", "Łukasz Kern"),
        ("Isik, Yilmaz", "Yılmaz Işık"),
        ("Sondergard, Bo", "Bo Søndergård"),
        ("Soendergaard, Bo", "Bo Søndergård"),
        ("Mueller, Bo", "Bo Müller"),
        (r"M{\"u}ller, Bo", "Bo Mueller"),
        ("OʼBrien, Sean", "Seán O'Brien"),
        ("OBrien, S.", "Seán O'Brien"),
        ("{A. De} King", "Ada de King"),
        ("King, Ada De", "Ada de King"),
        ("Guy L. King", "Guy L. King Jr."),
        ("King, Jr., Guy L.", "Guy L. King, Jr."),
    ],
)
def test_the_owner_is_found_whatever_letters_were_at_hand(author, owner):
    assert is_owner(author, owner)


@pytest.mark.parametrize(
    ("author", "owner"),
    [
        ("Joe Runde", "Jö Ründe"),
        ("King, Sr., Guy L.", "Guy L. King Jr."),
        ("King, III, Guy", "Guy King, Jr."),
    ],
)
def test_whoever_is_spelled_otherwise_is_another(author, owner):
    assert not is_owner(author, owner)


@pytest.mark.parametrize("name", [r"Lef{\`e}vre, A.", r"Lef\`evre, A.", r"Mu{\~n}oz, A."])
def test_an_accent_of_tex_is_not_one_copied_from_a_pdf(name):
    assert split_names(name) == ([name], "")
