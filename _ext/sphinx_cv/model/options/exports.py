"""Which data a website offers beside its pages: the keys of ``cv_exports``. Knows no Sphinx."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sphinx_cv.model.suggestion import hint_of

from .declared import FLAG, key, key_problems, keys_of, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_EXAMPLE = '{"docx": False}'


@dataclass(frozen=True, kw_only=True, slots=True)
class Exports:
    """Which data is written; ``docx`` is None for "where python-docx is installed"."""

    jsonld: bool = key(
        FLAG, default=True, help="schema.org data in every page, which search engines read."
    )
    json: bool = key(FLAG, default=True, help="`cv.json`: the whole CV as JSON Resume.")
    txt: bool = key(FLAG, default=True, help="`cv.txt`: the whole CV as plain text.")
    docx: bool | None = key(
        FLAG,
        default=None,
        help="`cv.docx`: the whole CV for Word. By default where python-docx is installed.",
    )
    vcf: bool = key(FLAG, default=True, help="`cv.vcf`: your public contact as a vCard.")
    bib: bool = key(FLAG, default=True, help="`publications.bib`: your publications as BibTeX.")
    ris: bool = key(
        FLAG, default=True, help="`publications.ris`: for EndNote, Zotero and Mendeley."
    )
    csl: bool = key(
        FLAG, default=True, help="`publications.csl.json`: for Zotero, Pandoc and other programs."
    )
    ics: bool = key(
        FLAG, default=True, help="`talks.ics`: a calendar of the talks whose day is known."
    )
    feed: bool = key(FLAG, default=True, help="`feed.xml`: an Atom feed of what is new.")
    llms: bool = key(
        FLAG, default=True, help="`llms.txt`: where language models find the CV as text."
    )
    attachments: bool = key(
        FLAG,
        default=False,
        help="`cv.json` and `publications.bib` inside the site’s PDF, which is PDF/A-3a then.",
    )

    @classmethod
    def read(cls, values: Mapping[str, bool] | Sequence[str]) -> Exports:
        """Return what sound *values* of ``cv_exports`` ask for.

        A dictionary switches single ones on or off; a list names all that are wanted.
        """
        if isinstance(values, dict):
            return cls(**values)
        return cls(**{name: name in values for name in keys_of(cls)})


def problems(values: Any) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with ``cv_exports``: the key (``""`` for the whole) and a sentence."""
    if isinstance(values, dict):
        yield from key_problems("cv_exports", Exports, values, example=_EXAMPLE)
        return
    known = keys_of(Exports)
    for name in values:
        if name not in known:
            hint = hint_of(str(name), known)
            yield str(name), f"cv_exports has no key {shown(name)}.{hint}"
