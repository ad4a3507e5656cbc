"""Profiles elsewhere, from a user's name or an address, and the person's own website."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .html import is_web

if TYPE_CHECKING:
    from sphinx_cv.importer.draft import Draft

# The name of each network, and the address of a user of it.
_NETWORKS = {
    "linkedin": ("LinkedIn", "https://www.linkedin.com/in/{}"),
    "github": ("GitHub", "https://github.com/{}"),
    "gitlab": ("GitLab", "https://gitlab.com/{}"),
    "codeberg": ("Codeberg", "https://codeberg.org/{}"),
    "bitbucket": ("Bitbucket", "https://bitbucket.org/{}"),
    "orcid": ("ORCID", "https://orcid.org/{}"),
    "google scholar": ("Google Scholar", "https://scholar.google.com/citations?user={}"),
    "researchgate": ("ResearchGate", "https://www.researchgate.net/profile/{}"),
    "semanticscholar": ("Semantic Scholar", "https://www.semanticscholar.org/author/{}"),
    "scopus": ("Scopus", "https://www.scopus.com/authid/detail.uri?authorId={}"),
    "dblp": ("DBLP", "https://dblp.org/pid/{}"),
    "inspire": ("INSPIRE", "https://inspirehep.net/authors/{}"),
    "arxiv": ("arXiv", "https://arxiv.org/a/{}"),
    "osf": ("OSF", "https://osf.io/{}"),
    "zotero": ("Zotero", "https://www.zotero.org/{}"),
    "wikidata": ("Wikidata", "https://www.wikidata.org/wiki/{}"),
    "lattes": ("Lattes", "http://lattes.cnpq.br/{}"),
    "acm": ("ACM", "https://dl.acm.org/profile/{}"),
    "ieee": ("IEEE Xplore", "https://ieeexplore.ieee.org/author/{}"),
    "kaggle": ("Kaggle", "https://www.kaggle.com/{}"),
    "stackoverflow": ("Stack Overflow", "https://stackoverflow.com/users/{}"),
    "x": ("X", "https://x.com/{}"),
    "bluesky": ("Bluesky", "https://bsky.app/profile/{}"),
    "mastodon": ("Mastodon", ""),
    "facebook": ("Facebook", "https://www.facebook.com/{}"),
    "youtube": ("YouTube", "https://www.youtube.com/@{}"),
    "instagram": ("Instagram", "https://www.instagram.com/{}"),
    "medium": ("Medium", "https://medium.com/@{}"),
}
_ALSO = {
    "googlescholar": "google scholar",
    "scholar": "google scholar",
    "inspirehep": "inspire",
    "twitter": "x",
    "stack overflow": "stackoverflow",
    "semantic scholar": "semanticscholar",
}
_SCHEME = re.compile(r"(?i)https?://")
# A host with what follows it: no name of a user has both.
_ADDRESS = re.compile(r"(?i)(?:[\w-]+\.)+[a-z]{2,}(?:/\S*|$)")
_OF_SERVER = re.compile(r"@?([\w.-]+)@((?:[\w-]+\.)+[\w-]+)")


def network_of(url: str) -> str:
    """Return the name of the network that an address is of, or nothing."""
    host = _host(url)
    return next(
        (name for name, address in _NETWORKS.values() if host and _host(address) == host), ""
    )


def _host(url: str) -> str:
    return _SCHEME.sub("", url).partition("/")[0].removeprefix("www.").lower()


def add_network(draft: Draft, network: str, user: str, place: str) -> None:
    """Add a profile elsewhere as a link, or report that its address is not known."""
    key = network.lower().strip()
    name, address = _NETWORKS.get(_ALSO.get(key, key), (network, ""))
    if url := _url(user.strip(), address):
        draft.link(name, url, place)
    else:
        draft.left_out(place, f"{network} {user}")


def _url(user: str, address: str) -> str:
    """Return the address of a user, who may be given by an address: whole, or by its end."""
    if (url := _whole(user, address)) or _SCHEME.match(user):
        return url
    if match := _OF_SERVER.fullmatch(user):
        return "" if address else f"https://{match[2]}/@{match[1]}"
    user = user.strip("@/ ")
    if user.lower() == _SCHEME.sub("", address).partition("/")[0].removeprefix("www."):
        return ""
    # Such as "in/ada" where the address of each user has "in/" before it.
    before = _SCHEME.sub("", address).partition("/")[2].partition("{")[0]
    user = user.removeprefix(before) if before else user
    url = address.format(user) if user and address else ""
    return url if is_web(url) else ""


def _whole(user: str, address: str) -> str:
    """Return what is an address already, with its scheme."""
    if _SCHEME.match(user):
        # The address of a network is that of nobody.
        is_user = not address or "/" in _SCHEME.sub("", user).rstrip("/")
        return user if is_user and is_web(user) else ""
    bare = user.strip("@/ ")
    # A user may have a name such as "ada.lovelace": of a known network, only a path tells.
    if not _ADDRESS.fullmatch(bare) or (address and "/" not in bare):
        return ""
    return f"https://{bare}" if is_web(f"https://{bare}") else ""


def add_website(draft: Draft, url: str, place: str) -> None:
    """Set the website, with its scheme."""
    if url and not _SCHEME.match(url):
        url = f"https://{url.lstrip('/')}"
    if is_web(url):
        draft.tell("website", url, place)
    else:
        draft.left_out(place, url)
