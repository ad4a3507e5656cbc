"""Reads what a site of al-folio keeps beside its CV: settings, profiles, publications."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_cv.importer.draft import counted, flat
from sphinx_cv.importer.reading.common import add_bibliography, list_papers
from sphinx_cv.importer.reading.fields import Fields
from sphinx_cv.importer.reading.networks import add_network
from sphinx_cv.importer.reading.text import bare
from sphinx_cv.model.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_cv.importer.bib import BibEntry
    from sphinx_cv.importer.draft import Draft

# The profile of a person elsewhere, such as "github_username", "dblp_url", "research_gate_profile".
_PROFILE = re.compile(r"(\w+?)_(?:username|userid|id|url|profile|number)")
# What the theme calls by another name than ours.
_CALLED = {"research_gate": "researchgate", "inspirehep": "inspire", "scholar": "google scholar"}
# Settings that say how the site works, and nothing of a person.
_MACHINE = re.compile(
    r"(?:enable|google|bing|pirsch|openpanel|cronitor|panelbear|display|external|blog|serve|og|repo|"
    r"jekyll|highlight|filtered|lazy|more_authors|max|news|latest|announcements|disqus|related|"
    r"third_party|footer|navbar)(?:_\w+|-[\w-]+|js)?|(?:\w+_in)?_?search(?:_enabled)?|\w+_search|rss_icon|"
    r"(?:wechat|impressum)_\w+|(?:title|lang|icon|url|baseurl|last_updated|back_to_top|permalink|lsi|"
    r"pagination|giscus|newsletter|collections|defaults|markdown|highlighter|kramdown|include|"
    r"exclude|keep_files|plugins|sass|imagemagick|scholar|jsonresume|socials_in_search|"
    r"posts_in_search|academicons|bootstrap|bootstrap-table|fontawesome|jquery|masonry|mathjax|mdb|"
    r"medium_zoom|terser|analytics|future|timezone|encoding|theme|remote_theme|destination|source|"
    r"author|avatar|badges|compress_html|color-scheme|incremental|livereload|cv_pdf|comments)"
)
# The example of the theme: values that stand in every site until someone changes them.
_EXAMPLES = re.compile(
    r"1010907|qc6CJjYAAAAJ|Q937|you@example\.com|R\. Name|You can even add a little note.*|"
    r"A simple, whitespace theme for academics.*|jekyll, jekyll-theme, academic-website.*|"
    r".*\balberteinstein\.com.*"
)
# Papers of the theme's example are all by him, under several marks.
_EINSTEIN = re.compile(r"\bEinstein[^\w,]*,\s*A(?:\.|lbert\b)|\bA(?:\.|lbert)\s+Einstein\b")
_LAST_YEAR = 1970
_LIFE = (
    "University of Zurich",
    "Kaiser Wilhelm",
    "Karl-Ferdinand University",
    "Federal teaching diploma",
    "Matteucci Medal",
    "Max Planck Medal",
    "March 1879",
    "1879-03-14",
)
_MOST_IN_COMMON = 4


def is_site(config: object) -> bool:
    """Whether settings are those of an al-folio site, which may have no ``cv.yml``."""
    return isinstance(config, dict) and {"first_name", "last_name"} <= config.keys()


def shows_resume(config: object) -> bool:
    """Whether a site shows ``assets/json/resume.json`` in place of ``cv.yml``."""
    wanted = config.get("jekyll_get_json") if isinstance(config, dict) else None
    return any(
        isinstance(one, dict) and flat(one.get("json")).endswith("assets/json/resume.json")
        for one in (wanted if isinstance(wanted, list) else [])
    )


def is_sample(data: object, config: object) -> bool:
    """Whether a CV is the example of the theme, on a site that is someone else's."""
    values = config if isinstance(config, dict) else {}
    owner = flat(values.get("last_name"))
    words = flat(data)
    is_theirs = bool(re.search(r"(?:name: |Full Name; value: )Albert Einstein\b", words))
    # Whoever has put another name above it has not lived his life.
    is_theirs = is_theirs or sum(one in words for one in _LIFE) >= _MOST_IN_COMMON
    return is_theirs and owner not in ("", "Einstein", "R. Name")


def complete(draft: Draft, config: object, socials: object, bibs: Mapping[str, str]) -> None:
    """Add what an al-folio site keeps beside ``cv.yml``.

    *config* and *socials* are the values of ``_config.yml`` and ``_data/socials.yml``; *bibs* the
    texts of ``_bibliography``, by name.
    """
    settings = Fields(config or {}, "_config.yml ", draft)
    names = [settings.text(name) for name in ("first_name", "middle_name", "last_name")]
    if "name" not in draft.profile:
        draft.tell("name", " ".join(filter(None, names)), "_config.yml")
    language = settings.text("lang")
    draft.language = language if re.fullmatch(r"[a-z]{2}", language) else ""
    for fields in (settings, Fields(socials or {}, "_data/socials.yml ", draft)):
        _profiles(fields, draft)
    add_bibliography(draft, bibs)
    _leave_out_examples(draft)
    if bibs and not draft.papers:
        list_papers(draft)


def _profiles(fields: Fields, draft: Draft) -> None:
    """Add the addresses in some settings, and report all else that may say something."""
    silent = [name for name in fields.names() if _MACHINE.fullmatch(name) and fields.has(name)]
    if silent:
        words = counted(len(silent), "setting", "settings")
        draft.left_out(fields.place, f"the theme's own: {words} of how the site works")
    for name in fields.names():
        place = f"{fields.place}{name}"
        match = _PROFILE.fullmatch(name)
        if _MACHINE.fullmatch(name) or not fields.has(name):
            fields.drop(name)
        elif _EXAMPLES.fullmatch(flat(fields.peek(name))):
            draft.left_out(place, f"the theme's example: {fields.text(name)}")
        elif name in ("email", "description"):
            draft.tell(name, bare(fields.text(name)), place)
        elif match:
            network = _CALLED.get(match[1], match[1]).capitalize()
            add_network(draft, network, fields.text(name), place)
        elif name.startswith("custom_social"):
            _custom(fields, name, draft)
        elif isinstance(fields.peek(name), str):
            draft.left_out(place, bare(fields.text(name)))
    fields.report()


def _custom(fields: Fields, name: str, draft: Draft) -> None:
    """Add an address with a name of its own."""
    one = fields.inner(name)
    one.drop("logo")
    title, url = one.text("title"), one.text("url")
    if title and url:
        add_network(draft, title, url, one.place.rstrip("."))
    one.report()


def _leave_out_examples(draft: Draft) -> None:
    """Take out the publications that the theme has as its example, on a site of another."""
    owner = str(draft.profile.get("name", "Einstein"))
    if "Einstein" in owner:
        return
    theirs = [paper for paper in draft.papers if _is_example(paper, owner)]
    for paper in theirs:
        draft.left_out(paper.key, f"the theme's example: {flat([paper.title, paper.text])}")
    draft.papers = [paper for paper in draft.papers if paper not in theirs]


def _is_example(paper: BibEntry, owner: str) -> bool:
    """Whether a paper is of the theme's example: by Einstein in his time, and not by the owner."""
    people = f"{paper.fields.get('author', '')} {paper.fields.get('editor', '')}"
    year = paper.fields.get("year", "")
    in_time = not year.isdigit() or int(year) < _LAST_YEAR
    is_owners = bool(owner.split()) and fold(owner.rsplit(maxsplit=1)[-1]) in fold(people)
    return bool(_EINSTEIN.search(people)) and in_time and not is_owners
