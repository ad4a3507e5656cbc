"""Settings of Sphinx that cannot be used: only what every reader would stumble over."""

from __future__ import annotations

from typing import Any

import pytest

from sphinx_cv.settings.stock import _fault

LIST = {list, tuple}


@pytest.mark.parametrize(
    ("value", "allowed"),
    [
        (3, {str}),
        (None, {str}),
        (b"x", {str}),
        ("x", LIST),
        ({}, LIST),
        ([], {dict}),
        ("x", {int}),
        ("a\ud800", {str}),
        ({"a": ["b\0"]}, {dict}),
        (["\udfff"], {Any}),
        (3, {set, Any}),
        (True, {dict, Any}),
    ],
)
def test_what_no_reader_can_use_is_refused(value: object, allowed: set[Any]) -> None:
    assert _fault(value, allowed)


@pytest.mark.parametrize(
    ("value", "allowed"),
    [
        ("x", {str}),
        (None, {type(None), str}),
        ((), {list}),
        (set(), {list, str}),
        ("x", {list, str}),
        ("yes", {bool}),
        (3, {bool, str}),
        (1.5, {int}),
        (object(), {Any}),
        ([], {dict, Any}),
        (None, {dict, Any}),
        (3, {str, Any}),
        (object(), {object}),
    ],
)
def test_what_some_reader_can_use_is_left(value: object, allowed: set[Any]) -> None:
    assert _fault(value, allowed) == ""
