"""What other services did is known here within seconds: words that were erased, and settings."""

from datetime import UTC, datetime

import pytest

from sayso.loops.news import News
from storage.crypto.vault import Vault
from storage.db.errors import StorageError
from storage.people import erasure, people
from tests.conftest import KEYS

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


@pytest.fixture
def person(sqlite_db, vault):
    """Somebody of whom there is a sealed word: their id, and the word."""

    def job(tx):
        contact_id = people.contact_for(tx, vault, channel="telegram", address="7", now=NOON)
        person_id = people.person_of(tx, contact_id=contact_id, now=NOON)
        return person_id, vault.seal(tx, person_id, "comment.words", "kind")

    return sqlite_db.write_now(job)


async def test_the_key_of_somebody_erased_elsewhere_and_all_that_was_made_of_words_is_let_go(sqlite_db, vault, person):
    person_id, sealed = person
    dropped = []
    vault.watch(lambda: dropped.append("index"))
    news = News(sqlite_db, vault, lambda _: (), lambda: pytest.fail("no setting changed"))
    await news.round()

    def opened() -> str:
        return sqlite_db.read_now(lambda tx: vault.open(tx, person_id, "comment.words", sealed))

    elsewhere = Vault(KEYS)
    await sqlite_db.write(lambda tx: erasure.erase(tx, elsewhere, person_id=person_id, why="asked", now=NOON))
    assert opened() == "kind"
    await news.round()

    with pytest.raises(StorageError):
        opened()
    assert dropped == ["index"]
    await news.round()
    assert dropped == ["index"]


async def test_a_setting_that_another_service_stored_is_taken_up_once(sqlite_db, vault):
    stored, begun = ["Fern Trust"], []
    news = News(sqlite_db, vault, lambda _: tuple(stored), lambda: begun.append(1))
    await news.round()
    stored[0] = "Moss Trust"
    await news.round()
    await news.round()

    assert begun == [1]
