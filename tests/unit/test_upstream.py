"""What we use of other projects that they do not promise: a test for each, named after it.

Where one fails, that project has changed it. The docstring names our only place that uses it.
"""

from __future__ import annotations

import inspect
import re
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import sphinx
from docutils.core import publish_parts
from docutils.parsers.rst.states import RSTState
from docutils.utils.math import latex2mathml
from myst_parser.mocking import MockState
from sphinx.application import ENV_PICKLE_FILENAME
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.config import Config
from sphinx.domains.std import StandardDomain
from sphinx.environment import CONFIG_OK, BuildEnvironment
from sphinx.jinja2glue import BuiltinTemplateLoader
from sphinx.search import js_index
from sphinx.theming import Theme
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinxcontrib.bibtex import bibfile, directives, domain

if TYPE_CHECKING:
    from collections.abc import Callable

STATIC = Path(sphinx.__file__).parent / "themes" / "basic" / "static"


def _parameters(function: Callable[..., object]) -> set[str]:
    return set(inspect.signature(function).parameters)


def test_sphinx_changed_what_a_post_transform_asks_its_builder_for() -> None:
    """``print/typst/publish.py`` lends the application a builder, and frees transforms of theirs."""
    assert SphinxPostTransform.builders == SphinxPostTransform.formats == ()
    source = inspect.getsource(SphinxPostTransform.is_supported)
    assert "self.builders" in source
    assert "self.formats" in source


def test_sphinx_changed_the_name_of_the_stored_environment() -> None:
    """``print/typst/publish.py`` compares its time with that of the PDF."""
    assert ENV_PICKLE_FILENAME == "environment.pickle"


def test_sphinx_changed_how_it_knows_changed_settings() -> None:
    """``output/finished.py`` makes a website anew where settings have changed."""
    assert CONFIG_OK == 1
    assert "self.config_status, " in inspect.getsource(BuildEnvironment)
    assert "'.buildinfo'" in inspect.getsource(StandaloneHTMLBuilder.get_outdated_docs)
    assert "'.buildinfo.bak'" in inspect.getsource(StandaloneHTMLBuilder.get_outdated_docs)


def test_sphinx_changed_how_labels_are_stored() -> None:
    """``document/labels.py`` takes away the labels that it has set; staleness reads them."""
    assert StandardDomain.initial_data["labels"]["search"] == ("search", "", "Search Page")
    assert StandardDomain.initial_data["anonlabels"]["search"] == ("search", "")
    assert _parameters(StandardDomain.note_hyperlink_target) >= {"docname", "node_id", "title"}


def test_sphinx_changed_how_a_page_is_written() -> None:
    """``html/site/not_found.py`` and ``html/publications/pages.py`` write pages by themselves."""
    assert "outfilename" in _parameters(StandaloneHTMLBuilder.handle_page)
    assert "'fragment': " in inspect.getsource(StandaloneHTMLBuilder.render_partial)
    source = inspect.getsource(StandaloneHTMLBuilder.write_doc)
    assert "self.secnumbers = " in source
    assert "self.fignumbers = " in source


def test_sphinx_changed_where_the_templates_are_compiled() -> None:
    """``html/site/templates.py`` gives Jinja's environment a cache."""
    assert "self.environment" in inspect.getsource(BuiltinTemplateLoader.init)


def test_sphinx_changed_how_a_theme_names_its_folders() -> None:
    """``html/frame.py`` finds ours among them."""
    assert _parameters(Theme.get_theme_dirs) == {"self"}


def test_sphinx_changed_how_it_chooses_a_math_renderer() -> None:
    """``preset.py`` registers one in a CV project alone: else it would take MathJax's place."""
    source = inspect.getsource(StandaloneHTMLBuilder.math_renderer_name.fget)
    assert re.search(r"len\(renderers\) == 2:.*renderers\.remove\('mathjax'\)", source, re.DOTALL)


def test_sphinx_changed_the_defaults_of_its_settings() -> None:
    """``preset.py`` tells a value that conf.py sets from a default."""
    config = Config({}, {})
    assert config.values["language"].default == config.language == "en"


def test_sphinx_changed_the_form_of_its_search_index() -> None:
    """``html/site/search.py`` takes words out of searchindex.js."""
    assert js_index.dumps({"terms": {"a": []}}) == 'Search.setIndex({"terms":{"a":[]}})'


def test_docutils_changed_its_html() -> None:
    """``layout.html`` replaces two pieces of it."""
    parts = publish_parts("A [1]_.\n\n.. [1] Note.\n", writer="html5")
    assert '<aside class="footnote-list' in parts["html_body"]
    viewport = '<meta name="viewport" content="width=device-width, initial-scale=1" />'
    assert viewport in parts["head"] + parts["meta"]


def test_docutils_changed_its_mathml() -> None:
    """``math/mathml.py`` writes formulas with it."""
    assert "as_block" in _parameters(latex2mathml.tex2mathml)
    assert "<mi>x</mi>" in latex2mathml.tex2mathml("x")


def test_myst_changed_the_state_of_its_directives() -> None:
    """``document/rst.py`` tells docutils' own parser from MyST by it."""
    assert not issubclass(MockState, RSTState)


def test_bibtex_changed_what_it_stores_of_lists_and_citations() -> None:
    """``publications/arrange.py`` sorts and numbers them (``document/citations.py``)."""
    fields = set(directives.BibliographyValue._fields)
    assert fields >= {"line", "bibfiles", "style", "list_", "labelprefix", "citation_nodes"}
    assert set(directives.BibliographyKey._fields) == {"docname", "id_"}
    citation = {"citation_id", "bibliography_key", "key", "entry", "formatted_entry"}
    assert set(domain.Citation._fields) >= citation


def test_bibtex_changed_how_it_stores_files() -> None:
    """``publications/store.py`` stores what we have read before bibtex looks."""
    assert bibfile.BibData._fields == ("encoding", "bibfiles", "data")
    assert bibfile.BibFile._fields == ("mtime", "keys")
    assert _parameters(bibfile.is_bibdata_outdated) == {"bibdata", "bibfilenames", "encoding"}


def test_bibtex_changed_how_it_reads_a_condition() -> None:
    """``publications/condition.py`` tries a condition before bibtex does."""
    names = _parameters(domain._FilterVisitor.__init__)
    assert names == {"self", "entry", "docname", "cited_docnames"}


def test_pydata_changed_its_stylesheet() -> None:
    """``html/site/stylesheet.py`` and ``layout.html`` load it; ``cv.css`` sets its variables."""
    theme = files("pydata_sphinx_theme") / "theme" / "pydata_sphinx_theme"
    sheet = (theme / "static" / "styles" / "pydata-sphinx-theme.css").read_text("utf-8")
    names = set(re.findall(r"--pst-color-[\w-]+(?=:)", sheet))
    assert names >= {"--pst-color-background", "--pst-color-link", "--pst-color-text-base"}
    assert ".bd-article" in sheet
