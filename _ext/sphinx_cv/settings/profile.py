"""Reads ``cv_profile``: checks it, drops what cannot be used, and sets the private facts apart."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx_cv.log import warn
from sphinx_cv.model.localized import forms, language_problems, localized
from sphinx_cv.model.markup import markup_in
from sphinx_cv.model.options.declared import STRING, keys_of, shown
from sphinx_cv.model.privacy import (
    FACTS,
    PRIVATE,
    PrivateFacts,
    names_private,
    private_keys,
    private_problems,
)
from sphinx_cv.model.profile import Profile, problems
from sphinx_cv.source.addresses import NOT_AN_ADDRESS, check_url

from .conf_file import assignments, location_of, names_read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx.application import Sphinx
    from sphinx.config import Config


def init_profile(app: Sphinx, config: Config) -> None:
    """Split ``cv_profile`` into ``cv_profile`` and ``cv_private`` (``config-inited``).

    What is wrong with the list of private keys makes the build of a website fail in the end; all
    that the list may mean is private until then.
    """
    written = config.cv_profile if isinstance(config.cv_profile, dict) else {}
    language, source = config.language, config.cv_source_language
    values = localized(written, language=language, source=source)
    for key, message in language_problems(written, (source, *_languages(config))):
        warn("profile", "%s", message, location=location_of(app, key))
    elsewhere = _said_elsewhere(app, config)
    private = private_keys({**elsewhere, **values})
    unclear = [*private_problems(values)]
    faulty = set()
    given = values or config.cv_profile
    for key, message in (*unclear, *_faults(app, given, private)):
        warn("profile", "%s", message, location=location_of(app, key))
        faulty.add(key)
    for key, message in _markup(written, private):
        warn("profile", "%s", message, location=location_of(app, key))
    # One address that leads nowhere takes no other with it.
    for key, name, message in _address_faults(given, private):
        warn("profile", "%s", message, location=location_of(app, key))
        links = values["links"] if key == "links" else {}
        if sound := {other: url for other, url in links.items() if other != name}:
            values["links"] = sound
        else:
            faulty.add(key)
    for name, message in private_problems(elsewhere):
        warn("profile", "%s", message, location=location_of(app, "", setting=name))
    config.cv_private = PrivateFacts(
        {key: values[key] for key in FACTS if key in private and isinstance(values.get(key), str)},
        forms={key: forms(written[key]) for key in FACTS if key in private and key in written},
        unfit=faulty,
        is_certain=not (unclear or elsewhere),
    )
    config.cv_profile = {
        key: value
        for key, value in values.items()
        if key in keys_of(Profile) and key not in {*faulty, *private, PRIVATE}
    }
    if "photo" in faulty - private:
        # It is given, and told: nothing else says that there is none.
        config.cv_profile["photo"] = ""
    if private:
        # With it, a change of what is private is a change of the profile.
        config.cv_profile[PRIVATE] = sorted(private)


def _languages(config: Config) -> list[str]:
    """Return the codes that ``cv_languages`` gives; it is checked after the profile."""
    given = config.cv_languages
    codes = given if isinstance(given, dict) else ()
    return [code for code in codes if code != config.cv_source_language]


def _said_elsewhere(app: Sphinx, config: Config) -> dict[str, Any]:
    """Return what conf.py makes private by a setting of its own, which is not one of ours."""
    found = {
        name: _literal(node.value)
        for name, node in assignments(app).items()
        if names_private(name) and name not in names_read(app) and name not in config.values
    }
    if not isinstance(config.cv_private, PrivateFacts):
        found["cv_private"] = config.cv_private
    return found


def _literal(node: ast.expr | None) -> object:
    try:
        return ast.literal_eval(node) if node else None
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        return None


def _faults(app: Sphinx, values: object, private: set[str]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the profile besides ``private``, no private value among it."""
    for key, message in problems(values):
        if key != PRIVATE and not names_private(key):
            yield key, message
    if not isinstance(values, dict):
        return
    photo = values.get("photo")
    if isinstance(photo, str) and photo and not _is_file(app, photo):
        yield "photo", f"{_named('photo', photo, private)} is not an image beside conf.py"


def _markup(written: Mapping[Any, Any], private: set[str]) -> Iterator[tuple[str, str]]:
    """Yield each text with Markdown in it, which is shown as it is typed."""
    for key, declared in keys_of(Profile).items():
        if declared.kind is STRING and key not in ("photo", "website"):
            for found in filter(None, map(markup_in, forms(written.get(key)))):
                what = f"{_named(key, found, private)} is shown as typed"
                yield key, f"{what}: the profile is plain text, write it without Markdown"


def _address_faults(values: object, private: set[str]) -> Iterator[tuple[str, str, str]]:
    """Yield the key, the name among ``links``, and what is wrong, for each address at fault."""
    if not isinstance(values, dict):
        return
    links = values.get("links")
    urls = [("website", "", values.get("website"))]
    urls += [
        ("links", name, url) for name, url in (links if isinstance(links, dict) else {}).items()
    ]
    for key, name, url in urls:
        if not url or not isinstance(url, str):
            continue
        try:
            check_url(url)
        except ValueError as error:
            hidden = NOT_AN_ADDRESS % _named(key, url, private)
            yield key, name, hidden if key in private else str(error)


def _named(key: str, value: str, private: set[str]) -> str:
    return f'the private "{key}"' if key in private else shown(value)


def _is_file(app: Sphinx, name: str) -> bool:
    """Whether *name* is a file: not where it has a NUL, or is longer than a path can be."""
    try:
        return Path(app.confdir, name).is_file()
    except (OSError, ValueError):
        return False
