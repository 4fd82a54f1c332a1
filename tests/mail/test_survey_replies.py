"""Replies to our own letters, made by a generator that was written before the parser: tests/mail_replies.

`make nightly` hears them all (SAYSO_REPLIES=1); here one in four, others each day.
"""

import os

import pytest
from mail_replies.judge import judge
from mail_replies.make import replies, reply
from mail_replies.table import Table, measure

from mail.reader.parse import hear
from tests.samples import TURN

pytestmark = pytest.mark.uncounted
COUNT = 1200
SAMPLE = int(os.environ.get("SAYSO_REPLIES", "4"))


@pytest.fixture(scope="module")
def heard() -> Table:
    table = measure(replies(COUNT // SAMPLE, TURN % SAMPLE * (COUNT // SAMPLE)), hear)
    print("\n".join(table.lines()))  # noqa: T201 - pytest shows it when a test fails
    return table


@pytest.mark.slow
def test_no_word_that_somebody_typed_is_lost(heard: Table):
    assert [reply.name for reply, verdict in heard.failures if verdict.lost] == []


@pytest.mark.slow
def test_words_are_kept_where_the_letter_was_changed_on_its_way():
    worn = measure(replies(320, is_worn=True), hear)

    assert worn.share("kept") == 1
    assert worn.share("clean") >= 0.97


@pytest.mark.parametrize(
    "seed",
    [
        pytest.param(23908, id="answers named like the header of the mail that they stand above"),
        pytest.param(23510, id="two answers of one word that read like the choices of a question"),
        pytest.param(24859, id="choices repeated inside a sentence, their question deleted"),
        pytest.param(555, id="the same answer everywhere, which is also a choice"),
    ],
)
def test_replies_that_once_lost_words_are_heard_rightly(seed: int):
    one = reply(seed)
    verdict = judge(one, hear(one.raw, one.sent))

    assert verdict.is_clean
    assert verdict.faults == ()


@pytest.mark.slow
def test_98_of_100_replies_hold_their_words_and_no_others(heard: Table):
    assert heard.share("clean") >= 0.98


@pytest.mark.slow
def test_answers_between_the_lines_reach_their_question(heard: Table):
    assert heard.share("exact", of="between the lines") >= 0.97
    assert heard.share("wrong", of="between the lines") <= 0.005


@pytest.mark.slow
def test_answers_of_every_kind_reach_their_question_or_are_held_back(heard: Table):
    assert heard.share("exact") >= 0.97
    assert heard.share("wrong") <= 0.005
