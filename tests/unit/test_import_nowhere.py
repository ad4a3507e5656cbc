"""No word of a source is lost without a line: what is in no text of a draft is in its report."""

from __future__ import annotations

import pytest

from sphinx_cv.importer.draft import Draft, Item, Section
from sphinx_cv.importer.project.nowhere import tell_nowhere
from sphinx_cv.importer.sources import read_source


def lost(values: object, **profile: str) -> list[tuple[str, str]]:
    """Return what is told of a source, with the words that were taken."""
    draft = Draft(profile=dict(profile))
    draft.reads("cv.yml", values)
    tell_nowhere(draft)
    return draft.report


def test_each_word_is_told_once_with_its_key_and_what_stands_beside_it():
    values = [{"icon": "fas", "name": "Ada King", "at": {"color": "#eee fas"}}, "wide (3cm) Ada"]
    assert lost(values, name="King, Ada") == [
        ("cv.yml", "nowhere in your CV: icon: fas; color: #eee; wide (3cm)")
    ]


def test_a_picture_that_is_written_as_text_is_told_by_its_beginning():
    ((_place, words),) = lost(f"![](data:image/png;base64,{'iVBORw0KGgo' * 9000})")
    assert words.startswith("nowhere in your CV: ![](data:image/png;base64,iVBORw")
    assert len(words) < 1100


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        (r"Kurt G{\"o}del", "Kurt Gödel"),
        (r"\'Etienne \v{S}t\o{}r gar\c{c}on {\aa}r", "Étienne Štør garçon år"),
        (r"{D}eep \textbf{blue}berry R\&D C\#", "Deep **blue**berry R&D C#"),
        (r"4\textsuperscript{th} \LaTeX{} man\-u\-script", "4th LaTeX manuscript"),
        (r"\begin{cventries}\item one\\two\end{cventries}", "one two"),
        ("<b>Bold</b>&nbsp;&amp; Stra&szlig;e <!-- hidden -->", "Bold & Strasse"),
        ("September 2020 - present", "start: 2020-09, end: present"),
        (r"Snake\_case \*starred\*", "snake_case starred"),
    ],
)
def test_a_word_is_the_same_in_other_markup(typed: str, taken: str):
    assert lost(typed, name=taken) == []


def test_a_month_that_is_printed_in_another_language_is_told():
    assert lost("Février 2020", start="2020-02") == [("cv.yml", "nowhere in your CV: Février")]
    draft = Draft(language="fr", profile={"start": "2021-04"})
    draft.reads("cv.tex", "April 2021")
    tell_nowhere(draft)
    assert draft.report == [("cv.tex", "nowhere in your CV: April")]


def test_what_is_in_entries_publications_and_other_lines_is_not_told_again():
    draft = Draft(private={"phone": "555 1234"}, language="de")
    item = Item(title="Fellow", kind="visit", options={"organization": "Ulm"}, body=["- Looms"])
    draft.add(Section(title="Work", blocks=[item]))
    draft.left_out("cv.location", "Jedburgh")
    draft.reads("a", "Work Fellow visit Ulm looms 555-1234 de JEDBURGH location organization")
    tell_nowhere(draft)
    assert draft.report == [
        ("cv.location", "left out: Jedburgh"),
        # The kind of an entry and the name of an option are on no page.
        ("a", "nowhere in your CV: visit organization"),
    ]


def test_types_and_names_of_fields_in_a_bib_file_say_nothing(tmp_path):
    bib = '---\n---\n% Mine\nMy papers\n@article{looms, author = {King, Ada}, title="On {L}ooms"}'
    (tmp_path / "a.bib").write_text(bib, "utf-8")
    draft = read_source(tmp_path / "a.bib")
    tell_nowhere(draft)
    assert draft.report == [("a.bib", "nowhere in your CV: My papers")]


def test_settings_of_tex_are_told_in_one_line_for_each_file(tmp_path):
    parts = {
        "cv.tex": r"\documentclass[11pt]{moderncv}\name{Ada}{King}\begin{document}\input{part}"
        "\n% a comment\n\\end{document}",
        "part.tex": r"\section{Work}\vspace{-3cm}\cventry{2020}{Fellow}{Ulm}{}{}{}",
    }
    for name, text in parts.items():
        (tmp_path / name).write_text(text, "utf-8")
    draft = read_source(tmp_path / "cv.tex")
    tell_nowhere(draft)
    assert draft.report == [
        ("cv.tex", r"nowhere in your CV: " + parts["cv.tex"].split("\n")[0]),
        ("part.tex", r"nowhere in your CV: " + parts["part.tex"]),
    ]
