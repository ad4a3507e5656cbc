"""A second import into a CV: it adds what is new, and tells what differs."""

from dataclasses import replace

from sphinx_cv.importer.draft import Draft, Item, Section
from sphinx_cv.importer.formats import alfolio
from sphinx_cv.importer.project.merge import merged
from sphinx_cv.importer.project.record import Record
from sphinx_cv.importer.project.write import files_of
from sphinx_cv.importer.reading.common import add_bibliography


def test_a_second_import_adds_what_is_new():
    rows = [{"title": "Post", "institution": "Bonn", "year": "2010"}]
    first = files_of(alfolio.read([{"title": "Posts", "type": "time_table", "contents": rows}]))
    rows += [{"title": "Chair", "institution": "Ulm", "year": "2020", "description": ["New"]}]
    more = {"title": "Clubs", "type": "list", "contents": ["Chess"]}
    draft = alfolio.read([{"title": "Posts", "type": "time_table", "contents": rows}, more])
    add_bibliography(draft, {"b": "@misc{x, title = {T}, year = {2020}}"})
    first["sections/papers.md"] = "# Papers\n\n```{publication-list}\n```\n"
    first["refs.bib"] = "@misc{y, title = {{T}}, year = {2020}, note = {n}}\n"
    changed, counts = merged(draft, first, Record())
    assert sorted(changed) == ["index.md", "sections/clubs.md", "sections/posts.md"]
    assert counts == {"publications": 0, "entries and talks": 2, "sections": 1}
    assert changed["sections/posts.md"].startswith(first["sections/posts.md"].rstrip("\n"))
    assert changed["sections/posts.md"].count("cv-entry") == 2
    assert "sections/posts\nsections/clubs\n```" in changed["index.md"]
    again, none = merged(
        alfolio.read([{"title": "Posts", "type": "time_table", "contents": rows}, more]),
        {**first, **changed},
        Record(),
    )
    assert (again, any(none.values())) == ({}, False)


def test_what_differs_is_told_of_the_source_and_of_the_cv():
    bib = "@misc{x, title={T}, year={2020}, note={New}, doi={10.1/a}, pubstate={forthcoming}}"

    def read() -> Draft:
        options = {"organization": "Ulm", "date": "2020", "url": "https://a.org"}
        item = Item(title="Chair", kind="experience", options=options)
        draft = Draft(sections=[Section(title="Posts", blocks=[item])])
        add_bibliography(draft, {"b": bib})
        draft.papers = [replace(one, completed=frozenset(("pubstate",))) for one in draft.papers]
        return draft

    files = files_of(read())
    files["sections/posts.md"] = files["sections/posts.md"].replace("https://a", "https://b")
    files["refs.bib"] = "@misc{y, title={T}, year={2020}, note={Old}}"
    draft = read()
    files["conf.py"] = 'cv_profile = {"name": "Ada", "links": {"A": "https://a.org/1"}}'
    draft.profile = {"name": "Ada", "links": {"A": "https://a.org/1", "B": "https://b.org/2"}}
    draft.private = {"address": "1 Way"}
    merged(draft, files, Record())
    assert draft.report == [
        ("conf.py", 'differs: "B": in the source https://b.org/2; your CV has none like it'),
        ("private.toml", 'differs: "address": in the source 1 Way; your CV has none like it'),
        ("y", 'differs: "note": in the source New; in your CV Old'),
        ("y", 'differs: "doi": in the source 10.1/a; your CV has none'),
        (
            "sections/posts.md, Chair",
            'differs: "url": in the source https://a.org; in your CV https://b.org',
        ),
    ]


def test_what_its_owner_deleted_or_rewrote_is_not_brought_again():
    rows = [{"title": "Post", "year": "2010"}, {"title": "Chair", "year": "2020"}]
    more = {"title": "Clubs", "type": "list", "contents": ["Chess", "Go"]}

    def read() -> Draft:
        draft = alfolio.read([{"title": "Posts", "type": "time_table", "contents": rows}, more])
        add_bibliography(draft, {"b": "@misc{x, title = {T}, year = {2020}}"})
        return draft

    text = Record().text_with(read())
    assert "Chess" not in text
    files = files_of(read())
    files["sections/posts.md"] = files["sections/posts.md"].partition("```{cv-entry} Chair")[0]
    files["sections/clubs.md"] = "# Clubs\n\n- Chess and cards\n- Go\n"
    files["refs.bib"] = ""
    rows.append({"title": "Dean", "year": "2024"})
    draft, record = read(), Record(text)
    changed, counts = merged(draft, files, record)
    assert counts == {"publications": 0, "entries and talks": 1, "sections": 0}
    assert "} Dean" in changed["sections/posts.md"]
    assert "} Chair" not in changed["sections/posts.md"]
    assert draft.report[-1][1].endswith("rewritten here since: x; Chair; Chess")
    assert Record(record.text_with(draft)).had("Dean", "dean |  | 2024")


def test_words_that_are_there_are_not_added_again():
    """Apostrophes, markup and letters of names are no difference; a part of a text is another."""
    texts = ["Ada’s *notes* on [it](https://example.org)", "Łódź & more"]
    lists = [{"title": "More", "type": "list", "contents": texts}]
    files = files_of(alfolio.read(lists))
    assert merged(alfolio.read(lists), files, Record())[0] == {}
    lists[0]["contents"] = [*texts, "more"]
    changed, _counts = merged(alfolio.read(lists), files, Record())
    assert changed["sections/more.md"].endswith(" more\n- more\n")
