"""Who wants to hear from a person, and whose words are to be read first, until somebody has dealt with it."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import update

from sayso.core.clock import now
from storage.tables import person_requests


def calls(house):
    ran = house.run("waiting", "--format", "jsonl")
    assert (ran.code, ran.err) == (0, "")
    return [json.loads(line) for line in ran.out.splitlines()]


@pytest.mark.slow
def test_who_wants_a_person_waits_until_somebody_notes_it(house_on_both):
    house_on_both.hears("/start", "yes", "yes", "I want to die", "person", "yes")

    person, words = sorted(calls(house_on_both), key=lambda call: call["kind"])
    told = house_on_both.run("waiting")
    noted = [house_on_both.run("waiting", "--done", call["name"], "--by", "Bea").code for call in (person, words)]
    again = house_on_both.run("waiting", "--done", person["name"], "--by", "Bea")

    assert (person["why"], person["may_contact"]) == ("wants a person", True)
    assert (words["kind"], words["why"]) == ("please read", "self_harm_or_suicide")
    assert "may be written to" in told.out
    assert "die" not in told.out
    assert (noted, again.code) == ([0, 0], 1)
    assert house_on_both.run("waiting").out == "Nobody waits.\n"


def test_a_name_goes_with_whoever_dealt_with_it(house):
    assert house.run("waiting", "--done", "p1").code == 2
    assert house.run("waiting", "--done", "nobody", "--by", "Bea").code == 1


@pytest.mark.slow
def test_the_doctor_is_red_when_somebody_has_waited_for_over_three_days(house):
    house.hears("/start", "yes", "person")
    before = house.run("doctor").out
    with house.store() as opened:
        opened.database.write_now(lambda tx: tx.execute(update(person_requests).values(at=now() - timedelta(days=4))))

    after = house.run("doctor").out

    assert "ok   people waiting: 1 wait for one of you" in before
    assert "FAIL people waiting: 1 wait for one of you" in after


@pytest.mark.slow
def test_who_has_been_erased_does_not_wait(house):
    house.hears("/start", "yes", "person", "delete", "1")

    assert calls(house) == []
