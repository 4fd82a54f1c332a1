"""A wheel built from the tree: it holds every file that the program reads, and runs in an empty venv far from the tree."""

import os
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[1]
PACKAGES = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]["targets"]["wheel"][
    "packages"
]
INSTALL = ("install", "--quiet", "--disable-pip-version-check", "--no-deps")


def run(*command: object, folder: Path = ROOT, words: str = "", **more: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "SAYSO", "COVERAGE"))}
    return subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=kept | more,
        input=words,
        capture_output=True,
        text=True,
        check=False,
    )


def venv_in(folder: Path) -> Path:
    """Make an empty venv without a pip of its own, and return its Python."""
    made = run(sys.executable, "-m", "venv", "--without-pip", folder / "venv")
    assert made.returncode == 0, made.stderr
    return folder / "venv" / "bin" / "python"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built by the pinned builder, which fetches nothing."""
    folder = tmp_path_factory.mktemp("wheel")
    built = run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder)
    assert built.returncode == 0, built.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def beside(wheel, tmp_path_factory):
    """The `sayso` of a venv that holds the wheel, and borrows what it needs from the venv of the tests."""
    folder = tmp_path_factory.mktemp("beside")
    python = venv_in(folder)
    # A path in a .pth file is searched, but the .pth files in it are not read: the tree itself cannot be imported.
    lent = next(folder.glob("venv/lib/python3*/site-packages")) / "lent.pth"
    lent.write_text(sysconfig.get_path("purelib"))
    done = run(sys.executable, "-m", "pip", "--python", python, *INSTALL, wheel, folder=folder)
    assert done.returncode == 0, done.stderr
    return python.with_name("sayso")


@pytest.fixture(scope="module")
def alone(wheel, tmp_path_factory):
    """The `sayso` of an empty venv that holds the wheel and what it needs, with every part left out."""
    folder = tmp_path_factory.mktemp("alone")
    every = " ".join(tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"])
    picked = run(sys.executable, ROOT / "scripts" / "parts.py", WITHOUT=every)
    (folder / "picked").write_text(picked.stdout)
    python = venv_in(folder)
    for what in (("--require-hashes", "-r", folder / "picked"), (wheel,)):
        done = run(sys.executable, "-m", "pip", "--python", python, *INSTALL, *what, folder=folder)
        assert done.returncode == 0, done.stderr
    return python.with_name("sayso")


def test_the_wheel_holds_every_file_of_every_package(wheel):
    listed = run("git", "ls-files", "--cached", "--others", "--exclude-standard", *PACKAGES).stdout.split("\n")
    wanted = {name for name in listed if name and (ROOT / name).is_file()}

    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}

    assert held == wanted


def test_a_conversation_is_held_by_the_wheel(beside, tmp_path):
    held = run(beside, "try", "people", folder=tmp_path, words="yes\nThey asked us what we think.\nstop\n")

    assert held.returncode == 0, held.stderr
    assert "Question 1 of" in held.stdout


@pytest.mark.campaign
def test_a_conversation_is_held_by_the_wheel_in_an_empty_venv(alone, tmp_path):
    held = run(alone, "try", "people", folder=tmp_path, words="yes\nThey asked us what we think.\nstop\n")

    assert held.returncode == 0, held.stderr
    assert "I am a computer program, not a person." in held.stdout
    assert "Question 1 of" in held.stdout


@pytest.mark.campaign
def test_a_command_says_which_part_was_left_out_and_ends_with_one(alone, tmp_path):
    done = run(
        alone, "flow", "export", "people", "--format", "xlsform", "--out", tmp_path / "form.xlsx", folder=tmp_path
    )

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "An XLSForm needs the part exports of sayso, which is not installed here. Whoever looks after sayso can add it: "
        "run `make install WITH=exports` in its folder (or pip install 'sayso[exports]'), then start sayso again.\n"
    )
