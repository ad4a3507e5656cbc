"""Sound CVs give no report: none by the checker, none by a build."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import ROOT, run, sphinx_build
from sphinx_cv.checker.cli import print_findings

SOUND = ROOT / "tests/data/sound"


@pytest.mark.parametrize("name", ["one", "two", "three"])
def test_a_sound_cv_gives_no_report(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert print_findings(SOUND / name) == 0
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", "")


@pytest.mark.parametrize("name", ["one", "two", "three"])
def test_a_sound_cv_builds_without_a_warning(name: str, tmp_path: Path) -> None:
    # The PDF would need fonts for every script.
    sphinx_build("html", tmp_path, "-D", "cv_pdf=", source=SOUND / name)


# The same CVs with one slip each: what keeps them quiet does not make the checker blind.
SLIPS = {
    ("one", "sections/appointments.md", ":start: 2006-10\n:end: 2008-08", ":start: 2006-10\n:end: 2009-08"): "overlap",
    ("one", "sections/appointments.md", ":start: 1996\n:end: 2000", ":start: 2002\n:end: 2006"): "order",
    ("one", "sections/talks.md", ":date: 2013-06\n:publication: okafor2013regenerating\n", ":date: 2013-06\n"): "untied",
    ("one", "sections/talks.md", ":date: 2017-11", ":date: 2019-11"): "order",
    ("one", "sections/talks.md", ":date: 2015-07-02", ":date: 2023-07-02"): "order",
    ("one", "sections/talks.md", ":date: 2024-10-02\n:upcoming:\n", ":date: 2024-10-02\n"): "upcoming",
    ("one", "index.md", "Anders Lindqvist", "Anders Lindquist"): "spelling",
    ("one", "refs.bib", "Hale, M. O.", "Hail, M. O."): "owner",
    ("two", "index.md", "Lefèvre", "Lefevre"): "spelling",
    ("two", "index.md", "Friedrich Schiller und", "Friedrich Schiler und"): "spelling",
    ("two", "refs.bib", "translator = {Großkötter, Jürgen}", "note = {x}"): "owner",
    ("two", "sections/laufbahn.md", ":start: 1981\n:end: 1987", ":start: 1992\n:end: 1997"): "order",
    ("three", "index.md", "Jean-Luc Moreau", "Jean-Luc Morreau"): "spelling",
    ("three", "sections/positions.md", ":start: 2014\n:end: 2017", ":start: 2014\n:end: 2019"): "overlap",
    ("three", "sections/talks.md", "dimuon channel", "dielectron channels"): "untied",
    ("three", "sections/talks.md", ":date: 2019-06", ":date: 2019-02"): "duplicate",
}  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: f"{slip[0]}-{slip[3]}")
def test_one_slip_in_a_sound_cv_is_told(
    slip: tuple[str, str, str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name, page, old, new = slip
    run("cp", "-r", SOUND / name, tmp_path / "cv")
    path = tmp_path / "cv" / page
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    print_findings(tmp_path / "cv")
    printed = capsys.readouterr().out
    assert f"[cv.{SLIPS[slip]}]" in printed, printed
    assert printed.endswith("0 errors, 1 note\n"), printed
