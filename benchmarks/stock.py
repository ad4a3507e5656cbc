"""Writes what a CV says as a stock Sphinx project: plain Markdown, and a stock bibliography."""

from __future__ import annotations

import datetime as dt
import re
import runpy
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CONF = """\
project = author = {name!r}
extensions = ["myst_parser", "sphinxcontrib.bibtex"]
html_theme = "pydata_sphinx_theme"
bibtex_bibfiles = ["refs.bib"]
bibtex_default_style = "plain"
"""

_DIRECTIVE = re.compile(
    r"^(?P<mark>- )?```\{(?P<name>[\w-]+)\} *(?P<title>.*)\n(?P<body>(?:.*\n)*?) *```$",
    re.MULTILINE,
)
_OPTION = re.compile(r" *:([\w-]+):(?: (.*))?$")
_PAGE_KIND = re.compile(r"^cv-kind: *(\w+)$", re.MULTILINE)
# What a list has on a page of its own.
_ITEMS = {"talk-list": "talk", "entry-list": "cv-entry"}


@dataclass(frozen=True, kw_only=True)
class Item:
    """A directive as its page has it."""

    directive: str
    kind: str
    title: str
    options: dict[str, str]
    body: list[str]

    @property
    def newest(self) -> str:
        """The date by which lists are ordered."""
        return self.options.get("end") or self.options.get("date", "")

    @property
    def head(self) -> str:
        """The lines above the body: a bold title, the place and the date; links."""
        get = self.options.get
        names = ("organization", "event", "host", "location")
        linked = f"[{self.title}]({get('url')})" if get("url") else self.title
        words = [f"**{linked}**", *filter(None, map(get, names))]
        words += [f"with {get('with')}"] if get("with") else []
        start, end = get("start", ""), get("end") or get("date", "")
        dates = " – ".join(day(date) for date in (start, end) if date)
        said = get("kind", "") if self.directive == "talk" else ""
        links = ("slides", "video", "poster", "code")
        rows = [f"[{name.title()}]({get(name)})" for name in links if get(name)]
        rows += [f"{{cite}}`{get('publication')}`"] if get("publication") else []
        line = ", ".join([*words, dates]) + (f" ({said})" if said else "")
        return "\n\n".join(filter(None, [line, " · ".join(rows)]))


def day(date: str) -> str:
    """Return an ISO date in words, as our pages print it."""
    for form, words in (("%Y-%m-%d", "%B %d, %Y"), ("%Y-%m", "%B %Y")):
        try:
            return dt.datetime.strptime(date, form).strftime(words)  # noqa: DTZ007
        except ValueError:
            continue
    return date


def read_item(match: re.Match[str], page: str) -> Item:
    """Read a directive of *page*."""
    options: dict[str, str] = {}
    body = match["body"].splitlines()
    while body and (option := _OPTION.match(body[0])):
        options[option[1]] = option[2] or ""
        del body[0]
    kind = _PAGE_KIND.search(page)
    return Item(
        directive=match["name"],
        kind=options.get("kind") or (kind[1] if kind else ""),
        title=match["title"],
        options=options,
        body=body,
    )


def stock_page(page: str, items: list[Item], profile: dict[str, Any]) -> str:
    """Return *page* without our directives; *items* are those of all pages."""

    def say(match: re.Match[str]) -> str:
        item = read_item(match, page)
        text = "\n".join(item.body).strip()
        if item.directive in _ITEMS.values():
            return f"{item.head}\n\n{text}".strip()
        if item.directive in _ITEMS:
            listed = [one for one in items if one.directive == _ITEMS[item.directive]]
            listed = [one for one in listed if item.kind in ("", one.kind)]
            listed.sort(key=lambda one: one.newest, reverse=True)
            limit = int(item.options.get("limit", "0")) or None
            return "\n\n".join(one.head for one in listed[:limit])
        if item.directive == "publication-list":
            chosen = ':list: bullet\n:filter: keywords % "selected"'
            options = chosen if "selected" in item.options else ":all:"
            return f"```{{bibliography}}\n{options}\n```"
        if item.directive == "cv-lines":
            lines = (line.strip().replace(" | ", ", ").strip("| ") for line in item.body)
            before, after = (item.options.get(name, "") for name in ("before", "after"))
            return "\n".join(f"- {before} {line}{after}" for line in lines if line)
        if item.directive == "cv-header":
            return header(profile)
        return match[0]

    return _DIRECTIVE.sub(say, page)


def header(profile: dict[str, Any]) -> str:
    """Return the owner's public facts."""
    private = profile.get("private", ())
    facts = [said(profile[key]) for key in ("position", "affiliation") if key in profile]
    names = ("birth", "phone", "email", "website")
    ways = [said(profile[key]) for key in names if key in profile and key not in private]
    ways += profile.get("links", {}).values()
    autolinks = (f"<{way}>" if "@" in way or "://" in way else way for way in ways)
    return f"{', '.join(facts)}\n\n{' · '.join(autolinks)}"


def said(value: str | dict[str, str]) -> str:
    """Return a value of the profile in the first of its languages."""
    return next(iter(value.values())) if isinstance(value, dict) else value


def write_stock(ours: Path, stock: Path) -> None:
    """Write the stock project that says what the CV in *ours* says."""
    profile = runpy.run_path(str(ours / "conf.py"))["cv_profile"]
    pages = {path: path.read_text("utf-8") for path in sorted(ours.rglob("*.md"))}
    items = [
        read_item(match, page) for page in pages.values() for match in _DIRECTIVE.finditer(page)
    ]
    for path, page in pages.items():
        target = stock / path.relative_to(ours)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(stock_page(page, items, profile), "utf-8")
    Path(stock, "conf.py").write_text(CONF.format(name=said(profile["name"])), "utf-8")
    shutil.copy(ours / "refs.bib", stock)
