"""Every ``cv_*`` setting, declared once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sphinx_cv.model import kinds, languages, profile
from sphinx_cv.model.dates.format import STYLES
from sphinx_cv.model.options import exports, pdf_paths, variants
from sphinx_cv.model.options import printing as print_options
from sphinx_cv.model.options import references as reference_options
from sphinx_cv.model.options.declared import nothing, one_of, shown, text_faults
from sphinx_cv.model.privacy import PrivateFacts

from .dates import date_problems
from .digest import package_digest
from .machine import is_the_owners
from .people import people_problems

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sphinx.application import Sphinx
    from sphinx.config import _ConfigRebuild

# The publications, unless conf.py names other files.
BIBFILE = "refs.bib"


@dataclass(frozen=True, kw_only=True, slots=True)
class Setting:
    """A value of conf.py: its default, what a change rebuilds, its type, check and meaning.

    ``check`` yields the faults of a value of the right type: a sentence, or, for a dictionary,
    the key and a sentence; ``rule`` is the subtype of their warnings. ``example`` shows how the
    setting is written. A setting with a fault counts as empty, a dictionary loses the faulty key.
    """

    name: str
    default: Any
    rebuild: _ConfigRebuild
    types: tuple[type, ...]
    help: str
    example: str
    check: Callable[[Any], Iterable[str | tuple[str, str]]] = nothing
    rule: str = "option"


SETTINGS = (
    Setting(
        name="cv_profile",
        default={},
        rebuild="env",
        types=(dict,),
        help="Who you are; see [below](#cv_profile).",
        example='{"name": "Ada Lovelace"}',
        check=profile.problems,
        rule="profile",
    ),
    Setting(
        name="cv_languages",
        default={},
        rebuild="env",
        types=(dict,),
        help="The languages that the CV is translated into, by their codes, each with its name; "
        "see [Languages](languages.md).",
        example='{"fr": "Français"}',
        check=languages.problems,
    ),
    Setting(
        name="cv_show_private",
        default=lambda _config: is_the_owners(),
        rebuild="",
        types=(bool,),
        help="Whether the PDF shows private facts. By default it does, unless a service "
        "such as Read the Docs or GitHub Actions builds the CV.",
        example="False",
    ),
    Setting(
        name="cv_pdf",
        default="cv.pdf",
        rebuild="html",
        types=(str,),
        help="The PDF that every page links to: its path in the site (`cv.pdf`), the address of "
        'another, or `""` for none.',
        example='"cv.pdf"',
        check=pdf_paths.pdf_problems,
        rule="print",
    ),
    Setting(
        name="cv_own_pdf",
        default="",
        rebuild="",
        types=(str,),
        help="Where `make html` also saves your private PDF; keep it outside the site. "
        "`make` sets it.",
        example='"_build/pdf/cv.pdf"',
        check=pdf_paths.own_pdf_problems,
        rule="print",
    ),
    Setting(
        name="cv_print",
        default={},
        rebuild="env",
        types=(dict,),
        help="The look of the PDFs; see [The PDF](pdf.md).",
        example='{"paper": "letter"}',
        check=print_options.problems,
        rule="print",
    ),
    Setting(
        name="cv_variants",
        default={},
        rebuild="env",
        types=(dict,),
        help="Further PDFs of the same facts, such as a résumé; see [Variants](pdf.md#variants).",
        example='{"resume": {"max_pages": 1}}',
        check=variants.problems,
        rule="print",
    ),
    Setting(
        name="cv_references",
        default={},
        rebuild="env",
        types=(dict,),
        help="How publications are printed; see [The form of references](references.md).",
        example='{"detail": "brief"}',
        check=reference_options.problems,
    ),
    Setting(
        name="cv_kinds",
        default={},
        rebuild="env",
        types=(dict,),
        help="Your own kinds of entries and talks; see [Your own kinds](kinds.md).",
        example='{"fieldwork": {"label": "Fieldwork"}}',
        check=kinds.problems,
        rule="kind",
    ),
    Setting(
        name="cv_people",
        default={},
        rebuild="env",
        types=(dict,),
        help="Addresses of co-authors, to whom their names lead on the website.",
        example='{"Augustus De Morgan": "https://example.org/demorgan"}',
        check=people_problems,
    ),
    Setting(
        name="cv_exports",
        default={},
        # The PDF is made again when what was read is.
        rebuild="env",
        types=(dict, list, tuple),
        help="Which data the website offers for other programs; see [The CV as data](data.md).",
        example='{"docx": False}',
        check=exports.problems,
    ),
    Setting(
        name="cv_publication_pages",
        default=False,
        rebuild="html",
        types=(bool,),
        help="Whether each publication has a page of its own, with tags for Google Scholar.",
        example="True",
    ),
    Setting(
        name="cv_dates",
        default="long",
        rebuild="html",
        types=(str,),
        help="How the website prints dates: `long` (September 2022), `short` (Sept 2022) or `year` "
        "(2022). For print it is `dates` in `cv_print`.",
        example='"short"',
        check=one_of(*STYLES),
    ),
    Setting(
        name="cv_today",
        default="",
        rebuild="",
        types=(str,),
        help="The date from which talks count as upcoming, such as `2023-05-12`. By default the "
        "day of the build.",
        example='"2023-05-12"',
        check=date_problems,
        rule="date",
    ),
    Setting(
        name="cv_preset",
        default=None,
        rebuild="env",
        types=(bool, type(None)),
        help="Whether the project is a CV as a whole; see "
        "[In another Sphinx project](other-projects.md). By default it is where `conf.py` names no "
        "theme but ours.",
        example="False",
    ),
)


def add_settings(app: Sphinx) -> None:
    """Register the settings, and the values that no one writes into conf.py."""
    for setting in SETTINGS:
        # With a second type Sphinx hands over what "-D" gives as it is.
        types = (*setting.types, str)
        app.add_config_value(setting.name, setting.default, setting.rebuild, types, setting.help)
    # Set by the build of the owner's PDF alone; it takes cv_show_private as well.
    app.add_config_value("cv_reads_own", default=False, rebuild="env", types=(bool,))
    # The variant that is being written, while it is.
    app.add_config_value("cv_variant", default="", rebuild="", types=(str,))
    # The language of the sources, and whether this build is of another one, below its site: the
    # build of the source language sets both for those that it starts.
    app.add_config_value("cv_source_language", default="", rebuild="env", types=(str,))
    app.add_config_value("cv_in_site", default=False, rebuild="env", types=(bool,))
    # Where the author's translations are; Sphinx is given a folder of compiled ones.
    app.add_config_value("cv_catalogs", default=[], rebuild="", types=(list,))
    app.add_config_value("cv_private", PrivateFacts(), "", (PrivateFacts,))
    # Sphinx does not read a page again when our code changes; a value that does is one that
    # changes with it.
    app.add_config_value("cv_sources", package_digest(), "env", (str,))


def faults_of(setting: Setting, value: object) -> list[tuple[str, str]]:
    """Return what is wrong with the value of a setting: keys (``""`` for the whole), sentences."""
    fits = isinstance(value, setting.types)
    if not fits or (isinstance(value, bool) and bool not in setting.types):
        words = {dict: "a dictionary", list: "a list", bool: "True or False", str: "a string"}
        kinds = " or ".join(words[kind] for kind in setting.types if kind in words)
        # A dictionary may hold what is private.
        what = setting.name if dict in setting.types else shown(value)
        return [("", f"{what} is not {kinds}: write {setting.name} = {setting.example}")]
    found: Iterable[str | tuple[str, str]] = (
        [*text_faults(setting.name, value)] if isinstance(value, str) else ()
    ) or setting.check(value)
    return [("", fault) if isinstance(fault, str) else fault for fault in found]
