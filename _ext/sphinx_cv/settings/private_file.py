"""``private.toml``: facts of the profile beside conf.py, all of them private."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx_cv.log import stop, warn
from sphinx_cv.model.finding import Finding
from sphinx_cv.model.options.declared import shown
from sphinx_cv.model.privacy import FACTS, PRIVATE, PRIVATE_FILE
from sphinx_cv.model.suggestion import hint_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.config import Config

_WHERE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def add_private_file(app: Sphinx, config: Config) -> None:
    """Add what ``private.toml`` holds to the profile, as private facts (``config-inited``).

    Ends the build where the file cannot be read: what it keeps private is not known then.
    """
    profile = config.cv_profile
    path = Path(app.confdir, PRIVATE_FILE)
    if not profile or not isinstance(profile, dict) or not path.is_file():
        return
    values = _read(path)
    for name in [name for name in values if name not in FACTS]:
        message = "%s cannot be private: write keys that hold one string.%s"
        where = place_of(app, name)
        warn("profile", message, shown(name), hint_of(name, FACTS), location=where)
        del values[name]
    named = profile.get(PRIVATE, [])
    # A list that cannot be read is told with the profile, and hides more.
    private = [*named, *values] if isinstance(named, (list, tuple)) else named
    config.cv_profile = {**profile, **values, PRIVATE: private}


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8-sig"))
    except UnicodeDecodeError:
        message = "the file is not UTF-8: save it as UTF-8"
        stop(Finding(subtype="profile", message=message, place=str(path), line=1))
    except tomllib.TOMLDecodeError as error:
        found = _WHERE.search(str(error))
        text = str(error)[: found.start()] if found else str(error)
        lines = path.read_text("utf-8-sig").rstrip().count("\n") + 1
        line, column = (int(found[1]), int(found[2])) if found and found[1] else (lines, 1)
        message = f'{text}: write lines such as phone = "+44 20 7946 0000"'
        stop(Finding(subtype="profile", message=message, place=str(path), line=line, column=column))
    except OSError as error:
        message = f"the file cannot be read: {error.strerror}"
        stop(Finding(subtype="profile", message=message, place=str(path)))


def place_of(app: Sphinx | Builder, key: str) -> str:
    """Return file and line of *key* in ``private.toml``, empty where it is not there."""
    path = Path(app.confdir, PRIVATE_FILE)
    lines = path.read_text("utf-8-sig").splitlines() if path.is_file() else []
    written = re.compile(rf"\s*[\"'\[]?{re.escape(key)}\b")
    line = next((number for number, line in enumerate(lines, 1) if written.match(line)), 0)
    return f"{path}:{line}" if line else ""
