"""What the checker says of translations: changed, missing, badly formed, and private."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from click.testing import CliRunner

from helpers import write
from manual import PAGES, blocks
from sphinx_cv.checker.project import check
from sphinx_cv.cli.main import main
from sphinx_cv.languages.translations import updated

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from helpers import Built

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


def test_the_command_writes_what_the_manual_shows(tmp_path: Path) -> None:
    """Its settings give a file for each language, without a value of the profile."""
    conf = next(block for block in blocks("python", PAGES["languages.md"]) if "fr" in block)
    write(tmp_path, {"conf.py": conf, "index.md": PAGE})
    told = CliRunner().invoke(main, ["translations", str(tmp_path)]).output
    files = [f"locales/{code}/LC_MESSAGES/cv.po" for code in ("fr", "he")]
    assert told == "".join(f"{name}: 0 of 4 texts are translated\n" for name in files)
    text = (tmp_path / files[0]).read_text("utf-8")
    assert text.startswith('msgid ""\nmsgstr ""\n"Language: fr\\n"\n')
    assert '#: index.md:5\nmsgid "I teach."\nmsgstr ""\n' in text
    assert "Mathematician" not in text
    (example,) = blocks("po", PAGES["languages.md"])
    assert [message.string for message in read_po(example.splitlines()) if message.id]


def test_all_that_is_read_on_a_page_is_extracted(tmp_path: Path) -> None:
    page = """---
description: What Ada builds.
---
# Ada

```{talk} On looms
:with: my students
:language: Old Norse
:date: 1843
```
"""
    write(tmp_path, {"conf.py": CONF, "index.md": page})
    assert CliRunner().invoke(main, ["translations", str(tmp_path)]).exit_code == 0
    text = (tmp_path / "locales/fr/LC_MESSAGES/cv.po").read_text("utf-8")
    for words in ("What Ada builds.", "On looms", "my students", "Old Norse"):
        assert f'msgid "{words}"' in text


def test_a_language_that_is_no_code_is_told_with_the_code(tmp_path: Path) -> None:
    conf = CONF.replace('"en"', '"French"').replace('{"fr"', '{"fr-CA"')
    write(tmp_path, {"conf.py": conf, "index.md": "# Ada\n"})
    told = [(finding.line, finding.message) for finding in check(tmp_path)]
    assert (2, 'language: "French" is not the code of a language: write "fr"') in told
    assert any(line == 3 and 'write "fr_CA"' in message for line, message in told)


def test_what_cannot_be_updated_is_left_alone(tmp_path: Path) -> None:
    faulty = 'msgid "Ada"\nmsgstr Ada\n'
    write(tmp_path, {"conf.py": CONF, "index.md": PAGE, "locales/fr/LC_MESSAGES/cv.po": faulty})
    done = CliRunner().invoke(main, ["translations", str(tmp_path)])
    assert (done.exit_code, "cv.po:2: this line cannot be read" in done.output) == (2, True)
    assert (tmp_path / "locales/fr/LC_MESSAGES/cv.po").read_text("utf-8") == faulty
    write(tmp_path, {"conf.py": CONF.replace("cv_languages", "cv_x")})
    assert (
        'write cv_languages = {"fr"'
        in CliRunner().invoke(main, ["translations", str(tmp_path)]).output
    )


LONG = "I build engines for looms and for mills."
CHANGED = "I build engines for looms and for the mills."


def template(*texts: str) -> Catalog:
    catalog = Catalog()
    for text in texts:
        catalog.add(text)
    return catalog


def test_a_translation_is_kept_when_its_text_changes_or_goes(tmp_path: Path) -> None:
    path = tmp_path / "cv.po"
    path.write_text(
        f"""# By Grace.
{HEAD}msgid "{LONG}"
msgstr "Des machines."

msgid "Talk"
msgstr "Exposé"

#~ msgid "Prizes"
#~ msgstr "Prix"
""",
        "utf-8",
    )
    catalog = updated(path, template(CHANGED, "Talks", "Prizes"))
    changed = catalog[CHANGED]
    assert (changed.string, changed.fuzzy) == ("Des machines.", True)
    assert changed.previous_id == [LONG]
    # A short text that is similar is another one. Nothing is lost.
    assert (catalog["Talks"].string, catalog["Talks"].fuzzy) == ("", False)
    assert catalog.obsolete["Talk"].string == "Exposé"
    assert catalog["Prizes"].string == "Prix"
    assert catalog.header_comment == "# By Grace."


def test_a_text_that_changes_twice_keeps_the_one_that_was_translated(tmp_path: Path) -> None:
    path = tmp_path / "cv.po"
    path.write_text(
        f"""{HEAD}#, fuzzy
#| msgid "{LONG}"
msgid "{CHANGED}"
msgstr "Des machines."
""",
        "utf-8",
    )
    for now in (CHANGED, f"{CHANGED} Still."):
        assert updated(path, template(now))[now].previous_id == [LONG]


def test_a_fault_of_all_languages_is_told_once(site: Callable[..., Built]) -> None:
    """The builds of the others find it as well."""
    profile = {"name": {"en": "Ada", "de": "Ada"}}
    built = site("# Ada\n", "typst", language="en", cv_languages={"fr": "F"}, cv_profile=profile)
    assert len(built.warnings) == len(set(built.warnings))
    assert sum("which is not in cv_languages" in line for line in built.warnings) == 1
