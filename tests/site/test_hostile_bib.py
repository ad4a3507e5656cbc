"""What the text of a field must not do: run, read or link, on a page and in print."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from corpus import CORPUS, DATA, build, entries, titles

from helpers import Built, lualatex
from pdf_readers import text_of
from w3c import complaints

if TYPE_CHECKING:
    from collections.abc import Callable

    Site = Callable[..., Built]

# All files must print their titles but those whose math the PDF's text has in other letters.
IN_LETTERS = ("math", "inspire", "ads", "databases")
# What the text of a field must not do: run, read or link. "@SECRET@" is the path of a file.
ATTACKS = {
    "reads a file": r"\input{@SECRET@}",
    "reads a file without braces": r"\input @SECRET@ ",
    "includes a file": r"\include{@SECRET@} \verbatiminput{@SECRET@} \lstinputlisting{@SECRET@}",
    "opens a file": r"\openin5=@SECRET@ \read5 to\x \x",
    "primitive": r"\csname input\endcsname @SECRET@ \@@input @SECRET@ ",
    "runs a command": r"\immediate\write18{touch @CANARY@}",
    "runs Lua": r"\directlua{os.execute('touch @CANARY@')}",
    "hides the backslash": r"^^5cinput{@SECRET@} ^^5c^^5cwrite18{touch @CANARY@}",
    "changes the signs": r"\catcode`\|=0 |input{@SECRET@}",
    "defines": r"\def\x{\input} \let\y\input \x{@SECRET@}",
    "ends the document": r"\end{document} \begin{verbatim} \enddocument \stop \endinput",
    "reads a file in math": r"$\input{@SECRET@}$ and \(\directlua{os.execute('touch @CANARY@')}\)",
    "reads a file in a formula's text": r"$\text{\input{@SECRET@}}$ $\mbox{$\input{@SECRET@}$}$",
    "hides in math": r"$^^5cinput{@SECRET@}$ $x % y$",
    "ensured": r"\ensuremath{\input{@SECRET@}}",
    "ends its group": r"x\} \input\{@SECRET@\} \{",
    "in a group": r"{\tt\input{@SECRET@}} \emph{\input{@SECRET@}}",
    "script": "<script>alert(1)</script>",
    "image": '<img src=x onerror="alert(1)"> <svg/onload=alert(1)>',
    "script in entities": "&lt;script&gt;alert(1)&lt;/script&gt; &#60;img src=x onerror=alert(1)&#62;",
    "script in italics": "<i><script>alert(1)</script></i> <sub onclick=alert(1)>2</sub>",
    "comment": "--><script>alert(1)</script><!-- ]]> </title></style></textarea>",
    "link of Markdown": "[click](javascript:alert(1)) ![x](https://evil.example/x.png)",
    "directive": ":::\\{include\\} @SECRET@\n:::",
    "role": "\\{cite\\}`x` \\{raw\\}`html` :raw:`x` |x| `x <javascript:alert(1)>`_",
    "template": r"\{\{ 7*191 \}\} \{% include '@SECRET@' %\} \$\{7*191\}",
    "format": "%s %(x)s %d {0} {key} {0.__class__}",
    "link of TeX": r"\href{javascript:alert(1)}{click} \href{file://@SECRET@}{file}",
    "code in an address": r"\url{javascript:alert(1)} \includegraphics{@SECRET@}",
    "null": "a\0b\x1b[31m\u202e\ufeff",
}
ADDRESSES = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "&#106;avascript:alert(1)",
    "\\url{javascript:alert(1)}",
    "{javascript:alert(1)}",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "//evil.example/x",
    "../../etc/passwd",
    "/etc/passwd",
    'https://example.org/"onmouseover="alert(1)',
    "https://example.org/<script>",
    "https://example.org/}\\input{/etc/passwd}",
    "https://javascript:alert(1)@",
    "https:javascript:alert(1)",
    '10.1000/javascript:alert(1)"><script>',
]
FIELDS = (
    *("url", "doi", "code", "video", "eprint", "pdf", "file", "slides", "project"),
    *("html", "website", "supp", "blog", "bdsk-url-1", "pmid", "hal_id", "preview"),
)
# Where an address may stand among words: read only where no other field has one.
PRINTED = ("howpublished", "note", "number")


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """Write every attack in every field, and the file that none may read."""
    secret = tmp_path / "secret.tex"
    secret.write_text("TOPSECRET \\def\\ran{RAN}")
    lines = []
    for place, attack in enumerate(ATTACKS.values()):
        text = attack.replace("@SECRET@", str(secret)).replace("@CANARY@", str(tmp_path / "canary"))
        lines.append(
            f"@article{{text{place},\n  author = {{Lovelace, Ada and {{{text}}}}},\n"
            f"  title = {{T {text}}},\n  journal = {{J {text}}},\n  note = {{N {text}}},\n"
            f"  abstract = {{A {text}}},\n  year = {{2001}},\n}}\n"
        )
    for place, address in enumerate(ADDRESSES):
        fields = "".join(f"  {name} = {{{address}}},\n" for name in FIELDS)
        lines.append(f"@misc{{link{place},\n  title = {{L {place}}},\n{fields}}}\n")
        fields = "".join(f"  {name} = {{{address}}},\n" for name in PRINTED)
        lines.append(f"@misc{{printed{place},\n  title = {{P {place}}},\n{fields}}}\n")
    path = tmp_path / "hostile.bib"
    path.write_text("\n".join(lines))
    return path


def test_no_field_runs_or_reads_anything_on_a_page(site: Site, hostile: Path) -> None:
    built = build(site, hostile)
    article = built.article()
    shown = titles(built)
    assert len(shown) == len(ATTACKS) + 2 * len(ADDRESSES)
    for entry in entries(built).values():
        assert not entry.find_all(["script", "img", "svg", "iframe", "object", "style"])
        for tag in entry.find_all(True):
            assert not any(name.lower().startswith("on") for name in tag.attrs)
            for name in ("href", "src", "action", "formaction"):
                if address := tag.get(name):
                    assert re.match(r"https?://[a-z]|#|publications/|ris/", str(address)), address
    for file in built.out.rglob("*"):
        if file.is_file():
            assert b"TOPSECRET" not in file.read_bytes()
    assert not (hostile.parent / "canary").exists()
    assert "1337" not in article.get_text()
    numbers = {name: place for place, name in enumerate(ATTACKS)}
    for name, part in {
        "script": "<script>alert(1)</script>",
        "image": "<img src=x onerror=",
        "reads a file": "\\input{",
        "runs Lua": "\\directlua{os.execute(",
        "hides the backslash": "^^5cinput",
        "link of Markdown": "[click](javascript:alert(1))",
        "template": "{{ 7*191 }}",
        "reads a file in math": "\\input{",
        "script in entities": "<script>alert(1)</script>",
    }.items():
        title = shown[f"text{numbers[name]}"].replace("‘", "'").replace("’", "'")
        assert part in title, title


def test_no_field_runs_or_reads_anything_in_tex(site: Site, hostile: Path) -> None:
    tex = build(site, hostile, builder="latex").text("cv.tex")
    body = tex[tex.index(r"\begin{cvpublications}") :]
    for word in (
        *("input", "include", "verbatiminput", "openin", "read", "csname", "write", "immediate"),
        *("directlua", "catcode", "def", "let", "enddocument", "endinput", "stop", "href{file"),
        *("includegraphics", "lstinputlisting", "href{javascript", "href{data", "href{vbscript"),
    ):
        assert not re.search(rf"\\{re.escape(word)}(?![A-Za-z])", body), word
    assert body.count(r"\end{document}") == 1
    assert "^^" not in body
    assert "TOPSECRET" not in tex


def test_the_w3c_validator_passes_every_page(site: Site, hostile: Path) -> None:
    paths = [str(path) for path in (*sorted(DATA.glob("*.bib")), hostile)]
    page = "# Ada\n\n```{publication-list}\n:group: type year\n```\n"
    built = site(page, bibtex_bibfiles=paths, cv_publication_pages=True, cv_pdf="")
    pages = sorted(built.out.rglob("*.html"))
    assert len(pages) > sum(len(expected.titles) for expected in CORPUS.values())
    # Safari needs the role.
    assert complaints(pages, "The “list” role is unnecessary for element “ol”.") == []


def print_all(site: Site, hostile: Path, builder: str) -> Built:
    """Print every file and every attack as one PDF."""
    bib = hostile.read_text().replace("\u202e", "").replace("\ufeff", "")
    hostile.write_text(bib)
    return build(site, *sorted(DATA.glob("*.bib")), hostile, builder=builder)


def missing_titles(pdf: Path) -> list[str]:
    """Return the titles that are not in the PDF, but for those with letters without a font."""
    text = text_of(pdf)
    assert "TOPSECRET" not in text
    letters = re.sub(r"[^\w]+", "", text)
    return [
        title
        for name, expected in CORPUS.items()
        if name not in IN_LETTERS
        for title in expected.titles.values()
        if title != "文字と письмо" and re.sub(r"[^\w]+", "", title) not in letters
    ]


def test_tex_prints_the_files_together(site: Site, hostile: Path) -> None:
    built = print_all(site, hostile, "latex")
    assert missing_titles(lualatex(built.out)) == []
    assert not (hostile.parent / "canary").exists()


def test_typst_prints_the_files_together(site: Site, hostile: Path) -> None:
    built = print_all(site, hostile, "typst")
    assert missing_titles(built.out / "cv.pdf") == []
    assert not (hostile.parent / "canary").exists()
