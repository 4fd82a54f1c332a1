"""Administrators are told when a part of the service stands still: not at once, once a day, and of what is new."""

SAID = "Telegram does not know the bot token."


async def test_administrators_are_told_of_what_stands_still_for_ten_minutes_and_once_a_day(office):
    office.hires("ada", "admin")
    office.hires("rae")
    office.standing["Telegram"] = SAID

    assert await office.tells() == []
    assert await office.tells(minutes=9) == []
    ((address, text),) = await office.tells(minutes=1)
    assert address == "ada@example.test"
    assert text.startswith("A part of sayso stands still.")
    assert SAID in text
    assert await office.tells(hours=2) == []
    assert len(await office.tells(hours=24)) == 1


async def test_what_passes_by_itself_is_told_to_nobody_and_what_is_new_is_told_of(office):
    office.hires("ada", "admin")
    office.standing["Telegram"] = SAID
    await office.tells()
    office.standing.clear()
    await office.tells(minutes=9)
    office.standing["Telegram"] = SAID

    assert await office.tells(minutes=5) == []
    assert len(await office.tells(minutes=10)) == 1
    office.standing["The mailbox"] = "The mail server refuses our sign-in."
    await office.tells(minutes=1)
    ((_, text),) = await office.tells(minutes=10)
    assert "refuses our sign-in" in text
