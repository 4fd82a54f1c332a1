"""One channel that does not work harms no other: not at the start, not later; and it comes back by itself."""

import signal

import httpx
import pytest
from journeys.crowd import until

pytestmark = [pytest.mark.journey, pytest.mark.slow]

WRONG_TOKEN = "4200:a-token-that-telegram-does-not-know"


async def troubles(service) -> str:
    async with httpx.AsyncClient() as client:
        return " ".join((await client.get(f"{service.url}/healthz")).json()["troubles"])


async def front_page(service) -> int:
    async with httpx.AsyncClient() as client:
        return (await client.get(service.url)).status_code


async def test_one_refusal_of_telegram_ends_nothing_and_is_over_by_itself(make_service, bot_api):
    bot_api.faults.add(method="getUpdates", code=401, description="Unauthorized")
    service = make_service(SAYSO_TELEGRAM_TOKEN=bot_api.token, SAYSO_TELEGRAM_API_URL=bot_api.url, JOURNEY_HURRY="yes")
    service.start()
    await service.ready()
    await until(lambda: not bot_api.faults.planned)
    assert await front_page(service) == 200

    ada = bot_api.person()
    await ada.starts()
    assert "Hello" in (await ada.hears()).text
    assert await service.stop() == 0, service.log


async def test_a_wrong_token_leaves_the_web_open_and_a_right_one_is_taken_up_without_a_new_start(make_service, bot_api):
    service = make_service(SAYSO_TELEGRAM_API_URL=bot_api.url)
    token = service.folder / "token"
    token.write_text(WRONG_TOKEN)
    service.environ["SAYSO_TELEGRAM_TOKEN_FILE"] = str(token)
    service.start()
    await service.ready()
    await until(lambda: "Check SAYSO_TELEGRAM_TOKEN" in service.log)
    assert "Telegram does not know the bot token" in await troubles(service)
    assert await front_page(service) == 200
    assert WRONG_TOKEN not in service.log

    token.write_text(bot_api.token)
    service.process.send_signal(signal.SIGHUP)

    ada = bot_api.person()
    await ada.starts()
    assert "Hello" in (await ada.hears()).text
    assert await troubles(service) == ""
    assert await service.stop() == 0, service.log


async def test_settings_with_a_fault_that_are_read_again_change_nothing(make_service):
    service = make_service()
    service.start()
    await service.ready()
    (service.folder / "sayso.toml").write_text('log = "loud"\n')
    service.process.send_signal(signal.SIGHUP)
    await until(lambda: "log in sayso.toml" in service.log)

    assert await front_page(service) == 200
    assert await service.stop() == 0, service.log
