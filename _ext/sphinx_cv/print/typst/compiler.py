"""Typst source to PDF: accessible and archivable, by the fonts that the engine carries."""

from __future__ import annotations

import json
import re
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .fonts import fallbacks, font_book
from .link_words import describe_links
from .source import BODY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .source import Source

# Fonts that come with the engine: Latin, Greek, Cyrillic, Hebrew; the others for symbols.
FONTS = ("Libertinus Serif", "New Computer Modern", "New Computer Modern Math")
# What stands before them, by the word for it in cv_print. Source Sans comes with us.
FACES = {"serif": (), "sans": ("Source Sans 3",), "cm": ("New Computer Modern",)}
_LAYOUT = Path(__file__).parent / "layout"
_MISSING = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
# The engine leaves the objects of a PDF as they are, and packs only what is in them.
_PAGE = re.compile(rb"/Type\s*/Page\b")
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Compiled:
    """A PDF, the letters that no font has, and what violates the PDF standards.

    ``data`` is empty if the engine could not compile the source.
    """

    data: bytes
    missing: str = ""
    fault: str = ""

    @property
    def pages(self) -> int:
        """The number of its pages."""
        return len(_PAGE.findall(self.data))


def compile_pdf(source: Source) -> Compiled:
    """Compile *source*.

    The fonts of the machine are used only where the text has letters that the engine's own
    lack, so that the same sources give the same bytes everywhere else.
    """
    with _run_of(source) as run:
        own = run.own_fonts
        try:
            return Compiled(data=run(own))
        except _RefusedError as error:
            if not _letters(error):
                return run.loosely(own, fault=error.message)
        first = len(own) - len(FONTS) + 1
        fonts = (*own[:first], *fallbacks(source.language), *own[first:])
        try:
            return Compiled(data=run(fonts, system=True))
        except _RefusedError as error:
            letters = _letters(error)
            return run.loosely(fonts, missing=letters, fault="" if letters else error.message)


def start_of_page(source: Source, number: int) -> str:
    """Return the words that the page *number* of *source* starts with."""
    import typst

    with _run_of(source) as run:
        text = f'{source.text}\n#import "/starts.typ": start\n#start({number})'
        try:
            told = typst.query(
                str(run.write(text)),
                "<start>",
                field="value",
                one=True,
                root=run.folder,
                font_paths=font_book(system=False),
                sys_inputs=run.inputs(run.own_fonts),
            )
        except typst.TypstError:
            return ""
    return str(json.loads(told))


class _RefusedError(Exception):
    """The engine makes no PDF of a source; *diagnostic* shows each place in it."""

    def __init__(self, message: str, diagnostic: str) -> None:
        super().__init__(message)
        self.message = message
        self.diagnostic = diagnostic


def _compile(main: Path, *, system: bool, **options: Any) -> bytes:
    """Return the PDF of *main*, which reads files of its folder; *system* as in ``font_book``.

    The engine is loaded here, not with the module: that takes time, and many builds make no PDF.
    """
    import typst

    try:
        pdf: bytes = typst.compile(
            main, root=main.parent, format="pdf", font_paths=font_book(system=system), **options
        )
    except typst.TypstError as error:
        raise _RefusedError(error.message, str(error.diagnostic)) from error
    return pdf


def _layout() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in _LAYOUT.glob("*.typ")}


@lru_cache(maxsize=256)
def draws(data: bytes, suffix: str) -> bool:
    """Whether the engine can draw an image."""
    return bool(drawing(data, suffix))


def drawing(data: bytes, suffix: str) -> bytes:
    """Return an image as a PDF of its size, empty where the engine cannot draw it."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, f"image{suffix}").write_bytes(data)
        main = Path(folder, "main.typ")
        page = "#set page(width: auto, height: auto, margin: 0pt)"
        main.write_text(f'{page}\n#image("/image{suffix}", alt: "")', "utf-8")
        try:
            return _compile(main, system=False, timestamp=0)
        except _RefusedError:
            return b""


def letters_without_font(text: str) -> str:
    """Return the letters of *text* that no font of this machine has, each once."""
    with tempfile.TemporaryDirectory() as folder:
        main = Path(folder, "main.typ")
        main.write_text('#set document(title: "letters")\n#sys.inputs.text', "utf-8")
        try:
            # PDF/A allows no letter without a font.
            _compile(
                main, system=True, sys_inputs={"text": text}, pdf_standards=["a-2b"], timestamp=0
            )
        except _RefusedError as error:
            return _letters(error)
    return ""


@dataclass(frozen=True, slots=True)
class _Run:
    """One source, to be compiled with different fonts."""

    source: Source
    folder: str

    @property
    def own_fonts(self) -> tuple[str, ...]:
        """The fonts that come with the engine and with us."""
        return (*FACES[self.source.look["font"]], *FONTS)

    def write(self, text: str) -> Path:
        """Write the main file."""
        main = Path(self.folder, "main.typ")
        main.write_text(text, "utf-8")
        return main

    def inputs(self, fonts: tuple[str, ...], *, system: bool = False) -> dict[str, str]:
        """Return what the layout reads its look from."""
        return {"look": json.dumps({**self.source.look, "fonts": fonts, "fallback": system})}

    def __call__(
        self,
        fonts: tuple[str, ...],
        *,
        system: bool = False,
        strict: bool = True,
    ) -> bytes:
        """Return the PDF.

        Where *strict*, it keeps PDF/UA-1 (ISO 14289-1), for screen readers, and PDF/A-2a
        (ISO 19005-2), for archives, or this fails; with attachments PDF/A-3a (ISO 19005-3).
        """
        archive = "a-3a" if self.source.attached else "a-2a"
        pdf = _compile(
            self.write(self.source.text),
            system=system,
            sys_inputs=self.inputs(fonts, system=system),
            pdf_standards=["ua-1", archive] if strict else [],
            timestamp=int(self.source.date.timestamp()),
        )
        return describe_links(pdf, self.source.links)

    def loosely(self, fonts: tuple[str, ...], *, missing: str = "", fault: str = "") -> Compiled:
        """Compile without the PDF standards, whose violations would be errors; tags remain."""
        try:
            data = self(fonts, system=bool(missing), strict=False)
        except _RefusedError as error:
            return Compiled(data=b"", missing=missing, fault=error.message)
        return Compiled(data=data, missing=missing, fault=fault)


@contextmanager
def _run_of(source: Source) -> Iterator[_Run]:
    with tempfile.TemporaryDirectory() as folder:
        files = {**_layout(), BODY: source.body.encode(), **source.pictures}
        for name, data in files.items():
            Path(folder, name).write_bytes(data)
        yield _Run(source, folder)


def _letters(error: _RefusedError) -> str:
    """Return the letters that no font has according to an error, each once."""
    found = _MISSING.findall(f"{error.message}\n{error.diagnostic}")
    text = "".join(_ESCAPED.sub(lambda match: chr(int(match[1], 16)), part) for part in found)
    return "".join(dict.fromkeys(text))
