"""What the checked settings say, as the rest of the extension reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.model.options.exports import Exports
from sphinx_cv.model.options.printing import Printing
from sphinx_cv.model.options.variants import Variant
from sphinx_cv.model.profile import Profile

if TYPE_CHECKING:
    from sphinx.config import Config


def printing_of(config: Config) -> Printing:
    """Return how the CV, or the variant that is being written, is printed."""
    variant = variant_of(config)
    return Printing.read({**config.cv_print, **(variant.print if variant else {})})


def variant_of(config: Config) -> Variant | None:
    """Return the variant that is being written, None for the whole CV."""
    given = config.cv_variants.get(config.cv_variant)
    return None if given is None else Variant.read(given)


def exports_of(config: Config) -> Exports:
    """Return which data the website offers."""
    return Exports.read(config.cv_exports)


def profile_of(config: Config) -> Profile:
    """Return the public profile."""
    return Profile.read(config.cv_profile)


def print_profile_of(config: Config) -> Profile:
    """Return the profile for the print PDF: with the private facts where they may be shown."""
    facts = config.cv_private.printed() if config.cv_show_private else {}
    return Profile.read({**config.cv_profile, **facts})
