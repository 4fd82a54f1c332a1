"""Whatever people write, in any order and at any time: somebody can read it, or they were told that it is erased."""

import hashlib
from datetime import timedelta

import pytest
from journeys.house import House

from sayso.core.wakeup import Signals
from sayso.loops.clock_guard import ClockGuard, Forgetting
from sayso.loops.scheduler import Scheduler
from storage.people import erasure
from storage.review import before_yes, case_list, texts, triage
from storage.review.case_list import CaseFilter
from tests.samples import every

PEOPLE = (1, 2, 3, 4)
SAYS = (
    "/start",
    "Yes",
    "ok fine",
    "No",
    "person",
    "yes please",
    "3",
    "2",
    "Pause",
    "go on",
    "Stop",
    "thanks",
    "1",
    "help",
)
STORIES = ("The tea was cold, cup {n}.", "I want to die, cup {n}.", "A nurse hit me, cup {n}.", "who reads cup {n}?")
HOURS = (0.05, 0.2, 3, 5, 13, 26)
GONE = ("We have deleted everything", "That is fine.", "24 hours")


@pytest.fixture
def house(db, vault, tmp_path):
    return House(db, vault, tmp_path)


def readable(house: House) -> str:
    """Every word that some role can read: those who read replies, and those who look after people in danger."""

    def look(tx) -> str:
        agreed = case_list.ids(tx, wanted=CaseFilter(), limit=99)
        early = [one.conversation_id for one in before_yes.early(tx)]
        found = texts.of_conversations(tx, house.vault, ids=agreed) if agreed else {}
        held = texts.before_a_yes(tx, house.vault, ids=early) if early else {}
        return "\n".join(text.words for group in (*found.values(), *held.values()) for text in group)

    return house.db.read_now(look)


def assert_one_rule(house: House) -> None:
    """What `sayso waiting` lists is what stands in the inbox or on Care, and what Care counts is what it lists."""

    def look(tx) -> tuple[set[str], set[str], int, int]:
        shown = {
            one for view in ("waiting", "flagged") for one in case_list.ids(tx, wanted=CaseFilter(view=view), limit=99)
        }
        early = {one.conversation_id for one in before_yes.early(tx) if one.is_open}
        calls = {call.conversation for call in triage.waiting(tx)}
        return calls, shown | early, before_yes.count_open(tx), len(early)

    calls, shown, counted, listed = house.db.read_now(look)
    assert calls == shown
    assert counted == listed


def picked(things, *names):
    """One of the things, the same for the same names each time."""
    number = int.from_bytes(hashlib.sha256(repr(names).encode()).digest()[:4], "big")
    return things[number % len(things)]


@pytest.mark.slow
@pytest.mark.parametrize("seed", every(range(3), 3))
async def test_every_text_ever_accepted_can_be_read_or_was_told_to_be_erased(house, seed):
    said: list[tuple[int, str]] = []
    await house.listens(seconds=1)
    for number in range(60):
        person = picked(PEOPLE, seed, number, "person")
        is_story = picked((True, False, False), seed, number, "kind")
        line = picked(STORIES if is_story else SAYS, seed, number, "line").format(n=number)
        if is_story:
            said.append((person, line))
        await house.hears(line, person=person)
        if picked((True, False, False), seed, number, "pause"):
            await house.listens(hours=picked(HOURS, seed, number, "hours"))
        assert_one_rule(house)
    for _ in range(4):
        seen = readable(house)
        for person, line in said:
            told = "\n".join(house.channel.texts(str(person)))
            assert line in seen or any(words in told for words in GONE), (person, line)
        await house.listens(hours=20)


@pytest.mark.slow
@pytest.mark.parametrize("start_hours", [0, 1, 6, 9, 14])
async def test_care_never_tells_a_later_time_than_that_of_the_erasing(house, start_hours):
    house.passes(hours=start_hours)
    await house.listens(seconds=1)
    await house.talks_to("/start", "The tea was cold and nobody came.", person=1)
    told = []
    for _ in range(48):
        unread = house.db.read_now(before_yes.unread)
        if not unread.count:
            break
        told.append(unread.first_erased_at)
        await house.listens(hours=1)
    assert told == sorted(told)
    assert timedelta(0) <= house.now - told[-1] < timedelta(hours=1)


def guarded(house, *providers):
    """Let the scheduler doubt the clock: this machine has run for no second since it was last looked at."""
    guard = ClockGuard(lambda: 0.0, providers)
    forgetting = Forgetting(house._ledger, guard)
    house.scheduler = Scheduler(house.db, house.conversations, house.clock, Signals(), forgetting)
    return guard


@pytest.mark.slow
async def test_a_clock_that_is_wrong_for_a_moment_forgets_nobody(house):
    await house.talks_to("/start", "They were kind to me")
    guard = guarded(house)
    await house.scheduler.round()
    right, house.now = house.now, house.now + timedelta(days=3650)

    await house.scheduler.round()
    doubted, house.now = guard.trouble, right
    guarded(house)  # a start, meanwhile
    house.now += timedelta(days=3650)
    await house.scheduler.round()
    house.now = right
    await house.scheduler.round()

    assert "Nothing is forgotten until it is set right" in doubted
    assert not house.db.read_now(erasure.erased_people)
    await house.talks_to("Yes")
    assert house.response().comments


@pytest.mark.slow
async def test_a_clock_that_the_provider_confirms_forgets_what_is_due(house):
    await house.talks_to("/start", "They were kind to me")
    guarded(house, house.clock)

    for _ in range(4):
        house.now += timedelta(days=30)
        await house.scheduler.round()

    assert len(house.db.read_now(erasure.erased_people)) == 1
