"""A hundred and more ways to publish what is private, in one site: none gets out, each is told."""

from __future__ import annotations

import gzip
import json
import re
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from archives import tarred, zipped
from helpers import Built
from private_forms import BIRTH, EMAIL, PHONE, STREET, WEBSITE, WRITTEN
from sphinx_cv.output.guard import MARK
from sphinx_cv.settings.machine import HOSTS

if TYPE_CHECKING:
    from collections.abc import Callable

    Site = Callable[..., Built]

FACTS = {"phone": PHONE, "birth": BIRTH, "email": EMAIL, "address": STREET, "website": WEBSITE}
PROFILE = {"name": "Ada Lovelace", "position": "Analyst", **FACTS}
PRIVATE = PROFILE | {"private": [*FACTS]}
# What each is known by, in a page or in a file of text.
TELLING = (b"7946", b"79 46", b"1815", b"ada_l", b"nigst", b"ada.example")
FORMS = [form for value in FACTS.values() for form in WRITTEN[value]]
# To Markdown, a command of TeX is another text, and a line with "%" a comment.
PAGES = [form for form in FORMS if not re.match(r'%|.*\\[,"]', form)]
FEW = PAGES[::8]


def pdf(data: bytes, *, packed: bool = False) -> bytes:
    stream = zlib.compress(data) if packed else data
    return b"%PDF-1.7\n1 0 obj\n<<>>\nstream\n" + stream + b"\nendstream\nendobj\n%%EOF\n"


OWN = pdf(MARK.encode())
TEXT = f"Call {PHONE}".encode()
# Files that a careless owner publishes.
PACKED = {
    "own.pdf": OWN,
    "own-renamed.txt": OWN,
    "own-packed.pdf": pdf(MARK.encode(), packed=True),
    "own-behind.pdf": b"\r\n" * 20 + OWN,
    "own-in-zip.zip": zipped(OWN, "cv.pdf"),
    "own-stored.zip": zipped(OWN, "cv.pdf", method=zipfile.ZIP_STORED),
    "own-in-tar.tar": tarred(OWN, "cv.pdf"),
    "own-in-tar.tar.gz": tarred(OWN, "cv.pdf", mode="w:gz"),
    "own-in-tar.tar.bz2": tarred(OWN, "cv.pdf", mode="w:bz2"),
    "own-in-tar.tar.xz": tarred(OWN, "cv.pdf", mode="w:xz"),
    "own-in-two.zip": zipped(zipped(tarred(OWN, "cv.pdf", mode="w:gz"), "b.tar.gz"), "a.zip"),
    "data.pdf": pdf(b"<rdf>" + TEXT + b"</rdf>", packed=True),
    "kerned.pdf": pdf(b"BT [(+44)-250(20)-250(79)12(46)-250(0123)] TJ ET", packed=True),
    "letter.docx": zipped(b"<w>+44 20 <b>79</b>46 0123</w>", "word/document.xml"),
    "author.odt": zipped(b'<m author="' + PHONE.encode() + b'"/>', "meta.xml"),
    "name.zip": zipped(b"", f"{PHONE}.txt"),
    "notes.txt.gz": gzip.compress(TEXT),
    "notes.txt": TEXT,
    "notes.html": b"<p>" + TEXT + b"</p>",
    "notes.json": json.dumps({"a": PHONE}).encode(),
    "notes.csv": b"name,phone\nAda," + PHONE.encode(),
    "notes.vcf": f"BEGIN:VCARD\nTEL:{PHONE}\nEND:VCARD\n".encode(),
    "notes.svg": b'<svg xmlns="http://www.w3.org/2000/svg"><text>' + TEXT + b"</text></svg>",
    "utf-16.txt": TEXT.decode().encode("utf-16"),
    "latin-1.txt": f"ö {PHONE}".encode("latin-1"),
    "picture.png": b"\x89PNG\r\n\x1a\n\0\0\0" + TEXT,
}
FEW_PACKED = ("own.pdf", "own-in-two.zip", "notes.txt")
# Settings that are shown on every page.
SETTINGS = {
    "html_title": f"Ada, {PHONE}",
    "html_context": {"a": {"b": PHONE}},
    "rst_epilog": PHONE,
}


def pages(forms: list[str]) -> dict[str, str]:
    tree = "\n```{toctree}\n:glob:\n\np*\n```\n"
    index = "# Ada\n\n{download}`down/notes.txt` {download}`down/own.pdf`\n" + tree
    return {"index.md": index} | {
        f"p{at:03}.md": f"# Page\n\n{form}\n" for at, form in enumerate(forms)
    }


def put_packed(source: Path) -> None:
    for folder, names in {"extra": PACKED, "static": FEW_PACKED, "down": FEW_PACKED}.items():
        Path(source, folder).mkdir(exist_ok=True)
        for name in names:
            Path(source, folder, name).write_bytes(PACKED[name])


def telling(built: Built) -> list[str]:
    """Return the published files that tell one of the values, or are the owner's."""
    found = []
    for path in sorted(built.out.rglob("*")):
        name = path.relative_to(built.out).as_posix()
        if path.is_file() and path.name in PACKED:
            found.append(name)
        elif path.is_file() and path.suffix in {".html", ".txt", ".js", ".json", ".css", ".xml"}:
            found += [f"{name}: {part!r}" for part in TELLING if part in path.read_bytes()]
    return found


def texts() -> dict[str, str]:
    return {f"extra/f{at:03}.txt": form for at, form in enumerate(FORMS)}


def check(built: Built, rows: list[str]) -> None:
    """Each of *rows*, which are names of files, is told, and none is published."""
    assert built.app.statuscode == 1
    assert telling(built) == []
    told = "\n".join(built.warnings)
    for name in rows:
        page = re.escape(Path(name).stem)
        assert f"{name} would publish" in told or re.search(rf"{page}\.md:\d", told), name
    for line in built.warnings:
        assert "[cv." not in line or not any(part.decode() in line for part in TELLING)


def test_there_are_a_hundred_rows() -> None:
    assert len(FORMS) + len(PACKED) >= 100


@pytest.mark.large
def test_no_page_is_published_and_each_is_told(site: Site) -> None:
    built = site(pages(PAGES), "text", cv_profile=PRIVATE)
    check(built, [f"p{at:03}.txt" for at in range(len(PAGES))])


@pytest.mark.large
def test_no_page_of_a_website_is_published_and_each_is_told(site: Site) -> None:
    for fresh in (True, False):
        built = site(pages(PAGES), fresh=fresh, cv_profile=PRIVATE)
        check(built, [f"p{at:03}.html" for at in range(len(PAGES))])


def test_no_file_is_published_and_each_is_told(site: Site) -> None:
    conf = {"html_extra_path": ["extra"], "html_static_path": ["static"], "cv_pdf": ""}
    source = site({"index.md": "# Ada\n"}, "dummy").source
    put_packed(source)
    rows = [f"p{at:03}.html" for at in range(len(FEW))]
    rows += [*(Path(name).name for name in texts()), *PACKED]
    for change in ({}, {"html_title": "Ada"}):
        built = site(pages(FEW) | texts(), fresh=False, cv_profile=PRIVATE, **conf | change)
        check(built, rows)


@pytest.mark.parametrize(
    "host",
    ["", "READTHEDOCS", "GITHUB_ACTIONS", "GITLAB_CI", "NETLIFY", "CF_PAGES", "VERCEL", "CI"],
)
def test_a_service_prints_nothing_that_is_private(
    site: Site, host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if host:
        assert host in HOSTS
        monkeypatch.setenv(host, "true")
    data = b""
    for builder in ("html", "latex", "typst")[1 if host else 0 :]:
        page = "# Ada\n\n```{cv-header}\n```\n"
        built = site({"index.md": page}, builder, cv_profile=PRIVATE)
        paths = [path for path in built.out.rglob("*") if path.is_file()]
        shown = b"".join(path.read_bytes() for path in paths)
        is_public = bool(host) or builder == "html"
        assert (MARK.encode() in shown) is not is_public
        data += shown if is_public else b""
    assert not any(part in data for part in TELLING[:1])


def test_a_setting_on_every_page_is_told(site: Site) -> None:
    built = site("# Ada\n", cv_pdf="", cv_profile=PRIVATE, **SETTINGS)
    for name in SETTINGS:
        assert any(f"{name} has the private" in line for line in built.warnings), name
    assert telling(built) == []
