"""Answers to questions about who somebody is: figures hide them below ten, so only those who see every word read them."""

import re

import pytest

from config.load import load_words
from feedback.conversation.events import Answered
from feedback.flows.answer import Answer, Piece
from feedback.flows.canonical_json import compile_flow
from feedback.flows.flow_parser import parse
from feedback.flows.model import about_person
from storage.conversations import flow_versions
from tests.review.conftest import FLOW, NOW

ABOUT = """
[[question]]
id = "about_you"
ask = "May we ask something about you?"
type = "yesno"
consent = "about_you"
[[question]]
id = "age"
ask = "How old are you?"
type = "one"
prefer_not = true
other = "other"
when = "about_you is yes"
choices.young = "Under 25"
choices.other = "Something else"
[[question]]
id = "school"
ask = "Do you go to school?"
type = "yesno"
prefer_not = true
when = "age is young"
"""


@pytest.fixture
def asks_about_them(house):
    house.flow = parse("ward.toml", FLOW.replace("[finish]", f"{ABOUT}[finish]"), load_words())
    house.db.write_now(lambda tx: flow_versions.keep(tx, flow=house.flow, compiled=compile_flow(house.flow), now=NOW))
    return house


def test_a_question_put_only_to_those_who_answered_so_tells_who_they_are_as_well(asks_about_them):
    assert about_person(asks_about_them.flow) == {"age", "school"}


def says_age(house, value: str, *words: str):
    pieces = tuple(Piece("9", one) for one in words)
    return house.says("All was well", picks="good", events=[Answered("age", Answer("answered", NOW, value, pieces))])


@pytest.mark.parametrize(
    ("role", "is_told"),
    [("viewer", False), ("coder", False), ("analyst", False), ("reviewer", True), ("safeguarding", True)],
)
async def test_who_somebody_is_is_told_only_to_those_who_see_every_word(asks_about_them, browse, role, is_told):
    held, browser = says_age(asks_about_them, "young"), browse(role)

    await browser.get(f"/conversations/{held.conversation.id}")

    assert ("Under 25" in browser.text, "Kept for those who see every word." in browser.text) == (is_told, not is_told)
    assert ("How old are you?" in browser.text, "Good" in browser.text) == (True, True)


@pytest.mark.slow
async def test_words_that_say_who_somebody_is_are_kept_back_from_every_list_and_search(asks_about_them, browse):
    held = says_age(asks_about_them, "other", "Nearly ninety")
    reviewer, coder = browse("reviewer"), browse("coder")
    await reviewer.get(f"/conversations/{held.conversation.id}")
    for ref in re.findall(r'<section class="card" id="(\w+)"', reviewer.page.text):
        await reviewer.get(f"/texts/{ref}/check")
        assert ("This says who they are." in reviewer.text) is ("Nearly ninety" in reviewer.text)
        await reviewer.send(f"/texts/{ref}/check", recognised="no")

    await reviewer.get("/inbox?q=ninety")
    assert "Nearly ninety" in reviewer.text
    await coder.get("/inbox?q=ninety")
    assert "0 conversations found" in coder.text
    await coder.get(f"/conversations/{held.conversation.id}")
    assert ("All was well" in coder.text, "ninety" in coder.text) == (True, False)
