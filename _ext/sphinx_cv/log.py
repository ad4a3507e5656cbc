"""The warning type ``cv``, and the one way to emit one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util import logging

from sphinx_cv.model.rule_list import RULES

if TYPE_CHECKING:
    from docutils.nodes import Node

logger = logging.getLogger(__name__)


def warn(
    subtype: str, message: str, *args: object, location: str | tuple[str, int] | Node | None
) -> None:
    """Emit the Sphinx warning ``cv.<subtype>`` at *location*."""
    if subtype not in RULES:
        raise LookupError(f"undeclared warning subtype {subtype!r}")
    logger.warning(message, *args, type="cv", subtype=subtype, location=location)
