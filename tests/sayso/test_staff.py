"""Accounts of staff on the command line: a link once, a list, and an end."""

import json

import pyotp
import pytest

from sayso.core.clock import now
from storage.accounts import members
from storage.audit import audit_log


def listed(house):
    return [json.loads(line) for line in house.run("staff", "list", "--format", "jsonl").out.splitlines()]


def test_an_account_is_made_with_a_one_time_link_listed_and_closed(house):
    assert "There is nobody yet" in house.run("staff", "list").out

    made = house.run("staff", "add", "Ada", "--role", "reviewer")
    assert made.code == 0
    token = made.out.rsplit("/", 1)[1].strip()
    assert "/staff/join/" in made.out
    assert house.run("staff", "list").out == "Ada  reviewer  not set up yet\n"
    with house.store() as opened:
        found = opened.database.read_now(lambda tx: members.named(tx, name="Ada")).member
        set_up = lambda tx: members.set_password(tx, opened.vault, staff_id=found.id, hashed="a hash")  # noqa: E731 - said once
        secret = opened.database.write_now(set_up)
        assert [row["state"] for row in listed(house)] == ["not set up yet"]
        code = {"staff_id": found.id, "code": pyotp.TOTP(secret).at(now()), "now": now()}
        assert opened.database.write_now(lambda tx: members.take_code(tx, opened.vault, **code))
    assert [row["state"] for row in listed(house)] == ["ready"]
    closed = house.run("staff", "disable", "ada")

    assert (closed.code, closed.out) == (0, "Closed: ada.\n")
    assert [row["state"] for row in listed(house)] == ["closed"]
    assert (house.run("staff", "disable", "Ada").code, len(token)) == (1, 52)


@pytest.mark.slow
def test_adding_somebody_again_makes_a_new_link_and_both_are_written_down(house):
    first = house.run("staff", "add", "Ada", "--role", "reviewer").out
    second = house.run("staff", "add", "Ada", "--role", "reviewer").out
    other = house.run("staff", "add", "Ada", "--role", "viewer")

    assert first != second
    assert (other.code, "There is an account named Ada already" in other.err) == (1, True)
    assert house.run("staff", "add", "Bea", "--role", "king").code == 2
    with house.store() as opened:
        entries = opened.database.read_now(audit_log.entries)
        assert opened.database.read_now(lambda tx: audit_log.verify(tx, opened.vault)).is_whole
    assert [(entry.by, entry.target, entry.reason) for entry in entries] == [
        ("command line", "staff Ada", "reviewer")
    ] * 2
