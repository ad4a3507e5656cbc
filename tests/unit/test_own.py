"""What a build within a build is told."""

from __future__ import annotations

from sphinx.config import Config

from sphinx_cv.print.own import handed_on


def test_settings_of_the_command_line_are_handed_on_also_those_within_a_dictionary() -> None:
    given = {"language": "fr", "cv_print.look": "compact", "cv_own_pdf": "x.pdf"}
    config = Config({"cv_print": {"paper": "letter", "size": 9}}, given)
    for name in ("cv_print", "cv_references"):
        config.add(name, {}, "env", (dict,))
    assert handed_on(config) == {
        "language": "fr",
        "cv_print.look": "compact",
        "cv_print.paper": "letter",
    }
