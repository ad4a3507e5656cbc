"""Checks every setting where it is read: what cannot be used is reported, and counts as empty."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from sphinx_cv.log import stop, warn
from sphinx_cv.model.finding import Finding

from .conf_file import is_written, location_of
from .dates import source_date
from .settings import SETTINGS, faults_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config

    from .settings import Setting

_FLAGS = {
    **dict.fromkeys(("true", "yes", "on", "1"), True),
    **dict.fromkeys(("", "false", "no", "off", "0"), False),
}


def check_settings(app: Sphinx, config: Config) -> None:
    """Check all settings but the profile (``config-inited``).

    Ends the build where SOURCE_DATE_EPOCH is not a date.
    """
    try:
        source_date()
    except ValueError as error:
        stop(Finding(type="", subtype="", message=str(error)))
    for setting in SETTINGS:
        if setting.name == "cv_profile":
            continue
        value = getattr(config, setting.name)
        if isinstance(value, str) and bool in setting.types and setting.name in config.overrides:
            # Sphinx itself reads "-D name=1" and "-D name=0".
            value = _FLAGS.get(value.lower(), value)
        if dict in setting.types and isinstance(value, dict):
            value = _with_typed_keys(app, setting, value)
        found = faults_of(setting, value)
        for key, message in found:
            where = location_of(app, key, setting=setting.name)
            warn(setting.rule, "%s", message, location=where)
        if found and dict in setting.types and isinstance(value, dict):
            faulty = {str(key) for key, _message in found}
            value = {key: part for key, part in value.items() if str(key) not in faulty}
        elif found and list in setting.types and isinstance(value, (list, tuple)):
            faulty = {str(key) for key, _message in found}
            value = [part for part in value if str(part) not in faulty]
        elif found:
            value = setting.types[0]()
        setattr(config, setting.name, value)


def _with_typed_keys(app: Sphinx, setting: Setting, value: dict[str, Any]) -> dict[str, Any]:
    """Return a dictionary whose keys from the command line, which are strings, have their type."""
    typed = dict(value)
    for key, text in value.items():
        if (
            isinstance(text, str)
            and _is_faulty(setting, typed, key)
            and not is_written(app, key, text, setting=setting.name)
        ):
            readings = ({**typed, key: reading} for reading in _readings(text))
            typed = next((one for one in readings if not _is_faulty(setting, one, key)), typed)
    return typed


def _is_faulty(setting: Setting, value: dict[str, Any], key: str) -> bool:
    return any(key == faulty for faulty, _message in faults_of(setting, value))


def _readings(text: str) -> Iterator[bool | int | float]:
    """Yield what a string of the command line may mean as a value of Python."""
    if text.lower() in _FLAGS:
        yield _FLAGS[text.lower()]
    for number in (int, float):
        with suppress(ValueError):
            yield number(text)
