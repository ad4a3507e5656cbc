"""The PDFs of the variants, each beside that of the whole CV."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util.display import progress_message

from sphinx_cv.document.builders import WEBSITES
from sphinx_cv.document.directives.only import variants_with_pages
from sphinx_cv.model.options.variants import file_name
from sphinx_cv.output.given import is_given
from sphinx_cv.print.own import build_variant, needs_own_build
from sphinx_cv.print.own_name import PDF, own_name
from sphinx_cv.print.variants.writing import showing
from sphinx_cv.settings.values import print_profile_of, profile_of

from .builder import TypstBuilder
from .lending import print_builder, resolve_for_print
from .own_pdf import own_path, own_variant
from .publish import is_fresh, write_pdf
from .site import published_variants

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from concurrent.futures import Future

    from docutils import nodes
    from sphinx.application import Sphinx

    from sphinx_cv.model.profile import Profile

    from .compiler import Compiled
    from .source import Source

    Resolve = Callable[[nodes.document, str], None]

# The PDFs that the engine sets at the same time. Each takes memory.
_AT_ONCE = 2


def write_variants(app: Sphinx, exception: Exception | None) -> None:
    """Write the variants: the public ones into the site, all into the owner's folder."""
    # A build that is asked for one variant writes no others.
    if exception or app.config.cv_variant:
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
    if app.builder.name in WEBSITES:
        with print_builder(app) as builder:
            _write(app, builder, partial(resolve_for_print, app), wanted)
    elif isinstance(app.builder, TypstBuilder):
        _write(app, app.builder, app.builder.resolve, wanted)


def _targets(app: Sphinx, name: str) -> dict[Path, Profile]:
    """Return where a variant goes in this build, and the facts that are shown there."""
    owner = print_profile_of(app.config)
    is_ours = not needs_own_build(app.builder)
    if isinstance(app.builder, TypstBuilder):
        target = Path(app.outdir, own_name(app.config, file_name(name)))
        return {target: owner} if is_ours else {}
    targets: dict[Path, Profile] = {}
    public = published_variants(app.config, app.builder.name)
    if name in public and not is_given(app, public[name]):
        path = Path(app.outdir, public[name])
        if not is_fresh(app, path):
            targets[path] = profile_of(app.config)
    elif not getattr(app.builder, "writes_pages", True):
        # The check proves the number of pages, and keeps nothing.
        targets[Path(app.outdir, file_name(name))] = profile_of(app.config)
    if is_ours and (own := own_path(app)) and (beside := own_variant(app, own, name)):
        targets[beside] = owner
    return targets


def _build_apart(app: Sphinx, name: str, targets: Mapping[Path, Profile]) -> None:
    """Build a variant that has pages of its own."""
    for path, facts in targets.items():
        is_public = facts == profile_of(app.config)
        build_variant(app.builder, TypstBuilder.name, name, {PDF: path}, is_public=is_public)


def _write(
    app: Sphinx,
    builder: TypstBuilder,
    resolve: Resolve,
    wanted: Mapping[str, Mapping[Path, Profile]],
) -> None:
    """Write the variants *wanted*, and tell where one has more pages than it may have.

    The engine, which needs none of our state, sets some of them while others are composed.
    """
    from .compiler import compile_pdf
    from .document import body_of, source_of
    from .warnings import report_compiled, report_pages

    sources: dict[str, dict[Path, Source]] = {}
    compiling: dict[str, dict[Path, Future[Compiled]]] = {}
    with (
        progress_message(f"writing {', '.join(map(file_name, wanted))}"),
        ThreadPoolExecutor(_AT_ONCE) as engine,
    ):
        for name, targets in wanted.items():
            with showing(builder, name):
                body = body_of(builder, resolve)
                sources[name] = {
                    path: source_of(app.config, facts, body) for path, facts in targets.items()
                }
            compiling[name] = {
                path: engine.submit(compile_pdf, source) for path, source in sources[name].items()
            }
    for name, futures in compiling.items():
        made = {path: future.result() for path, future in futures.items()}
        report_compiled(app.env, *made.values())
        longest = max(made, key=lambda path: made[path].pages)
        report_pages(app, name, sources[name][longest], made[longest])
        for path, compiled in made.items():
            write_pdf(app, path, compiled)
