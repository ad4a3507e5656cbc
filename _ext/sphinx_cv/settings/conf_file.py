"""Where a setting is written in conf.py."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

from .private_file import place_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder


def assignments(app: Sphinx | Builder) -> dict[str, ast.Assign | ast.AnnAssign]:
    """Return what conf.py sets by plain assignments, by name."""
    return {
        target.id: node
        for node in ast.walk(conf_tree(app))
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }


def names_read(app: Sphinx | Builder) -> set[str]:
    """Return the names that conf.py reads, its own variables among them."""
    return {
        node.id
        for node in ast.walk(conf_tree(app))
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }


def conf_tree(app: Sphinx | Builder) -> ast.Module:
    """Return conf.py as a syntax tree; an empty one if there is no conf.py."""
    path = Path(app.confdir, "conf.py")
    return ast.parse(path.read_bytes()) if path.is_file() else ast.Module([], [])


def is_written(app: Sphinx | Builder, key: str, value: object, *, setting: str) -> bool:
    """Whether conf.py itself may have given a key of the dictionary *setting* its *value*.

    What "-D cv_print.size=11" sets is a string in that dictionary, and looks like any other.
    """
    node = assignments(app).get(setting)
    if node is None or not isinstance(node.value, ast.Dict):
        return node is not None
    for name, written in zip(node.value.keys, node.value.values, strict=True):
        if not isinstance(name, ast.Constant):
            return True
        if name.value == key:
            return not isinstance(written, ast.Constant) or written.value == value
    return False


def location_of(app: Sphinx | Builder, key: object, *, setting: str = "cv_profile") -> str:
    """Return file and line of a key or a part of *setting* in conf.py, as far as it is found."""
    if setting in app.config.overrides:
        return "<command line>"
    line = 1
    if node := assignments(app).get(setting):
        value = node.value
        parts = value.keys if isinstance(value, ast.Dict) else getattr(value, "elts", ())
        found = [p.lineno for p in parts if isinstance(p, ast.Constant) and p.value == key]
        if not found and setting == "cv_profile" and (where := place_of(app, str(key))):
            return where
        line = found[-1] if found else node.lineno
    return f"{Path(app.confdir, 'conf.py')}:{line}"
