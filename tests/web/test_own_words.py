"""Own words beside choices: one press, stored once, and never in the way of what else can be said there."""

import pytest

from feedback.conversation.events import Answered
from tests.web.conftest import Visitor
from tests.web.memory import MemoryService

pytestmark = pytest.mark.slow
"""The first to hear loads the models."""


def kept(service: MemoryService, question: str) -> list[tuple[object, str]]:
    """Return each revision that was stored of an answer: the coded value, and the words."""
    found = [event.answer for event in service.events if isinstance(event, Answered) and event.question == question]
    return [(answer.value, answer.words) for answer in found]


@pytest.mark.parametrize("words", ["I volunteer", "A bit of both, it is complicated", "I am a patient rep"])
async def test_own_words_with_nothing_picked_are_taken_in_one_press_and_once(
    visitor: Visitor, service: MemoryService, words: str
):
    await visitor.reach("role")

    page = await visitor.say(text=words)

    assert 'name="about" value="place"' in page.text
    assert kept(service, "role") == [("other", words)]
    assert service.comments() == []


@pytest.mark.parametrize("choice", ["other", "carer"])
async def test_own_words_beside_a_picked_choice_are_kept_with_it_once(
    visitor: Visitor, service: MemoryService, choice: str
):
    await visitor.reach("role")

    page = await visitor.say(choice=choice, text="For my mum, on most days")

    assert 'name="about" value="place"' in page.text
    assert kept(service, "role") == [(choice, "For my mum, on most days")]


async def test_words_that_surely_name_a_choice_are_that_choice(visitor: Visitor, service: MemoryService):
    await visitor.reach("role")

    await visitor.say(text="carer")

    assert kept(service, "role") == [("carer", "carer")]


@pytest.mark.parametrize(
    ("words", "answered"),
    [
        ("How long does this take?", "questions are left"),
        ("I want to kill myself", "116 123"),
        ("Stop", "Shall we keep what you told us"),
    ],
)
async def test_what_is_said_to_the_program_or_needs_a_person_is_no_choice(
    visitor: Visitor, service: MemoryService, words: str, answered: str
):
    await visitor.reach("role")

    page = await visitor.say(text=words)

    assert answered in page.text
    assert kept(service, "role") == []
