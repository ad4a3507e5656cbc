"""Measure how long the filter of a list of 5000 publications takes to answer a key press.

Builds the list, opens it in Chromium and prints a table in Markdown: the time from the key press
to the page laid out again, the median and the slowest of several words.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from build import ROOT, publication
from playwright.sync_api import sync_playwright

NUMBER = 5000
WORDS = ("a", "transformers", "blondel 2019", "zzz", "sampling icml", "")
MEASURE = """word => {
  const field = document.querySelector("[data-cv-filter]");
  field.value = word;
  const start = performance.now();
  field.dispatchEvent(new Event("input"));
  document.documentElement.offsetHeight;
  return performance.now() - start;
}"""


def build(folder: Path) -> Path:
    """Build a page with the list, and return it."""
    source, out = folder / "source", folder / "out"
    source.mkdir()
    conf = (ROOT / "conf.py").read_text("utf-8").replace("__file__", repr(str(ROOT / "conf.py")))
    (source / "conf.py").write_text(conf + "\ncv_publication_pages = False\ncv_pdf = ''\n", "utf-8")
    (source / "index.md").write_text("# CV\n\n```{publication-list}\n```\n", "utf-8")
    (source / "refs.bib").write_text("\n".join(map(publication, range(NUMBER))), "utf-8")
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", str(source), str(out)]
    subprocess.run(command, check=True)
    return out / "index.html"


def main() -> None:
    """Measure and print."""
    names = ("chromium", "chromium-browser", "google-chrome")
    path = next(filter(None, map(shutil.which, names)))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = build(Path(folder))
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(page_file.as_uri(), timeout=120_000)
        times = [page.evaluate(MEASURE, word) for _round in range(5) for word in WORDS]
        browser.close()
    print("| publications | median (ms) | slowest (ms) | target |")
    print("| ---: | ---: | ---: | --- |")
    print(f"| {NUMBER} | {statistics.median(times):.0f} | {max(times):.0f} | < 50 |")


if __name__ == "__main__":
    main()
