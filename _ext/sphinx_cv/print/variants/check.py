"""Whether the sections that variants name are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.document.sections import below_home
from sphinx_cv.log import warn
from sphinx_cv.model.options.declared import shown
from sphinx_cv.model.options.printing import prints_home
from sphinx_cv.model.options.variants import SETTING, Variant
from sphinx_cv.model.suggestion import hint_of
from sphinx_cv.settings.conf_file import location_of

from .choose import sections_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment


def check_sections(app: Sphinx, builder: Builder) -> None:
    """Tell of sections that there are not (``write-started``)."""
    if not app.config.cv_variants:
        return
    known = _sections(app.env)
    for name, given in app.config.cv_variants.items():
        variant = Variant.read(given)
        for section in dict.fromkeys((*variant.sections, *variant.limit)):
            if section not in known:
                hint = hint_of(section, known)
                where = location_of(app, name, setting=SETTING)
                message = "%s: there is no section %s.%s"
                warn("print", message, shown(name), shown(section), hint, location=where)


def _sections(env: BuildEnvironment) -> list[str]:
    """Return the names of the sections, in their order."""
    root = env.config.root_doc
    if prints_home(env.toctree_includes, root):
        return [*sections_of(env.get_doctree(root))]
    return [page.rpartition("/")[2] for page in below_home(env)]
