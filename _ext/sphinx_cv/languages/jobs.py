"""What is built in one other language, and what became of it: plain data between processes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx_cv.model.finding import Finding


@dataclass(frozen=True, kw_only=True, slots=True)
class Job:
    """A build in one language: Sphinx's folders, builder and settings."""

    language: str
    srcdir: str
    confdir: str
    outdir: str
    doctreedir: str
    builder: str
    settings: Mapping[str, Any]
    tags: Sequence[str] = ()
    parallel: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Work:
    """The jobs, and the modules that each of them will load."""

    modules: Sequence[str]
    jobs: Sequence[Job] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What a build has told, its exit status, and the error that ended it, if one did."""

    language: str
    findings: Sequence[Finding] = field(default_factory=list)
    status: int = 0
    error: str = ""
