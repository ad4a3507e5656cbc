"""Measures commands in turns, and says what was seen as a row of a table."""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT / "_ext")}


@dataclass(frozen=True)
class Cost:
    """What a command took: its time, and the memory of its largest process."""

    seconds: float
    megabytes: float


@dataclass(frozen=True)
class Row:
    """A row of the table; *worst* is that of the round that was worst.

    ``floor`` is what stock Sphinx takes for its part of the same, or less.
    """

    case: str
    median: float
    worst: float
    unit: str
    goal: str
    floor: str = ""

    def __str__(self) -> str:
        seen = (f"{value:.2f}{self.unit}" for value in (self.median, self.worst))
        return f"| {self.case} | {' | '.join(seen)} | {self.goal} | {self.floor} |"


HEAD = "| Case | Median | Worst | Goal | Stock Sphinx |\n| --- | ---: | ---: | ---: | ---: |"


def run(*command: str, statuses: tuple[int, ...] = (0,)) -> Cost:
    """Return what a command takes."""
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(command, env=ENVIRONMENT, stdout=said, stderr=said)
        # The usage of this process and of those it has waited for, no other's.
        _id, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in statuses:
            said.seek(0)
            raise SystemExit(f"{' '.join(command)}\n{said.read().decode()}")
    return Cost(seconds, usage.ru_maxrss / 1024)


def in_turns(rounds: int, *calls: Callable[[], Cost]) -> list[list[Cost]]:
    """Return the costs of each call, one after another in every round."""
    return [
        list(costs)
        for costs in zip(*([call() for call in calls] for _ in range(rounds)), strict=True)
    ]


def times_of(costs: Sequence[Cost]) -> list[float]:
    """Return the seconds of each."""
    return [cost.seconds for cost in costs]


def median_of(costs: Sequence[Cost]) -> str:
    """Return the median of the seconds, as a table says it."""
    return f"{statistics.median(times_of(costs)):.2f} s"


def ratio(case: str, goal: str, ours: Sequence[Cost], other: Sequence[Cost]) -> Row:
    """Return a row of one build over another, which is stock Sphinx's."""
    row = over(case, goal, ours, other)
    return Row(case, row.median, row.worst, "", goal, median_of(other))


def over(case: str, goal: str, ours: Sequence[Cost], other: Sequence[Cost]) -> Row:
    """Return a row of one build over another."""
    mine, its = times_of(ours), times_of(other)
    worst = max(one / two for one, two in zip(mine, its, strict=True))
    return Row(case, statistics.median(mine) / statistics.median(its), worst, "", goal)


def seconds(case: str, goal: str, ours: Sequence[Cost], floor: Sequence[Cost] = ()) -> Row:
    """Return a row of the seconds of something, beside those of stock Sphinx."""
    times = times_of(ours)
    stock = median_of(floor) if floor else ""
    return Row(case, statistics.median(times), max(times), " s", goal, stock)


def memory(case: str, goal: str, ours: Sequence[Cost], floor: Sequence[Cost]) -> Row:
    """Return a row of the memory of the largest process, beside that of stock Sphinx."""
    sizes, stock = ([cost.megabytes for cost in costs] for costs in (ours, floor))
    return Row(
        case,
        statistics.median(sizes),
        max(sizes),
        " MB",
        goal,
        f"{statistics.median(stock):.0f} MB",
    )
