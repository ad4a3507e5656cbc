"""Work that is done in a process of its own, while the build goes on."""

from __future__ import annotations

import os
import sys
import time
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from sphinx.util import logging

from sphinx_cv.output import beside

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are not forked there")
logger = logging.getLogger(__name__)


class App(SimpleNamespace):
    """As much of an application as is asked for; it can be referred to weakly."""

    __hash__ = object.__hash__


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Return an application on a machine with two cores, in which no engine has run."""
    monkeypatch.delitem(sys.modules, "typst", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    app = App(config=SimpleNamespace(cv_in_site=False))
    yield app
    beside.stop(app, None)


def process_of(_app: Any) -> int:
    logger.warning("told once")
    return os.getpid()


def fail(_app: Any) -> int:
    message = f"in {os.getpid()}"
    raise ValueError(message)


def last(_app: Any) -> None:
    os._exit(1)


def test_what_was_begun_is_done_by_another_process(app: Any, caplog: Any) -> None:
    beside.begin(app, process_of)
    assert not caplog.records
    assert beside.result_of(app, process_of) != os.getpid()
    assert [record.getMessage().removeprefix("WARNING: ") for record in caplog.records] == [
        "told once"
    ]
    # It is done once, and then no more.
    assert beside.result_of(app, process_of) == os.getpid()


def test_what_was_not_begun_is_done_here(app: Any) -> None:
    assert beside.result_of(app, process_of) == os.getpid()


@pytest.mark.parametrize("reason", ["engine", "core", "language"])
def test_nothing_is_begun_where_it_is_of_no_use(
    app: Any, monkeypatch: pytest.MonkeyPatch, reason: str
) -> None:
    if reason == "engine":
        monkeypatch.setitem(sys.modules, "typst", SimpleNamespace())
    if reason == "core":
        monkeypatch.setattr(os, "cpu_count", lambda: 1)
    app.config.cv_in_site = reason == "language"
    beside.begin(app, process_of)
    assert beside.result_of(app, process_of) == os.getpid()


def test_a_fault_is_told_by_the_process_that_waits(app: Any) -> None:
    beside.begin(app, fail)
    with pytest.raises(ValueError, match=f"in {os.getpid()}"):
        beside.result_of(app, fail)


def test_a_process_that_is_killed_is_stood_in_for(
    app: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside.begin(app, last)
    monkeypatch.setattr(os, "_exit", lambda _status: None)
    assert beside.result_of(app, last) is None


def test_nothing_is_left_of_a_build_that_fails(app: Any) -> None:
    reading, writing = os.pipe()
    beside.begin(app, lambda _app: time.sleep(1000))
    os.close(writing)
    beside.stop(app, ValueError())
    # Nobody holds the other end any more.
    assert os.read(reading, 1) == b""
    os.close(reading)
