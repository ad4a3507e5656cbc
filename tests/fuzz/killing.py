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
from pathlib import Path
from typing import Any

from sphinx.cmd.build import main

from helpers import forget_templates

WRITING = os.O_WRONLY | os.O_RDWR
FORK = multiprocessing.get_context("fork")


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
    log = Path(out.parent, f"{out.name}.log")
    counted = FORK.Value("i", 0)

    def run() -> None:
        os.setsid()
        with log.open("w") as file:
            os.dup2(file.fileno(), 1)
            os.dup2(file.fileno(), 2)
            sys.stdout, sys.stderr = os.fdopen(1, "w"), os.fdopen(2, "w")
            forget_templates()
            # Without a kill, the writes are counted alone.
            sys.addaudithook(_Watch(out, kill or Kill(number=-1), counted))
            stored = ("-d", str(out / "doctrees"))
            status = main(["-q", "-b", builder, *stored, *options, str(source), str(out / builder)])
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(status)

    process = FORK.Process(target=run)
    process.start()
    process.join()
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid or 0, signal.SIGKILL)
    return process.exitcode or 0, counted.value, log.read_text("utf-8")
