"""Emoji in a CV of another program: few machines print them."""

from __future__ import annotations

import pytest

from sphinx_cv.importer.draft import Draft, Heading, Item, Section, Text
from sphinx_cv.importer.project.pictures import leave_out_pictures
from sphinx_cv.print.scripts import emoji_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("🏅 Won ⛰️", ["🏅", "⛰️"]),
        ("👩‍🔬👍🏽", ["👩‍🔬👍🏽"]),
        ("1️⃣", ["\ufe0f", "\u20e3"]),
        ("★ ✓ ♀ ♥ → © 漢 é", []),
        ("می‌خواهم", []),
    ],
)
def test_pictures_are_told_from_letters(text: str, found: list[str]) -> None:
    assert emoji_in(text) == found


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("🏅 Won", "Won"),
        ("Hi 👋!", "Hi!"),
        ("**🚀 Key** 🏆 *b*", "**Key** *b*"),
        ("a🏅b", "a b"),
        ("- 🏅 One\n- Two 🎓\n- 🎓", "- One\n- Two\n-"),
        ("1️⃣ one", "1 one"),
    ],
)
def test_words_stay_as_they_are_without_pictures(text: str, left: str) -> None:
    draft = Draft(sections=[Section(title="A", blocks=[Text(text=text)])])
    leave_out_pictures(draft)
    assert draft.sections[0].blocks == [Text(text=left)]
    assert all(word in str(draft.report) for word in emoji_in(text) if word.isprintable())


def test_what_was_a_picture_alone_is_gone() -> None:
    draft = Draft(
        profile={"name": "Ada 🏅"},
        sections=[
            Section(title="A", blocks=[Text(text="🌵", is_point=True), Heading(text="🎓")]),
            Section(title="B 🎓", blocks=[Item(title="🎓", options={"date": "2020"})]),
        ],
    )
    leave_out_pictures(draft)
    assert draft.profile == {"name": "Ada"}
    assert [section.title for section in draft.sections] == ["B"]
    assert draft.sections[0].blocks[0].title == "Untitled"
