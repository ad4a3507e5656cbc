"""Every ``cv_*`` setting, declared once; and what the profile and Sphinx's own settings become."""

from __future__ import annotations

import ast
import datetime as dt
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx_cv.log import warn
from sphinx_cv.model import print_options as printing
from sphinx_cv.model import profile
from sphinx_cv.model.dates import PartialDate
from sphinx_cv.model.print_options import Printing
from sphinx_cv.model.profile import PrivateFacts, Profile
from sphinx_cv.model.suggestion import suggestion
from sphinx_cv.source.addresses import check_url

from .conf_file import assignments, conf_tree, location_of
from .digest import PACKAGE, digest_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config, _ConfigRebuild

# The publications, unless conf.py names other files.
BIBFILE = "refs.bib"
# Set by services that build a site in order to publish it.
HOSTS = ("READTHEDOCS", "GITHUB_ACTIONS", "GITLAB_CI", "NETLIFY", "CF_PAGES", "VERCEL")
# A name as near as this to that of a setting is meant to be it.
_SLIP = 0.8
_SLIP_OF_OTHERS = 0.87


@dataclass(frozen=True, kw_only=True, slots=True)
class Setting:
    """A value of conf.py: its default, what a change rebuilds, its type and its meaning."""

    name: str
    default: Any
    rebuild: _ConfigRebuild
    types: tuple[type, ...]
    help: str


SETTINGS = (
    Setting(
        name="cv_preset",
        default=None,
        rebuild="env",
        types=(bool, type(None)),
        help="Whether Sphinx is set up for a CV: by default where conf.py names no other theme.",
    ),
    Setting(
        name="cv_profile",
        default={},
        rebuild="env",
        types=(dict,),
        help="The owner's facts.",
    ),
    Setting(
        name="cv_show_private",
        default=lambda _config: not any(os.environ.get(host) for host in HOSTS),
        rebuild="",
        types=(bool,),
        help="Whether the print PDF shows private facts. Off where a service builds the site.",
    ),
    Setting(
        name="cv_today",
        default="",
        rebuild="",
        types=(str,),
        help='The day that "upcoming" starts at, as `2023-05-12`. By default the day of the build.',
    ),
    Setting(
        name="cv_publication_pages",
        default=False,
        rebuild="html",
        types=(bool,),
        help="Whether each publication has a page of its own, with tags for Google Scholar.",
    ),
    Setting(
        name="cv_pdf",
        default="cv.pdf",
        rebuild="html",
        types=(str,),
        help="The PDF of the site: its file, or the address of another. Empty for none.",
    ),
    Setting(
        name="cv_own_pdf",
        default="",
        rebuild="",
        types=(str,),
        help="Where a build of the website writes your own PDF as well: not into the site.",
    ),
    Setting(
        name="cv_kinds",
        default={},
        rebuild="env",
        types=(dict,),
        help="Your own kinds of entries and talks.",
    ),
    Setting(
        name="cv_print",
        default={},
        rebuild="env",
        types=(dict,),
        help="The look of the print PDFs.",
    ),
)


def add_settings(app: Sphinx) -> None:
    """Register the settings, and two values that no one writes into conf.py."""
    for setting in SETTINGS:
        app.add_config_value(
            setting.name,
            setting.default,
            setting.rebuild,
            setting.types,
            setting.help,
        )
    app.add_config_value("cv_private", PrivateFacts(), "", (PrivateFacts,))
    # Sphinx does not read a page again when our code changes; a value that does is one that
    # changes with it.
    app.add_config_value("cv_sources", digest_of(PACKAGE), "env", (str,))


def init_profile(app: Sphinx, config: Config) -> None:
    """Check ``cv_profile``, drop what cannot be used, and set the private facts apart."""
    values = config.cv_profile if isinstance(config.cv_profile, dict) else {}
    faulty = set()
    for key, message in (*_problems(config.cv_profile), *_photo_problems(app, values)):
        warn("profile", "%s", message, location=location_of(app, key))
        faulty.add(key)
    sound = {
        key: value
        for key, value in values.items()
        if key in profile.KEYS and (key not in faulty or key == "private")
    }
    config.cv_profile, config.cv_private = profile.split(sound)


def check_names(app: Sphinx, config: Config) -> None:
    """Tell misspelled settings, which Sphinx passes over.

    Any other name may be the owner's, as is one that conf.py reads again.
    """
    ours = [setting.name for setting in SETTINGS]
    known = [*config.values, "extensions"]
    own = {
        node.id
        for node in ast.walk(conf_tree(app))
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }
    for name in assignments(app):
        if name.startswith("cv"):
            near = suggestion(name, ours, cutoff=_SLIP)
        else:
            is_own = name in own or not config.cv_preset
            near = "" if is_own else suggestion(name, known, cutoff=_SLIP_OF_OTHERS)
        if name not in known and near:
            where = location_of(app, "", setting=name)
            warn("option", '"%s" is no setting.%s', name, near, location=where)


def init_today(app: Sphinx, config: Config) -> None:
    """Check ``cv_today``, and drop what is no date."""
    message = ""
    if isinstance(config.cv_today, str):
        try:
            today_of(config)
        except ValueError as error:
            message = str(error)
    else:
        message = f'"{config.cv_today}" is not a text: write cv_today = "2023-05-12"'
    if message:
        warn("date", "cv_today: %s", message, location=location_of(app, "", setting="cv_today"))
        config.cv_today = ""


def init_bibfiles(app: Sphinx, config: Config) -> None:
    """Check ``bibtex_bibfiles``: a text, read as a list, would be a file per letter."""
    given = config.bibtex_bibfiles
    names = given if isinstance(given, list | tuple) else [given]
    sound = [os.fspath(name) for name in names if isinstance(name, str | os.PathLike)]
    if names is not given or len(sound) != len(names):
        where = location_of(app, "", setting="bibtex_bibfiles")
        message = 'bibtex_bibfiles is a list of names: write bibtex_bibfiles = ["refs.bib"]'
        warn("bibliography", "%s", message, location=where)
    for name in sound:
        if not Path(app.confdir, name).exists():
            hint = suggestion(name, [path.name for path in Path(app.confdir).glob("*.bib")])
            where = location_of(app, name, setting="bibtex_bibfiles")
            warn("bibliography", '"%s" is no file beside conf.py.%s', name, hint, location=where)
    config.bibtex_bibfiles = sound


def note_style(app: Sphinx, config: Config) -> None:
    """Let a change of the bibliography's style count as one of our sources.

    sphinxcontrib-bibtex does not format its entries again when it changes.
    """
    config.cv_sources = f"{config.cv_sources} {config.bibtex_default_style}"


def init_print(app: Sphinx, config: Config) -> None:
    """Check ``cv_print`` and ``cv_pdf``, and drop what cannot be used."""
    values = config.cv_print if isinstance(config.cv_print, dict) else {}
    faulty = set()
    for key, message in printing.problems(config.cv_print):
        warn("print", "%s", message, location=location_of(app, key, setting="cv_print"))
        faulty.add(key)
    config.cv_print = {key: value for key, value in values.items() if key not in faulty}
    if message := printing.pdf_problem(config.cv_pdf):
        warn("print", "%s", message, location=location_of(app, "", setting="cv_pdf"))
        config.cv_pdf = ""


def printing_of(config: Config) -> Printing:
    """Return how the CV is printed."""
    return Printing.read(config.cv_print)


def profile_of(config: Config) -> Profile:
    """Return the public profile."""
    return Profile.read(config.cv_profile)


def print_profile_of(config: Config) -> Profile:
    """Return the profile for the print PDF: with the private facts where they may be shown."""
    values: dict[str, Any] = dict(config.cv_profile)
    if config.cv_show_private:
        values |= {key: config.cv_private[key] for key in config.cv_private}
    return Profile.read(values)


def today_of(config: Config) -> dt.date:
    """Return today: ``cv_today``, else SOURCE_DATE_EPOCH's day, else the day of the build."""
    if config.cv_today:
        return PartialDate.parse(config.cv_today).last()
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date()
    return dt.datetime.now(dt.UTC).date()


def _photo_problems(app: Sphinx, values: dict[str, Any]) -> Iterator[tuple[str, str]]:
    photo = values.get("photo")
    if isinstance(photo, str) and photo and not Path(app.confdir, photo).is_file():
        yield "photo", f'"{photo}" is no picture beside conf.py'


def _problems(values: object) -> list[tuple[str, str]]:
    found = [
        (key, message + (suggestion(str(key), profile.KEYS) if key not in profile.KEYS else ""))
        for key, message in profile.problems(values)
    ]
    faulty = {key for key, _message in found}
    if isinstance(values, dict) and faulty.isdisjoint({"website", "links"}):
        links = [("website", values.get("website", ""))]
        links += [("links", url) for url in values.get("links", {}).values()]
        for key, url in links:
            try:
                if url:
                    check_url(url)
            except ValueError as error:
                found.append((key, str(error)))
    return found
