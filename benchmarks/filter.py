"""Measure how long the filter of a list of 5000 publications takes to answer a key press.

Builds the list, opens it in Chromium and prints a table in Markdown. The time is from the event of
the key press until its frame is painted; the browser waits for the screen in it, up to two frames
of 17 ms. The first press is that on a page just opened. The load of the machine is printed as well:
others at work on it make the figures worthless.
"""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from build import ROOT, publication
from playwright.sync_api import sync_playwright

NUMBER = 5000
WORDS = ("a", "ab", "transformers", "blondel 2019", "z", "zzz", "sampling icml", "")
ROUNDS = 5
MEASURE = """word => new Promise((done) => setTimeout(() => {
  const field = document.querySelector("[data-cv-filter]");
  field.value = word;
  const start = performance.now();
  field.dispatchEvent(new Event("input"));
  requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
}, 200 + 17 * Math.random()))"""


def build(folder: Path) -> Path:
    """Build a website with the list, and return its folder."""
    source, out = folder / "source", folder / "out"
    source.mkdir()
    conf = (ROOT / "conf.py").read_text("utf-8").replace("__file__", repr(str(ROOT / "conf.py")))
    (source / "conf.py").write_text(conf + "\ncv_publication_pages = False\ncv_pdf = ''\n", "utf-8")
    (source / "index.md").write_text("# CV\n\n```{publication-list}\n```\n", "utf-8")
    (source / "refs.bib").write_text("\n".join(map(publication, range(NUMBER))), "utf-8")
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", str(source), str(out)]
    subprocess.run(command, check=True)
    return out


class Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_args: object) -> None:
        """Say nothing."""


def main() -> None:
    """Measure and print."""
    names = ("chromium", "chromium-browser", "google-chrome")
    path = next(filter(None, map(shutil.which, names)))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        handler = functools.partial(Handler, directory=str(build(Path(folder))))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        first = []
        times = []
        for _round in range(ROUNDS):
            # One at a time, as a reader has it: pages left open collect their garbage meanwhile.
            page = browser.new_page()
            page.goto(f"http://127.0.0.1:{server.server_port}", timeout=120_000)
            page.focus("[data-cv-filter]")
            first.append(page.evaluate(MEASURE, WORDS[0]))
            times += [page.evaluate(MEASURE, word) for word in (*WORDS[1:], *WORDS)]
            page.close()
        browser.close()
        server.shutdown()
    print(f"{NUMBER} publications; load of the machine {os.getloadavg()[0]:.1f}\n")
    print("| key press | median (ms) | slowest (ms) | target |")
    print("| --- | ---: | ---: | --- |")
    for name, found in (("first", first), ("any other", times)):
        print(f"| {name} | {statistics.median(found):.0f} | {max(found):.0f} | < 50 |")


if __name__ == "__main__":
    main()
