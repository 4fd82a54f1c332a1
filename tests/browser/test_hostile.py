"""Hostile comments, taken in as any others: no page for staff runs, asks or is turned round by one of them."""

import asyncio
import re
from collections.abc import AsyncIterator, Iterator

import httpx
import pytest
import pytest_asyncio
from playwright.async_api import Browser
from sqlalchemy import Connection

from bot.update_ids import received
from review.lists.snapshots import of_text, of_words
from sayso.channels.registry import switched_off
from sayso.core.conversation_service import ConversationService
from sayso.core.flow_registry import FlowRegistry
from sayso.core.intake import Intake
from sayso.core.store import Store
from sayso.core.wakeup import Signals
from sayso.demo.team import hire
from sayso.loops.engine import routers_of
from sayso.loops.worker import Worker
from storage.db.ids import new_id
from storage.review import case_list, texts
from storage.review.case_list import CaseFilter
from storage.review.texts import FreeText
from tests.browser.hostile import HURT, TURNING, hostile
from tests.browser.staff_site import served_app
from tests.review.walk import NOW, ORIGIN, Demo, opened, staffed, walk
from tests.samples import IS_WHOLE, every

pytestmark = [pytest.mark.browser, pytest.mark.slow]

COMMENTS, PEOPLE = every(hostile(500), 5), 25 if IS_WHOLE else 10
MOST_MS = 180_000
"""A page of 100,000 letters is long work for a browser on a busy machine."""
HALVES = re.compile("[\ud800-\udfff\ufffd]")
"""Halves of a pair, which no text may hold alone: each is stored as the mark for what cannot be read."""
SEARCHES = ("/staff/inbox?q=hurt", "/staff/inbox?q=gnp", "/staff/inbox?q=%3Cscript%3E", "/staff/inbox?q=zzz")
LOOK = """said => {
  const isolating = new Set(["isolate", "isolate-override", "plaintext"]);
  const marks = /[\\u202a-\\u202e\\u2066-\\u2069\\u0590-\\u08ff\\u061c]/;
  const faults = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) if (walker.currentNode.data.trim()) nodes.push(walker.currentNode);
  const holder = node => {
    let one = node.parentElement;
    while (getComputedStyle(one).display === "inline" && !isolating.has(getComputedStyle(one).unicodeBidi))
      one = one.parentElement;
    return one;
  };
  const plain = text => text.replace(/[\\s\\u0000-\\u001f\\u007f-\\u009f]+/g, "").replace(/^[…“”"]+|[…“”"]+$/g, "");
  const known = plain(said);
  const bound = new Map();
  for (const node of nodes) {
    const one = holder(node);
    if (!bound.has(one)) bound.set(one, []);
    bound.get(one).push(node);
  }
  for (const [one, those] of bound) {
    if (!those.some(node => marks.test(node.data))) continue;
    const others = those.filter(node => !known.includes(plain(node.data)));
    if (others.length) faults.push(`${one.tagName}.${one.className}: ${others[0].data.slice(0, 80)}`);
  }
  return { faults, hurt: window.hurt || 0, refused: window.refused || [] };
}"""
"""Looks for letters that turn the order and stand in one line with words that are not theirs."""
WATCH = """window.refused = []; document.addEventListener("securitypolicyviolation",
  one => window.refused.push(one.violatedDirective + " " + one.blockedURI));"""


async def take_in(store: Store, registry: FlowRegistry, comments: tuple[str, ...]) -> None:
    """Let people say them in a chat, one after the other, through the inbox and the worker."""
    signals, routers = Signals(), routers_of(switched_off(ConversationService(store.vault, registry), lambda: NOW))
    worker = Worker(store.database, routers, lambda: NOW, signals)
    intake = Intake(store.database, store.vault, signals.received, lambda: NOW)
    scripts = [("/start", "yes", *comments[person::PEOPLE]) for person in range(PEOPLE)]
    for turn in range(len(scripts[0])):
        messages = []
        for person, script in enumerate(scripts):
            number = turn * PEOPLE + person
            chat = {"id": 7000 + person, "type": "private"}
            message = {"message_id": number, "chat": chat, "date": 1_772_625_600, "text": script[turn]}
            messages.append(received({"update_id": number, "message": message}))
        await intake.keep(messages)
        await worker.round()


async def check_and_code(client: httpx.AsyncClient, town: Demo) -> None:
    """Check the texts of every other conversation and put all of them under a theme, so that more pages show them."""
    token = town.desk.vault.stamp("csrf", client.cookies["sayso-staff"])

    async def send(path: str, **fields: str) -> None:
        answer = await client.post(
            f"/staff{path}", data={"csrf": token, "mark": new_id(), **fields}, headers={"origin": ORIGIN}
        )
        assert answer.status_code == 303, answer.text

    for number, text in enumerate(in_all(town)):
        seen = of_words("reviewer", text).stamp(town.desk.vault)
        await send(f"/texts/{text.ref}/code", new=f"<img src=x onerror={HURT}>", memo=TURNING[1], seen=seen)
        if number % 2:
            await send(f"/texts/{text.ref}/check", recognised="no", seen=of_text(text).stamp(town.desk.vault))


def all_texts(tx: Connection, town: Demo) -> list[FreeText]:
    ids = [case.conversation_id for case in case_list.cases(tx, wanted=CaseFilter(), limit=PEOPLE)]
    return [text for those in texts.of_conversations(tx, town.desk.vault, ids=ids).values() for text in those]


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    with opened(tmp_path_factory.mktemp("hostile"), SAYSO_DEFAULT_FLOW="open_door") as (settings, store, registry):
        team = store.database.write_now(lambda tx: hire(tx, store.vault, now=NOW))
        asyncio.run(take_in(store, registry, tuple(COMMENTS)))
        filled = staffed(settings, store, registry, team)
        asyncio.run(check_and_code(filled.client("reviewer"), filled))
        yield filled


@pytest_asyncio.fixture(loop_scope="session")
async def origin(town: Demo) -> AsyncIterator[str]:
    async with served_app(town.app) as address:
        yield address


async def test_every_hostile_comment_was_taken_in_whole(town: Demo):
    said = "\n".join(text.words for text in in_all(town))

    for comment in COMMENTS:
        assert HALVES.sub("?", comment.replace("\x00", "").strip()) in HALVES.sub("?", said), comment[:80]


@pytest.mark.parametrize("role", ["reviewer", "viewer"])
async def test_no_hostile_comment_runs_asks_or_turns_anything_round(
    browser: Browser, town: Demo, origin: str, role: str
):
    context = await browser.new_context(viewport={"width": 320, "height": 640})
    await context.add_cookies([{"name": "sayso-staff", "value": town.session(role), "url": origin}])
    await context.add_init_script(WATCH)
    page = await context.new_page()
    page.set_default_navigation_timeout(MOST_MS)
    asked, dialogs = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    shown = "\n".join([*(text.words for text in in_all(town)), TURNING[1]])
    async with town.client(role) as client:
        seen = await walk(client)
    spoken = {f"/staff/conversations/{text.conversation_id}" for text in in_all(town)}

    wrong = {}
    pages = [address for address, read in seen.items() if not read.is_file]
    for address in dict.fromkeys([*every(pages, 2), *spoken, *SEARCHES]):
        await page.goto(origin + address)
        found = await page.evaluate(LOOK, shown)
        if found["faults"] or found["hurt"] or found["refused"]:
            wrong[address] = found

    await context.close()
    assert wrong == {}
    assert dialogs == []
    assert [url for url in asked if not url.startswith(f"{origin}/")] == []
    assert len(spoken) == PEOPLE


def in_all(town: Demo) -> list[FreeText]:
    return town.desk.database.read_now(lambda tx: all_texts(tx, town))
