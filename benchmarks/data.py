"""Measure what the data beside a website costs: all files and JSON-LD against none of them.

The two builds are taken in turns, each cold. Prints a table in Markdown.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
TARGET = 1.15


def seconds(project: Path) -> tuple[float, float]:
    """Return the time of a cold build by the processor, and by the clock."""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "_ext")}
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-m", "sphinx", "-qE", "-D", "language=en", str(project), out]
        subprocess.run(command, check=True, env=environment, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return used, time.perf_counter() - start


def main() -> None:
    """Measure this CV, or the one that is given, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("project", nargs="?", type=Path, default=ROOT)
    parser.add_argument("--rounds", type=int, default=7)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        projects = [Path(folder, name) for name in ("without", "with")]
        for project in projects:
            ignored = shutil.ignore_patterns("_*", ".*", "tests", "docs", "examples")
            shutil.copytree(arguments.project.resolve(), project, ignore=ignored)
        with Path(projects[0], "conf.py").open("a", encoding="utf-8") as conf:
            conf.write("\ncv_exports = []\n")
        turns = [[seconds(project) for project in projects] for _round in range(arguments.rounds)]
    print("| Time by | With data (s) | Without (s) | Ratio | Target |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for place, name in enumerate(("processor", "clock")):
        bare, full = zip(*([one[place] for one in turn] for turn in turns), strict=True)
        ratio = statistics.median(b / a for a, b in zip(bare, full, strict=True))
        times = f"{statistics.median(full):.2f} | {statistics.median(bare):.2f}"
        print(f"| {name} | {times} | {ratio:.2f} | ≤ {TARGET} |")


if __name__ == "__main__":
    main()
