"""The settings of the manual, a Sphinx project of its own: "make manual" builds it."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "_ext"))

from sphinx_cv import __version__

project = "sphinx-cv"
author = copyright = "The sphinx-cv authors"  # noqa: A001
version = release = __version__

extensions = ["myst_parser"]
include_patterns = ["*.md"]
# Links lead to headings of other pages, as on a Git host.
myst_heading_anchors = 3
myst_enable_extensions = ["colon_fence"]

html_theme = "pydata_sphinx_theme"
html_title = "sphinx-cv"
html_static_path = ["_static"]
html_css_files = ["manual.css"]
html_show_sourcelink = False
html_copy_source = False
# One list of all pages, below the name of each part.
templates_path = ["_templates"]
html_sidebars = {"**": ["pages"]}
html_theme_options = {
    "navbar_center": [],
    "navbar_persistent": [],
    "navbar_end": ["search-button", "theme-switcher"],
    "secondary_sidebar_items": ["page-toc"],
    "footer_start": ["copyright"],
    "footer_end": [],
    "show_prev_next": True,
    "show_toc_level": 2,
}
highlight_language = "none"
