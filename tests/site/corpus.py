"""The real .bib files, what each must give, and what a page that lists some shows."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from helpers import Built

if TYPE_CHECKING:
    from collections.abc import Callable

    from bs4 import Tag

    Site = Callable[..., Built]

DATA = Path(__file__).parent.parent / "data" / "bib"
PAGE = "# Ada\n\n```{bibliography}\n:all:\n```\n"


@dataclass(frozen=True, kw_only=True)
class Expected:
    """What a file must give: the title of each key, and line, rule and sentence of each fault."""

    titles: dict[str, str]
    faults: list[tuple[int, str, str]]


def expected_of(bib: Path) -> Expected:
    """Return what stands beside a file of the corpus."""
    given = tomllib.loads(bib.with_suffix(".expected.toml").read_text("utf-8"))
    faults = [(each["line"], each["rule"], each["message"]) for each in given.get("faults", ())]
    return Expected(titles=given["titles"], faults=sorted(faults))


CORPUS = {bib.stem: expected_of(bib) for bib in sorted(DATA.glob("*.bib"))}


def build(
    site: Site, *paths: Path, builder: str = "html", page: str = PAGE, **conf: object
) -> Built:
    """Build a page that lists the .bib files *paths*."""
    return site(
        {"index.md": page},
        builder,
        bibtex_bibfiles=[str(path) for path in paths],
        # Here it is the reading that is tested; the files are of many people.
        suppress_warnings=["cv.owner", "cv.spelling"],
        **conf,
    )


def faults(built: Built) -> list[tuple[int, str, str]]:
    """Return the line, the subtype and the sentence of each warning."""
    found = []
    for warning in built.warnings:
        match = re.fullmatch(r".*?\.bib:(\d+): WARNING: (.*) \[cv\.(\w+)\]", warning)
        if warning.endswith("[cv.print]"):
            # What this machine has no font for is no matter of the file.
            continue
        assert match, warning
        found.append((int(match[1]), match[3], match[2]))
    return sorted(found)


def entries(built: Built) -> dict[str, Tag]:
    """Return each entry of the list as shown, under its key."""
    article = built.article()
    citations = built.app.env.domains["cite"].citations  # type: ignore[attr-defined]
    shown = {cit.key: article.find(id=cit.citation_id) for cit in citations}
    assert None not in shown.values()
    return cast("dict[str, Tag]", shown)


def text_of(tag: Tag | None) -> str:
    """Return the text of an element, its spaces made one each."""
    assert tag is not None
    return " ".join(tag.get_text().split())


def titles(built: Built) -> dict[str, str]:
    """Return the title that each key is shown with."""
    return {
        key: text_of(cast("Tag", entry.select_one(".cv-pubtitle")))
        for key, entry in entries(built).items()
    }
