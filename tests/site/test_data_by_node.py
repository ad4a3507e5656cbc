"""What programs of Node.js read in our data: TypeScript, resumed, citation-js and ical.js."""

from __future__ import annotations

import json
import os
import re
import shutil
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc import formatter as formatters
from citeproc.source.json import CiteProcJSON
from filelock import FileLock

from entries import whole
from helpers import ROOT, need, once, run
from sphinx_cv.bibliography.entry_types import TYPES
from sphinx_cv.data.csl import csl_item, to_csl

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

READERS = ROOT / "tests/readers"
NAMES = ("package.json", "package-lock.json")
# These have no authors in APA.
LAWS = ("jurisdiction", "legal", "legislation")


@pytest.fixture(scope="module")
def programs() -> Path:
    """Return the folder that the programs are in; they are installed where that is not yet done."""
    folder = ROOT / "_build/readers"
    npm = need("npm")
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / "lock"):
        if not (folder / "node_modules/.package-lock.json").exists() or any(
            (folder / name).read_bytes() != (READERS / name).read_bytes() for name in NAMES
        ):
            shutil.rmtree(folder / "node_modules", ignore_errors=True)
            for name in NAMES:
                shutil.copy(READERS / name, folder)
            quietly = ("--ignore-scripts", "--no-audit", "--no-fund")
            done = run(npm, "ci", *quietly, cwd=folder, check=False)
            if done.returncode:
                reason = f"npm cannot install what is in {READERS}: {done.stderr[-500:]}"
                (pytest.fail if os.environ.get("CV_REQUIRE_ALL") == "1" else pytest.skip)(reason)
    return folder / "node_modules"


@pytest.fixture(scope="module")
def folder(shared: Path, programs: Path, everything: Path) -> Path:
    """Return a folder with the programs, the files that they read, and what they made of them."""

    def make(made: Path) -> None:
        made.mkdir()
        (made / "node_modules").symlink_to(programs)
        for path in (everything / "cv.json", everything / "talks.ics", *READERS.iterdir()):
            shutil.copy(path, made)
        items = [csl_item(whole(type_)) | {"id": type_} for type_ in TYPES]
        (made / "publications.csl.json").write_text(to_csl(items), "utf-8")
        (made / "read.json").write_text(run("node", "read.js", cwd=made).stdout, "utf-8")

    return once(shared / "readers", make)


@pytest.fixture(scope="module")
def read(folder: Path) -> dict[str, Any]:
    """Return what the programs made of the files."""
    return json.loads((folder / "read.json").read_text("utf-8"))  # type: ignore[no-any-return]


@pytest.mark.parametrize("theme", ["even", "stackoverflow"])
def test_two_themes_of_json_resume_show_the_cv(read: dict[str, Any], theme: str) -> None:
    shown = re.sub(r"\s+", " ", read["themes"][theme])
    for said in (
        *("Prof. Dr. Ada M. King", "Professor of Engines", "ada@example.org"),
        *("Analytical Society", "Leads the mill", "Ph.D. in Engines", "Golden Wheel"),
        *("On mills", "Journal of Mills", "Weaving", "Français", "Charles Babbage"),
    ):
        assert said in shown, said
    assert "undefined" not in shown
    assert "[object Object]" not in shown
    assert "Invalid" not in shown


def test_a_program_for_citations_renders_every_type_in_apa(read: dict[str, Any]) -> None:
    apa = read["apa"]
    assert {*apa} == {*TYPES}
    for type_, text in apa.items():
        assert_is_apa(type_, text)
    assert apa["article"] == (
        "King, A. (2020a). Of mills. The Journal, 3(4), 11–19. https://doi.org/10.1000/182"
    )


def test_another_renders_the_same_style(read: dict[str, Any], tmp_path: Path) -> None:
    style_file = tmp_path / "apa.csl"
    style_file.write_text(read["apaStyle"], "utf-8")
    items = [csl_item(whole(type_)) | {"id": type_} for type_ in TYPES]
    with warnings.catch_warnings():
        # It warns of names that it does not know.
        warnings.simplefilter("ignore")
        style = CitationStylesStyle(str(style_file), validate=False)
        made = CitationStylesBibliography(style, CiteProcJSON(items), formatters.plain)
        for type_ in TYPES:
            made.register(Citation([CitationItem(type_)]))
        rendered = [str(text) for text in made.bibliography()]
    for type_, text in zip(TYPES, rendered, strict=True):
        assert_is_apa(type_, text)


def assert_is_apa(type_: str, text: str) -> None:
    if type_ in LAWS:
        assert re.match(r"Of mills, .*\(2020\)", text), (type_, text)
    else:
        assert re.match(r"King, A\. \(2020[^)]*\)\. Of mills", text), (type_, text)
    assert text.endswith("https://doi.org/10.1000/182"), (type_, text)


def test_a_calendar_of_the_web_reads_the_talks(read: dict[str, Any]) -> None:
    first, second = read["events"]
    assert (first["summary"], first["start"], first["end"]) == (
        "On mills; and looms, again",
        "2023-05-03",
        "2023-05-05",
    )
    assert first["location"] == "Mill Days, Old School, Paris"
    assert "for more than a line of a calendar may have" in first["description"]
    assert second["description"] == "in French"


# Faults of each kind, put into the home page's data: a wrong name, type, and place of a property.
FAULTS = {
    "name": lambda page, owner: owner.update(jobTitel=owner.pop("jobTitle")),
    "type": lambda page, owner: owner.update(award=[2022]),
    "place": lambda page, owner: owner.update(mainEntity=page.pop("mainEntity")),
}


def test_the_types_of_schema_org_hold_and_faults_are_found(
    folder: Path, everything: Path, built: Callable[[str], Path]
) -> None:
    graphs = [*data_of(everything), *data_of(built("html"))]
    assert len(graphs) > 25
    lines = [line_of(graph) for graph in graphs]
    (home,) = [
        graph for graph in data_of(everything) if graph["@graph"][0]["@type"] == "ProfilePage"
    ]
    for fault in FAULTS.values():
        wrong = json.loads(json.dumps(home))
        fault(*wrong["@graph"])
        lines.append(line_of(wrong))
    head = 'import type { Graph } from "schema-dts"; export const all: Graph[] = [];'
    (folder / "data.ts").write_text("\n".join([head, *lines]), "utf-8")
    options = ("--strict", "--noEmit", "--skipLibCheck", "--pretty", "false", "--types", "")
    tsc = folder / "node_modules/.bin/tsc"
    told = run(tsc, *options, "--module", "nodenext", "data.ts", cwd=folder, check=False).stdout
    found = {int(number) for number in re.findall(r"^data\.ts\((\d+),", told, re.MULTILINE)}
    assert found == {*range(len(graphs) + 2, len(lines) + 2)}, told[:2000]


def data_of(out: Path) -> Iterator[dict[str, Any]]:
    """Yield the JSON-LD of each page of a site."""
    for page in sorted(out.rglob("*.html")):
        for script in re.findall(r'ld\+json">(.*?)</script>', page.read_text("utf-8")):
            yield json.loads(script)


def line_of(graph: dict[str, Any]) -> str:
    """Return data as a line of TypeScript, whose types are checked."""
    return f"all.push({json.dumps(graph)});"
