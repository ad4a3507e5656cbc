"""Small projects, which most tests build."""

from __future__ import annotations

import gc
import itertools
import shutil
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sphinx.testing.util import SphinxTestApp

from helpers import BIB, PROFILE, Built, forget_templates, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Callable[..., Built]]:
    """Build a small project: ``site(files, builder, **conf)``; a text alone is its index.md."""
    with projects(tmp_path) as build:
        yield build


@pytest.fixture(scope="module")
def module_site(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Built]:
    """Build a small project, as ``site`` does, that many tests look at and none changes.

    Each has a folder of its own.
    """

    def build(*files: Any, **conf: Any) -> Built:
        with projects(tmp_path_factory.mktemp("site")) as build_one:
            return build_one(*files, **conf)

    return build


USES = itertools.count(1)


@contextmanager
def projects(folder: Path) -> Iterator[Callable[..., Built]]:
    """Give what builds a small project in *folder*."""
    apps: list[SphinxTestApp] = []

    def build(
        files: str | Mapping[str, str],
        builder: str = "html",
        *,
        fresh: bool = True,
        parallel: int = 1,
        **conf: Any,
    ) -> Built:
        if isinstance(files, str):
            files = {"index.md": files}
        source = folder / "source"
        if fresh:
            shutil.rmtree(source, ignore_errors=True)
        settings = {"cv_profile": PROFILE} | conf
        lines = ["extensions = ['sphinx_cv']"]
        lines += [f"{name} = {value!r}" for name, value in settings.items()]
        write(source, {"conf.py": "\n".join(lines), "refs.bib": BIB} | dict(files))
        forget_templates()
        app = SphinxTestApp(
            builder,
            srcdir=source,
            builddir=folder / "build",
            freshenv=fresh,
            warning=StringIO(),
            parallel=parallel,
        )
        apps.append(app)
        app.build()
        return Built(app=app, source=source, out=Path(app.outdir))

    try:
        yield build
    finally:
        for app in apps:
            app.cleanup()
        apps.clear()
        # A build leaves megabytes that refer to each other: a worker would grow to gigabytes.
        if next(USES) % 50 == 0:
            gc.collect()
