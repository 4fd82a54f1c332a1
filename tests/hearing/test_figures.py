"""What is heard of lines whose authors did not write the word lists: no figure of docs/hearing.md may fall."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_no_figure_of_what_is_heard_falls():
    checked = subprocess.run(
        [sys.executable, "scripts/hearing.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert (checked.stdout, checked.returncode) == ("\n", 0)
