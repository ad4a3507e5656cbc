"""Real files: what programs and people write is listed whole, and each fault is told once."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from helpers import Built, lualatex, need, run
from w3c import complaints

if TYPE_CHECKING:
    from collections.abc import Callable

    from bs4 import Tag

    Site = Callable[..., Built]

DATA = Path(__file__).parent.parent / "data" / "bib"
PAGE = "# Ada\n\n```{bibliography}\n:all:\n```\n"
# All files must print their titles but those whose math the PDF's text has in other letters.
IN_LETTERS = ("math", "inspire", "ads", "databases")


@dataclass(frozen=True, kw_only=True)
class Expected:
    """What a file must give: the title of each key, and line, rule and sentence of each fault."""

    titles: dict[str, str]
    faults: list[tuple[int, str, str]]


def expected_of(bib: Path) -> Expected:
    """Return what stands beside a file of the corpus."""
    given = tomllib.loads(bib.with_suffix(".expected.toml").read_text("utf-8"))
    faults = [(each["line"], each["rule"], each["message"]) for each in given.get("faults", ())]
    return Expected(titles=given["titles"], faults=sorted(faults))


CORPUS = {bib.stem: expected_of(bib) for bib in sorted(DATA.glob("*.bib"))}


def build(site: Site, *paths: Path, builder: str = "html", page: str = PAGE) -> Built:
    """Build a page that lists the .bib files *paths*."""
    return site(
        {"index.md": page},
        builder,
        bibtex_bibfiles=[str(path) for path in paths],
        # Here it is the reading that is tested; the files are of many people.
        suppress_warnings=["cv.owner", "cv.spelling"],
    )


def faults(built: Built) -> list[tuple[int, str, str]]:
    """Return the line, the subtype and the sentence of each warning."""
    found = []
    for warning in built.warnings:
        match = re.fullmatch(r".*?\.bib:(\d+): WARNING: (.*) \[cv\.(\w+)\]", warning)
        if warning.endswith("[cv.print]"):
            # What this machine has no font for is no matter of the file.
            continue
        assert match, warning
        found.append((int(match[1]), match[3], match[2]))
    return sorted(found)


def entries(built: Built) -> dict[str, Tag]:
    """Return each entry of the list as shown, under its key."""
    article = built.article()
    citations = built.app.env.domains["cite"].citations  # type: ignore[attr-defined]
    shown = {cit.key: article.find(id=cit.citation_id) for cit in citations}
    assert None not in shown.values()
    return cast("dict[str, Tag]", shown)


def text_of(tag: Tag | None) -> str:
    """Return the text of an element, its spaces made one each."""
    assert tag is not None
    return " ".join(tag.get_text().split())


def titles(built: Built) -> dict[str, str]:
    """Return the title that each key is shown with."""
    return {
        key: text_of(cast("Tag", entry.select_one(".cv-pubtitle")))
        for key, entry in entries(built).items()
    }


def test_each_file_has_its_expectations_beside_it() -> None:
    assert {path.name.split(".")[0] for path in DATA.iterdir()} == set(CORPUS)


@pytest.mark.parametrize("name", CORPUS)
def test_each_entry_is_shown_and_each_fault_is_told_once(site: Site, name: str) -> None:
    expected = CORPUS[name]
    built = build(site, DATA / f"{name}.bib")
    assert titles(built) == expected.titles
    assert faults(built) == expected.faults
    ids = [tag["id"] for tag in built.page().find_all(id=True)]
    assert len(ids) == len(set(ids))
    told = " ".join(message for *_rest, message in expected.faults)
    if not ("as it was typed" in told or "as text" in told):
        for entry in entries(built).values():
            for source in entry.select(".cv-bibtex"):
                source.decompose()
            # "\{x\}" is typed for braces.
            assert not re.search(r"\\|[{}]", text_of(entry).replace("{x}", ""))


def test_a_file_of_al_folio_keeps_its_links_marks_and_selection(site: Site) -> None:
    page = "# Ada\n\n```{publication-list}\n:selected:\n```\n\n```{publication-list}\n```\n"
    built = build(site, DATA / "al_folio.bib", page=page)
    article = built.article()
    selected, everything = article.select("ol.cv-publications")
    assert [text_of(tag) for tag in selected.select(".cv-pubtitle")] == ["Cards"]
    cards = everything.find(id="cite-2-lovelace2021cards")
    assert (
        cards.find(class_="cv-reference")
        .get_text()
        .endswith(
            "Ada Lovelace*, Charles Babbage*, Bo Li. Cards. Journal of Engines, 2021. Best paper."
        )
    )
    assert [(link.get_text(), link["href"]) for link in cards.select(".cv-links a")] == [
        ("Paper", "https://doi.org/10.1000/cards"),
        ("arXiv", "https://arxiv.org/abs/2101.00001"),
        ("Code", "https://example.org/code"),
        ("Project page", "https://example.org/"),
        ("Supplement", "https://example.org/supplement.pdf"),
        ("Blog", "https://example.org/blog"),
    ]
    assert len(everything.select(".cv-owner")) == 3
    assert "American Physical Society, 2020." in everything.get_text()
    for field in ("preview", "selected", "bibtex_show", "abbr", "dimensions"):
        assert field not in article.get_text()


def as_latin(text: str) -> bytes:
    return text.encode("cp1252")


ENCODINGS: dict[str, tuple[Callable[[str], bytes], list[tuple[int, str]]]] = {
    "UTF-8": (str.encode, []),
    "with a BOM": (lambda text: text.encode("utf-8-sig"), []),
    "CRLF": (lambda text: text.replace("\n", "\r\n").encode(), []),
    "CR": (lambda text: text.replace("\n", "\r").encode(), []),
    "Latin-1": (lambda text: text.encode("latin-1"), [(2, "is read as Latin-1")]),
    "UTF-16": (lambda text: text.encode("utf-16"), [(1, "the file is UTF-16")]),
    "control signs": (
        lambda text: text.replace(" é", "\x02\x0b\0 é\x7f").encode(),
        [(3, "U+0002")],
    ),
}


@pytest.mark.parametrize("form", ENCODINGS)
def test_a_file_in_another_encoding_is_read(site: Site, tmp_path: Path, form: str) -> None:
    bib = "@misc{one,\n  author = {Müller, Zoë},\n  title = {Thé à é},\n}\n\n@misc{two, title = {Ü}}\n"
    encode, wrong = ENCODINGS[form]
    path = tmp_path / "other.bib"
    path.write_bytes(encode(bib))
    built = build(site, path)
    assert titles(built) == {"one": "Thé à é", "two": "Ü"}
    assert "Zoë Müller" in built.article().get_text()
    assert [line for line, _subtype, _message in faults(built)] == [line for line, _part in wrong]
    for (_line, part), (*_rest, message) in zip(wrong, faults(built), strict=True):
        assert part in message


def test_a_windows_file_keeps_its_quotes_and_dashes(site: Site, tmp_path: Path) -> None:
    path = tmp_path / "windows.bib"
    path.write_bytes("@misc{one, title = {“A” – B’s €}}".encode("cp1252"))
    assert titles(build(site, path)) == {"one": "“A” – B’s €"}


def test_a_file_of_two_encodings_is_read(site: Site, tmp_path: Path) -> None:
    path = tmp_path / "mixed.bib"
    path.write_bytes(
        "@misc{one, title = {é}}\n".encode() + "@misc{two, title = {ü}}\n".encode("latin-1")
    )
    built = build(site, path)
    assert titles(built) == {"one": "é", "two": "ü"}
    assert [line for line, *_rest in faults(built)] == [2]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_without_its_mark(site: Site, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "wide.bib"
    path.write_bytes("@misc{one, title = {李 é}}\n".encode(encoding))
    built = build(site, path)
    assert titles(built) == {"one": "李 é"}
    assert [message for *_rest, message in faults(built)] == [
        "the file is UTF-16: save it as UTF-8"
    ]


def test_a_formula_with_a_fault_costs_no_page(site: Site, tmp_path: Path) -> None:
    formulas = [
        *(r"_{\odot}", r"^{\dagger}_x", r"\frac", "x^", r"\sqrt", r"\left("),
        *(r"\sqrt" * 1000 + " x", "x" + "^x" * 1000, "{" * 90 + "x" + "}" * 90),
    ]
    entries = (
        f"@misc{{key{at}, title = {{10 M${each}$ later}}}}\n" for at, each in enumerate(formulas)
    )
    path = tmp_path / "formula.bib"
    path.write_text("".join(entries))
    shown = titles(build(site, path))
    assert len(shown) == len(formulas)
    assert {key: title for key, title in shown.items() if not title.endswith("later")} == {}


@pytest.mark.parametrize("depth", [50, 90, 400])
def test_no_depth_costs_the_page_or_its_pdf(site: Site, tmp_path: Path, depth: int) -> None:
    openings = ("{", r"{\bf ", r"\emph{", r"\enquote{", r"\it\bf{")
    deep = (each * depth + "deep" + "}" * depth for each in openings)
    entries = (
        f"@misc{{key{at}, title = {{{title}}}}}\n" for at, title in enumerate((*deep, "Two"))
    )
    path = tmp_path / "deep.bib"
    path.write_text("".join(entries))
    built = build(site, path)
    *others, last = titles(built).values()
    assert last == "Two"
    assert ["deep" in title for title in others] == [True] * len(openings)
    assert not [warning for warning in built.warnings if warning.endswith("[cv.print]")]


def test_a_missing_file_costs_no_other(site: Site, tmp_path: Path) -> None:
    built = build(site, tmp_path / "missing.bib", DATA / "parentheses.bib")
    assert len(titles(built)) == 3
    [told] = built.warnings
    assert re.match(r"conf.py:\d+: WARNING: \".*missing.bib\" is not a file beside conf.py.", told)


def test_a_folder_for_a_file_is_told(site: Site, tmp_path: Path) -> None:
    path = tmp_path / "folder.bib"
    path.mkdir()
    built = build(site, path, DATA / "parentheses.bib")
    assert len(titles(built)) == 3
    [(line, _subtype, message)] = faults(built)
    assert line == 1
    assert message.startswith("the file cannot be read: ")


def test_a_missing_file_alone_leaves_the_page(site: Site, tmp_path: Path) -> None:
    built = build(site, tmp_path / "missing.bib", page=PAGE + "\nThe rest.\n")
    assert "The rest." in built.article().get_text()
    assert len(built.warnings) == 1


def test_strings_of_one_file_serve_the_next(site: Site, tmp_path: Path) -> None:
    (tmp_path / "strings.bib").write_text('@string{letters = "Letters"}\n')
    (tmp_path / "papers.bib").write_text("@misc{one, title = {One}, journal = letters}\n")
    built = build(site, tmp_path / "strings.bib", tmp_path / "papers.bib")
    assert "One. Letters." in built.article().get_text()
    assert faults(built) == []


def test_the_files_together_lose_no_entry(site: Site) -> None:
    paths = sorted(DATA.glob("*.bib"))
    built = build(site, *paths)
    wanted = sorted(title for expected in CORPUS.values() for title in expected.titles.values())
    # A key that two files have is given another; what has no title is shown by its key.
    assert sorted(titles(built).values()) == wanted


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
    need("pdftotext")
    text = run("pdftotext", "-raw", pdf, "-").stdout
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
