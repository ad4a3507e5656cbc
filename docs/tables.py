"""Write the manual's tables of settings and rules from the code: ``python docs/tables.py``."""

from __future__ import annotations

import re
import sys
from pathlib import Path

MANUAL = Path(__file__).parent
sys.path.insert(0, str(MANUAL.parent / "_ext"))

from sphinx_cv.model.declared import keys_of  # noqa: E402
from sphinx_cv.model.exports import Exports  # noqa: E402
from sphinx_cv.model.print_options import Printing  # noqa: E402
from sphinx_cv.model.profile import Profile  # noqa: E402
from sphinx_cv.model.reference_options import KEYS  # noqa: E402
from sphinx_cv.model.rule_list import RULES  # noqa: E402
from sphinx_cv.model.variants import Variant  # noqa: E402
from sphinx_cv.settings.settings import SETTINGS  # noqa: E402


def rows(meanings: dict[str, str]) -> list[str]:
    """Return the rows of a table of names and what they mean."""
    return [f"| `{name}` | {meaning} |" for name, meaning in meanings.items()]


def tables() -> dict[tuple[str, str], list[str]]:
    """Return the rows of each table, by its page and its first line."""
    settings = {setting.name: setting.help for setting in SETTINGS}
    profile = {name: key.help for name, key in keys_of(Profile).items()}
    printing = {name: key.help for name, key in keys_of(Printing).items()}
    references = {name: key.help for name, key in KEYS.items()}
    exports = {name: key.help for name, key in keys_of(Exports).items()}
    variants = {name: key.help for name, key in keys_of(Variant).items()}
    rules = [
        f"| `cv.{name}` | {'note' if rule.note else 'error'} | {rule.meaning} |"
        for name, rule in RULES.items()
    ]
    return {
        ("settings.md", "| Setting | Meaning |"): rows(settings),
        ("settings.md", "| Key of `cv_profile` | Meaning |"): rows(profile),
        ("pdf.md", "| Key of `cv_print` | Meaning |"): rows(printing),
        ("pdf.md", "| Key of a variant | Meaning |"): rows(variants),
        ("references.md", "| Key of `cv_references` | Meaning |"): rows(references),
        ("data.md", "| Key of `cv_exports` | Meaning |"): rows(exports),
        ("check.md", "| Rule | | Meaning |"): rules,
    }


def with_table(text: str, head: str, body: list[str]) -> str:
    """Return a page with the rows of one of its tables in place of those that it has.

    Raises ``ValueError`` where the page has no such table.
    """
    found = re.compile(re.escape(head) + r"\n(\|[-|]+\|)\n(?:\|.*\n)*").search(text)
    if found is None:
        raise ValueError(f"no table {head}")
    table = "\n".join([head, found[1], *body]) + "\n"
    return text[: found.start()] + table + text[found.end() :]


def main() -> None:
    """Write every table into its page."""
    for (page, head), body in tables().items():
        path = MANUAL / page
        path.write_text(with_table(path.read_text("utf-8"), head, body), "utf-8")


if __name__ == "__main__":
    main()
