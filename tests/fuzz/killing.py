"""Builds in a process of their own, which may be killed where it writes.

A process tells an audit hook (PEP 578) of each file before it opens, moves or removes it, however
Python code does that; so the points of a kill need nothing from what is built.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import re
import signal
import sys
from dataclasses import dataclass
from multiprocessing import forkserver
from pathlib import Path
from typing import Any
from unittest.mock import patch

from sphinx.cmd.build import main

from helpers import forget_templates

WRITING = os.O_WRONLY | os.O_RDWR
# A process without the threads of this one, which a fork would leave behind with their locks.
CLEAN = multiprocessing.get_context("forkserver")
CLEAN.set_forkserver_preload(["warm"])


@dataclass(frozen=True, kw_only=True)
class Kill:
    """A kill at the write number *number* of those to a file whose path has *pattern*.

    Where it is *half* done, the file is cut in the middle of what it held.
    """

    pattern: str = ""
    number: int = 1
    half: bool = False


class _Watch:
    """An audit hook that counts writes below *folder*, and kills at that of *kill*."""

    def __init__(self, folder: Path, kill: Kill, counted: Any) -> None:
        self._folder, self._kill = str(folder), kill
        self._counted = counted

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            path, _mode, flags = arguments
            if not isinstance(flags, int) or not flags & WRITING:
                return
        elif event in {"os.rename", "os.remove", "os.mkdir", "os.utime", "os.rmdir"}:
            path = arguments[1 if event == "os.rename" else 0]
        else:
            return
        if not isinstance(path, (str, os.PathLike)):
            return
        place = os.fspath(path)
        if not str(place).startswith(self._folder) or not re.search(self._kill.pattern, place):
            return
        with self._counted.get_lock():
            self._counted.value += 1
            if self._counted.value != self._kill.number:
                return
        if event == "open" and self._kill.half:
            with contextlib.suppress(OSError):
                os.truncate(place, Path(os.fsdecode(place)).stat().st_size // 2)
        # With the processes that it has started.
        os.killpg(0, signal.SIGKILL)


def build(
    source: Path, out: Path, *options: str, builder: str = "html", kill: Kill | None = None
) -> tuple[int, int, str]:
    """Build *source* into a folder of *out*: the status, the number of writes, the log.

    The status of a build that was killed is negative. Builders share ``out/doctrees``.
    """
    out.mkdir(exist_ok=True)
    # The server is told of no folders, so that it would find nothing to load.
    with patch.dict(os.environ, {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}):
        forkserver.ensure_running()
    log = Path(out.parent, f"{out.name}.log")
    counted = CLEAN.Value("i", 0)
    words = ["-q", "-b", builder, "-d", str(out / "doctrees"), *options, str(source)]
    # Without a kill, the writes are counted alone.
    watch = _Watch(out, kill or Kill(number=-1), counted)
    process = CLEAN.Process(target=_run, args=([*words, str(out / builder)], log, watch))
    process.start()
    process.join()
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid or 0, signal.SIGKILL)
    return process.exitcode or 0, counted.value, log.read_text("utf-8")


def _run(words: list[str], log: Path, watch: _Watch) -> None:
    os.setsid()
    with log.open("w") as file:
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
        sys.stdout, sys.stderr = os.fdopen(1, "w"), os.fdopen(2, "w")
        forget_templates()
        sys.addaudithook(watch)
        status = main(words)
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(status)
