"""The page Settings says how long things are kept, and counts what is old without touching it."""

import pytest

from review.http.setup_port import RetentionRule, SetUpPort
from storage.people.old_answers import OldCounts, count_older
from tests.review.conftest import House

RULE = RetentionRule("contact", "Who a conversation is from", "30 days", "time alone", "storage/people/erasure.py")

pytestmark = pytest.mark.slow


async def test_what_is_older_than_a_time_is_counted_and_stays_on_both_databases(both_houses: House, browse_both):
    both_houses.says("The ward was loud.", "And cold.")
    both_houses.says("Nobody asked me.")
    both_houses.clock.forward(days=400)
    both_houses.says("It was better this time.")
    before = both_houses.db.read_now(lambda tx: count_older(tx, before=both_houses.clock()))
    both_houses.house = SetUpPort(retention=(RULE,))
    admin = browse_both("admin")

    await admin.get("/settings")
    assert "this would go" not in admin.text
    assert "Who a conversation is from Kept 30 days. What ends it: time alone. Class: contact" in admin.text
    await admin.get("/settings?older=12")
    assert "what is older than 1 year, this would go: 2 conversations, with 2 answers and 1 comment" in admin.text
    assert "everything of 2 people, who said nothing since This is only a count. Nothing was changed." in admin.text
    await admin.get("/settings?older=24")
    assert "0 conversations" in admin.text
    await admin.get("/settings?older=1e999")
    assert "this would go" not in admin.text
    assert before == OldCounts(people=3, conversations=3, answers=3, comments=1, letters=0, mails=0)
    assert both_houses.db.read_now(lambda tx: count_older(tx, before=both_houses.clock())) == before
