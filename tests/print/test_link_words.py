"""What a screen reader says of the links of both PDFs: words, and no bare addresses."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import pikepdf

from helpers import lualatex_twice

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from helpers import Built

    Site = Callable[..., Built]


def described(path: Path) -> list[tuple[str, str]]:
    """Return address, empty within the document, and description of each link."""
    with pikepdf.open(path) as pdf:
        # Each object is where the table at the end of the file has it.
        assert pdf.check_pdf_syntax() == []
        notes = [note for page in pdf.pages for note in page.get("/Annots", [])]
        addresses = [note.get("/A", {}).get("/URI", "") for note in notes]
        words = [note.get("/Contents", "") for note in notes]
        return [(str(link), str(text)) for link, text in zip(addresses, words, strict=True)]


def test_links_of_papers_and_talks_are_described_by_their_titles(
    built: Callable[[str], Path],
) -> None:
    found = described(built("typst") / "cv.pdf")
    paper = "Momentum Residual Neural Networks"
    assert ("https://arxiv.org/abs/2102.07870", f"arXiv: {paper}") in found
    assert ("https://github.com/michaelsdr/momentumnet", f"Code: {paper}") in found
    assert ("https://proceedings.mlr.press/v139/sander21a.html", paper) in found
    # From the paper to its talk, and back.
    assert {("", f"page 2: {paper}"), ("", f"page 1: {paper}")} <= set(found)
    # The author has written these addresses for all to see.
    bare = [words for _address, words in found if words.startswith("http")]
    assert bare == ["https://github.com/michaelsdr"]


def outward_and_inward(path: Path) -> list[tuple[str, str]]:
    """Return the described links of a PDF, a link of two lines once, and without e-mail."""
    found = (link for link in described(path) if not link[0].startswith("mailto:"))
    return [link for link, _rest in groupby(found)]


def test_latex_describes_them_by_the_same_words(built: Callable[[str], Path]) -> None:
    # The other engine puts a word before an e-mail address.
    theirs = outward_and_inward(built("latexpdf") / "cv.pdf")
    assert theirs == outward_and_inward(built("typst") / "cv.pdf")


PROFILE = {
    "name": "Ada",
    "website": "https://ada.example",
    "links": {"GitHub": "https://g.it/a"},
}
PAGE = r"""# Ada

A [first](https://a.example/x) and a [second](https://a.example/x), [(odd)](https://a.example/(b)\\c),
[ünïcode “words”](https://ü.example/ü), [down](#there), <https://bare.example/>, a note[^n].

[^n]: With [a link](https://n.example).

(there)=
## Where it *leads*

{cv:entry}`post`

```{cv-entry} Post (of "many")
:name: post
```
"""


# What both engines say of the links of the page, up to its footnote.
OF_THE_PAGE = [
    ("https://ada.example", "ada.example"),
    ("https://g.it/a", "g.it/a"),
    ("https://a.example/x", "first"),
    ("https://a.example/x", "second"),
    ("https://a.example/(b)%5Cc", "(odd)"),
    ("https://xn--tda.example/%C3%BC", "ünïcode “words”"),
    ("", "page 1: Where it leads"),
    ("https://bare.example/", "https://bare.example/"),
]


def test_words_of_any_letters_stand_with_the_link_they_are_written_for(site: Site) -> None:
    built = site(PAGE, "typst", cv_profile=PROFILE)
    assert built.warnings == []
    assert described(built.out / "cv.pdf") == [
        *OF_THE_PAGE,
        ("", "Footnote 1"),
        ("", "page 1: Post (of “many”)"),
        ("", "1"),
        ("https://n.example", "a link"),
    ]


def test_latex_writes_words_of_any_letters(site: Site) -> None:
    built = site(f"{PAGE}\n[50% & $x_1$](https://b.example)\n", "latex", cv_profile=PROFILE)
    assert [link for link in described(lualatex_twice(built.out)) if link != ("", "")] == [
        *OF_THE_PAGE,
        ("", "page 1: Post (of “many”)"),
        ("https://b.example", "50% & x_1"),
        ("https://n.example", "a link"),
    ]


def test_icons_are_described_by_their_service(site: Site) -> None:
    profile = {"name": "Ada", "links": {"GitHub": "https://github.com/ada"}}
    built = site("# Ada\n\nText.\n", "typst", cv_profile=profile, cv_print={"icons": True})
    assert described(built.out / "cv.pdf") == [("https://github.com/ada", "GitHub: ada")]
