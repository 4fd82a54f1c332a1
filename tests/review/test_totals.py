"""How many a search finds is told, as far as it is known."""

import pytest

from review.lists import totals
from review.lists.search import ListQuery, listed
from review.lists.totals import SearchTotal, total
from review.text.index_cache import IndexCache
from storage.review import case_list
from storage.review.case_list import CaseFilter
from tests.review.conftest import House

pytestmark = pytest.mark.slow


async def of(house: House, words: str, wanted: CaseFilter | None = None, role: str = "reviewer") -> SearchTotal | None:
    indexing = IndexCache()
    while (index := await indexing.current(house.db, house.vault)) is None:
        pass
    asked = ListQuery(wanted or CaseFilter(), role, words, limit=2, index=index)
    return house.db.read_now(lambda tx: total(tx, house.vault, asked, listed(tx, house.vault, asked)))


async def test_totals_are_told_of_words_phrases_and_filters(house: House):
    for number in range(5):
        house.says(f"The bus was late, number {number}", channel="web" if number < 3 else "telegram")
    house.says("late was the bus")

    assert await of(house, "bus") == SearchTotal(6)
    assert await of(house, '"bus was late"') == SearchTotal(5)
    assert await of(house, "bus", CaseFilter(channel="web")) == SearchTotal(3)
    assert await of(house, "bus", CaseFilter(channel="web", among=())) == SearchTotal(0)
    assert await of(house, "tram") == SearchTotal(0)
    assert await of(house, "") is None
    assert await of(house, "bus", role="viewer") == SearchTotal(0)


async def test_where_not_all_were_counted_it_is_told_that_there_may_be_more(house: House, monkeypatch):
    for number in range(5):
        house.says(f"The bus was late, number {number}", channel="web")
    monkeypatch.setattr(totals, "_READ_MOST", 3)
    monkeypatch.setattr(totals, "COUNTED_MOST", 3)

    assert await of(house, '"bus was"') == SearchTotal(3, is_least=True)
    assert await of(house, "bus") == SearchTotal(3, is_least=True)
    assert await of(house, "bus", CaseFilter(channel="web")) == SearchTotal(4, is_least=True)
    assert case_list.COUNTED_MOST == 1000
