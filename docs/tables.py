"""Write the tables of manual and README from the code: ``python docs/tables.py``."""

from __future__ import annotations

import re
import sys
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from pybtex.richtext import String, Tag

MANUAL = Path(__file__).parent
sys.path.insert(0, str(MANUAL.parent / "_ext"))

from sphinx_cv.bibliography.file.reader import read_files  # noqa: E402
from sphinx_cv.bibliography.reference.style import Reference, References  # noqa: E402
from sphinx_cv.model.options.declared import keys_of  # noqa: E402
from sphinx_cv.model.options.exports import Exports  # noqa: E402
from sphinx_cv.model.options.printing import Printing  # noqa: E402
from sphinx_cv.model.options.references import KEYS  # noqa: E402
from sphinx_cv.model.options.variants import Variant  # noqa: E402
from sphinx_cv.model.profile import Profile  # noqa: E402
from sphinx_cv.model.rule_list import RULES  # noqa: E402
from sphinx_cv.settings.settings import SETTINGS  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

    from pybtex.richtext import BaseText


def rows(meanings: dict[str, str]) -> list[str]:
    """Return the rows of a table of names and what they mean."""
    return [f"| `{name}` | {meaning} |" for name, meaning in meanings.items()]


def rules() -> list[str]:
    """Return the rows of the table of rules."""
    return [
        f"| `cv.{name}` | {'note' if rule.note else 'error'} | {rule.meaning} |"
        for name, rule in RULES.items()
    ]


def references() -> list[str]:
    """Return the rows of a table of entries, one of each type, and what is printed of each.

    In the sources "…" stands for what they share: a key, an author, a title and a year.
    """
    sources = (MANUAL / "types.txt").read_text("utf-8").splitlines()
    return [f"| `{source}` | {printed(source)} |" for source in sources]


def printed(source: str) -> str:
    """Return the reference of an entry as Markdown."""
    shared = "key, title = {Mills and Looms}"
    shared += "" if "{Ada King" in source else ", author = {Ada King}"
    year = "" if "date = " in source else ", year = {2020}"
    with TemporaryDirectory() as folder:
        path = Path(folder, "types.bib")
        path.write_text(source.replace("…", shared)[:-1] + year + "}", encoding="utf-8")
        (entry,) = read_files([path], "utf-8").data.entries.values()
    return in_markdown(Reference(entry, References()).text())


def in_markdown(text: BaseText) -> str:
    """Return rich text with its italics between asterisks."""
    if isinstance(text, String):
        return str(text)
    content = "".join(map(in_markdown, text.parts))
    return f"*{content}*" if isinstance(text, Tag) and text.name == "em" else content


def tables() -> dict[tuple[str, str], Callable[[], list[str]]]:
    """Return what makes the rows of each table, by its page and its first line."""
    settings = {setting.name: setting.help for setting in SETTINGS}
    profile = {name: key.help for name, key in keys_of(Profile).items()}
    printing = {name: key.help for name, key in keys_of(Printing).items()}
    forms = {name: key.help for name, key in KEYS.items()}
    exports = {name: key.help for name, key in keys_of(Exports).items()}
    variants = {name: key.help for name, key in keys_of(Variant).items()}
    return {
        ("settings.md", "| Setting | Meaning |"): partial(rows, settings),
        ("settings.md", "| Key of `cv_profile` | Meaning |"): partial(rows, profile),
        ("pdf.md", "| Key of `cv_print` | Meaning |"): partial(rows, printing),
        ("pdf.md", "| Key of a variant | Meaning |"): partial(rows, variants),
        ("references.md", "| Key of `cv_references` | Meaning |"): partial(rows, forms),
        ("references.md", "| Source | Printed |"): references,
        ("README.md", "| Source | Printed |"): references,
        ("data.md", "| Key of `cv_exports` | Meaning |"): partial(rows, exports),
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
    for (page, head), body_of in tables().items():
        path = (MANUAL.parent if page == "README.md" else MANUAL) / page
        path.write_text(with_table(path.read_text("utf-8"), head, body_of()), "utf-8")


if __name__ == "__main__":
    main()
