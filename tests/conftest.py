"""How a run of the tests is set up: where it writes, and what none of its tests may notice."""

from __future__ import annotations

import gc
import logging
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from sphinx.locale import translators
from sphinx.util.logging import SphinxLoggerAdapter

from sphinx_cv.settings.machine import HOSTS

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

pytest_plugins = ["sharing", "small_sites", "whole_builds"]


def pytest_configure() -> None:
    """Let Python and Jinja keep what they compile, and write what tests build into memory.

    Where they are told not to (as in many containers), each worker compiles all tests, each
    command all modules, and each build all templates.
    """
    sys.dont_write_bytecode = False
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if fits_in_memory(MEMORY):
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


# Where Linux keeps files in memory. A run writes very many small ones, and deletes them again:
# copies of this CV and all that is built. A disk takes ten times as long for a copy.
MEMORY = Path("/dev/shm")


def fits_in_memory(folder: Path) -> bool:
    """Whether a run may write into a folder that is kept in memory: there is room, and programs run."""
    if not folder.is_dir():
        return False
    runs = not os.statvfs(folder).f_flag & os.ST_NOEXEC
    return runs and shutil.disk_usage(folder).free > 4 * 2**30


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Look for no garbage among the tests while they are collected: all of them stay."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Return one more than there are cores: a sixth of its time a worker waits, as for a browser."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that all workers of this run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session", autouse=True)
def _the_owners_machine() -> Iterator[None]:
    """Let tests run as on the owner's machine: those of a service say so themselves."""
    with pytest.MonkeyPatch.context() as patch:
        for host in HOSTS:
            patch.delenv(host, raising=False)
        yield


@pytest.fixture(autouse=True)
def _words_of_one_language() -> Iterator[None]:
    """Let no test have the words of another's language: Sphinx keeps them for a whole process."""
    with patch.dict(translators, clear=True):
        yield


@pytest.fixture(scope="session", autouse=True)
def _no_debugging() -> Iterator[None]:
    """Let Sphinx say nothing of what it does to itself: a tenth of the time of a small build."""
    logging.disable(logging.DEBUG)
    with pytest.MonkeyPatch.context() as patch:
        # Sphinx says a thousand things of a build, and looks at each before it is left out.
        patch.setattr(SphinxLoggerAdapter, "debug", lambda *_said, **_options: None)
        yield
    logging.disable(logging.NOTSET)
