"""Other programs' CVs as ours: texts, dates, publications, and what cannot be read."""

import json
import os
import tomllib
from dataclasses import replace

import pytest
from click.testing import CliRunner

from sphinx_cv.cli.main import main
from sphinx_cv.cli.settle import fault_of
from sphinx_cv.importer.bib import made, split
from sphinx_cv.importer.draft import Draft, Item, Section, Text
from sphinx_cv.importer.formats import academicpages, alfolio, json_resume, rendercv
from sphinx_cv.importer.project.conceal import conceal_private
from sphinx_cv.importer.project.merge import merged
from sphinx_cv.importer.project.pictures import leave_out_pictures
from sphinx_cv.importer.project.record import Record
from sphinx_cv.importer.project.write import files_of, report
from sphinx_cv.importer.reading.common import add_bibliography
from sphinx_cv.importer.reading.dates import options_of
from sphinx_cv.importer.reading.text import bare, markdown, paragraphs, plain
from sphinx_cv.importer.sources import read_source


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a  b\nc", "a b c"),
        ("*x* {role}`y` $5", r"\*x\* \{role\}\`y\` \$5"),
        ("# no heading", r"\# no heading"),
        ("1. no list", r"1\. no list"),
        ("2019 was", "2019 was"),
        ("a < b & c", r"a \< b \& c"),
        ("<b>big</b> &amp; <i>small</i>", r"**big** \& *small*"),
        ("<Hosting Web>", r"\<Hosting Web\>"),
        ("<script>alert(1)</script>x", "x"),
        ("a<embed src='/cv.pdf' type='application/pdf'>b", "a b"),
        ("<Video controls>a</video></p>", "a"),
        ("<my-part class='x'>a</my-part>", "a"),
        ("type <name> or <you@e.org>", r"type \<name\> or \<you@e.org\>"),
        ("<div class='row'>a <div class='col", "a"),
        ("<a href='{{ site.baseurl /files/a.pdf'>t", "t (/files/a.pdf)"),
        ("<a href='https://example.org/a_b'>t</a>", "[t](<https://example.org/a_b>)"),
        ("<a href='javascript:x'>t</a>", "t"),
        ("<a href='https://example.org/b'>t<a/> u", "[t](<https://example.org/b>) u"),
        ("<a name='q'>t</a>", "t"),
        (": field", r"\: field"),
        ("% comment", r"\% comment"),
        ("Marks:<ul>\n<li>Loom (79)</li><li>A <b>b</b></li>\n</ul>", "Marks: Loom (79); A **b**"),
        ("Marks <ol><li>One;<li>Two</ol> all", "Marks: One; Two; all"),
        ("<ul><li>One</li><li></li><li>Two</li></ul>", "One; Two"),
        ("<dl><dt>A</dt><dd>b</dd><dt>C</dt><dd>d</dd></dl>", "A b; C d"),
        ("1 Way<br>Ulm,<br/>Danube<br>", "1 Way, Ulm, Danube"),
        ("Said ('<i>How <b>heavy</b>?</i>')", "Said (‘*How **heavy**?*’)"),
        (
            "<i>'Don't'</i>, \"<i>It</i>\" and the weavers' 'loom'",
            "*‘Don't’*, “*It*” and the weavers' 'loom'",
        ),
    ],
)
def test_plain_text_means_nothing_else(text, expected):
    assert plain(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**b** *i* `c`", "**b** *i* `c`"),
        ("[l](https://example.org)", "[l](<https://example.org>)"),
        ("[l](javascript:alert(1))", "l"),
        ("[l](../files/a.pdf)", "l (../files/a.pdf)"),
        ("![alt](x.png)", "alt (x.png)"),
        ("![alt](https://example.org/x.png)", "[alt](<https://example.org/x.png>)"),
        ("![](https://example.org/x.png)", ""),
        ("{cv:count}`talk` ^[1] $x$", r"\{cv:count\}`talk` \^\[1\] \$x\$"),
        ("snake_case_word", r"snake\_case\_word"),
        ("- a point", r"\- a point"),
    ],
)
def test_markdown_keeps_emphasis_and_links_alone(text, expected):
    assert markdown(text) == expected


def test_a_line_that_was_broken_by_hand_stays_broken():
    text = "PhD  \nMSc\\\nBSc<br>- dash\nflows on  \n\nNext  "
    assert paragraphs(text) == ["PhD\\\nMSc\\\nBSc\\\n\\- dash flows on", "Next"]


def test_bare_text_has_no_markup():
    assert bare("<b>Ada</b> **King** [at](https://example.org) `x` a_b") == "Ada King at x a_b"


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (("2018-09", "2023-05", ""), {"start": "2018-09", "end": "2023-05"}),
        (("2018", "Present", ""), {"start": "2018", "end": "present"}),
        (("2018", "", ""), {"start": "2018", "end": "present"}),
        (("2018", "2018", ""), {"date": "2018"}),
        (("", "", "2020-now"), {"start": "2020", "end": "present"}),
        (("", "", "2020 - 2022"), {"start": "2020", "end": "2022"}),
        (("", "", "Jan/2019 - Jan/2021"), {"start": "2019-01", "end": "2021-01"}),
        (("", "", "June 2014-–August 2016"), {"start": "2014-06", "end": "2016-08"}),
        (("", "", "2007- 2011"), {"start": "2007", "end": "2011"}),
        (("", "", "May 2007 -June 2011"), {"start": "2007-05", "end": "2011-06"}),
        (("", "", "Since Dec. 2023"), {"start": "2023-12", "end": "present"}),
        (("", "", "27-31 August 2023"), {"start": "2023-08-27", "end": "2023-08-31"}),
        (("", "", "Sept. 7th – 10th, 2020"), {"start": "2020-09-07", "end": "2020-09-10"}),
        (("", "", "29 Sep - 2 Oct 2023"), {"start": "2023-09-29", "end": "2023-10-02"}),
        (("", "", "Sep 29 to Oct 2, 2023"), {"start": "2023-09-29", "end": "2023-10-02"}),
        (("", "", "Aug.–Dec. 2019"), {"start": "2019-08", "end": "2019-12"}),
        (("", "", "2024/2025"), {"start": "2024", "end": "2025"}),
        (("", "", "2019/20"), {"start": "2019", "end": "2020"}),
        (("", "", "2011/12"), {"date": "2011-12"}),
        (("", "", "31-40 May 2019"), {"date-text": "31-40 May 2019"}),
        (("", "", "from 2019 to 2020"), {"date-text": "from 2019 to 2020"}),
        (("", "", "2020 -"), {"start": "2020", "end": "present"}),
        (("", "", "2020--2022"), {"start": "2020", "end": "2022"}),
        (("", "", "Mar. 2010 - Aug. 2017"), {"start": "2010-03", "end": "2017-08"}),
        (("", "", "Mar. 2016 - Exp. Jun. 2017"), {"date-text": "Mar. 2016 - Exp. Jun. 2017"}),
        (("", "", "Januar 2010 bis heute"), {"start": "2010-01", "end": "present"}),
        (("", "", "3rd May 2019"), {"date": "2019-05-03"}),
        (("", "", "05/2019"), {"date": "2019-05"}),
        (("", "", "2019-05-12T10:00:00Z"), {"date": "2019-05-12"}),
        (("", "", "1930-02-29"), {"date": "1930-02"}),
        (("2020", "2018", ""), {"date-text": "2020 – 2018"}),
        (("", "", "winter terms"), {"date-text": "winter terms"}),
        (("", "", ""), {}),
    ],
)
def test_dates_as_others_type_them(when, expected):
    found, told = options_of(*when)
    assert found == expected
    assert bool(told) == ("date-text" in expected or "1930" in when[2])


def test_a_bib_file_is_split_as_it_is():
    text = '---\n---\n@string{a = {x}}\n@article{k, title={A {B} @c{d} e}, DOI = "10.1/X", year=2020}\njunk'
    entries, macros = split(text)
    assert macros == ["@string{a = {x}}"]
    assert [(entry.key, dict(entry.fields)) for entry in entries] == [
        ("k", {"title": "A {B} @c{d} e", "doi": "10.1/X", "year": "2020"})
    ]


def test_the_same_work_is_known_by_doi_arxiv_or_title():
    one = split("@misc{a, title={The {Loom}}, year={2020}, doi={https://doi.org/10.1/x}}")[0][0]
    two = split("@misc{b, title={the loom}, year={2020}, eprint={2001.00001v2}}")[0][0]
    three = split("@misc{c, url={https://arxiv.org/abs/2001.00001}, doi={10.1/X}}")[0][0]
    assert one.marks() & two.marks()
    assert one.marks() & three.marks()
    assert two.marks() & three.marks()


def test_a_made_entry_is_tex_and_has_a_free_key():
    entry = made(
        {"title": "50% of {x} & y", "year": "2020", "journal": "J"},
        keys={"king202050"},
        authors=["Ada King", "et al.", "Group A and B"],
    )
    assert r"title = {50\% of \{x\} \& y}" in entry.text
    assert "author = {Ada King and others and {Group A and B}}" in entry.text
    assert entry.text.startswith("@article{king2020title,")


@pytest.mark.parametrize(
    ("citation", "expected"),
    [
        ("Franklin, R. E., Gosling, R. G. (2015). X", ["Franklin, R. E.", "Gosling, R. G."]),
        ("Anna Vesely, Livio Finos (2023). X", ["Anna Vesely", "Livio Finos"]),
        ("Ada King and Bo Fox et al. 2020", ["Ada King", "Bo Fox et al"]),
        ('"A title only"', []),
    ],
)
def test_the_authors_of_a_citation(citation, expected):
    assert academicpages.authors_of(citation) == expected


def test_private_facts_are_no_public_ones():
    basics = {"name": "A", "phone": "1234567", "location": {"address": "1 Way", "city": "Bonn"}}
    files = files_of(json_resume.read({"basics": {**basics, "birthDate": "1990-01-01"}}))
    values = {}
    exec(files["conf.py"], values)
    assert values["cv_profile"] == {"name": "A"}
    assert {*tomllib.loads(files["private.toml"])} == {"phone", "birth", "address"}
    assert 'phone = "1234567"' in files["private.toml"]
    assert not any("1234567" in text for path, text in files.items() if path != "private.toml")


def test_private_facts_are_taken_out_of_all_other_text():
    """Also where one stands beside another, and in a .bib entry."""
    basics = {"name": "A", "phone": "+44 20 7946 0001", "birthDate": "1985-12-10"}
    work = [{"position": "Tel. 020 7946 0001", "summary": "1985-12-10. +44 20 7946 0001, Ada"}]
    papers = [{"name": "On +442079460001", "releaseDate": "2010"}]
    draft = json_resume.read({"basics": basics, "work": work, "publications": papers})
    conceal_private(draft, draft.private)
    files = files_of(draft)
    public = " ".join(text for path, text in files.items() if path != "private.toml")
    assert "…, Ada" in public
    assert "Tel. …" in public
    assert not any(words in public for words in ("7946", "79460001", "1985"))
    assert "1985-12-10. +44 20 7946 0001, Ada" in str(draft.report)


def test_a_word_alone_is_not_private():
    draft = json_resume.read({"basics": {"name": "A", "phone": "phone", "location": "Bonn"}})
    assert draft.private == {}
    assert [words for _place, words in draft.report] == ["left out: phone", "left out: Bonn"]


def test_no_field_is_lost_unsaid():
    data = {"basics": {"name": "A", "fax": "f1"}, "hobbies": [{"x": "h1"}], "work": [{"y": "w1"}]}
    draft = json_resume.read(data)
    told = " ".join([*(words for _place, words in draft.report), str(draft.sections)])
    assert all(word in told for word in ("f1", "h1", "w1"))


def test_a_title_with_a_backtick_has_another_fence():
    work = [{"position": "Awarded `Builder' status"}]
    page = files_of(json_resume.read({"work": work}))["sections/experience.md"]
    assert ":::{cv-entry} Awarded \\`Builder' status\n:::" in page


def test_a_list_in_html_is_a_list_within_the_point():
    text = "Marks: <ul>\n <li>Loom (79)</li>\n <li>Card</li></ul> of 100"
    assert rendercv.highlights([text]) == "- Marks:\n  - Loom (79)\n  - Card\n  - of 100"
    assert rendercv.highlights(["<ul><li>Loom</li><li>Card</li></ul>"]) == "- Loom\n- Card"


def test_rows_have_other_names_for_what_they_say():
    rows = [{"degree": "PhD", "university": "Bonn", "date": "2010"}]
    page = files_of(alfolio.read([{"title": "Education", "type": "time_table", "contents": rows}]))
    assert "{cv-entry} PhD\n:organization: Bonn\n:date: 2010\n" in page["sections/education.md"]


def test_talks_need_an_event_and_a_date():
    talks = [{"name": "A", "summary": "Conf", "date": "2020"}, {"name": "B", "summary": "Conf"}]
    page = files_of(rendercv.read({"cv": {"name": "N", "sections": {"talks": talks}}}))
    assert "```{talk} A\n:event: Conf\n:date: 2020\n```" in page["sections/talks.md"]
    assert "- B, Conf" in page["sections/talks.md"]


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


BOMB = "a: &a [x]\n" + "".join(f"k{n}: [*a, *a, *a]\n" for n in range(20))


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.yaml", b"cv: [\n", "is not sound YAML, line 2"),
        ("a.yaml", b"x: 1\n", "is YAML of another program"),
        ("a.yaml", BOMB.encode(), "too many aliases"),
        ("a.yaml", b"- [a, b]\n", "is YAML of another program"),
        ("a.json", b'{"basics": ', "is not sound JSON"),
        ("a.json", b"[" * 100_000, "nested too deeply"),
        ("a.json", b'{"dependencies": {}}', "is JSON of another program"),
        ("a.json", b"", "is empty"),
        ("a.tex", b"\\documentclass{article}", "neither moderncv nor awesome-cv"),
        ("a.bib", b"% nothing", "holds no publication"),
        ("a.docx", b"PK", "is of no kind that can be read"),
        ("a.xml", b"<record/>", "save an ORCID record as JSON"),
        ("a.yaml", b"a\0b", "is no text"),
        ("a.tex", b"%PDF-1.7\n", "is no text"),
        ("site/_data/cv.yml", b"[" * 5_000, "nested too deeply"),
    ],
)
def test_what_cannot_be_read_is_one_line_and_leaves_nothing(name, data, words, tmp_path):
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    into = tmp_path / "cv"
    source = tmp_path / name.partition("/")[0]
    shown = CliRunner().invoke(main, ["import", str(source), "--into", str(into)])
    assert shown.exit_code == 2, shown.output
    assert words in " ".join(shown.output.split())
    assert shown.output.startswith("Error: ")
    assert shown.output.count("\n") == 1
    assert not into.exists()


def test_what_is_not_there_or_no_file_is_one_line(tmp_path):
    os.mkfifo(tmp_path / "pipe.yaml")
    for name, words in (
        ("none.yaml", "is not there"),
        ("none", "is not there"),
        ("pipe.yaml", "is neither a file nor a folder"),
    ):
        shown = CliRunner().invoke(main, ["import", str(tmp_path / name)])
        assert (shown.exit_code, shown.output) == (2, f'Error: "{tmp_path / name}" {words}\n')


def test_what_no_page_can_hold_is_taken_out(tmp_path):
    text = (
        r'{"basics": {"name": "A\u0000d\u0007a \ud800"}, "work": [{"position": "\ud83c\udfc5 P"}]}'
    )
    (tmp_path / "a.json").write_text(text, "utf-8")
    draft = read_source(tmp_path / "a.json")
    assert draft.profile["name"] == "Ada \ufffd"
    assert draft.sections[0].blocks[0].title == "🏅 P"


def test_a_file_of_50_mb_is_not_read(tmp_path):
    path = tmp_path / "a.json"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    shown = CliRunner().invoke(main, ["import", str(path), "--into", str(tmp_path / "cv")])
    assert (shown.exit_code, "more than 20 MB" in shown.output) == (2, True)


def test_a_file_without_permission_is_one_line(tmp_path, monkeypatch):
    def refused(*_arguments):
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.json").write_text("{}", "utf-8")
    monkeypatch.setattr("os.access", lambda *_arguments: False)
    monkeypatch.setattr("pathlib.Path.read_bytes", refused)
    shown = CliRunner().invoke(main, ["import", str(tmp_path / "a.json"), "--into", "cv"])
    told = f'Error: "{tmp_path / "a.json"}" cannot be read: Permission denied\n'
    assert (shown.exit_code, shown.output) == (2, told)


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "utf-8-sig"])
def test_other_encodings_are_read(tmp_path, encoding):
    path = tmp_path / "a.json"
    path.write_bytes(json.dumps({"basics": {"name": "Zoë"}}, ensure_ascii=False).encode(encoding))
    assert read_source(path).profile["name"] == "Zoë"


def test_no_value_of_a_key_that_is_written_twice_is_lost(tmp_path):
    entry = "{name: Loom, role: Fellow, date: 2019, role: Chair}"
    text = f"cv:\n  name: Ada\n  sections:\n    work: [{entry}]\n    work:\n    - Weaver\n"
    (tmp_path / "cv.yaml").write_text(text, "utf-8")
    draft = read_source(tmp_path / "cv.yaml")
    assert [section.title for section in draft.sections] == ["Work"]
    assert len(draft.sections[0].blocks) == 2
    assert "role (again)" in str(draft.report)
    assert "Role: Fellow" in draft.sections[0].blocks[0].body


def test_a_report_begins_with_what_needs_its_reader():
    draft = Draft()
    draft.left_out("refs.bib", "the theme's example: Q")
    draft.changed("Facts[0].", "it is in the profile")
    draft.left_out("cv.location", "Ulm")
    draft.look_at("Papers", "these publications are text")
    draft.report.append(("a", 'differs: "note": in the source A; your CV has none'))
    draft.left_out("_config.yml", "the theme's own: 2 settings of how the site works")
    counts = {"sections": 1, "publications": 2, "talks": 0, "entries": 1}
    assert report(draft, counts, ["refs.bib, a: no owner"]).splitlines() == [
        "taken: 1 section",
        "taken: 2 publications",
        "taken: 1 entry",
        "look at: Papers: these publications are text",
        "look at: refs.bib, a: no owner",
        'a: differs: "note": in the source A; your CV has none',
        "cv.location: left out: Ulm",
        "Facts[0]: changed: it is in the profile",
        "refs.bib: left out: the theme's example: Q",
        "_config.yml: left out: the theme's own: 2 settings of how the site works",
    ]


def test_a_text_is_told_by_its_first_words_and_an_entry_by_its_title():
    blocks = [
        Text(text="One **two** three four five six 🎉"),
        Item(title="Chair 🎉", options={}),
        Text(text="Short 🎉", is_point=True),
    ]
    draft = Draft(sections=[Section(title="Posts", blocks=blocks)])
    leave_out_pictures(draft)
    assert [place for place, _words in draft.report] == [
        'Posts, "One two three four five …"',
        "Posts, Chair 🎉",
        'Posts, "Short 🎉"',
    ]


@pytest.mark.parametrize(
    ("message", "fault"),
    [
        (
            'publication "a": "x.png" in "preview" is not a PNG file beside the .bib file or '
            "conf.py, nor in assets: put it there, or take the field out",
            '"x.png" in "preview" is not a PNG file here',
        ),
        ('"12: 30" is not a date: write date = {2020}', '"12: 30" is not a date'),
        ("at 10:30 it is closed", "at 10:30 it is closed"),
        ('an "odd quote', 'an "odd quote'),
    ],
)
def test_what_is_left_out_is_told_with_its_fault_alone(message, fault):
    assert fault_of(message, "a") == fault


def test_a_cv_is_in_the_language_of_its_locale():
    cv = {"cv": {"name": "Ada"}, "locale": {"language": "german"}}
    assert (rendercv.read(cv).language, rendercv.read({"cv": {"name": "Ada"}}).language) == (
        "de",
        "",
    )
