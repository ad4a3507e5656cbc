"""Which pages of publications are out of date."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_cv.document.citations import listed
from sphinx_cv.document.domain import CvDomain
from sphinx_cv.document.once import once
from sphinx_cv.output.files import remove_or_tell
from sphinx_cv.publications.page_name import pages_of_publications
from sphinx_cv.publications.previews import picture_name
from sphinx_cv.publications.relations import of_publications
from sphinx_cv.publications.staleness import digest_of, frame_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder
    from sphinx.environment import BuildEnvironment


def drop_stale(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Remove each page that shows what has changed; return their lists (``env-updated``).

    A page that is missing is made, with its list. So a build that is killed leaves none that is
    stale.
    """
    builder: StandaloneHTMLBuilder = app.builder  # type: ignore[assignment]
    pages, shown = pages_of_publications(builder), CvDomain.of(env).shown
    if not pages:
        return []
    relations, stale = once(env, of_publications), set()
    same = digest_of(
        (
            frame_of(env),
            str(builder.templates.newest_template_mtime()),
            *sorted(map(str, env.dlfiles)),
        )
    )
    for key, citation in listed(env).items():
        name, listing = pages[key], citation.bibliography_key.docname
        if name in env.found_docs:
            continue
        path = Path(builder.get_outfilename(name))
        digest = digest_of(
            (
                same,
                listing,
                repr(citation.entry),
                repr(citation.formatted_entry.text),
                picture_name(env, citation.entry),
                *map(repr, relations.get(key, ())),
            )
        )
        known = shown.setdefault(name, {})
        if known.get(builder.name) != digest:
            known[builder.name] = digest
            remove_or_tell(path)
        if not path.is_file():
            stale.add(listing)
    return sorted(stale)
