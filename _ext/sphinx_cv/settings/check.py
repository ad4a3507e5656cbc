"""Checks every setting where it is read: what cannot be used is reported, and counts as empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.log import stop, warn
from sphinx_cv.model.finding import Finding

from .conf_file import location_of
from .dates import source_date
from .settings import SETTINGS, faults_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

_FLAGS = {"true": True, "yes": True, "on": True, "": False, "false": False, "no": False}


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
