"""A story told in one go: kept whole, read for what it may answer, and nothing of that counts without a yes to it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from feedback.conversation.events import Answered, Commented, Said
from feedback.conversation.messages import Inbound
from feedback.conversation.prompts import open_about, open_prompt, proposal_in_hand
from feedback.conversation.state import Proposal
from feedback.conversation.step import step
from feedback.conversation.stories.topics import may_be_guessed, story_questions
from feedback.flows.answer import Answer
from feedback.flows.model import Choice, Flow, Question

EQUAL = "they treated me like an equal"
STORY = f"i went to the forum. {EQUAL}. it wasn't clear why they asked us to come. I got what I needed. nobody told us what changed"


@pytest.fixture
def people(all_flows: dict[str, Flow]) -> Flow:
    """The flow itself, here."""
    return all_flows["people"]


@pytest.fixture
def person(people: Flow, play):
    return play(people).to_first_question()


def told(person, story: str = STORY):
    """Tell a story in one go, and go on to the first question that it may answer."""
    person.says("tell it in one go")
    person.says(story)
    person.says("next")
    person.says("1")
    person.says("skip")
    return person


def proposed(person) -> tuple[str, ...]:
    return tuple(one.question for one in person.state.proposals)


def test_a_story_is_offered_once_and_only_where_the_flow_has_it(all_flows: dict[str, Flow], play):
    asked = play(all_flows["people"])
    asked.says("/start")
    assert "Tell it in one go" in asked.says("Yes")
    assert "Tell it in one go" not in asked.says("1")

    other = play(all_flows["trust_leads"])
    other.says("/start")
    assert "Tell it in one go" not in other.says("Yes")
    assert "This is where you are." in other.says("tell it in one go")


def test_a_story_is_kept_whole_as_words_that_belong_to_no_question(person):
    told(person)

    assert [event.piece.words for event in person.events if isinstance(event, Commented)] == [STORY]
    assert set(person.state.answers) == {"c1", "c2"}


@pytest.mark.parametrize("words", ["that's it", "ok nothing else thanks", "no", "I'm finished", "done"])
def test_whoever_says_that_this_was_all_is_asked_the_questions_and_is_not_stopped(person, words: str):
    person.says("tell it in one go")
    person.says(STORY)

    assert "Question 1" in person.says(words)
    assert person.state.stage == "asking"


def test_what_only_sounds_like_the_end_is_part_of_the_story(person):
    person.says("tell it in one go")

    person.says("no one listened")

    assert person.state.aside == "story"


def test_that_their_words_may_answer_a_question_is_said_once(person):
    person.says("tell it in one go")
    person.says(STORY)

    assert "Where your words may answer one, we show it." in person.says("next")
    assert "Where your words may answer one" not in person.says("1") + person.says("skip") + person.says("yes")


def test_what_it_may_answer_is_put_to_the_person_with_its_words_and_counts_after_a_yes(person):
    told(person)

    assert open_about(person.flow, person.state) == "story:c3"
    assert f'"{EQUAL}."' in open_prompt(person.flow, person.state).ask
    person.says("Yes, that is right")
    answer = person.answer("c3")
    assert (answer.value, answer.words, answer.is_from_story) == ("yes", "", True)
    assert [event.has_own_words for event in person.events if isinstance(event, Answered)][-1] is False


def test_after_a_no_the_question_is_asked_plainly_and_not_guessed_again(person):
    told(person)

    assert "You wrote" not in person.says("No, ask me")
    assert "c3" not in person.state.answers
    person.says("partly")
    assert (person.answer("c3").value, person.answer("c3").is_from_story) == ("partly", False)


def test_a_proposal_can_be_skipped_and_answered_in_other_words(person):
    told(person)

    person.says("skip")
    assert person.answer("c3").state == "skipped"
    person.says("partly")
    assert (person.answer("c4").value, person.answer("c4").is_from_story) == ("partly", False)


@pytest.mark.parametrize(("ticks", "is_from_story"), [(("w2",), True), (("w1", "w2"), False)])
def test_after_a_yes_to_one_of_several_choices_more_can_be_ticked(
    person, ticks: tuple[str, ...], *, is_from_story: bool
):
    told(person, "i do feel more sure of myself now")
    for _ in range(6):
        person.says("skip")
    said = person.says("yes")
    assert "You picked: I feel more sure of myself. Pick more, or press Next." in said
    person.picks(*ticks, seen="c9")

    assert (person.answer("c9").value, person.answer("c9").is_from_story) == (ticks, is_from_story)
    assert open_about(person.flow, person.state) == "c9b"


def test_a_correction_takes_the_mark_away(person):
    told(person)
    person.says("yes")
    person.says("change")
    person.says("Treated as equals")
    person.says("no")

    assert (person.answer("c3").value, person.answer("c3").is_from_story) == ("no", False)


def test_a_second_tap_on_yes_is_no_yes_to_the_next_proposal(person):
    told(person)
    person.says("Yes, that is right", seen="story:c3")
    said = person.says("Yes, that is right", seen="story:c3")

    assert said == ""
    assert "c4" not in person.state.answers


def test_other_words_to_an_old_proposal_correct_its_question(person):
    told(person)
    person.says("yes")
    person.says("partly", seen="story:c3")

    assert person.answer("c3").value == "partly"
    assert "c4" not in person.state.answers


def test_a_yes_after_days_goes_on_and_counts(person):
    told(person)
    person.now = person.now.replace(hour=10)
    person.waits(days=30)
    assert person.state.stage == "left early"
    person.says("Yes, that is right", seen="story:c3")

    assert (person.answer("c3").value, person.state.stage) == ("yes", "asking")


def test_words_of_distress_are_answered_with_help_and_nothing_is_proposed(person):
    person.says("tell it in one go")
    said = person.says(f"{STORY}. I want to kill myself")

    assert "999" in said
    assert "write more" not in said.lower()
    assert person.state.proposals == ()
    assert open_about(person.flow, person.state) == "after help"


def test_help_at_a_proposal_comes_first_and_the_proposal_waits(person):
    told(person)
    person.says("I want to kill myself")
    assert open_about(person.flow, person.state) == "after help"
    person.says("go on")

    assert open_about(person.flow, person.state) == "story:c3"


def test_a_story_on_a_form_is_whole_at_once(people: Flow, play):
    person = play(people, channel="web")
    person.says("", command="start")
    person.picks("yes", seen="consent")
    person.says("", command="in_one_go", whole=True)
    assert open_about(people, person.state) == "story"
    assert person.says("  ", whole=True, seen="story").count("Tell us what it was like") == 1
    said = person.says(STORY, whole=True, seen="story")

    assert "Now some short questions" in said
    assert proposed(person) == ("c3", "c4", "c6", "c7")


def test_whoever_goes_back_from_telling_is_asked_one_by_one(person):
    person.says("tell it in one go")
    said = person.says("back")

    assert "Question 1" in said
    assert "We have kept your words" not in said


@pytest.mark.parametrize("words", [40, 41])
def test_a_message_of_more_than_forty_words_is_a_story_wherever_it_is_written(person, words: int):
    filler = " ".join(["and"] * (words - len(EQUAL.split()) - 3))
    person.says(f"{EQUAL}. so it {filler} went")

    assert proposed(person) == (("c3",) if words > 40 else ())


def test_two_messages_that_differ_propose_nothing(person):
    person.says("tell it in one go")
    person.says(EQUAL)
    assert proposed(person) == ("c3",)
    person.says("they never treated me as an equal")

    assert proposed(person) == ()


def test_an_edited_story_is_read_anew(person):
    person.says("tell it in one go")
    number = person.sent + 1
    person.says(EQUAL)
    person.edits(number, "I got what I needed")
    assert proposed(person) == ("c6",)
    person.edits(1, "I was treated as an equal")
    assert proposed(person) == ("c6",)


def test_an_answer_in_the_middle_is_closed_by_silence_and_the_next_proposal_put(people: Flow, play):
    person = play(people).to_first_question()
    person.says("tell it in one go")
    person.says("nobody told us what changed")
    for said in ("next", "1", "skip", "yes", "yes", "yes", "no", "1"):
        person.says(said)
    assert person.state.is_collecting
    said = person.waits(minutes=11)

    assert 'You wrote: "nobody told us what changed"' in said


def test_nothing_is_left_of_a_story_that_is_deleted(person):
    told(person)
    person.says("delete")
    person.says("Yes, delete it all")

    assert person.state.proposals == ()


def test_a_story_without_a_yes_is_forgotten_with_its_proposals(people: Flow, play):
    person = play(people, channel="web")
    person.says("", command="start")
    person.says(f"{STORY} {'and so on ' * 20}", whole=True)
    assert person.state.proposals != ()
    person.waits(hours=25)

    assert (person.state.stage, person.state.proposals) == ("declined", ())


def test_a_conversation_that_rests_shows_no_proposal(person):
    told(person)
    person.hears(Inbound("telegram", "blocked", person.now))

    assert open_about(person.flow, person.state) == "closed"


def test_a_proposal_that_is_gone_is_neither_taken_nor_refused(people: Flow, person):
    told(person)
    person.conversation = replace(person.state, proposals=())

    person.says("yes")
    assert "c3" not in person.state.answers


@pytest.mark.parametrize(
    ("question", "may"),
    [
        (Question("q", "Was it clear?", "yesno"), True),
        (Question("q", "Was it clear?", "yesno", private=True), False),
        (Question("q", "Was it clear?", "yesno", prefer_not=True), False),
        (Question("q", "Was it clear?", "yesno", signpost=True), False),
        (Question("q", "Was it clear?", "yesno", consent="quote_words"), False),
        (Question("q", "Was it clear?", "yesno", theme="about you"), False),
        (Question("q", "Was it clear?", "text"), False),
        (Question("q", "Was it clear?", "place"), False),
        (Question("q", "How many came?", "number"), True),
        (Question("q", "How old are you?", "number"), False),
        (Question("q", "Are you a carer?", "yesno"), False),
        (Question("q", "Do you have a long-term illness?", "yesno"), False),
        (Question("q", "Which?", "one", choices=(Choice("a", "I am a survivor"), Choice("b", "Staff"))), False),
    ],
)
def test_no_answer_is_guessed_about_who_somebody_is_or_how_well(question: Question, *, may: bool):
    assert may_be_guessed(question) is may


def test_the_questions_of_the_shipped_flow_that_a_story_may_answer(people: Flow):
    every = frozenset(question.id for question in people.questions)
    found = story_questions(people, every, date(2026, 11, 30))

    assert [one.question.id for one in found if one.topic.may_be_told] == [
        *("c3", "c4", "c5", "c6", "c6b", "c7", "c8", "c9", "c9b", "c10")
    ]
    picked = {one.question.id: set(one.topic.ask.choices) for one in found}
    assert "w5" not in picked["c9"]
    assert "none" not in picked["c9"]


def test_what_only_tells_something_is_no_topic(people: Flow):
    flow = replace(people, questions=(Question("i", "Now some questions.", "info"), *people.questions))

    assert all(one.question.id != "i" for one in story_questions(flow, frozenset(), date(2026, 11, 30)))


_SAYINGS = (
    *(
        EQUAL,
        "nobody told us what changed",
        "I got what I needed",
        "I felt good about taking part",
        "my sister was treated as an equal",
    ),
    *("i was not treated as an equal", "it was clear why they asked me", "i had heard of 4Pi before"),
)
_MOVES = (
    "yes",
    "No, ask me",
    "1",
    "2",
    "skip",
    "next",
    "back",
    "partly",
    "tell it in one go",
    "pause",
    "start",
    "go on",
    "change",
    "privacy",
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    story=st.lists(st.sampled_from(_SAYINGS), min_size=1, max_size=6).map(". ".join),
    moves=st.lists(st.one_of(st.sampled_from(_MOVES), st.sampled_from(_SAYINGS), st.text(max_size=12)), max_size=14),
)
@pytest.mark.slow
def test_nothing_is_answered_from_a_story_without_a_yes_and_every_quote_stands_in_it(
    all_flows: dict[str, Flow], play, story: str, moves: list[str]
):
    person = play(all_flows["people"]).to_first_question()
    person.says("tell it in one go")
    person.says(story)
    person.says("next")
    wrote = [story]
    for move in moves:
        put = proposal_in_hand(person.flow, person.state) if person.state.aside == "from story" else None
        before = dict(person.state.answers)
        wrote.append(move)
        person.says(move)
        check(person.state.proposals, "\n".join(wrote))
        fresh = {name: one for name, one in person.state.answers.items() if before.get(name) != one}
        for name, answer in fresh.items():
            assert not answer.is_from_story or was_confirmed(put, name, answer)
    assert story in [event.piece.words for event in person.events if isinstance(event, Commented)]


def check(proposals: tuple[Proposal, ...], wrote: str) -> None:
    assert len(proposals) <= 5
    assert all(one.quote in wrote and one.quote for one in proposals)


def was_confirmed(put: Proposal | None, name: str, answer: Answer) -> bool:
    return put is not None and (put.question, put.value) == (name, answer.value)


def test_a_step_says_what_it_proposes_only_of_open_questions(people: Flow, person):
    told(person)
    for _ in range(12):
        prompt = open_prompt(people, person.state)
        if prompt.about.startswith("story:"):
            assert prompt.about.removeprefix("story:") not in person.state.answers
        person.conversation, events = step(
            people, person.state, Inbound("telegram", "command", person.now, command="skip"), person.now
        )
        assert any(isinstance(event, Said) for event in events)
