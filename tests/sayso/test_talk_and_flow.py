"""`sayso try` and `sayso flow`, as somebody who writes a flow uses them."""

import json


def test_a_whole_conversation_can_be_had_in_the_terminal_and_nothing_is_stored(empty_house):
    ran = empty_house.run("try", "tea", text="yes\nno\nMy words\nDone\nyes\nnever read\n")

    assert ran.code == 0
    assert "Do you take milk?" in ran.out
    assert ran.out.index("Do you take milk?") < ran.out.index("Why is that?") < ran.out.index("Is it right?")
    assert "My words" in ran.out
    assert "TRY0-TRY0-TRY0" in ran.out
    assert "never read" not in ran.out
    assert not empty_house.data.exists()


def test_a_terminal_that_is_closed_ends_the_conversation_quietly(empty_house):
    ran = empty_house.run("try", "tea", text="yes\n")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("\n")


def test_trying_an_unknown_flow_names_those_there_are(empty_house):
    ran = empty_house.run("try", "nosuch")

    assert (ran.code, ran.out, ran.err) == (1, "", "There is no flow named nosuch. There are: tea.\n")


def test_faults_come_as_rows_of_file_line_code_message_and_suggestion(empty_house):
    file = empty_house.folder / "flows" / "tea.toml"
    file.write_text(file.read_text().replace('"yesno"', '"yesnoo"').replace('theme = "why"', 'when = "milkk is yes"'))

    ran = empty_house.run("flow", "check", "--format", "json")

    rows = json.loads(ran.out)
    assert (ran.code, ran.err) == (1, "")
    assert [(row["file"], row["line"]) for row in rows if row["severity"] == "error"] == [
        (str(file), 18),
        (str(file), 25),
    ]
    assert all({"file", "line", "code", "message", "suggestion"} <= row.keys() for row in rows)
    assert empty_house.run("flow", "check").out.count("fault: ") == 2


def test_the_flows_folder_of_the_settings_file_is_looked_at(empty_house):
    del empty_house.environ["SAYSO_FLOWS"]
    (empty_house.folder / "sayso.toml").write_text('flows = "flows"\n')

    assert empty_house.run("flow", "check").out.startswith("flows/tea.toml: The longest way has 2 questions")
    assert empty_house.run("flow", "routes", "tea").out.startswith("1. 2 questions, 1 way")
    assert "The flows folder is flows." in empty_house.run("flow", "routes", "nosuch").err


def test_a_flows_folder_without_flows_is_wrong_use(empty_house):
    (empty_house.folder / "flows" / "tea.toml").unlink()

    ran = empty_house.run("flow", "check")

    assert (ran.code, "There is no flow in" in ran.err) == (2, True)


def test_a_change_is_sorted_between_two_files(empty_house):
    new = empty_house.folder / "new.toml"
    text = (empty_house.folder / "flows" / "tea.toml").read_text()
    new.write_text(text.replace("Do you take milk?", "Do you like milk?"))

    ran = empty_house.run("flow", "diff", "tea", new, "--format", "json")

    assert (ran.code, [change["kind"] for change in json.loads(ran.out)["changes"]]) == (0, ["wording"])
