"""What is said of a talk in brackets: its kind, the speaker's role, and its language."""

from __future__ import annotations

from babel import Locale, UnknownLocaleError
from docutils import nodes

from sphinx_cv.document.nodes import cv_remark
from sphinx_cv.l10n import _
from sphinx_cv.model.languages import locale_of

from .fields import field
from .joints import joint


def remark(kind: str, role: str, tongue: str, *, language: str, form: str) -> list[nodes.Node]:
    """Return the remark on a talk in *form*, which holds one ``%s``; nothing if there is none.

    The label of the *kind* is ours, the *role* is the author's. So is the *tongue*, the language of
    the talk, if Babel does not know it; it is translated with the page then.
    """
    said, spoken_in = field("role", role), _spoken(tongue, language)
    rest = [*said, *(_comma(role, spoken_in) if said else spoken_in)]
    if not kind and not rest:
        return []
    shown = [nodes.Text(kind), *_comma(kind, rest)] if kind else rest
    before, after = form.split("%s")
    row = [*_text(before), *shown, *_text(after)]
    return [cv_remark("", "", *row, form=form, rest=len(rest))]


def _comma(before: str, words: list[nodes.Node]) -> list[nodes.Node]:
    return [nodes.Text(joint(before)), *words] if words else []


def hide_kind(node: nodes.Element) -> None:
    """Leave the kind of a talk out of its remark."""
    for each in [*node.findall(cv_remark)]:
        before, after = each["form"].split("%s")
        end = len(each) - bool(after)
        rest = each.children[end - each["rest"] : end]
        each[:] = [*_text(before), *rest, *_text(after)] if rest else []


def spoken(tag: str, language: str) -> str:
    """Name the language of a talk in the build's language, or give the author's words."""
    return "".join(part.astext() for part in _spoken(tag, language))


def _spoken(tag: str, language: str) -> list[nodes.Node]:
    if not tag:
        return []
    before, after = str(_("in %s")).split("%s")
    try:
        name = Locale.parse(tag.replace("-", "_")).get_display_name(locale_of(language))
    except (UnknownLocaleError, ValueError):
        name = None
    words = [nodes.Text(name)] if name else field("language", tag)
    return [*_text(before), *words, *_text(after)]


def _text(text: str) -> list[nodes.Node]:
    return [nodes.Text(text)] if text else []
