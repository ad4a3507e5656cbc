"""A build that cannot write says so in one line, and waits for another one."""

from __future__ import annotations

import errno
import multiprocessing
import time
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from sphinx.errors import ExtensionError, SphinxParallelError

from sphinx_cv.log import Stop
from sphinx_cv.output import failures

if TYPE_CHECKING:
    from pathlib import Path

FULL = OSError(errno.ENOSPC, "No space left on device", "/out/index.html")


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (FULL, "/out/index.html cannot be read or written: No space left on device"),
        (OSError(errno.EROFS, "Read-only"), "a file cannot be read or written: Read-only"),
        (OSError("odd"), "a file cannot be read or written: odd"),
        (ExtensionError("handler", FULL), "/out/index.html cannot be read or written: No space"),
        (
            SphinxParallelError("OSError: [Errno 28] No space left: '/a'", "Traceback"),
            "a file cannot be written: No space left: '/a'",
        ),
    ],
)
def test_a_file_that_cannot_be_written_ends_a_build_with_one_line(
    error: Exception, message: str
) -> None:
    with pytest.raises(Stop) as ended:
        failures.tell_failure(SimpleNamespace(), error)  # type: ignore[arg-type]
    [found] = ended.value.findings
    assert found.message.startswith(message)


@pytest.mark.parametrize("error", [None, ValueError("x"), ExtensionError("handler", KeyError("x"))])
def test_any_other_error_is_left_to_sphinx(error: Exception | None) -> None:
    failures.tell_failure(SimpleNamespace(), error)  # type: ignore[arg-type]


def _build(folder: Path, started: Any, ended: Any) -> None:
    release = failures.wait_for_others(folder)
    started.set()
    time.sleep(0.3)
    ended.set()
    release(None, None)


def test_a_build_waits_for_another_one(tmp_path: Path) -> None:
    fork = multiprocessing.get_context("fork")
    started, ended = fork.Event(), fork.Event()
    other = fork.Process(target=_build, args=(tmp_path, started, ended))
    other.start()
    assert started.wait(20)
    failures.wait_for_others(tmp_path)
    assert ended.is_set()
    other.join()
    # Its own lock is no hindrance.
    failures.wait_for_others(tmp_path)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Stop) as ended:
        failures.wait_for_others(tmp_path / "file")
    assert "cannot be read or written" in ended.value.findings[0].message
