"""Work on files of others, in a process with little memory and time."""

import os

import pytest

from sayso.core.bounded_child import ChildFailed, ChildLimits, environment, run_child

LIMITS = ChildLimits(memory=1 << 30, seconds=5, clock=60.0, answer=1 << 20)


def run(tmp_path, module, *arguments, content=b"", limits=LIMITS):
    (tmp_path / "in").write_bytes(content)
    with (tmp_path / "in").open("rb") as file:
        return run_child(module, file, limits, *arguments)


def test_a_child_answers_on_its_standard_output(tmp_path):
    assert run(tmp_path, "tests.sayso.core.child", "echo", content=b"hello") == b"hello"


@pytest.mark.parametrize(
    ("what", "limits", "reason"),
    [
        ("eat", ChildLimits(300 << 20, 5, 60.0), "memory"),
        ("work", ChildLimits(1 << 30, 1, 60.0), "time"),
        ("sleep", ChildLimits(1 << 30, 5, 0.5), "time"),
        ("fail", LIMITS, "fault"),
        ("shout", LIMITS, "memory"),
    ],
)
def test_a_child_that_goes_wrong_is_a_code_and_nothing_else(tmp_path, what, limits, reason):
    with pytest.raises(ChildFailed) as failed:
        run(tmp_path, "tests.sayso.core.child", what, limits=limits)

    assert failed.value.reason == reason


def test_a_child_can_write_no_file(tmp_path):
    assert run(tmp_path, "tests.sayso.core.child", "write", str(tmp_path / "out")) == b"refused"


def test_a_child_is_told_no_setting_of_ours(monkeypatch):
    monkeypatch.setenv("SAYSO_TELEGRAM_TOKEN", "secret")

    assert "SAYSO_TELEGRAM_TOKEN" not in environment()
    assert environment()["PATH"] == os.environ["PATH"]
