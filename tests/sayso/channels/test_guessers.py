"""An attacker who guesses return codes and links, wherever they can be typed, and the honest people meanwhile."""

import asyncio
import itertools

import pytest

from feedback.errors import TryLater
from sayso.channels import web
from sayso.core import conversation_service
from sayso.core.clock import now
from sayso.core.limits.code_rate_limit import Guesses
from storage.people import invitations, people
from storage.people.invitations import InvitationTerms
from tests.sayso.channels.test_web import door, post

__all__ = ["door"]
PATIENCE = 2.0


@pytest.fixture
def judged(monkeypatch):
    """Every guess that was looked up."""
    seen, look = [], people.by_code

    def by_code(tx, vault, *, code):
        seen.extend([code] if code.startswith("AAAA") else [])
        return look(tx, vault, code=code)

    monkeypatch.setattr(people, "by_code", by_code)
    return seen


async def code_of(door, session: str) -> str:
    assert await door.begin(session, "tea", None)
    return (await door.talk(session)).code


async def test_codes_typed_as_answers_are_judged_ten_times_and_then_taken_as_words(door, judged):
    code = await code_of(door, "ada")
    await door.begin("guesser", "tea", None)
    await post(door, "guesser", choices=("yes",))
    for number in range(14):
        await post(door, "guesser", text=f"AAAA-BBBB-{number:04}")

    assert len(judged) == conversation_service._FREE_CODES
    async with asyncio.timeout(PATIENCE):
        assert await door.resume("ada again", code, "another place")


async def test_new_browsers_give_no_more_tries_and_the_page_for_codes_goes_on(door, judged, monkeypatch):
    monkeypatch.setattr(conversation_service, "_FREE_CODES_OF_ALL", 12)
    code = await code_of(door, "ada")
    for number in range(16):
        await door.begin(f"guesser {number}", "tea", None)
        await post(door, f"guesser {number}", text=f"AAAA-BBBB-{number:04}")

    assert len(judged) == 12
    async with asyncio.timeout(PATIENCE):
        assert await door.resume("ada again", code, "another place")


async def test_one_place_has_twenty_wrong_codes_even_if_a_restart_forgets_the_pace(door, judged):
    code = await code_of(door, "ada")
    refused = 0
    for number in range(30):
        door._guesses = Guesses(itertools.count(0, 100).__next__)
        try:
            assert not await door.resume("guesser", f"AAAA-BBBB-{number:04}", "a place")
        except TryLater:
            refused += 1

    assert (len(judged), refused) == (web._FREE_WRONG, 10)
    async with asyncio.timeout(PATIENCE):
        assert await door.resume("ada again", code, "another place")


async def test_of_links_tried_at_once_from_one_place_twenty_are_judged_and_others_begin(door, vault, monkeypatch):
    seen, look = [], invitations.resolve
    monkeypatch.setattr(invitations, "resolve", lambda tx, vault, **how: seen.append(how) or look(tx, vault, **how))
    terms = InvitationTerms("tea", now())
    (made,) = await door._engine.database.write(lambda tx: invitations.print_links(tx, vault, terms=terms, count=1))

    tries = (door.begin("guesser", None, f"nosuchtoken{number}", "a place") for number in range(60))
    told = await asyncio.gather(*tries, return_exceptions=True)

    assert len(seen) == web._FREE_WRONG
    assert (told.count(False), sum(isinstance(one, TryLater) for one in told)) == (20, 40)
    async with asyncio.timeout(PATIENCE):
        assert await door.begin("ada", None, made.token, "another place")
    for _ in range(25):
        assert await door.begin("ward", None, made.token, "a hospital")
