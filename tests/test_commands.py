"""The commands that README and manual name, run as a stranger would type them."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from http.client import HTTPException
from pathlib import Path

import pytest

from facts import PRIVATE
from helpers import ROOT, clone, need, run
from manual import PAGES, all_blocks, block_with
from pdf_readers import text_of
from sphinx_cv.cli.main import main

ENVIRONMENT = Path(sys.prefix)

# Each command of README and manual, and where it is run.
COMMANDS = {
    "pip install sphinx-cv": "tests/test_start.py",
    "pip install -U sphinx-cv": "tests/test_start.py",
    'pip install "sphinx-cv[serve]"': "tests/test_start.py",
    "sphinx-cv new my-cv": "tests/test_start.py",
    "sphinx-cv import cv.yaml --into my-cv": "tests/test_start.py",
    "sphinx-cv import cv.tex --into my-cv": "tests/test_start.py",
    "sphinx-cv import ~/ada.github.io --into my-cv": "tests/test_start.py",
    "sphinx-cv import orcid.json works.bib --into my-cv": "tests/test_start.py",
    "cd my-cv": "tests/test_start.py",
    "sphinx-cv build": "tests/test_start.py",
    "sphinx-cv check": "tests/test_start.py",
    "sphinx-cv serve": "tests/test_start.py",
    "sphinx-cv translations": "tests/site/test_translations.py",
    "make test": "test_every_command_of_the_manual_is_run_somewhere",
    "make": "test_make_alone_gives_website_and_pdf_on_a_machine_without_tex",
    "make system-packages": ".ci/run",
    "make latexpdf": "test_make_latexpdf_writes_the_pdf_and_fails_where_it_lacks_a_letter",
    "pip install -r requirements.txt": "test_make_html_makes_its_own_environment",
    'pip install "sphinx-cv[docx]"': "tests/site/test_data_printed.py",
    "sphinx-build -b docx . _build/docx": "tests/site/test_data_printed.py",
    "sphinx-build -b html . _build/html": "test_sphinx_build_alone_writes_the_site",
    "make check": "test_make_check_finds_nothing_in_this_cv_and_a_fault_where_one_is",
    "make serve": "test_make_serve_shows_a_saved_edit",
    **dict.fromkeys(
        (
            "git init -b main",
            "git add .",
            'git commit -m "My CV"',
            "git remote add origin https://github.com/ada/ada.github.io",
            "git push -u origin main",
        ),
        "test_a_cv_is_pushed_without_what_is_private",
    ),
}


# Where languages are not what is tried; "make" alone and "sphinx-build" alone build all four.
ENGLISH = "-D language=en"


def make(*targets: str, cwd: Path, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Run make with the environment of the tests in place of one of its own."""
    sphinx = f"{sys.executable} -m sphinx"
    # An environment that is newer than the pins is not made again.
    for stamp in (".run", ".dev"):
        (cwd / "venv").mkdir(exist_ok=True)
        (cwd / "venv" / stamp).touch()
    words = ("VENV=venv", f"SPHINXBUILD={sphinx}", f"SPHINXOPTS={ENGLISH}")
    return run("make", *targets, *words, cwd=cwd, check=check)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a clean copy of the project."""
    return clone(tmp_path / "project", compiled=True)


def test_every_command_of_the_manual_is_run_somewhere() -> None:
    lines = (line for _page, block in all_blocks("console") for line in block.splitlines() if line)
    named = {line.partition("  #")[0].rstrip() for line in lines}
    assert named == set(COMMANDS)
    sources = Path(__file__).read_text("utf-8")
    for place in COMMANDS.values():
        assert (ROOT / place).is_file() or f"def {place}(" in sources
    # What the wheel is tried with names its commands.
    strangers = (ROOT / "tests/test_start.py").read_text("utf-8")
    steps = [name for name, place in COMMANDS.items() if place == "tests/test_start.py"]
    assert [step for step in steps if step.removeprefix("pip install ") not in strangers] == []


def test_every_command_in_a_sentence_is_there() -> None:
    """Those of blocks are run; of the others the names and options are looked up."""
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    targets |= {"html", "latexpdf", "linkcheck"}  # Sphinx's own
    named = {
        words
        for text in PAGES.values()
        for words in re.findall(r"`((?:sphinx-cv|make) [^`]+)`", text)
    }
    missing = []
    for words in sorted(named):
        program, name, *rest = words.split()
        if program == "make":
            missing += [words] * (name not in targets)
            continue
        command = main.commands.get(name)
        known = {option for one in (command.params if command else ()) for option in one.opts}
        used = {word for word in rest if word.startswith("-")}
        missing += [words] * (command is None or not used <= known)
    assert missing == []


def test_a_cv_is_pushed_without_what_is_private(tmp_path: Path) -> None:
    """To an empty repository in a folder, in place of the address."""
    need("git")
    ours = {"PYTHONPATH": str(ROOT / "_ext")}
    run(sys.executable, "-m", "sphinx_cv", "new", "my-cv", cwd=tmp_path, env=ours)
    host = tmp_path / "host.git"
    run("git", "init", "-q", "--bare", host)
    steps = block_with("git init", "console")
    address = re.search(r"https://\S+", steps)
    env = {
        "GIT_CONFIG_COUNT": "3",
        "GIT_CONFIG_KEY_0": f"url.{host}.insteadOf",
        "GIT_CONFIG_VALUE_0": address[0],
        "GIT_CONFIG_KEY_1": "user.name",
        "GIT_CONFIG_VALUE_1": "Ada",
        "GIT_CONFIG_KEY_2": "user.email",
        "GIT_CONFIG_VALUE_2": "ada@example.org",
    }
    run("sh", "-c", f"set -e\n{steps}", cwd=tmp_path / "my-cv", env=env)
    pushed = run("git", "ls-tree", "-r", "--name-only", "main", cwd=host).stdout.splitlines()
    assert {"conf.py", "refs.bib", ".github/workflows/site.yml"} <= {*pushed}
    assert "private.toml" not in pushed


def test_make_bat_is_checked_out_as_windows_reads_it_and_leaves_no_settings() -> None:
    text = (ROOT / "make.bat").read_text("utf-8")
    assert run("git", "check-attr", "eol", "make.bat").stdout == "make.bat: eol: crlf\n"
    assert text.index("setlocal") < text.index("set VENV")
    helped = set(re.findall(r"^echo make (\w+) ", text, re.MULTILINE))
    known = set(re.findall(r'^\t@echo "make (\w+) ', (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert helped
    assert helped <= known


def test_make_alone_gives_website_and_pdf_on_a_machine_without_tex(
    copy: Path, tmp_path: Path
) -> None:
    tools = tmp_path / "bin"
    tools.mkdir()
    for tool in ("sh", "bash", "make", "sed", "id", "echo", "env", "touch"):
        if path := shutil.which(tool):
            (tools / tool).symlink_to(path)
    (copy / "venv").mkdir()
    (copy / "venv" / ".run").touch()
    own = ("VENV=venv", f"SPHINXBUILD={sys.executable} -m sphinx", "SPHINXOPTS=-W -n")
    run("make", *own, cwd=copy, env={"PATH": str(tools)})
    assert (copy / "_build/html/index.html").is_file()
    public, private = copy / "_build/html/cv.pdf", copy / "_build/pdf/cv.pdf"
    texts = [text_of(path) for path in (public, private)]
    assert [[fact in text for fact in PRIVATE] for text in texts] == [[False] * 2, [True] * 2]


def test_make_html_makes_its_own_environment(copy: Path) -> None:
    # Python compiles what the build imports; pip would compile all that it installs.
    env = {"SPHINXOPTS": f"-W {ENGLISH}", "PIP_NO_COMPILE": "1"}
    run("make", "html", cwd=copy, env=env)
    assert (copy / "_build/html/index.html").is_file()
    assert (copy / ".venv/bin/sphinx-build").is_file()


def test_sphinx_build_alone_writes_the_site(copy: Path) -> None:
    # "sphinx-build" itself is first on the path of an environment.
    env = {"PATH": f"{ENVIRONMENT / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    run("sphinx-build", "-b", "html", ".", "_build/html", cwd=copy, env=env)
    assert (copy / "_build/html/index.html").is_file()


def test_make_latexpdf_writes_the_pdf_and_fails_where_it_lacks_a_letter(copy: Path) -> None:
    need("latexmk")
    make("latexpdf", cwd=copy)
    assert (copy / "_build/latex/cv.pdf").read_bytes().startswith(b"%PDF")
    talks = copy / "sections/talks.md"
    talks.write_text(talks.read_text("utf-8").replace("London", "\U00012000", 1), "utf-8")
    done = make("latexpdf", cwd=copy, check=False)
    assert done.returncode != 0
    assert "U+12000" in done.stderr
    assert "These characters are missing from the PDF." in done.stderr
    assert (copy / "_build/latex/cv.pdf").is_file()


def test_make_runs_sphinx_builders_and_clean_removes_what_was_built(copy: Path) -> None:
    make("dirhtml", "singlehtml", "text", "epub", cwd=copy)
    for made in (
        "dirhtml/sections/talks/index.html",
        "singlehtml/index.html",
        "text/sections/talks.txt",
        "epub/MichaelESander.epub",
    ):
        assert (copy / "_build" / made).is_file(), made
    make("clean", cwd=copy)
    assert not (copy / "_build").exists()


def test_make_check_finds_nothing_in_this_cv_and_a_fault_where_one_is(copy: Path) -> None:
    python = copy / "venv/bin/python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', "utf-8")
    python.chmod(0o755)
    assert make("check", cwd=copy).stdout == ""
    talks = copy / "sections/talks.md"
    talks.write_text(talks.read_text("utf-8").replace(":date: 2021", ":date: May 2021", 1), "utf-8")
    done = make("check", cwd=copy, check=False)
    assert done.returncode != 0
    assert 'sections/talks.md:6:8: error: "May 2021" is not a date: write 2021-05' in done.stdout
    # It writes nothing.
    assert not (copy / "_build").exists()


def test_make_help_lists_the_commands(copy: Path) -> None:
    listed = make("help", cwd=copy).stdout
    for command in (
        "html",
        "pdf",
        "latexpdf",
        "serve",
        "test",
        "system-packages",
        "clean",
        "linkcheck",
    ):
        assert command in listed


def test_make_serve_shows_a_saved_edit(copy: Path) -> None:
    (copy / "venv" / "bin").mkdir(parents=True)
    (copy / "venv" / "bin" / "python").symlink_to(sys.executable)
    for stamp in (".run", ".dev"):
        (copy / "venv" / stamp).touch()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    # BROWSER: no window opens.
    options = f"SERVEOPTS=--port {port}"
    with subprocess.Popen(
        ["make", "serve", "VENV=venv", options, f"SPHINXOPTS={ENGLISH}"],
        cwd=copy,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "BROWSER": "true"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as server:
        try:
            page = f"http://127.0.0.1:{port}/sections/languages.html"
            assert "Hebrew" in fetch(page, "Hebrew")
            path = copy / "sections/languages.md"
            path.write_text(path.read_text("utf-8").replace("Hebrew", "Latin"), "utf-8")
            assert "Latin" in fetch(page, "Latin")
        finally:
            # Not asked to stop, which it may put off: nothing of it is needed any more.
            os.killpg(server.pid, signal.SIGKILL)


def fetch(address: str, word: str) -> str:
    """Return the page, once it has *word* or a minute has passed."""
    text = ""
    for _ in range(600):
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                text = answer.read().decode()
        except (OSError, HTTPException):
            # It is not there yet, or is written as it is read.
            text = ""
        if word in text:
            break
        time.sleep(0.1)
    return text
