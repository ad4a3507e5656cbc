"""The README's examples build without a warning, and its tables are those of the code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from helpers import ROOT, Built
from sphinx_cv.bibliography.directive import PublicationListDirective
from sphinx_cv.config import SETTINGS
from sphinx_cv.directives import TalkListDirective
from sphinx_cv.model import ENTRY_KINDS, TALK_KINDS
from sphinx_cv.options import ENTRY_OPTIONS, TALK_OPTIONS
from sphinx_cv.profile import KEYS
from sphinx_cv.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Callable

README = (ROOT / "README.md").read_text("utf-8")
EXAMPLES = re.findall(r"````md\n(.*?)````", README, re.DOTALL)
PHD = "\n```{cv-entry} Ph.D.\n:name: phd\n```\n"


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_an_example_builds_without_a_warning(site: Callable[..., Built], number: int) -> None:
    example = EXAMPLES[number]
    if not example.startswith("---"):
        example = f"# Ada\n\n{example}"
    if "`phd`" in example:
        example += PHD
    assert site(example, cv_today="2026-01").warnings == []


def test_the_profile_of_the_readme_is_sound(site: Callable[..., Built]) -> None:
    block = re.search(r"```python\n(cv_profile = .*?)```", README, re.DOTALL)
    assert block is not None
    values: dict[str, dict[str, object]] = {}
    exec(block[1], values)
    assert set(values["cv_profile"]) <= set(KEYS)
    assert site("# Ada\n\nText\n", cv_profile=values["cv_profile"]).warnings == []


def test_every_option_kind_setting_and_warning_is_in_the_readme() -> None:
    names = [*ENTRY_OPTIONS, *TALK_OPTIONS, *ENTRY_KINDS, *TALK_KINDS, *KEYS]
    names += [*PublicationListDirective.known_options, *TalkListDirective.known_options]
    names += [setting.name for setting in SETTINGS]
    assert [name for name in names if f"`{name}`" not in README and f'"{name}"' not in README] == []
    rows = [
        f"| `cv.{name}` | {'note' if rule.note else 'error'} | {rule.meaning} |"
        for name, rule in RULES.items()
    ]
    assert "\n".join(["| Rule | | Meaning |", "|---|---|---|", *rows]) in README
