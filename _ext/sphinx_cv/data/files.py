"""The files of data beside the pages of a website: which there are, and where.

The only place that knows paths and builders: what a file holds is made by a function of the facts.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util.osutil import relative_uri

from sphinx_cv.bibliography.file.bibtex import to_bibtex
from sphinx_cv.document.builders import WEBSITES
from sphinx_cv.output.files import remove_or_tell, write_or_tell
from sphinx_cv.output.given import is_given
from sphinx_cv.publications.offers import has_publications, has_talks_of_a_day
from sphinx_cv.settings.values import exports_of, profile_of

from .csl import to_csl
from .facts import facts_of
from .feed import to_atom
from .icalendar import to_icalendar
from .llms import to_llms
from .printed.names import TEXT, WORD, printed_names
from .resume import to_resume
from .ris import to_ris
from .vcard import to_vcard

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

    from .facts import Facts

# The publications, which the page that lists them links to as well.
BIB = "publications.bib"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, kw_only=True, slots=True)
class Export:
    """A file of data: its key in ``cv_exports``, its name, media type, and what a link says.

    ``make`` returns its content, and is None for what is printed (see ``printed/``).
    ``has_facts`` says whether the CV has anything for it. One that programs find by its name is not
    linked.
    """

    key: str
    filename: str
    media_type: str
    label: str
    make: Callable[[Facts], str] | None = None
    has_facts: Callable[[BuildEnvironment], bool] = lambda _env: True
    is_linked: bool = True


def _has_name(env: BuildEnvironment) -> bool:
    return bool(profile_of(env.config).name)


def _bib(facts: Facts) -> str:
    return "\n".join(to_bibtex(paper.entry) for paper in facts.papers)


def _ris(facts: Facts) -> str:
    return to_ris(paper.csl for paper in facts.papers)


def _csl(facts: Facts) -> str:
    return to_csl(paper.csl for paper in facts.papers)


EXPORTS = (
    Export(key="docx", filename=WORD, media_type=_WORD, label="Word"),
    Export(key="txt", filename=TEXT, media_type="text/plain", label="TXT"),
    Export(
        key="json",
        filename="cv.json",
        media_type="application/json",
        label="JSON Resume",
        make=to_resume,
    ),
    Export(
        key="vcf",
        filename="cv.vcf",
        media_type="text/vcard",
        label="vCard",
        make=to_vcard,
        has_facts=_has_name,
    ),
    Export(
        key="bib",
        filename=BIB,
        media_type="application/x-bibtex",
        label="BibTeX",
        make=_bib,
        has_facts=has_publications,
    ),
    Export(
        key="ris",
        filename="publications.ris",
        media_type="application/x-research-info-systems",
        label="RIS",
        make=_ris,
        has_facts=has_publications,
    ),
    Export(
        key="csl",
        filename="publications.csl.json",
        media_type="application/vnd.citationstyles.csl+json",
        label="CSL-JSON",
        make=_csl,
        has_facts=has_publications,
    ),
    Export(
        key="ics",
        filename="talks.ics",
        media_type="text/calendar",
        label="iCalendar",
        make=to_icalendar,
        has_facts=has_talks_of_a_day,
    ),
    Export(
        key="feed",
        filename="feed.xml",
        media_type="application/atom+xml",
        label="Atom",
        make=to_atom,
    ),
    Export(
        key="llms",
        filename="llms.txt",
        media_type="text/markdown",
        label="llms.txt",
        make=to_llms,
        is_linked=False,
    ),
)


def exports(config: Config) -> Iterator[Export]:
    """Yield the files that the project offers."""
    chosen = exports_of(config)
    printed = printed_names(config)
    for export in EXPORTS:
        if export.filename in printed or (export.make and getattr(chosen, export.key)):
            yield export


def write_data(app: Sphinx, exception: Exception | None) -> None:
    """Write each file, and remove one that the CV has nothing for (``build-finished``)."""
    if exception or app.builder.name not in WEBSITES:
        return
    chosen = [export for export in exports(app.config) if export.make]
    made = {
        export.filename: data
        for export, data in contents(app.builder, [export.key for export in chosen])
    }
    for export in chosen:
        path = Path(app.outdir, export.filename)
        if is_given(app, export.filename):
            continue
        if export.filename in made:
            write_or_tell(path, made[export.filename])
        else:
            remove_or_tell(path)


def contents(builder: Builder, keys: Collection[str]) -> Iterator[tuple[Export, bytes]]:
    """Yield the files of these *keys* that the CV has facts for, with their content."""
    if not keys:
        return
    offered = [each for each in exports(builder.config) if each.is_linked]
    there = [(each.filename, each.label) for each in offered if each.has_facts(builder.env)]
    facts = facts_of(builder, there)
    for export in EXPORTS:
        if export.key in keys and export.make and export.has_facts(builder.env):
            yield export, export.make(facts).encode()


def links(builder: Builder, pagename: str) -> list[dict[str, str]]:
    """Return the links from a page to the files of data that the site has."""
    if builder.name not in WEBSITES:
        return []
    here = builder.get_target_uri(pagename)
    return [
        {
            "url": relative_uri(here, export.filename),
            "type": export.media_type,
            "label": export.label,
        }
        for export in exports(builder.config)
        if export.is_linked and export.has_facts(builder.env)
    ]
