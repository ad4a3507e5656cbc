"""Everything that this extension does in a build, in the order in which it happens.

Handlers of one event run by their priority, those of one priority in the order of this table;
500 is Sphinx's default, at which the handlers of other extensions run. Transforms run by the
priority of their class.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import garbage, preset
from .checker import capture, collect, readable
from .data import files as files_of_data
from .data import publish as printed_files
from .document import (
    anchors,
    comments,
    description,
    labels,
    lists,
    lone_quotes,
    missing,
    nodes,
    once,
    safety,
)
from .document import files as document_files
from .document import tables as document_tables
from .document.composing import join, no_break
from .document.directives import count, only
from .html import components, dates, long_lists, pictures
from .html import visitors as html
from .html.publications import folded, pages, parts, ris_files, selected, stale
from .html.site import (
    cleanup,
    not_found,
    on_page,
    outputs,
    page,
    photo,
    search,
    sitemap,
    stylesheet,
    templates,
    whole,
)
from .html.site import languages as site_languages
from .languages import build
from .math import transform as math
from .output import (
    beside,
    catalogs,
    downloads,
    drawings,
    failures,
    finished,
    guard,
    private_settings,
)
from .print import (
    apostrophes,
    item_lists,
    item_parts,
    labelled,
    last_words,
    link_words,
    long_words,
    portrait,
    publication_labels,
    short_lists,
    whole_words,
)
from .print.latex import fonts, footnotes, formulas, header, home, images, tables
from .print.latex import link_words as latex_link_words
from .print.latex import variants as latex_variants
from .print.latex import visitors as latex
from .print.latex.plain import by_project
from .print.typst import drawn_portrait
from .print.typst import variants as typst_variants
from .print.typst import visitors as typst
from .print.variants import check as variant_check
from .print.variants import transform as variant_transform
from .publications import (
    arrange,
    files,
    latest,
    previews,
    printed,
    printed_references,
    relations,
    staleness,
    store,
    transform,
)
from .settings import bibfiles, check, languages, names, private_file, profile, stock

if TYPE_CHECKING:
    from collections.abc import Callable

    from docutils.transforms import Transform
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.transforms import SphinxTransform
    from sphinx.transforms.post_transforms import SphinxPostTransform

    Handler = tuple[str, int, Callable[..., Any]]

# In every project.
HANDLERS: tuple[Handler, ...] = (
    # Before the first warning of ours.
    ("config-inited", 0, capture.place_warnings),
    ("config-inited", 1, languages.check_language),
    # Before any that another language's build would repeat.
    ("config-inited", 2, build.note_warnings),
    # The settings are read. Checked first, then Sphinx's own are set by them.
    ("config-inited", 5, preset.decide),
    ("config-inited", 7, stock.check_stock),
    ("config-inited", 9, private_file.add_private_file),
    ("config-inited", 10, profile.init_profile),
    ("config-inited", 11, check.check_settings),
    ("config-inited", 11, names.check_names),
    ("config-inited", 12, photo.check_photo),
    ("config-inited", 13, portrait.check_portrait),
    ("config-inited", 13, drawn_portrait.check_drawn),
    ("config-inited", 20, preset.set_needed),
    ("config-inited", 20, preset.set_defaults),
    ("config-inited", 21, site_languages.place_in_site),
    ("config-inited", 25, bibfiles.init_bibfiles),
    ("config-inited", 30, bibfiles.note_style),
    ("config-inited", 40, private_settings.report_private_settings),
    ("config-inited", 50, catalogs.use_catalogs),
    # Sphinx completes source_suffix at 800.
    ("config-inited", 900, only.exclude_own_pages),
    # Before sphinxcontrib-bibtex (500) reads the files itself.
    ("builder-inited", 400, store.read_bibliography),
    ("builder-inited", 400, build.start),
    ("builder-inited", 500, components.add_folder),
    ("builder-inited", 500, finished.drop_unfinished),
    # The pages are read.
    ("env-before-read-docs", 400, readable.check_encodings),
    ("env-before-read-docs", 500, labels.drop_labels),
    ("env-before-read-docs", 500, build.forget),
    ("source-read", 500, only.drop_own_pages),
    ("source-read", 500, only.drop_unread_blocks),
    # All pages are read. sphinxcontrib-bibtex makes its citations at 500.
    ("env-updated", 100, readable.check_toctrees),
    ("env-updated", 200, once.forget),
    ("env-updated", 400, arrange.withhold),
    ("env-updated", 400, arrange.bind_style),
    ("env-updated", 500, labels.set_labels),
    ("env-updated", 600, arrange.arrange),
    ("env-updated", 600, files.publish),
    ("env-updated", 700, staleness.stale_pages),
    ("env-updated", 700, stale.drop_stale),
    ("env-updated", 900, finished.stale_output),
    # The output is written.
    ("write-started", 400, downloads.drop_downloads),
    ("write-started", 500, variant_check.check_sections),
    ("write-started", 500, ris_files.write_ris),
    ("write-started", 500, preset.exclude_stored),
    ("write-started", 500, collect.report_findings),
    # With all that is in memory by now.
    ("write-started", 900, printed_files.begin),
    ("warn-missing-reference", 500, missing.warn_missing_reference),
    ("html-collect-pages", 500, pages.collect_pages),
    ("html-page-context", 500, components.add_files),
    ("build-finished", 0, failures.tell_failure),
    ("build-finished", 500, pages.finish_pages),
    ("build-finished", 500, previews.write_previews),
    ("build-finished", 500, files_of_data.write_data),
    ("build-finished", 500, outputs.write_outputs),
    # After the files of the author are copied.
    ("build-finished", 600, printed_files.write_printed),
    ("build-finished", 605, typst_variants.write_variants),
    ("build-finished", 610, beside.stop),
    ("build-finished", 700, build.build_languages),
    # After all that write.
    ("build-finished", 900, guard.search_output),
    ("build-finished", 950, finished.note_finished),
)

# In a CV project alone.
CV_HANDLERS: tuple[Handler, ...] = (
    ("builder-inited", 500, preset.forbid_foreign_text),
    ("builder-inited", 500, templates.keep_templates),
    ("builder-inited", 500, search.replace_search),
    ("builder-inited", 500, images.add_transform),
    ("builder-inited", 500, pictures.begin),
    ("builder-inited", 500, header.set_header),
    ("source-read", 400, safety.clean_source),
    ("source-read", 500, comments.drop_comments),
    ("write-started", 500, home.print_home_page_without_sections),
    ("doctree-resolved", 900, fonts.name_fonts),
    ("html-collect-pages", 500, not_found.write_page),
    ("html-collect-pages", 500, search.collect_page),
    ("html-collect-pages", 500, whole.write_page),
    # After the pages of others, which may show some.
    ("html-collect-pages", 900, drawings.write_drawings),
    # Before the base theme (500), which tries the templates out.
    ("html-page-context", 400, page.add_context),
    ("html-page-context", 400, on_page.add_navigation),
    ("build-finished", 500, latex_variants.write_variants),
    ("build-finished", 500, stylesheet.write_stylesheet),
    ("build-finished", 500, photo.write_photo),
    ("build-finished", 500, pictures.draw_pictures),
    ("build-finished", 500, sitemap.write_sitemap),
    ("build-finished", 500, search.drop_lost_words),
    ("build-finished", 500, search.write_index),
    ("build-finished", 500, cleanup.drop_leftovers),
)

# On every page of a CV project that is read.
CV_TRANSFORMS: tuple[type[SphinxTransform | Transform], ...] = (
    anchors.SteadyHeadings,
    description.Described,
    description.PlainMeta,
    math.CheckMath,
    safety.CheckSafety,
    lone_quotes.LoneQuotes,
    document_tables.DropEmptyHeaders,
)

# On every page that is written, for each output.
POST_TRANSFORMS: tuple[type[SphinxPostTransform], ...] = (
    only.PrintedBlocks,
    only.WebBlocks,
    join.JoinedEntries,
    count.Counts,
    lists.ItemLists,
    latest.LatestLists,
    transform.PublicationLists,
    printed.PrintedLists,
    printed.PrintedLinks,
    printed.PlainFormulas,
    document_files.LinkedFiles,
    document_files.PrintedFiles,
    parts.WebParts,
    selected.SelectedWithoutNumbers,
    long_lists.ListBars,
    # Before the parts that only the web shows.
    relations.BackReferences,
    parts.PageLinks,
    folded.FoldedLinks,
    relations.Ties,
    printed_references.PrintedReferences,
    dates.WebDates,
    variant_transform.TrimVariant,
    publication_labels.CommonLabels,
)
CV_POST_TRANSFORMS: tuple[type[SphinxPostTransform], ...] = (
    item_parts.ItemParts,
    short_lists.KeepShortLists,
    item_lists.ListItems,
    link_words.DescribeLinks,
    labelled.LabelledLines,
    labelled.WidestLabels,
    footnotes.NumberNotes,
    tables.AlignTables,
    formulas.WriteFormulas,
    apostrophes.SetApostrophes,
    no_break.KeepTogether,
    last_words.KeepLastWords,
    whole_words.KeepWordsWhole,
    long_words.BreakLongWords,
    long_words.BreakLongWordsOfTypst,
    long_words.PartEndlessWords,
    long_words.PrintEndlessWords,
    latex_link_words.MarkLinks,
)


def setup(app: Sphinx) -> None:
    """Connect the handlers, and register the transforms and what each output makes of a node."""
    nodes.add_nodes(app, html=html.VISITORS, latex=by_project(latex.VISITORS), typst=typst.VISITORS)
    for event, priority, handler in HANDLERS:
        app.connect(event, handler, priority=priority)
    for late in POST_TRANSFORMS:
        app.add_post_transform(late)
    app.connect("config-inited", set_up_cv, priority=6)
    app.connect("build-finished", failures.wait_for_others(Path(app.doctreedir)), priority=2000)


def set_up_cv(app: Sphinx, config: Config) -> None:
    """Do the same with what is for a CV project alone, once it is known to be one."""
    if not config.cv_preset:
        return
    app.connect("build-finished", garbage.collect_less_often(), priority=1000)
    for event, priority, handler in CV_HANDLERS:
        app.connect(event, handler, priority=priority)
    for early in CV_TRANSFORMS:
        app.add_transform(early)
    for late in CV_POST_TRANSFORMS:
        app.add_post_transform(late)
