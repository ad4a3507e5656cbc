"""All that the extension does in a build stands in one table, in its order."""

from __future__ import annotations

import ast
import atexit
import gc
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import sphinx_cv
from sphinx_cv import pipeline
from sphinx_cv.html.site import templates

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers import Built

PACKAGE = Path(sphinx_cv.__file__).parent


@pytest.mark.parametrize("preset", [True, False])
def test_what_is_connected_is_the_table(site: Callable[..., Built], preset: bool) -> None:
    app = site("# Ada\n\nText\n", "dummy", cv_preset=preset).app
    table = (*pipeline.HANDLERS, *(pipeline.CV_HANDLERS if preset else ()))
    # Not what connects the second half of the table, what the theme needs without the extension,
    # and what ends with the build.
    connected = {
        event: [
            (listener.priority, listener.handler)
            for listener in sorted(listeners, key=lambda listener: listener.priority)
            if getattr(listener.handler, "__module__", "").startswith("sphinx_cv.")
            and listener.handler not in (pipeline.set_up_cv, templates.share_icons)
            and listener.handler.__qualname__
            not in ("collect_less_often.<locals>.restore", "wait_for_others.<locals>.release")
        ]
        for event, listeners in app.events.listeners.items()
    }
    events = {event for event, _priority, _handler in table}
    assert {event for event, handlers in connected.items() if handlers} == events
    for event in events:
        wanted = [(at, handler) for name, at, handler in table if name == event]
        assert connected[event] == sorted(wanted, key=lambda row: row[0]), event


@pytest.mark.parametrize("table", [pipeline.HANDLERS, pipeline.CV_HANDLERS])
def test_the_table_is_in_the_order_in_which_it_runs(
    table: tuple[tuple[str, int, object], ...],
) -> None:
    for event in {name for name, _at, _handler in table}:
        priorities = [at for name, at, _handler in table if name == event]
        assert priorities == sorted(priorities), event


def test_transforms_are_registered(site: Callable[..., Built]) -> None:
    registry = site("# Ada\n\nText\n", "dummy").app.registry
    late = [
        each for each in registry.get_post_transforms() if each.__module__.startswith("sphinx_cv")
    ]
    assert late == [*pipeline.POST_TRANSFORMS, *pipeline.CV_POST_TRANSFORMS]
    early = [each for each in registry.get_transforms() if each.__module__.startswith("sphinx_cv")]
    assert early == [*pipeline.CV_TRANSFORMS]


@pytest.mark.parametrize(("preset", "changed"), [(True, True), (False, False)])
def test_the_garbage_collector_is_a_cv_projects_alone_and_for_one_build(
    site: Callable[..., Built], monkeypatch: pytest.MonkeyPatch, preset: bool, changed: bool
) -> None:
    before = (700, 10, 10)
    gc.set_threshold(*before)
    conf = f"""
import gc, pathlib
extensions = ["sphinx_cv"]
cv_preset = {preset}

def setup(app):
    app.connect("source-read", note)

def note(app, docname, source):
    pathlib.Path(app.srcdir, "seen.txt").write_text(str(gc.get_threshold()))
"""
    at_the_end: list[object] = []
    monkeypatch.setattr(atexit, "register", lambda call, *_given: at_the_end.append(call))
    built = site({"conf.py": conf, "index.md": "# Ada\n"}, "dummy")
    # What is left when Python ends is freed by the system.
    assert (gc.freeze in at_the_end) is changed
    assert gc.get_freeze_count() == 0
    assert ((built.source / "seen.txt").read_text("utf-8") != str(before)) is changed
    assert gc.get_threshold() == before


def test_nobody_connects_elsewhere() -> None:
    found = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            name = (
                node.func.attr
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
                else ""
            )
            if name in {"connect", "add_transform", "add_post_transform"}:
                found.add(path.relative_to(PACKAGE).as_posix())
    # The interface connects what others add, the theme what it needs without the extension; TeX's
    # images have a transform where TeX runs.
    assert found == {"pipeline.py", "api.py", "html/__init__.py", "print/latex/images.py"}
