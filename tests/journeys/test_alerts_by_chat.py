"""A member of staff links their own chat by a one-time code, and is told there: counts and a link, and never a word."""

from datetime import UTC, datetime

import pytest
from journeys.crowd import until_stored

from storage.accounts import members
from storage.alerts import alert_log, choices
from storage.alerts.choices import AlertWishes
from storage.audit import audit_log
from storage.messages import inbox

pytestmark = [pytest.mark.journey, pytest.mark.slow]

CRY = "I am Ada Quillfeather and I want to die"


def hires(service, name: str) -> str:
    def job(tx):
        now = datetime.now(UTC)  # noqa: TID251 - the service under test has a real clock
        members.add(tx, store.vault, name=name, role="safeguarding", now=now)
        found = members.named(tx, name=name).member.id
        members.set_password(tx, store.vault, staff_id=found, hashed="not a hash")
        tx.exec_driver_sql("UPDATE staff SET totp_step = 1")
        choices.choose(tx, staff_id=found, wishes=AlertWishes(), now=now)
        return choices.new_chat_code(tx, store.vault, staff_id=found, now=now)

    with service.store() as store:
        return store.database.write_now(job)


async def test_a_chat_is_linked_by_a_code_that_works_once_and_alerts_come_there(service, bot_api):
    code = hires(service, "bea")
    bea, stranger, ada = bot_api.person(), bot_api.person(), bot_api.person()
    await bea.says(f"alerts {code.lower()}")
    assert (await bea.hears()).text.startswith("From now on you are told here")
    await stranger.says(f"/start alerts-{code.replace('-', '')}")
    assert (await stranger.hears()).text.startswith("This code links nothing.")

    await ada.says(CRY)
    alert = await bea.hears()

    assert alert.text.startswith("1 thing waits for your team\n\n1 conversation is marked “please read”.")
    assert "/staff/" in alert.text
    assert not [word for word in CRY.split()[2:] if word in alert.text.split()]
    found = await until_stored(service, inbox.conservation, lambda sums: sums.pending == 0)
    assert (found.not_feedback, found.is_balanced) == (2, True)
    with service.store() as store:
        assert ("bea", "linked their chat for alerts") in [
            (one.by, one.what) for one in store.database.read_now(audit_log.entries)
        ]
    await stranger.says("/start")
    assert "computer program" in (await stranger.hears()).text


async def test_an_alert_to_a_chat_that_blocks_us_is_shown_by_the_doctor(service, bot_api):
    code = hires(service, "bea")
    bea, ada = bot_api.person(), bot_api.person()
    await bea.says(f"alerts {code}")
    await bea.hears()
    await bea.blocks()
    await ada.says(CRY)

    def lost(tx):
        now = datetime.now(UTC)  # noqa: TID251 - as above
        return alert_log.undelivered(tx, now=now)

    (one,) = await until_stored(service, lost, lambda found: len(found) == 1)
    assert (one.name, one.way, one.state) == ("bea", "telegram", "refused")
    check = (await service.checks())["staff told"]
    assert not check["ok"]
    assert "Not reached: bea by telegram" in check["found"]
