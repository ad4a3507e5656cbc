"""Checks the types of the settings that are not ours: Sphinx warns of them, and stumbles later."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from sphinx_cv.log import warn
from sphinx_cv.model.options.declared import shown

from .conf_file import location_of
from .texts import texts_in

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

_KINDS: dict[str, tuple[type, ...]] = {
    'a string: write "…"': (str,),
    "a number: write 10": (int, float),
    "a list: write […]": (list, tuple, set, frozenset),
    "a dictionary: write {…}": (dict,),
}
_CONTAINERS = (list, tuple, set, frozenset, dict)
_KNOWN = {type(None), *(kind for kinds in _KINDS.values() for kind in kinds)}
# What is read in a project that is no CV as a whole; the rest of it is as Sphinx has it.
_READ = {
    *("exclude_patterns", "html_baseurl", "html_extra_path", "html_static_path"),
    *("include_patterns", "locale_dirs", "latex_documents", "templates_path"),
}
# What these hold has names, or are paths; extensions may have other keys.
_BY_NAME = {
    *("html_additional_pages", "html_context", "html_sidebars", "html_theme_options"),
    *("latex_elements", "texinfo_elements"),
}
_OF_PATHS = {
    *("exclude_patterns", "html_additional_pages", "html_extra_path", "html_static_path"),
    *("include_patterns", "locale_dirs", "templates_path"),
}
# No file has these in its name, and none can be written with them.
_UNFIT = re.compile("[\0\ud800-\udfff]")


def check_stock(app: Sphinx, config: Config) -> None:
    """Report settings of Sphinx and of extensions that cannot be used (``config-inited``).

    Each counts as not set. Ours have checks of their own.
    """
    for name, option in config.values.items():
        if name.startswith("cv_") or not (config.cv_preset or name in _READ):
            continue
        default = option.default(config) if callable(option.default) else option.default
        types = option.valid_types
        allowed = {type(default), *(types if isinstance(types, (frozenset, tuple)) else (Any,))}
        value = getattr(config, name)
        if value is default:
            continue
        if fault := _fault(value, allowed) or _fault_within(name, value):
            setattr(config, name, default)
            where = location_of(app, "", setting=name)
            warn("option", "%s: %s", name, fault, location=where)


def _fault(value: object, allowed: set[Any]) -> str:
    """Return why a value cannot be used; only what is of another kind altogether is refused."""
    if any(_UNFIT.search(text) for text in texts_in(value)):
        return "a character of it cannot be written to a file, remove it"
    wanted = [words for words, kinds in _KINDS.items() if allowed & {*kinds}]
    if Any in allowed and wanted and not isinstance(value, (str, *_CONTAINERS)):
        # MyST takes a list for a dictionary, and the other way round.
        is_list = bool(allowed & {*_CONTAINERS}) and value is not None
        return f"{shown(value)} is not a list: write […]" if is_list else ""
    # Anything is True or False.
    if not wanted or not allowed <= _KNOWN or type(value) in allowed:
        return ""
    if any(isinstance(value, _KINDS[words]) for words in wanted):
        return ""
    return f"{shown(value)} is not {wanted[0]}"


def _fault_within(name: str, value: object) -> str:
    """Return why what a setting holds cannot be used."""
    keys, held = (value, value.values()) if isinstance(value, dict) else ((), value)
    unnamed = [key for key in keys if not isinstance(key, str)]
    if unnamed and name in _BY_NAME:
        return f'{shown(unnamed[0])} is not a name: write {{"…": …}}'
    if name in _OF_PATHS and isinstance(held, Iterable):
        unfit = [part for part in held if not isinstance(part, (str, os.PathLike))]
        return f'{shown(unfit[0])} is not a path: write "…"' if unfit else ""
    return ""
