"""Writes the files that other extensions add to the website."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_cv.document.additions import OUTPUTS_EVENT
from sphinx_cv.document.builders import WEBSITES
from sphinx_cv.output.files import write_or_tell

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_cv.model.additions import Output


def write_outputs(app: Sphinx, exception: Exception | None) -> None:
    """Write each file, unless it is as it was (``build-finished``)."""
    if exception or app.builder.name not in WEBSITES:
        return
    outputs: list[Output] = app.emit(OUTPUTS_EVENT)
    for output in outputs:
        made = output.make(app.env)
        data = made.encode() if isinstance(made, str) else made
        write_or_tell(Path(app.outdir, output.filename), data)
