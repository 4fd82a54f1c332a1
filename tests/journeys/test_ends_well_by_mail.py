"""By mail, with a moved clock: what waits for a yes is asked about on day 5 and day 12, and then kept, or erased, counted and told."""

from datetime import UTC, datetime, timedelta

import pytest
from journeys import letters
from journeys.crowd import until_stored
from journeys.test_email import invite, taken_in
from journeys.test_ends_well import STORY, at
from mail_servers.dovecot import PEOPLE

from sayso.core.clock import now
from storage.messages import inbox

pytestmark = [pytest.mark.journey, pytest.mark.slow]

ADA, BEA = PEOPLE[:2]
DAY_5, DAY_12, DAY_13, DAY_15 = (timedelta(days=days, hours=1) for days in (5, 12, 13, 15))


def noon() -> datetime:
    return now().astimezone(UTC).replace(hour=12, minute=0, second=0) + timedelta(days=1)


async def told_by_letter(postfix, person, count, words):
    """Wait for the letter of this number, and return it. It is the last, and says this."""
    found = await letters.letters_to(postfix, person, count)
    assert len(found) == count
    assert words in " ".join(found[-1].text.split())
    return found[-1]


async def test_a_story_by_mail_without_a_yes_is_reminded_of_twice_then_kept_or_erased_and_told(make_service, postfix):
    service, began = make_service(**letters.settings(postfix)), noon()
    await at(service, began)
    await invite(service, "one", "open_door", [ADA, BEA])
    for person in (ADA, BEA):
        (first,) = await letters.letters_to(postfix, person)
        letters.send(postfix, person, letters.plain(first, STORY))
    await taken_in(service, 2)
    for person in (ADA, BEA):
        await told_by_letter(postfix, person, 2, "14 days")

    for count, day in ((3, DAY_5), (4, DAY_12)):
        await at(service, began + day)
        asked = [
            await told_by_letter(postfix, person, count, "Without a yes, we erase it 14 days") for person in (ADA, BEA)
        ]

    await at(service, began + DAY_13)
    letters.send(postfix, ADA, letters.plain(asked[0], "yes thats fine thanks"))
    await taken_in(service, 3)
    rows = await service.export("open_door")
    assert [row["text"] for row in rows if row["text"]] == [STORY]

    await at(service, began + DAY_15)
    await until_stored(service, inbox.conservation, lambda found: found.without_yes == 1)
    letters.send(postfix, BEA, letters.plain(asked[1], "yes"))
    await taken_in(service, 4)
    await told_by_letter(postfix, BEA, 5, "your yes came too late: we had to erase it")
    assert "erased without a yes 1" in (await service.checks())["nothing lost"]["found"]
    rows = await service.export("open_door")
    assert [row["text"] for row in rows if row["text"]] == [STORY]
    assert await service.stop() == 0, service.log
