"""Texts of other programs as ours: plain, HTML and Markdown."""

import pytest

from sphinx_cv.importer.formats import json_resume, rendercv
from sphinx_cv.importer.project.write import files_of
from sphinx_cv.importer.reading.text import bare, markdown, paragraphs, plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a  b\nc", "a b c"),
        ("*x* {role}`y` $5", r"\*x\* \{role\}\`y\` \$5"),
        ("# no heading", r"\# no heading"),
        ("1. no list", r"1\. no list"),
        ("1.2k stars", "1.2k stars"),
        ("2.", r"2\."),
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


def test_a_title_with_a_backtick_has_another_fence():
    work = [{"position": "Awarded `Builder' status"}]
    page = files_of(json_resume.read({"work": work}))["sections/experience.md"]
    assert ":::{cv-entry} Awarded \\`Builder' status\n:::" in page


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("R&D of AT&T, 5th_floor, $5", "R&D of AT&T, 5th_floor, $5"),
        (r"C:\loom [1]", r"C:\\loom [1]"),
        ("a &amp;lt; b", r"a \&lt; b"),
    ],
)
def test_a_place_means_no_markup_in_its_option(text, written):
    work = [{"position": "Analyst", "name": text}]
    page = files_of(json_resume.read({"work": work}))["sections/experience.md"]
    assert f":organization: {written}\n" in page


def test_a_list_in_html_is_a_list_within_the_point():
    text = "Marks: <ul>\n <li>Loom (79)</li>\n <li>Card</li></ul> of 100"
    assert rendercv.highlights([text]) == "- Marks:\n  - Loom (79)\n  - Card\n  - of 100"
    assert rendercv.highlights(["<ul><li>Loom</li><li>Card</li></ul>"]) == "- Loom\n- Card"
