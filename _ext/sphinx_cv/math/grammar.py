"""The grammar of a formula: rows, cells, groups and indices."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import tree
from .tokens import PARTNERS, MathError, Tokens
from .words import table

if TYPE_CHECKING:
    from collections.abc import Iterator

_INDEX = "a ^ or _ that is empty or doubled"
# TeX stops at a depth, Typst and Python at others.
_DEEPEST = 30
_EMPTY = tree.Row(())


@dataclass
class Grammar(Tokens, ABC):
    """Reads what a formula consists of; each method leaves what comes behind its part."""

    depth: int = 0

    def row(self, end: str = "") -> tree.Row:
        """Read up to what ends a row, or to *end* if it comes first."""
        return tree.Row(tuple(self._items(end)))

    def _items(self, end: str) -> Iterator[tree.Node]:
        while not self.at_end() and self.peek() != end:
            word = table().words.get(self.peek()[1:]) if self.peek()[0] == "\\" else None
            if word and word.kind == "ignored":
                self.take()
            elif word and word.kind == "style":
                yield tree.Style(self.take()[1:], word.sign, self.row(end))
            else:
                yield self.scripted()

    def rows(self, *, end: str) -> list[list[tree.Row]]:
        """Read rows of cells up to *end*, or to the end of the math."""
        made = [[self.row()]]
        while self.peek() and self.peek() != end:
            if self.takes("&"):
                made[-1].append(self.row())
            elif self.takes("\\\\"):
                self.skip_length()
                made.append([self.row()])
            else:
                self.fail_unless_over()
        return made

    def scripted(self) -> tree.Node:
        """Read one item with its indices."""
        if self.peek() in ("^", "_"):
            base: tree.Node = _EMPTY
        else:
            digits = self.digits()
            base = tree.Sign(digits, "number", digits) if digits else self.item()
        limits = self.limits(base)
        scripts: dict[str, list[tree.Node]] = {}
        last = ""
        while (mark := self.peek()) in ("^", "_", "'"):
            self.take()
            kind = "_" if mark == "_" else "^"
            # A prime is raised, and so is what follows it: "f'^2".
            if kind in scripts and last != "'":
                raise MathError(_INDEX)
            prime = tree.Sign("′", "ordinary", r"\prime")
            made = prime if mark == "'" else self.argument(_INDEX)
            scripts.setdefault(kind, []).append(made)
            last = mark
        if not scripts:
            return base
        return tree.Scripts(base, _joined(scripts.get("_")), _joined(scripts.get("^")), limits)

    def limits(self, base: tree.Node) -> bool | None:
        """Read whether indices are to be below and above *base*."""
        is_wide = isinstance(base, tree.Mark) and base.word.kind in ("over", "under")
        is_large = isinstance(base, tree.Sign) and base.kind == "operator"
        found = True if is_wide else None
        while (word := self.peek()) in (r"\limits", r"\nolimits"):
            if not (is_wide or is_large or isinstance(base, tree.Name)):
                raise MathError(f"{word} without a sum or the like before it")
            found = self.take() == r"\limits"
        return found

    def argument(self, fault: str) -> tree.Node:
        """Read a group, or one sign; *fault* says that there is none."""
        if self.at_end() or self.peek() in ("^", "_", "'"):
            raise MathError(fault)
        return self.item()

    def item(self) -> tree.Node:
        """Read a group, a character or a word with its arguments."""
        self.depth += 1
        if self.depth > _DEEPEST:
            raise MathError(f"more than {_DEEPEST} levels of {self.peek()}")
        made = self.group() if self.takes("{") else self.sign_or_word(self.take())
        self.depth -= 1
        return made

    def group(self) -> tree.Row:
        """Read to the end of a group that has been opened."""
        made = self.row()
        if not self.takes("}"):
            self.fail_unless_over()
            raise MathError(PARTNERS["}"])
        return made

    @abstractmethod
    def sign_or_word(self, typed: str) -> tree.Node:
        """Return the node for a character or control word that has been read."""


def _joined(scripts: list[tree.Node] | None) -> tree.Node | None:
    """Return what is raised or lowered, as one node; None where nothing is."""
    if not scripts:
        return None
    return scripts[0] if len(scripts) == 1 else tree.Row(tuple(scripts))
