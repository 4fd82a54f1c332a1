"""The index of words: it finds what reading everything finds, for each role, and nothing that is gone or hidden."""

import asyncio
import random  # noqa: TID251 - the same invented words in every run
import weakref
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from sqlalchemy import update

from review.app import app
from review.lists import search as searching
from review.lists.search import ListQuery, ResultPage, listed
from review.text.index_cache import IndexCache
from storage.audit import audit_log
from storage.audit import undo as acts
from storage.audit.undo import Act
from storage.people import erasure
from storage.review import texts
from storage.review.case_list import CaseFilter
from storage.review.search_index import IndexEntry, WordIndex, find_in, holds, query_of
from storage.review.texts import TextSpan
from storage.tables import consents
from tests.review.conftest import House

WORDS = (
    "nurse",
    "nurses",
    "nursery",
    "kind",
    "kinder",
    "cold",
    "café",
    "Łódź",
    "no",
    "not",
    "I",
    "ward",
    "Hill",
    "👩‍👧",
    "was",
)
AT = datetime(2026, 5, 4, 10, tzinfo=UTC)


async def search(house: House, indexing: IndexCache, role: str, words: str, **more) -> ResultPage:
    index = await indexing.current(house.db, house.vault)
    assert index is not None
    asked = ListQuery(CaseFilter(), role, words, index=index, **more)
    return await house.db.read(lambda tx: listed(tx, house.vault, asked))


async def names(house: House, indexing: IndexCache, role: str, words: str) -> list[str]:
    return [row.case.conversation_id for row in (await search(house, indexing, role, words)).rows]


def check(house: House, conversation_id: str, *hidden: TextSpan, state: str = "checked") -> str:
    """Somebody checks every text of a conversation; return the act."""
    member = house.hire(f"Bea {house.people} {state} {len(hidden)}", "reviewer")

    def job(tx):
        doing = Act(tx, house.vault, by=member.id, what="checked", now=house.clock(), conversation_id=conversation_id)
        for text in texts.of_conversations(tx, house.vault, ids=[conversation_id])[conversation_id]:
            texts.check(doing, text=text, state=state, hidden=hidden, now=house.clock())
        act_id = doing.store()
        house_audit(tx, house, f"conversation {conversation_id}")
        return act_id

    return house.db.write_now(job)


def house_audit(tx, house: House, target: str) -> None:
    audit_log.record(tx, house.vault, audit_log.AuditRecord("Bea", "checked", target), now=house.clock())


@pytest.mark.slow
async def test_the_index_finds_what_reading_everything_finds(both_houses):
    house, chance, indexing = both_houses, random.Random(7), IndexCache()  # noqa: S311 - as above
    for _ in range(60):
        held = house.says(*(" ".join(chance.choices(WORDS, k=4)) for _ in range(chance.randint(1, 3))))
        if chance.random() < 0.5:
            check(house, held.conversation.id, TextSpan(0, 3, "name"))

    for words in (
        *WORDS,
        "nur",
        "ki",
        "cold kind",
        "hill kin",
        "cafe",
        "lodz",
        "was no",
        "i",
        "n",
        "zebra",
        "'no'",
        "!",
    ):
        for role in ("reviewer", "viewer"):
            found = await search(house, indexing, role, words)
            read = read_through(house, role, words)
            assert found.rows == read.rows, (words, role)
            assert (found.after is None) == (read.after is None)


def read_through(house: House, role: str, words: str) -> ResultPage:
    return house.db.read_now(lambda tx: listed(tx, house.vault, ListQuery(CaseFilter(), role, words)))


@pytest.mark.slow
async def test_what_is_said_checked_undone_and_erased_later_is_known_at_the_next_search(both_houses):
    house, indexing = both_houses, IndexCache()
    first = house.says("Dr Hill was kind.").conversation.id
    assert await names(house, indexing, "reviewer", "hill") == [first]
    assert await names(house, indexing, "viewer", "kind") == []

    held = house.says("Dr Hill was late.")
    second = held.conversation.id
    assert await names(house, indexing, "reviewer", "hill") == [second, first]
    act = check(house, first, TextSpan(3, 7, "name"))
    assert await names(house, indexing, "viewer", "kind") == [first]
    assert await names(house, indexing, "viewer", "hill") == []
    member = house.hire("Cal", "reviewer")

    def undo(tx):
        acts.undo(tx, house.vault, act_id=act, by=member.id, now=house.clock())
        house_audit(tx, house, f"conversation {first}")

    house.db.write_now(undo)
    assert await names(house, indexing, "viewer", "kind") == []

    index = await indexing.current(house.db, house.vault)
    house.db.write_now(
        lambda tx: erasure.erase(tx, house.vault, person_id=held.person_id, why="asked", now=house.clock())
    )
    assert await names(house, indexing, "reviewer", "hill") == [first]
    assert index.find(query_of("late"), is_raw=True, place=None, limit=9) == ()
    await indexing.making
    fresh = await indexing.current(house.db, house.vault)
    assert fresh is not index
    assert fresh.turns([first, second]).keys() == {first}


async def test_pages_of_a_search_follow_each_other_without_gap_or_overlap(house):
    said = [house.says(f"cold {number}").conversation.id for number in range(7)]
    indexing, found, after = IndexCache(), [], None

    for _ in range(3):
        page = await search(house, indexing, "reviewer", "cold", limit=3, after=after)
        found += [row.case.conversation_id for row in page.rows]
        after = page.after

    assert found == said[::-1]
    assert after is None


async def test_filters_hold_in_a_search(house):
    house.says("cold", channel="web")
    held = house.says("cold")
    index = await IndexCache().current(house.db, house.vault)
    asked = ListQuery(CaseFilter(channel="telegram"), "reviewer", "cold", index=index, limit=1)

    found = house.db.read_now(lambda tx: listed(tx, house.vault, asked))

    assert [row.case.conversation_id for row in found.rows] == [held.conversation.id]


async def test_a_search_looks_at_a_bounded_number_and_then_offers_to_go_on(house, monkeypatch):
    held = house.says("cold", channel="web").conversation.id
    for _ in range(6):
        house.says("cold")
    monkeypatch.setattr(searching, "_TOGETHER", 2)
    monkeypatch.setattr(searching, "MOST_READ", 4)
    index = await IndexCache().current(house.db, house.vault)

    for known in (index, None):
        asked, found = ListQuery(CaseFilter(channel="web"), "reviewer", "cold", limit=2, index=known), []
        while True:
            page = house.db.read_now(lambda tx, asked=asked: listed(tx, house.vault, asked))
            found += [row.case.conversation_id for row in page.rows]
            if page.after is None:
                break
            asked = replace(asked, after=page.after)
        assert found == [held]


async def test_an_index_that_is_dropped_is_made_anew(house):
    held, indexing = house.says("cold"), IndexCache()
    before = await indexing.current(house.db, house.vault)

    indexing.drop()

    assert await names(house, indexing, "reviewer", "cold") == [held.conversation.id]
    assert await indexing.current(house.db, house.vault) is not before


async def test_words_leave_memory_the_moment_that_somebody_is_erased(house):
    held, refused = house.says("cold"), house.says("warm")
    desk = house.desk
    app(desk)
    index = weakref.ref(await desk.indexing.current(house.db, house.vault))
    desk.learning.learned_from = 9

    def refuse(tx):
        tx.execute(update(consents).where(consents.c.person_id == refused.person_id).values(granted=False))
        erasure.erase(tx, house.vault, person_id=refused.person_id, why="no consent", now=house.clock())

    house.db.write_now(refuse)
    assert index() is not None  # words that nobody was allowed to read are in no index

    def fail(tx):
        erasure.erase(tx, house.vault, person_id=held.person_id, why="asked", now=house.clock())
        raise LookupError

    with pytest.raises(LookupError):
        house.db.write_now(fail)
    assert index() is not None

    erase = partial(erasure.erase, vault=house.vault, person_id=held.person_id, why="asked", now=house.clock())
    house.db.write_now(erase)
    assert index() is None
    assert desk.learning.learned_from == 0


async def test_an_index_that_was_being_made_when_somebody_was_erased_is_not_kept(house):
    house.says("cold")
    indexing = IndexCache()

    class Slow:
        async def read(self, work):
            found = house.db.read_now(work)
            indexing.drop()
            return found

    assert await indexing.current(Slow(), house.vault) is None
    assert await names(house, indexing, "reviewer", "cold")


async def test_a_list_without_words_waits_for_no_index_but_lets_one_be_made(house):
    held = house.says("cold")
    indexing = IndexCache()
    reads = asyncio.Event()

    class Held:
        async def read(self, work):
            await reads.wait()
            return house.db.read_now(work)

    indexing.begin(Held(), house.vault)
    assert indexing.index is None
    reads.set()
    await indexing.making
    assert indexing.index.turns([held.conversation.id])


async def test_a_database_that_went_away_leaves_no_index_and_is_asked_again(house):
    indexing = IndexCache()
    house.db.close()
    assert await indexing.current(house.db, house.vault) is None
    house.db.open()
    held = house.says("cold")

    assert await names(house, indexing, "reviewer", "cold") == [held.conversation.id]
    assert not isinstance(indexing.making, asyncio.Task) or indexing.making.done()


def test_a_word_is_found_whole_by_its_beginning_and_without_accents_and_never_inside_another():
    assert [[term.words for term in group] for group in query_of("  Café's cafe 👩‍👧 x")] == [
        [("cafe", "s")],
        [("cafe",)],
        [("x",)],
    ]
    assert place("At the CAFE\u0301 bar", "cafe") == 7
    assert place("Hillside", "hill") == 0
    assert place("uphill", "hill") is None
    assert place("nothing", "no") is None
    assert place("no thing", "no") == 0


def place(text: str, asked: str) -> int | None:
    """Where the first group of a query stands in a text."""
    return find_in(text, query_of(asked)[0])


def test_words_in_quotes_follow_each_other_and_are_whole():
    assert place("Nobody rang me back", '"rang me"') == 7
    assert place("They rang him, then me", '"rang me"') is None
    assert place("rang rang me", '"rang me"') == 5
    assert place("Hillside", '"hill"') is None
    assert place("it’s a café’s", "café's") == 7
    assert place("rang", '"rang me') == 0


@pytest.mark.parametrize(
    ("asked", "text", "is_held"),
    [
        ("bus OR train late", "The train was late", True),
        ("bus OR train late", "The bus was full", False),
        ("bus or train", "The bus was full", False),
        ("OR bus OR", "The bus was full", True),
        ('"no bus" OR "no train" OR taxi', "There was no train", True),
        ("bus OR", "A bus", True),
    ],
)
def test_or_stands_between_words_of_which_one_is_enough(asked, text, is_held):
    assert holds(text, query_of(asked)) is is_held


@pytest.mark.parametrize("asked", ["", " ", '""', "OR", '" "', "👩‍👧"])
def test_where_there_is_no_word_nothing_is_asked_for(asked):
    assert query_of(asked) == ()


def test_conversations_heard_in_the_same_moment_have_places_of_their_own():
    index = WordIndex()
    index.put(IndexEntry(f"c{number}", 1, AT, "cold", "") for number in range(5))
    index.put([IndexEntry("c9", 1, AT - timedelta(days=1), "cold", "")])
    index.put([IndexEntry("c2", 2, AT + timedelta(days=1), "warm", "")])

    hits = index.find(query_of("cold"), is_raw=True, place=None, limit=9)

    assert {hit.conversation_id for hit in hits[:-1]} == {"c0", "c1", "c3", "c4"}
    assert hits[-1].conversation_id == "c9"
    assert index.find(query_of("warm"), is_raw=True, place=None, limit=9)[0].conversation_id == "c2"
    assert index.find(query_of("cold"), is_raw=False, place=None, limit=9) == ()
    assert index.memory() > 0
    index.close()
