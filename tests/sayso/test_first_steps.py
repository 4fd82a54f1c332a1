"""What somebody might try before the first `sayso serve`, or with settings that are wrong."""

import runpy

import pytest

from storage.crypto import key_file

PASSIVE = (
    ("report", "tea"),
    ("export",),
    ("mydata", "telegram:7"),
    ("forget", "telegram:7", "--yes"),
    ("backup", "kept"),
    ("invite", "--flow", "tea", "--print", "1"),
)


@pytest.mark.parametrize("arguments", PASSIVE, ids=lambda words: words[0])
def test_before_the_first_serve_a_command_says_what_to_run_first_and_makes_nothing(empty_house, arguments):
    ran = empty_house.run(*arguments)

    assert (ran.code, ran.out) == (1, "")
    assert ran.err.count("\n") == 1
    assert "There is no data folder" in ran.err
    assert "Run `sayso serve` first" in ran.err
    assert sorted(path.name for path in empty_house.folder.iterdir()) == ["flows"]


def test_an_empty_data_folder_stays_empty_until_serve_fills_it(empty_house):
    empty_house.data.mkdir()

    ran = empty_house.run("report", "tea")

    assert (ran.code, "There is no database" in ran.err, list(empty_house.data.iterdir())) == (1, True, [])


def test_an_empty_database_is_told_from_a_lost_key_file(empty_house):
    empty_house.data.mkdir()
    (empty_house.data / "sayso.db").touch()

    ran = empty_house.run("report", "tea")

    assert ran.err == "The database is empty. Run `sayso serve` first, or set SAYSO_DATA.\n"


def test_a_lost_key_file_is_never_made_anew(house):
    house.hears("/start")
    house.keys.unlink()

    ran = house.run("report", "tea")

    assert (ran.code, ran.err.count("\n"), house.keys.exists()) == (1, 1, False)
    assert f"The key file {house.keys} is missing. Put it back" in ran.err


def test_the_key_file_of_another_house_opens_nothing(house):
    house.hears("/start")
    key_file.replace(house.keys, key_file.new_keys())

    ran = house.run("mydata", "telegram:7")

    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert "key file" in ran.err


def test_several_wrong_settings_are_all_listed_and_nothing_else_is_said(empty_house):
    (empty_house.folder / "sayso.toml").write_text('organisatoin = "Example Trust"\nlog = "xml"\n')
    empty_house.environ |= {"SAYSO_PORT": "many", "SAYSO_TELEGRAM_TOKEN": "hushhush"}

    ran = empty_house.run("report", "tea")

    assert (ran.code, ran.out) == (1, "")
    assert [line.split(":")[0] for line in ran.err.splitlines()] == [
        'SAYSO_PORT = "many"',
        "SAYSO_TELEGRAM_TOKEN = (not shown)",
        'log in sayso.toml = "xml"',
        "organisatoin in sayso.toml",
    ]


@pytest.mark.parametrize("arguments", [("report", "tea"), ("doctor",), ("flow", "check"), ("try", "tea")])
def test_a_settings_file_that_is_no_toml_is_named_with_its_line(empty_house, arguments):
    (empty_house.folder / "sayso.toml").write_text('log = "text"\nport 8000\n')

    ran = empty_house.run(*arguments)

    assert (ran.code, ran.out, "Traceback" in ran.err) == (1, "", False)
    assert "sayso.toml: " in ran.err
    assert "line 2" in ran.err


def test_a_data_folder_that_cannot_be_made_is_one_clear_line(empty_house):
    empty_house.data.write_text("a file, not a folder")

    ran = empty_house.run("serve")

    assert (ran.code, ran.out) == (1, "")
    assert ran.err == f"Cannot make the data folder {empty_house.data}: File exists. Set SAYSO_DATA.\n"


@pytest.mark.parametrize(
    "arguments",
    [("nosuch",), ("report",), ("export", "--format", "xml"), ("invite", "--flow", "tea"), ("backup",), ("flow", "no")],
)
def test_wrong_use_ends_with_2_and_says_how_to_get_help(empty_house, arguments):
    ran = empty_house.run(*arguments)

    assert (ran.code, ran.out) == (2, "")
    assert "--help" in ran.err


@pytest.mark.parametrize("arguments", [("report", "nosuch"), ("export", "--flow", "nosuch")])
def test_an_unknown_flow_is_named_with_those_there_are(house, arguments):
    ran = house.run(*arguments)

    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "There is no flow named nosuch. There are: tea.\n"


def test_a_default_flow_that_is_not_there_is_one_clear_line(house):
    house.environ["SAYSO_DEFAULT_FLOW"] = "coffee"

    ran = house.run("report", "tea")

    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert "SAYSO_DEFAULT_FLOW is coffee" in ran.err


def test_python_runs_the_package_by_its_name(monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["sayso", "--version"])

    runpy.run_module("sayso", run_name="__main__")

    assert capsys.readouterr().out.startswith("sayso, version ")
