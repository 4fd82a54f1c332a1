"""Behind the scenes a second look flags for staff what the first missed; the person hears nothing of it, and serve stops in time."""

import json
from datetime import timedelta

import pytest
from journeys.crowd import until_stored
from journeys.house import NOON
from journeys.test_ends_well import at, tells
from sqlalchemy import func, select

from feedback.distress.noticing import notices
from storage.conversations.second_looks import TAG
from storage.tables import outbox, second_looks

pytestmark = [pytest.mark.journey, pytest.mark.slow]

MISSED = "もう生きていたくない"


def counted(table):
    """A look into the store that counts the rows of a table."""
    return lambda tx: tx.execute(select(func.count()).select_from(table)).scalar_one()


def count(service, table):
    with service.store() as store:
        return store.database.read_now(counted(table))


async def calls(service):
    listed = await service.command("waiting", "--format", "jsonl")
    return [json.loads(line)["why"] for line in listed.stdout.splitlines()]


async def test_what_the_first_look_missed_is_flagged_once_for_staff_alone(make_service, bot_api):
    assert not notices(MISSED), "the first look knows it now: take a line that it has no word for"
    telegram = {"SAYSO_TELEGRAM_TOKEN": bot_api.token, "SAYSO_TELEGRAM_API_URL": bot_api.url}
    service = make_service(SAYSO_SECOND_LOOK="on", **telegram)
    ada = bot_api.person("Ada")
    await at(service, NOON)
    await tells(ada, "/start", "OK to keep")
    await tells(ada, MISSED, "for 24 hours only")
    said = count(service, outbox)

    for _ in range(2):
        await at(service, NOON + timedelta(seconds=90))  # no gap yet, after which all are asked again
        await until_stored(service, counted(second_looks), lambda rows: rows == 1)
        assert await calls(service) == [TAG]
    assert count(service, outbox) == said
    assert "second look" in (await service.checks())
    assert await service.stop() == 0, service.log
    assert "diabetic" not in str(service.log)
