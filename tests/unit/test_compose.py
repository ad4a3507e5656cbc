"""The lines of entries and talks: which words stand where."""

import pytest
from docutils import nodes

from sphinx_cv.document.composing.compose import entry_node, phrase_node, talk_node
from sphinx_cv.document.composing.joints import sentences
from sphinx_cv.document.composing.rows import links_row
from sphinx_cv.document.nodes import (
    cv_body,
    cv_date,
    cv_headline,
    cv_links,
    cv_subline,
    cv_tie,
    cv_words,
)
from sphinx_cv.model.dates.reader import read_range
from sphinx_cv.model.dates.values import PartialDate, single
from sphinx_cv.model.items import Entry, Link, Talk
from sphinx_cv.model.kinds import read_kinds
from sphinx_cv.model.punctuation import in_brackets, list_comma

DATE = single(PartialDate(2023, 5))


def entry(*body, build="en", **fields):
    made = Entry(**{"title": "Analyst", **fields})
    title = [nodes.Text(made.title)] if made.title else []
    return entry_node(made, title, body, language=build)


def talk(*body, build="en", **fields):
    made = Talk(**{"title": "Engines", **fields})
    title = [nodes.Text(made.title)] if made.title else []
    return talk_node(made, title, body, language=build)


def text(node, kind):
    [part] = node.findall(kind)
    return part.astext()


def lines(node):
    return text(node, cv_headline), text(node, cv_subline)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, ("Analyst", "")),
        ({"dates": DATE}, ("Analyst · May 2023", "")),
        ({"organization": "A firm"}, ("Analyst, A firm", "")),
        ({"location": "London"}, ("Analyst, London", "")),
        (
            {"organization": "A firm", "location": "London", "dates": DATE},
            ("Analyst, A firm, London · May 2023", ""),
        ),
        ({"people": ("Bo Li",)}, ("Analyst", "with Bo Li")),
        ({"people": ("Bo Li", "Cy Fox")}, ("Analyst", "with Bo Li and Cy Fox")),
        ({"date_text": "soon"}, ("Analyst · soon", "")),
        ({"title": "", "dates": DATE}, ("May 2023", "")),
        (
            {"dates": read_range("2020", "2024", expected=True)},
            ("Analyst · 2020–2024 (expected)", ""),
        ),
        ({"dates": read_range("2020", "present")}, ("Analyst · 2020–present", "")),
    ],
)
def test_an_entry_starts_with_its_title(fields, expected):
    assert lines(entry(kind="experience", **fields)) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"organization": "A school"}, ("A school", "Analyst")),
        (
            {"organization": "A school", "location": "London", "dates": DATE},
            ("A school, London · May 2023", "Analyst"),
        ),
        ({"organization": "A school", "people": ("Bo Li",)}, ("A school", "Analyst, with Bo Li")),
        ({"location": "London"}, ("Analyst, London", "")),
    ],
)
def test_education_starts_with_the_organization_if_there_is_one(fields, expected):
    assert lines(entry(kind="education", **fields)) == expected


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Why?", "Why? A firm"),
        ("Now!", "Now! A firm"),
        ("It works.", "It works. A firm"),
        ("A", "A, A firm"),
    ],
)
def test_no_comma_follows_a_title_with_its_own_end(title, line):
    assert lines(entry(title=title, organization="A firm"))[0] == line


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({}, ""),
        ({"event": "A workshop"}, "A workshop"),
        ({"event": "A workshop", "location": "Turin"}, "A workshop, Turin"),
        ({"host": "A group", "location": "Turin"}, "A group, Turin"),
        ({"event": "A workshop", "online": True}, "A workshop, Online"),
        ({"event": "A workshop", "kind": "invited"}, "A workshop (invited)"),
        ({"event": "A workshop", "language": "fr"}, "A workshop (in French)"),
        (
            {"event": "A workshop", "kind": "keynote", "language": "pt-BR"},
            "A workshop (keynote, in Portuguese (Brazil))",
        ),
        ({"event": "A workshop", "language": "Klingon"}, "A workshop (in Klingon)"),
        ({"event": "A workshop", "language": "a-b-c-d-e"}, "A workshop (in a-b-c-d-e)"),
        ({"kind": "invited"}, "invited"),
    ],
)
def test_a_talk_says_where_it_was_given_and_how(fields, where):
    assert lines(talk(dates=DATE, **fields)) == ("Engines · May 2023", where)


def test_names_and_dates_are_in_the_builds_language():
    node = entry(people=("Bo Li", "Cy Fox"), dates=DATE, build="fr")
    assert lines(node) == ("Analyst · mai 2023", "with Bo Li et Cy Fox")
    assert lines(talk(kind="invited", language="it", build="fr"))[1] == "invited, in italien"
    [date] = node.findall(cv_date)
    assert date["iso"] == "2023-05"


def test_a_date_that_could_not_be_read_has_no_iso_form():
    [date] = entry(date_text="soon").findall(cv_date)
    assert (date.astext(), date["iso"]) == ("soon", "")


def test_every_item_has_its_three_lines_even_if_they_are_empty():
    for node in (entry(title=""), talk(title="")):
        assert [type(part) for part in node] == [cv_headline, cv_subline, cv_links]
        assert node.astext().strip() == ""


def test_the_title_links_to_the_address_of_the_item():
    [link] = entry(url="https://example.org").findall(nodes.reference)
    assert (link.astext(), link["refuri"]) == ("Analyst", "https://example.org")
    assert not list(entry().findall(nodes.reference))


def test_links_stand_in_a_row():
    node = talk(
        links=(
            Link(label="slides", url="https://example.org/s"),
            Link(label="video", url="https://example.org/v"),
        ),
        publications=("king2020",),
    )
    assert text(node, cv_links) == "Slides · Video · "
    assert [link["refuri"] for link in node.findall(nodes.reference)] == [
        "https://example.org/s",
        "https://example.org/v",
    ]
    assert [place["key"] for place in node.findall(cv_tie)] == ["king2020"]


def test_a_row_without_links_is_empty():
    assert len(links_row([])) == 0


def test_the_kind_and_the_classes_are_classes():
    assert entry(kind="award", classes=("wide",))["classes"] == ["cv-kind-award", "wide"]
    assert talk()["classes"] == []


def test_each_meaning_has_its_class():
    node = entry(organization="A firm", location="London", people=("Bo Li",))
    found = {words["classes"][0]: words.astext() for words in node.findall(cv_words)}
    assert found == {
        "cv-title": "Analyst",
        "cv-organization": "A firm",
        "cv-location": "London",
        "cv-people": "with Bo Li",
        "cv-person": "Bo Li",
    }


def test_only_the_authors_words_are_translated():
    node = talk(event="A workshop", kind="invited", dates=DATE)
    words = {part.astext(): part.get("translatable", False) for part in node.findall(cv_words)}
    assert words == {"Engines": True, "A workshop": True}
    for line in node.findall(nodes.paragraph):
        assert line["translatable"] is False


def test_the_body_stands_below():
    node = talk(nodes.paragraph("", "An abstract."), event="E")
    assert isinstance(node[-1], cv_body)
    assert node[-1].astext() == "An abstract."
    assert node[-1]["summary"] == "Abstract"
    assert not list(talk(event="E").findall(cv_body))


@pytest.mark.parametrize(
    ("kind", "organization", "first"),
    [
        ("education", "A school", "A school"),
        ("education", "", "Analyst"),
        ("experience", "A firm", "Analyst, A firm"),
        ("award", "An academy", "Analyst, An academy"),
        ("fieldwork", "Kew Gardens", "Kew Gardens"),
        ("no such kind", "A firm", "Analyst, A firm"),
        ("", "A firm", "Analyst, A firm"),
    ],
)
def test_the_kind_decides_what_the_line_starts_with(kind, organization, first):
    kinds = read_kinds({"fieldwork": {"first": "organization"}})
    made = Entry(title="Analyst", kind=kind, organization=organization)
    node = entry_node(made, [nodes.Text("Analyst")], [], language="en", kinds=kinds)
    assert node[0][0].astext() == first


@pytest.mark.parametrize(
    ("language", "brackets", "comma"),
    [("en", " (x)", ", "), ("zh_CN", "（x）", "、"), ("ja", "（x）", "、"), ("ar", " (x)", "، ")],
)
def test_brackets_and_lists_have_the_signs_of_their_language(language, brackets, comma):
    assert in_brackets("x", language) == brackets
    assert list_comma(language) == comma


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [("zh_CN", "NeurIPS", "NeurIPS 2023"), ("zh_CN", "优秀审稿人", "优秀审稿人 2023年")],
)
def test_a_year_behind_a_latin_name_is_a_part_of_it(language, title, text):
    item = Entry(title=title, dates=single(PartialDate(2023)))
    assert phrase_node(item, [nodes.Text(title)], language=language).astext() == text


@pytest.mark.parametrize(
    ("thesis", "now", "text"),
    [
        ("論相位陣列", "台積電", "論相位陣列。台積電"),
        ("論何謂？", "台積電", "論何謂？台積電"),
        ("On looms", "Bath", "On looms. Bath"),
        ("論相位陣列", "Bath", "論相位陣列. Bath"),
    ],
)
def test_the_stop_between_sentences_is_that_of_their_script(thesis, now, text):
    parts = [[nodes.Text(thesis)], [nodes.Text(now)]]
    assert "".join(each.astext() for each in sentences(parts)) == text


def test_the_words_of_a_remark_and_of_a_post_are_translated():
    given = talk(kind="invited", role="chair", language="a Latin of her own", event="A workshop")
    student = entry(kind="student", now="Professor at Bath")
    told = [
        words.astext()
        for node in (given, student)
        for words in node.findall(cv_words)
        if words.get("translatable")
    ]
    assert {"chair", "a Latin of her own", "Professor at Bath"} <= set(told)
    # Babel knows a code, and names it.
    assert "de" not in [w.astext() for w in talk(language="de", event="A").findall(cv_words)]
