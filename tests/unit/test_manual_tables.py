"""The tables of settings in the manual are those of the code: paste what a failing test shows."""

from pathlib import Path

import pytest

from sphinx_cv.model.declared import keys_of
from sphinx_cv.model.print_options import Printing
from sphinx_cv.model.profile import Profile
from sphinx_cv.model.reference_options import KEYS
from sphinx_cv.settings.settings import SETTINGS

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
TABLES = {
    "Setting": {setting.name: setting.help for setting in SETTINGS},
    "Key of cv_profile": {name: key.help for name, key in keys_of(Profile).items()},
    "Key of cv_references": {name: key.help for name, key in KEYS.items()},
    "Key of cv_print": {name: key.help for name, key in keys_of(Printing).items()},
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_of_the_manual_says_what_the_code_says(name: str) -> None:
    rows = [f"| `{key}` | {meaning} |" for key, meaning in TABLES[name].items()]
    head = name.replace("cv_", "`cv_") + "`" * ("cv_" in name)
    table = "\n".join([f"| {head} | Meaning |", "|---|---|", *rows])
    assert table in README, f"README.md lacks this table:\n\n{table}"


@pytest.mark.parametrize("name", TABLES)
def test_a_meaning_is_a_sentence(name: str) -> None:
    assert all(meaning.endswith(".") and "|" not in meaning for meaning in TABLES[name].values())
