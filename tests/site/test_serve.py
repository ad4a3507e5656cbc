"""The preview: each save is built by a copy of a process that has loaded what a build needs."""

from __future__ import annotations

import os
import socket
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from helpers import run, write
from sphinx_cv.cli import serve
from sphinx_cv.cli.main import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CV = {"conf.py": 'extensions = ["sphinx_cv"]\n', "index.md": "# Ada\n\nFirst words.\n"}


@pytest.fixture(autouse=True)
def _found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let other processes find the package."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))


@pytest.fixture
def saved(tmp_path: Path) -> Callable[..., str]:
    """Return what saves the home page with other words, rebuilds, and returns what is shown."""
    write(tmp_path / "cv", CV)
    words = ("-q", "-b", "html", str(tmp_path / "cv"), str(tmp_path / "out"))

    def save(text: str, **loaded: float) -> str:
        write(tmp_path / "cv", {"index.md": f"# Ada\n\n{text}\n"})
        serve.Rebuild(words, "", **loaded)(changed_paths=[tmp_path / "cv/index.md"])
        return (tmp_path / "out/index.html").read_text("utf-8")

    return save


def test_each_save_is_shown(saved: Callable[..., str]) -> None:
    assert "One." in saved("One.")
    assert "Two." in saved("Two.")


def test_code_that_has_changed_since_it_was_loaded_is_loaded_anew(
    saved: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def of_old(_words: object) -> int:
        raise AssertionError("the code that was loaded")

    monkeypatch.setattr("sphinx.cmd.build.main", of_old)
    assert "One." in saved("One.", loaded=0)


def test_what_a_build_imports_is_there_before_it_but_the_print_engine(tmp_path: Path) -> None:
    """A copy of a process has none of the threads that the engine starts."""
    script = f"""
import sys
from sphinx_cv.cli import serve
serve._load()
loaded = set(sys.modules)
assert "typst" not in loaded
serve.Rebuild({("-q", "-b", "html", str(tmp_path), str(tmp_path / "out"))!r}, "")(changed_paths=())
late = {{name for name in set(sys.modules) - loaded if name.startswith(("sphinx", "myst", "docutils"))}}
print(len(late), sorted(late))
"""
    write(tmp_path, CV)
    done = run(sys.executable, "-c", script, cwd=tmp_path)
    assert int(done.stdout.splitlines()[-1].split()[0]) < 40, done.stdout


def test_a_port_that_is_taken_is_one_line_before_any_build(tmp_path: Path) -> None:
    write(tmp_path, CV)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        words = ["serve", str(tmp_path), "--port", port, "--no-open"]
        shown = CliRunner().invoke(main, words)
    assert (shown.exit_code, shown.stderr.count("\n")) == (2, 1)
    assert f"port {port} cannot be used" in shown.stderr
    assert not (tmp_path / "_build").exists()
