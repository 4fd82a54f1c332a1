"""What a host runs installs with the oldest pip that Python 3.11 brought, and with the newest that there is."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[1]
OLDEST = "pip==22.3"
"""What Python 3.11.0 brought. Debian 12 brings 23.0.1."""


def pip(folder: Path | None, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run pip: the one in this folder, or that of the tests."""
    own = {} if folder is None else {"PYTHONPATH": str(folder)}
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *map(str, arguments)]
    return subprocess.run(command, env={**os.environ, **own}, capture_output=True, text=True, check=False)


@pytest.mark.campaign
@pytest.mark.parametrize("wanted", [OLDEST, "pip"], ids=["oldest", "newest"])
def test_the_lock_installs_as_it_stands(tmp_path, wanted):
    got = pip(None, "install", "--quiet", "--no-deps", "--upgrade", "--target", tmp_path, wanted)
    assert got.returncode == 0, got.stderr
    taken = (
        "install",
        "--dry-run",
        "--no-deps",
        "--require-hashes",
        "--ignore-installed",
        "-r",
        ROOT / "requirements.lock",
    )

    done = pip(tmp_path, *taken)

    assert done.returncode == 0, done.stderr
    assert "Would install" in done.stdout
