"""Draws the pictures of the site from the profile: the card of link previews, and the icon.

Typst draws them, with the fonts that it carries: the same bytes on every machine.
"""

from __future__ import annotations

import unicodedata
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sphinx_cv.document.builders import WEBSITES
from sphinx_cv.html.accent import DEFAULT, accent_of
from sphinx_cv.html.frame import has_frame
from sphinx_cv.output import beside
from sphinx_cv.output.files import write_or_tell
from sphinx_cv.print.typst.site import is_published
from sphinx_cv.settings.values import profile_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_cv.model.profile import Profile

FOLDER = Path(__file__).parent

CARD, CARD_SIZE = "cv-card.png", (1200, 630)
ICON = "cv-icon.png"
VECTOR_ICON = "cv-icon.svg"

# The scripts of the fonts that Typst carries. A name in another one takes the machine's fonts.
_CARRIED = ("LATIN", "GREEK", "CYRILLIC", "HEBREW")

_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">'
    '<rect width="64" height="64" rx="14" fill="{accent}"/>'
    '<text x="32" y="43" font-family="system-ui,sans-serif" font-size="{size}" font-weight="700" '
    'text-anchor="middle" fill="#fff">{monogram}</text></svg>\n'
)


def begin(app: Sphinx) -> None:
    """Begin to draw them: the profile is all they need (``builder-inited``)."""
    if _has_pictures(app):
        beside.begin(app, _draw)


def draw_pictures(app: Sphinx, exception: Exception | None) -> None:
    """Write card and icons beside the theme's files (``build-finished``)."""
    if exception or not _has_pictures(app):
        return
    profile = profile_of(app.config)
    for name, data in beside.result_of(app, _draw).items():
        write_or_tell(Path(app.outdir, "_static", name), data)
    _report_letters(app, "".join(_facts(profile, app.config.language).values()))


def _has_pictures(app: Sphinx) -> bool:
    return app.builder.name in WEBSITES and has_frame(app.builder)


def _draw(app: Sphinx) -> dict[str, bytes]:
    """Return the pictures by their names."""
    profile = profile_of(app.config)
    photo = Path(app.confdir, profile.photo) if profile.photo else None
    accent = accent_of(app.config)
    return {
        CARD: card(profile, language=app.config.language, photo=photo, accent=accent),
        ICON: icon(profile, accent=accent),
        VECTOR_ICON: vector_icon(profile, accent=accent).encode(),
    }


def card(
    profile: Profile, *, language: str = "en", photo: Path | None = None, accent: str = DEFAULT
) -> bytes:
    """Return the card as PNG, 1200 × 630 pixels: who, what, where, and the portrait."""
    import typst

    facts = {**_facts(profile, language), "accent": accent}
    if photo is not None and photo.is_file():
        try:
            return _png("card.typ", facts | {"photo": f"/{photo.name}"}, ppi=144, root=photo.parent)
        except typst.TypstError:
            # Typst cannot read the image: use the initials.
            pass
    return _png("card.typ", facts, ppi=144)


def _facts(profile: Profile, language: str) -> dict[str, str]:
    """Return what the card shows, and its language."""
    return {
        "name": profile.name,
        "monogram": profile.monogram,
        "position": profile.position,
        "affiliation": profile.affiliation,
        "address": urlsplit(profile.website).netloc.removeprefix("www."),
        "language": language.partition("_")[0].lower(),
    }


def _report_letters(app: Sphinx, text: str) -> None:
    """Warn of letters of the card that no font has, where no PDF of the site does."""
    if not _is_carried(text) and not is_published(app.config, app.builder.name):
        # These load the print engine, which the card has needed.
        from sphinx_cv.print.typst.compiler import letters_without_font
        from sphinx_cv.print.typst.warnings import report_letters

        report_letters(app.env, letters_without_font(text))


def icon(profile: Profile, *, accent: str = DEFAULT) -> bytes:
    """Return the icon as PNG, 192 pixels wide, for browsers and phones that read no SVG."""
    return _png("icon.typ", {"monogram": profile.monogram, "accent": accent}, ppi=72)


def vector_icon(profile: Profile, *, accent: str = DEFAULT) -> str:
    """Return the icon as SVG."""
    size = 30 if len(profile.monogram) > 1 else 40
    return _SVG.format(monogram=escape(profile.monogram), size=size, accent=accent)


def _png(name: str, facts: dict[str, str], *, ppi: float, root: Path = FOLDER) -> bytes:
    import typst

    # As values, not as text of the source: nothing in a profile is code.
    compiler = typst.Compiler(
        (FOLDER / name).read_bytes(),
        root=root,
        sys_inputs=facts,
        ignore_system_fonts=_is_carried("".join(facts.values())),
    )
    drawn = compiler.compile(format="png", ppi=ppi)
    if not isinstance(drawn, bytes):
        message = f"{name} does not draw one page"
        raise TypeError(message)
    return drawn


def _is_carried(text: str) -> bool:
    letters = {unicodedata.name(mark, "") for mark in text if mark.isalpha()}
    return all(letter.startswith(_CARRIED) for letter in letters)
