"""Exports of what people said to the bot, recorded, and for each role."""

import json

import pytest
from sqlalchemy import insert, select

from sayso.core.clock import now
from storage.tables import answers, audits, comments, staff, text_checks


@pytest.mark.slow
def test_each_export_stands_in_the_audit_and_an_analyst_sees_checked_words_only(house_on_both):
    house_on_both.finishes("yes", "It is Ada's milk")
    house_on_both.hears("And a comment")
    with house_on_both.store() as opened:
        opened.database.write_now(_check_texts)

    whole = house_on_both.run("export", "--role", "reviewer", "--why", "For the board", "--flow", "tea")
    shut = house_on_both.run("export", "--role", "analyst", "--flow", "tea")

    words = [[json.loads(line)["text"] for line in ran.out.splitlines()] for ran in (whole, shut)]
    assert words == [["yes", "It is Ada's milk", "And a comment"], ["", "It is [name]'s milk", "And a comment"]]
    with house_on_both.store() as opened, opened.database.reading() as tx:
        kept = [(row.what, row.target, row.reason) for row in tx.execute(select(audits).order_by(audits.c.id))]
    assert kept == [
        ("export jsonl as reviewer", "flow tea", "For the board"),
        ("export jsonl as analyst", "flow tea", ""),
    ]


def _check_texts(tx):
    tx.execute(insert(staff), {"id": "s1", "name": "Bea", "role": "reviewer", "created_at": now()})
    why = tx.execute(select(answers.c.id).where(answers.c.question == "why")).scalar_one()
    comment = tx.execute(select(comments.c.id)).scalar_one()
    check = {"state": "checked", "by": "s1", "at": now()}
    rows = [
        {"id": "t1", "answer_id": why, "comment_id": None, "hidden": '[[6, 9, "name"]]', **check},
        {"id": "t2", "answer_id": None, "comment_id": comment, "hidden": "[]", **check},
    ]
    tx.execute(insert(text_checks), rows)
