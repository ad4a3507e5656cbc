"""What is installed for the project: packages of the system and of Python."""

from __future__ import annotations

import importlib.metadata
import re

from packaging.specifiers import SpecifierSet

from helpers import ROOT


def test_the_system_packages_are_one_list() -> None:
    listed = (ROOT / "system-packages.txt").read_text("utf-8")
    printing = listed.split("# test")[0]
    packages = [line for line in printing.splitlines() if line and not line.startswith("#")]
    hosting = (ROOT / ".readthedocs.yaml").read_text("utf-8")
    block = hosting.split("apt_packages:")[1].split("\npython:")[0]
    assert re.findall(r"- (\S+)", block) == packages
    assert "system-packages.txt" in (ROOT / "Makefile").read_text("utf-8")


def test_no_pin_names_an_address() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text("utf-8")
        assert "://" not in text
        assert "--" not in text


def test_every_pin_is_for_each_python_that_the_readme_names() -> None:
    """Debian 12 has Python 3.11.2; some packages want a later 3.11."""
    pins = re.findall(r"^([\w.-]+)==", (ROOT / "requirements.txt").read_text("utf-8"), re.MULTILINE)
    late = {}
    for name in pins:
        try:
            distribution = importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError:
            continue  # for another system
        wanted = distribution.metadata.get("Requires-Python", "")
        if "3.11.2" not in SpecifierSet(wanted):
            late[name] = wanted
    assert late == {}
