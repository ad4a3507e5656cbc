"""Compares an imported CV with its source, word by word: what is in no page, PDF or report?

    python tests/words.py SOURCE PROJECT [REPORT]

prints the words of the source that the built project and its report do not have.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
import unicodedata
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from bs4 import BeautifulSoup
from pylatexenc.latex2text import LatexNodes2Text

if TYPE_CHECKING:
    from collections.abc import Iterator

ACCENT = re.compile(r"\\[\"'`^~=.](?:\{\\?\w\}|\w)|\\[uvHcdbtr]\{\w\}|\\(?:ss|ae|oe|aa|[oOlLij])\b")
# What dates are made of, and what says no more than the place where a word is.
NO_FACTS = set("present now ongoing current tel mailto http https www true false null".split())
NO_FACTS |= set("jan feb mar apr may jun jul aug sep sept oct nov dec".split())
WORD = re.compile(r"[^\W_]+")
# A page shows the letters that its commands stand for.
FORMULA = re.compile(r"\$[^\s$](?:[^$\n]*[^\s$])?\$")


def words(text: str) -> set[str]:
    """Return the words of a text, in one case and without accents."""
    plain = unicodedata.normalize("NFKD", unescape(text)).casefold()
    return set(WORD.findall("".join(sign for sign in plain if not unicodedata.combining(sign))))


def leaves(value: Any) -> Iterator[str]:
    """Yield each text in values of JSON or YAML."""
    if isinstance(value, dict):
        for one in value.values():
            yield from leaves(one)
    elif isinstance(value, list):
        for one in value:
            yield from leaves(one)
    elif value is not None and not isinstance(value, bool):
        yield str(value)


def source_words(path: Path) -> set[str]:
    """Return the words of a source that say something: not its keys, commands and tags."""
    if path.is_dir():
        return set().union(*map(source_words, pages_of(path)))
    readers = {
        ".json": _json,
        ".yml": _yaml,
        ".yaml": _yaml,
        ".tex": _tex,
        ".md": _page,
        ".bib": _bib,
    }
    text = path.read_text("utf-8", errors="replace")
    if path.suffix == ".tex":
        text = with_inputs(text, path.parent)
    return readers[path.suffix](text)


def _json(text: str) -> set[str]:
    ignored = (
        *("$schema", "meta", "source", "path", "put-code", "visibility", "history", "preferences"),
        *("created-date", "last-modified-date", "external-id-normalized"),
        *("disambiguated-organization", "external-id-relationship", "assertion-origin-name"),
    )
    return words(without_tags(" ".join(leaves(without(json.loads(text), ignored)))))


def _yaml(text: str) -> set[str]:
    data = yaml.load(text, Loader=yaml.BaseLoader)
    data = data.get("cv", data) if isinstance(data, dict) else data
    return words(with_formulas(without_tags(" ".join(leaves(without(data, ("type",)))))))


def _tex(text: str) -> set[str]:
    text = text.partition("\\begin{document}")[2] or text
    text = ACCENT.sub(lambda match: LatexNodes2Text().latex_to_text(match[0]), text)
    return words(re.sub(r"\\(?:input|begin|end)\{[^}]*\}|\\[a-zA-Z]+\*?", " ", text))


def with_inputs(text: str, folder: Path) -> str:
    """Return TeX with the files that it takes in, without comments."""
    text = re.sub(r"(?m)(?<!\\)%.*", "", text)

    def taken(match: re.Match[str]) -> str:
        path = folder / match[1]
        path = path if path.suffix == ".tex" else path.with_name(f"{path.name}.tex")
        if not path.is_file():
            return match[0]
        return with_inputs(path.read_text("utf-8", errors="replace"), folder)

    return re.sub(r"\\(?:input|include|subfile)\{([^}]*)\}", taken, text)


def _page(text: str) -> set[str]:
    match = re.match(r"(?s)(?:---|\+\+\+)\n(.*?)\n(?:---|\+\+\+)\n?(.*)", text)
    data: Any = {}
    if match:
        is_toml = text.startswith("+++")
        data = tomllib.loads(match[1]) if is_toml else yaml.load(match[1], yaml.BaseLoader)
    ignored = ("collection", "permalink", "layout", "icon", "icon_pack", "publishDate")
    body = re.sub(r"(?s)<!--.*?-->|\{%.*?%\}|\{\{.*?\}\}", " ", match[2] if match else text)
    return words(with_formulas(without_tags(" ".join([*leaves(without(data, ignored)), body]))))


def with_formulas(text: str) -> str:
    """Return a text with its formulas as they are shown."""
    return FORMULA.sub(lambda match: f" {LatexNodes2Text().latex_to_text(match[0])} ", text)


def _bib(text: str) -> set[str]:
    text = re.sub(r"(?s)\A---.*?---|(?m:^\s*%.*$)|@\w+\s*\{|[\w-]+\s*=\s*(?=[{\"])", " ", text)
    return words(LatexNodes2Text().latex_to_text(text))


def pages_of(site: Path) -> list[Path]:
    """Return the files of a site that say who someone is, and what they did."""
    folders = ("_talks", "_publications", "_teaching", "_portfolio", "_bibliography")
    content = [
        f"content/{name}"
        for name in ("authors/admin", "authors/me", "publication", "event", "talk")
    ]
    names = ("_data/cv.yml", "_data/cv.json", "_pages/cv.md", "_pages/about.md")
    found = [site / name for name in names]
    for name in (*folders, *content, "."):
        folder = site / name
        if folder.is_dir() and (name != "." or site.name.startswith("_")):
            found += sorted(page for page in folder.rglob("*") if page.suffix in (".md", ".bib"))
    return [path for path in found if path.is_file()]


def without(value: Any, names: tuple[str, ...]) -> Any:
    """Return values without the keys that say nothing of the person."""
    if isinstance(value, dict):
        return {key: without(one, names) for key, one in value.items() if key not in names}
    return [without(one, names) for one in value] if isinstance(value, list) else value


def without_tags(text: str) -> str:
    """Return HTML as text, with the addresses of its links."""
    hrefs = re.findall(r"href=[\"']([^\"']+)", text)
    return (
        " ".join([BeautifulSoup(text, "html.parser").get_text(" "), *hrefs])
        if "<" in text
        else text
    )


def project_words(project: Path) -> set[str]:
    """Return the words of a project: of its sources, since all of them are printed, and its site."""
    found: set[str] = set()
    for path in project.rglob("*"):
        name = path.relative_to(project).as_posix()
        if path.suffix == ".html":
            soup = BeautifulSoup(path.read_text("utf-8"), "html.parser")
            links = " ".join(str(link["href"]) for link in soup.find_all(href=True))
            times = " ".join(str(time["datetime"]) for time in soup.find_all(datetime=True))
            found |= words(f"{soup.get_text(' ')} {links} {times}")
            # The letters of a word in a formula are one element each; scripts are words of their own.
            for script in soup.find_all(["msub", "msup", "msubsup"]):
                script.contents[0].insert_after(" ")
            formulas = (part for math in soup.find_all("math") for part in (math, *math.find_all()))
            found |= words(" ".join(part.get_text("") for part in formulas))
        elif name in ("private.toml", "import-report.txt") or path.suffix == ".bib":
            found |= words(
                LatexNodes2Text().latex_to_text(path.read_text("utf-8"))
                if path.suffix == ".bib"
                else path.read_text("utf-8")
            )
    return found


def missing(source: Path, project: Path, report: Path | None = None) -> list[str]:
    """Return the words of a source that are nowhere in the built project and its report."""
    there = project_words(project) | (words(report.read_text("utf-8")) if report else set())
    months = {f"{number:02}" for number in range(1, 13)} | {str(number) for number in range(1, 32)}
    months |= {f"{number:02}" for number in range(1, 32)}
    lost = source_words(source) - there - months - NO_FACTS
    return sorted(word for word in lost if len(word) > 1)


if __name__ == "__main__":
    lost = missing(*map(Path, sys.argv[1:]))
    print(f"{len(lost)} words are missing: {' '.join(lost)}")
    sys.exit(bool(lost))
