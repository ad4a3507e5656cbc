"""Works something out in a process of its own, while the build goes on.

The process is a copy of this one that writes no file: its result and its log come back, so a
build that is stopped leaves nothing of it behind.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import WeakKeyDictionary

from sphinx.util import logging
from sphinx.util.parallel import parallel_available

from sphinx_cv.log import logger

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

    from sphinx.application import Sphinx

    Work = Callable[[Sphinx], object]

Result = TypeVar("Result")

# What was begun for each build that is on its way.
_BEGUN: WeakKeyDictionary[Sphinx, dict[Work, _Process]] = WeakKeyDictionary()


def begin(app: Sphinx, work: Work) -> None:
    """Begin *work*, which returns plain data, where another process is possible and of use."""
    if _has_a_core_left(app):
        _BEGUN.setdefault(app, {})[work] = _Process(app, work)


def result_of(app: Sphinx, work: Callable[[Sphinx], Result]) -> Result:
    """Return what *work* returns, and log what it logs; do it here where it was not begun."""
    begun = _BEGUN.get(app, {}).pop(work, None)
    sent = begun.receive() if begun else ()
    return sent[0] if sent else work(app)


def stop(app: Sphinx, _exception: Exception | None) -> None:
    """End what nobody has asked for: the build has failed (``build-finished``)."""
    for process in _BEGUN.pop(app, {}).values():
        process.stop()


def _has_a_core_left(app: Sphinx) -> bool:
    # The languages of a site are built beside one another. A copy of a process has none of its
    # threads, and the print engine starts some.
    return (
        parallel_available
        and (os.cpu_count() or 1) > 1
        and not app.config.cv_in_site
        and "typst" not in sys.modules
    )


class _Process:
    """The process of one call."""

    def __init__(self, app: Sphinx, work: Work) -> None:
        fork = multiprocessing.get_context("fork")
        self._receiver, sender = fork.Pipe(duplex=False)
        # A daemon ends with this process, however that ends.
        self._process = fork.Process(target=_send, args=(sender, app, work), daemon=True)
        self._process.start()
        sender.close()

    def receive(self) -> tuple[Any, ...]:
        """Return the result as a tuple of one, empty where the process has failed."""
        try:
            logs, result = self._receiver.recv()
        except EOFError:
            return ()
        finally:
            self._process.join()
        for record in logs:
            logger.handle(record)
        return (result,)

    def stop(self) -> None:
        """End the process."""
        self._process.terminate()
        self._process.join()


def _send(sender: Connection, app: Sphinx, work: Work) -> None:
    collector = logging.LogCollector()
    # Whoever waits does the same again, and tells of the fault.
    with suppress(Exception):
        with collector.collect():
            result = work(app)
        logging.convert_serializable(collector.logs)
        sender.send((collector.logs, result))
