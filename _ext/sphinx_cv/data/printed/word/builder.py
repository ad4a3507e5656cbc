"""The builder ``docx``: the owner's Word file, with the private facts where they may be shown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util.display import progress_message

from sphinx_cv.data.printed.names import MISSING, WORD, has_docx
from sphinx_cv.data.printed.reader import read_flow
from sphinx_cv.log import stop
from sphinx_cv.model.finding import Finding
from sphinx_cv.output.files import write_or_tell
from sphinx_cv.print.typst.builder import TypstBuilder
from sphinx_cv.settings.values import print_profile_of

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet


class WordBuilder(TypstBuilder):
    """Writes ``cv.docx`` from the document that the print PDF is made of."""

    name = "docx"
    epilog = "The Word file is %(outdir)s/cv.docx."

    def init(self) -> None:
        """Refuse to write into a website, or without python-docx."""
        super().init()
        if not has_docx():
            stop(Finding(type="", subtype="", message=MISSING))

    def get_outdated_docs(self) -> str:
        """Return what is built: always the whole."""
        return WORD

    def write_documents(self, docnames: AbstractSet[str]) -> None:
        """Write the Word file."""
        from sphinx_cv.print.own import build_own, needs_own_build
        from sphinx_cv.print.typst.document import assemble

        from .document import to_word

        path = Path(self.outdir, WORD)
        with progress_message(f"writing {WORD}"):
            if needs_own_build(self):
                build_own(self, self.name, {WORD: path})
                return
            flow = read_flow(assemble(self, self.resolve))
            profile = print_profile_of(self.config)
            write_or_tell(path, to_word(self.config, profile, flow, folder=Path(self.srcdir)))
