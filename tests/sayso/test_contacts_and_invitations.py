"""`sayso contacts import` and `sayso invite`: lists that come in, and links that go out."""

import json
import re
from xml.etree import ElementTree as ET

import pytest

LEADS = "email,Name,organisation,nation\nAda@example.org,Ada,Example Trust,England\nbea@example.org,Bea,,\n"
BROKEN = """\
email,name,nation,language

ada@example.org,Ada,england,en
not-an-address,Bea,france,
cal@example.org,Cal,wales,welsh language,surplus
ADA@example.org,Ada again,,
"Dee
Dee@example.org",Dee,,
"""


def bring_in(house, content, *options):
    file = house.folder / "leads.csv"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return house.run("contacts", "import", "leads.csv", "--group", "leads", *options)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_nothing_is_stored_until_it_is_meant_and_twice_changes_nothing(house, encoding):
    content = LEADS.encode(encoding)

    dry, first, again = bring_in(house, content), bring_in(house, content, "--yes"), bring_in(house, content, "--yes")

    assert dry.out.startswith("Group leads would get: new: 2, changed: 0, unchanged: 0. Nothing is stored yet.")
    assert first.out == "Group leads: new: 2, changed: 0, unchanged: 0.\n"
    assert again.out == "Group leads: new: 0, changed: 0, unchanged: 2.\n"


def test_every_fault_is_named_by_its_line_at_once_without_what_stands_there(house):
    ran = bring_in(house, BROKEN, "--yes")

    assert (ran.code, ran.out) == (1, "")
    assert [line.removeprefix("leads.csv: ") for line in ran.err.splitlines()] == [
        "line 4: the email is not an address.",
        "line 4: the nation is none of england, wales, scotland, northern ireland.",
        "line 5: it has more cells than the first line.",
        "line 5: the language is no tag such as en or cy.",
        "line 7: it holds a line break or another hidden character.",
        "line 7: the email is not an address.",
    ]
    assert not any(word in ran.err for word in ("not-an-address", "Bea", "france", "welsh", "surplus", "Dee"))
    assert bring_in(house, LEADS).out.startswith("Group leads would get: new: 2")


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("email;name\nada@example.org;Ada\n", "line 1: the columns are separated by semicolons. Save it with commas"),
        ("email\tname\nada@example.org\tAda\n", "line 1: the columns are separated by tabs. Save it with commas"),
        ("name,phone\nAda,1\n", "line 1: there is no column named email.\nleads.csv: line 1: the column phone is not"),
        ("email,\nada@example.org,\n", "line 1: the column (no name) is not known."),
        ("email,email\na@example.org,a@example.org\n", "line 1: the column email is there twice."),
        ("email,name\n", "It holds no contacts."),
        ("", "line 1: there is no column named email."),
        ('email,name\nada@example.org,"Ada\n', "line 2: a quotation mark is in the wrong place, or is not closed."),
        ("email\nada@example.org\nbea@example.org\nAda@example.org\n", "line 4: the same address is in line 2."),
    ],
)
def test_a_file_that_is_not_quite_right_gets_a_clear_line(house, content, line):
    ran = bring_in(house, content, "--yes")

    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"leads.csv: {line}")


def test_a_file_in_another_encoding_gets_a_clear_line(house):
    ran = bring_in(house, LEADS.encode("utf-16"))

    assert ran.err == "leads.csv: It is not a CSV file in UTF-8. Save it so from your spreadsheet.\n"


def test_printed_links_lead_in_by_every_channel_that_is_on(house):
    house.environ |= {"SAYSO_PUBLIC_URL": "https://sayso.example.org/"}

    ran = house.run("invite", "--flow", "tea", "--print", 3, "--format", "jsonl")

    links = [json.loads(line) for line in ran.out.splitlines()]
    assert (ran.code, ran.err, len({link["token"] for link in links})) == (0, "", 3)
    for link in links:
        assert list(link) == ["token", "telegram", "web", "email"]
        assert link["web"] == f"https://sayso.example.org/i/{link['token']}"
        assert (link["telegram"], link["email"]) == (None, None)


def test_telegram_is_asked_once_for_the_name_in_all_the_links(house, monkeypatch):
    asked = []

    async def username(bot):
        asked.append(bot)
        return "example_bot"

    monkeypatch.setattr("bot.client.username", username)
    house.environ["SAYSO_TELEGRAM_TOKEN"] = "123:letters"

    ran = house.run("invite", "--flow", "tea", "--print", 3)

    assert len(asked) == 1
    assert len(re.findall(r"^https://t\.me/example_bot\?start=\w+  http://", ran.out, re.MULTILINE)) == 3


def test_a_telegram_that_cannot_be_reached_costs_its_links_only(house):
    house.environ |= {"SAYSO_TELEGRAM_TOKEN": "123:letters", "SAYSO_TELEGRAM_API_URL": "http://127.0.0.1:9"}

    ran = house.run("invite", "--flow", "tea", "--print", 1, "--format", "jsonl")

    assert (ran.code, json.loads(ran.out)["telegram"]) == (0, None)
    assert ran.err.endswith("The Telegram links are left out.\n")
    assert ran.err.count("\n") == 1


@pytest.mark.slow
def test_a_group_is_invited_again_with_the_same_links_and_only_newcomers_get_new_ones(house):
    bring_in(house, LEADS, "--yes")
    first = house.run("invite", "--flow", "tea", "--group", "leads").out.splitlines()
    bring_in(house, LEADS + "cal@example.org,Cal,,\n", "--yes")

    again = house.run("invite", "--flow", "tea", "--group", "leads").out.splitlines()

    assert (len(first), len(again), set(first) < set(again)) == (2, 3, True)
    assert "- Invited: 3" in house.run("report", "tea", "--format", "md").out


def test_qr_codes_are_drawn_for_the_web_links(house):
    ran = house.run("invite", "--flow", "tea", "--print", 2, "--qr", "codes", "--format", "jsonl")

    drawn = sorted((house.folder / "codes").iterdir())
    assert (len(ran.out.splitlines()), ran.err) == (2, "Drew 2 QR codes in codes.\n")
    assert [file.name for file in drawn] == ["invitation-0001.svg", "invitation-0002.svg"]
    assert all(ET.parse(file).getroot().tag.endswith("svg") for file in drawn)  # noqa: S314 - drawn a line before


def test_a_folder_that_cannot_be_drawn_in_is_named_after_the_links_are_printed(house):
    (house.folder / "codes").write_text("a file")

    ran = house.run("invite", "--flow", "tea", "--print", 1, "--qr", "codes/inside")

    assert (ran.code, ran.out.count("/i/")) == (1, 1)
    assert ran.err == "Cannot draw in codes/inside: Not a directory. Choose another folder.\n"


@pytest.mark.parametrize(
    ("arguments", "code", "line"),
    [
        (("--print", "1", "--group", "leads"), 2, "Name a --group, or say how many links to --print."),
        (("--print", "0"), 2, "0 is not in the range"),
        (("--group", "nobody"), 1, "There is nobody in a group named nobody."),
        (("--group", "nobody", "--by", "email"), 1, "Email is off."),
        (("--print", "1", "--flow", "nosuch"), 1, "There is no flow named nosuch."),
    ],
)
def test_an_invitation_that_cannot_be_made_is_explained(house, arguments, code, line):
    ran = house.run("invite", "--flow", "tea", *arguments)

    assert (ran.code, ran.out) == (code, "")
    assert line in ran.err
