"""Run Lighthouse, as a phone, on every page of this CV, served compressed.

Builds the site, or takes a built one, and prints the four scores of each page as a Markdown
table. Needs Chromium and npx, which fetches Lighthouse at its first run. Asserts nothing:
the score of a machine that does other work is lower.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import http.server
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
LIGHTHOUSE = "lighthouse@12"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
COMPRESSED = {".html", ".css", ".js", ".svg", ".json", ".xml", ".txt"}
FLAGS = "--headless=new --no-sandbox --disable-gpu"


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves files as a common host does: text compressed, the rest to be kept for a day."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer with a file."""
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Cache-Control", "max-age=86400")
        if path.suffix in COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


def audit(address: str, *, command: list[str], desktop: bool) -> dict[str, Any]:
    """Return Lighthouse's report of the page at *address*."""
    names = ("chromium", "chromium-browser", "google-chrome")
    chromium = next(filter(None, map(shutil.which, names)), "")
    preset = ["--preset=desktop"] if desktop else []
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        subprocess.run(
            [
                *command,
                address,
                "--quiet",
                "--output=json",
                f"--output-path={report}",
                f"--only-categories={','.join(CATEGORIES)}",
                f"--chrome-flags={FLAGS}",
                *preset,
            ],
            check=True,
            env=os.environ | ({"CHROME_PATH": chromium} if chromium else {}),
            stdout=subprocess.DEVNULL,
        )
        read: dict[str, Any] = json.loads(report.read_text("utf-8"))
    return read


def row(name: str, report: dict[str, Any]) -> str:
    """Return the line of a page: four scores, first paint, largest paint, shift, weight."""
    scores = [f"{100 * report['categories'][name]['score']:.0f}" for name in CATEGORIES]
    audits = report["audits"]
    times = [
        f"{audits[audit]['numericValue'] / 1000:.1f} s"
        for audit in ("first-contentful-paint", "largest-contentful-paint")
    ]
    shift = f"{audits['cumulative-layout-shift']['numericValue']:.3f}"
    weight = f"{audits['total-byte-weight']['numericValue'] / 1024:.0f} KiB"
    return " | ".join(["", name, *scores, *times, shift, weight, ""]).strip()


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="*", help="pages, without .html (default: all)")
    parser.add_argument("--site", type=Path, help="a built site (default: build this CV)")
    parser.add_argument("--desktop", action="store_true", help="as a desktop, not as a phone")
    parser.add_argument("--lighthouse", help="the program (default: lighthouse, or npx)")
    options = parser.parse_args()

    found = options.lighthouse or shutil.which("lighthouse")
    npx = shutil.which("npx")
    if not found and not npx:
        print("Lighthouse needs Node.js: npx is not installed.", file=sys.stderr)
        return 2
    command = [found] if found else [str(npx), "--yes", LIGHTHOUSE]
    with tempfile.TemporaryDirectory() as folder:
        site = options.site or Path(folder, "html")
        if not options.site:
            sphinx = [sys.executable, "-m", "sphinx", "-b", "html", "-E", "-q"]
            subprocess.run([*sphinx, str(ROOT), str(site)], check=True)
        pages = options.pages or sorted(
            str(path.relative_to(site).with_suffix("").as_posix())
            for path in site.rglob("*.html")
            if not path.relative_to(site).parts[0].startswith("_")
        )
        handler = functools.partial(Handler, directory=str(site))
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            names = ("Performance", "Accessibility", "Best practices", "SEO")
            times = ("First paint", "Largest paint", "Shift", "Weight")
            print(f"| Page | {' | '.join(names)} | {' | '.join(times)} |")
            print(f"|---|{'--:|' * (len(names) + len(times))}")
            for page in pages:
                address = f"http://127.0.0.1:{server.server_port}/{page}.html"
                report = audit(address, command=command, desktop=options.desktop)
                print(row(page, report), flush=True)
            server.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main())
