"""Lists of those who wait: who has waited longest stands on top, however long the list is."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from feedback.conversation.events import Distressed
from storage.review import case_list
from storage.review.case_list import CaseFilter
from storage.tables import flags
from tests.storage.conftest import NOW
from tests.storage.review.test_case_list import Team, says


@pytest.fixture
def ada(talk):
    return Team(talk)


def test_who_has_waited_longest_stands_first_page_by_page(talk, ada):
    held = [says(talk, "I cannot go on", address=f"700{n}", events=(Distressed("suicide", "go on"),)) for n in range(5)]
    ids = [one.conversation.id for one in held]
    for hours, one in zip((3, 1, 5, 2, 4), ids, strict=True):
        at = update(flags).where(flags.c.conversation_id == one).values(at=NOW - timedelta(hours=hours))
        talk.db.write_now(lambda tx, at=at: tx.execute(at))
    taking = {"assigned_to": ada.id, "state": "read"}
    ada.does(lambda _, act: case_list.put(act, conversation_ids=ids[1:3], now=NOW, **taking))

    def pages(limit, **more):
        wanted, found, after = CaseFilter("flagged", order="waiting", **more), [], None
        look = lambda tx: case_list.cases(tx, wanted=wanted, limit=limit, after=after)  # noqa: E731 - said once
        while some := talk.db.read_now(look):
            found += [ids.index(case.conversation_id) for case in some]
            after = some[-1].place(wanted)
        return found

    assert [pages(limit) for limit in (1, 2, 5, 9)] == [[2, 4, 0, 3, 1]] * 4
    assert [pages(limit, state="read") for limit in (1, 2, 5)] == [[2, 1]] * 3
