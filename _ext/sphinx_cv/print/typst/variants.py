"""The PDFs of the variants that are built with a website."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util.display import progress_message

from sphinx_cv.document.builders import WEBSITES
from sphinx_cv.document.directives.only import variants_with_pages
from sphinx_cv.model.options.variants import file_name
from sphinx_cv.output.dry import is_dry
from sphinx_cv.output.given import is_given
from sphinx_cv.print.own import build_variant, needs_own_build
from sphinx_cv.print.own_name import PDF
from sphinx_cv.settings.values import print_profile_of, profile_of

from .builder import TypstBuilder
from .lending import print_builder, resolve_for_print
from .own_pdf import own_path, own_variant
from .publish import is_fresh, write_pdf
from .site import published_variants

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx

    from sphinx_cv.model.profile import Profile


def write_variants(app: Sphinx, exception: Exception | None) -> None:
    """Write the variants: the public ones into the site, all into the owner's folder."""
    # A build that is asked for one variant writes no others.
    if exception or app.builder.name not in WEBSITES or app.config.cv_variant:
        return
    apart = variants_with_pages(Path(app.srcdir), app.config) if app.config.cv_variants else ()
    wanted: dict[str, dict[Path, Profile]] = {}
    for name in app.config.cv_variants:
        targets = _targets(app, name)
        if name in apart:
            _build_apart(app, name, targets)
        elif targets:
            wanted[name] = targets
    if not wanted:
        return
    from .together import Engine

    with (
        progress_message(f"writing {', '.join(map(file_name, wanted))}"),
        print_builder(app) as builder,
        Engine(builder, partial(write_pdf, app)) as engine,
    ):
        engine.set_variants(wanted, partial(resolve_for_print, app))


def _targets(app: Sphinx, name: str) -> dict[Path, Profile]:
    """Return where a variant goes in this build, and the facts that are shown there."""
    targets: dict[Path, Profile] = {}
    public = published_variants(app.config, app.builder.name)
    if name in public and not is_given(app, public[name]):
        path = Path(app.outdir, public[name])
        if not is_fresh(app, path):
            targets[path] = profile_of(app.config)
    elif is_dry(app.builder):
        # The check proves the number of pages, and keeps nothing.
        targets[Path(app.outdir, file_name(name))] = profile_of(app.config)
    own = own_path(app)
    if own and not needs_own_build(app.builder) and (beside := own_variant(app, own, name)):
        targets[beside] = print_profile_of(app.config)
    return targets


def _build_apart(app: Sphinx, name: str, targets: Mapping[Path, Profile]) -> None:
    """Build a variant that has pages of its own."""
    for path, facts in targets.items():
        is_public = facts == profile_of(app.config)
        build_variant(app.builder, TypstBuilder.name, name, {PDF: path}, is_public=is_public)
