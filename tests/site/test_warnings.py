"""Bad input gets one warning with its place and its cure, and nothing else on the page is lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from faults import FAULTS, PRINT_FAULTS, PROFILE_FAULTS

from helpers import PROFILE, ROOT, STRICT, Built, sphinx_main, write
from sphinx_cv.model.rule_list import RULES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Site = Callable[..., Built]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_once_with_its_line_and_its_cure(site: Site, fault: str) -> None:
    page, warning = FAULTS[fault]
    built = site(f"# Ada\n\n{page}\n\nThe rest of the page.\n")
    assert built.warnings == [warning]
    assert "The rest of the page." in built.article().get_text()


@pytest.mark.parametrize("fault", ["a misspelt option", "a name given twice"])
def test_with_fail_on_warning_a_fault_fails_the_build(fault: str, tmp_path: Path) -> None:
    """One fault that is told while reading, and one that is told of the whole site."""
    write(
        tmp_path,
        {
            "conf.py": "extensions = ['sphinx_cv']\ncv_profile = {'name': 'Ada'}\n",
            "refs.bib": "",
            "index.md": f"# Ada\n\n{FAULTS[fault][0]}\n",
        },
    )
    status, told = sphinx_main(*STRICT, "-E", tmp_path, tmp_path / "out")
    assert (status, FAULTS[fault][1] in told) == (1, True)


def test_what_cannot_be_read_is_shown_as_it_was_typed(site: Site) -> None:
    page = (
        "# Ada\n\n```{cv-entry} Post\n:kind: educaton\n:organization: MIT\n"
        ":start: Spring 2020\n:end: 2024\n:url: ftp://example.org\n\nThe body.\n```\n"
    )
    text = site(page).article().get_text()
    for part in ("Post", "MIT", "Spring 2020 – 2024", "The body."):
        assert part in text


@pytest.mark.parametrize("fault", PROFILE_FAULTS)
def test_a_fault_in_the_profile_is_told_with_its_line_in_conf_py(site: Site, fault: str) -> None:
    profile, message = PROFILE_FAULTS[fault]
    built = site("# Ada\n\nText\n", cv_profile=profile)
    told = [line for line in built.warnings if not line.startswith("ERROR")]
    assert told == [f"conf.py:2: WARNING: {message} [cv.profile]"]
    assert "javascript" not in built.text("index.html")


@pytest.mark.parametrize("fault", PRINT_FAULTS)
def test_a_fault_in_the_look_is_told_with_its_line_in_conf_py(site: Site, fault: str) -> None:
    look, message = PRINT_FAULTS[fault]
    built = site("# Ada\n\nText\n", cv_print=look)
    told = [line for line in built.warnings if "[cv.print]" in line]
    assert told == [f"conf.py:3: WARNING: {message} [cv.print]"]
    assert (built.out / "cv.pdf").is_file()


def test_a_pdf_outside_the_site_is_told_and_not_made(site: Site) -> None:
    built = site("# Ada\n\nText\n", cv_pdf="../cv.pdf")
    assert built.warnings == [
        'conf.py:3: WARNING: cv_pdf is not the path of a PDF in the site: "../cv.pdf". '
        'Write "cv.pdf", or "" for none [cv.print]'
    ]
    assert not (built.out.parent / "cv.pdf").exists()


def test_a_publication_without_a_title_is_listed_and_told_with_its_line(site: Site) -> None:
    bib = "\n\n@misc{untitled,\n  author = {Lovelace, Ada},\n  year = 1843,\n}\n"
    built = site({"index.md": "# Ada\n\n```{bibliography}\n:all:\n```\n", "refs.bib": bib})
    assert built.warnings == [
        'refs.bib:3: WARNING: publication "untitled": it has no title: add title = {…} '
        "[cv.bibliography]"
    ]
    assert "Ada Lovelace. untitled. 1843." in built.article().get_text()


@pytest.mark.parametrize("text", ["020 7946 0123", "+44 (0)20 7946-0123", "00442079460123"])
def test_a_private_value_in_public_text_is_told_and_not_repeated(site: Site, text: str) -> None:
    profile = PROFILE | {"phone": "+44 20 7946 0123", "private": ["phone"]}
    built = site(f"# Ada\n\nCall {text}.\n", cv_profile=profile)
    assert built.warnings == [
        'index.md:3: WARNING: the private "phone" of cv_profile is in public text: remove it '
        "[cv.private]",
        *(
            f'ERROR: {name} would publish the private "phone" of cv_profile: it was removed, take '
            "the value out of the sources [cv.private]"
            for name in ("cv-search-index.js", "cv.docx", "cv.txt", "index.html")
        ),
    ]
    assert not (built.out / "index.html").exists()


def test_a_publication_of_others_is_told_with_its_line(site: Site) -> None:
    bib = "@misc{one,\n  author = {Babbage, Charles},\n  title = {One},\n  year = 1843,\n}\n"
    built = site({"index.md": "# Ada\n\n```{publication-list}\n```\n", "refs.bib": bib})
    assert built.warnings == [
        'refs.bib:1: WARNING: "one" has no author "Ada Lovelace": add the form of your name that '
        'it uses to "aliases" in cv_profile, or remove it from the list [cv.owner]'
    ]


def test_a_word_at_an_author_without_a_sign_is_told_with_its_line(site: Site) -> None:
    bib = (
        "\n@misc{one,\n  author = {Lovelace, Ada},\n  author+an = {1=visitor},\n  title = {One},\n"
        "  year = 1843,\n}\n"
    )
    built = site({"index.md": "# Ada\n\n```{publication-list}\n```\n", "refs.bib": bib})
    assert built.warnings == [
        'refs.bib:4: WARNING: "visitor" in author+an has no sign: add it to "marks" in '
        "cv_references [cv.mark]"
    ]


def test_a_note_on_a_publication_is_silenced_by_a_field_that_no_one_sees(site: Site) -> None:
    bib = (
        "@misc{one,\n  author = {Babbage, Charles},\n  title = {One},\n  year = 1843,\n"
        "  silence = {owner, I drew the figures},\n}\n"
    )
    built = site({"index.md": "# Ada\n\n```{publication-list}\n```\n", "refs.bib": bib})
    assert built.warnings == []
    assert "silence" not in built.text("index.html")


SILENCED = {
    "entries out of order": ("Post 1845\n", ":silence: order, the longer one first\n"),
    "positions that overlap": (":start: 1839\n", ":silence: overlap, half a year on leave\n"),
    "a talk given twice": (":date: 1843\n", ":silence: duplicate, two rooms\n"),
    "a talk with the title of a paper": (":date: 1843\n", ":silence: untied, an older work\n"),
    "a name that is spelled in two ways": (
        "\n```\n",
        "\n% silence: spelling, another person\n",
    ),
}


@pytest.mark.parametrize("fault", SILENCED)
def test_a_note_is_silenced_in_place_with_a_reason(site: Site, fault: str) -> None:
    after, line = SILENCED[fault]
    page = FAULTS[fault][0]
    at = page.rindex(after) + len(after)
    assert site(f"# Ada\n\n{page[:at]}{line}{page[at:]}\n").warnings == []


def test_a_publication_link_that_runs_code_is_left_out(site: Site) -> None:
    bib = "@misc{one,\n  title = {One},\n  url = {javascript:alert(1)},\n}\n"
    built = site({"index.md": "# Ada\n\n```{bibliography}\n:all:\n```\n", "refs.bib": bib})
    assert [line.split(" ")[0] for line in built.warnings] == ["refs.bib:3:"]
    assert built.warnings[0].endswith("[cv.link]")
    assert not built.article().find("a", href=re.compile("javascript"))


def test_a_variant_with_too_many_pages_is_told_with_what_is_on_the_next(site: Site) -> None:
    page = "# Ada\n\n" + "A paragraph.\n\n" * 70
    variants = {"resume": {"max_pages": 1}, "long": {"max_pages": 2}}
    built = site(page, "typst", cv_variants=variants)
    assert built.warnings == [
        'conf.py:3: WARNING: "resume" has 2 pages, at most 1 are allowed; page 2 starts with '
        '"A paragraph." [cv.pages]'
    ]


def test_every_warning_subtype_has_a_test() -> None:
    places = (ROOT / "tests/site/test_warnings.py", ROOT / "tests/data/faults.toml")
    told = "".join(path.read_text("utf-8") for path in places)
    tested = set(re.findall(r"\[cv\.(\w+)\]", told))
    # A build warns of no draft; the check does, see test_new.py. Translations: test_translations.py.
    wanted = {name for name, rule in RULES.items() if not rule.unfinished}
    assert tested == wanted - {"translation"}


def test_a_warning_can_be_suppressed(site: Site) -> None:
    page = "# Ada\n\n```{cv-entry} Post\n:kind: educaton\n```\n"
    assert site(page, suppress_warnings=["cv.kind"]).warnings == []


def test_a_comment_is_published_nowhere(site: Site) -> None:
    talk = "```{talk} Notes\n:event: Royal Society\n:date: 2023\n\n<!-- hidden -->\n```\n"
    files = {"index.md": f"# Ada\n\nShown. <!-- hidden\n\nhidden -->\n\n{talk}"}
    built = site(files, cv_pdf="")
    assert built.warnings == []
    assert "Shown." in built.article().get_text()
    assert not [
        path for path in built.out.rglob("*") if path.is_file() and b"hidden -" in path.read_bytes()
    ]


@pytest.mark.parametrize("builder", ["html", "latex"])
def test_no_directive_passes_markup_or_reads_a_file(site: Site, builder: str) -> None:
    blocks = [
        "```{raw} html\n<script>alert(1)</script>\n```",
        "```{raw} latex\n\\input{secret.txt}\n```",
        "```{include} secret.txt\n```",
        "```{literalinclude} secret.txt\n```",
        "```{csv-table}\n:file: secret.txt\n```",
    ]
    files = {"index.md": "# Ada\n\n" + "\n\n".join(blocks), "secret.txt": "treasure"}
    built = site(files, builder, cv_pdf="")
    told = [line for line in built.warnings if re.search("disabled|deactivated", line)]
    assert len(told) == len(blocks)
    written = [path.read_bytes() for path in built.out.rglob("*.[ht][te]*") if path.is_file()]
    assert written
    for text in (b"treasure", b"alert(1)", b"\\input{secret"):
        assert not any(text in page for page in written)
