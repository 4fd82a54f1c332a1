"""The shipped flows in a real browser against the whole service: by keyboard, without scripts, on a narrow screen."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from tests.browser.conftest import Judge, Judged, running
from tests.browser.keyboard import pick, press, tick, write
from tests.journeys.conftest import Running

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Act = tuple[Callable[[Page, str], Awaitable[None]], str]
Plan = dict[str, tuple[Act, ...]]


def says(act: Callable[[Page, str], Awaitable[None]], *labels: str) -> tuple[Act, ...]:
    return tuple((act, label) for label in labels)


NEXT = says(press, "Next")
SKIP = says(press, "Skip")
YES = says(pick, "Yes") + NEXT
NO = says(pick, "No") + NEXT
PARTLY = says(pick, "Partly") + NEXT
TRUST_LEADS: Plan = {
    "consent": YES,
    "a1": says(pick, "Looking online") + NEXT,
    "a2": YES,
    "a3": NO,
    "a4": says(tick, "Training", "Other") + says(write, "A song") + NEXT,
    "a5": YES,
    "a6": says(write, "We plan it with people now.") + NEXT,
    "a7": YES,
    "a8": YES,
    "a9": SKIP,
    "a10": NO,
    "a11": NO,
    "check": says(pick, "Yes, that is right") + NEXT,
}
SIGNATORIES: Plan = {
    "consent": YES,
    "b1": says(pick, "NSUN told us") + NEXT,
    "b2": YES,
    "b3": says(tick, "Better chances to get involved", "More ways to get involved") + NEXT,
    "b4": says(tick, "None of these") + NEXT,
    "b5": YES,
    "b6": SKIP,
    "b7": says(tick, "Charter") + NEXT,
    "b8": says(pick, "Maybe") + NEXT,
    "pb0": NO,
    "b9": YES,
    "b10": YES,
    "b11": NO,
    "b12": YES,
    "b13": NO,
    "check": says(pick, "Yes, that is right") + NEXT,
}
PEOPLE: Plan = {
    "consent": YES,
    "c1": says(pick, "Other, my own words") + says(write, "I volunteer") + NEXT,
    "c2": says(write, "Harbour House") + NEXT,
    "c3": YES,
    "c4": PARTLY,
    "c5": NO,
    "c6": NO,
    "c6b": says(tick, "Pay", "Someone to talk to") + NEXT,
    "c7": says(pick, "Nothing changed") + NEXT,
    "c8": says(tick, "I do not know") + NEXT,
    "c9": says(tick, "I feel more sure of myself") + NEXT,
    "c9b": YES,
    "c9c": says(write, "The stairs were steep.") + NEXT,
    "c10": says(pick, "Not sure") + NEXT,
    "c11": says(write, "Send papers sooner.") + NEXT,
    "quote_words": YES,
    "contact_next": NO,
    "about_you": YES,
    "age_band": says(pick, "45 to 64") + NEXT,
    "ethnic_group": says(press, "Prefer not to say"),
    "long_term_condition": SKIP,
    "check": says(pick, "Yes, that is right") + NEXT,
}


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def service_on_postgresql(postgresql, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Running]:
    """The web alone, and no name for the organisation."""
    settings = {"SAYSO_DATABASE_URL": postgresql.fresh(), "SAYSO_ORGANISATION": ""}
    async with running(tmp_path_factory.mktemp("service"), **settings) as started:
        yield started


async def is_on(page: Page, step: str) -> None:
    await expect(page.locator('#answer input[name="about"]')).to_have_value(step)


async def walk(page: Page, plan: Plan, judged: Judged) -> None:
    """Do on each page what the plan says, and have each page judged."""
    for step, acts in plan.items():
        await is_on(page, step)
        await judged.judge(step)
        for act, label in acts:
            await act(page, label)
    await expect(page.locator("main")).to_contain_text("Thank you. A person will read this.")
    await judged.judge("finished")


def kept(rows: list[dict[str, object]]) -> dict[object, object]:
    """What the export says of each question asked: the value, else the words, else the state."""
    assert {row["channel"] for row in rows} == {"web"}
    told = [row for row in rows if row["state"] != "not asked"]
    return {row["question"]: row["value"] or row["text"] or row["state"] for row in told}


def files_with(folder: Path, words: bytes) -> list[str]:
    return [file.name for file in folder.rglob("*") if file.is_file() and words in file.read_bytes()]


async def begin(page: Page, service: Running, flow: str) -> None:
    await page.goto(f"{service.url}/talk/{flow}")
    await press(page, "Start")


async def agree(page: Page, service: Running, flow: str = "open_door") -> None:
    await begin(page, service, flow)
    await pick(page, "Yes")
    await press(page, "Next")


async def test_trust_leads_by_keyboard(page_without_scripts: Page, service: Running, axe: Judge):
    page, judged = page_without_scripts, Judged(page_without_scripts, axe)
    await page.goto(service.url)
    await press(page, "4Pi in your trust", role="link")
    await press(page, "Start")

    await walk(page, TRUST_LEADS, judged)

    assert judged.faults == {}
    rows = await service.export("trust_leads")
    assert kept(rows) == {
        "a1": "online",
        "a2": "yes",
        "a3": "no",
        "a4": ["training", "other"],
        "a5": "yes",
        "a6": "We plan it with people now.",
        "a7": "yes",
        "a8": "yes",
        "a9": "skipped",
        "a10": "no",
        "a11": "no",
    }
    assert next(row["text"] for row in rows if row["question"] == "a4") == "A song"
    figures = await service.report("trust_leads")
    assert [figures[name]["percent"] for name in ("a1.aware", "a2.yes", "a3.yes", "a5.yes")] == [100, 100, 0, 100]


async def test_signatories_by_keyboard_with_postgresql(
    page_without_scripts: Page, service_on_postgresql: Running, axe: Judge
):
    page, judged = page_without_scripts, Judged(page_without_scripts, axe)
    await begin(page, service_on_postgresql, "signatories")

    await walk(page, SIGNATORIES, judged)

    assert judged.faults == {}
    assert kept(await service_on_postgresql.export("signatories")) == {
        "b1": "nsun",
        "b2": "yes",
        "b3": ["o1", "o3"],
        "b4": ["none"],
        "b5": "yes",
        "b6": "skipped",
        "b7": ["charter"],
        "b8": "maybe",
        "pb0": "no",
        "b9": "yes",
        "b10": "yes",
        "b11": "no",
        "b12": "yes",
        "b13": "no",
    }
    figures = await service_on_postgresql.report("signatories")
    assert [figures[name]["percent"] for name in ("b2.yes", "b3.o1", "b3.o2", "b4.w1", "b5.yes")] == [
        100,
        100,
        0,
        0,
        100,
    ]


async def test_people_by_keyboard(page_without_scripts: Page, service: Running, axe: Judge):
    page, judged = page_without_scripts, Judged(page_without_scripts, axe)
    await begin(page, service, "people")

    await walk(page, PEOPLE, judged)

    assert judged.faults == {}
    assert kept(await service.export("people")) == {
        "c1": "other",
        "c2": "Harbour House",
        "c3": "yes",
        "c4": "partly",
        "c5": "no",
        "c6": "no",
        "c6b": ["pay", "talk"],
        "c7": "nothing",
        "c8": ["unsure"],
        "c9": ["w2"],
        "c9b": "yes",
        "c9c": "The stairs were steep.",
        "c10": "unsure",
        "c11": "Send papers sooner.",
        "quote_words": "yes",
        "contact_next": "no",
        "about_you": "yes",
        "age_band": "under_65",
        "ethnic_group": "prefer not to say",
        "long_term_condition": "skipped",
    }
    assert (await service.report("people"))["c4.yes"]["shown"] is False


async def test_the_start_page_says_what_runs_and_every_way_to_take_part(
    page_without_scripts: Page, service: Running, service_on_postgresql: Running, axe: Judge
):
    page, judged = page_without_scripts, Judged(page_without_scripts, axe)
    await page.goto(service.url)
    await expect(page.get_by_role("link", name="Open our chat in Telegram")).to_have_attribute(
        "href", "https://t.me/sayso_test_bot"
    )
    await expect(page.locator("main")).to_contain_text("You can tell Example Trust what it was like to take part.")
    await judged.judge("named")

    await page.goto(service_on_postgresql.url)

    await expect(page.locator("main")).to_contain_text("You can tell us what it was like to take part.")
    await expect(page.locator("main")).to_contain_text("A computer program asks short questions.")
    await expect(page.get_by_role("heading", name="In Telegram")).to_have_count(0)
    await judged.judge("unnamed")
    assert judged.faults == {}


async def test_deleting_leaves_no_word_in_any_file_and_says_goodbye_once(
    page_without_scripts: Page, own_service: Running, axe: Judge, tmp_path: Path
):
    page, judged, words = page_without_scripts, Judged(page_without_scripts, axe), "Saffron quarrels by the harbour"
    await agree(page, own_service)
    await write(page, words)
    await press(page, "Next")
    assert words in str(await own_service.export("open_door"))

    await press(page, "Stop")
    await judged.judge("stop")
    await pick(page, "Delete it")
    await press(page, "Next")
    await expect(page.locator("main")).to_contain_text("We have deleted everything you told us.")
    await judged.judge("deleted")
    assert await page.context.cookies() == []
    await page.reload()

    await expect(page.locator("main")).not_to_contain_text("We have deleted everything")
    await expect(page.get_by_role("button", name="Start")).to_be_visible()
    assert await own_service.export("open_door") == []
    assert await own_service.stop() == 0
    assert files_with(tmp_path, b"Saffron") == []
    assert files_with(tmp_path, b"sayso") != []
    assert judged.faults == {}


async def test_help_is_there_in_every_state_and_keeps_what_is_half_written(
    page_without_scripts: Page, service: Running, axe: Judge
):
    page, judged = page_without_scripts, Judged(page_without_scripts, axe)

    async def helped(state: str, words: str = "") -> None:
        if words:
            await write(page, words)
        await press(page, "Help now")
        await expect(page.get_by_role("link", name="116 123")).to_be_visible()
        await judged.judge(f"help while {state}")
        await press(page, "Go back to your questions")
        if words:
            await expect(page.locator("#text")).to_have_value(words)

    await begin(page, service, "open_door")
    await helped("asked for consent")
    await pick(page, "Yes")
    await press(page, "Next")
    await helped("asked", "Half a story")
    await press(page, "Pause")
    await helped("paused", "Half a note")
    await press(page, "Go on")
    await press(page, "Stop")
    await helped("stopping")
    await pick(page, "Keep it")
    await press(page, "Next")
    await helped("stopped", "Half a farewell")

    assert judged.faults == {}


async def test_back_change_and_stop_lead_where_they_say(page_without_scripts: Page, service: Running, axe: Judge):
    page, judged = page_without_scripts, Judged(page_without_scripts, axe)
    await agree(page, service)
    await write(page, "A first try")
    await press(page, "Next")
    await press(page, "Back")
    await expect(page.locator("#text")).to_have_value("A first try")
    await press(page, "Next")
    await pick(page, "Good")
    await press(page, "Next")
    await press(page, "Skip")
    await pick(page, "Change something")
    await press(page, "Next")
    await is_on(page, "change")
    await judged.judge("change")
    await pick(page, "How it was")
    await press(page, "Next")
    await expect(page.get_by_label("Good", exact=True)).to_be_checked()
    await pick(page, "Bad")
    await press(page, "Next")

    await is_on(page, "check")
    await expect(page.locator("main")).to_contain_text("How it was: Bad")
    rows = [row for row in await service.export("open_door") if row["question"] == "how_it_was"]
    assert "bad" in [row["value"] for row in rows]
    assert judged.faults == {}


async def test_reload_and_double_press_store_an_answer_once(page_without_scripts: Page, service: Running):
    page, words = page_without_scripts, "Told once and no more"
    await agree(page, service)
    await write(page, words)
    await page.get_by_role("button", name="Next", exact=True).dblclick()
    await is_on(page, "how_it_was")

    await page.reload()
    await page.go_back()
    await page.go_forward()

    await is_on(page, "how_it_was")
    rows = [row for row in await service.export("open_door") if row["text"] == words]
    assert [(row["question"], row["revision"]) for row in rows] == [("what_happened", 1)]
