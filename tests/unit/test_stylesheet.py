"""The rules of a stylesheet that no page can use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_cv.html.site.stylesheet import pruned, used_names

if TYPE_CHECKING:
    from pathlib import Path

NAMES = {"note", "top", "math"}


@pytest.mark.parametrize(
    "rule",
    [
        "p{a:b}",
        "*{a:b}",
        "html[data-theme=dark] p{a:b}",
        ".note{a:b}",
        ".modal,.note{a:b}",
        "#top .note>p::before{content:'/'}",
        "p:not(.modal){a:b}",
        ":is(.modal,.note) p{a:b}",
        "html:has(.note){a:b}",
        "@media print{.note{a:b}}",
        '@font-face{font-family:"F"}',
        "@keyframes k{from{a:b}to{a:c}}p{animation:1s k}",
        "@media print{@supports (a:b){p{a:b}}}",
    ],
)
def test_what_may_be_used_is_kept(rule: str) -> None:
    assert pruned(f"{rule}.modal{{a:b}}", NAMES) == rule


@pytest.mark.parametrize(
    "rule",
    [
        ".modal{a:b}",
        ".note.modal,#bottom{a:b}",
        ".note .modal:hover{a:b}",
        "html:has(#bottom,.modal){a:b}",
        "@media print{.modal{a:b}.modal p{c:d}}",
        "@media print{@supports (a:b){.modal{a:b}}}",
        "/* .note{} */",
        '@charset "UTF-8";',
        "@keyframes k{from{a:b}to{a:c}}",
    ],
)
def test_what_no_page_has_is_left_out(rule: str) -> None:
    assert pruned(f"{rule}p{{a:b}}", NAMES) == "p{a:b}"


def test_variables_that_nothing_uses_are_left_out() -> None:
    css = """:root{--a:url("x;y:z");--b:var(--c);--c:calc(1px*(2 + 3));--d:var(--e);--e:1;--f:2}
    p{color:var( --b )}q{--f:3}"""
    found = pruned(css, {"--d"})
    assert "--a" not in found
    assert "--f" not in found
    assert all(f"{name}:" in found for name in ("--b", "--c", "--d", "--e"))
    assert "q" not in found


def test_pages_and_their_scripts_tell_what_is_used(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "own.js").write_text('node.className = "pop-up"', "utf-8")
    (tmp_path / "other.js").write_text('"never"', "utf-8")
    page = """<p class="one two" id="three">.word</p><script>"four"</script>
      <script type="application/ld+json">{"never": "data"}</script>
      <script defer src="../own.js?v=1"></script><script src="https://example.org/a.js"></script>"""
    (tmp_path / "sub/page.html").write_text(page, "utf-8")
    assert used_names(tmp_path) >= {"one", "two", "three", "four", "pop-up"}
    assert not used_names(tmp_path) & {"word", "never", "data"}
