"""The README's examples build without a warning, and its tables are those of the code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import yaml

from helpers import ROOT, Built
from sphinx_cv.document.directives import TalkListDirective
from sphinx_cv.model.declared import keys_of
from sphinx_cv.model.kinds import ENTRY_KINDS, TALK_KINDS
from sphinx_cv.model.profile import Profile
from sphinx_cv.model.rule_list import RULES
from sphinx_cv.publications.directive import PublicationListDirective
from sphinx_cv.source.items import ENTRY_OPTIONS, TALK_OPTIONS

if TYPE_CHECKING:
    from collections.abc import Callable

README = (ROOT / "README.md").read_text("utf-8")
EXAMPLES = [
    text for _mark, text in re.findall(r"^(`{4,})md\n(.*?)^\1$", README, re.DOTALL | re.MULTILINE)
]
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
    assert set(values["cv_profile"]) <= set(keys_of(Profile))
    assert site("# Ada\n\nText\n", cv_profile=values["cv_profile"]).warnings == []


def test_colors_of_ones_own_come_last(site: Callable[..., Built]) -> None:
    css = re.search(r"```css\n(.*?)```", README, re.DOTALL)
    conf = re.search(r"```python\n(html_static_path = .*?)```", README, re.DOTALL)
    assert css is not None
    assert conf is not None
    values: dict[str, object] = {}
    exec(conf[1], {}, values)
    built = site({"index.md": "# Ada\n\nText\n", "_static/own.css": css[1]}, **values)
    assert built.warnings == []
    sheets = built.page().find_all("link", rel="stylesheet")
    assert sheets[-1]["href"].startswith("_static/own.css")
    assert set(re.findall(r"--pst-color-[\w-]+(?=:)", css[1])) == {
        "--pst-color-primary",
        "--pst-color-link",
    }


def test_only_one_output_has_what_is_marked(site: Callable[..., Built]) -> None:
    example = next(text for text in EXAMPLES if "{only}" in text)
    page = f"# Ada\n\n{example}"
    web = site(page).article().get_text()
    tex = site(page, "latex").text("cv.tex")
    assert ("group" in web, "References" in web) == (True, False)
    assert ("group" in tex, "References" in tex) == (False, True)


def test_the_workflow_publishes_what_make_builds() -> None:
    block = re.search(r"```yaml\n(.*?)```", README, re.DOTALL)
    assert block is not None
    steps = yaml.safe_load(block[1])["jobs"]["site"]["steps"]
    assert [step["run"].split()[:2] for step in steps if "run" in step] == [["make", "html"]]
    assert [step["with"]["path"] for step in steps if "with" in step] == ["_build/html"]


def test_every_option_kind_and_warning_is_in_the_readme() -> None:
    names = [*ENTRY_OPTIONS, *TALK_OPTIONS, *ENTRY_KINDS, *TALK_KINDS]
    names += [*PublicationListDirective.known_options, *TalkListDirective.known_options]
    assert [name for name in names if f"`{name}`" not in README and f'"{name}"' not in README] == []
    rows = [
        f"| `cv.{name}` | {'note' if rule.note else 'error'} | {rule.meaning} |"
        for name, rule in RULES.items()
    ]
    assert "\n".join(["| Rule | | Meaning |", "|---|---|---|", *rows]) in README
