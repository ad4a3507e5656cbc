"""``make translations``: creates and updates the .po files of all languages from the sources."""

from __future__ import annotations

import io
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import docutils_namespace, patch_docutils

from sphinx_cv.output.files import write_whole
from sphinx_cv.settings.languages import translations_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# The name of the files: the domain that a CV project sets.
DOMAIN = "cv"
# Without a date or a version: the same texts give the same file.
_HEAD = """\
msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
# The translation of a shorter text is no use for another one that is similar.
_LONG_ENOUGH = 30


def main(arguments: Sequence[str] | None = None) -> int:
    """Update the translations of the CV in a folder, by default this one; print what they lack."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    folder = Path(given[0] if given else ".").resolve()
    try:
        for line in update(folder):
            print(line)  # noqa: T201
    except (SphinxError, OSError, ValueError) as error:
        print(error, file=sys.stderr)  # noqa: T201
        return 2
    return 0


def update(folder: Path) -> Iterator[str]:
    """Write the .po file of each language; yield a line on each of them.

    Raises SphinxError where the project cannot be read, ValueError where it names no languages or
    a .po file cannot be read, and OSError where one cannot be written.
    """
    with tempfile.TemporaryDirectory() as out:
        template, languages, target = _extracted(folder, Path(out))
    if not languages:
        raise ValueError('conf.py names no languages: write cv_languages = {"fr": "Français"}')
    for language in languages:
        path = Path(target, language, "LC_MESSAGES", f"{DOMAIN}.po")
        catalog = updated(path, template, language)
        file = io.BytesIO()
        write_po(file, catalog, width=96, include_previous=True, omit_header=True)
        head = _HEAD.format(language=language)
        write_whole(path, head.encode() + file.getvalue().rstrip() + b"\n")
        messages = [message for message in catalog if message.id]
        done = sum(bool(message.string) and not message.fuzzy for message in messages)
        name = path.relative_to(folder) if path.is_relative_to(folder) else path
        yield f"{name}: {done} of {len(messages)} texts are translated"


def updated(path: Path, template: Catalog, language: str) -> Catalog:
    """Return the translations in *path* for the texts of *template*.

    The translation of a text that has changed is kept, marked as fuzzy with the text that it was
    of; that of one that is gone is kept at the end of the file.
    """
    catalog = Catalog(locale=None, domain=DOMAIN, charset="utf-8")
    if path.is_file():
        try:
            with path.open("rb") as file:
                catalog = read_po(file, locale=None, charset="utf-8", abort_invalid=True)
        except ValueError as error:
            raise ValueError(f"{path} cannot be read: {error}") from error
    catalog.fuzzy = False
    catalog.update(template, update_header_comment=False, update_creation_date=False)
    for message in catalog:
        if message.id and message.fuzzy and len(message.id) < _LONG_ENOUGH and message.previous_id:
            message.string, message.previous_id = "", []
            message.flags.discard("fuzzy")
    return catalog


def _extracted(folder: Path, out: Path) -> tuple[Catalog, list[str], Path]:
    """Return the texts of the project, its languages, and the folder of its translations."""
    with patch_docutils(str(folder)), docutils_namespace():
        app = Sphinx(
            srcdir=folder,
            confdir=folder,
            outdir=out / "gettext",
            doctreedir=out / "doctrees",
            buildername="gettext",
            confoverrides={"gettext_compact": DOMAIN, "gettext_additional_targets": []},
            status=None,
            # What is wrong in the sources is for a build and a check to tell.
            warning=io.StringIO(),
            freshenv=True,
        )
        app.build()
        with Path(app.outdir, f"{DOMAIN}.pot").open("rb") as file:
            template = read_po(file, charset="utf-8")
        for message in template:
            # As seen from the project, not from the folder that is deleted now.
            message.locations = [
                (_relative(Path(app.outdir, name), folder), line)
                for name, line in message.locations
            ]
        (target,) = app.config.cv_catalogs[:1] or [str(folder / "locales")]
        return template, translations_of(app.config), Path(target)


def _relative(path: Path, folder: Path) -> str:
    real = path.resolve()
    return real.relative_to(folder).as_posix() if real.is_relative_to(folder) else path.name


if __name__ == "__main__":
    sys.exit(main())
