"""What holds for the extension as a whole: its rooms, its files, and whose CV it is."""

import ast
import functools
import re
import runpy
import sys
from pathlib import Path

import pytest
from pybtex.database import parse_file

from sphinx_cv.model.rule_list import RULES

ROOT = Path(__file__).parents[2]
EXTENSION = ROOT / "_ext"
PACKAGE = EXTENSION / "sphinx_cv"


def _rooms():
    """Return the folders of code, and the modules of the package's root."""
    folders = {path.parent for path in PACKAGE.rglob("*.py")} - {PACKAGE}
    named = {f"{folder.relative_to(PACKAGE).as_posix()}/" for folder in folders}
    return named | {path.name for path in PACKAGE.glob("*.py") if not path.name.startswith("__")}


def test_the_rooms_are_those_that_contributing_names():
    text = Path(ROOT, "CONTRIBUTING.md").read_text("utf-8")
    rows = [line.split("|")[1] for line in text.splitlines() if line.startswith("| `")]
    named = {name for row in rows for name in re.findall(r"`([^`]+)`", row)}
    assert named - {"locale/", "html/theme/"} == _rooms()


def test_every_room_says_what_it_is_for():
    for room in _rooms():
        path = PACKAGE / room
        module = path / "__init__.py" if path.is_dir() else path
        assert ast.get_docstring(ast.parse(module.read_text("utf-8"))), room


def test_the_root_holds_at_most_twelve_files():
    assert len([path for path in PACKAGE.iterdir() if path.is_file()]) <= 12


def _given(name, argument):
    """Yield what calls of the function *name* are given: by the number or name of *argument*."""
    for node in _calls():
        if getattr(node.func, "id", "") == name:
            yield from (word.value for word in node.keywords if word.arg == argument)
            yield from (arg for place, arg in enumerate(node.args) if place == argument)


@functools.cache
def _calls():
    """Return the calls in each file that calls one of these; most files call none."""
    texts = (path.read_text("utf-8") for path in PACKAGE.rglob("*.py"))
    trees = (ast.parse(text) for text in texts if re.search(r"\b(?:warn|[Ff]inding\w*)\(", text))
    return [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]


def test_every_subtype_in_the_code_is_a_listed_rule():
    given = [*_given("warn", 0), *_given("Finding", "subtype"), *_given("finding_at", 1)]
    names = {node.value for node in given if isinstance(node, ast.Constant)} - {""}
    assert len(names) > 15
    assert names <= set(RULES)


def test_nodes_get_their_parents_with_their_places():
    # A text in a list of children that is set as such has no parent: what asks for it fails.
    for path in PACKAGE.rglob("*.py"):
        # That of a token is no node.
        assert not re.search(r"(?<!token)\.children(?:\[.*\])? = ", path.read_text("utf-8")), path


def test_no_file_of_code_is_longer_than_300_lines():
    lengths = {
        path.relative_to(ROOT).as_posix(): len(path.read_text("utf-8").splitlines())
        for folder in (PACKAGE, ROOT / "tests", ROOT / "benchmarks")
        for path in folder.rglob("*.py")
    }
    assert {name: lines for name, lines in lengths.items() if lines > 300} == {}


def _texts(value):
    if isinstance(value, str):
        return [value]
    values = value.values() if isinstance(value, dict) else value
    return [text for each in values for text in _texts(each)]


@pytest.fixture(scope="module")
def forbidden():
    """Return the words that belong to the owner: names, places, addresses."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "path", [*sys.path])
        profile = runpy.run_path(str(ROOT / "conf.py"))["cv_profile"]
    name = profile["name"].split()
    words = {profile["name"], name[-1], *(word for word in name if len(word) > 3)}
    for key in ("affiliation", "birth"):
        # "Born March 12th, 1995 in Paris (France)": the places and the date, each by itself.
        for text in _texts(profile.get(key, "")):
            words |= {part.strip() for part in re.split(r"[,()]|\bin\b", text)}
    words |= {profile.get(key, "") for key in ("phone", "email", "website")}
    for address in _texts([profile.get("website", ""), profile.get("links", {})]):
        words |= set(re.split(r"[/:.@]+", address)) - {"https", "http", "www", "com", "org", "io"}
        words -= {"github", "gitlab"}  # services, not the owner
    for entry in parse_file(str(ROOT / "refs.bib"), "bibtex").entries.values():
        for person in entry.persons.get("author", ()):
            last = " ".join(map(str, person.rich_last_names))
            first = " ".join(map(str, person.rich_first_names))
            words |= {f"{first} {last}", f"{last}, {first}"}
            # "Li" and "Wu" are words of code as well.
            words |= {last} if len(last) > 3 else set()
    return {word for word in words if sum(mark.isalnum() for mark in word) > 3}


def _owners_words(text, forbidden):
    # Most words are in no file: to see that takes no pattern.
    there = [word for word in forbidden if word in text]
    return [word for word in there if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text)]


def test_the_words_of_the_owner_are_known(forbidden):
    name = runpy.run_path(str(ROOT / "conf.py"))["cv_profile"]["name"]
    assert len(forbidden) > 10
    assert _owners_words(f"# by {name}, 2020", forbidden)
    assert not _owners_words("An academic CV from Markdown and BibTeX", forbidden)


def test_no_file_of_the_extension_names_the_owner(forbidden):
    # Not what tools leave there: __pycache__, .mypy_cache.
    files = [
        path
        for path in EXTENSION.rglob("*")
        if path.is_file()
        and not any(part == "__pycache__" or part.startswith(".") for part in path.parts)
    ]
    assert files
    found = {
        str(path.relative_to(ROOT)): words
        for path in files
        if (words := _owners_words(path.read_text("utf-8", errors="replace"), forbidden))
    }
    assert found == {}
