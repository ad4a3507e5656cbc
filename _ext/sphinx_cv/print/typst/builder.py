"""The builder ``typst``: the owner's PDF, with the private facts where they may be shown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from sphinx.builders import Builder
from sphinx.util.display import progress_message

from sphinx_cv.log import stop
from sphinx_cv.model.finding import Finding
from sphinx_cv.output.files import write_or_tell
from sphinx_cv.print.own_name import PDF, own_name
from sphinx_cv.settings.values import print_profile_of

from .own_pdf import is_website

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from .compiler import Compiled


class TypstBuilder(Builder):
    """Writes ``cv.pdf``, and a PDF for each variant."""

    name = "typst"
    format = "typst"
    epilog = "The PDF is %(outdir)s/cv.pdf."
    allow_parallel = True
    supported_image_types: ClassVar[list[str]] = [
        "image/svg+xml",
        "image/png",
        "image/jpeg",
        "image/gif",
        "image/webp",
    ]
    # So that Sphinx does not fetch them: a build needs no network.
    supported_remote_images = True
    supported_data_uri_images = True

    def __init__(self, app: Sphinx, env: BuildEnvironment) -> None:
        # Loaded by a build that prints.
        from .translator import TypstTranslator

        super().__init__(app, env)
        self.default_translator_class = TypstTranslator  # type: ignore[misc]

    def init(self) -> None:
        """Refuse to write into a website: the PDF would be published with it."""
        if is_website(Path(self.outdir)):
            message = f'"{self.outdir}" holds a website: build the PDF into another folder'
            stop(Finding(type="", subtype="", message=message))

    def get_outdated_docs(self) -> str:
        """Return what is built: always the whole."""
        return own_name(self.config, PDF)

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """Return the place of a document in the PDF, for the translator."""
        return f"%{docname}"

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        """Return the place of the document *to*: all are in one file."""
        return self.get_target_uri(to, typ)

    def write_documents(self, docnames: AbstractSet[str]) -> None:
        """Write the PDF, and beside it those of the variants."""
        from sphinx_cv.document.directives.only import variants_with_pages
        from sphinx_cv.model.options.variants import file_name
        from sphinx_cv.print.own import build_own, build_variant, needs_own_build

        from .document import body_of, source_of
        from .together import Engine

        # A build that is asked for one variant writes no others.
        variants = () if self.config.cv_variant else self.config.cv_variants
        places = {
            name: Path(self.outdir, own_name(self.config, file_name(name))) for name in variants
        }
        target = Path(self.outdir, own_name(self.config, PDF))
        names = ", ".join(path.name for path in (target, *places.values()))
        with progress_message(f"writing {names}"):
            if needs_own_build(self):
                wanted = {file_name(name): path for name, path in places.items()}
                build_own(self, self.name, {PDF: target, **wanted})
                return
            facts = print_profile_of(self.config)
            apart = variants_with_pages(Path(self.srcdir), self.config) if variants else ()
            with Engine(self, self._keep) as engine:
                source = source_of(self.config, facts, body_of(self, self.resolve))
                engine.set({target: source}, self.config.cv_variant)
                beside = {name: {path: facts} for name, path in places.items() if name not in apart}
                engine.set_variants(beside, self.resolve)
            for name in (name for name in places if name in apart):
                build_variant(self, self.name, name, {PDF: places[name]}, is_public=False)

    def _keep(self, path: Path, compiled: Compiled) -> None:
        if compiled.data:
            write_or_tell(path, compiled.data)

    def resolve(self, tree: nodes.document, docname: str) -> None:
        """Apply the post-transforms to *tree*."""
        self.env.resolve_references(tree, docname, self)
