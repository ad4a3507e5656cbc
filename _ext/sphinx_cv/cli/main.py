"""``sphinx-cv``, also ``python -m sphinx_cv``: what each command takes, and its exit code.

0 is success, 1 a fault in the CV, 2 a command that cannot run. What a command does is in a module
of its own, imported when it runs, so that ``--help`` and completion answer at once.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sphinx_cv import __version__

if TYPE_CHECKING:
    from collections.abc import Callable


class _CannotRunError(click.ClickException):
    """One line that says why a command cannot run, and its exit code."""

    exit_code = 2


FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


def _project(_context: click.Context, _parameter: click.Parameter, folder: Path) -> Path:
    """Return the folder of a CV, or end with what to type."""
    if not (folder / "conf.py").is_file():
        raise _CannotRunError(
            f'there is no conf.py in "{folder}": go to the folder of your CV, or make one with '
            '"sphinx-cv new my-cv"'
        )
    return folder


project = click.argument("folder", type=FOLDER, default=".", callback=_project)
settings = click.option(
    "-D", "settings", multiple=True, metavar="NAME=VALUE", help="Override a setting."
)


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog='"sphinx-cv COMMAND --help" shows the options of a command, with examples.',
)
@click.version_option(__version__, prog_name="sphinx-cv")
def main() -> None:
    """Keep an academic CV as Markdown and BibTeX: a website and a print PDF."""


@main.command(short_help="Start a CV of your own.")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--name", help="Your name, as it should be printed.")
@click.option("--language", default="en", show_default=True, help="Its language, such as de.")
def new(folder: Path, name: str | None, language: str) -> None:
    """Write a small CV into FOLDER, which is made, and must be empty.

    \b
    Examples:
      sphinx-cv new my-cv
      sphinx-cv new my-cv --name "Ada Lovelace" --language de
    """
    from .new import new_project

    _run(new_project, folder, name=name, language=language)


@main.command(short_help="Build the website and the PDFs.")
@project
@click.option("-W", "--strict", is_flag=True, help="Fail on warnings.")
@click.option("-E", "--fresh", is_flag=True, help="Read all pages anew.")
@click.option("-b", "--builder", default="html", help="Another output of Sphinx, such as epub.")
@settings
def build(
    folder: Path, *, strict: bool, fresh: bool, builder: str, settings: tuple[str, ...]
) -> None:
    """Build the CV in FOLDER (here, if none is given) into its folder _build.

    _build/html is the website, with a public PDF; _build/pdf/cv.pdf is your own PDF, with your
    private facts.

    \b
    Examples:
      sphinx-cv build
      sphinx-cv build --strict
      sphinx-cv build -b latexpdf
    """
    from .build import build_project

    code = _run(
        build_project, folder, builder=builder, strict=strict, fresh=fresh, settings=settings
    )
    raise SystemExit(code)


@main.command(short_help="Preview the website while you write.")
@project
@click.option("--port", default=8000, show_default=True, help="The port of the preview.")
@click.option("--open/--no-open", "browse", default=True, help="Open the browser.")
@settings
def serve(folder: Path, *, port: int, browse: bool, settings: tuple[str, ...]) -> None:
    """Build the CV in FOLDER again whenever a file is saved, and show it in the browser.

    \b
    Examples:
      sphinx-cv serve
      sphinx-cv serve --port 8080 --no-open
    """
    from .serve import serve_project

    _run(serve_project, folder, port=port, browse=browse, settings=settings)


@main.command(short_help="Say what is wrong in the sources.")
@project
def check(folder: Path) -> None:
    """Read the sources of the CV in FOLDER, write nothing, and say what is wrong, and where.

    \b
    Example:
      sphinx-cv check
    """
    from sphinx_cv.garbage import collect_less_often

    # Before the imports, which make as many objects as the check does.
    collect_less_often()
    from sphinx_cv.checker.cli import print_findings

    raise SystemExit(print_findings(folder))


@main.command(short_help="Update the files of translations.")
@project
def translations(folder: Path) -> None:
    """Write what there is to translate in FOLDER into locales/, a file for each language.

    Translations that are there stay; that of a text that has changed is marked. The languages are
    those of "cv_languages" in conf.py.

    \b
    Example:
      sphinx-cv translations
    """
    from .translate import update_translations

    _run(update_translations, folder)


@main.command("import", short_help="Start from what you have, or add what is new in it.")
@click.argument(
    "sources",
    metavar="FILE...",
    nargs=-1,
    required=True,
    type=click.Path(readable=False, path_type=Path),
)
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder of your CV; by default this one, or my-cv where this is none.",
)
def import_(sources: tuple[Path, ...], into: Path | None) -> None:
    """Read FILE, another program's CV, and write what is in it as files of a CV.

    FILE may be YAML of RenderCV, JSON Resume, an ORCID record in JSON, a .bib file, the .tex of
    moderncv or awesome-cv, or the folder of a site of al-folio, academicpages or HugoBlox. Nothing
    that is there is changed: a second import adds what is new, and says what differs.

    \b
    Examples:
      sphinx-cv import cv.yaml --into my-cv
      sphinx-cv import orcid.json works.bib --into my-cv
      sphinx-cv import ~/ada.github.io --into my-cv
    """
    from .bring import import_sources

    _run(import_sources, sources, into)


@main.command(short_help="Read the manual.")
@click.argument("page", default="")
def manual(page: str) -> None:
    """Show a PAGE of the manual, or the list of its pages.

    \b
    Examples:
      sphinx-cv manual
      sphinx-cv manual settings
    """
    from .manual import show_manual

    _run(show_manual, page)


@main.command(short_help="Say what this machine has for each output.")
def doctor() -> None:
    """Say what this machine has and lacks for the website, the PDFs and the preview.

    \b
    Example:
      sphinx-cv doctor
    """
    from .doctor import examine, show

    click.echo(show(examine()))


def _run(command: Callable[..., int | None], *arguments: object, **options: object) -> int:
    """Run a command and return its exit code; one that cannot run is a line of text and code 2."""
    from .errors import CannotRunError

    try:
        return command(*arguments, **options) or 0
    except CannotRunError as error:
        raise _CannotRunError(str(error)) from error
