"""Staff are told: at once, by a daily list, and by the ladder; never twice, and never a word of anybody."""

from datetime import date

import pytest

from storage.alerts import schedule
from storage.messages import outbox
from storage.review import triage

WORDS = "I am Ada Canary from Canary Street and I want to die"


def names(found: list[tuple[str, str]]) -> list[str]:
    return [address.partition("@")[0] for address, _ in found]


async def test_who_wants_to_know_at_once_is_told_once_with_counts_kinds_and_links_and_never_a_word(office):
    office.hires("rae")
    said = office.house.says(WORDS, asks=True, danger="self-harm")
    office.house.says(WORDS, asks=True)

    found = await office.tells(seconds=1)
    again = await office.tells(seconds=60)

    ((address, text),) = found
    assert address == "rae@example.test"
    assert text.startswith("3 things wait for your team\n\n2 people want to hear from one of you.\n1 conversation is")
    assert "https://example.org/staff/" in text
    hidden = (*WORDS.split()[2:4], said.person_id, said.conversation.id, "self-harm", "ward")
    assert not [one for one in hidden if one in text]
    assert again == []
    assert sorted(office.occasions()) == ["f1 first", "p1 first", "p2 first"]


async def test_a_viewer_a_coder_and_an_analyst_are_not_told_of_people(office):
    for role in ("viewer", "coder", "analyst"):
        office.hires(role, role)
    office.house.says(WORDS, asks=True)

    assert await office.tells(seconds=1) == []


async def test_what_nobody_opens_goes_up_the_ladder_and_each_step_stands_in_the_audit(office):
    ada, bea = office.hires("ada", is_at_once=False), office.hires("bea", is_at_once=False)
    office.hires("cal", "safeguarding", is_at_once=False)
    office.hires("dee", "admin")
    office.turns(ada, d0=ada, d1=bea)
    office.house.says(WORDS, asks=True)

    assert names(await office.tells(seconds=1)) == ["ada"]  # it came an hour ago
    assert names(await office.tells(minutes=58)) == []
    assert names(await office.tells(minutes=2)) == ["bea"]
    assert names(await office.tells(hours=2)) == ["ada", "bea", "cal"]
    assert names(await office.tells(hours=1, minutes=58)) == []
    ((to, text),) = await office.tells(minutes=2)
    assert to == "dee@example.test"
    assert "nobody else is left to tell" in text
    steps = [line for line in office.audit() if line[0].startswith("told")]
    assert steps == [
        ("told the next on the rota", "bea"),
        ("told all who may act", "ada, bea, cal"),
        ("told the administrator", "dee"),
    ]


async def test_what_somebody_who_may_act_has_opened_climbs_no_further(office):
    ada, bea = office.hires("ada"), office.hires("bea", is_at_once=False)
    viewer = office.house.hire("vic", "viewer")
    office.turns(ada, d0=ada, d1=bea)
    said = office.house.says(WORDS, asks=True).conversation.id
    other = office.house.says(WORDS, asks=True).conversation.id
    await office.tells(seconds=1)

    office.opens(viewer, said)
    office.opens(ada, other)

    ((to, text),) = await office.tells(hours=1)
    assert to == "bea@example.test"
    assert text.startswith("1 thing waits")


async def test_what_was_dealt_with_is_told_to_nobody(office):
    office.hires("ada")
    office.house.says(WORDS, asks=True)
    now = office.house.clock()
    office.house.db.write_now(lambda tx: triage.deal_with(tx, name="p1", by="x", now=now))

    assert await office.tells(hours=5) == []


async def test_somebody_who_chose_silence_is_told_nothing_and_the_next_is_told_at_once(office):
    ada, bea = office.hires("ada", is_silent=True), office.hires("bea", is_at_once=False)
    office.turns(ada, d0=ada, d1=bea)
    office.house.says(WORDS, asks=True)

    assert names(await office.tells(seconds=1)) == ["bea"]


async def test_an_alert_that_is_refused_is_shown_and_what_waits_goes_to_the_next_at_once(office):
    ada, bea = office.hires("ada"), office.hires("bea", is_at_once=False)
    office.turns(ada, d0=ada, d1=bea)
    office.house.says(WORDS, asks=True)
    now = office.house.clock()
    await office.loop.round()
    office.house.db.write_now(
        lambda tx: [
            outbox.refused(tx, outbox_id=row.id, reason="Nobody has this address.", now=now)
            for row in tx.execute(outbox.due_by_email(now, 10))
        ]
    )

    assert office.lost() == [("ada", "email", "refused")]
    assert names(await office.tells(seconds=5)) == ["bea"]
    assert office.lost() == [("ada", "email", "refused")]


async def test_an_alert_that_waits_for_long_counts_as_not_sent(office):
    office.hires("ada")
    office.house.says(WORDS, asks=True)
    await office.loop.round()

    assert office.lost() == []
    office.house.clock.forward(minutes=16)
    assert office.lost() == [("ada", "email", "waiting")]


async def test_the_daily_list_comes_once_at_its_hour_with_what_each_may_see(office):
    office.hires("ada", is_at_once=False, digest_hour=12)
    office.hires("vic", "viewer", digest_hour=12)
    office.hires("dee", "admin", digest_hour=12)
    office.house.says(WORDS, asks=True)

    assert names(await office.tells(minutes=59)) == ["ada"]  # with no rota, all who may act
    found = dict(await office.tells(minutes=1))
    assert not [text for _, text in await office.tells(hours=3) if text.startswith("Today")]

    assert found["ada@example.test"].startswith("Today: 1 thing waits for your team\n\n1 person wants")
    assert found["vic@example.test"].startswith("Today: nobody waits\n\n1 conversation is new.")
    assert "1 person wants" in found["dee@example.test"]
    assert not any("Canary" in text for text in found.values())


async def test_what_was_said_before_a_yes_is_told_to_safeguarding_alone(office):
    office.hires("ada"), office.hires("cal", "safeguarding")
    said = office.house.says(WORDS, asks=True)
    office.house.db.write_now(lambda tx: tx.exec_driver_sql("DELETE FROM consent"))

    found = await office.tells(seconds=1)

    assert names(found) == ["cal"]
    assert said.conversation.id not in found[0][1]


async def test_a_day_off_is_no_working_day(office):
    ada, bea = office.hires("ada", is_at_once=False), office.hires("bea", is_at_once=False)
    office.turns(ada, d0=ada, d1=bea)
    today = date(2026, 5, 4)
    office.acts(ada, lambda act: schedule.put_turn(act, day=today.isoformat(), staff_id=None))
    office.house.says(WORDS, asks=True)

    assert await office.tells(hours=3) == []
    assert names(await office.tells(hours=19)) == ["bea"]


@pytest.mark.parametrize("break_at", range(1, 8))
async def test_a_round_that_breaks_at_any_statement_leaves_nothing_and_the_next_tells_all(
    office, monkeypatch, break_at
):
    office.hires("ada"), office.hires("bea")
    office.house.says(WORDS, asks=True)
    left, real = [break_at], office.house.vault.seal

    def seal(*given, **named):
        left[0] -= 1
        if not left[0]:
            raise MemoryError
        return real(*given, **named)

    monkeypatch.setattr(office.house.vault, "seal", seal)
    try:
        await office.loop.round()
    except MemoryError:
        assert office.occasions() == []
        assert office.posted() == []

    assert len(names(await office.tells(seconds=5))) == 2
    assert sorted(office.occasions()) == ["p1 first", "p1 first"]


async def test_what_came_to_the_top_of_the_ladder_a_day_ago_stands_in_the_daily_lists_alone(office):
    office.hires("ada"), office.hires("dee", "admin")
    office.house.says(WORDS, asks=True)
    while "dee" not in names(await office.tells(hours=1)):
        pass

    office.hires("bea", digest_hour=9)
    assert names(await office.tells(seconds=1)) == ["bea"]
    await office.tells(days=1, hours=2)
    office.hires("cal")
    ((to, text),) = await office.tells(hours=17)

    assert to == "bea@example.test"
    assert "Today: 1 thing waits" in text
