"""Rows of links: what is left when one is taken out."""

import pytest
from docutils import nodes

from sphinx_cv.document.composing.rows import link_node, links_row, remove_from_row
from sphinx_cv.document.nodes import cv_web


def row_of(*labels: str) -> nodes.Element:
    return links_row(link_node(label, f"https://example.org/{label}") for label in labels)


@pytest.mark.parametrize(("at", "left"), [(0, "b · c"), (2, "a · c"), (4, "a · b")])
def test_the_separator_beside_a_link_goes_with_it(at: int, left: str) -> None:
    row = row_of("a", "b", "c")
    remove_from_row(row[at])
    assert row.astext() == left


def test_a_row_does_not_begin_with_a_separator_behind_what_print_leaves_out() -> None:
    row = row_of("title", "number", "code")
    row[:2] = [cv_web("", "", *row[:2])]
    remove_from_row(row[1])
    assert [part.astext() for part in row] == ["title · ", "code"]


def test_a_link_alone_leaves_nothing() -> None:
    row = row_of("a")
    remove_from_row(row[0])
    assert row.astext() == ""
