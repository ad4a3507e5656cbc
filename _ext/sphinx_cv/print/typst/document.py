"""The whole CV as one document, and as one Typst source."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from sphinx import addnodes
from sphinx.util.logging import suppress_logging
from sphinx.util.nodes import inline_all_toctrees, process_only_nodes
from sphinx.util.tags import Tags

from sphinx_cv.document.nodes import cv_date, cv_lines
from sphinx_cv.model.languages import tag_of
from sphinx_cv.model.options.printing import MARGINS, PAPERS, prints_home
from sphinx_cv.output.guard import MARK
from sphinx_cv.print.look import look_of, resolved_look
from sphinx_cv.print.page_text import page_title, updated, variant_title
from sphinx_cv.print.portrait import portrait
from sphinx_cv.settings.dates import source_date, today_of
from sphinx_cv.settings.values import printing_of, profile_of

from .header import header_of
from .literals import string
from .source import BODY, Body, Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx.builders import Builder
    from sphinx.config import Config

    from sphinx_cv.model.options.printing import Printing
    from sphinx_cv.model.profile import Profile

    from .source import Attachment, Resolve
    from .translator import TypstTranslator

# What each file of a source starts with.
LAYOUT = '#import "/cv.typ": *'
# A PDF must have a date; this one means that none is known.
NO_DATE = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
# In TeX's points, of which an inch has 72.27.
_TEX_POINT = 72 / 72.27
# The column of dates is as wide as the widest of these, which only the engine can tell.
_CANDIDATES = 40
# Tags that the "only" directive takes for print, LaTeX's among them.
PRINT_TAGS = frozenset(("typst", "format_typst", "builder_typst", "latex", "format_latex"))
WEB_TAGS = re.compile(r"(format_|builder_)?(html|dirhtml|singlehtml)")


def body_of(builder: Builder, resolve: Resolve) -> Body:
    """Write the sections; *resolve* applies the post-transforms for print."""
    return write_body(builder, assemble(builder, resolve))


def write_body(builder: Builder, tree: nodes.document) -> Body:
    """Write the sections of the document that ``assemble`` returned."""
    translator = cast("TypstTranslator", builder.create_translator(tree, builder))
    tree.walkabout(translator)
    everywhere = resolved_look(printing_of(builder.config)).side == "left"
    dates = dates_in(tree, everywhere=everywhere)
    pictures = {**translator.pictures, **portrait(builder)}
    text = translator.finish()
    return Body(text=text, pictures=pictures, dates=dates, links=translator.links)


def source_of(
    config: Config, profile: Profile, body: Body, attached: Sequence[Attachment] = ()
) -> Source:
    """Set *body* below the header of *profile*'s owner."""
    date = date_of(config)
    language = tag_of(config.language)
    printing = printing_of(config)
    head = preamble(config, profile, language=language, date=date)
    header, icons, links = header_of(
        profile, printing, subtitle=variant_title(config), pictures=body.pictures
    )
    parts = [head, *map(_attach, attached), header, f'#include "/{BODY}"']
    if profile != profile_of(config):
        # So that nothing of ours takes it for a public one. What is set before the sections would
        # be a part of their style, and have them laid out anew.
        parts.append(f"#set document(keywords: ({string(MARK)},))")
    return Source(
        text="\n".join(parts),
        body=f"{LAYOUT}\n{body.text}",
        pictures={**body.pictures, **icons, **{file.name: file.data for file in attached}},
        language=language,
        look=layout_settings(printing, language, body.dates),
        date=date,
        attached=attached,
        links=[*links, *body.links],
    )


def date_of(config: Config) -> dt.datetime:
    """Return the date of a PDF, which depends on the sources and never on the clock."""
    if date := source_date():
        return date
    if config.cv_today:
        return dt.datetime.combine(today_of(config), dt.time(), dt.UTC)
    return NO_DATE


def _attach(file: Attachment) -> str:
    name = string(file.name)
    # PDF/A-3 wants to know what a file is to the document: the same in another form.
    facts = f'relationship: "alternative", mime-type: {string(file.media_type)}'
    return f"#pdf.attach({name}, {facts}, description: {name})"


def assemble(builder: Builder, resolve: Resolve) -> nodes.document:
    """Return the sections as one document, references resolved."""
    root = builder.config.root_doc
    env = builder.env
    tree = env.get_doctree(root)
    if prints_home(env.toctree_includes, root):
        # The printed header already shows the first title.
        for section in tree.findall(nodes.section):
            section["untitled"] = True
            break
    else:
        toctrees = list(tree.findall(addnodes.toctree))
        tree.clear()
        tree += toctrees
    # Sphinx logs every section on a line of its own.
    with suppress_logging():
        tree = inline_all_toctrees(builder, set(), root, tree, str, [root])
    tree["docname"] = root
    kept = [tag for tag in builder.tags if not WEB_TAGS.fullmatch(tag)]
    process_only_nodes(tree, Tags([*kept, *PRINT_TAGS]))
    resolve(tree, root)
    builder.post_process_images(tree)
    return tree


def preamble(config: Config, profile: Profile, *, language: str, date: dt.datetime) -> str:
    """Return the settings of the document and its pages."""
    # PDF/UA wants a title.
    subtitle = variant_title(config)
    title = " – ".join(filter(None, (profile.name, subtitle or profile.position)))
    settings = {
        "name": string(profile.name),
        "document-title": string(title or "Curriculum vitae"),
        "page-title": string(page_title(config)),
        "updated": string(updated(config)),
        "date": _datetime(date),
        **_language(language),
        **_page(printing_of(config)),
    }
    given = ", ".join(f"{name}: {value}" for name, value in settings.items())
    return f"{LAYOUT}\n#show: cv.with({given})"


def layout_settings(printing: Printing, language: str, dates: Sequence[str]) -> dict[str, Any]:
    """Return the look for ``layout/look.typ``; *dates* stand in its column."""
    return look_of(printing, language=language) | {
        "size": printing.size * _TEX_POINT,
        "link-color": printing.link_color,
        "rule-color": printing.rule_color,
        "quiet-color": printing.quiet_color,
        "widest-dates": sorted(set(dates), key=len)[-_CANDIDATES:],
    }


def dates_in(tree: nodes.document, *, everywhere: bool) -> list[str]:
    """Return the dates that stand in a column: all, or those of lists of one line each."""
    places = [tree] if everywhere else list(tree.findall(cv_lines))
    return [date.astext() for place in places for date in place.findall(cv_date) if len(date)]


def _page(printing: Printing) -> dict[str, str]:
    sides = (f"{side}: {getattr(printing.margins, side):g}mm" for side in MARGINS)
    return {
        "paper": string("a4" if PAPERS[printing.paper] == "a4paper" else "us-letter"),
        "margin": f"({', '.join(sides)})",
    }


def _language(tag: str) -> dict[str, str]:
    """Return a BCP 47 tag in Typst's terms."""
    match = re.fullmatch(r"([a-z]{2,3})(?:-([A-Za-z]{4}))?(?:-([A-Za-z]{2}))?", tag)
    lang, script, region = match.groups() if match else ("en", None, None)
    found = {"lang": string(lang)}
    if script:
        found["script"] = string(script.lower())
    if region:
        found["region"] = string(region.upper())
    return found


def _datetime(date: dt.datetime) -> str:
    return (
        f"datetime(year: {date.year}, month: {date.month}, day: {date.day}, "
        f"hour: {date.hour}, minute: {date.minute}, second: {date.second})"
    )
