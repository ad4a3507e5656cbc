"""Settings that reveal what the profile keeps private."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.log import warn
from sphinx_cv.settings.conf_file import location_of
from sphinx_cv.settings.texts import texts_in
from sphinx_cv.source.private_values import PrivateValues

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

# Settings whose text is on every page.
_SHOWN = (
    *("project", "author", "copyright", "html_title", "html_short_title", "html_baseurl"),
    *("html_theme_options", "html_context", "epub_title", "rst_prolog", "rst_epilog"),
)


def report_private_settings(app: Sphinx, config: Config) -> None:
    """Report a private value in a setting that is shown (``config-inited``)."""
    values = PrivateValues(config.cv_private.told_forms())
    if not config.cv_private:
        return
    for key, value in config.cv_profile.items():
        for found in _keys(values, value if key != "private" else ""):
            where = location_of(app, key)
            warn("private", '"%s" in cv_profile has the private "%s"', key, found, location=where)
    for name in _SHOWN:
        for found in _keys(values, getattr(config, name, "")):
            where = location_of(app, "", setting=name)
            warn("private", '%s has the private "%s" of cv_profile', name, found, location=where)


def _keys(values: PrivateValues, value: object) -> list[str]:
    return sorted({found.key for text in texts_in(value) for found in values.find(text)})
