"""Rules that another extension adds to an application, and warnings that it emits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers import write
from sphinx_cv.checker.cli import print_findings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from helpers import Built

OTHER = """
from sphinx_cv.log import warn
from sphinx_cv.model.finding import Finding
from sphinx_cv.model.rule_list import Rule


def find(cv):
    for fact in cv.facts:
        if not fact.item.location:
            message = f'"{fact.item.title}" has no place'
            yield Finding(subtype="placeless", message=message, place=fact.docname, line=fact.line)


def setup(app):
    app.setup_extension("sphinx_cv")
    rule = Rule(name="placeless", meaning="An item has no place.", note=True, find=find)
    app.connect("cv-rules", lambda app: rule)
    app.connect("env-updated", lambda app, env: warn("unheard", "of", location="index"))
"""
CONF = """
import sys
sys.path.insert(0, {folder!r})
extensions = ["sphinx_cv", "other_rules"]
cv_profile = {{"name": "Ada Lovelace"}}
"""
PAGE = "# Ada\n\n```{cv-entry} Post\n:date: 2020\n```\n"


def test_a_rule_of_another_extension_is_a_rule_like_ours(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    conf = CONF.format(folder=str(tmp_path))
    write(tmp_path, {"conf.py": conf, "index.md": PAGE, "other_rules.py": OTHER})
    assert print_findings(tmp_path) == 1
    assert capsys.readouterr().out == (
        "index.md:1:1: error: of [cv.unheard]\n    # Ada\n    ^^^^^\n"
        'index.md:3:15: note: "Post" has no place [cv.placeless]\n'
        "    ```{cv-entry} Post\n                  ^^^^\n1 error, 1 note\n"
    )


def test_it_leaves_no_trace_in_another_application(site: Callable[..., Built]) -> None:
    assert site(PAGE).warnings == []
