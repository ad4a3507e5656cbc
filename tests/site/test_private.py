"""No private value leaves the owner's machine, whatever is written, toggled or left behind."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from helpers import Built
from private_lists import KEYS, SPELLINGS
from sphinx_cv.output.guard import MARK

if TYPE_CHECKING:
    from collections.abc import Callable

    Site = Callable[..., Built]

PHONE = "+44 20 7946 0123"
WRITTEN = (b"7946", b"+44", b"0123")
FACTS = {"name": "Ada Lovelace", "email": "ada@example.org", "phone": PHONE}
PAGE = "# Ada\n\nText\n"
# Each tells the phone number in public.
FORMS = [
    *(PHONE, "+44-20-7946-0123", "020 7946 0123", "(020) 7946 0123", "0044 20 79460123"),
    *("+44 20 **7946** 0123", "+44 20 7946\n0123", "`+44 20 7946 0123`", "\\+44 20 7946 0123"),
    *("+44&nbsp;20&nbsp;7946&nbsp;0123", "+44&#32;20 7946 0123", "+44.20.7946.0123"),
    *("+44–20–7946–0123", "+44\u00a020\u20097946\u202f0123", "[me](tel:+442079460123)"),
    *("| a | b |\n|---|---|\n| x | +44 20 7946 0123 |", "```text\n+44 20 7946 0123\n```"),
]


@pytest.fixture
def build(site: Site, tmp_path: Path) -> Callable[..., tuple[bool, bytes, Built]]:
    """Build a site: whether it failed, all bytes of the output, and the build."""

    def run(files: Any, **conf: Any) -> tuple[bool, bytes, Built]:
        conf = {"cv_pdf": "", "cv_profile": FACTS} | conf
        built = site(files, **conf)
        # Sphinx's own warnings quote what the page says.
        assert [line for line in built.warnings if "7946" in line and "[cv." in line] == []
        out = tmp_path / "build" / conf.get("builder", "html")
        data = b"".join(path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file())
        return built.app.statuscode == 1, data, built

    return run


def _tells(data: bytes) -> bool:
    return any(part in data for part in WRITTEN[:1])


@pytest.mark.parametrize(
    "private",
    [["Phone"], "phone; birth", True, ["fone"], {"phone": 1}, [["phone"]], ["all"], [None]],
    ids=str,
)
def test_a_misspelt_list_publishes_nothing_and_fails(build: Any, private: object) -> None:
    failed, data, _built = build(PAGE, cv_profile=FACTS | {"private": private})
    assert failed
    assert not _tells(data)


# As conf.py can hold them.
WRITABLE = [given for given, keys in SPELLINGS if "phone" in keys and "<" not in repr(given)]


def _id(given: object) -> str:
    """Return the name of a case, the same in every process."""
    return repr(sorted(given)) if isinstance(given, (set, frozenset)) else repr(given)


@pytest.mark.large
@pytest.mark.parametrize("private", [each for each in WRITABLE if "..." not in repr(each)], ids=_id)
def test_no_spelling_of_a_list_publishes_anything(build: Any, private: object) -> None:
    failed, data, built = build(PAGE, cv_profile=FACTS | {"private": private})
    assert failed is (private != ["phone", "phone"])
    assert not _tells(data)
    assert failed is any("[cv.profile]" in line for line in built.warnings)


@pytest.mark.large
@pytest.mark.parametrize("name", KEYS, ids=repr)
def test_no_spelling_of_its_name_publishes_anything(build: Any, name: str) -> None:
    failed, data, _built = build(PAGE, cv_profile=FACTS | {name: ["phone"]})
    assert failed
    assert not _tells(data)


@pytest.mark.parametrize("name", ["Private", "privat", "hidden"])
def test_a_misspelt_key_publishes_nothing_and_fails(build: Any, name: str) -> None:
    failed, data, _built = build(PAGE, cv_profile=FACTS | {name: ["phone"]})
    assert failed
    assert not _tells(data)


@pytest.mark.parametrize("name", ["private", "cv_private", "cv_profile_private"])
def test_a_setting_of_its_own_is_read_and_fails(build: Any, name: str) -> None:
    failed, data, _built = build(PAGE, **{name: ["phone"]})
    assert failed
    assert not _tells(data)


def test_a_value_is_gone_when_it_becomes_private(build: Any) -> None:
    assert _tells(build(PAGE)[1])
    private = FACTS | {"private": ["phone"]}
    failed, data, built = build(PAGE, fresh=False, cv_profile=private)
    assert not failed
    assert [line for line in built.warnings if "[cv." in line] == []
    assert not _tells(data)
    assert _tells(build(PAGE, fresh=False)[1])
    failed, data, _built = build(PAGE, fresh=False, cv_profile=FACTS | {"private": "Phone!"})
    assert failed
    assert not _tells(data)


def test_every_written_form_is_kept_out_of_the_site(build: Any) -> None:
    pages = {f"p{number:02}.md": f"# Page\n\n{form}\n" for number, form in enumerate(FORMS)}
    toctree = "\n```{toctree}\n" + "\n".join(name[:-3] for name in pages) + "\n```\n"
    private = FACTS | {"private": ["phone"]}
    for fresh in (True, False):
        failed, data, _built = build(
            {"index.md": PAGE + toctree, **pages}, fresh=fresh, cv_profile=private
        )
        assert failed
        assert not _tells(data.replace(b"7946:", b""))


@pytest.mark.parametrize(
    ("files", "conf"),
    [
        ({"extra/me.txt": PHONE}, {"html_extra_path": ["extra"]}),
        ({"_static/me.js": f'const me = "{PHONE}";'}, {"html_static_path": ["_static"]}),
        ({"me.txt": PHONE, "index.md": "# Ada\n\n{download}`me.txt`\n"}, {}),
        ({"extra/cv.pdf": f"%PDF-1.7\n{MARK}\n"}, {"html_extra_path": ["extra"]}),
    ],
    ids=["extra", "static", "download", "own PDF"],
)
def test_a_file_that_would_be_published_is_removed(build: Any, files: Any, conf: Any) -> None:
    private = FACTS | {"private": ["phone"]}
    failed, data, _built = build({"index.md": PAGE, **files}, cv_profile=private, **conf)
    assert failed
    assert not _tells(data)
    assert MARK.encode() not in data


def test_a_setting_that_tells_a_private_value_is_reported(build: Any) -> None:
    private = FACTS | {"private": ["phone"], "position": f"Analyst, {PHONE}"}
    _failed, data, built = build(PAGE, cv_profile=private | {"position": "A"}, html_title=PHONE)
    assert not _tells(data)
    told = 'html_title has the private "phone" of cv_profile [cv.private]'
    assert [line for line in built.warnings if line.endswith(told)]
    failed, data, _built = build({"index.md": PAGE + "\n```{cv-header}\n```\n"}, cv_profile=private)
    assert failed
    assert not _tells(data)


def test_the_settings_are_not_downloaded(build: Any) -> None:
    page = "# Ada\n\n[settings](conf.py) and [other](../../other.txt)\n"
    private = FACTS | {"private": ["phone"]}
    failed, data, built = build(page, cv_profile=private)
    assert not failed
    assert b"cv_profile" not in data
    assert [line for line in built.warnings if "not for the public" in line] == [
        'index.md:3: WARNING: "conf.py" is not for the public: it is not copied [cv.link]'
    ]


def test_a_pdf_that_is_no_longer_made_is_removed(site: Site) -> None:
    built = site(PAGE)
    assert (built.out / "cv.pdf").is_file()
    assert not (site(PAGE, fresh=False, cv_pdf="").out / "cv.pdf").exists()
    built = site(PAGE, fresh=False, cv_pdf="files/ada.pdf")
    assert (built.out / "files" / "ada.pdf").is_file()
    built = site(PAGE, fresh=False, cv_pdf="https://example.org/cv.pdf")
    assert not (built.out / "files" / "ada.pdf").exists()


@pytest.mark.parametrize("name", ["refs.pdf", "extra/cv.pdf", "_static/cv.pdf"])
def test_the_own_pdf_overwrites_nothing_and_is_not_published(site: Site, name: str) -> None:
    files = {"index.md": PAGE, name: "of the author", "extra/a": "", "_static/a": ""}
    built = site(
        files, cv_own_pdf=name, html_extra_path=["extra"], html_static_path=["_static"], cv_pdf=""
    )
    assert (built.source / name).read_text() == "of the author"
    assert ["cv_own_pdf" in line for line in built.warnings] == [True]


def test_a_pdf_that_cannot_be_written_is_one_line(site: Site) -> None:
    built = site(PAGE)
    shutil.rmtree(built.out)
    (built.out / "cv.pdf").mkdir(parents=True)
    built = site(PAGE, fresh=False)
    assert [line for line in built.warnings if "cannot be written" in line]
    assert (built.out / "index.html").is_file()


def test_a_page_of_another_language_is_searched_as_well(build: Any, tmp_path: Path) -> None:
    page = "# Ada\n\n```{cv-header}\n```\n"
    summary = {"en": "Looms.", "fr": f"Métiers, {PHONE}."}
    private = FACTS | {"summary": summary, "private": ["phone"]}
    failed, data, _built = build(page, cv_profile=private, cv_languages={"fr": "Français"})
    assert failed
    assert not _tells(data)
    site = tmp_path / "build" / "html"
    assert (site / "index.html").is_file()
    assert (site / "fr/search.html").is_file()
    assert not (site / "fr/index.html").exists()
