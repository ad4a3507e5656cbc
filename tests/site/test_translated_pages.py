"""What a translated page shows: signs chosen by what is shown, and titles as one line of text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from helpers import Built, sphinx_build, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAGE = """# Ada

```{cv-header}
```

```{cv-entry} M.S. internship.
:organization: Royal Society
:date: 2019
```

```{cv-entry} Prize
:date: 2018
```

```{cv-entry} Grant
:date: 2017
```

```{cv-entry} Club
:date: 2016
```

```{talk} On looms
:with: my students
:language: Old Norse
:date: 2015
```

I see [the site](https://example.org).
"""
TEXTS = {
    "M.S. internship.": "Médaille",
    "Royal Society": "Société royale",
    "Prize": "1. Prix",
    "Grant": "# NSF",
    "Club": "+ Club",
    "my students": "mes élèves",
    "Old Norse": "vieux norrois",
    "I see [the site](https://example.org).": "Voir {nothing}`x` et [le site](https://example.org).",
}
CATALOG = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n' + "\n".join(
    f'msgid "{text}"\nmsgstr "{translation}"\n' for text, translation in TEXTS.items()
)
FILES = {"index.md": PAGE, "locales/fr/LC_MESSAGES/cv.po": CATALOG}


def test_a_translated_page_has_its_own_signs_and_loses_no_title(
    site: Callable[..., Built],
) -> None:
    profile = {"name": "Ada Lovelace", "website": "https://ada.example.org"}
    built = site(FILES, "text", language="fr", cv_profile=profile)
    text = built.text("index.txt")
    assert "**Médaille, Société royale** · 2019" in text
    for title in ("1. Prix", "# NSF", "+ Club"):
        assert f"**{title}** ·" in text
    for words in ("avec mes élèves", "vieux norrois"):
        assert words in text
    assert re.search("personnelle[\u00a0\u202f]?\\s?: https", text)
    assert "personnelle:" not in text
    # A fault inside a translation is at its own line.
    line = CATALOG[: CATALOG.index("{nothing}")].count("\n") + 1
    assert any(f"cv.po:{line}: " in warning for warning in built.warnings), built.warnings


def test_no_file_of_translations_is_packed_into_a_book(tmp_path: Path) -> None:
    """They are stored in the folder of the builder, which tells of files that it does not know."""
    conf = 'extensions = ["sphinx_cv"]\nlanguage = "fr"\ncv_profile = {"name": "Ada Lovelace"}\n'
    files = {"conf.py": conf, "index.md": "# Ada\n", "locales/fr/LC_MESSAGES/cv.po": CATALOG}
    write(tmp_path / "source", files)
    sphinx_build("epub", tmp_path / "out", "-D", "language=fr", source=tmp_path / "source")
    assert [*(tmp_path / "out").rglob("cv.mo")]


def test_the_description_of_a_page_is_translated(site: Callable[..., Built]) -> None:
    catalog = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    catalog += 'msgid "What Ada builds."\nmsgstr "Ce que fait Ada."\n'
    page = "---\ndescription: What Ada builds.\n---\n# Ada\n"
    files = {"index.md": page, "locales/fr/LC_MESSAGES/cv.po": catalog}
    built = site(files, language="fr", cv_pdf="")
    (found,) = built.page().find_all("meta", attrs={"name": "description"})
    assert found.attrs == {"name": "description", "content": "Ce que fait Ada."}
    assert built.warnings == []


def test_a_translation_keeps_its_no_break_spaces(site: Callable[..., Built]) -> None:
    """French signs would begin or end a line."""
    printed = "Th\u00e8se\u00a0: \u00ab\u00a0Machines\u00a0\u00bb\u202f?"
    catalog = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    catalog += f'msgid "Thesis"\nmsgstr "{printed}"\n'
    files = {"index.md": "# Ada\n\nThesis\n", "locales/fr/LC_MESSAGES/cv.po": catalog}
    built = site(files, language="fr", cv_pdf="")
    assert printed in built.article().text


@pytest.mark.parametrize("language", ["fr", "de", "en"])
def test_minutes_are_no_quotation_in_any_language(
    site: Callable[..., Built], language: str
) -> None:
    page = "# Ada\n\n(90') *and 'x'*\n\n```{talk} Looms (90')\n:event: ICML\n:date: 2020\n```\n"
    text = site(page, language=language, cv_pdf="").article().get_text()
    assert text.count("(90’)") == 2
