r"""Reads a formula once, for every output: TeX's words and signs to a tree.

TeX reads files (``$\input{…}$``) and, in LuaTeX, writes them (``$\directlua{…}$``). Here nothing
is passed on: a word that is not in the table is refused, and outputs write what is in the tree.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from . import tree
from .grammar import Grammar
from .text import from_tex
from .tokens import PARTNERS, MathError, tokens_of
from .words import SIGNS, Word, table, word_of

_DELIMITERS = frozenset({"opening", "closing", "fence"})
# Those of other kinds that TeX makes as high as a formula.
_STRETCHED = frozenset("/\\↑↓↕⇑⇓⇕")
# TeX reads the columns of an array as code, and may never end.
_COLUMNS = re.compile(r"[lcr|\s]{1,99}")
_FUNCTION_NAME = re.compile(r"(?:[A-Za-z0-9\s'.-]|\\,)+")
_EMPTY = tree.Row(())


@lru_cache(maxsize=1000)
def parse(tex: str, *, block: bool = False) -> tree.Row:
    """Return the formula; raise ``MathError`` where not every output could set it.

    A *block* has rows and columns without an environment of its own.
    """
    if not block:
        parser = _Parser(tokens_of(tex))
        row = parser.row()
        parser.fail_unless_over()
        return row
    # Between empty lines are formulas of their own.
    rows = [
        row
        for part in re.split(r"\n[ \t]*\n", tex.strip())
        for row in _Parser(tokens_of(part)).rows(end="")
    ]
    if len(rows) == len(rows[0]) == 1:
        return rows[0][0]
    return tree.Row((_aligned("aligned", table().environments["aligned"], rows),))


def _aligned(name: str, word: Word, rows: list[list[tree.Row]], spec: str = "") -> tree.Rows:
    """Return an environment with as many cells in each row; *spec* are the columns asked for."""
    if len(rows) > 1 and rows[-1] == [_EMPTY]:
        # The last row has been ended as well.
        rows = rows[:-1]
    width = max(map(len, rows))
    places = "".join(spec.split())
    columns = (places.replace("|", "") or word.columns * width).ljust(width, "c")[:width]
    lines = {len(places[:at].replace("|", "")) for at, sign in enumerate(places) if sign == "|"}
    return tree.Rows(
        name,
        word,
        tuple((*row, *[_EMPTY] * (width - len(row))) for row in rows),
        columns,
        tuple(sorted(line for line in lines if 0 < line < width)),
    )


@dataclass
class _Parser(Grammar):
    """Reads the words and signs of the table."""

    def sign_or_word(self, typed: str) -> tree.Node:
        if typed[0] == "\\":
            return self.word(typed[1:])
        if typed == "~":
            return tree.Space("~", Word(kind="space", em=0.25, typst="space.nobreak"))
        if typed.isascii() and typed.isalnum():
            return tree.Sign(typed, "number" if typed.isdigit() else "letter", typed)
        return self._character(typed)

    def _character(self, typed: str) -> tree.Node:
        if sign := table().typed.get(typed):
            return tree.Sign(sign.sign, sign.kind, typed, sign.typst)
        if name := word_of(typed):
            return self.word(name)
        if typed.isalpha():
            return tree.Text(typed, "text", None)
        raise MathError(typed)

    def word(self, name: str) -> tree.Node:
        word = table().words.get(name)
        if word is None:
            raise MathError(f"\\{name}")
        if word.kind in SIGNS:
            return tree.Sign(word.sign, word.kind, word.latex or f"\\{name}", word.typst)
        if word.kind in ("function", "limits"):
            return tree.Name(word.sign, f"\\{name}", word.kind == "limits")
        if word.kind == "space":
            return tree.Space(f"\\{name}", word)
        return self.construct(name, word)

    def construct(self, name: str, word: Word) -> tree.Node:
        """Read a word that expands to others or takes arguments."""
        read = {
            "accent": self.mark,
            "alias": self.alias,
            "alphabet": self.alphabet,
            "binomial": self.fraction,
            "fraction": self.fraction,
            "grammar": self.grammar,
            "modulo": self.modulo,
            "over": self.mark,
            "size": self.sized,
            "stack": self.stack,
            "text": self.text,
            "under": self.mark,
        }
        if word.kind not in read:
            # A size, or a word that changes nothing: neither is something to take.
            raise MathError(f"\\{name} as an argument")
        return read[word.kind](name, word)

    def argument_of(self, name: str) -> tree.Node:
        return self.argument(f"\\{name} without its argument")

    def alias(self, _name: str, word: Word) -> tree.Node:
        self.push(word.sign)
        return self.item()

    def mark(self, name: str, word: Word) -> tree.Node:
        return tree.Mark(name, word, self.argument_of(name))

    def alphabet(self, name: str, word: Word) -> tree.Node:
        return tree.Alphabet(name, word, self.argument_of(name))

    def fraction(self, name: str, word: Word) -> tree.Node:
        over, under = self.argument_of(name), self.argument_of(name)
        return tree.Fraction(name, over, under, word.sign, word.kind == "binomial")

    def stack(self, name: str, word: Word) -> tree.Node:
        mark, base = self.argument_of(name), self.argument_of(name)
        below, above = (None, mark) if word.sign == "above" else (mark, None)
        return tree.Scripts(tree.Row((base,)), below, above, limits=True)

    def sized(self, name: str, word: Word) -> tree.Node:
        return tree.Delimiter(self.delimiter(f"\\{name}"), word, name)

    def modulo(self, name: str, word: Word) -> tree.Node:
        letters = tuple(map(self.sign_or_word, "mod"))
        mod = tree.Alphabet("mathrm", table().words["mathrm"], tree.Row(letters))
        thick, quad = (self.word(space) for space in (";", "quad"))
        if name == "bmod":
            return tree.Row((thick, mod, thick))
        argument = self.argument_of(name)
        left, right = (map(self.sign_or_word, sign) for sign in (word.left, word.right))
        return tree.Row((quad, *left, mod, thick, argument, *right))

    def text(self, command: str, word: Word) -> tree.Node:
        """Read a group as it was typed; dollar signs in it enclose math."""
        parts = re.split(r"(?<!\\)\$", self.raw_group(f"\\{command}"))
        if len(parts) % 2 == 0:
            raise MathError("an unpaired $")
        alphabet = table().words[word.sign] if word.sign else None
        made = [
            parse(part) if place % 2 else tree.Text(from_tex(part), command, alphabet)
            for place, part in enumerate(parts)
            if part or place % 2
        ]
        return made[0] if len(made) == 1 else tree.Row(tuple(made))

    # The words that no row of the table describes

    def grammar(self, name: str, _word: Word) -> tree.Node:
        read = {
            "left": self.fence,
            "begin": self.environment,
            "sqrt": self.root,
            "not": self.negation,
            "operatorname": self.operator,
            "substack": self.substack,
        }
        if name == "ensuremath":
            return self.argument_of(name)
        if name not in read:
            raise MathError(PARTNERS.get(f"\\{name}", f"\\{name} with nothing before it"))
        return read[name]()

    def substack(self) -> tree.Node:
        self.expect("{", r"\substack without braces")
        rows = self.rows(end="}")
        self.expect("}", PARTNERS["}"])
        word = Word(kind="environment", columns="c", small=True)
        return _aligned("substack", word, rows)

    def root(self) -> tree.Node:
        degree = None
        if self.takes("["):
            degree = self.row("]")
            self.expect("]", "an unpaired [")
        return tree.Root(self.argument_of("sqrt"), degree)

    def negation(self) -> tree.Node:
        """Read the sign that is negated, where Unicode has its negation."""
        typed = self.peek()
        sign = self.argument_of("not")
        if isinstance(sign, tree.Row) and len(sign.items) == 1:
            sign = sign.items[0]
        if isinstance(sign, tree.Sign):
            negated = unicodedata.normalize("NFC", f"{sign.text}\u0338")
            if len(negated) == 1:
                return tree.Sign(negated, sign.kind, rf"\not{sign.tex}")
        raise MathError(rf"\not before {typed}")

    def operator(self) -> tree.Node:
        star = "*" if self.takes("*") else ""
        name = self.raw_group(r"\operatorname")
        if not _FUNCTION_NAME.fullmatch(name):
            raise MathError(r"\operatorname with more than letters in it")
        name = "".join(name.split())
        tex = f"\\operatorname{star}{{{name}}}"
        return tree.Name(name.replace(r"\,", "\u2009"), tex, bool(star))

    def fence(self) -> tree.Node:
        delimiters = [self.delimiter_or_none(r"\left")]
        parts = [self.row()]
        while self.takes(r"\middle"):
            delimiters.append(self.delimiter(r"\middle"))
            parts.append(self.row())
        self.expect(r"\right", PARTNERS[r"\right"])
        delimiters.append(self.delimiter_or_none(r"\right"))
        return tree.Fence(tuple(delimiters), tuple(parts))

    def delimiter_or_none(self, of: str) -> tree.Sign | None:
        return None if self.takes(".") else self.delimiter(of)

    def delimiter(self, of: str) -> tree.Sign:
        typed = self.take()
        typed = {"<": r"\langle", ">": r"\rangle"}.get(typed, typed)
        known = table()
        sign = None
        if typed in known.typed or word_of(typed) or typed[1:] in known.words:
            sign = self.sign_or_word(typed)
        if isinstance(sign, tree.Sign) and (sign.kind in _DELIMITERS or sign.text in _STRETCHED):
            return sign
        raise MathError(f"{of} without a delimiter behind it")

    def environment(self) -> tree.Node:
        name = self.raw_group(r"\begin").strip()
        word = table().environments.get(name)
        if word is None:
            raise MathError(f"\\begin{{{name}}}")
        spec = self.columns(name)
        rows = self.rows(end=r"\end")
        self.expect(r"\end", PARTNERS[r"\end"])
        if self.raw_group(r"\end").strip() != name:
            raise MathError(PARTNERS[r"\end"])
        return _aligned(name, word, rows, spec)

    def columns(self, name: str) -> str:
        """Read the columns of an array; it, and others, may say where they are in their line."""
        place = self.tokens[self.place : self.place + 3]
        if name in ("array", "aligned", "gathered") and place in (["[", at, "]"] for at in "tcb"):
            self.place += 3
        if name != "array":
            return ""
        spec = self.raw_group(r"\begin{array}")
        if not _COLUMNS.fullmatch(spec):
            raise MathError(r"\begin{array} with columns other than l, c, r and |")
        return spec
