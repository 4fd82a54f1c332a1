"""Administrators are told once when letters do not leave, after an hour, and never a word or an address."""

from datetime import timedelta

from storage.messages import letter_providers
from storage.messages.letter_providers import LetterProvider


def pause(office, who: str) -> None:
    now = office.house.clock()
    one = LetterProvider(who, "us", "550 5.4.5", 1, now, now + timedelta(days=1))
    office.house.db.write_now(lambda tx: letter_providers.keep(tx, changed=[one]))


async def test_administrators_are_told_once_of_a_pause_that_lasts(office):
    office.hires("ada", "admin")
    office.hires("rae")
    pause(office, "all")
    pause(office, "domain 00ff")

    assert await office.tells(minutes=30) == []
    ((address, text),) = await office.tells(minutes=40)
    assert address == "ada@example.test"
    assert text.startswith("Letters wait.")
    assert "all letters, a smaller provider" in text
    assert "00ff" not in text
    assert await office.tells(hours=2) == []
