"""The check and a build are one: what one says, the other says, of the same line."""

from __future__ import annotations

import re
import shutil
from io import StringIO
from pathlib import Path

import pytest
from checking import CONF
from faults import FAULTS, PRINT_FAULTS, PROFILE_FAULTS
from hostile_pages import ACTIVE, FRONT, PAGES
from sphinx.testing.util import SphinxTestApp
from sphinx.util.console import strip_colors

import helpers
from helpers import ROOT, write
from sphinx_cv.checker.project import check
from sphinx_cv.model.rule_list import RULES

DATA = ROOT / "tests/data"
BIB = "@article{a, author = {Lovelace, Ada}, title = {T}, journal = {J}, year = {1843}}\n"
PHOTO = CONF.replace('"}', '", "photo": "ada.jpg"}')

# What is found only where something is resolved, translated, written or compiled.
PROJECTS: dict[str, dict[str, str]] = {
    "an image from the web": {"index.md": "# A\n\n![x](https://example.org/x.png)\n"},
    "an image that is missing": {"index.md": "# A\n\nText\n![x](x.png)\n"},
    "an image that is broken": {"index.md": "# A\n\n![x](x.svg)\n", "x.svg": "<svg"},
    "an image without a text": {
        "index.md": "# A\n\n```{image} x.svg\n```\n",
        "x.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>',
    },
    "a photo that is none": {"conf.py": PHOTO, "ada.jpg": "none"},
    "a photo that is empty": {"conf.py": PHOTO, "ada.jpg": ""},
    "a language of code": {"index.md": "# A\n\n```pythn\nx\n```\n"},
    "an option of the theme": {"conf.py": CONF + 'html_theme_options = {"zzz": 1}\n'},
    "a setting of a wrong type": {"conf.py": CONF + "html_title = 3\n"},
    "settings of a wrong type": {
        "conf.py": CONF + "html_baseurl = 3\ncv_pdf = {1: 2}\ncv_own_pdf = {1: 2}\n"
        'html_static_path = 3\nhtml_context = [1]\nproject = "a\\ud800"\nhtml_title = None\n',
    },
    "settings that hold what is of a wrong type": {
        "conf.py": CONF + "html_context = {1: 2}\nlatex_elements = {None: 1}\n"
        "html_static_path = [1]\nhtml_additional_pages = {'a': {}}\nexclude_patterns = [None]\n",
    },
    "what a page may not have": {
        "index.md": "---\nmyst:\n  gfm_only: true\n---\n# A\n\na\x07b &#1;\n\nc\x1b\n\n"
        "```{image} x.svg\n:target: javascript:x\n:alt: x\n```\n",
        "x.svg": "<html/>",
    },
    "a letter of no standard": {"index.md": "# A\n\n\ue000\n"},
    "an empty page": {"index.md": "# A\n\n```{toctree}\na\n```\n", "a.md": ""},
    "a page in itself": {"index.md": "# A\n\n```{toctree}\nindex\n```\n"},
    "a mark before the text": {"index.md": "\ufeff# A\n\nx\n{cv:talk}`x`\n"},
    "a key in the second line": {"index.md": "# A\n\nx\n{cite}`x` {ref}`y` {doc}`z`\n"},
    "a block at the top of another": {
        "index.md": "# A\n\n:::::{note}\n::::{note}\n{cv:talk}`x`\n::::\n{ref}`x`\n:::::\n",
    },
    "a fault in a translation": {
        "conf.py": CONF + 'language = "de"\nlocale_dirs = ["locale"]\n',
        "index.md": "# A\n\nSee [a](#b).\n\nOne\n\nTwo\n",
        "locale/de/LC_MESSAGES/index.po": 'msgid ""\nmsgstr ""\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "One"\nmsgstr "{cv:talk}`eins`"\n\nmsgid "Two"\nmsgstr "{cv:talk}`zwei`"\n',
    },
}


# What the check alone says, of a draft.
UNFINISHED = {name for name, rule in RULES.items() if rule.unfinished}

Said = set[tuple[str, int, str, str]]

# What Sphinx says a second time, of what another warning says with its place.
ECHO = re.compile(
    r"unknown (?:role|directive) name|Too many autonumbered footnote"
    # The guard of the output, on a value that the source or conf.py is warned of.
    r"|\S+ would publish the private|\"private\" in cv_profile cannot be read"
)


def said(place: str, line: int, code: str, message: str) -> tuple[str, int, str, str]:
    """Return what is said of which line; the check alone adds what may have been meant."""
    words = message.partition(". Did you mean")[0].partition(" (allowed:")[0]
    for added in (". It is not", ". Write its name"):
        words = words.partition(added)[0]
    return place, line, code, words.strip(" .")


def by_check(folder: Path) -> Said:
    return {
        said(found.place.removeprefix(f"{folder}/"), found.line, found.code, found.message)
        for found in check(folder)
        if not ECHO.match(found.message) and found.subtype not in UNFINISHED
    }


def by_build(folder: Path, out: Path) -> Said:
    """Return what a build of the website prints, but for letters that this machine lacks."""
    printed = StringIO()
    app = SphinxTestApp(
        "html",
        srcdir=folder,
        builddir=out,
        freshenv=True,
        warning=printed,
        confoverrides={"nitpicky": True},
    )
    try:
        app.build()
    finally:
        app.cleanup()
    pattern = r"(?:(\S+?)(?::(\d+))?(?::<translated>\S*)?: )?(?:WARNING|ERROR): (.*)"
    found: list[list[str]] = []
    for line in strip_colors(printed.getvalue()).splitlines():
        if match := re.fullmatch(pattern, line):
            found.append([match[1] or "", match[2] or "0", match[3]])
        elif line.strip():
            found[-1][2] += f" {line.strip()}"
    result = set()
    for place, number, text in found:
        match = re.fullmatch(r"(.*?)(?: \[([\w.-]+)\])?", text)
        if not ECHO.match(text) and not text.startswith("no font here"):
            name = place.removeprefix(f"{folder}/")
            result.add(said(name, int(number), match[2] or "", match[1]))
    return result


def both(folder: Path, out: Path) -> Said:
    found = by_check(folder)
    assert by_build(folder, out) == found
    # Each has a line.
    assert [each for each in found if not each[0] or not each[1]] == []
    return found


@pytest.mark.parametrize("name", PROJECTS)
def test_what_a_small_project_has_wrong(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "cv"
    write(folder, {"conf.py": CONF, "index.md": "# A\n", "refs.bib": BIB} | PROJECTS[name])
    assert both(folder, tmp_path / "out")


@pytest.mark.parametrize("name", ["faulty", "sound/one", "sound/two", "sound/three"])
def test_what_a_whole_cv_has_wrong(name: str, tmp_path: Path) -> None:
    shutil.copytree(DATA / name, tmp_path / "cv")
    assert bool(both(tmp_path / "cv", tmp_path / "out")) is (name == "faulty")


@pytest.mark.parametrize("faults", [FAULTS, PROFILE_FAULTS, PRINT_FAULTS], ids=len)
def test_what_each_test_of_a_warning_has_wrong(
    faults: dict[str, tuple[object, str]], tmp_path: Path
) -> None:
    """Of pages and of settings: all pages are one project, each setting is one."""
    folder = tmp_path / "cv"
    pages = {f"p{at}.md": f"# P\n\n{page}\n" for at, (page, _said) in enumerate(faults.values())}
    index = "# Ada\n\n```{toctree}\n:glob:\n\np*\n```\n"
    common = {"conf.py": CONF, "index.md": index, "refs.bib": helpers.BIB}
    if faults is FAULTS:
        write(folder, common | pages)
        assert len(both(folder, tmp_path / "out")) >= len(FAULTS)
        return
    name = "cv_profile" if faults is PROFILE_FAULTS else "cv_print"
    for at, (value, _said) in enumerate(faults.values()):
        conf = f"{CONF}{name} = {value!r}\n"
        write(folder / str(at), {"conf.py": conf, "index.md": "# A\n", "refs.bib": BIB})
        assert both(folder / str(at), tmp_path / f"out{at}")


@pytest.mark.parametrize("step", [8, pytest.param(1, marks=pytest.mark.large)])
def test_what_every_file_of_publications_has_wrong(step: int, tmp_path: Path) -> None:
    folder = tmp_path / "cv"
    shutil.copytree(DATA / "bib", folder)
    names = sorted(path.name for path in folder.glob("*.bib"))[::step]
    conf = f'{CONF}bibtex_bibfiles = {names!r}\ncv_pdf = ""\n'
    write(folder, {"conf.py": conf, "index.md": "# A\n\n```{publication-list}\n```\n"})
    assert {place for place, *_rest in both(folder, tmp_path / "out")} & {*names}


def test_what_a_hostile_page_has_wrong(tmp_path: Path) -> None:
    folder = tmp_path / "cv"
    texts = [text.replace("SCRIPT", "javascript:x") for text, _told in PAGES.values()]
    pages = {f"p{at}.md": f"# P\n\n{text}\n" for at, text in enumerate(texts)}
    pages |= {f"p{name}.md": f"---\nmyst:\n  {text}" for name, text in FRONT.items()}
    index = "# Ada\n\n```{toctree}\n:glob:\n\np*\n```\n"
    others = {"conf.py": f'{CONF}cv_pdf = ""\n', "a.svg": ACTIVE, "refs.bib": BIB}
    write(folder, others | {"index.md": index} | pages)
    assert {place for place, *_rest in both(folder, tmp_path / "out")} >= {*pages}
