"""Reads a CV of moderncv or awesome-cv: its commands, with the files that it takes in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pylatexenc.latexwalker import (
    LatexEnvironmentNode,
    LatexGroupNode,
    LatexMacroNode,
    LatexWalker,
    get_default_latex_context_db,
)
from pylatexenc.macrospec import EnvironmentSpec

from sphinx_cv.importer.draft import Draft
from sphinx_cv.importer.errors import UnreadableError
from sphinx_cv.importer.reading.common import add_bibliography
from sphinx_cv.importer.reading.languages import language_of_tex

from .arguments import command
from .commands import COMMANDS, Reader
from .macros import Macros
from .text import AS_IN_BIB, RAISED, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pylatexenc.latexwalker import LatexNode

    from sphinx_cv.importer.reading.front import Read

# The arguments of each command: "{" required, "[" optional, "*" a star. "\cventry" differs.
ARGUMENTS = {
    "moderncv": {
        "cventry": "[{{{{{{",
        "cvitem": "[{{",
        "cvskill": "{",
        "title": "{",
        "phone": "[{",
        "social": "[[{",
        "address": "{{{",
        "cvhonor": "{{{{",
    },
    "awesome-cv": {
        "cventry": "{{{{{",
        "cvitem": "{{",
        "cvskill": "{{",
        "title": "{",
        "phone": "{",
        "social": "{{",
        "address": "{",
        "cvhonor": "{{{{",
    },
}
COMMON = {
    "section": "*[{",
    "subsection": "*[{",
    "subsubsection": "*[{",
    "cvsection": "{",
    "cvsubsection": "{",
    "name": "{{",
    "firstname": "{",
    "lastname": "{",
    "familyname": "{",
    "position": "{",
    "born": "{",
    "email": "{",
    "homepage": "{",
    "mobile": "{",
    "fax": "{",
    "lattes": "{",
    "moderncvtheme": "[{",
    "extrainfo": "{",
    "quote": "{",
    "photo": "[[{",
    "github": "{",
    "gitlab": "{",
    "linkedin": "{",
    "orcid": "{",
    "twitter": "{",
    "x": "{",
    "googlescholar": "{{",
    "researchgate": "{",
    "skype": "{",
    "stackoverflow": "{{",
    "medium": "{",
    "dateofbirth": "{",
    "whatsapp": "{",
    "mastodon": "{{",
    "kaggle": "{",
    "hackerrank": "{",
    "cvitemwithcomment": "[{{{",
    "cvdoubleitem": "[{{{{",
    "cvtripleitem": "[{{{{{{",
    "cvlistitem": "[{",
    "cvlistdoubleitem": "[{{",
    "cvline": "[{{",
    "cvlanguage": "{{{",
    "cvcomputer": "{{{{",
    "cvcolumn": "[{{",
    "cvskillentry": "*[{{{{{",
    "cvskilllegend": "*[[[[[[{",
    "cvskillhead": "[[[[[",
    "cvskillplainlegend": "*[[[[[[{",
    "cvpub": "{{{{",
    "cvhonorwithdesc": "{{{{{",
    "input": "{",
    "include": "{",
    "subfile": "{",
    "import": "{{",
    "bibliography": "{",
    "addbibresource": "[{",
    "recipient": "{{",
    "makecvfooter": "{{{",
    "geometry": "{",
    "colorlet": "{{",
    "definecolor": "{{{",
    "setbool": "{{",
    "renewcommand": "*{[{",
    "newcommand": "*{[[{",
    "href": "{{",
    "url": "{",
    "faIcon": "[{",
    **dict.fromkeys((*RAISED, *AS_IN_BIB), "{"),
    "vspace": "*{",
    "hspace": "*{",
    "moderncvstyle": "[{",
    "moderncvcolor": "{",
    "nopagenumbers": "",
    "setlength": "{{",
    "textcolor": "{{",
    "color": "{",
    "bibliographystyle": "{",
    "nocite": "{",
    "cite": "[{",
    "setmainfont": "[{[",
    "setsansfont": "[{[",
    "fontdir": "[{",
    "opening": "{",
    "closing": "{",
    "enclosure": "[{",
    "nobreakspace": "",
}
ENVIRONMENTS = (
    "cventries",
    "cvhonors",
    "cvskills",
    "cvitems",
    "cvparagraph",
    "cvcolumns",
    "cvsubentries",
)
_STYLES = (
    ("awesome-cv", r"\{awesome-cv\}|\\cvsection|\\begin\{cventries\}|\\cvhonor"),
    ("moderncv", r"moderncv|\\cventry|\\cvitem"),
)
_COMMENT = re.compile(r"(?<!\\)((?:\\\\)*)%.*")
_INPUT = re.compile(r"^[^%\n]*\\(?:input|include|subfile)\{([^}]*)\}", re.MULTILINE)
_INCLUDED = ("input", "include", "subfile", "import")
# How deep files may take in others, and how many there may be.
_DEEPEST, _MOST = 8, 200


def read(path: Path, read_text: Read) -> Draft:
    """Read the CV whose main file is at *path*.

    Raises ``UnreadableError`` where it is of neither class.
    """
    text = read_text(path)
    # A class of one's own is known by the commands, which may be in other files.
    parts = [_included(path.parent, name) for name in _INPUT.findall(text)[:_MOST]]
    known = "\n".join([text, *(read_text(part) for part in parts if part)])
    style = next((name for name, sign in _STYLES if re.search(sign, known)), "")
    if not style:
        raise UnreadableError(f'"{path}" is TeX of neither moderncv nor awesome-cv')
    draft = Draft(language=language_of_tex(_COMMENT.sub("", known)))
    reader = Reader(draft, style, path.parent)
    walk = _Walk(path.parent, read_text, style, draft)
    walk.file(path, text, reader, 0)
    reader.finish()
    bibs = {found.name: read_text(found) for found in walk.bibs if found.is_file()}
    for missing in (found for found in walk.bibs if not found.is_file()):
        draft.left_out(missing.name, "this .bib file is not there")
    add_bibliography(draft, bibs)
    return draft


def _included(root: Path, name: str) -> Path | None:
    """Return the file that a CV in *root* takes in, from there or from the folder above it.

    TeX looks from where it is run, which may be either; files outside of it are not read.
    """
    for folder in (root, root.resolve().parent):
        path = folder / name.strip()
        path = path if path.suffix == ".tex" else path.with_name(f"{path.name}.tex")
        if path.is_file() and path.resolve().is_relative_to(folder.resolve()):
            return path
    return None


class _Walk:
    """Goes through a file and those that it takes in, below one folder."""

    def __init__(self, root: Path, read_text: Read, style: str, draft: Draft) -> None:
        self._root = root
        self._read = read_text
        self._context = _context(style)
        self._draft = draft
        self._macros = Macros({*COMMON, *ARGUMENTS[style]})
        self._seen: set[Path] = set()
        self.bibs: list[Path] = []

    def file(self, path: Path, text: str, reader: Reader, depth: int) -> None:
        self._seen.add(path.resolve())
        text = _COMMENT.sub("", text)
        self._draft.reads(path.as_posix(), text)
        text = self._macros.written_out(text)
        # Only what is between these two is set; the preamble has the person.
        walker = LatexWalker(text, latex_context=self._context, tolerant_parsing=True)
        nodes, _start, _length = walker.get_latex_nodes()
        self._nodes(nodes, reader, depth)

    def _nodes(self, nodes: Iterable[LatexNode], reader: Reader, depth: int) -> None:
        # The command that is not known whose arguments may follow.
        unknown = ""
        for node in nodes:
            if node is None:
                continue
            if isinstance(node, LatexMacroNode):
                self._macro(node, reader, depth)
                unknown = "" if node.macroname in COMMANDS else node.macroname
            elif isinstance(node, LatexEnvironmentNode):
                if node.environmentname in (
                    "document",
                    *ENVIRONMENTS,
                ) or node.environmentname.startswith("CJK"):
                    if node.environmentname == "document":
                        reader.in_document = True
                    reader.paragraph_end()
                    self._nodes(node.nodelist, reader, depth)
                    reader.paragraph_end()
                else:
                    reader.text(node)
            elif isinstance(node, LatexGroupNode) and _has_command(node):
                self._nodes(node.nodelist, reader, depth)
            elif isinstance(node, LatexGroupNode) and not reader.in_document:
                reader.before_document(unknown, [node])
            else:
                reader.text(node)

    def _macro(self, node: LatexMacroNode, reader: Reader, depth: int) -> None:
        name = node.macroname
        arguments = list(node.nodeargd.argnlist if node.nodeargd else [])
        if name in _INCLUDED:
            self._include(
                "/".join(words_of(one) for one in arguments if one is not None), reader, depth
            )
        elif name in ("bibliography", "addbibresource"):
            for one in words_of(arguments[-1]).split(","):
                path = self._root / one.strip()
                self.bibs.append(
                    path if path.suffix == ".bib" else path.with_name(f"{path.name}.bib")
                )
        elif name in COMMANDS:
            reader.command(name, arguments)
        elif reader.in_document:
            reader.text(node)
        else:
            reader.before_document(name, arguments)

    def _include(self, name: str, reader: Reader, depth: int) -> None:
        path = _included(self._root, name)
        if not path or depth > _DEEPEST or len(self._seen) > _MOST:
            self._draft.left_out(f"\\input{{{name}}}", "this file is not there")
        elif path.resolve() not in self._seen:
            self.file(path, self._read(path), reader, depth + 1)


def _has_command(node: LatexGroupNode) -> bool:
    """Whether a command of a CV is in a group, which then only holds things together."""
    return any(
        (isinstance(child, LatexMacroNode) and child.macroname in COMMANDS)
        or (isinstance(child, LatexGroupNode) and _has_command(child))
        for child in node.nodelist
    )


def _context(style: str) -> object:
    context = get_default_latex_context_db()
    macros = [command(name, spec) for name, spec in (COMMON | ARGUMENTS[style]).items()]
    environments = [
        EnvironmentSpec(name) for name in (*ENVIRONMENTS, "document", "itemize", "enumerate")
    ]
    context.add_context_category("cv", prepend=True, macros=macros, environments=environments)
    return context
