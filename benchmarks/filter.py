"""Measure what a browser, slowed down four times, does for an answer of the filter of many papers.

Builds the made CV, opens its list in Chromium on a phone and on a desktop, types, and chooses types
and years. The time is that of the main thread from the event until its frame is handed over, as
Chromium's trace has it: processor time, so that others at work on the machine change it less. A
frame lasts 16.7 ms. A trace itself takes some of it. The floor is the same page when the same event
changes one number in it and nothing else. What an answer itself makes a browser do is the script,
the styles and the layout; what is left is to paint the frame.
"""

from __future__ import annotations

import argparse
import functools
import http.server
import itertools
import json
import math
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import made_cv
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[1]
ROUNDS, SLOWER = 3, 4
SIZES = {"desktop": (1280, 900), "phone": (390, 844)}
CATEGORIES = ["-*", "devtools.timeline", "disabled-by-default-devtools.timeline"]
CATEGORIES += ["blink.user_timing"]
MARK = "answer "
ANSWER = {"EventDispatch", "FunctionCall", "UpdateLayoutTree", "Layout"}
LEAST = """for (const kind of ["input", "click"]) addEventListener(kind, (event) => {
  if (!event.target.closest(".cv-filter, .cv-years")) return;
  event.stopImmediatePropagation();
  event.preventDefault();
  const { firstChild } = document.querySelector("output");
  firstChild.data = Math.round(event.timeStamp);
}, true)"""


def build(folder: Path, papers: int) -> Path:
    """Build the website, and return its folder."""
    conf = "cv_pdf = ''\ncv_exports = []\n"
    source = made_cv.write(folder / "source", papers=papers, conf=conf)
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", str(source), str(folder / "out")]
    subprocess.run(command, check=True, env=os.environ | {"PYTHONPATH": str(ROOT / "_ext")})
    return folder / "out"


class Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_args: object) -> None:
        """Say nothing."""


def answers(page: Page) -> Iterator[str]:
    """Use the filter, and yield the name of each answer before it is asked for."""
    field = page.locator("[data-cv-filter]")
    field.click()
    for letter in "learning":
        yield "a letter"
        page.keyboard.press(letter)
    page.keyboard.press("Control+A")
    yield "the field cleared"
    page.keyboard.press("Delete")
    for name, selector, places in (
        ("a type", ".cv-types button", (1, 2, 0)),
        ("a year", ".cv-years a", (3, 3, 0, 0)),
    ):
        for place in places:
            choice = page.locator(selector).nth(place)
            choice.scroll_into_view_if_needed()
            choice.hover()
            yield name
            page.mouse.down()
            page.mouse.up()


def trace(
    browser: Browser, address: str, size: tuple[int, int], script: str = ""
) -> list[dict[str, Any]]:
    """Return the events of a trace; *script* runs before those of the page."""
    width, height = size
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    page.add_init_script(script)
    page.goto(address, wait_until="networkidle")
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.wait_for_timeout(3000)
    browser.start_tracing(page=page, categories=CATEGORIES)
    for name in answers(page):
        # What follows the last answer is done.
        page.wait_for_timeout(700)
        page.evaluate("name => void performance.mark(name)", MARK + name)
    page.wait_for_timeout(700)
    events: list[dict[str, Any]] = json.loads(browser.stop_tracing())["traceEvents"]
    context.close()
    return events


def measured(events: list[dict[str, Any]]) -> Iterator[tuple[str, float, float]]:
    """Yield the name of each answer, and the milliseconds of the main thread until its frame.

    The last number is how many of these the script, the styles and the layout take.
    """
    marks = [event for event in events if event.get("name", "").startswith(MARK)]
    marks.sort(key=lambda event: event["ts"])
    main = [
        event
        for event in events
        if event["ph"] == "X" and (event["pid"], event["tid"]) == (marks[0]["pid"], marks[0]["tid"])
    ]
    main.sort(key=lambda event: event["ts"])
    for mark, end in itertools.zip_longest(marks, (mark["ts"] for mark in marks[1:])):
        within = [event for event in main if mark["ts"] < event["ts"] < (end or math.inf)]
        start = next(event for event in within if _kind(event) in ("input", "click"))
        frame = next(
            event for event in within if event["name"] == "Commit" and event["ts"] > start["ts"]
        )
        first, last = start["tts"], frame["tts"] + frame["tdur"]
        tasks = [event for event in within if event["name"] == "RunTask"]
        work = [event for event in within if event["name"] in ANSWER]
        name = mark["name"].removeprefix(MARK)
        yield name, _lasted(tasks, first, last), _lasted(work, first, last)


def _lasted(events: list[dict[str, Any]], first: float, last: float) -> float:
    """Return how many milliseconds *events*, which may lie in each other, take of a time."""
    total, end = 0.0, first
    for event in events:
        begin, stop = event["tts"], event["tts"] + event.get("tdur", 0)
        total += max(0, min(last, stop) - max(end, begin))
        end = max(end, stop)
    return total / 1000


def _kind(event: dict[str, Any]) -> str:
    """Return the type of the event of the page that *event* is about."""
    data = event["args"].get("data", {}) if event["name"] == "EventDispatch" else {}
    return str(data.get("type", ""))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--papers", type=int, default=made_cv.PAPERS)
    parser.add_argument("--goal", type=float, default=16.7, help="milliseconds")
    options = parser.parse_args()
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
    path = next(filter(None, map(shutil.which, names)))
    found, own, least = defaultdict(list), defaultdict(list), defaultdict(list)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        handler = functools.partial(Handler, directory=str(build(Path(folder), options.papers)))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        address = f"http://127.0.0.1:{server.server_port}/sections/publications.html"
        for _round in range(ROUNDS):
            for screen, size in SIZES.items():
                for name, time, work in measured(trace(browser, address, size)):
                    found[screen, name].append(time)
                    own[screen, name].append(work)
                for name, time, _work in measured(trace(browser, address, size, LEAST)):
                    least[screen, name].append(time)
        browser.close()
        server.shutdown()
    print(f"Slowed down {SLOWER} times; load of the machine {os.getloadavg()[0]:.1f}\n")
    print("| screen | answer to | median (ms) | slowest | goal | floor | script, styles, layout |")
    print("| --- | --- | ---: | ---: | ---: | ---: | ---: |")
    for (screen, name), times in found.items():
        floor, work = (statistics.median(each[screen, name]) for each in (least, own))
        print(
            f"| {screen} | {name} | {statistics.median(times):.0f} | {max(times):.0f} "
            f"| ≤ {options.goal:g} | {floor:.0f} | {work:.1f} |"
        )


if __name__ == "__main__":
    main()
