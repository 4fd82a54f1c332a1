"""The lock is complete by itself: what it names asks for nothing that it does not name."""

import importlib.metadata
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PYTHONS = ("3.11", "3.12", "3.13", "3.14")


def _machine(python: str) -> dict[str, str]:
    return {**default_environment(), "python_version": python, "python_full_version": f"{python}.0"}


def _pins(machine: dict[str, str]) -> dict[str, str]:
    """The name and version of each package that the lock installs on a machine."""
    lines = (line.rstrip("\\ ") for line in (ROOT / "requirements.lock").read_text().splitlines())
    pins = [Requirement(line) for line in lines if line and line[0] not in " #"]
    return {
        canonicalize_name(pin.name): next(iter(pin.specifier)).version
        for pin in pins
        if pin.marker is None or pin.marker.evaluate(machine)
    }


def _own() -> list[Requirement]:
    """What pyproject.toml asks for: what sayso needs, each optional part, and what its developers use."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    optional = project["project"]["optional-dependencies"].values()
    lists = [project["project"]["dependencies"], *optional, *project["dependency-groups"].values()]
    return [Requirement(text) for part in lists for text in part]


def _asked(by: Requirement, machine: dict[str, str]) -> Iterator[Requirement]:
    """What an installed package asks for, with the extras that are asked of it."""
    for text in importlib.metadata.requires(by.name) or []:
        asked = Requirement(text)
        extras = by.extras or {""}
        if asked.marker is None or any(asked.marker.evaluate({**machine, "extra": extra}) for extra in {"", *extras}):
            yield asked


def _reached(machine: dict[str, str]) -> Iterator[Requirement]:
    """Every requirement, of ours and of what they bring."""
    waiting, seen = _own(), set[str]()
    while waiting:
        asked = waiting.pop()
        if str(asked) not in seen:
            seen.add(str(asked))
            yield asked
            waiting += _asked(asked, machine)


@pytest.mark.parametrize("python", PYTHONS)
def test_whatever_a_locked_package_asks_for_is_locked_in_a_version_that_fits(python: str) -> None:
    machine = _machine(python)
    pins = _pins(machine)
    missing = [
        f"{asked}: the lock has {pins.get(canonicalize_name(asked.name), 'nothing')}"
        for asked in _reached(machine)
        if not asked.specifier.contains(pins.get(canonicalize_name(asked.name), "0"), prereleases=True)
    ]
    assert missing == []


def test_the_lock_names_no_package_that_nothing_asks_for() -> None:
    machine = _machine("3.11")
    assert set(_pins(machine)) - {canonicalize_name(asked.name) for asked in _reached(machine)} == set()
