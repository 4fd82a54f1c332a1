"""Marked words, names, numbers and secrets go through the whole service: none comes out in a log or lies open on disk."""

import re
from collections.abc import Iterable
from pathlib import Path

import httpx
import pytest
from journeys.crowd import flow, states, until_stored

pytestmark = [pytest.mark.journey, pytest.mark.slow]

CHAT = 7_310_099_288
NAME = "Zephyrine"
ANSWER, MORE, COMMENT, EDIT, CAPTION = "zebrawood", "zirconium", "zodiacal", "zucchetto", "zymurgy"
POISON, BROKEN, FAULT, ON_THE_WEB = "zonular", "zygomatic", "zoolatry", "zwieback"
SECRET = "an-invented-webhook-secret-zzxxccvv-0123"
CODE = re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b")
BAD_UPDATES = (
    f'{{"update_id": {{id}}, "message": {{"message_id": "{POISON}", "chat": {{"id": {CHAT}}}, "text": "{POISON}"}}}}',
    f'{{"update_id": {{id}}, "message": {{"text": "{BROKEN}',
)


@pytest.fixture(params=["text", "json"])
def loud(request, make_service, bot_api):
    """A service whose libraries log all they can; fed by polling, and by webhook."""
    service = make_service(
        is_new=True,
        SAYSO_TELEGRAM_TOKEN=bot_api.token,
        SAYSO_TELEGRAM_API_URL=bot_api.url,
        SAYSO_LOG=request.param,
        JOURNEY_LOUD="1",
    )
    service.write_flow(flow(4))
    if request.param == "json":
        service.environ |= {"SAYSO_TELEGRAM_WEBHOOK_SECRET": SECRET, "SAYSO_PUBLIC_URL": service.url}
    return service


def known_person(bot_api):
    """Somebody whose number can be looked for."""
    person = bot_api.person(NAME)
    bot_api.chats[CHAT] = bot_api.chats.pop(person.id)
    person.id = person.chat.id = person.user["id"] = CHAT
    return person


async def talk_in_telegram(bot_api, token: str) -> str:
    """Say marked words in every way, with faults on the line; return the return code."""
    person = known_person(bot_api)
    for text in (f"/start {token}", "Yes", "1", ANSWER, MORE):
        await person.says(text)
        await person.hears()
    bot_api.faults.add(method="sendMessage", code=500, description=FAULT)
    bot_api.faults.add(method="sendMessage", code=429, retry_after=1)
    said = await person.says("Next")
    await person.hears()
    said = await person.says("3")
    await person.hears()
    await person.edits(said, EDIT)
    await person.hears()
    await person.sends_photo(CAPTION)
    await person.hears()
    for text in ("Skip", "Yes, that is right"):
        await person.says(text)
        heard = await person.hears()
    await person.says(COMMENT)
    await person.hears()
    return CODE.search(heard.text)[0]


async def talk_on_the_web(url: str) -> tuple[str, ...]:
    """Give marked words on the page; return the session and the return code."""
    async with httpx.AsyncClient(base_url=url, headers={"Origin": url}, follow_redirects=True) as client:
        page = await client.post("/start")
        for fields in ({"choice": "yes"}, {"text": "1"}, {"text": ON_THE_WEB}, {"command": "pause"}):
            hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page.text))
            page = await client.post("/talk", data={**hidden, **fields})
        session = next(iter(client.cookies.values()))
        return session, CODE.search(page.text)[0]


def with_marks(files: Iterable[Path], marks: Iterable[str]) -> list[tuple[str, str]]:
    """Return every file in which a mark lies open, with the mark."""
    return [
        (file.name, mark)
        for file in files
        for mark in marks
        for content in [file.read_bytes().lower()]
        if mark.lower().encode() in content or mark.lower().encode("utf-16-le") in content
    ]


async def test_nothing_personal_and_no_secret_is_logged_or_lies_open_on_disk(loud, bot_api):
    loud.start()
    await loud.ready()
    invited = await loud.command("invite", "--flow", "items", "--print", "1", "--format", "jsonl")
    token = invited.stdout.split('"token": "')[1].split('"')[0]
    for text in BAD_UPDATES:
        bot_api.push_raw(text)
    code = await talk_in_telegram(bot_api, token)
    session, web_code = await talk_on_the_web(loud.url)
    await until_stored(loud, states, lambda found: found.get("quarantined") == len(BAD_UPDATES))
    loud.kill()
    on_disk = {file: file.read_bytes() for file in loud.data.iterdir() if file.is_file()}
    loud.start()
    await loud.ready()
    backup = await loud.command("backup", str(loud.data / "backup"))
    assert backup.returncode == 0, backup.stderr
    assert await loud.stop() == 0

    words = (NAME, ANSWER, MORE, COMMENT, EDIT, CAPTION, POISON, BROKEN, FAULT, ON_THE_WEB)
    secrets = (str(CHAT), token, bot_api.token, SECRET, session)
    codes = tuple(form for each in (code, web_code) for form in (each, each.replace("-", "")))
    rows = await loud.export("items")
    assert {ON_THE_WEB, COMMENT, CAPTION} <= {row["text"] for row in rows}, "the marks did go through"
    assert len(on_disk) >= 3, "the file, its log and the index of the log"
    for file, content in on_disk.items():
        file.with_name(f"killed-{file.name}").write_bytes(content)
    assert with_marks([*loud.data.iterdir(), loud.folder / "log.txt"], words + secrets + codes) == []
    assert "library" in loud.log, "the libraries did log"
