"""What comes in and what goes out between one person and the store, message by message, on both databases."""

import asyncio

import pytest
from journeys.house import House

from feedback.errors import GiveUp, TryLater

GOING_ON = ("/start", "Yes")
"""What a person says before the first question."""


@pytest.fixture
def house(db, vault, tmp_path):
    return House(db, vault, tmp_path)


def asked(house: House, person: int = 7) -> str:
    """The last line of the last message to a person."""
    return house.channel.texts(str(person))[-1].splitlines()[-1]


async def test_each_person_is_written_to_in_order_and_help_comes_first(house):
    await house.talks_to(*GOING_ON)
    house.channel.script = [TryLater("Telegram could not be reached.", outcome_known=True)]
    await house.hears("Red")
    await house.takes({"message": house.message("help now")})
    house.passes(minutes=1)
    await house.delivers()

    kinds = [outbound.kind for _, outbound, _ in house.channel.sent][-3:]
    assert kinds.index("help") < len(kinds) - 1
    assert "Do you take milk?" in "".join(house.channel.texts("7")[-2:])
    assert [state for state, _ in house.posted()] == ["sent"] * len(house.posted())


async def test_nothing_leaves_while_telegram_asks_us_to_wait(house):
    await house.talks_to(*GOING_ON)
    start = house.now
    house.channel.script = [TryLater("Telegram asks us to send more slowly.", 30)]
    await house.hears("Red")
    assert asked(house) == "Which cup do you like?"
    await house.hears("/start", person=8)
    await house.delivers()
    later = [(person, (at - start).total_seconds()) for person, _, at in house.channel.sent if at > start]
    assert sorted(later) == [("7", 30), ("8", 30)]
    assert asked(house) == "Do you take milk?"


async def test_a_message_that_may_have_arrived_is_sent_again_and_answers_to_either_copy_count(house):
    await house.talks_to(*GOING_ON)
    house.channel.script = [TryLater("Telegram did not answer in time.", outcome_known=False)]
    await house.hears("Red")
    await house.takes({"message": house.message("No")})
    house.passes(minutes=1)
    await house.delivers()

    given = house.response().answers
    assert (given["cup"].value, given["milk"].value) == ("red", "no")
    assert given["cup"].revision == 1
    assert house.posted().count(("sent", True)) == 1
    assert [text.startswith("You may get this message twice.") for text in house.channel.texts("7")].count(True) == 1


async def test_help_that_may_have_arrived_comes_again_without_a_word_before_its_numbers(house):
    await house.talks_to(*GOING_ON)
    house.channel.script = [TryLater("Telegram did not answer in time.", outcome_known=False)]
    await house.hears("help now")
    house.passes(minutes=1)
    await house.delivers()

    assert any(outbound.kind == "help" for _, outbound, _ in house.channel.sent)
    assert not [text for text in house.channel.texts("7") if "twice" in text]


async def test_a_failing_message_waits_twice_as_long_each_time(house):
    await house.talks_to(*GOING_ON)
    start = house.now
    house.channel.script = [TryLater("Away.")] * 3
    await house.hears("Red")
    while asked(house) != "Do you take milk?":
        house.passes(seconds=1)
        await house.delivers()
    assert (house.now - start).total_seconds() == 2 + 4 + 8


async def test_who_blocks_the_bot_is_left_alone_and_keeps_their_answers(house):
    await house.talks_to(*GOING_ON)
    house.channel.script = [GiveUp("The person has blocked the bot.")]
    await house.hears("Red")
    before = len(house.channel.sent)
    house.passes(days=2)
    await house.scheduler.hear_silence()
    await house.delivers()

    assert len(house.channel.sent) == before
    assert house.is_blocked()
    assert (house.response().stage, house.response().answers["cup"].value) == ("left early", "red")


async def test_after_a_day_of_trying_a_message_is_given_up_and_the_next_goes_out(house):
    await house.talks_to(*GOING_ON)
    house.channel.script = [TryLater("Away.", outcome_known=False)]
    await house.hears("Red")
    house.passes(hours=25)
    house.channel.script = [TryLater("Away.")]
    await house.delivers()
    await house.hears("Yes")

    assert [state for state, _ in house.posted()].count("unknown") == 1
    assert "Why is that?" in asked(house)


async def test_the_same_button_pressed_twice_is_one_answer(house):
    await house.talks_to(*GOING_ON)
    await house.takes({"message": house.message("No cup")}, {"message": house.message("No cup")})
    await house.delivers()

    response = house.response()
    assert set(response.answers) == {"cup"}
    assert len(response.history) == 1
    assert house.states()[-2:] == ["applied", "applied"]
    assert house.channel.texts("7").count("Question 2 of about 3\nDo you take milk?") <= 1


async def test_another_button_pressed_before_the_next_question_came_corrects_the_question_in_view(house):
    await house.talks_to(*GOING_ON)
    await house.takes({"message": house.message("Red")}, {"message": house.message("No cup")})
    await house.delivers()

    given = house.response().answers
    assert (given["cup"].value, given["cup"].revision) == ("none", 2)
    assert "milk" not in given


@pytest.mark.slow
async def test_an_edited_message_corrects_its_answer_and_keeps_what_was_said_before(house):
    await house.talks_to(*GOING_ON)
    said = house.message("Red")
    await house.takes({"message": said})
    await house.talks_to("Yes")
    edit = {**said, "text": "Blue", "edit_date": said["date"] + 60}
    await house.takes({"edited_message": edit}, {"edited_message": edit})
    await house.delivers()

    response = house.response()
    assert response.answers["cup"].value == "blue"
    assert [answer.value for question, answer in response.history if question == "cup"] == ["red", "blue"]
    assert asked(house) == "Why is that?"


async def test_five_quick_bubbles_are_one_answer(house):
    await house.talks_to(*GOING_ON, "Red", "Yes")
    bubbles = [f"Reason number {number}" for number in range(5)]
    await house.takes(*({"message": house.message(words)} for words in bubbles))
    await house.delivers()
    await house.hears("Next")

    assert house.response().answers["why"].words == "\n".join(bubbles)
    assert "Is it right?" in house.channel.texts("7")[-1]


async def test_a_person_may_block_and_come_back(house):
    await house.talks_to(*GOING_ON)
    standing = {"chat": {"id": 7, "type": "private"}, "date": 1772625600}
    house.channel.script = [TryLater("Away.", outcome_known=True)]
    await house.hears("Red")
    await house.takes({"my_chat_member": {**standing, "new_chat_member": {"status": "kicked"}}})
    house.passes(minutes=10)
    await house.delivers()
    assert house.is_blocked()
    assert asked(house) == "Which cup do you like?"

    await house.takes({"my_chat_member": {**standing, "new_chat_member": {"status": "member"}}})
    await house.hears("Yes")
    assert not house.is_blocked()
    assert house.response().answers["milk"].value == "yes"
    assert "Why is that?" in asked(house)


async def test_the_bot_leaves_groups_and_runs_no_flow_there(house):
    group = {"id": -5, "type": "group"}
    said = {"message_id": 3, "chat": group, "date": 1772625600, "text": "Hello all"}
    added = {"chat": group, "date": 1772625600, "new_chat_member": {"status": "member"}}
    await house.takes({"my_chat_member": added}, {"message": said})
    await asyncio.sleep(0)

    assert house.left == ["-5", "-5"]
    assert house.states() == ["not-feedback", "not-feedback"]
    assert house.channel.sent == []


async def test_nobody_waits_while_the_bot_leaves_a_group(house):
    house.is_slow_to_leave = True
    said = {"message_id": 3, "chat": {"id": -5, "type": "group"}, "date": 1772625600, "text": "Hello all"}
    async with asyncio.timeout(5):
        await house.takes({"message": said}, {"message": house.message("/start")})
        await house.delivers()

    assert house.states() == ["not-feedback", "applied"]
    assert asked(house) == "Is it OK to keep your answers?"


async def test_what_is_no_text_is_thanked_for_once_an_album_and_never_taken_for_an_answer(house):
    await house.talks_to(*GOING_ON, "Red", "Yes")
    file = {"file_id": "f", "file_unique_id": "u"}
    pictures = [{"message": house.message(photo=[file], media_group_id="one")} for _ in range(3)]
    pictures[0]["message"]["caption"] = "Our ward"
    await house.takes(*pictures)
    for content in ({"voice": file}, {"sticker": file}, {"document": file, "caption": "Notes"}):
        await house.takes({"message": house.message(**content)})
    await house.takes({"message": house.message("Cal said so", forward_origin={"type": "hidden_user"})})
    before = len(house.channel.sent)
    await house.delivers()

    response = house.response()
    assert "why" not in response.answers
    assert sorted(comment.words for comment in response.comments if comment.words) == [
        "Cal said so",
        "Notes",
        "Our ward",
    ]
    assert [comment.is_forward for comment in response.comments if comment.words == "Cal said so"] == [True]
    told = house.channel.texts("7")[before:]
    assert [text.partition(".")[0] for text in told] == ["Thank you"] * 5
    assert all(text.endswith("Why is that?") for text in told)
    assert set(house.states()) == {"applied"}


async def test_kinds_of_update_that_are_not_known_yet_are_no_feedback_and_hold_up_nobody(house):
    await house.talks_to(*GOING_ON)
    strange = [{"thought": {"from": {"id": 7}, "text": "Hm"}}, {"message_reaction_count": {"chat": {"id": 7}}}, {}]
    await house.takes(*strange, {"message": house.message("Red")})
    await house.delivers()

    assert house.states()[-4:] == ["not-feedback"] * 3 + ["applied"]
    assert asked(house) == "Do you take milk?"
