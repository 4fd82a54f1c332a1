"""Figures, exports and a person's rights, on what people said to the bot."""

import csv
import io
import json

import pytest

from storage.conversations import store


@pytest.fixture
def two_people(house_on_both):
    file = house_on_both.folder / "flows" / "tea.toml"
    file.write_text(file.read_text("utf-8").replace('level = "person"', 'level = "organisation"'), "utf-8")
    house_on_both.finishes("yes", "It is white", person=7)
    house_on_both.finishes("no", "It is not", person=8)
    return house_on_both


def code_of(house, contact="telegram:7"):
    with house.store() as opened:
        vault = opened.vault
        sender = vault.lookup(*contact.split(":"))
        held = opened.database.read_now(lambda tx: store.for_sender(tx, vault, channel="telegram", sender=sender).held)
    return held.conversation.code


def words_in(house):
    rows = [json.loads(line) for line in house.run("export").out.splitlines()]
    return [row["text"] for row in rows if row["question"] == "why" and row["text"]]


@pytest.mark.slow
def test_what_was_said_comes_out_as_figures_rows_and_a_table(two_people):
    told = json.loads(two_people.run("report", "tea", "--format", "json", "--profile", "organisations").out)
    rows = [json.loads(line) for line in two_people.run("export", "--flow", "tea").out.splitlines()]
    table = list(csv.DictReader(io.StringIO(two_people.run("export", "--format", "csv").out)))

    figures = {figure["id"]: (figure["chose"], figure["answered"]) for figure in told["figures"]}
    assert (told["responses"], told["completed"], figures["milk.yes"]) == (2, 2, (1, 2))
    assert set(rows[0]) == {
        *("person", "conversation", "flow", "version", "channel", "question"),
        *("state", "value", "text", "at", "revision", "language"),
    }
    assert sorted((row["question"], row["value"], row["text"]) for row in rows) == [
        ("milk", "no", "no"),
        ("milk", "yes", "yes"),
        ("why", None, "It is not"),
        ("why", None, "It is white"),
    ]
    assert sorted(row["text"] for row in table) == ["It is not", "It is white", "no", "yes"]


@pytest.mark.slow
def test_a_person_sees_all_of_theirs_by_code_or_by_contact(two_people):
    code = code_of(two_people)

    by_code = two_people.run("mydata", f" {code.lower().replace('-', ' ')} ")
    by_contact = two_people.run("mydata", "telegram:7")

    told = json.loads(by_code.out)
    assert (by_code.code, by_code.err, by_code.out) == (0, "", by_contact.out)
    assert [answer["words"] for answer in told["conversations"][0]["answers"]] == [["yes"], ["It is white"]]
    assert "It is not" not in by_code.out


@pytest.mark.slow
def test_a_person_is_erased_only_when_it_is_meant(two_people):
    asked = two_people.run("forget", "telegram:7", text="n\n")
    closed = two_people.run("forget", "telegram:7")
    kept = sorted(words_in(two_people))

    done = two_people.run("forget", code_of(two_people), "--yes")

    assert (asked.code, asked.out, closed.code) == (1, "", 1)
    assert asked.err == "Erase everything that this person said? It cannot be undone. [y/N]: n\nStopped.\n"
    assert kept == ["It is not", "It is white"]
    assert (done.code, words_in(two_people)) == (0, ["It is not"])
    assert two_people.run("mydata", "telegram:7").err.startswith("Nobody is known by this code or contact.")


@pytest.mark.parametrize("whom", ["0000-0000-0000", "telegram:99", "email:nobody@example.org", "x", "telegram:"])
def test_nobody_is_erased_or_shown_by_a_wrong_code(house, whom):
    for arguments in (("forget", whom, "--yes"), ("mydata", whom)):
        ran = house.run(*arguments)

        assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
        assert ran.err.startswith("Nobody is known by this code or contact.")


@pytest.mark.slow
def test_a_report_before_anybody_wrote_has_no_figures_but_says_so(house):
    ran = house.run("report", "tea")
    told = json.loads(house.run("report", "tea", "--format", "json").out)

    assert (ran.code, ran.err, "Replies: 0" in ran.out) == (0, "", True)
    assert (told["responses"], {figure["percent"] for figure in told["figures"]}) == (0, {None})
    assert house.run("export").out == ""


def test_a_contact_on_a_list_who_has_said_nothing_can_see_and_erase_what_is_kept(house):
    (house.folder / "leads.csv").write_text("email,name\nada@example.org,Ada\nbea@example.org,Bea\n")
    house.run("contacts", "import", "leads.csv", "--group", "leads", "--yes")

    told = json.loads(house.run("mydata", " Ada@Example.org").out)
    gone = house.run("forget", "email:ADA@example.org", "--yes")

    assert [(contact["address"], contact["name"]) for contact in told["contacts"]] == [("ada@example.org", "Ada")]
    assert (told["person"], told["conversations"], gone.code) == (None, [], 0)
    assert house.run("mydata", "ada@example.org").code == 1
    assert len(house.run("invite", "--flow", "tea", "--group", "leads").out.splitlines()) == 1
