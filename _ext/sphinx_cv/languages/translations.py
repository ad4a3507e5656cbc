"""``sphinx-cv translations``: the .po files of all languages, updated from the sources."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog as Messages
from babel.messages.catalog import Message
from babel.messages.pofile import read_po, write_po
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from sphinx_cv.log import stopping_as_error
from sphinx_cv.output.files import write_whole
from sphinx_cv.settings.languages import translations_of
from sphinx_cv.source.catalogs import Catalog, catalogs_in

if TYPE_CHECKING:
    from collections.abc import Iterator

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


def update(folder: Path) -> Iterator[str]:
    """Write the .po file of each language; yield a line on each of them.

    Raises SphinxError where the project cannot be read, ValueError where it names no languages or
    a .po file cannot be read, and OSError where one cannot be written.
    """
    with tempfile.TemporaryDirectory() as out:
        template, languages, target = _extracted(folder, Path(out))
    if not languages:
        raise ValueError('conf.py names no languages: write cv_languages = {"fr": "Français"}')
    for path in dict.fromkeys(_file_of(language, target) for language in languages):
        language = path.parents[1].name
        catalog = updated(path, template)
        file = io.BytesIO()
        write_po(file, catalog, width=96, include_previous=True, omit_header=True)
        write_whole(path, _head(catalog, language) + file.getvalue().rstrip() + b"\n")
        messages = [message for message in catalog if message.id]
        done = sum(bool(message.string) and not message.fuzzy for message in messages)
        name = path.relative_to(folder) if path.is_relative_to(folder) else path
        yield f"{name}: {done} of {len(messages)} texts are translated"


def _file_of(language: str, target: Path) -> Path:
    """Return the file of a language, which may be that of the language without its territory."""
    name = f"{DOMAIN}.po"
    own = Path(target, language, "LC_MESSAGES", name)
    return next((path for path in catalogs_in(target, language) if path.name == name), own)


def updated(path: Path, template: Messages) -> Messages:
    """Return the translations in *path* for the texts of *template*.

    The translation of a text that has changed is kept, marked as fuzzy with the text that it was
    of; that of one that is gone is kept at the end of the file, and taken again when it is back.
    """
    catalog = Messages(charset="utf-8", header_comment="")
    if path.is_file():
        # Babel would drop a part of such a line without a word.
        for line in Catalog.read(path, "").faulty:
            raise ValueError(f'{path}:{line}: this line cannot be read: write msgstr "…"')
        with path.open("rb") as file:
            catalog = read_po(file, charset="utf-8")
    for message in (*catalog, *catalog.obsolete.values()):
        _read_previous(message)
    texts = {message.id for message in template if message.id}
    for text in [text for text in catalog.obsolete if text in texts]:
        catalog[text] = catalog.obsolete.pop(text)
    former = {message.id: message for message in catalog if message.id}
    catalog.fuzzy = False
    catalog.update(template, update_creation_date=False)
    for message in catalog:
        if not (message.id and message.fuzzy):
            continue
        if message.id in former:
            message.previous_id = former[message.id].previous_id
            continue
        (text,) = message.previous_id
        if len(message.id) >= _LONG_ENOUGH:
            message.previous_id = former[text].previous_id or [text]
            continue
        message.string, message.previous_id = "", []
        message.flags.discard("fuzzy")
        if text not in texts:
            catalog.obsolete[text] = former[text]
    return catalog


def _read_previous(message: Message) -> None:
    """Take the former text of a message from its remarks, where Babel leaves it as it is."""
    lines = [remark[1:].strip() for remark in message.user_comments if remark.startswith("|")]
    message.user_comments = [text for text in message.user_comments if not text.startswith("|")]
    if lines:
        read = read_po([*lines, 'msgstr ""'])
        message.previous_id = [str(each.id) for each in read if each.id]


def _head(catalog: Messages, language: str) -> bytes:
    """Return the head of a file: the remarks that its author has written there, and ours."""
    remarks = catalog.header_comment
    if remarks in ("", Messages(charset="utf-8").header_comment):
        return _HEAD.format(language=language).encode()
    return f"{remarks}\n{_HEAD.format(language=language)}".encode()


def _extracted(folder: Path, out: Path) -> tuple[Messages, list[str], Path]:
    """Return the texts of the project, its languages, and the folder of its translations."""
    with patch_docutils(str(folder)), docutils_namespace(), stopping_as_error():
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
        for text in [message.id for message in template if message.id]:
            if not any(map(str.isalpha, text)):
                # The number of a grant is the same in all languages.
                template.delete(text)
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
