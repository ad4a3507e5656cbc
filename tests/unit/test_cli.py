"""The command ``sphinx-cv``: what it takes, says and returns."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from manual import PAGES
from sphinx_cv.cli.main import main
from sphinx_cv.cli.new import template

COMMANDS = sorted(main.commands)


def run(*words):
    return CliRunner().invoke(main, [str(word) for word in words])


def test_help_lists_all_commands():
    shown = run("--help")
    assert shown.exit_code == 0
    assert [name for name in COMMANDS if f"\n  {name} " not in shown.output] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_has_an_example(name):
    shown = run(name, "--help")
    assert shown.exit_code == 0
    assert re.search(rf"^  Examples?:\n    sphinx-cv {name}\b", shown.output, re.MULTILINE)


@pytest.mark.parametrize("name", ["build", "check", "serve", "translations"])
def test_a_folder_without_a_cv_is_one_line(name, tmp_path):
    shown = run(name, tmp_path)
    assert shown.exit_code == 2
    assert "there is no conf.py" in shown.output
    assert 'sphinx-cv new my-cv"' in shown.output


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["-b", "nosuch"], 'Error: unknown output "nosuch". Known: '),
        (["-b", "htm"], 'Error: unknown output "htm". Did you mean "html"?'),
        (["-b", "help"], 'Error: unknown output "help".'),
        (["-D", "language"], 'Error: write -D NAME=VALUE, not "language"'),
    ],
)
def test_a_build_that_cannot_be_is_one_line(words, told, tmp_path):
    run("new", tmp_path / "cv")
    shown = run("build", tmp_path / "cv", *words)
    assert (shown.exit_code, shown.stderr.count("\n")) == (2, 1)
    assert shown.stderr.startswith(told)
    assert not (tmp_path / "cv/_build/html").exists()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("x = (", ":5: error: '(' was never closed\n    x = (\n        ^\n"),
        ("extensions += ['none']", "conf.py: error: Could not import extension none"),
        ("x = 1 / 0", ":1: error: ZeroDivisionError: division by zero"),
    ],
)
def test_a_build_tells_a_fault_in_the_settings_as_the_check_does(line, told, tmp_path):
    run("new", tmp_path / "cv")
    conf = tmp_path / "cv/conf.py"
    conf.write_text(f"{conf.read_text('utf-8')}{line}\n", "utf-8")
    shown = run("build", tmp_path / "cv")
    assert (shown.exit_code, "Traceback" in shown.stderr) == (2, False)
    assert told in shown.stderr


def test_a_new_cv_tells_what_to_type_next(tmp_path):
    shown = run("new", tmp_path / "cv", "--name", 'Ada "X" Lovelace', "--language", "de")
    assert shown.exit_code == 0
    assert shown.output.endswith(f"cd {tmp_path / 'cv'}\n    sphinx-cv build\n\n")
    conf = (tmp_path / "cv/conf.py").read_text("utf-8")
    values = {}
    exec(conf, values)
    assert (values["cv_profile"]["name"], values["language"]) == ('Ada "X" Lovelace', "de")
    assert sorted(path.name for path in (tmp_path / "cv").iterdir()) == [
        ".github",
        ".gitignore",
        ".gitlab-ci.yml",
        ".readthedocs.yaml",
        "README.md",
        "conf.py",
        "index.md",
        "netlify.toml",
        "private.toml",
        "refs.bib",
        "requirements.txt",
        "sections",
    ]


def test_a_folder_that_holds_anything_is_left_alone(tmp_path):
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    shown = run("new", tmp_path)
    assert (shown.exit_code, "is not empty" in shown.output) == (2, True)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


@pytest.mark.parametrize("words", [["--language", "x/y"], ["--name", " "]])
def test_a_wrong_word_writes_nothing(words, tmp_path):
    assert run("new", tmp_path / "cv", *words).exit_code == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("code", "advice"),
    [("pt-BR", "pt_BR"), ("en-gb", "en_GB"), ("german", "de"), ("xx", "one such as")],
)
def test_a_code_that_a_build_would_not_know_is_refused(code, advice, tmp_path):
    shown = run("new", tmp_path / "cv", "--language", code)
    assert shown.exit_code == 2
    assert f'"{code}" is not the code of a language: write ' in shown.output
    assert advice in shown.output
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name", [".github/workflows/site.yml", ".gitlab-ci.yml", ".readthedocs.yaml"]
)
def test_the_font_that_a_comment_offers_is_installed_without_its_sign(name: str) -> None:
    text = template(name="Ada", language="en")[name]
    assert "fonts-noto-cjk" not in str(yaml.safe_load(text))
    offered = re.sub(r"# (?=apt_packages:|  - fonts|- (?:run: sudo )?apt-get)", "", text)
    assert "fonts-noto-cjk" in str(yaml.safe_load(offered))


@pytest.mark.parametrize(
    "name", [".github/workflows/site.yml", ".gitlab-ci.yml", ".readthedocs.yaml"]
)
def test_a_service_builds_strictly_and_publishes_the_site(name):
    text = template(name="A", language="en")[name]
    assert yaml.safe_load(text)
    assert "requirements.txt" in text
    assert "fail_on_warning: true" in text or "sphinx-cv build --strict" in text
    assert "readthedocs" in name or "_build/html" in text


@pytest.mark.parametrize(
    ("name", "address"),
    [
        (".github/workflows/site.yml", "${{ steps.pages.outputs.base_url }}/"),
        (".gitlab-ci.yml", "$CI_PAGES_URL/"),
        ("netlify.toml", "$URL/"),
    ],
)
def test_a_service_fills_in_the_address(name, address):
    """Read the Docs does it by a variable that the preset reads."""
    assert f"-D html_baseurl={address}" in template(name="A", language="en")[name].replace(
        '"h', "h"
    )


def test_what_only_its_owner_may_have_is_left_out_of_git():
    ignored = template(name="A", language="en")[".gitignore"].split()
    assert {"/_build/", "cv.pdf", "private.py", "private.toml", "import-report.txt"} <= {*ignored}


def test_the_manual_is_shown_page_by_page():
    pages = run("manual")
    assert "settings        Settings" in pages.output.splitlines()
    assert run("manual", "settings").output.startswith("# Settings")
    # As README and other pages name it.
    assert run("manual", "docs/dates.md").output.startswith("# Dates")
    missing = run("manual", "setings")
    assert missing.exit_code == 2
    assert 'no page "setings". Did you mean "settings"?' in missing.output


def test_the_manual_lists_the_commands():
    table = [line for line in PAGES["commands.md"].splitlines() if line.startswith("| `")]
    for name in COMMANDS:
        assert any(
            line.startswith(f"| `sphinx-cv {name}") and main.commands[name].short_help in line
            for line in table
        ), name
    assert len(table) == len(COMMANDS)


def test_help_imports_no_sphinx():
    code = "import sys; from sphinx_cv.cli.main import main; main(['--help'], standalone_mode=False); print('sphinx' in sys.modules, file=sys.stderr)"
    folder = Path(__file__).parents[2] / "_ext"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == "False\n"
