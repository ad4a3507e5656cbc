"""This CV builds with every builder, without a warning, the same however it is built."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from helpers import ROOT, STRICT, clone, differing, run, sphinx_build, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers import Built

BUILDERS = (
    "html",
    "dirhtml",
    "singlehtml",
    "latex",
    "typst",
    "epub",
    "text",
    "man",
    "texinfo",
    "gettext",
    "xml",
    "dummy",
)


# What Sphinx itself writes otherwise each time: the hour, paths of the machine, labels as in a set.
CHANGING = {"epub", "gettext", "xml", "texinfo"}


@pytest.mark.parametrize("builder", BUILDERS)
def test_every_builder_is_clean_and_gives_the_same_everywhere(
    builder: str, built: Callable[[str], Path], rebuilt: Callable[[str], Path]
) -> None:
    """Serial and parallel; in one folder and in another; in this process and in one of its own."""
    one, other = built(builder), rebuilt(builder)
    if builder not in CHANGING:
        assert differing(one, other) == []


def write_copy(source: Path) -> Path:
    """Write a copy of this CV that a test may edit, with a list on an inner page as well."""
    clone(source)
    with (source / "sections/service.md").open("a", encoding="utf-8") as file:
        file.write("\n```{talk-list}\n:limit: 2\n```\n")
    return source


@pytest.fixture(scope="module")
def first_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a copy of this CV in ``source``, and what was built of it in ``out``."""
    folder = tmp_path_factory.mktemp("first")
    update(write_copy(folder / "source"), folder / "out")
    shutil.copytree(folder, folder / "kept")
    return folder


@pytest.fixture
def grown(first_build: Path) -> tuple[Path, Path]:
    """Return a copy of this CV that a test may edit, and the folder that it has been built into.

    Both are put back to what they were, with the times of their files: Sphinx reads the same.
    """
    for name in ("source", "out"):
        shutil.rmtree(first_build / name)
        shutil.copytree(first_build / "kept" / name, first_build / name)
    return first_build / "source", first_build / "out"


def update(source: Path, out: Path) -> None:
    """Build what has changed."""
    sphinx_build("html", out, source=source, fresh=False)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def add_talk(source: Path) -> None:
    talk = (
        "\n```{talk} A new talk\n:event: NeurIPS\n:date: 2024\n:publication: sander2023fast\n```\n"
    )
    with (source / "sections" / "talks.md").open("a", encoding="utf-8") as file:
        file.write(talk)


def rename_talk(source: Path) -> None:
    edit(source / "sections/talks.md", "Smooth and Sparse top-k operator", "Sparse top-k")


def add_section(source: Path) -> None:
    (source / "sections/awards.md").write_text("# Awards\n\nA prize\n", "utf-8")
    edit(source / "index.md", "sections/languages\n", "sections/languages\nsections/awards\n")


def rename_section(source: Path) -> None:
    edit(source / "sections/languages.md", "# Languages", "# Spoken languages")


def move_section(source: Path) -> None:
    (source / "sections/service.md").rename(source / "sections/community.md")
    edit(source / "index.md", "sections/service", "sections/community")


def delete_section(source: Path) -> None:
    (source / "sections/coding.md").unlink()
    edit(source / "index.md", "sections/coding\n", "")


def delete_entry(source: Path) -> None:
    path = source / "sections/education.md"
    text = path.read_text("utf-8")
    path.write_text(text[: text.rindex("```{cv-entry}")], "utf-8")


def add_publication(source: Path) -> None:
    entry = (
        "@article{new2024, author={Sander, Michael E.}, title={New}, journal={J}, year={2024}}\n"
    )
    path = source / "refs.bib"
    path.write_text(entry + path.read_text("utf-8"), "utf-8")


def cite_elsewhere(source: Path) -> None:
    edit(source / "sections/service.md", "Reviewer", "See {cite}`sander2021momentum`. Reviewer")


def change_a_listed_talk(source: Path) -> None:
    """Change the event of a talk that a page other than the home page lists."""
    edit(source / "sections/talks.md", ":event: PGMODAYS", ":event: PGMO days")


EDITS = (
    change_a_listed_talk,
    add_talk,
    rename_talk,
    add_section,
    rename_section,
    move_section,
    delete_section,
    delete_entry,
    add_publication,
    cite_elsewhere,
)


@pytest.mark.parametrize("change", EDITS, ids=lambda change: change.__name__)
def test_an_incremental_build_equals_a_clean_one(
    change: Callable[[Path], None], grown: tuple[Path, Path], tmp_path: Path
) -> None:
    source, out = grown
    change(source)
    update(source, out)
    update(source, tmp_path / "clean")
    assert differing(out, tmp_path / "clean") == []


def test_a_build_without_changes_writes_no_page(grown: tuple[Path, Path]) -> None:
    source, out = grown
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*.html")}
    update(source, out)
    kept = {path for path, time in before.items() if path.stat().st_mtime_ns == time}
    assert {path.name for path in set(before) - kept} <= {"search.html"}


def test_the_pins_are_those_that_are_installed_here() -> None:
    """The tests speak for the pins only where they run with them."""
    from importlib.metadata import version

    pins = [
        line.split(";")[0].split("==")
        for name in ("requirements.txt", "requirements-dev.txt")
        for line in (ROOT / name).read_text("utf-8").splitlines()
        if "==" in line and "sys_platform" not in line
    ]
    assert {name: version(name) for name, _pin in pins} == {name: pin.strip() for name, pin in pins}
    assert shutil.which("git")


def test_what_is_changed_in_the_extension_is_seen(tmp_path: Path) -> None:
    source, out = tmp_path / "source", tmp_path / "out"
    conf = (
        "import sys\nsys.path.insert(0, '_ext')\nextensions = ['sphinx_cv']\n"
        "exclude_patterns = ['_*']\ncv_pdf = ''\ncv_profile = {'name': 'Ada'}\n"
    )
    page = "# Ada\n\n```{cv-entry} Analyst\n:date: 1843\n```\n"
    write(source, {"conf.py": conf, "index.md": page})
    extension = source / "_ext/sphinx_cv"
    compiled = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "_ext/sphinx_cv", extension, ignore=compiled)

    def update() -> str:
        """Return the page after a build of what has changed, by the command."""
        command = (sys.executable, "-m", "sphinx", *STRICT, "-b", "html", source, out)
        assert run(*command, cwd=source).stderr == ""
        return (out / "index.html").read_text("utf-8")

    # Python keeps what it compiles beside the sources, as it does by itself.
    before = sorted(source.rglob("*"))
    update()
    kept = extension / "html/theme/__pycache__"
    assert list(kept.iterdir())
    # Nothing else of the build lies in the sources.
    after = [path for path in sorted(source.rglob("*")) if "__pycache__" not in path.parts]
    assert after == before
    edit(extension / "html/theme/cv-copyright.html", "©", "Copyright")
    assert "Copyright" in update()
    # Every page is read again where Python is another.
    edit(extension / "html/visitors.py", 'class="cv-main"', 'class="cv-main changed"')
    assert "cv-main changed" in update()


# The print engine takes a tenth of a second to load, which a build without a PDF need not wait for.
BUILD = "from sphinx.cmd.build import main; assert main(sys.argv[1:]) == 0"
CHECK = "from sphinx_cv.checker.cli import check; check(Path(sys.argv[1]))"


@pytest.mark.parametrize("work", [BUILD, CHECK], ids=["build", "check"])
def test_the_print_engine_is_loaded_only_for_a_pdf(work: str, tmp_path: Path) -> None:
    # A check looks at the PDF of the site as well, where there is one.
    conf = "extensions = ['sphinx_cv']\ncv_profile = {'name': 'Ada'}\ncv_pdf = ''\n"
    write(tmp_path / "source", {"conf.py": conf, "index.md": "# Ada\n"})
    program = f"import sys; from pathlib import Path; {work}; assert 'typst' not in sys.modules"
    options = (tmp_path / "source", tmp_path / "out", "-qEb", "dummy")
    run(sys.executable, "-c", program, *options, cwd=ROOT / "_ext")


def test_a_long_list_of_talks_has_its_field_also_where_all_pages_are_one(
    site: Callable[..., Built],
) -> None:
    talks = "\n".join(
        f"```{{talk}} Talk {number}\n:event: Society\n:date: {1800 + number}\n```\n"
        for number in range(21)
    )
    files = {
        "index.md": "# Ada\n\n```{talk-list}\n:limit: 2\n```\n\n```{toctree}\ntalks\n```\n",
        "talks.md": f"# Talks\n\n{talks}",
    }
    built = site(files, "singlehtml")
    assert built.warnings == []
    assert len(built.page().select('.cv-filter[data-cv-of="talk"]')) == 1
