"""Measure builds, checks and edits of this CV and of a long one, and print a table in Markdown.

Builds that are compared are taken in turns, each cold and in a process of its own. The stock
project says the same in plain Markdown, with the base theme and a stock bibliography style; what
it cannot make is switched off in ours where a row does not name it: further languages, the PDF,
the data for programs, and a page for each publication.
"""

from __future__ import annotations

import argparse
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import suppress
from functools import partial
from http.client import HTTPException
from pathlib import Path
from shutil import copy, copytree
from typing import TYPE_CHECKING

from long_cv import lengthen, write_papers, write_talks
from measure import (
    ENVIRONMENT,
    HEAD,
    ROOT,
    Cost,
    Row,
    in_turns,
    memory,
    over,
    ratio,
    run,
    seconds,
)
from stock import write_stock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ALIKE = "cv_publication_pages = False\ncv_pdf = ''\ncv_exports = []\ncv_languages = {}\n"
SPHINX = (sys.executable, "-m", "sphinx", "-q", "-D", "language=en")
COMMAND = (*SPHINX, "-b", "html")
# Reads all and writes nothing: what no check that is made by Sphinx can be without.
READ = (*SPHINX, "-b", "dummy")
LONG = "1000 publications, 1000 talks, 200 entries"


def copy_of_this(folder: Path, settings: str) -> Path:
    """Write this CV into *folder* with further *settings*: what else lies here costs nothing."""
    copytree(ROOT / "sections", folder / "sections")
    for name in ("conf.py", "index.md", "refs.bib"):
        copy(ROOT / name, folder)
    with (folder / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write(settings)
    return folder


def build(project: Path, *options: str, command: tuple[str, ...] = COMMAND) -> Cost:
    """Return what a cold build of the website of *project* takes."""
    with tempfile.TemporaryDirectory() as out:
        return run(*command, *options, str(project), out)


def check(project: Path) -> Cost:
    """Return what a check takes; it may find something."""
    return run(sys.executable, "-m", "sphinx_cv", "check", str(project), statuses=(0, 1))


def small(folder: Path, rounds: int) -> Iterator[Row]:
    """Yield the rows of this CV."""
    alike = copy_of_this(folder / "alike", ALIKE)
    whole = copy_of_this(folder / "whole", "")
    plain = folder / "stock"
    write_stock(alike, plain)
    ours, stock, full, checks, reads = in_turns(
        rounds,
        lambda: build(alike),
        lambda: build(plain),
        lambda: build(whole),
        lambda: check(ROOT),
        lambda: build(plain, command=READ),
    )
    yield ratio("this CV over stock", "≤ 0.85", ours, stock)
    yield ratio("this CV with PDF, data and pages of publications over stock", "", full, stock)
    yield seconds("`make check`, this CV", "≤ 0.5 s", checks, reads)


def large(folder: Path, rounds: int) -> Iterator[Row]:
    """Yield the rows of the long CV."""
    alike = copy_of_this(folder / "alike", ALIKE)
    whole = copy_of_this(folder / "whole", "cv_exports = []\n")
    for project in (alike, whole):
        lengthen(project)
    plain = folder / "stock"
    write_stock(alike, plain)
    own = f"cv_own_pdf={folder}/own/cv.pdf"
    ours, stock, full, checks = in_turns(
        rounds,
        lambda: build(alike),
        lambda: build(plain),
        lambda: build(whole, "-D", own),
        lambda: check(alike),
    )
    yield ratio(f"{LONG}, over stock", "≤ 0.70", ours, stock)
    yield ratio("the same with 1000 pages and both PDFs, over stock's HTML", "≤ 1.30", full, stock)
    yield over("`make check` of it over its HTML build", "≤ 0.5", checks, ours)
    with tempfile.TemporaryDirectory() as out, tempfile.TemporaryDirectory() as stock_out:
        edited, plainly = in_turns(
            rounds,
            edit(whole, (*COMMAND, "-D", own, str(whole), out)),
            edit(plain, (*COMMAND, str(plain), stock_out)),
        )
    yield seconds("one talk of it edited, site and PDFs", "≤ 2 s", edited, plainly)
    yield memory("memory of the largest process", "≤ 300", full, stock)


def edit(project: Path, command: tuple[str, ...]) -> Callable[[], Cost]:
    """Build *project* once; return what edits a talk in it, and builds it again."""
    page = project / "sections" / "talks.md"
    text = page.read_text("utf-8")
    run(*command)

    def again() -> Cost:
        title = f"part 7, version {time.monotonic_ns()}"
        page.write_text(re.sub(r"\bpart 7\b", title, text), "utf-8")
        return run(*command)

    return again


def growth(folder: Path, rounds: int) -> Iterator[Row]:
    """Yield what one more item costs: the difference of a long and a longer CV."""
    cases = (
        ("talk", write_talks, 1250, 10_000, "≤ 2 ms"),
        ("paper", write_papers, 250, 2000, "≤ 3 ms"),
    )
    for name, write, few, many, goal in cases:
        projects = [folder / f"{name}{number}" for number in (few, many)]
        stock = [folder / f"stock-{name}{number}" for number in (few, many)]
        for number, ours, plain in zip((few, many), projects, stock, strict=True):
            write(ours, number)
            write_stock(ours, plain)
        costs = in_turns(rounds, *(partial(build, each) for each in (*projects, *stock)))
        mine, its = (
            [
                1000 * (more.seconds - less.seconds) / (many - few)
                for less, more in zip(*pair, strict=True)
            ]
            for pair in (costs[:2], costs[2:])
        )
        case = f"{name}, with its page" if name == "paper" else name
        yield Row(
            f"a {case}, of {few} to {many}",
            statistics.median(mine),
            max(mine),
            " ms",
            goal,
            f"{statistics.median(its):.2f} ms",
        )


def serving(folder: Path, rounds: int) -> Iterator[Row]:
    """Yield the time from a saved file to the page in the browser."""
    project = copy_of_this(folder / "served", "cv_languages = {}\n")
    plain = folder / "stock"
    write_stock(project, plain)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "sphinx_cv", "serve", "--no-open", "--port", str(port)]
    served = subprocess.Popen(
        [*command, str(project)],
        env=ENVIRONMENT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    page = project / "sections" / "coding.md"
    text = page.read_text("utf-8")
    address = f"http://127.0.0.1:{port}/sections/coding.html"

    def saved() -> Cost:
        # So that the watcher has come to rest.
        time.sleep(2)
        word = f"Language{time.monotonic_ns()}"
        start = time.perf_counter()
        page.write_text(text.replace("JAX", word), "utf-8")
        wait_for(word, address)
        return Cost(time.perf_counter() - start, 0)

    with tempfile.TemporaryDirectory() as out:
        build_again = (*COMMAND, str(plain), out)
        run(*build_again)

        def plainly() -> Cost:
            text = (plain / "sections" / "coding.md").read_text("utf-8")
            (plain / "sections" / "coding.md").write_text(f"{text}\nMore.\n", "utf-8")
            return run(*build_again)

        try:
            wait_for("JAX", address)
            times, stock = in_turns(rounds, saved, plainly)
        finally:
            served.terminate()
            served.wait()
    yield seconds("`make serve`, from a saved file to the browser", "≤ 0.8 s", times, stock)


def wait_for(word: str, address: str) -> None:
    """Wait until the page at *address* has *word*."""
    for _attempt in range(3000):
        # A page that is being written has less than was promised.
        with suppress(OSError, HTTPException), urllib.request.urlopen(address) as page:
            if word in page.read().decode():
                return
        time.sleep(0.02)
    raise SystemExit(f"{address} never had {word}")


def suite(_folder: Path, _rounds: int) -> Iterator[Row]:
    """Yield the time of all tests."""
    tests = run(sys.executable, "-m", "pytest", "-q", str(ROOT))
    yield seconds("all tests", "≤ 360 s", [tests])


PARTS = {"small": small, "large": large, "growth": growth, "serve": serving, "suite": suite}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9, help="how often each is measured")
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], help="which; all")
    arguments = parser.parse_args()
    print(HEAD)
    for name in arguments.parts or PARTS:
        with tempfile.TemporaryDirectory() as folder:
            for row in PARTS[name](Path(folder), arguments.rounds):
                print(row, flush=True)


if __name__ == "__main__":
    main()
