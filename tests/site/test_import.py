"""Small CVs of every format build without a warning, and no word of them is lost."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from helpers import ROOT, sphinx_build
from manual import PAGES
from sphinx_cv.checker.project import check
from sphinx_cv.cli.main import main
from sphinx_cv.cli.new import template
from words import missing

DATA = ROOT / "tests/data/import"
SOURCES = [
    DATA / name
    for name in (
        "rendercv.yaml",
        "alfolio",
        "jsonresume.json",
        "orcid.json",
        "works.bib",
        "academicpages",
        "hugoblox",
        "moderncv.tex",
        "awesome/cv.tex",
    )
]


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return a project of all sources at once, and the report of their import."""
    folder = tmp_path_factory.mktemp("import")
    shown = CliRunner().invoke(
        main, ["import", *map(str, SOURCES), "--into", str(folder / "cv")], catch_exceptions=False
    )
    assert shown.exit_code == 0, shown.output
    report = folder / "report.txt"
    report.write_text(shown.output, "utf-8")
    sphinx_build("html", folder / "cv/_build/html", source=folder / "cv")
    return folder / "cv", report


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_every_word_is_in_the_site_or_in_the_report(
    source: Path, imported: tuple[Path, Path]
) -> None:
    assert missing(source, *imported) == []


def test_private_facts_are_in_no_public_file(imported: tuple[Path, Path]) -> None:
    project, _report = imported
    secret = (project / "private.toml").read_text("utf-8")
    assert "20-7946-0001" in secret
    public = [
        path for path in project.rglob("*") if path.suffix in (".html", ".md", ".py", ".json")
    ]
    assert [path for path in public if "7946-0001" in path.read_text("utf-8")] == []
    ignored = (project / ".gitignore").read_text("utf-8").split()
    assert {"private.toml", "import-report.txt"} <= set(ignored)


def test_importing_again_changes_nothing(imported: tuple[Path, Path]) -> None:
    project, _report = imported
    before = {path: path.read_bytes() for path in project.rglob("*.md")}
    before[project / "refs.bib"] = (project / "refs.bib").read_bytes()
    shown = CliRunner().invoke(main, ["import", str(SOURCES[0]), "--into", str(project)])
    assert shown.exit_code == 0, shown.output
    assert {path: path.read_bytes() for path in before} == before


OTHERS = """\
@article{one, author = {Babbage, Charles}, title = {Engines}, journal = {J}, year = 1843}
@article{two, author = {Babbage, C.}, title = {Wheels}, journal = {J}, year = 1844}
"""


def test_a_paper_of_others_builds_and_the_check_still_tells_it(tmp_path: Path) -> None:
    (tmp_path / "cv.yaml").write_text("cv:\n  name: Ada King\n  email: ada@king.org\n", "utf-8")
    (tmp_path / "refs-new.bib").write_text(OTHERS, "utf-8")
    sources = [str(tmp_path / name) for name in ("cv.yaml", "refs-new.bib")]
    project = tmp_path / "cv"
    shown = CliRunner().invoke(main, ["import", *sources, "--into", str(project)])
    assert shown.output.startswith("taken: 1 section\ntaken: 2 publications\n")
    sphinx_build("html", project / "_build/html", source=project)
    told = [finding for finding in check(project) if finding.subtype == "owner"]
    assert [(finding.line, finding.note) for finding in told] == [(1, True), (9, True)]
    refs = project / "refs.bib"
    text = refs.read_text("utf-8")
    assert text.count("silence = {owner, as imported}") == 2
    refs.write_text(text.replace("as imported", "I am its editor", 1), "utf-8")
    assert [finding.line for finding in check(project) if finding.subtype == "owner"] == [9]
    refs.write_text("", "utf-8")
    again = CliRunner().invoke(main, ["import", *sources, "--into", str(project)])
    assert "deleted or rewritten here since: one; two\n" in again.output
    assert refs.read_text("utf-8") == ""


NAMELESS = """\
@article{none, title = {Engines}, journal = {J}, year = 1843}
@article{some, author = {Babbage, C. and others}, title = {Wheels}, journal = {J}, year = 1844}
"""


def test_nobody_is_made_an_author_and_the_check_asks_for_authors(tmp_path: Path) -> None:
    (tmp_path / "cv.yaml").write_text("cv:\n  name: Ada King\n  email: ada@king.org\n", "utf-8")
    (tmp_path / "refs-new.bib").write_text(NAMELESS, "utf-8")
    sources = [str(tmp_path / name) for name in ("cv.yaml", "refs-new.bib")]
    project = tmp_path / "cv"
    shown = CliRunner().invoke(main, ["import", *sources, "--into", str(project)])
    assert (
        "look at: refs.bib: 1 publication names no authors: add author = {…} to none\n"
        in shown.output
    )
    assert "look at: sections: your CV has no positions or degrees yet" in shown.output
    refs = project / "refs.bib"
    assert "King" not in refs.read_text("utf-8")
    sphinx_build("html", project / "_build/html", source=project)
    told = [finding.message for finding in check(project) if finding.subtype == "owner"]
    assert told == [
        '"none" names no authors: add author = {…}',
        '"some" does not name "Ada King" before "and others": add your name to its authors',
    ]
    again = CliRunner().invoke(main, ["import", *sources, "--into", str(project)])
    assert "names no authors" not in again.output
    text = refs.read_text("utf-8")
    refs.write_text(text.replace("as imported", "nobody knows", 1), "utf-8")
    told = [finding.subtype for finding in check(project) if "none" in finding.message]
    assert told == []
    refs.write_text(text.replace("silence", "note", 1), "utf-8")
    told = [finding.subtype for finding in check(project) if "none" in finding.message]
    assert told == ["bibliography"]


def test_the_settings_of_an_import_hint_at_what_they_lack(tmp_path: Path) -> None:
    links = "  website: https://king.org\n"
    (tmp_path / "cv.yaml").write_text(f"cv:\n  name: Ada King\n{links}", "utf-8")
    project = tmp_path / "cv"
    CliRunner().invoke(main, ["import", str(tmp_path / "cv.yaml"), "--into", str(project)])
    conf = (project / "conf.py").read_text("utf-8")
    hints = [
        line
        for line in template(name="A", language="en")["conf.py"].split("\n")
        if line.startswith("    # ")
    ]
    assert [line for line in hints if line in conf] == hints[1:]
    assert '# "website"' in hints[0]
    assert "private.toml" in conf


# What the manual's own examples of names hold here.
NAMED = {
    "John_Doe_CV.yaml": "rendercv.yaml",
    "resume.json": "jsonresume.json",
    "orcid.json": "orcid.json",
    "works.bib": "works.bib",
    "refs-new.bib": "works.bib",
    "cv.tex": "moderncv.tex",
}
SITES = {"al-folio": "alfolio", "academicpages": "academicpages", "HugoBlox, Wowchemy": "hugoblox"}
ROWS = re.findall(
    r"^\| ([^|]+?) \| `sphinx-cv import ([^`]+)` \|$", PAGES["import.md"], re.MULTILINE
)


@pytest.mark.parametrize(("what", "files"), ROWS, ids=[what for what, _files in ROWS])
def test_the_manual_says_what_to_write_for_each_format(
    what: str, files: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    for name in files.split():
        target = Path(name).expanduser()
        if what in SITES:
            shutil.copytree(DATA / SITES[what], target)
        else:
            shutil.copy(DATA / NAMED[name], target)
    sources = [str(Path(name).expanduser()) for name in files.split()]
    shown = CliRunner().invoke(main, ["import", *sources], catch_exceptions=False)
    assert shown.exit_code == 0, shown.output
    assert shown.output.startswith("taken: ")
    assert Path("my-cv/index.md").is_file()


def test_the_manual_has_a_row_for_each_format() -> None:
    assert len(ROWS) == 8
