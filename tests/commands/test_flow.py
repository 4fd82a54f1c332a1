"""`sayso flow`: what it prints and how it ends."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from config.load import FLOWS
from sayso.commands.flow import flow

PEOPLE = (FLOWS / "people.toml").read_text("utf-8")


def line_of(words: str) -> int:
    return next(number for number, line in enumerate(PEOPLE.splitlines(), 1) if words in line)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(flow, [str(argument) for argument in arguments])


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "people.toml"
    path.write_text(PEOPLE.replace('type = "place"', 'type = "plaice"').replace("c9b is yes", "c9x is yes"), "utf-8")
    return path


def test_check_without_files_looks_at_the_flows_folder_and_warnings_are_no_faults() -> None:
    result = run("check")
    assert result.exit_code == 0
    assert "people.toml:2: warning: The longest way has 21 questions" in result.stdout
    assert "fault:" not in result.stdout


def test_check_names_every_fault_with_its_line_and_ends_with_1(broken: Path) -> None:
    result = run("check", broken)
    lines = [line for line in result.stdout.splitlines() if ": fault: " in line]
    assert result.exit_code == 1
    assert [line.split(": fault: ")[0] for line in lines] == [
        f"{broken}:{line_of(words)}" for words in ('type = "place"', "c9b is yes")
    ]


def test_check_as_json_is_a_list_on_stdout_alone(broken: Path) -> None:
    result = run("check", "--format", "json", broken)
    rows = json.loads(result.stdout)
    assert (result.exit_code, result.stderr) == (1, "")
    assert rows[0] == {
        "file": str(broken),
        "line": line_of('type = "place"'),
        "code": "unknown-type",
        "message": '"plaice" is no type.',
        "suggestion": 'Did you mean "place"?',
        "severity": "error",
    }
    assert json.loads(run("check", "--format", "json", FLOWS / "open_door.toml").stdout) == []


def test_check_reads_a_translation_beside_its_flow(tmp_path: Path) -> None:
    (tmp_path / "people.toml").write_text(PEOPLE, "utf-8")
    translation = tmp_path / "people.cy.toml"
    translation.write_text('flow = "people"\nlanguage = "cy"\n[consent]\nask = "Iawn?"\nno = "Iawn."\n', "utf-8")
    found = json.loads(run("check", "--format", "json", translation).stdout)
    assert {row["code"] for row in found} == {"translation-missing"}


def test_routes_lists_every_route_with_the_longest_and_the_median() -> None:
    told = run("routes", "trust_leads").stdout
    found = json.loads(run("routes", "--format", "json", "trust_leads").stdout)
    assert told.startswith("1. 14 questions, 1 way of answering: a1 a2")
    assert told.endswith(
        "8 routes. The longest way has 14 questions and takes about 4 min, the median 10 and about 2 min.\n"
    )
    assert [len(row["questions"]) for row in found["routes"]] == [14, 13, 11, 11, 10, 9, 8, 6]
    assert (found["longest"], found["all"]) == ({"questions": 14, "minutes": 4}, True)


@pytest.mark.slow
def test_diff_sorts_changes_and_refuses_a_new_meaning(tmp_path: Path) -> None:
    new = tmp_path / "people.toml"
    new.write_text(PEOPLE.replace("Were you treated as an equal?", "Did they treat you as equals?"), "utf-8")
    wording = run("diff", "people", new)
    assert (wording.exit_code, wording.stdout.splitlines()[1]) == (
        0,
        '  c3: "ask" was "Were you treated as an equal?".',
    )
    new.write_text(PEOPLE.replace('type = "place"', 'type = "text"'), "utf-8")
    meaning = run("diff", "people", new, "--format", "json")
    assert meaning.exit_code == 1
    assert [row["code"] for row in json.loads(meaning.stdout)["faults"]] == ["meaning-changed", "version-not-raised"]
    assert run("diff", "people", "people").stdout == "The two are the same.\n"


def test_a_flow_that_is_not_there_is_wrong_use_and_a_broken_one_is_named(broken: Path) -> None:
    assert run("routes", "nobody").exit_code == 2
    assert run("check", "nobody.toml").exit_code == 2
    result = run("routes", broken)
    line = line_of('type = "place"')
    assert (result.exit_code, f":{line}: fault:" in result.stdout) == (1, True)
