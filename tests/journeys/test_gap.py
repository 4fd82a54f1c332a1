"""After we were away: the gap stands in the ledger, and whoever was in the middle is asked once more, not at night."""

from datetime import timedelta

import pytest
from journeys.crowd import until_stored
from journeys.house import NOON, House

from sayso.core.clock import now
from storage.messages import downtime

AWAY = "Sorry, we were away for a while. Here is the question again."


@pytest.fixture
def house(db, vault, tmp_path):
    return House(db, vault, tmp_path)


def told_of_gap(house: House, person: int) -> int:
    return sum(AWAY in text for text in house.channel.texts(str(person)))


def ledger(house: House) -> list[tuple[float, int]]:
    """The gaps: how many seconds, and how many people were asked again."""
    found = house.db.read_now(downtime.ledger)
    return [((gap.to_at - gap.from_at).total_seconds(), gap.asked_again) for gap in found]


def noted(tx):
    """When the channel was last listened to, as it is written down."""
    return downtime.alive_at(tx, channel="telegram")


async def three_people(house: House) -> None:
    """One in the middle, one before consent, one who has paused; and one who stopped."""
    await house.talks_to("/start", "Yes", "Red", person=1)
    await house.talks_to("/start", person=2)
    await house.talks_to("/start", "Yes", "Pause", person=3)
    await house.talks_to("/start", "Yes", "Stop", person=4)
    await house.listens(seconds=1)


@pytest.mark.slow
async def test_after_a_gap_the_open_question_is_asked_once_of_those_in_the_middle(house):
    await three_people(house)
    house.starts_again()
    await house.listens(seconds=121)

    assert [told_of_gap(house, person) for person in (1, 2, 3, 4)] == [1, 1, 0, 0]
    assert house.channel.texts("1")[-1].endswith("Do you take milk?")
    assert ledger(house) == [(121, 2)]

    await house.listens(seconds=30)
    house.starts_again()
    await house.listens(seconds=30)
    assert told_of_gap(house, 1) == 1
    await house.hears("No", person=1)
    assert ledger(house) == [(121, 2)]


async def test_a_short_silence_and_a_channel_that_was_never_on_are_no_gap(house):
    await house.listens(seconds=1)
    await house.talks_to("/start", "Yes", person=1)
    house.starts_again()
    await house.listens(seconds=119)
    assert ledger(house) == []
    assert told_of_gap(house, 1) == 0


@pytest.mark.slow
async def test_after_a_gap_that_ends_at_night_people_are_asked_in_the_morning(house):
    house.passes(hours=11)
    await three_people(house)
    house.starts_again()
    await house.listens(seconds=150)
    assert ledger(house) == [(150, 0)]
    assert told_of_gap(house, 1) == 0

    for _ in range(10):
        for _ in range(60):
            house.passes(minutes=1)
            house.scheduler.alive("telegram", house.now)
            await house.scheduler.note_beats()
        await house.scheduler.round()
        await house.delivers()
    assert told_of_gap(house, 1) == 1
    assert ledger(house) == [(150, 2)]


@pytest.mark.slow
async def test_people_are_asked_in_the_morning_also_when_the_service_was_started_again_in_the_night(house):
    house.passes(hours=11)
    await three_people(house)
    house.starts_again()
    await house.listens(seconds=150)
    house.starts_again()
    for _ in range(11 * 60):
        house.passes(minutes=1)
        house.scheduler.alive("telegram", house.now)
        await house.scheduler.note_beats()
    await house.scheduler.round()
    await house.delivers()
    assert told_of_gap(house, 1) == 1
    assert ledger(house) == [(150, 2)]


@pytest.mark.journey
@pytest.mark.slow
async def test_the_service_itself_asks_again_after_a_gap(make_service, on_both, bot_api):
    service = make_service(SAYSO_TELEGRAM_TOKEN=bot_api.token, SAYSO_TELEGRAM_API_URL=bot_api.url, **on_both)

    def at(moment):
        service.environ |= {"JOURNEY_CLOCK_SHIFT": str((moment - now()).total_seconds())}

    person = bot_api.person()
    at(NOON)
    await person.starts()
    service.start()
    await person.hears()
    await service.ready()
    await until_stored(service, noted, lambda moment: moment is not None)
    assert await service.stop() == 0
    at(NOON + timedelta(seconds=150))
    service.start()
    again = await person.hears()

    assert AWAY in again.text
    assert "OK to keep" in again.text
    assert (await service.checks())["times not listened"]["found"].startswith("telegram")
    await service.ready()
