"""Back and Forward of the browser, and what is sent from an old page: shown as it was, and never put over an answer."""

import pytest

from tests.web.conftest import Visitor
from tests.web.memory import MemoryService
from web.repeats import Repeats


async def answered(visitor: Visitor) -> None:
    """Answer the first two questions; the third is open."""
    await visitor.reach("role")
    await visitor.say(choice="carer")
    await visitor.say(text="Harbour House")


async def test_each_question_has_an_address_of_its_own(visitor: Visitor):
    await visitor.reach("role")

    response = await visitor.send("/talk", {**visitor.hidden(), "choice": "carer"})

    assert response.headers["location"].startswith("/talk?at=place&kept=")


async def test_no_address_tells_that_somebody_was_in_distress(visitor: Visitor):
    await visitor.reach("harder")

    response = await visitor.send("/talk", {**visitor.hidden(), "text": "I want to kill myself"})

    assert response.headers["location"].startswith("/talk?kept=")
    assert 'data-here="/talk"' in (await visitor.open("/talk")).text


async def test_the_address_of_an_answered_question_shows_it_with_its_answer(visitor: Visitor, service: MemoryService):
    await answered(visitor)

    page = await visitor.open("/talk?at=place")
    assert 'value="Harbour House"' in page.text
    page = await visitor.open("/talk?at=role")
    assert 'value="carer" checked>' in page.text

    page = await visitor.open("/talk?at=changes")
    assert 'name="about" value="changes"' in page.text
    assert '<div class="said' not in page.text
    assert service.answers() == {"role": "carer", "place": "Harbour House"}


async def test_going_back_to_a_question_and_answering_it_again_goes_on_from_there(
    visitor: Visitor, service: MemoryService
):
    await answered(visitor)
    await visitor.open("/talk?at=role")

    page = await visitor.say(choice="user")

    assert 'name="about" value="changes"' in page.text
    assert service.answers()["role"] == "user"


@pytest.mark.parametrize("at", ["again", "nowhere", "consent", "check", "stop"])
async def test_an_address_that_nobody_can_turn_to_changes_nothing(visitor: Visitor, service: MemoryService, at: str):
    await answered(visitor)

    page = await visitor.open(f"/talk?at={at}")

    assert 'name="about" value="changes"' in page.text
    assert service.answers() == {"role": "carer", "place": "Harbour House"}


async def test_back_from_a_question_of_our_own_shows_the_question_behind_it(visitor: Visitor):
    await answered(visitor)
    await visitor.say(text="delete")
    assert 'name="about" value="delete"' in (await visitor.open("/talk")).text

    page = await visitor.open("/talk?at=changes")

    assert 'name="about" value="changes"' in page.text


async def test_back_to_the_list_of_answers_shows_it_again(visitor: Visitor):
    await answered(visitor)

    page = await visitor.open("/talk?at=change")

    assert 'name="about" value="change"' in page.text


async def test_back_while_nothing_can_be_stored_shows_what_is_open(visitor: Visitor, service: MemoryService):
    await answered(visitor)
    service.is_down = True

    page = await visitor.open("/talk?at=role")

    assert page.status_code == 200
    assert 'name="about" value="changes"' in page.text


async def test_an_old_page_never_puts_another_answer_over_the_first_by_itself(visitor: Visitor, service: MemoryService):
    await visitor.reach("role")
    old = {**visitor.hidden(), "form": "b" * 43}
    await visitor.say(choice="carer")
    await visitor.say(text="Harbour House")

    page = await visitor.send("/talk", {**old, "choice": "user"})
    assert page.status_code == 409
    assert "This is not saved. You answered this before: I care for someone." in page.text
    assert 'value="user" checked' in page.text
    assert service.answers()["role"] == "carer"

    page = await visitor.say(choice="user")
    assert 'name="about" value="changes"' in page.text
    assert service.answers()["role"] == "user"


async def test_the_same_answer_from_an_old_page_goes_on_without_a_word(visitor: Visitor, service: MemoryService):
    await visitor.reach("role")
    old = {**visitor.hidden(), "form": "b" * 43}
    await visitor.say(choice="carer")

    response = await visitor.send("/talk", {**old, "choice": "carer"})

    assert response.headers["location"].startswith("/talk?at=place&")
    assert service.answers() == {"role": "carer"}


async def test_words_from_an_old_page_never_go_to_another_question(visitor: Visitor, service: MemoryService):
    await answered(visitor)
    old = {**visitor.hidden(), "form": "b" * 43}
    await visitor.say(command="back")

    page = await visitor.send("/talk", {**old, "choice": "staff"})

    assert page.status_code == 303
    assert service.answers() == {"role": "carer", "place": "Harbour House", "changes": ("staff",)}


@pytest.mark.parametrize(
    ("sent", "shown"), [({"choice": "staff"}, "give your answer there"), ({"text": "Warm."}, "Warm.")]
)
async def test_an_answer_after_the_end_that_cannot_be_kept_is_said_not_to_be_saved(
    visitor: Visitor, service: MemoryService, sent: dict[str, str], shown: str
):
    await answered(visitor)
    old = visitor.hidden()
    await visitor.send("/talk", {**old, "form": "b" * 43, "command": "stop"})

    page = await visitor.send("/talk", {**old, **sent})

    assert page.status_code == 409
    assert "<h1>This is not saved</h1>" in page.text
    assert shown in page.text
    assert "changes" not in service.answers()


async def test_an_answer_from_the_page_before_a_pause_goes_on_from_there(visitor: Visitor, service: MemoryService):
    await answered(visitor)
    old = visitor.hidden()
    await visitor.send("/talk", {**old, "form": "b" * 43, "command": "pause"})

    await visitor.send("/talk", {**old, "choice": "staff"})

    assert service.answers()["changes"] == ("staff",)


async def test_help_that_came_for_a_cry_stays_when_the_button_was_pressed_twice(
    visitor: Visitor, service: MemoryService
):
    await visitor.reach("place")
    form = {**visitor.hidden(), "text": "I want to kill myself"}
    await visitor.send("/talk", form)

    await visitor.send("/talk", form)

    assert "116 123" in (await visitor.open("/talk")).text


async def test_a_pick_is_said_not_to_be_saved_and_stays_picked_when_nothing_can_be_stored(
    visitor: Visitor, service: MemoryService
):
    await visitor.reach("role")
    form = {**visitor.hidden(), "choice": "carer"}
    service.is_down = True
    page = await visitor.send("/talk", form)
    assert "This is not saved yet." in page.text
    assert 'value="carer" checked' in page.text
    service.is_away = True
    page = await visitor.send("/talk", form)
    assert "What you picked is kept on this page." in page.text
    service.is_away = service.is_down = False

    await visitor.send("/talk", visitor.hidden())

    assert service.answers()["role"] == "carer"


async def test_a_pick_is_said_not_to_be_saved_when_the_page_was_cleared(visitor: Visitor):
    await visitor.reach("role")
    form = {**visitor.hidden(), "choice": "carer"}
    visitor.client.cookies.clear()

    page = await visitor.send("/talk", form)

    assert "What you just sent is not saved." in page.text


async def test_a_stored_answer_is_taken_though_the_next_page_cannot_be_read(visitor: Visitor, service: MemoryService):
    await visitor.reach("role")
    post = service.post

    async def post_and_go_away(session: str, raw: str, external_id: str) -> None:
        await post(session, raw, external_id)
        service.is_away = True

    service.post = post_and_go_away
    response = await visitor.send("/talk", {**visitor.hidden(), "choice": "carer"})

    assert response.status_code == 303
    assert response.headers["location"].startswith("/talk?kept=")


async def test_words_carried_past_help_now_come_back_to_their_own_question(visitor: Visitor, service: MemoryService):
    await answered(visitor)
    old = visitor.hidden()
    await visitor.open("/talk?at=place")
    carried = {**visitor.hidden(), "text": "The old hall"}
    await visitor.say(command="skip")

    page = await visitor.send("/again", carried)
    assert 'value="The old hall"' in page.text
    await visitor.send("/talk", {**old, "form": "b" * 43, "command": "stop"})
    page = await visitor.send("/again", carried)

    assert "<h1>This is not saved</h1>" in page.text
    assert "The old hall</textarea>" in page.text


def test_only_the_last_forms_are_remembered():
    sent = Repeats(most=2)
    for form_id in ("a", "b", "c"):
        sent.add(form_id)
    sent.discard("c")

    assert [form_id in sent for form_id in "abc"] == [False, True, False]


@pytest.mark.parametrize(("words", "status"), [("Harbour House", 303), ("The old hall", 409)])
async def test_stop_on_an_old_page_stops_and_hands_back_words_that_are_not_kept(
    visitor: Visitor, service: MemoryService, words: str, status: int
):
    await visitor.reach("place")
    old = {**visitor.hidden(), "form": "b" * 43}
    await visitor.say(text="Harbour House")

    page = await visitor.send("/talk", {**old, "text": words, "command": "stop"})

    assert page.status_code == status
    assert ("The old hall</textarea>" in page.text) is (status == 409)
    assert "Shall we keep what you told us" in (await visitor.open("/talk")).text
    assert service.answers()["place"] == "Harbour House"


async def test_prefer_not_to_say_on_an_old_page_is_asked_again_before_it_takes_an_answer_away(
    visitor: Visitor, service: MemoryService
):
    await visitor.reach("role")
    old = {**visitor.hidden(), "form": "b" * 43}
    await visitor.say(choice="carer")

    page = await visitor.send("/talk", {**old, "choice": "carer", "command": "prefer_not"})

    assert page.status_code == 409
    assert "I care for someone. To change that, press Prefer not to say." in page.text
    assert service.answers() == {"role": "carer"}
    await visitor.say(choice="carer", command="prefer_not")
    assert 'name="about" value="place"' in (await visitor.open("/talk")).text


async def test_after_the_end_back_shows_the_last_question_with_its_answer(visitor: Visitor, service: MemoryService):
    await visitor.reach("again")
    await visitor.say(choice="yes")
    await visitor.say(choice="yes")
    assert "A person will read this." in visitor.page.text

    assert 'name="about" value="closed"' in (await visitor.open("/talk?at=check")).text
    page = await visitor.open("/talk?at=again")
    assert 'value="yes" checked>' in page.text

    assert 'name="about" value="closed"' in (await visitor.open("/talk?at=closed")).text
    assert service.answers()["again"] == "yes"
