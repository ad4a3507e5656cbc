"""A real browser, the system's Chromium, on this CV as built."""

from __future__ import annotations

import functools
import http.server
import shutil
import sys
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

from helpers import ROOT, need, once, run, sphinx_build

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


# The shell is Chromium's own engine without windows: a page takes it a third of the time.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return Chromium, under the name that the system gives it."""
    path = next(filter(None, map(shutil.which, NAMES)), None) or need("chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(OPTIONS))
        yield started
        started.close()


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder as a host of static pages does: in place of a missing page, 404.html."""

    def send_error(self, code: int, *args: object, **kwargs: object) -> None:
        page = Path(self.directory, "404.html")
        if code != 404 or not page.is_file():
            super().send_error(code, *args, **kwargs)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine, at the address that is given."""
    handler = functools.partial(Handler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session")
def address(built: Callable[[str], Path]) -> Iterator[str]:
    """Return the address of the website, served on this machine."""
    with serve(built("html")) as served:
        yield served


@pytest.fixture(scope="session")
def all_languages(translated: Path) -> Iterator[str]:
    """Return the address of the website in all languages, served on this machine."""
    with serve(translated / "html") as served:
        yield served


@pytest.fixture(scope="session")
def made(shared: Path) -> Iterator[str]:
    """Return the address of the made CV of full length, served on this machine."""

    def make(folder: Path) -> None:
        source = folder / "source"
        run(sys.executable, ROOT / "benchmarks/made_cv.py", source)
        with (source / "conf.py").open("a", encoding="utf-8") as conf:
            # Without the data that no test of a browser looks at.
            conf.write("cv_exports = ['jsonld', 'ris', 'bib']\n")
        sphinx_build("html", folder / "html", "-D", "cv_pdf=", source=source)

    with serve(once(shared / "made", make) / "html") as served:
        yield served


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a desktop page."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """Return a page on a phone."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    yield context.new_page()
    context.close()
