"""What all tests share: small projects, and this CV, each built once for all that ask for it."""

from __future__ import annotations

import gc
import itertools
import json
import logging
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import pytest
from sphinx.locale import translators
from sphinx.testing.util import SphinxTestApp
from sphinx.util.logging import SphinxLoggerAdapter

from helpers import (
    BIB,
    EVERYTHING,
    ORIGIN,
    PROFILE,
    ROOT,
    STRICT,
    Built,
    clone,
    environment,
    forget_templates,
    in_source_language,
    make_pdf,
    need,
    once,
    run,
    sphinx_build,
    write,
)
from sphinx_cv.settings.machine import HOSTS

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Mapping

pytest_plugins = ["sharing"]


def pytest_configure() -> None:
    """Let Python and Jinja keep what they compile, and write what tests build into memory.

    Where they are told not to (as in many containers), each worker compiles all tests, each
    command all modules, and each build all templates.
    """
    sys.dont_write_bytecode = False
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if fits_in_memory(MEMORY):
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


# Where Linux keeps files in memory. A run writes very many small ones, and deletes them again:
# copies of this CV and all that is built. A disk takes ten times as long for a copy.
MEMORY = Path("/dev/shm")


def fits_in_memory(folder: Path) -> bool:
    """Whether a run may write into a folder that is kept in memory: there is room, and programs run."""
    if not folder.is_dir():
        return False
    runs = not os.statvfs(folder).f_flag & os.ST_NOEXEC
    return runs and shutil.disk_usage(folder).free > 4 * 2**30


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Look for no garbage among the tests while they are collected: all of them stay."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Return one more than there are cores: a sixth of its time a worker waits, as for a browser."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that all workers of this run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session", autouse=True)
def _the_owners_machine() -> Iterator[None]:
    """Let tests run as on the owner's machine: those of a service say so themselves."""
    with pytest.MonkeyPatch.context() as patch:
        for host in HOSTS:
            patch.delenv(host, raising=False)
        yield


@pytest.fixture(autouse=True)
def _words_of_one_language() -> Iterator[None]:
    """Let no test have the words of another's language: Sphinx keeps them for a whole process."""
    with patch.dict(translators, clear=True):
        yield


@pytest.fixture(scope="session", autouse=True)
def _no_debugging() -> Iterator[None]:
    """Let Sphinx say nothing of what it does to itself: a tenth of the time of a small build."""
    logging.disable(logging.DEBUG)
    with pytest.MonkeyPatch.context() as patch:
        # Sphinx says a thousand things of a build, and looks at each before it is left out.
        patch.setattr(SphinxLoggerAdapter, "debug", lambda *_said, **_options: None)
        yield
    logging.disable(logging.NOTSET)


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


@pytest.fixture(scope="session")
def built(shared: Path) -> Callable[[str], Path]:
    """Return this CV as built by a builder; by "latexpdf", its LaTeX with the PDF."""

    def make_latexpdf(out: Path) -> None:
        shutil.copytree(build("latex"), out)
        make_pdf(out)

    def build(builder: str) -> Path:
        out = shared / "built" / builder
        if builder == "latexpdf":
            return once(out, make_latexpdf)
        return once(out, lambda out: sphinx_build(builder, out))

    return build


@pytest.fixture(scope="session")
def translated(shared: Path) -> Path:
    """Return this CV as "make" builds it: the site in ``html``, the owner's PDFs in ``pdf``."""

    def make(out: Path) -> None:
        options = ("-D", f"cv_own_pdf={out / 'pdf/cv.pdf'}", "-d", out / "doctrees")
        command = (sys.executable, "-m", "sphinx", *STRICT, "-b", "html", *options, ROOT)
        assert run(*command, "-D", f"html_baseurl={ORIGIN}", out / "html").stderr == ""

    return once(shared / "languages", make)


@pytest.fixture(scope="session")
def everything(shared: Path) -> Path:
    """Return the site of a CV that says a bit of everything."""
    return once(shared / "everything", lambda out: sphinx_build("html", out, source=EVERYTHING))


# A build takes less time than Python takes to import what it needs: that is done once.
COMMANDS = """
import json, os, sys
import sphinx_cv.pipeline
from sphinx.cmd.build import main
for line in sys.stdin:
    process = os.fork()
    if not process:
        sys.exit(main(json.loads(line)))
    print(os.waitpid(process, 0)[1], flush=True)
"""


@pytest.fixture(scope="session")
def rebuilt(shared: Path) -> Iterator[Callable[[str], Path]]:
    """Return this CV as commands build it, each by processes of its own, in another folder."""
    source = once(shared / "clone", lambda folder: clone(folder, compiled=True))
    with subprocess.Popen(
        [sys.executable, "-c", COMMANDS],
        env=environment({"PYTHONPATH": str(source / "_ext")}),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as commands:

        def make(builder: str, out: Path) -> None:
            words = (*STRICT, "-E", "-j", "2", *in_source_language(source), "-b", builder)
            print(json.dumps([*words, str(source), str(out)]), file=commands.stdin, flush=True)
            assert commands.stdout.readline() == "0\n"

        yield lambda builder: once(shared / "rebuilt" / builder, lambda out: make(builder, out))


@pytest.fixture(scope="session")
def hosted(shared: Path) -> Path:
    """Return this CV as Read the Docs builds it: its checkout, and what it publishes in ``out``."""

    def make(folder: Path) -> None:
        need("latexmk")
        source = clone(folder / "checkout")
        out = folder / "out"
        env = {
            "READTHEDOCS": "True",
            "READTHEDOCS_LANGUAGE": "en",
            "READTHEDOCS_VERSION": "latest",
            "READTHEDOCS_OUTPUT": str(out),
        }
        sphinx = (sys.executable, "-m", "sphinx", "-T")
        words = ("-d", "_build/doctrees", "-D", "language=en", ".")
        run(*sphinx, "-W", "--keep-going", "-b", "html", *words, out / "html", cwd=source, env=env)
        run(*sphinx, "-b", "latex", *words, out / "pdf", cwd=source, env=env)
        assert len(list((out / "pdf").glob("*.tex"))) == 1
        latexmk = ("latexmk", "-r", "latexmkrc", "-pdf", "-f", "-dvi-", "-ps-", "-jobname=my-cv")
        run(*latexmk, "-interaction=nonstopmode", cwd=out / "pdf", env=env)

    return once(shared / "hosted", make)


# What builds an example; the others print its nodes no differently from one CV to the next.
EXAMPLE_BUILDERS = ("html", "typst", "latex", "text", "epub")
# A short CV shows no more than a long one.
FEW_BUILDERS = {"engineer": ("html", "typst")}
ALL_BUILDERS = (*EXAMPLE_BUILDERS, "dirhtml", "singlehtml", "man", "xml", "gettext")


@pytest.fixture(scope="session")
def manual(shared: Path) -> Path:
    """Return the manual as built, strictly."""

    def make(folder: Path) -> None:
        sphinx_build("html", folder, source=ROOT / "docs")

    return once(shared / "manual", make)


@pytest.fixture(scope="session")
def example(shared: Path) -> Callable[[str], Path]:
    """Return the folder of an example as built: one folder for each builder."""

    def make(name: str, out: Path) -> None:
        few = FEW_BUILDERS.get(name, EXAMPLE_BUILDERS)
        for builder in ALL_BUILDERS if name == "humanities" else few:
            # One reading does for all but gettext. The PDF is made once, by its own builder.
            doctrees = out / ("doctrees" if builder != "gettext" else "gettext-doctrees")
            options = ("-d", str(doctrees), "-D", "cv_pdf=")
            source = ROOT / "examples" / name
            sphinx_build(builder, out / builder, *options, source=source, fresh=False)

    return lambda name: once(shared / "examples" / name, lambda out: make(name, out))
