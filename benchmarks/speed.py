"""Measure builds, checks and edits of this CV and of a long one, and print a table in Markdown.

Builds that are compared are taken in turns, each cold and in a process of its own. The stock
project says the same in plain Markdown, with the base theme and a stock bibliography style; what
it cannot make is switched off in ours where a row does not name it: further languages, the PDF,
the data for programs, and a page for each publication.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from typing import TYPE_CHECKING

from long_cv import lengthen, write_papers, write_talks
from stock import write_stock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parents[1]
ALIKE = "cv_publication_pages = False\ncv_pdf = ''\ncv_exports = []\ncv_languages = {}\n"
COMMAND = (sys.executable, "-m", "sphinx", "-qb", "html", "-D", "language=en")
LONG = "1000 publications, 1000 talks, 200 entries"
ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT / "_ext")}


@dataclass(frozen=True)
class Row:
    """A row of the table; *worst* is that of the round that was worst."""

    case: str
    median: float
    worst: float
    unit: str
    goal: str

    def __str__(self) -> str:
        return (
            f"| {self.case} | {self.median:.2f}{self.unit} | {self.worst:.2f}{self.unit} "
            f"| {self.goal} |"
        )


def copy_of_this(folder: Path, settings: str) -> Path:
    """Write this CV into *folder* with further *settings*: what else lies here costs nothing."""
    shutil.copytree(ROOT / "sections", folder / "sections")
    for name in ("conf.py", "index.md", "refs.bib"):
        shutil.copy(ROOT / name, folder)
    with (folder / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write(settings)
    return folder


def run(*command: str, statuses: tuple[int, ...] = (0,)) -> float:
    """Return the seconds of a command."""
    start = time.perf_counter()
    done = subprocess.run(command, check=False, env=ENVIRONMENT, capture_output=True, text=True)
    if done.returncode not in statuses:
        raise SystemExit(f"{' '.join(command)}\n{done.stderr}")
    return time.perf_counter() - start


def build(project: Path, *options: str) -> float:
    """Return the seconds of a cold build of the website of *project*."""
    with tempfile.TemporaryDirectory() as out:
        return run(*COMMAND, *options, str(project), out)


def check(project: Path) -> float:
    """Return the seconds of a check; it may find something."""
    return run(sys.executable, "-m", "sphinx_cv", "check", str(project), statuses=(0, 1))


def in_turns(rounds: int, *calls: Callable[[], float]) -> list[list[float]]:
    """Return the seconds of each call, one after another in every round."""
    return [
        list(times)
        for times in zip(*([call() for call in calls] for _ in range(rounds)), strict=True)
    ]


def ratio(case: str, goal: str, ours: list[float], other: list[float]) -> Row:
    """Return a row of one build over another."""
    worst = max(mine / its for mine, its in zip(ours, other, strict=True))
    return Row(case, statistics.median(ours) / statistics.median(other), worst, "", goal)


def seconds(case: str, goal: str, times: list[float]) -> Row:
    """Return a row of the seconds of something."""
    return Row(case, statistics.median(times), max(times), " s", goal)


def small(folder: Path, rounds: int) -> Iterator[Row]:
    """Yield the rows of this CV."""
    alike = copy_of_this(folder / "alike", ALIKE)
    whole = copy_of_this(folder / "whole", "")
    write_stock(alike, folder / "stock")
    ours, stock, full, checks = in_turns(
        rounds,
        lambda: build(alike),
        lambda: build(folder / "stock"),
        lambda: build(whole),
        lambda: check(ROOT),
    )
    yield ratio("this CV over stock", "≤ 0.85", ours, stock)
    yield ratio("this CV with PDF, data and pages of publications over stock", "", full, stock)
    yield seconds("`make check`, this CV", "≤ 0.5 s", checks)


def large(folder: Path, rounds: int) -> Iterator[Row]:
    """Yield the rows of the long CV."""
    alike = copy_of_this(folder / "alike", ALIKE)
    whole = copy_of_this(folder / "whole", "cv_exports = []\n")
    for project in (alike, whole):
        lengthen(project)
    write_stock(alike, folder / "stock")
    own = f"cv_own_pdf={folder}/own/cv.pdf"
    ours, stock, full, checks = in_turns(
        rounds,
        lambda: build(alike),
        lambda: build(folder / "stock"),
        lambda: build(whole, "-D", own),
        lambda: check(alike),
    )
    yield ratio(f"{LONG}, over stock", "≤ 0.70", ours, stock)
    yield ratio("the same with 1000 pages and both PDFs, over stock's HTML", "≤ 1.30", full, stock)
    yield ratio("`make check` of it over its HTML build", "≤ 0.5", checks, ours)
    yield seconds("one talk of it edited, site and PDFs", "≤ 2 s", edits(whole, own, rounds))
    kilobytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    yield Row("memory of the largest process", kilobytes / 1024, kilobytes / 1024, " MB", "≤ 300")


def edits(project: Path, own: str, rounds: int) -> list[float]:
    """Return the seconds of builds after one talk was edited."""
    page = project / "sections" / "talks.md"
    text = page.read_text("utf-8")
    times = []
    with tempfile.TemporaryDirectory() as out:
        command = (*COMMAND, "-D", own, str(project), out)
        run(*command)
        for number in range(rounds):
            page.write_text(text.replace("part 7\n", f"part 7, version {number}\n"), "utf-8")
            times.append(run(*command))
    return times


def growth(folder: Path, rounds: int) -> Iterator[Row]:
    """Yield what one more item costs: the difference of a long and a longer CV."""
    cases = (
        ("talk", write_talks, 1250, 10_000, "≤ 2 ms"),
        ("paper", write_papers, 250, 2000, "≤ 3 ms"),
    )
    for name, write, few, many, goal in cases:
        for number in (few, many):
            write(folder / f"{name}{number}", number)
        short, long = in_turns(
            rounds,
            lambda: build(folder / f"{name}{few}"),  # noqa: B023 - called at once
            lambda: build(folder / f"{name}{many}"),  # noqa: B023
        )
        each = [1000 * (more - less) / (many - few) for less, more in zip(short, long, strict=True)]
        case = f"{name}, with its page" if name == "paper" else name
        yield Row(f"a {case}, of {few} to {many}", statistics.median(each), max(each), " ms", goal)


def serving(folder: Path, rounds: int) -> Iterator[Row]:
    """Yield the time from a saved file to the page in the browser."""
    project = copy_of_this(folder / "served", "cv_languages = {}\n")
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
    try:
        wait_for("JAX", address)
        times = []
        for number in range(rounds):
            # So that the watcher has come to rest.
            time.sleep(2)
            start = time.perf_counter()
            page.write_text(text.replace("JAX", f"Language{number}"), "utf-8")
            wait_for(f"Language{number}", address)
            times.append(time.perf_counter() - start)
    finally:
        served.terminate()
        served.wait()
    yield seconds("`make serve`, from a saved file to the browser", "≤ 0.8 s", times)


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
    yield seconds("all tests", "≤ 360 s", [run(sys.executable, "-m", "pytest", "-q", str(ROOT))])


PARTS = {"small": small, "large": large, "growth": growth, "serve": serving, "suite": suite}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9, help="how often each is measured")
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], help="which; all")
    arguments = parser.parse_args()
    print("| Case | Median | Worst | Goal |")
    print("| --- | ---: | ---: | ---: |")
    for name in arguments.parts or PARTS:
        with tempfile.TemporaryDirectory() as folder:
            for row in PARTS[name](Path(folder), arguments.rounds):
                print(row, flush=True)


if __name__ == "__main__":
    main()
