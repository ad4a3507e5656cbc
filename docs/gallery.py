"""Makes the pictures of README and of the gallery: ``make gallery``.

Each CV is built anew in a folder of its own. Chromium shows its home page, pdftoppm the first page
of the PDF that is public. Both are scaled down, so that the manual stays small. The pictures are in
git, since the manual is also built where there is no Chromium.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from PIL import Image

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs/_static/gallery"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
# The home page at the width of a desktop, and of a phone.
DESKTOP, PHONE = (1280, 900), (500, 900)
WEB_WIDTH, PHONE_WIDTH, PRINT_WIDTH, QUALITY = 720, 320, 560, 68


class Shown(NamedTuple):
    """A CV of the gallery: where it is, and settings for its picture alone."""

    folder: str
    settings: tuple[str, ...] = ()


CVS = {
    "sample": Shown(".", ("language=en",)),
    "engineer": Shown("examples/engineer"),
    "humanities": Shown("examples/humanities"),
    "physician": Shown("examples/physician"),
    "mathematician": Shown("tests/data/native/zh_CN", ("cv_print.look=banking",)),
    "linguist": Shown("tests/data/native/he"),
}


def main() -> None:
    """Make all pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name, shown in CVS.items():
        with tempfile.TemporaryDirectory() as folder:
            site = Path(folder, "html")
            _build(shown, site)
            page = Path(folder, "page.png")
            _web(site / "index.html", page, DESKTOP)
            _small(page, PICTURES / f"{name}-site.webp", WEB_WIDTH)
            _print(site / "cv.pdf", page)
            _small(page, PICTURES / f"{name}-pdf.webp", PRINT_WIDTH)
            if name == "sample":
                _web(site / "index.html", page, PHONE)
                _small(page, PICTURES / f"{name}-phone.webp", PHONE_WIDTH)
                _web(site / "index.html", page, DESKTOP, is_dark=True)
                _small(page, PICTURES / f"{name}-dark.webp", WEB_WIDTH)


def _run(*words: str | Path) -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT / "_ext")}
    done = subprocess.run(  # noqa: S603, ours
        [*map(str, words)], env=env, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{words[0]} failed:\n{done.stderr}")


def _build(shown: Shown, site: Path) -> None:
    settings = [word for setting in shown.settings for word in ("-D", setting)]
    _run(sys.executable, "-m", "sphinx", "-q", "-W", *settings, ROOT / shown.folder, site)


def _web(page: Path, picture: Path, size: tuple[int, int], *, is_dark: bool = False) -> None:
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        sys.exit("Chromium is missing: make system-packages")
    look = ["--blink-settings=preferredColorScheme=0"] if is_dark else []
    window = f"--window-size={size[0]},{size[1]}"
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", *look)
    _run(browser, *options, window, f"--screenshot={picture}", page.as_uri())


def _print(pdf: Path, picture: Path) -> None:
    _run("pdftoppm", "-singlefile", "-png", "-r", "100", pdf, picture.with_suffix(""))


def _small(picture: Path, target: Path, width: int) -> None:
    with Image.open(picture) as image:
        size = (width, round(image.height * width / image.width))
        image.convert("RGB").resize(size, Image.Resampling.LANCZOS).save(target, quality=QUALITY)


if __name__ == "__main__":
    main()
