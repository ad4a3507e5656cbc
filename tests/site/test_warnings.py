"""Bad input gets one warning with its place and its cure, and nothing else on the page is lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from helpers import PROFILE, ROOT, STRICT, Built, sphinx_main, write
from sphinx_cv.model.rule_list import RULES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Site = Callable[..., Built]

# The page, and each of its warnings: subtype, whole line.
FAULTS: dict[str, tuple[str, str]] = {
    "an entry without a title": (
        "```{cv-entry}\n:organization: MIT\n```",
        "index.md:3: WARNING: cv-entry has no title: write ```{cv-entry} The title [cv.title]",
    ),
    "a talk without a date": (
        "```{talk} A talk\n:event: ICML\n```",
        'index.md:3: WARNING: talk needs ":date:", for example ":date: 2023-05" [cv.option]',
    ),
    "a talk without an event": (
        "```{talk} A talk\n:date: 2023\n```",
        'index.md:3: WARNING: talk needs ":event:", for example ":event: ICML" [cv.option]',
    ),
    "an entry without an end": (
        "```{cv-entry} Post\n:date: 2020\n\n```{cv-entry} Other\n:date: 2019\n```",
        'index.md:6: WARNING: "```{cv-entry} Other" stands in "Post": end that with ``` above '
        "[cv.fence]",
    ),
    "a misspelt option": (
        "```{cv-entry} Post\n:orgnization: MIT\n```",
        'index.md:4: WARNING: cv-entry has no option "orgnization". '
        'Did you mean "organization"? [cv.option]',
    ),
    "an option like none": (
        "```{talk} A talk\n:event: ICML\n:date: 2023\n:zzz: 1\n```",
        'index.md:6: WARNING: talk has no option "zzz". Known: class, code, date, date-text, '
        "details, entry, event, host, kind, language, location, name, online, poster, publication, "
        "role, silence, slides, tags, upcoming, url, video, with. "
        "[cv.option]",
    ),
    "an option given twice": (
        "```{cv-entry} Post\n:location: Rome\n:location: Oslo\n```",
        'index.md:5: WARNING: "location" is given twice: the first counts [cv.option]',
    ),
    "a line that is no option": (
        "```{cv-entry} Post\n:location Rome\n```",
        'index.md:4: WARNING: ":location Rome" is not an option: write ":key: value" [cv.option]',
    ),
    "a flag with a value": (
        "```{cv-entry} Post\n:start: 2020\n:end: 2999\n:expected: yes\n```",
        'index.md:6: WARNING: "expected" takes no value: write ":expected:" [cv.option]',
    ),
    "a month in words": (
        "```{talk} A talk\n:event: ICML\n:date: May 2023\n```",
        'index.md:5: WARNING: "May 2023" is not a date: write 2023-05 [cv.date]',
    ),
    "a month that is not in the calendar": (
        "```{cv-entry} Post\n:date: 2023-13\n```",
        'index.md:4: WARNING: "2023-13" is not in the calendar: write 2023, 2023-05 or '
        '2023-05-12, or ":date-text: 2023-13" [cv.date]',
    ),
    "a reversed range": (
        "```{cv-entry} Post\n:start: 2024\n:end: 2020\n```",
        'index.md:5: WARNING: the range ends ("2020") before it starts ("2024"): swap the two '
        "[cv.date]",
    ),
    "an end that is present, without a start": (
        "```{cv-entry} Post\n:end: present\n```",
        'index.md:4: WARNING: "present" needs a start: add ":start: 2020" [cv.date]',
    ),
    "dates with short years": (
        "```{cv-entry} Post\n:date: 2017,19-21\n```",
        'index.md:4: WARNING: "2017,19-21" is not a date: write 2017, 2019-2021 [cv.date]',
    ),
    "a misspelt kind": (
        "```{cv-entry} Post\n:kind: educaton\n```",
        'index.md:4: WARNING: "educaton" is not a kind of cv-entry. Did you mean "education"? '
        "[cv.kind]",
    ),
    "an unknown publication": (
        "```{cv-entry} Post\n:publication: lovelace1843note\n```",
        'index.md:4: WARNING: no .bib file has the key "lovelace1843note". '
        'Did you mean "lovelace1843notes"? [cv.publication]',
    ),
    "a link that runs code": (
        "```{cv-entry} Post\n:url: javascript:alert(1)\n```",
        'index.md:4: WARNING: "javascript:alert(1)" is not an address: write one that starts with '
        "https://, http:// or mailto: [cv.link]",
    ),
    "a link without its scheme": (
        "```{cv-entry} Post\n:url: example.org/x\n```",
        'index.md:4: WARNING: "example.org/x" is not an address: write "https://example.org/x" '
        "[cv.link]",
    ),
    "a name given twice": (
        "```{cv-entry} Post\n:name: post\n```\n\n```{cv-entry} Chair\n:name: post\n```",
        'index.md:8: WARNING: the name "post" is already used in index, line 3: '
        "choose another [cv.name]",
    ),
    "an image from the web": (
        "![A cat](https://example.org/cat.png)",
        "index.md:3: WARNING: the PDF takes no image from the web: save it as a file [cv.print]",
    ),
    "a formula that no output can set": (
        "See $\\frac{a}$.",
        "index.md:3: WARNING: a formula cannot have \\frac without its argument; "
        "it is shown as text [cv.math]",
    ),
    "a formula with a command for TeX": (
        "$\\input{x}$",
        "index.md:3: WARNING: \\input is not a control word for math in a CV; "
        "the formula is shown as text [cv.math]",
    ),
    "an expected end that has passed": (
        "```{cv-entry} Post\n:start: 1833\n:end: 1843\n:expected:\n```",
        'index.md:5: WARNING: "1843" has passed: remove ":expected:", or write the new expected '
        "end [cv.expired]",
    ),
    "an upcoming talk that has been given": (
        "```{talk} A talk\n:event: ICML\n:date: 1843-07\n:upcoming:\n```",
        'index.md:5: WARNING: "1843-07" has passed: remove ":upcoming:" [cv.expired]',
    ),
    "an end that is expected and present": (
        "```{cv-entry} Post\n:start: 1833\n:end: present\n:expected:\n```",
        'index.md:6: WARNING: "expected" needs an end: write ":end: 2028" [cv.date]',
    ),
    "entries out of order": (
        "\n\n".join(
            f"```{{cv-entry}} Post {year}\n:date: {year}\n```" for year in (1850, 1840, 1845, 1830)
        ),
        'index.md:11: WARNING: "Post 1845" is newer than the entry above it '
        '("Post 1840"): move it up [cv.order]',
    ),
    "positions that overlap": (
        "```{cv-entry} Analyst\n:organization: A\n:start: 1840\n:end: 1844\n```\n\n"
        "```{cv-entry} Engineer\n:organization: B\n:start: 1839\n:end: 1843\n```",
        'index.md:3: WARNING: "Analyst" overlaps with "Engineer" (index, line 9): correct the '
        'dates, say in the title that one is part-time, or add ":silence: overlap, the reason" '
        "[cv.overlap]",
    ),
    "a talk given twice": (
        "\n\n".join(["```{talk} A talk\n:event: ICML\n:date: 1843\n```"] * 2),
        'index.md:8: WARNING: "A talk" is listed twice, first in index, line 3: remove one, or '
        "say how they differ [cv.duplicate]",
    ),
    "a talk with the title of a paper": (
        "```{publication-list}\n```\n\n"
        "```{talk} Notes on the Analytic Engine\n:event: ICML\n:date: 1843\n```",
        'index.md:6: WARNING: "Notes on the Analytic Engine" is almost the title of a '
        'publication: add ":publication: lovelace1843notes" [cv.untied]',
    ),
    "a name that is spelled in two ways": (
        "```{publication-list}\n```\n\nWith Luigi Menabréa in Turin.",
        'refs.bib:3: WARNING: "Luigi Menabrea" is also spelled "Luigi Menabréa" '
        "(index, line 6): choose one spelling [cv.spelling]",
    ),
    "a note that is silenced without a reason": (
        "```{cv-entry} Post\n:silence: order\n```",
        'index.md:4: WARNING: "order" is silenced without a reason: write "order, the reason" '
        "[cv.option]",
    ),
    "a fault that cannot be silenced": (
        "% silence: dates, they are right\n\nText.",
        'index.md:3: WARNING: "dates" is not a note that can be silenced. Known: order, overlap, '
        "duplicate, owner, untied, mark, translation, spelling, upcoming, unlisted, placeholder. "
        "[cv.option]",
    ),
    "a heading in a block for one output": (
        "````{only} html\n## Part\n\nText.\n````",
        "index.md:4: WARNING: a heading inside only leaves the block, and every output shows it: put "
        'it above and use "cv-only" below, or move both to a page of their own [cv.only]',
    ),
    "a talk of an entry that is not there": (
        "```{cv-entry} Post\n:name: post\n```\n\n"
        "```{talk} A talk\n:event: ICML\n:date: 1843\n:entry: posts\n```",
        'index.md:10: WARNING: no entry has the name "posts". Did you mean "post"? [cv.reference]',
    ),
    "a reference to a name like another": (
        "```{cv-entry} Post\n:name: post\n```\n\nSee {cv:entry}`posts`.",
        'index.md:7: WARNING: no entry has the name "posts". Did you mean "post"? [cv.reference]',
    ),
}


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


PROFILE_FAULTS = {
    "no name": ({}, 'cv_profile has no name: add "name": "Ada Lovelace"'),
    "a misspelt key": (
        {"name": "Ada", "emial": "ada@example.org"},
        'cv_profile has no key "emial". Did you mean "email"?',
    ),
    "a number for a text": (
        {"name": "Ada", "phone": 12},
        '"phone" in cv_profile is not a string: write "…"',
    ),
    "a text for a list": (
        {"name": "Ada", "aliases": "A. Lovelace"},
        '"aliases" in cv_profile is not a list of strings: write ["…", "…"]',
    ),
    "an address that runs code": (
        {"name": "Ada", "website": "javascript:alert(1)"},
        '"javascript:alert(1)" is not an address: write one that starts with https://, http:// '
        "or mailto:",
    ),
    "a private name": (
        {"name": "Ada", "private": ["name"]},
        '"name" cannot be private: write keys that hold one string. Known: position, affiliation, birth, '
        "address, phone, email, website, website_label, summary, photo, description.",
    ),
}


@pytest.mark.parametrize("fault", PROFILE_FAULTS)
def test_a_fault_in_the_profile_is_told_with_its_line_in_conf_py(site: Site, fault: str) -> None:
    profile, message = PROFILE_FAULTS[fault]
    built = site("# Ada\n\nText\n", cv_profile=profile)
    told = [line for line in built.warnings if not line.startswith("ERROR")]
    assert told == [f"conf.py:2: WARNING: {message} [cv.profile]"]
    assert "javascript" not in built.text("index.html")


PRINT_FAULTS: dict[str, tuple[object, str]] = {
    "a list for a dictionary": (
        ["a4"],
        'cv_print is not a dictionary: write cv_print = {"paper": "letter"}',
    ),
    "a misspelt key": ({"papper": "a4"}, 'cv_print has no key "papper". Did you mean "paper"?'),
    "an unknown paper": ({"paper": "a5"}, '"a5" is not a paper: write "a4" or "letter"'),
    "a length without a unit": (
        {"margins": {"left": "20"}},
        '"20" is not a length: write "20mm", "2cm" or "0.8in"',
    ),
    "a misspelt margin": (
        {"margins": {"lfet": "20mm"}},
        '"lfet" is not a margin. Did you mean "left"?',
    ),
    "a color by name": (
        {"link_color": "red"},
        '"red" is not a color: write a number such as "#0d3d73"',
    ),
    "a size in words": (
        {"size": "big"},
        '"size" in cv_print is not a number: write 10',
    ),
    "a misspelt fact": (
        {"header": [["emial"]]},
        '"emial" cannot be used in the header. Did you mean "email"?',
    ),
}


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
    tested = set(re.findall(r"\[cv\.(\w+)\]", (ROOT / "tests/site/test_warnings.py").read_text()))
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
