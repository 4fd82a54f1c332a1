"""The page behind a letter's link: opening it changes nothing, and one press stops the letters."""

import re

import pytest

from tests.web.conftest import Visitor
from tests.web.memory import MemoryService

TOKEN = "known"


async def test_opening_the_page_changes_nothing_and_tells_nothing_of_the_token(
    visitor: Visitor, service: MemoryService
):
    known, unknown = await visitor.open(f"/stop/{TOKEN}"), await visitor.open("/stop/unknown")

    assert (known.status_code, unknown.status_code, service.stopped) == (200, 200, [])
    assert known.text.replace(TOKEN, "unknown") == unknown.text
    assert "set-cookie" not in known.headers


async def test_programs_that_only_look_change_nothing(visitor: Visitor, service: MemoryService):
    for method in ("HEAD", "OPTIONS", "PUT", "DELETE", "PATCH"):
        await visitor.client.request(method, f"/stop/{TOKEN}")

    assert service.stopped == []


async def test_the_button_on_the_page_stops_the_letters(visitor: Visitor, service: MemoryService):
    page = await visitor.open(f"/stop/{TOKEN}")
    action = re.search(r'<form[^>]* action="([^"]+)"', page.text)

    pressed = await visitor.send(action[1] if action else "", visitor.hidden())

    assert (pressed.status_code, service.stopped) == (200, [TOKEN])
    assert "We have stopped." in pressed.text


async def test_a_wish_may_change_and_one_press_lets_letters_go_again(visitor: Visitor, service: MemoryService):
    stopped = await visitor.client.post(f"/stop/{TOKEN}", content=b"")
    actions = [
        re.search(rf'action="(/stop/{TOKEN}/again)"', text)
        for text in (stopped.text, (await visitor.open(f"/stop/{TOKEN}")).text)
    ]
    assert all(actions)

    looked = await visitor.client.get(f"/stop/{TOKEN}/again")
    pressed = await visitor.client.post(f"/stop/{TOKEN}/again", content=b"")
    unknown = await visitor.client.post("/stop/unknown/again", content=b"")

    assert (looked.status_code, pressed.status_code, unknown.status_code) == (405, 200, 404)
    assert service.resumed == [TOKEN, "unknown"]
    assert "We may write to you again." in pressed.text


@pytest.mark.parametrize("headers", [{}, {"Origin": "null"}, {"Origin": "https://mail.example.net"}])
async def test_a_mail_program_stops_the_letters_without_our_page(visitor: Visitor, service: MemoryService, headers):
    pressed = await visitor.client.post(
        f"/stop/{TOKEN}", data={"List-Unsubscribe": "One-Click"}, headers={"User-Agent": "a mail program", **headers}
    )

    assert (pressed.status_code, service.stopped) == (200, [TOKEN])


async def test_pressing_twice_is_no_fault(visitor: Visitor):
    answers = [await visitor.client.post(f"/stop/{TOKEN}", content=b"") for _ in range(2)]

    assert [answer.status_code for answer in answers] == [200, 200]


@pytest.mark.parametrize("token", ["unknown", "a" * 26, "%00", "x" * 3000, "..%2f..%2fetc"])
async def test_an_unknown_token_is_not_found(visitor: Visitor, token: str):
    answer = await visitor.client.post(f"/stop/{token}", data={"List-Unsubscribe": "One-Click"})

    assert answer.status_code == 404
