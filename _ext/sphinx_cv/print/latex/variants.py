"""The LaTeX of the variants, each in a file of its own beside that of the whole CV."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.builders.latex import LaTeXBuilder

from sphinx_cv.document.directives.only import variants_with_pages
from sphinx_cv.model.options.variants import file_name
from sphinx_cv.print.own import build_variant
from sphinx_cv.print.variants.writing import showing

from .header import write_header
from .settings import settings_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def write_variants(app: Sphinx, exception: Exception | None) -> None:
    """Write each variant as the whole CV was written, but with its own settings."""
    builder, config = app.builder, app.config
    if exception or config.cv_variant or not isinstance(builder, LaTeXBuilder):
        return
    whole = next((row for row in config.latex_documents if row[0] == config.root_doc), None)
    if whole is None:
        return
    former, context = whole[1], builder.context
    ours = settings_of(config)["latex_elements"]["hyperref"]
    apart = variants_with_pages(Path(app.srcdir), config) if config.cv_variants else ()
    for name in config.cv_variants:
        file = file_name(name, former)
        if name in apart:
            target = {former: Path(app.outdir, file)}
            build_variant(builder, builder.name, name, target, is_public=False)
            continue
        with showing(builder, name):
            builder.context = {**context, "maketitle": write_header(builder)}
            if context["hyperref"] == ours:
                builder.context["hyperref"] = settings_of(config)["latex_elements"]["hyperref"]
            builder.document_data = [(whole[0], file, *whole[2:])]
            builder.write_documents(set())
    builder.context = context
    # Those of blocks that a variant alone has.
    builder.copy_image_files()
