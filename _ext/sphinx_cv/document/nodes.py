"""The nodes of a CV: thin classes on the docutils node that other builders know how to print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx


class cv_entry(nodes.container):
    """An entry: a headline, a subline, links, and the author's text below."""


class cv_talk(cv_entry):
    """A talk: the same parts, printed by other rules."""


class cv_line(cv_entry):
    """An entry or a talk of one line: the first line says all."""


class cv_items(nodes.container):
    """In print, a list of ``cv_entry`` or of ``cv_talk``."""


class cv_lines(nodes.container):
    """A list of ``cv_line``, ``dated`` where one of them has a date."""


class cv_columns(nodes.container):
    """Blocks beside each other, in ``count`` columns: a ``cv_column`` each."""


class cv_column(nodes.container):
    """A cell of ``cv_columns``."""


class cv_phrase(nodes.inline):
    """An entry or a talk within a sentence."""


class cv_shadow(nodes.Element):
    """The usual form of an item within a sentence or a list of lines, for lists on other pages.

    It is part of the document until that is translated.
    """


class cv_headline(nodes.paragraph):
    """The first line: a ``cv_main`` and a ``cv_date``, always both."""


class cv_main(nodes.strong):
    """The words of the first line."""


class cv_words(nodes.generated):
    """A run of the author's words, of one meaning: title, organization, place.

    Not an ``inline``: Sphinx dissolves those that are marked as translatable, and moves
    their text to the end of the line.
    """


class cv_around(cv_words):
    """The author's words ``before`` or after a row of items, set off from it when it is read."""


class cv_break(nodes.inline):
    """A place within a word where a line of print may end."""


class cv_whole(nodes.inline):
    """Words within which no line of print may end."""


class cv_described(nodes.inline):
    """A link that is described by ``words``; one within the document leads to ``place``."""


class cv_kept(nodes.container):
    """Blocks within which no page of print ends."""


class cv_leading(nodes.container):
    """A line that introduces what follows: no page of print ends below it."""


class cv_foreign(nodes.generated):
    """Words in another language than the CV: its ``language`` is a BCP 47 tag."""


class cv_lead(nodes.inline):
    """In print, the field that leads an entry: the first of its first line."""


class cv_tail(nodes.inline):
    """In print, the fields after the leading one; ``glue`` is set before them."""


class cv_place(nodes.inline):
    """In print, the place at the end of an entry's first line; ``glue`` is set before it."""


class cv_date(nodes.inline):
    """The printed date, empty where there is none; ``iso`` holds it as ISO 8601.

    ``shorter`` has the other styles of ``model/dates/format.py`` by their names.
    """


class cv_subline(nodes.paragraph):
    """The second line, empty where there is nothing to say."""


class cv_details(nodes.paragraph):
    """One more line of the author's below these: quiet."""


class cv_remark(nodes.inline):
    """What is said of a talk, in a ``form``; of its nodes the last ``rest`` are not the kind."""


class cv_separator(nodes.inline):
    """Punctuation for builders that have no layout of their own."""


class cv_links(nodes.paragraph):
    """A row of links: on the web, not in print, unless ``print`` is true."""


class cv_web(nodes.inline):
    """A part of a row of links that print leaves out, with its separator."""


class cv_body(nodes.container):
    """The author's text; of a talk the abstract, under ``summary``."""


class cv_only(nodes.Element):
    """A block for one ``output``, ``web`` or ``print``; resolved before anything is written."""


class cv_header(nodes.container):
    """The owner's position and addresses."""


class cv_list(nodes.General, nodes.Element):
    """The place of a list of entries or talks, filled when the whole site is known."""


class cv_latest(nodes.General, nodes.Element):
    """The place of a list of news of these ``kinds``, at most ``limit`` unless that is 0."""


class cv_count(nodes.General, nodes.Inline, nodes.Element):
    """The place of a number of entries, talks or publications."""


class cv_tie(nodes.General, nodes.Inline, nodes.Element):
    """A link to the publication ``key`` or the entry of this name, as ``to`` says.

    It is made when the whole site is known.
    """


class cv_publications(nodes.container):
    """A list of publications; in print, ``labels`` are the forms of all labels of the document.

    The first node of a list may carry ``filter``, the number of publications to filter.
    """


class cv_publication(nodes.container):
    """One publication: a ``cv_label``, a ``cv_reference`` and links."""


class cv_reference(nodes.paragraph):
    """The label and the text of a publication: authors, title, venue, year."""


class cv_label(nodes.inline):
    """The number of a publication, in brackets."""


class cv_owner(nodes.strong):
    """The owner's name among the authors."""


class cv_rest(nodes.inline):
    """An author beyond the number that a list shows."""


class cv_rest_count(nodes.inline):
    """How many authors a list does not show; on the web a button that shows them."""


class cv_group(nodes.rubric):
    """The heading of a group; ``group`` is ``year`` or ``type``, ``depth`` how deep it nests."""


class cv_related(nodes.paragraph):
    """What else is tied to a publication or an entry; printed if ``print`` is true."""


class cv_abstract(nodes.container):
    """The abstract of a publication, under ``summary``: on the web alone."""


class cv_folded(nodes.container):
    """Links of a publication that fold out, under ``summary``, their names: on the web alone."""


class cv_preview(nodes.container):
    """The teaser picture of a publication, at ``address`` in the site: on the web alone."""


class cv_bibtex(nodes.container):
    """How to cite a publication: ``reference`` in words, ``text`` in BibTeX; on the web alone."""


class cv_filter(nodes.container):
    """The field that filters the ``total`` items below it: on the web alone.

    ``objtype`` says what they are, ``publication`` or ``talk``. Above a long list it has ``types``
    (value, label and number of items) and ``years`` (year, id of its place, number), and holds
    what is said about the list as a whole.
    """


class cv_download(nodes.container):
    """A link to the listed publications as one .bib file: on the web alone."""


class cv_legend(nodes.paragraph):
    """What the marks at the authors' names mean."""


def add_nodes(
    app: Sphinx,
    *,
    html: Mapping[type[nodes.Element], tuple[Any, Any]],
    latex: Mapping[type[nodes.Element], tuple[Any, Any]],
    typst: Mapping[type[nodes.Element], tuple[Any, Any]],
) -> None:
    """Register the nodes with their visitors.

    Only for HTML, LaTeX and Typst: the other builders print the parent class, and a visitor
    registered for one builder by name would hide the one for its format.
    """
    for node in html:
        app.add_node(node, html=html[node], latex=latex[node], typst=typst[node])
    # Those that are gone when a page is written, and one that is written as its parent class is:
    # the XML builder knows a node by its name alone.
    for node in (cv_around, cv_count, cv_latest, cv_list, cv_only, cv_tie):
        app.add_node(node)
