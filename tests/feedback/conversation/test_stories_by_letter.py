"""A story told by letter: what it may answer is put to the person in the letter back, each with its number."""

from dataclasses import replace

import pytest

from feedback.conversation.events import Commented, Said
from feedback.conversation.messages import Inbound, Prompt
from feedback.flows.model import Flow

EQUAL = "they treated me like an equal"
STORY = f"i went to the forum. {EQUAL}. it wasn't clear why they asked us to come. I got what I needed. nobody told us what changed"
LONG = f"Dear all. {STORY}. {'it was a long day ' * 6}"


@pytest.fixture
def reader(all_flows: dict[str, Flow], play):
    """Somebody who has a letter with every question in front of them."""
    talk = play(all_flows["people"], channel="email")
    talk.conversation = replace(talk.state, is_greeted=True)
    return talk


def write(person, *answers: tuple[str, str], beside: str = "") -> tuple[Prompt, ...]:
    text = "\n".join((*(words for _, words in answers), beside))
    inbound = Inbound("email", "letter", person.now, text=text, answers=answers, beside=beside, whole=True)
    person.hears(inbound)
    return [event.outbound for event in person.events if isinstance(event, Said)][-1].rest


def test_a_letter_that_tells_a_story_is_answered_with_what_it_may_answer(reader):
    asked = {prompt.about: prompt for prompt in write(reader, ("consent", "yes"), beside=LONG)}

    assert "story:c3" in asked
    assert "c3" not in asked
    assert f'You wrote: "{EQUAL}."' in asked["story:c3"].ask
    assert reader.state.answers == {}
    assert LONG in [event.piece.words for event in reader.events if isinstance(event, Commented)]


def test_a_letter_says_yes_no_and_other_words_to_what_was_told(reader):
    write(reader, ("consent", "yes"), beside=LONG)
    asked = write(reader, ("story:c3", "1"), ("story:c4", "No, ask me"), ("story:c6", "Partly"), ("c1", "2"))

    assert (reader.answer("c3").value, reader.answer("c3").is_from_story) == ("yes", True)
    assert (reader.answer("c6").value, reader.answer("c6").is_from_story) == ("partly", False)
    assert "c4" not in reader.state.answers
    assert {"c4", "story:c7"} <= {prompt.about for prompt in asked}
    write(reader, ("story:c3", "no"), ("story:c4", "yes"))
    assert reader.answer("c3").value == "yes"
    assert "c4" not in reader.state.answers


def test_a_reminder_by_letter_repeats_nothing_of_what_was_told(reader):
    write(reader, ("consent", "yes"), beside=LONG)
    reader.waits(days=5)
    last = [event.outbound for event in reader.events if isinstance(event, Said)][-1]

    assert last.kind == "reminder"
    assert "You wrote" not in "".join(prompt.ask for prompt in last.rest)


def test_a_story_without_a_yes_asks_for_the_yes_first(reader):
    assert [prompt.about for prompt in write(reader, beside=LONG)][:2] == ["consent", "c1"]


def test_a_reply_to_a_letter_of_one_proposal_answers_that(reader):
    write(reader, ("consent", "yes"), beside=LONG)
    reader.says("yes", seen="story:c7", whole=True)

    assert (reader.answer("c7").value, reader.answer("c7").is_from_story) == ("no", True)


def test_a_long_answer_in_a_letter_is_a_story_too(reader):
    write(reader, ("consent", "yes"), ("c11", LONG))

    assert "c3" in [one.question for one in reader.state.proposals]
    assert reader.answer("c11").words == LONG
