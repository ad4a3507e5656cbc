"""Keeps the search index of an incremental build equal to that of a clean one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_cv.output.files import write_or_tell

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_START, _END = "Search.setIndex(", ")"


def drop_lost_words(app: Sphinx, exception: Exception | None) -> None:
    """Remove the words that no page has any more (``build-finished``).

    Sphinx takes the pages off a word (``IndexBuilder.prune``) and keeps the word.
    """
    path = Path(app.outdir, "searchindex.js")
    if exception or app.builder.format != "html" or not path.is_file():
        return
    text = path.read_text("utf-8")
    if not text.startswith(_START) or ":[]" not in text:
        return
    index = json.loads(text.removeprefix(_START).removesuffix(_END))
    for name in ("terms", "titleterms"):
        index[name] = {word: pages for word, pages in index[name].items() if pages != []}
    # In the form that Sphinx itself gives the file (sphinx.search._JavaScriptIndex).
    dumped = json.dumps(index, separators=(",", ":"), sort_keys=True)
    write_or_tell(path, f"{_START}{dumped}{_END}".encode())
