"""What a build within a build is told."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

from sphinx.config import Config

from sphinx_cv.print.own import handed_on

if TYPE_CHECKING:
    from pathlib import Path


def test_settings_of_the_command_line_are_handed_on_also_those_within_a_dictionary(
    tmp_path: Path,
) -> None:
    (tmp_path / "conf.py").write_text('cv_print = {"paper": "letter", "size": 9}\n', "utf-8")
    given = {"language": "fr", "cv_print.look": "compact", "cv_own_pdf": "x.pdf"}
    # As it is once it was checked: a number.
    config = Config({"cv_print": {"paper": "letter", "size": 11}}, given)
    for name in ("cv_print", "cv_references"):
        config.add(name, {}, "env", (dict,))
    builder = SimpleNamespace(config=config, confdir=tmp_path)
    assert handed_on(builder) == {
        "language": "fr",
        "cv_print.look": "compact",
        "cv_print.size": "11",
    }
