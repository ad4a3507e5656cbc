"""What other extensions add to a CV: options of their own, and files. Knows no Sphinx."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnOption:
    """An option that another extension gives to entries or talks.

    ``read`` returns the value that is kept, and raises ValueError with a sentence that says what to
    write. A ``printed`` one ends the second line.
    """

    directive: str
    name: str
    read: Callable[[str], str] = str
    printed: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Output:
    """A file that another extension writes into the website; ``make`` takes the environment."""

    filename: str
    make: Callable[[Any], str | bytes]
