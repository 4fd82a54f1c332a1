"""The locks are complete by themselves: what they name asks for nothing that they do not name."""

import importlib.metadata
import runpy
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
PARTS = PROJECT["project"]["optional-dependencies"]
HOST = (ROOT / "requirements.lock").read_text()
DEVELOPER = (ROOT / "requirements-dev.lock").read_text()
SUBSETS = [chosen for count in range(len(PARTS) + 1) for chosen in combinations(sorted(PARTS), count)]


def _machine(python: str) -> dict[str, str]:
    return {**default_environment(), "python_version": python, "python_full_version": f"{python}.0"}


def _pins(lock: str, machine: dict[str, str]) -> dict[str, str]:
    """The name and version of each package that a lock installs on a machine."""
    lines = (line.rstrip("\\ ") for line in lock.splitlines())
    pins = [Requirement(line) for line in lines if line and line[0] not in " #"]
    return {
        canonicalize_name(pin.name): next(iter(pin.specifier)).version
        for pin in pins
        if pin.marker is None or pin.marker.evaluate(machine)
    }


def _own(parts: Iterable[str], *groups: str) -> list[Requirement]:
    """What pyproject.toml asks for: what sayso needs, these parts of it, and these groups."""
    lists = [PROJECT["project"]["dependencies"], *(PARTS[part] for part in parts)]
    lists += [PROJECT["dependency-groups"][group] for group in groups]
    return [Requirement(text) for part in lists for text in part]


@cache
def _asks(name: str) -> list[Requirement]:
    return [Requirement(text) for text in importlib.metadata.requires(name) or []]


def _asked(by: Requirement, machine: dict[str, str]) -> Iterator[Requirement]:
    """What an installed package asks for, with the extras that are asked of it."""
    for asked in _asks(by.name):
        if asked.marker is None or any(asked.marker.evaluate({**machine, "extra": one}) for one in {"", *by.extras}):
            yield asked


def _reached(own: list[Requirement], machine: dict[str, str]) -> Iterator[Requirement]:
    """Every requirement on a machine, of ours and of what they bring."""
    waiting, seen = list(own), set[str]()
    while waiting:
        asked = waiting.pop()
        if str(asked) not in seen:
            seen.add(str(asked))
            yield asked
            waiting += _asked(asked, machine)


def _missing(own: list[Requirement], lock: str, machine: dict[str, str]) -> list[str]:
    pins = _pins(lock, machine)
    return [
        f"{asked}: the lock has {pins.get(canonicalize_name(asked.name), 'nothing')}"
        for asked in _reached(own, machine)
        if not asked.specifier.contains(pins.get(canonicalize_name(asked.name), "0"), prereleases=True)
    ]


def _names(own: list[Requirement], machine: dict[str, str]) -> set[str]:
    return {canonicalize_name(asked.name) for asked in _reached(own, machine)}


@pytest.mark.parametrize("python", PYTHONS)
def test_whatever_a_locked_package_asks_for_is_locked_in_a_version_that_fits(python: str) -> None:
    machine = _machine(python)

    assert _missing(_own(PARTS, "install"), HOST, machine) == []
    assert _missing(_own(PARTS, "install", "dev"), HOST + DEVELOPER, machine) == []


def test_no_lock_names_a_package_that_nothing_asks_for() -> None:
    machine = _machine("3.11")

    host, all_of_it = _names(_own(PARTS, "install"), machine), _names(_own(PARTS, "install", "dev"), machine)

    assert set(_pins(HOST, machine)) - host == set()
    assert set(_pins(DEVELOPER, machine)) - (all_of_it - host) == set()


def test_what_developers_add_is_nothing_that_a_host_has() -> None:
    assert set(_pins(HOST, _machine("3.11"))) & set(_pins(DEVELOPER, _machine("3.11"))) == set()


def test_what_is_installed_here_is_what_the_locks_say() -> None:
    pins = _pins(HOST + DEVELOPER, default_environment())

    assert {name: importlib.metadata.version(name) for name in pins} == pins


@pytest.mark.slow
@pytest.mark.parametrize("python", PYTHONS)
def test_with_any_parts_left_out_the_rest_is_complete_and_has_nothing_to_spare(python: str) -> None:
    parts, machine = runpy.run_path(str(ROOT / "scripts" / "parts.py")), _machine(python)

    for chosen in SUBSETS:
        own = _own(chosen, "install")
        picked = "".join(parts["picked"](HOST, parts["asked_for"](PROJECT, chosen)))
        assert _missing(own, picked, machine) == [], chosen
        assert set(_pins(picked, machine)) == _names(own, machine), chosen


def test_with_nothing_left_out_the_whole_lock_is_installed() -> None:
    parts = runpy.run_path(str(ROOT / "scripts" / "parts.py"))

    picked = parts["picked"](HOST, parts["asked_for"](PROJECT, PARTS))

    assert "".join(picked) == "".join(line for line in HOST.splitlines(keepends=True) if line[0] != "#")


@pytest.mark.parametrize(
    ("wishes", "before", "told"),
    [
        ({}, "", "# without:"),
        ({}, "pdf word\n", "# without: pdf word"),
        ({"WITHOUT": "word  pdf"}, "oidc", "# without: pdf word"),
        ({"WITHOUT": ""}, "pdf word", "# without:"),
        ({"WITH": "pdf"}, "pdf word", "# without: word"),
        ({"WITH": "pdf"}, "", "# without:"),
        ({}, "a-part-of-an-older-release pdf", "# without: pdf"),
    ],
)
def test_what_is_left_out_is_remembered_until_it_is_changed(tmp_path, wishes, before, told) -> None:
    (tmp_path / "without").write_text(before)

    done = _ask(tmp_path / "without", wishes)

    assert (done.returncode, done.stdout.splitlines()[0]) == (0, told)
    assert ("\ntypst==" in done.stdout) == ("pdf word" not in told)


def test_a_part_that_there_is_not_is_refused_with_those_that_there_are(tmp_path) -> None:
    done = _ask(tmp_path / "none", {"WITHOUT": "pfd word"})

    assert (done.returncode, done.stdout) == (1, "")
    assert (
        done.stderr
        == "There is no part pfd. The parts of sayso are: cjk, exports, oidc, pdf, second-look, suggestions, word.\n"
    )


def _ask(remembered: Path, wishes: dict[str, str]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "scripts/parts.py", str(remembered)]
    return subprocess.run(command, env=wishes, cwd=ROOT, capture_output=True, text=True, check=False)
