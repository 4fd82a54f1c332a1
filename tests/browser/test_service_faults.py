"""What a person sees when the service or its disk fails between two pages: nothing they typed is lost."""

import asyncio
import resource
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from playwright.async_api import Error, Page, expect

from tests.browser.conftest import Judge, Judged, running
from tests.browser.keyboard import press, write
from tests.browser.test_service import agree, is_on
from tests.journeys.conftest import Running

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NOT_SAVED = "This is not saved yet. We could not do it just now. It is still on this page."


async def said(service: Running) -> list[object]:
    return [row["text"] for row in await service.export("open_door") if row["text"]]


async def test_words_sent_while_the_service_is_killed_arrive_when_it_is_back(
    page_without_scripts: Page, own_service: Running
):
    page = page_without_scripts
    await agree(page, own_service)
    await write(page, "Typed before the fall")
    own_service.kill()
    with pytest.raises(Error, match="ERR_CONNECTION_REFUSED"):
        await press(page, "Next")

    own_service.start()
    await own_service.ready()
    await page.reload()

    await is_on(page, "how_it_was")
    assert await said(own_service) == ["Typed before the fall"]


async def test_on_a_full_disk_the_page_says_so_and_keeps_the_words(
    page_without_scripts: Page, own_service: Running, axe: Judge
):
    page, judged, process = page_without_scripts, Judged(page_without_scripts, axe), own_service.process
    await agree(page, own_service)
    await write(page, "Words for a full disk")
    _, most = resource.prlimit(process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (0, most))

    await press(page, "Next")

    await expect(page.get_by_role("alert")).to_contain_text(NOT_SAVED)
    await expect(page.locator("#text")).to_have_value("Words for a full disk")
    await judged.judge("not saved")
    resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (most, most))
    await press(page, "Next")
    await is_on(page, "how_it_was")
    assert await said(own_service) == ["Words for a full disk"]
    assert judged.faults == {}


async def test_while_another_program_holds_the_database_help_comes_at_once_and_no_word_is_lost(
    page_without_scripts: Page, own_service: Running
):
    page = page_without_scripts
    await agree(page, own_service)
    await write(page, "Words behind a lock")
    with closing(sqlite3.connect(own_service.folder / "data" / "sayso.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        async with asyncio.timeout(3):
            await press(page, "Help now")
        await expect(page.get_by_role("link", name="116 123")).to_be_visible()
        await press(page, "Go back to your questions")
        asyncio.get_running_loop().call_later(0.5, other.rollback)
        await press(page, "Next")

    await is_on(page, "how_it_was")
    assert await said(own_service) == ["Words behind a lock"]


async def test_while_the_database_server_is_down_the_words_come_back_and_can_be_sent_once_more(
    page_without_scripts: Page, own_postgresql, axe: Judge, tmp_path: Path
):
    page, judged = page_without_scripts, Judged(page_without_scripts, axe)
    async with running(tmp_path, SAYSO_DATABASE_URL=own_postgresql.fresh()) as service:
        await agree(page, service)
        await write(page, "Words while it is down")
        own_postgresql.stop()

        await press(page, "Next")

        await expect(page.get_by_label("This is what you typed. It is not saved yet.")).to_have_value(
            "Words while it is down"
        )
        await judged.judge("database down")
        own_postgresql.start()
        await press(page, "Send it once more")
        await is_on(page, "how_it_was")
        assert await said(service) == ["Words while it is down"]
    assert judged.faults == {}
