"""Words of people run in their own direction, and a field with an error says so to every reader."""

import re

import pytest

from tests.web.conftest import Visitor
from tests.web.memory import MemoryService

ARABIC = "كان الاجتماع مبكرا"
"""The meeting was early."""


@pytest.mark.parametrize("question", ["role", "place", "meetings", "first_time", "harder"])
async def test_every_field_for_words_takes_their_direction(visitor: Visitor, question: str):
    page = await visitor.reach(question)

    assert re.search(r'<(?:textarea|input) id="text"[^>]* dir="auto"', page.text)


async def test_words_that_are_shown_again_run_in_their_own_direction(visitor: Visitor, service: MemoryService):
    await visitor.reach("harder")
    form = {**visitor.hidden(), "text": ARABIC}
    page = await visitor.say(text=ARABIC)
    page = await visitor.say(command="skip")
    assert f"What was harder: <bdi>{ARABIC}</bdi>" in page.text

    service.is_away = True
    unsaved = await visitor.send("/talk", form)
    service.is_away = False
    visitor.client.cookies.clear()
    lost = await visitor.send("/talk", form)

    for handed_back in (unsaved, lost):
        assert re.search(rf'<textarea [^>]*dir="auto" readonly>\s*{ARABIC}</textarea>', handed_back.text)


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ("role", r'<fieldset role="radiogroup" aria-invalid="true" aria-describedby="problem">'),
        ("changes", r'<input id="option-1" type="checkbox" [^>]*aria-invalid="true">'),
        ("meetings", r'<input id="text" [^>]*aria-invalid="true" aria-describedby="hint problem">'),
        ("harder", r'<textarea id="text" [^>]*aria-invalid="true" aria-describedby="hint problem">'),
    ],
)
async def test_a_field_with_an_error_says_so_and_what_to_do(visitor: Visitor, question: str, field: str):
    page = await visitor.reach(question)
    assert "aria-invalid" not in page.text

    page = await visitor.say()

    assert re.search(field, page.text)
    assert re.search(r'<p id="problem" class="problem-text">.*or press Skip\.</p>', page.text)
    assert 'role="alert" tabindex="-1" autofocus' in page.text


async def test_a_return_code_with_an_error_says_so(visitor: Visitor):
    page = await visitor.send("/return", {"text": "AAAA-AAAA-AAAA"})

    assert re.search(r'<input id="code" [^>]*aria-invalid="true" aria-describedby="code-hint problem"', page.text)


async def test_every_page_says_who_signs_where_the_host_named_somebody(service, visitor):
    assert "This is from" not in (await visitor.open("/")).text
    service.words = service.words.signed_by("Ada & Cal", "0117 496 0000")

    for path in ("/", "/privacy", "/help-now", "/no-such-page"):
        assert "This is from Ada &amp; Cal.<br>You can reach us: 0117 496 0000" in (await visitor.open(path)).text
