"""This CV, its examples and its manual, each built once for all tests that look at it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from helpers import (
    EVERYTHING,
    ORIGIN,
    ROOT,
    STRICT,
    clone,
    environment,
    in_source_language,
    make_pdf,
    need,
    once,
    run,
    sphinx_build,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


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


@pytest.fixture(scope="session")
def manual(shared: Path) -> Path:
    """Return the manual as built, strictly."""

    def make(folder: Path) -> None:
        sphinx_build("html", folder, source=ROOT / "docs")

    return once(shared / "manual", make)
