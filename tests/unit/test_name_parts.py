"""One name as it is typed: its parts as text, and what is no part of it."""

import pytest
from owned_names import is_owner

from sphinx_cv.bibliography.people.names import as_bibtex
from sphinx_cv.bibliography.people.owner import plain
from sphinx_cv.model.academic_titles import without_titles


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


@pytest.mark.parametrize(
    "name",
    [
        "Nguyen Thi ThuHa",
        "Park Kim MinJi",
        "Jean Pierre LeBa",
        "Mary J. LaRu",
        "van der Berg, MS",
        "van der Berg, MD",
        "Hernández López, MARIA",
        "Maria Clara, LIMA",
    ],
)
def test_capitals_alone_make_no_degree(name):
    assert without_titles(name) == name


@pytest.mark.parametrize(
    "degrees",
    [" PhD", " MSc PhD", " Ph. D.", " DPhil", ", MS", ", P.E.", ", BScN, RN", ", FRCS (Ed)"],
)
def test_a_degree_is_no_part_of_a_name(degrees):
    assert without_titles(f"Ada King{degrees}") == "Ada King"


def test_a_degree_with_small_letters_is_behind_any_name():
    assert without_titles("van der Berg, MD, PhD") == "van der Berg"


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


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("E. Orr, Jr.", "Orr, Jr., E."),
        ("Poe, Flo Jr.", "Poe, Jr., Flo"),
        ("Ray III, Di", "Ray, III, Di"),
        ("III, Hal Ray", "Ray, III, Hal"),
        ("Ray, HalEditor", "Ray, Hal"),
        ("Guy L. King Jr.", "King, Jr., Guy L."),
        ("Guy L. King, Jr.", "King, Jr., Guy L."),
        ("Ludwig van Beethoven III", "van Beethoven, III, Ludwig"),
        ("King, MA", "King, MA"),
        ("van Berg, MA", "van Berg, MA"),
        ("Ada King, PhD", "Ada King"),
        ("Li, Bo, MD", "Li, Bo"),
        ("Li, MD, Bo", "Li, Bo"),
        ("Li, Bo MD", "Li, Bo"),
        ("Li, Bo MA", "Li, Bo MA"),
        ("Ada King PhD", "Ada King"),
        ("Jun Wei MA", "Jun Wei MA"),
        ("van Dam MD", "van Dam MD"),
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
