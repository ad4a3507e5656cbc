"""A small CV with publications, and what its list shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers import Built

if TYPE_CHECKING:
    from collections.abc import Callable

    Site = Callable[..., Built]

BIB = """
@article{old, title={Old}, author={Lovelace, Ada and Doe, Jane}, journal={Annals}, year={2001}}
@inproceedings{talked, title={Talked}, author={Doe, Jane and Lovelace, A.}, booktitle={Conf},
  year={2003}, keywords={selected}, abstract={We show $x^2$ \\emph{again}.}, file={secret.pdf}}
@article{new, title={New}, author={Al One and Bo Two and Cy Three and Di Four and Ada Lovelace and Ed Five},
  journal={Annals}, year={2003}, doi={10.1000/x}, keywords={mine, selected}}
@misc{coming, title={Coming}, author={Ada Lovelace and others}, pubstate={forthcoming}}
"""


def site_of(site: Site, directive: str, builder: str = "html", **conf: object) -> Built:
    pages = {
        "index.md": f"# Ada\n\n{directive}\n\n```{{toctree}}\nall\n```\n",
        "all.md": "# All\n\n{cite}`old`\n",
        "refs.bib": BIB,
    }
    return site(pages, builder, **conf)


def shown(built: Built) -> list[str]:
    """Return the headings, and the references with their labels, in their order."""
    found = built.article().find_all(class_=["cv-year", "cv-publication"])
    return [
        part.get_text()
        if "cv-year" in part["class"]
        else " ".join(name.get_text() for name in part.select(".cv-label, .cv-pubtitle"))
        for part in found
    ]
