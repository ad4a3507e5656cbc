"""What else an al-folio site has in ``_data``: repositories, co-authors, venues."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pybtex.database import Person

from sphinx_cv.bibliography.people.lists import split_names
from sphinx_cv.bibliography.people.owner import plain as name_text
from sphinx_cv.importer.draft import Item, Section, flat
from sphinx_cv.importer.errors import UnreadableError
from sphinx_cv.importer.reading.fields import Fields
from sphinx_cv.importer.reading.files import files_in
from sphinx_cv.importer.reading.html import is_web
from sphinx_cv.importer.reading.text import plain
from sphinx_cv.model.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sphinx_cv.importer.draft import Draft
    from sphinx_cv.importer.reading.front import Load, Read

_GITHUB = "https://github.com/"
# What the theme has as its example.
_REPOSITORIES = re.compile(
    r"(?i)torvalds|alshedivat(?:/.*)?|twbs/bootstrap|jekyll/jekyll|jquery/jquery|"
    r"FortAwesome/Font-Awesome|jpswalsh/academicons|mathjax/MathJax"
)
_PEOPLE = frozenset("adams podolsky rosen bach przibram schrodinger lorentz planck".split())
_ENCYCLOPEDIA = re.compile(r"wikipedia\.org/|s00016-019-00242-z")
_VENUES = ("AJP", "PhysRev", "Vision")
_ELSEWHERE = ("cv", "socials")


def add_data(draft: Draft, site: Path, read_text: Read, load: Load) -> None:
    """Add the files in ``_data`` of a site of al-folio, and report what has no place here."""
    for path in files_in(site / "_data", "*.yml", draft):
        if path.stem in _ELSEWHERE:
            continue
        place = f"_data/{path.name}"
        try:
            values = load(path, read_text(path))
        except UnreadableError as error:
            draft.unread(place, error)
            continue
        draft.reads(path.as_posix(), values)
        _READERS.get(path.stem, _others)(draft, values, place)


def _others(draft: Draft, values: Any, place: str) -> None:
    draft.left_out(place, values)


def _repositories(draft: Draft, values: Any, place: str) -> None:
    """Add a section of software, and the user whose it is."""
    fields = Fields(values or {}, f"{place} ", draft)
    section = Section(title="Software", kind="software")
    names, users = fields.texts("github_repos"), fields.texts("github_users")
    _tell_examples(draft, list(filter(_REPOSITORIES.fullmatch, (*users, *names))), place)
    for name in names:
        if _REPOSITORIES.fullmatch(name):
            continue
        if is_web(url := _GITHUB + name.removeprefix(_GITHUB)):
            title = plain(name.rstrip("/").rpartition("/")[2])
            section.blocks.append(Item(title=title, kind="software", options={"url": url}))
        else:
            draft.left_out(place, name)
    draft.add(section)
    for user in users:
        if not _REPOSITORIES.fullmatch(user):
            draft.link("GitHub", _GITHUB + user, place)
    fields.drop("repo_description_lines_max")
    fields.report()


def _coauthors(draft: Draft, values: Any, place: str) -> None:
    """Add the addresses of the co-authors that publications name."""
    people, examples = list(_people(draft)), []
    for last, known in values.items() if isinstance(values, dict) else [("", values)]:
        for one in known if isinstance(known, list) else [known]:
            fields = Fields(one, f"{place} {last}.", draft)
            firsts, url = fields.texts("firstname"), fields.text("url")
            fields.report()
            if fold(str(last)) in _PEOPLE and _ENCYCLOPEDIA.search(url):
                examples.append(f"{', '.join(firsts)} {last} {url}")
                continue
            given = set(map(fold, firsts))
            names = [
                f"{first} {name}"
                for first, name in people
                if fold(name) == fold(str(last)) and fold(first) in given
            ]
            if names and is_web(url):
                draft.people[max(names, key=_written_out)] = url
            else:
                words = f"{', '.join(firsts)} {last} {url}"
                draft.left_out(place, f"{words} (no publication names this person)")
    _tell_examples(draft, examples, place)


def _written_out(name: str) -> int:
    """Return how many letters of a name are in words that are no initials."""
    return sum(len(word) for word in re.findall(r"[^\W\d_]{2,}", name))


def _people(draft: Draft) -> Iterator[tuple[str, str]]:
    """Yield given and last name of each author."""
    for paper in draft.papers:
        for name in split_names(paper.fields.get("author", ""))[0]:
            person = Person(name)
            first = " ".join([*person.first_names, *person.middle_names])
            yield name_text(first), name_text(" ".join([*person.prelast_names, *person.last_names]))


def _venues(draft: Draft, values: Any, place: str) -> None:
    """Report addresses and colors of venues; their short names are badges, as in the .bib file."""
    venues = values if isinstance(values, dict) else {"": values}
    _tell_examples(draft, {name: one for name, one in venues.items() if name in _VENUES}, place)
    draft.left_out(place, {name: one for name, one in venues.items() if name not in _VENUES})


def _tell_examples(draft: Draft, examples: object, place: str) -> None:
    draft.left_out(place, f"the theme's example: {flat(examples)}" if examples else "")


_READERS: dict[str, Callable[[Draft, Any, str], None]] = {
    "repositories": _repositories,
    "coauthors": _coauthors,
    "venues": _venues,
}
