"""The files of a bibliography: in any encoding, missing, with strings for the next, with depth."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from corpus import DATA, PAGE, build, faults, titles

from helpers import Built

if TYPE_CHECKING:
    from collections.abc import Callable

    Site = Callable[..., Built]


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
