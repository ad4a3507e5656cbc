"""Several PDFs: the engine needs none of our state, and sets some while others are composed."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Self

from sphinx_cv.print.variants.writing import showing

from .compiler import compile_pdf
from .document import body_of, source_of
from .warnings import report_compiled, report_pages

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from concurrent.futures import Future
    from pathlib import Path
    from types import TracebackType

    from sphinx.builders import Builder

    from sphinx_cv.model.profile import Profile

    from .compiler import Compiled
    from .source import Resolve, Source

    Write = Callable[[Path, Compiled], object]
    Wanted = Mapping[str, Mapping[Path, Profile]]

# The PDFs that the engine sets at the same time. Each takes memory.
_AT_ONCE = 2
# After so many seconds a thread that composes lets another go on, which wants to write a file for
# the engine. Python's own number, 0.005, for each of its files would keep the engine waiting.
_TURN = 0.0002


class Engine:
    """Sets PDFs, and finishes them in the order in which they were asked for.

    As a context manager it finishes them at its end.
    """

    def __init__(self, builder: Builder, write: Write) -> None:
        self._builder = builder
        self._write = write
        self._threads = ThreadPoolExecutor(_AT_ONCE)
        self._turn = sys.getswitchinterval()
        self._begun: list[tuple[str, Mapping[Path, Source], Mapping[Path, Future[Compiled]]]] = []

    def __enter__(self) -> Self:
        sys.setswitchinterval(_TURN)
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        fault: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        self._threads.shutdown(cancel_futures=fault is not None)
        sys.setswitchinterval(self._turn)
        for name, sources, futures in self._begun if fault is None else ():
            made = {path: future.result() for path, future in futures.items()}
            report_compiled(self._builder.env, *made.values())
            if name:
                longest = max(made, key=lambda path: made[path].pages)
                report_pages(self._builder, name, sources[longest], made[longest])
            for path, compiled in made.items():
                self._write(path, compiled)

    def set(self, sources: Mapping[Path, Source], variant: str = "") -> None:
        """Begin to set *sources*, each to be written to its path; *variant* is what they are of."""
        futures = {path: self._threads.submit(compile_pdf, it) for path, it in sources.items()}
        self._begun.append((variant, sources, futures))

    def set_variants(self, wanted: Wanted, resolve: Resolve) -> None:
        """Compose the variants *wanted*, each with the facts that a path shows, and set them."""
        for name, targets in wanted.items():
            with showing(self._builder, name):
                body = body_of(self._builder, resolve)
                config = self._builder.config
                sources = {path: source_of(config, facts, body) for path, facts in targets.items()}
            self.set(sources, name)
