"""Something wrong in a source: one record from the place that found it to the checker's output."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """Something wrong in a source.

    ``type`` and ``subtype`` are those of the Sphinx warning. ``message`` says what is wrong and
    what to write instead. ``place`` is the document or the path of the file, ``""`` where it is
    not known. ``line`` and ``column`` count from 1 and ``length`` counts characters; 0 is
    unknown. Where only the column is unknown, the message quotes the faulty text. A ``note`` is
    a judgement, not a fault. What is ``of_machine`` is right in the source, but this machine
    cannot show it. What is ``unfinished`` is told by the checker alone.
    """

    subtype: str
    message: str
    type: str = "cv"
    place: str = ""
    line: int = 0
    column: int = 0
    length: int = 0
    note: bool = False
    of_machine: bool = False
    unfinished: bool = False

    @property
    def code(self) -> str:
        """The name that ``suppress_warnings`` takes, such as ``cv.date``."""
        return ".".join(filter(None, (self.type, self.subtype)))
