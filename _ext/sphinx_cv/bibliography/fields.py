"""The fields of .bib files: what each holds, where it is printed, and who uses it.

The names are those of BibTeX, of biblatex, and of the publishers and programs that people
export from. A field that is in no table is none that a CV knows: it is handed on in BibTeX.
"""

from __future__ import annotations

import re

from sphinx_cv.model.languages import lookup


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# People, by role. The first role that is present heads a reference.
HEADS = ("author", "editor", "translator")
ROLES = (*HEADS, "bookauthor", "holder")
# Other roles of biblatex; the owner may have one of them.
MINOR_ROLES = _names(
    """
    annotator commentator introduction foreword afterword editora editorb editorc
    shortauthor shorteditor
    """
)
# Other names of fields, of programs and of people.
ALIASES = {
    "university": "school",
    "page": "pages",
    "place": "location",
    "pmc": "pmcid",
    "hal": "hal_id",
}
# The place of a printed field in a reference.
PRINTED = {
    "heads": (*HEADS, *_names("collaboration editortype author+an editor+an")),
    "title": _names(
        "title subtitle titleaddon maintitle mainsubtitle issuetitle issuesubtitle chapter reviewof"
    ),
    "edition": _names("edition volumes volume part series number version"),
    "host": (
        *_names("booktitle booksubtitle bookauthor eventtitle eventdate venue"),
        *_names("journal journaltitle journalsubtitle entrysubtype issue pages eid elocation-id"),
        *_names("articleno article-number art_number reportnumber"),
    ),
    "house": _names("school institution organization publisher address location holder assignee"),
    "kind": _names("type howpublished nationality"),
    "archive": _names("eprint eprinttype archiveprefix eprintclass primaryclass arxiv arxivid"),
    "date": _names("year date month day"),
    "remarks": (
        *_names("award award_name additional_info note addendum pubstate"),
        *_names("related relatedtype relatedstring pmid pmcid doi"),
    ),
    "signs": ("keywords",),
}
# What is printed nowhere, and why.
UNPRINTED = {
    "a catalog's number, which no guide has in a CV": _names(
        """
        isbn issn isrn isan ismn iswc lccn mrnumber zblnumber coden oclc callnumber bibcode library
        """
    ),
    "how long it is": _names("pagetotal numpages bookpagination pagination size duration"),
    "the language of the work, which its title shows": _names(
        "language langid hyphenation origlanguage"
    ),
    "a day that says nothing of the work": _names(
        "urldate accessed origdate origyear issue_date yearfiled dayfiled monthfiled"
    ),
    "where a first edition or a reprint was, which `related` tells": _names(
        "origtitle origpublisher origlocation reprinttitle reprintfrom"
    ),
    "another form of a field that is printed": _names(
        """
        shorttitle shortjournal fjournal abbrev_source_title shortseries indextitle
        indexsorttitle sorttitle sortname sortyear sortkey sortshorthand presort label shorthand
        shorthandintro key ids
        nameaddon authortype bookauthortype booktitleaddon maintitleaddon journaltitleaddon
        issuetitleaddon eventtitleaddon
        """
    ),
    "a part that others had in the work": (
        *MINOR_ROLES,
        *_names("supervisor advisor editoratype editorbtype editorctype author_keywords"),
    ),
    "text that the website shows by itself": ("abstract",),
    "counts, which age": _names("citations citedby times-cited cited_by"),
    "fields that biblatex keeps for styles of one's own": _names(
        """
        namea nameb namec nameatype namebtype namectype lista listb listc listd liste listf
        usera userb userc userd usere userf verba verbb verbc
        """
    ),
    "what ties entries, or tells biblatex how": _names("entryset xref langidopts relatedoptions"),
    "words of programs": _names(
        """
        source document_type section adsnote biburl bibsource timestamp funding copyright
        keywords-plus research-areas web-of-science-categories unique-id doc-delivery-number
        da affiliation author-email journal-iso options gender execute hal_version
        """
    ),
}
# The links of a publication by their label, and the fields that hold them: the names of others
# are those of sites that people come from (al-folio, Hugo).
LINKS = {
    label: (label, *others, f"url_{label}", f"{label}url")
    for label, others in {
        "pdf": (),
        "code": ("url_source", "repository"),
        "data": ("url_dataset",),
        "slides": (),
        "poster": (),
        "video": (),
        "project": ("website",),
        "supplement": ("supp",),
        "blog": (),
        "demo": (),
    }.items()
}
# Where to find the paper without an address or a DOI.
PAPERS = ("html", "url_paper", "ee", "link", "adsurl", "bdsk-url-1")
# Fields that lead to the work, by address or by number.
ADDRESSES = frozenset(
    {
        *_names("url doi pmid pmcid hal hal_id handle eprint eprinttype eprintclass archiveprefix"),
        *_names("primaryclass arxiv arxivid biburl opturl file"),
        *PAPERS,
        *(name for names in LINKS.values() for name in names),
    }
)
_ADDRESS = re.compile(r"(?:bdsk-(?:url|file)-|local-url|url)\d*")

# What reference managers and owners note for themselves, and references to entries that may not
# be listed, whose fields are there already.
PRIVATE = frozenset(
    _names(
        """
        abstract annotation annote comment comments contents date-added date-modified file groups
        keywords local-url owner priority ranking read readstatus review silence timestamp
        __markedentry creationdate modificationdate qualityassured relevance username
        crossref xdata
        abbr additional_info altmetric bibtex_show dimensions google_scholar_id
        inspirehep_id preview selected
        """
    )
)
# Those of programs, and those that Emacs puts aside with "OPT".
_PRIVATE = re.compile(r"(?:bdsk|mendeley|zotero|citeulike|x-|opt(?!ions$))", re.IGNORECASE)
# Identifiers of a single work, besides its addresses: parts do not inherit them.
_OWN = frozenset(
    _names(
        """
        title subtitle titleaddon shorttitle ids key note addendum pages eid articleno
        article-number art_number elocation-id chapter award award_name related relatedtype
        author+an editor+an pubstate reviewof options
        """
    )
)


def is_private(name: str) -> bool:
    """Whether a field is a private note of people or programs."""
    return name.lower() in PRIVATE or bool(_PRIVATE.match(name))


# Software is cited with its repository.
_LINKED = frozenset({name for names in LINKS.values() for name in names} - {"repository"})


def is_for_website(name: str) -> bool:
    """Whether a field is a link or a mark that the website shows, and no reference has."""
    return name.lower() in _LINKED or name.lower().endswith("+an")


def is_own(name: str) -> bool:
    """Whether a field describes a single work, so that its parts do not inherit it."""
    name = name.lower()
    return name in _OWN or name in ADDRESSES or bool(_ADDRESS.match(name)) or is_private(name)


# Those that an author may give in other languages as well, as in "title_fr".
_TONGUE = ("langid", "language", "hyphenation")
_TRANSLATED = frozenset({*(name for names in PRINTED.values() for name in names), "abstract"})


def in_language(fields: list[tuple[str, str]], language: str) -> list[tuple[str, str]]:
    """Return the *fields* of an entry with their texts in a *language*, where they have these.

    Of ``title_pt`` and ``title_pt_br``, the nearer one counts in Portuguese of Brazil. Fields in
    other languages stay as they are.
    """
    codes = lookup(language.replace("-", "_").lower())
    own: dict[str, str] = {}
    for code in reversed(codes):
        for name, text in fields:
            base, found, suffix = name.lower().replace("-", "_").partition("_")
            if found and suffix == code and base in _TRANSLATED:
                own[base] = text
    if not own:
        return fields
    names = {name.lower() for name, _text in fields}
    added = [(name, text) for name, text in own.items() if name not in names]
    # The title is in the language of the CV now, whatever the work is in.
    kept = [field for field in fields if "title" not in own or field[0].lower() not in _TONGUE]
    return [(name, own.get(name.lower(), text)) for name, text in kept] + added
