"""Print where a build spends its time, in milliseconds of processor time.

One build in this process, with a clock around each event handler, each transform, the reading of
documents, the templates and the pages. A part's own time excludes the parts within it.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from docutils.transforms import Transform

ROOT = Path(__file__).resolve().parents[1]


class Clock:
    """The own time of each part, in seconds, and how often it ran."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self.calls: Counter[str] = Counter()
        self._within: list[float] = [0.0]

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """Measure what runs within the block as the part *name*."""
        start = time.process_time()
        self._within.append(0.0)
        try:
            yield
        finally:
            whole = time.process_time() - start
            self.seconds[name] += whole - self._within.pop()
            self.calls[name] += 1
            self._within[-1] += whole

    def around(self, owner: Any, method: str, name: Callable[..., str]) -> None:
        """Measure every call of a method; *name* gets its arguments and says which part it is."""
        plain = getattr(owner, method)

        def measured(*args: Any, **kwargs: Any) -> Any:
            with self.part(name(*args)):
                return plain(*args, **kwargs)

        setattr(owner, method, measured)


def main() -> int:
    """Build and print the parts, the longest first."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", nargs="?", default=str(ROOT), help="a project; this CV")
    parser.add_argument("-b", dest="builder", default="html")
    parser.add_argument("-n", dest="rows", type=int, default=40, help="how many parts to print")
    options = parser.parse_args()
    clock = Clock()
    with clock.part("everything else"), tempfile.TemporaryDirectory() as folder:
        status = build(clock, options.source, folder, options.builder)
    for name, seconds in clock.seconds.most_common(options.rows):
        print(f"{1000 * seconds:8.1f}  {clock.calls[name]:6}  {name}")
    print(f"{1000 * sum(clock.seconds.values()):8.1f}          all")
    return status


def build(clock: Clock, source: str, folder: str, builder: str) -> int:
    """Build *source* into *folder*; return Sphinx's exit status."""
    with clock.part("import sphinx"):
        from sphinx.application import Sphinx
        from sphinx.builders import Builder
        from sphinx.cmd.build import main as sphinx_build
        from sphinx.events import EventManager
        from sphinx.jinja2glue import BuiltinTemplateLoader
        from sphinx.transforms import SphinxTransformer
    clock.around(Sphinx, "setup_extension", lambda _app, name: f"extension {name}")
    clock.around(Builder, "read_doc", lambda *_: "read: parse a document")
    clock.around(Builder, "read", lambda *_: "read: all else")
    clock.around(Builder, "write", lambda *_: "write: all else")
    clock.around(SphinxTransformer, "apply_transforms", lambda *_: "transforms: all else")
    clock.around(BuiltinTemplateLoader, "render", lambda *_: "templates")
    connect = EventManager.connect

    def connected(self: Any, name: str, handler: Callable[..., Any], priority: int) -> int:
        where = f"{name}: {handler.__module__}.{getattr(handler, '__qualname__', handler)}"

        def measured(*args: Any) -> Any:
            with clock.part(where):
                return handler(*args)

        return connect(self, name, measured, priority)

    EventManager.connect = connected  # type: ignore[method-assign]
    add = SphinxTransformer.add_transforms

    def added(self: Any, transforms: list[type[Transform]]) -> None:
        for each in transforms:
            if "apply" in vars(each) and each not in clocked:
                clocked.add(each)
                clock.around(each, "apply", lambda one, *_: f"transform {type(one).__name__}")
        add(self, transforms)

    clocked: set[type[Transform]] = set()
    SphinxTransformer.add_transforms = added  # type: ignore[method-assign]
    return sphinx_build(["-q", "-E", "-b", builder, source, folder])


if __name__ == "__main__":
    sys.exit(main())
