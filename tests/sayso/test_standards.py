"""`sayso standards` lists them, says what changed, and writes the flow that asks about the wording."""

from click.testing import CliRunner

from config.load import load_words
from feedback.flows.linter import check
from sayso.commands.standards import command
from tests.feedback.standards.test_standard import V1, V2


def test_standards_are_listed_compared_and_asked_about(tmp_path):
    for name, text in (("one.toml", V1), ("two.toml", V2)):
        (tmp_path / name).write_text(text)
    go = lambda *arguments: CliRunner().invoke(command, ["--folder", str(tmp_path), *arguments])  # noqa: E731 - said once

    assert go().output == 'local-1: Our "own" words (v1, v2)\n'
    assert go("changes", "local-1").output == "v1 to v2\n  same: People know why.\n  reworded: We pay fairly.\n"
    flow = check("x.toml", go("consult", "local-1").output, load_words("en")).flow
    assert flow.name == "wording_of_local_1_v2"
    assert "There is no standard other. There is: local-1." in go("changes", "other").output
    (tmp_path / "two.toml").write_text("standard = 1")
    assert go().exit_code == 1
    assert "4pi: The five Ps of involvement (v1)" in CliRunner().invoke(command, []).output
