"""Facts in private.toml, beside conf.py, are private; a file that cannot be read ends the build."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pdf_readers import text_of
from sphinx_cv.checker.cli import print_findings

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers import Built

    Site = Callable[..., Built]

PHONE = "+44 20 7946 0123"
FILE = f'phone = "{PHONE}"\nbirth = "Born 10 December 1815"\n'
NAME = {"name": "Ada Lovelace", "affiliation": "Analytical Society"}


def test_its_facts_are_in_ones_own_pdf_alone(site: Site) -> None:
    pages = {"index.md": "# Ada\n\nText\n", "private.toml": FILE}
    public = site(pages, cv_profile=NAME).app
    out = b"".join(path.read_bytes() for path in Path(public.outdir).rglob("*") if path.is_file())
    assert b"7946" not in out
    assert b"1815" not in out
    assert {*public.config.cv_private} == {"phone", "birth"}
    own = site(pages, "typst", cv_profile=NAME, cv_show_private=True).app
    assert "7946" in text_of(Path(own.outdir, "cv.pdf"))


def test_a_list_beside_it_counts_as_well(site: Site) -> None:
    pages = {"index.md": "# Ada\n\nText\n", "private.toml": FILE}
    app = site(pages, "dummy", cv_profile={**NAME, "private": ["affiliation"]}).app
    assert {*app.config.cv_private} == {"phone", "birth", "affiliation"}


def test_its_facts_are_looked_for_in_what_is_public(site: Site) -> None:
    built = site({"index.md": f"# Ada\n\nCall {PHONE}\n", "private.toml": FILE}, cv_profile=NAME)
    assert built.app.statuscode == 1
    assert not Path(built.app.outdir, "index.html").exists()


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ('mobile = "1"\n', "private.toml:1:1", 'Did you mean "phone"?'),
        ('phone = "1"\n\nname = "A"\n', "private.toml:3:1", '"name" cannot be private'),
        ("phone = 3\n", "private.toml:1:1", '"phone" in cv_profile is not a string'),
        ('phone = "1\n', "private.toml:1:11", "Illegal character"),
        ("phone = [\n", "private.toml:1:1", "write lines such as"),
    ],
)
def test_what_is_wrong_is_told_at_its_line(
    text: str, place: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    conf = 'extensions = ["sphinx_cv"]\ncv_profile = {"name": "Ada"}\n'
    for name, content in {"conf.py": conf, "index.md": "# Ada\n", "private.toml": text}.items():
        (tmp_path / name).write_text(content, "utf-8")
    assert print_findings(tmp_path) > 0
    shown = "".join(capsys.readouterr())
    assert f"{place}: error: " in shown
    assert words in shown


def test_a_file_that_is_not_utf_8_ends_the_build(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    conf = 'extensions = ["sphinx_cv"]\ncv_profile = {"name": "Ada"}\n'
    (tmp_path / "conf.py").write_text(conf, "utf-8")
    (tmp_path / "index.md").write_text("# Ada\n", "utf-8")
    (tmp_path / "private.toml").write_bytes(b'phone = "\xe9"\n')
    assert print_findings(tmp_path) == 2
    assert "private.toml:1: error: the file is not UTF-8" in capsys.readouterr().err
