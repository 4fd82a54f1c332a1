"""`sayso invite` spreads letters over days and sends refused ones again; `sayso doctor` says who takes no letters."""

import json
from datetime import timedelta

import pytest

from sayso.core.clock import now
from storage.messages import letter_providers, outbox
from storage.messages.letter_providers import LetterProvider
from storage.people import contacts
from storage.people.contacts import ContactEntry
from storage.tables import outbox as outbox_table

MAIL = {
    "SAYSO_IMAP_URL": "imap://u:p@127.0.0.1/INBOX",
    "SAYSO_SMTP_URL": "smtp://u:p@127.0.0.1",
    "SAYSO_MAIL_ADDRESS": "feedback@example.org",
}
INVITE = ("invite", "--flow", "tea", "--group", "g", "--by", "email")


@pytest.fixture
def office(house):
    house.environ |= MAIL
    entries = [ContactEntry(f"p{number}@example.org") for number in range(3)]
    with house.store() as opened:
        opened.database.write_now(lambda tx: contacts.bring_in(tx, opened.vault, group="g", entries=entries, now=now()))
    return house


def test_letters_are_spread_over_days(office):
    ran = office.run(*INVITE, "--a-day", "2")

    assert ran.code == 0, ran.err
    assert ran.out.startswith("New letters: 3. They go out while `sayso serve` runs")
    with office.store() as opened:
        times = opened.database.read_now(
            lambda tx: sorted(tx.execute(outbox_table.select()).all(), key=lambda row: row.next_at)
        )
    assert [(row.next_at - times[0].next_at).days for row in times] == [0, 0, 1]


def test_refused_letters_go_once_more_and_each_says_whose_fault_it_was(office):
    office.run(*INVITE)
    with office.store() as opened:
        opened.database.write_now(_refuse_first)

    told = [json.loads(line) for line in office.run(*INVITE, "--format", "jsonl").out.splitlines()]
    assert [(one["fault"], one["for_good"]) for one in told if one["state"] == "refused"] == [("us", False)]
    ran = office.run(*INVITE, "--again", "refused")

    assert ran.out.startswith("Letters that go once more: 1. Left as they are: 0, since nobody would get them.")
    assert "  invitation waiting: 3" in ran.out


def _refuse_first(tx):
    outbox.refused(tx, outbox_id=1, reason="It came back: the provider takes no letters from us.", now=now())
    outbox.blame(tx, outbox_id=1, fault="us")


def test_doctor_says_who_takes_no_letters_and_until_when_without_naming_a_small_domain(office):
    until = now() + timedelta(hours=3)
    one = LetterProvider("domain 00ff", "us", "554 5.7.1", 1, now(), until)
    with office.store() as opened:
        opened.database.write_now(lambda tx: letter_providers.keep(tx, changed=[one]))

    ran = office.run("doctor", "--format", "json")
    found = {check["name"]: check for check in json.loads(ran.out)}

    assert not found["letters to a smaller provider"]["ok"]
    assert (
        f"{until:%d %b %H:%M} UTC: letters from us are refused (554 5.7.1)."
        in found["letters to a smaller provider"]["found"]
    )
    assert "00ff" not in ran.out
