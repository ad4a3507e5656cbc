"""The website as far as its warnings go: everything is translated, no page is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.builders.html import StandaloneHTMLBuilder

if TYPE_CHECKING:
    from typing import Any


class DryBuilder(StandaloneHTMLBuilder):
    """Builds the website without its templates, its search and its copied files.

    It has the name of the builder that it stands in for, so that all that follows a build follows
    this one: the photo is opened, and the PDF is made. All goes to a folder that is thrown away.
    """

    name = "html"
    search = False
    writes_pages = False

    def init(self) -> None:
        """Prepare the folder that files of the site are written to."""
        super().init()
        (self.outdir / "_static").mkdir(parents=True, exist_ok=True)

    def copy_theme_static_files(self, *_arguments: Any) -> None:
        """Copy no file of the theme; those of the owner are copied, as one may be unreadable."""

    def handle_page(self, *_arguments: Any, **_options: Any) -> None:
        """Write no page."""

    def finish(self) -> None:
        """Copy no file, and write no index."""
