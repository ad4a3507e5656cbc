"""What the checker says of translations: changed, missing, badly formed, and private."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers import write
from sphinx_cv.checker.project import check

if TYPE_CHECKING:
    from pathlib import Path

CONF = """extensions = ["sphinx_cv"]
language = "en"
cv_languages = {"fr": "Français"}
cv_profile = {"name": "Ada Lovelace", "phone": "+44 20 7946 0123", "private": ["phone"]}
"""
PAGE = """# Ada

I build *engines* for looms and for mills.

I teach.

I *write* notes.
"""
HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
CATALOG = f"""{HEAD}msgid "Ada"
msgstr "Ada"

msgid "I build *engines* for looms and for the mills."
msgstr "Je construis des *machines*."

msgid "I *write* notes."
msgstr "J'écris des **notes, 020 7946 0123."
"""


def findings(tmp_path: Path, catalog: str) -> list[tuple[str, int, str]]:
    files = {"conf.py": CONF, "index.md": PAGE}
    write(tmp_path, files | {"locales/fr/LC_MESSAGES/cv.po": catalog})
    return [
        (finding.place.removeprefix(f"{tmp_path}/"), finding.line, finding.subtype)
        for finding in check(tmp_path)
    ]


def test_what_is_wrong_in_translations_is_told_with_its_line(tmp_path: Path) -> None:
    found = findings(tmp_path, CATALOG)
    po = "locales/fr/LC_MESSAGES/cv.po"
    assert ("index.md", 3, "translation") in found  # changed since
    assert ("index.md", 5, "translation") in found  # missing
    assert (po, 12, "translation") in found  # badly formed
    assert (po, 12, "private") in found
    messages = {finding.line: finding.message for finding in check(tmp_path)}
    assert "has changed since it was translated" in messages[3]
    assert 'is not translated into "fr"' in messages[5]


def test_a_whole_catalog_is_silent(tmp_path: Path) -> None:
    catalog = f"""{HEAD}msgid "Ada"
msgstr "Ada"

msgid "I build *engines* for looms and for mills."
msgstr "Je construis des *machines*."

msgid "I teach."
msgstr "J'enseigne."

msgid "I *write* notes."
msgstr "J'écris des *notes*."
"""
    assert findings(tmp_path, catalog) == []
