"""What is heard of lines whose authors did not write the word lists: no figure of docs/hearing.md may fall."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_no_figure_of_what_is_heard_falls(capsys: pytest.CaptureFixture[str]):
    spec = importlib.util.spec_from_file_location("hearing_figures", ROOT / "scripts" / "hearing.py")
    assert spec is not None
    assert spec.loader is not None
    figures = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(figures)

    assert (figures.main(["--check"]), capsys.readouterr().out) == (0, "\n")
