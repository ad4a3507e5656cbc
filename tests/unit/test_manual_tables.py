"""The tables of the manual are those of the code, and its pages lead to one another."""

from __future__ import annotations

import importlib.util
import re

import pytest
from babel import Locale

from helpers import ROOT
from manual import MANUAL, PAGES, README
from sphinx_cv.model.options.declared import keys_of
from sphinx_cv.model.options.printing import Printing
from sphinx_cv.model.options.references import KEYS
from sphinx_cv.model.profile import Profile
from sphinx_cv.settings.settings import SETTINGS

_spec = importlib.util.spec_from_file_location("tables", MANUAL / "tables.py")
assert _spec is not None
assert _spec.loader is not None
tables = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(tables)

MEANINGS = {
    **{setting.name: setting.help for setting in SETTINGS},
    **{name: key.help for name, key in keys_of(Profile).items()},
    **{name: key.help for name, key in KEYS.items()},
    **{name: key.help for name, key in keys_of(Printing).items()},
}


@pytest.mark.parametrize(("page", "head"), tables.tables())
def test_a_table_of_the_manual_is_that_of_the_code(page, head):
    written = tables.with_table(PAGES[page], head, tables.tables()[page, head]())
    assert PAGES[page] == written, f'"python docs/tables.py" mends {page}'


@pytest.mark.parametrize("meaning", MEANINGS.values(), ids=MEANINGS)
def test_a_meaning_is_a_sentence(meaning):
    assert meaning.endswith(".")
    assert "|" not in meaning


def test_every_page_of_the_manual_is_in_its_contents():
    listed = re.findall(r"^([\w-]+)$", PAGES["index.md"], re.MULTILINE)
    assert sorted(listed) == sorted(
        path.stem for path in MANUAL.glob("*.md") if path.stem != "index"
    )


def slug(heading: str) -> str:
    """Return the anchor that a Git host and MyST give to a heading."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def test_every_link_between_pages_leads_somewhere():
    """Also where the pages are read on a Git host."""
    for name, text in PAGES.items():
        folder = (README if name == "README.md" else MANUAL / name).parent
        prose = re.sub(r"^(`{3,}).*?^\1$", "", text, flags=re.DOTALL | re.MULTILINE)
        for target in re.findall(
            r"\]\((?!https?:|mailto:)([^)\s]+)\)", re.sub(r"`[^`]*`", "", prose)
        ):
            path, _, anchor = target.partition("#")
            page = folder / path if path else folder / name
            assert page.exists(), f"{name}: {target}"
            if anchor:
                headings = re.findall(r"^#+ (.*)$", page.read_text("utf-8"), re.MULTILINE)
                assert anchor in {slug(heading) for heading in headings}, f"{name}: {target}"


def test_the_manual_names_the_languages_that_the_words_are_in():
    locales = ROOT / "_ext/sphinx_cv/locale"
    codes = [path.name for path in locales.iterdir() if path.is_dir()]
    text = PAGES["languages.md"]
    names = {Locale.parse(code.partition("_")[0]).get_display_name("en") for code in codes}
    names = {name.removesuffix(" Bokmål") for name in names}
    assert [name for name in names if name not in text] == []
