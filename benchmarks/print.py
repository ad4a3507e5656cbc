"""Measure what the PDF costs: website with PDF against website alone; compiling a long CV.

The two builds are taken in turns, each cold. Prints a table in Markdown.
"""

from __future__ import annotations

import argparse
import os
import pickle
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from build import ROOT, lengthen

TARGET_RATIO, TARGET_SECONDS = 1.4, 2.0
COMPILE = """
import pickle, sys, time
from pathlib import Path
from sphinx_cv.print.typst.compiler import compile_pdf
source = pickle.loads(Path(sys.argv[1]).read_bytes())
start = time.perf_counter()
assert compile_pdf(source).data
print(time.perf_counter() - start)
"""
sys.path.insert(0, str(ROOT / "_ext"))


def write_project(folder: Path) -> Path:
    """Copy what a CV is made of."""
    shutil.copytree(ROOT / "sections", folder / "sections")
    for name in ("conf.py", "index.md", "refs.bib"):
        shutil.copy(ROOT / name, folder)
    return folder


def build(project: Path, commands: list[list[str]]) -> float:
    """Return the seconds of cold builds in turn, which share what was read."""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "_ext")}
    with tempfile.TemporaryDirectory() as out:
        start = time.perf_counter()
        for builder, *options in commands:
            target = [str(project), f"{out}/{builder}"]
            command = [sys.executable, "-m", "sphinx", "-q", "-b", builder, "-d", f"{out}/cache"]
            run = [*command, *options, *target]
            subprocess.run(run, check=True, env=environment, capture_output=True, text=True)
        return time.perf_counter() - start


def measure_ratio(project: Path, rounds: int) -> str:
    """Return the row of "make" against the website alone."""
    alone = [["html", "-D", "cv_pdf="]]
    both = [["html", "-D", "cv_own_pdf=own/cv.pdf"]]
    times = [[build(project, case) for case in (alone, both)] for _round in range(rounds)]
    bare, full = map(statistics.median, zip(*times, strict=True))
    case = "website and both PDFs (make) / website alone"
    return f"| {case} | {full / bare:.2f} | ≤ {TARGET_RATIO} |"


def measure_compiling(project: Path, rounds: int) -> str:
    """Return the row of compiling 1000 publications and 1000 talks."""
    from sphinx.application import Sphinx

    from sphinx_cv.print.typst.document import body_of, source_of
    from sphinx_cv.settings.settings import print_profile_of

    lengthen(project)
    with tempfile.TemporaryDirectory() as out:
        app = Sphinx(
            str(project), str(project), out, f"{out}/cache", "typst", status=None, warning=None
        )
        app.build()

        def resolve(tree: object, docname: str) -> None:
            app.env.resolve_references(tree, docname, app.builder)

        source = source_of(app.config, print_profile_of(app.config), body_of(app.builder, resolve))
    stored = project / "source.pickle"
    stored.write_bytes(pickle.dumps(source))
    # A process for each round: the engine remembers what it has set.
    environment = os.environ | {"PYTHONPATH": str(ROOT / "_ext")}
    command = [sys.executable, "-c", COMPILE, str(stored)]
    told = [
        subprocess.run(command, check=True, env=environment, capture_output=True, text=True).stdout
        for _round in range(rounds)
    ]
    seconds = statistics.median(map(float, told))
    case = "seconds to compile 1000 publications, 1000 talks, 200 entries"
    return f"| {case} | {seconds:.2f} | ≤ {TARGET_SECONDS} |"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="measurements of each")
    rounds = parser.parse_args().rounds
    print("| what | measured | target |")
    print("| --- | ---: | ---: |")
    for measure in (measure_ratio, measure_compiling):
        with tempfile.TemporaryDirectory() as folder:
            print(measure(write_project(Path(folder)), rounds), flush=True)


if __name__ == "__main__":
    main()
