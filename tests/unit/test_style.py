"""The publication style: one line from whatever fields there are."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pybtex.database import Entry, Person
from pybtex.plugin import find_plugin
from pybtex.richtext import Tag

from sphinx_cv.bibliography.facts.dating import year_number, year_text
from sphinx_cv.bibliography.people.marks import MARKS
from sphinx_cv.bibliography.reference.people import AUTHOR, NAME
from sphinx_cv.bibliography.reference.style import (
    AUTHORS,
    TITLE,
    VENUE,
    Reference,
    References,
    Style,
    register,
)
from sphinx_cv.bibliography.reference.venue import VENUE_FIELDS


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


def test_authors_title_venue_and_year_stand_in_this_order():
    entry = make(["King, Ada", "Bo Li"], title="Engines", journal="Letters", year="2020")
    assert str(formatted(entry)) == "Ada King, Bo Li. Engines. Letters, 2020."


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({}, "king2020."),
        ({"title": "Engines"}, "Engines."),
        ({"title": "Engines", "year": "2020"}, "Engines. 2020."),
        ({"title": "Engines", "booktitle": "Proceedings"}, "Engines. Proceedings."),
        ({"year": "2020"}, "king2020. 2020."),
        (
            {"title": "Engines", "howpublished": "Preprint", "year": "2020"},
            "Engines. Preprint, 2020.",
        ),
        ({"title": "", "journal": "", "year": ""}, "king2020."),
        ({"title": "\\"}, "king2020."),
        ({"title": "Mills", "subtitle": "A Novel"}, "Mills: A Novel."),
        ({"title": "{Mills?}", "subtitle": "A Novel"}, "Mills? A Novel."),
        ({"title": "Mills: A Novel", "subtitle": "A Novel"}, "Mills: A Novel."),
        ({"subtitle": "A Novel"}, "king2020."),
        ({"title": r"\noopsort{a}"}, "king2020."),
        ({"title": "Engines", "date": "2020-05"}, "Engines. 2020."),
        ({"title": "Engines", "year": "2019", "date": "2020-05"}, "Engines. 2019."),
        ({"title": "Engines", "year": "to appear"}, "Engines. To appear."),
    ],
)
def test_a_missing_field_leaves_no_gap(fields, text):
    assert line(**fields) == text


@pytest.mark.parametrize(
    ("kind", "fields", "text"),
    [
        (
            "article",
            {"volume": "12", "number": "3", "pages": "45--67"},
            "Letters, 12(3), 45–67, 2020",
        ),
        (
            "article",
            {"volume": "12", "issue": "1-2", "pages": "45-67"},
            "Letters, 12(1–2), 45–67, 2020",
        ),
        ("article", {"volume": "12"}, "Letters, 12, 2020"),
        ("article", {"number": "3"}, "Letters, no. 3, 2020"),
        ("article", {"pages": r"579\psqq"}, "Letters, pp. 579\u00a0ff., 2020"),
        ("article", {"eid": "023456"}, "Letters, article 023456, 2020"),
        ("article", {"articleno": "45", "numpages": "12"}, "Letters, article 45, 2020"),
        ("article", {"article-number": "1234"}, "Letters, article 1234, 2020"),
        ("article", {"pages": "45:1--45:12", "articleno": "45"}, "Letters, pp. 45:1–45:12, 2020"),
        ("article", {"pages": "A 4-1--A 4-9, 10-12"}, "Letters, pp. A 4-1–A 4-9, 10–12, 2020"),
        ("article", {"journal": "", "journaltitle": "J", "journalsubtitle": "A"}, "J: A, 2020"),
        (
            "incollection",
            {"journal": "", "booktitle": "Looms?", "booksubtitle": "A Reader"},
            "In Looms? A Reader, 2020",
        ),
        ("article", {"pages": "S1 - S9, 11"}, "Letters, pp. S1–S9, 11, 2020"),
        ("article", {"journal": "CoRR", "volume": "abs/2001.00003"}, "arXiv:2001.00003, 2020"),
        (
            "article",
            {"journal": "arXiv preprint arXiv:2001.00003", "pages": "arXiv--2001"},
            "arXiv:2001.00003, 2020",
        ),
        (
            "incollection",
            {"journal": "", "booktitle": "Engines", "pages": "1--2"},
            "In Engines, 1–2, 2020",
        ),
        (
            "inproceedings",
            {"journal": "", "booktitle": "ICML", "volume": "7", "pages": "1--2"},
            "In ICML (vol. 7), 1–2, 2020",
        ),
        ("book", {"journal": "", "publisher": "Press", "pages": "300"}, "Press, 2020"),
    ],
)
def test_a_part_is_found_in_its_journal_or_book(kind, fields, text):
    entry = Entry(kind, fields={"journal": "Letters", "year": "2020"} | fields)
    entry.key = "key"
    found = [part for part in Reference(entry, References()).parts() if part.name == VENUE]
    assert "".join(map(str, found)) == text


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"pubstate": "inpress"}, "Engines. In press."),
        ({"pubstate": "Submitted"}, "Engines. Submitted."),
        ({"pubstate": "under review"}, "Engines. Under review."),
        ({"note": "Best paper", "addendum": "with code"}, "Engines. Best paper. With code."),
        ({"note": "Publisher: Elsevier"}, "Engines."),
        ({"note": "Number: 3 Publisher: Nature Publishing Group"}, "Engines."),
        ({"note": "Conference Name: Engines"}, "Engines."),
        ({"note": r"{\_eprint: https://example.org/x}"}, "Engines."),
        ({"note": r"\_eprint: https://example.org/x"}, "Engines."),
        ({"note": "tex.ids: king2020a"}, "Engines."),
        ({"note": "1234-5678 King, Ada Journal Article UK J Engines. doi: 10.1000/1."}, "Engines."),
        ({"note": "Journal Article of the year"}, "Engines. Journal Article of the year."),
        ({"note": "They said “yes.”"}, "Engines. They said “yes.”"),
        ({"note": "(In French.)"}, "Engines. (In French.)"),
        ({"note": "Comment: Spotlight"}, "Engines. Comment: Spotlight."),
        ({"note": "Comment: 7 pages, 3 figures"}, "Engines."),
        ({"note": "arXiv: 2309.01213 [cs, stat]"}, "Engines. arXiv:2309.01213."),
        ({"note": "arXiv: see there"}, "Engines. arXiv: see there."),
        ({"note": "https://example.org"}, "Engines."),
        ({"note": r"\url{https://example.org}."}, "Engines."),
        ({"note": "https://example.org", "doi": "10.1000/1"}, "Engines. https://example.org."),
        ({"note": r"\url{javascript:x}"}, "Engines. javascript:x."),
        ({"howpublished": r"\url{https://example.org}"}, "Engines."),
        ({"howpublished": r"At \url{https://example.org}"}, "Engines. At https://example.org."),
        ({"award_name": "Best paper", "award": "It won **it**."}, "Engines. Best paper."),
        ({"journal": "Letters,"}, "Engines. Letters."),
        ({"note": "Publishers disagree"}, "Engines. Publishers disagree."),
    ],
)
def test_notes_are_what_an_author_wrote(fields, text):
    assert line(title="Engines", **fields) == text


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({}, "Engines. arXiv:2001.00003, 2020."),
        ({"howpublished": "Preprint"}, "Engines. Preprint, 2020."),
        ({"journal": "Letters"}, "Engines. Letters, 2020."),
        ({"note": "arXiv:2001.00003"}, "Engines. arXiv:2001.00003, 2020."),
    ],
)
def test_a_preprint_without_words_of_its_own_has_its_number(fields, text):
    assert line(title="Engines", year="2020", eprint="2001.00003v2", **fields) == text


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("patent", "Engines. Patent US 1,234,567, 2020."),
        ("techreport", "Engines. Technical report US 1,234,567, Royal Society, 2020."),
        ("misc", "Engines. 2020."),
    ],
)
def test_patents_and_reports_have_their_number(kind, text):
    entry = make(title="Engines", year="2020", number="US 1,234,567")
    entry.type = kind
    if kind == "techreport":
        entry.fields["institution"] = "Royal Society"
    assert str(formatted(entry)) == text


def test_a_collaboration_stands_for_authors_that_are_not_named():
    assert line(title="Cogs", collaboration="ENGINE") == "ENGINE. Cogs."
    assert line(["King, Ada"], title="Cogs", collaboration="ENGINE") == "Ada King (ENGINE). Cogs."
    assert line((), ["Bo Li"], title="Cogs", collaboration="{ENGINE}") == (
        "ENGINE. Cogs. Edited by Bo Li."
    )


@pytest.mark.parametrize(
    ("kind", "typed", "text"),
    [
        ("phdthesis", "", "Cogs. Ph.D. thesis, ENS."),
        ("mastersthesis", "", "Cogs. Master’s thesis, ENS."),
        ("thesis", "mathesis", "Cogs. Master’s thesis, ENS."),
        ("phdthesis", "Habilitation", "Cogs. Habilitation, ENS."),
        ("thesis", "", "Cogs. Thesis, ENS."),
        ("misc", "phdthesis", "Cogs. Ph.D. thesis, ENS."),
    ],
)
def test_a_thesis_says_which_it_is(kind, typed, text):
    entry = make(title="Cogs", school="ENS", **({"type": typed} if typed else {}))
    entry.type = kind
    assert str(formatted(entry)) == text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("赵, 明", "赵明"),
        ("홍, 길동", "홍길동"),
        ("赵明", "赵明"),
        ("ラブレス, アダ", "アダ ラブレス"),
    ],
)
def test_a_family_name_comes_first_where_it_does(name, text):
    assert line([name], title="Cogs") == f"{text}. Cogs."


@pytest.mark.parametrize("end", ["?", "!", "."])
def test_a_title_with_its_own_end_takes_no_full_stop(end):
    assert line(title=f"Engines{end}", year="2020") == f"Engines{end} 2020."


def test_the_last_initial_takes_no_second_full_stop():
    assert line(["King, A."], title="Engines") == "A. King. Engines."
    assert line(["King, Jr., A."], title="Engines") == "A. King Jr. Engines."


def test_editors_stand_for_missing_authors():
    assert line(editors=["King, Ada"], title="Engines") == "Ada King (ed.). Engines."
    assert line(editors=["King, Ada", "Li, Bo"], title="Cogs") == "Ada King, Bo Li (eds.). Cogs."
    assert line(editors=["King, Ada", "others"], title="Cogs") == "Ada King et al. (eds.). Cogs."
    assert line(["Li, Bo"], editors=["King, Ada"], title="Engines") == (
        "Bo Li. Engines. Edited by Ada King."
    )


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("King, Ada", "Ada King"),
        ("van der Berg, Ada", "Ada van der Berg"),
        ("King, Jr., Martin L.", "Martin L. King Jr."),
        (r"Lef{\`e}vre, {\'E}milie", "Émilie Lefèvre"),
        ("{The Analysts}", "The Analysts"),
        ("O'Brien, Se{\\'a}n", "Seán O'Brien"),
    ],
)
def test_a_name_is_printed_first_von_last_jr(typed, name):
    assert tags(formatted(make([typed])))[f"{AUTHOR}0"] == name


def test_each_author_is_tagged_with_their_place():
    found = tags(formatted(make(["Ada King*", "Bo Li"], title="Engines")))
    assert found[f"{NAME}author-0"] == "Ada King"
    assert found[f"{NAME}author-1"] == "Bo Li"
    assert found[f"{AUTHOR}0"] == "Ada King*"
    assert found[f"{AUTHOR}1"] == ", Bo Li"
    assert found[AUTHORS] == "Ada King*, Bo Li"
    assert found[TITLE] == "Engines"


@pytest.mark.parametrize("author", ["King*, Ada", "King, Ada*", "King**, Ada", "King*, Ada*"])
@pytest.mark.parametrize("annotation", ["", "1=equal", "1=equal;1=equal"])
def test_a_mark_is_printed_once(author, annotation):
    entry = make([author, "Bo Li"], title="Engines")
    if annotation:
        entry.fields["author+an"] = annotation
    assert str(formatted(entry)) == "Ada King*, Bo Li. Engines."


@pytest.mark.parametrize("author", [r"King\*, Ada", "King{*}, Ada", r"King{\*}, Ada"])
def test_a_mark_typed_in_tex_stops_nothing(author):
    assert "Ada King" in line([author], title="Engines")


@pytest.mark.parametrize("field", VENUE_FIELDS)
def test_what_holds_a_work_is_in_italics_and_a_house_is_not(field):
    found = tags(formatted(make(title="Engines", year="2020", **{field: "Letters"})))
    holds = field in ("journal", "journaltitle", "booktitle")
    assert found.get("em") == ("Letters" if holds else None)
    assert found[VENUE] == "Letters, 2020"


def test_the_most_telling_venue_is_printed():
    assert line(publisher="House", booktitle="Proceedings") == "king2020. Proceedings."


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("Neural ODEs and GPUs", "Neural ODEs and GPUs"),
        ("neural {ODEs}", "neural ODEs"),
        (r"Na{\"\i}ve caf\'{e}s", "Naïve cafés"),
        (r"Cats \& dogs", "Cats & dogs"),
        (r"50\% of it", "50% of it"),
        ("50% of it", "50% of it"),
        ("Ada--Bo", "Ada–Bo"),
        ("Top-k", "Top-k"),
        ("Don't panic", "Don't panic"),
        ("A & B # C", "A & B # C"),
    ],
)
def test_a_title_is_printed_as_its_author_meant_it(typed, title):
    assert line(title=typed, year="2020") == f"{title}. 2020."


@pytest.mark.parametrize(
    ("fields", "year"),
    [
        ({"year": "2020"}, "2020"),
        ({"year": "{2020}"}, "2020"),
        ({"date": "2020-05-12"}, "2020"),
        ({"date": "{2020}-05"}, "2020"),
        ({"date": "{2020-05}"}, "2020"),
        ({"year": "2020-05-12"}, "2020"),
        ({"year": "2020-05-12/2020-05-14"}, "2020"),
        ({"year": "2020-21"}, "2020–21"),
        ({}, ""),
    ],
)
def test_the_year_is_read_from_year_or_date(fields, year):
    assert year_text(make(**fields).fields) == year


@pytest.mark.parametrize(
    ("year", "number"),
    [("2020", 2020), ("c. 2020", 2020), ("2020/2021", 2020), ("to appear", None), ("", None)],
)
def test_the_year_is_a_number_where_it_has_one(year, number):
    assert year_number(make(year=year).fields) == number


def test_the_label_and_the_key_are_passed_on():
    done = Style().format_entry("7", make(title="Engines"))
    assert (done.key, done.label) == ("king2020", "7")


def test_pybtex_finds_the_style_under_its_name():
    for references in (References(language="de"), References(language="fr")):
        register(references)
        style = find_plugin("pybtex.style.formatting", "cv")
        assert issubclass(style, Style)
        assert style.references is references


plain_words = st.sampled_from(["Ada", "Bo", "King", "Li", "Engines", "Letters", "Ênes", "ODEs"])


@settings(max_examples=50)
@given(
    st.lists(st.tuples(plain_words, plain_words), min_size=1, max_size=4),
    st.lists(plain_words, min_size=1, max_size=4),
    plain_words,
    st.sampled_from(VENUE_FIELDS),
    st.integers(1000, 2999),
)
def test_any_plain_entry_is_printed_whole_and_in_order(authors, title, venue, field, year):
    persons = [f"{last}, {first}" for first, last in authors]
    names = ", ".join(f"{first} {last}" for first, last in authors)
    entry = make(persons, title=" ".join(title), year=str(year), **{field: venue})
    assert str(formatted(entry)) == f"{names}. {' '.join(title)}. {venue}, {year}."


tex = st.text() | st.lists(
    st.sampled_from(
        [
            *(
                "\\",
                "{",
                "}",
                "$",
                "%",
                "'",
                "`",
                '"',
                "~",
                "^",
                "_",
                "&",
                "#",
                "-",
                "--",
                "\0",
                "\n",
            ),
            *(
                "\\'e",
                "\\'",
                "{\\'e}",
                "\\emph{x}",
                "\\frac{1}{2}",
                "\\lbrace",
                "\\{",
                "\\}",
                "\\\\",
            ),
            *("\\input{x}", "\\verb|x|", "\\begin{x}", "$x_{1}$", "word", "é", "ß", "*", " "),
        ]
    ),
    max_size=6,
).map("".join)
name_words = st.lists(
    st.sampled_from(
        ["Ada", "von", "*", "\\*", "\\'E", "{\\'e}", "{A b}", "King*", "A.", "-", "{}"]
    ),
    max_size=4,
)
persons = st.builds(
    lambda first, von, last, jr: Person(
        first=" ".join(first), prelast=" ".join(von), last=" ".join(last), lineage=" ".join(jr)
    ),
    *[name_words] * 4,
)
field_names = st.sampled_from(["title", "year", "date", "author+an", "howpublished", *VENUE_FIELDS])


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(field_names, tex), st.lists(persons, max_size=3), st.booleans())
@example({"title": "ends in \\"}, [], False)
@example({"title": "\\"}, [], False)
@example({"title": "{unbalanced"}, [], False)
@example({"title": "unbalanced}"}, [], True)
@example({"date": "{2020}-05"}, [], False)
@example({}, [Person(first="Ada", last="King\\*")], False)
@example({"author+an": "1=equal"}, [Person("")], False)
def test_any_entry_is_printed(fields, people, as_editors):
    role = "editor" if as_editors else "author"
    entry = Entry("misc", fields=fields, persons={role: people} if people else {})
    entry.key = "key"
    text = formatted(entry)
    assert str(text)
    assert (year_number(entry.fields) or 0) >= 0
    found = tags(text)
    for name, part in found.items():
        if name.startswith(NAME):
            assert not part.endswith(tuple(MARKS.values()))
    order = [str(part) for part in text.parts if isinstance(part, Tag) and part.name != "cv-sep"]
    assert order == [found[name] for name in (AUTHORS, TITLE, VENUE) if found.get(name)]
