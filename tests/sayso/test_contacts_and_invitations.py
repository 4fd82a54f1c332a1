"""`sayso contacts import` and `sayso invite`: lists that come in, and links that go out."""

import json
import re
from xml.etree import ElementTree as ET

import pytest

LEADS = "email,Name,organisation,nation\nAda@example.org,Ada,Example Trust,England\nbea@example.org,Bea,,\n"
MIXED = """\
email,name,nation,language,shoe size

ada@example.org,Ada,england,en,3
not-an-address,Bea,france,,
cal@example.org,Cal,wales,welsh language,,surplus
ADA@example.org,Ada again,,,
eve@example.org fay@example.org,Eve,,,
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


def test_good_rows_are_taken_and_the_others_come_back_with_their_reasons(house):
    ran = bring_in(house, MIXED, "--yes", "--refused", "back.csv")

    assert ran.code == 0
    assert ran.out.splitlines() == [
        "Group leads: new: 1, changed: 0, unchanged: 0.",
        "Merged, since their address was there before: 1.",
        "Columns not used: shoe size.",
        "Rows not taken: 3. They are in back.csv.",
    ]
    assert [line.removeprefix("leads.csv: ") for line in ran.err.splitlines()] == [
        "line 4: the email is not an address.",
        "line 4: the nation is none of england, wales, scotland, northern ireland.",
        "line 5: it has more cells than the first line.",
        "line 5: the language is no tag such as en or cy.",
        "line 7: it has more than one email address.",
    ]
    assert not any(
        word in ran.err + ran.out for word in ("not-an-address", "Bea", "france", "welsh l", "surplus", "Eve")
    )
    back = (house.folder / "back.csv").read_text("utf-8-sig").splitlines()
    assert (len(back), back[0]) == (4, "email,name,nation,language,shoe size,column 6,line,what is wrong")
    assert back[1].startswith('not-an-address,Bea,france,,,,4,"the email is not an address. the nation is none of')


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("name,phone\nAda,1\n", "No column holds email addresses. Say which one does."),
        ("email,name\n", "It holds no contacts."),
        ("", "It holds no contacts."),
        (b"\xd0\xcf\x11\xe0 an old one", "This is a workbook of an old kind (.xls)."),
        (b"PK\x03\x04 cut off", "This file is damaged."),
    ],
)
def test_what_is_no_list_gets_a_clear_line(house, content, line):
    ran = bring_in(house, content, "--yes")

    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"leads.csv: {line}")


def test_a_column_with_another_heading_is_matched_by_hand(house):
    ran = bring_in(house, "where to write,Post held\nada@example.org,lead\n", "--column", "Post held=role", "--yes")
    wrong = bring_in(house, "email,Post held\nada@example.org,lead\n", "--column", "Post=role")

    assert "Columns not used" not in ran.out
    assert (wrong.code, "there is no such heading or field" in wrong.err) == (1, True)


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


def test_a_list_comes_in_before_the_service_was_ever_started(empty_house):
    dry = bring_in(empty_house, LEADS)
    assert dry.out.startswith("Group leads would get: new: 2, changed: 0, unchanged: 0.")
    assert not empty_house.data.exists()

    first, again = bring_in(empty_house, LEADS, "--yes"), bring_in(empty_house, LEADS, "--yes")

    assert "Group leads: new: 2, changed: 0, unchanged: 0." in first.out
    assert "recovery" in first.out.lower()
    assert again.out == "Group leads: new: 0, changed: 0, unchanged: 2.\n"
