"""A conversation by form: what is shown, what is stored, what happens with the unexpected."""

import pytest

from tests.web.conftest import Visitor
from tests.web.memory import INVITATION, MemoryService


async def test_a_whole_conversation_by_form_is_kept_answer_by_answer(visitor: Visitor, service: MemoryService):
    await visitor.start()
    for fields in (
        {"choice": "yes"},
        {"choice": "other", "text": "I volunteer"},
        {"text": "Harbour House"},
        {"choice": ["chances", "staff"]},
        {"text": "4"},
        {"text": "12"},
        {"text": "May 2025"},
        {"text": "The stairs.\r\nAnd the early starts."},
        {"choice": "yes"},
    ):
        page = await visitor.say(**fields)
    assert "Here is what you told us" in page.text
    page = await visitor.say(choice="yes")

    assert "A person will read this" in page.text
    assert "AAAA-BBBB-0000" in page.text
    assert service.answers() == {
        "role": "other",
        "place": "Harbour House",
        "changes": ("chances", "staff"),
        "heard": 4,
        "meetings": 12,
        "first_time": "2025-05",
        "harder": "The stairs.\nAnd the early starts.",
        "again": "yes",
    }


async def test_the_title_says_the_place_and_the_question(visitor: Visitor):
    page = await visitor.reach("changes")

    title = "Question 3 of about 8: What did you see change? Pick all that fit. - Harbour Trust"
    assert f"<title>{title}</title>" in page.text
    assert "<legend><h1>What did you see change? Pick all that fit.</h1></legend>" in page.text


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("role", '<input id="option-1" type="radio" name="choice" value="user">'),
        ("place", '<input id="text" name="text" type="text" inputmode="text"'),
        ("changes", '<input id="option-2" type="checkbox" name="choice" value="staff">'),
        ("heard", '<input id="option-5" type="radio" name="text" value="5"><span>5: Very well</span>'),
        ("meetings", 'inputmode="decimal"'),
        ("first_time", "For example 3 May 2026"),
        ("harder", '<textarea id="text" name="text" rows="6" dir="auto" aria-describedby="hint">'),
        ("again", '<input id="option-2" type="radio" name="choice" value="no">'),
    ],
)
async def test_each_type_of_question_has_its_field(visitor: Visitor, question: str, expected: str):
    page = await visitor.reach(question)

    assert expected in page.text


async def test_what_an_info_question_says_leads_up_to_the_next_question(visitor: Visitor):
    page = await visitor.reach("harder")

    assert "<p>The next question is about what was hard.</p>" in page.text
    assert '<h1><label for="text">If you want, tell us what was harder.</label></h1>' in page.text


async def test_nothing_sent_is_an_error_that_leads_to_the_field(visitor: Visitor, service: MemoryService):
    await visitor.reach("role")

    page = await visitor.say()

    assert page.status_code == 422
    assert "<title>Error: Question 1" in page.text
    assert '<a href="#option-1">Pick an answer, or press Skip.</a>' in page.text
    assert 'aria-describedby="problem"' in page.text
    assert "role" not in service.answers()


async def test_an_answer_that_is_not_clear_is_kept_and_asked_again_as_an_error(
    visitor: Visitor, service: MemoryService
):
    await visitor.reach("meetings")

    page = await visitor.say(text="lots & lots")

    assert "<title>Error: Question 5" in page.text
    assert '<a href="#text">Sorry, we did not get that. Please send a number, or Skip.</a>' in page.text
    assert 'value="lots &amp; lots"' in page.text
    assert service.answers()["meetings"] == "lots & lots"


async def test_the_same_form_sent_twice_counts_once(visitor: Visitor, service: MemoryService):
    await visitor.reach("harder")
    form = {**visitor.hidden(), "text": "Too early in the day."}

    first = await visitor.send("/talk", form)
    second = await visitor.send("/talk", form)

    assert (first.status_code, second.status_code) == (303, 303)
    assert sum("Too early" in raw for raw in service.raw) == 1
    assert 'name="about" value="again"' in (await visitor.open("/talk")).text


async def test_back_shows_what_was_picked(visitor: Visitor):
    await visitor.reach("role")
    await visitor.say(choice="carer")

    page = await visitor.say(command="back")

    assert 'value="carer" checked>' in page.text


async def test_words_beside_a_button_are_kept(visitor: Visitor, service: MemoryService):
    await visitor.reach("harder")

    await visitor.say(text="Half a story", command="pause")

    assert service.answers()["harder"] == "Half a story"


async def test_what_the_page_filled_in_itself_is_not_said_again_by_a_button(visitor: Visitor, service: MemoryService):
    await visitor.reach("heard")
    await visitor.say(text="4", command="back")
    await visitor.say(command="skip")
    await visitor.say(text="4")
    await visitor.say(text="lots")

    page = await visitor.say(text="lots", command="back")

    assert 'value="4" checked>' in page.text
    assert service.comments() == []


async def test_a_typed_command_works_as_in_a_chat(visitor: Visitor):
    await visitor.reach("harder")

    page = await visitor.say(text="Stop")

    assert "Shall we keep what you told us, or delete it?" in page.text


async def test_words_of_distress_are_kept_and_answered_with_help_at_once(visitor: Visitor, service: MemoryService):
    await visitor.reach("harder")

    page = await visitor.say(text="I want to kill myself")

    assert service.answers()["harder"] == "I want to kill myself"
    assert '<div class="said help">' in page.text
    assert '<a href="tel:116123">116 123</a>' in page.text
    assert "What would you like to do?" in page.text


async def test_what_cannot_be_stored_stays_in_the_form_with_the_same_form_id(visitor: Visitor, service: MemoryService):
    await visitor.reach("harder")
    form_id = visitor.hidden()["form"]
    service.is_down = True

    page = await visitor.say(text="A long story")

    assert page.status_code == 503
    assert "A long story</textarea>" in page.text
    assert visitor.hidden()["form"] == form_id
    service.is_down = False
    await visitor.say(text="A long story")
    assert service.answers()["harder"] == "A long story"


async def test_words_sent_while_nothing_can_be_read_are_shown_and_can_be_sent_once_more(
    visitor: Visitor, service: MemoryService
):
    await visitor.reach("harder")
    sent = {**visitor.hidden(), "text": "The stairs <were> steep."}
    service.is_away = True
    page = await visitor.send("/talk", sent)
    assert page.status_code == 503
    assert "The stairs &lt;were&gt; steep." in page.text
    assert visitor.hidden() == sent
    page = await visitor.send("/again", sent)
    assert visitor.hidden() == sent

    service.is_away = False
    await visitor.send("/talk", visitor.hidden())

    assert service.answers()["harder"] == "The stairs <were> steep."


async def test_too_much_for_one_form_is_shown_again_and_not_lost(visitor: Visitor, service: MemoryService):
    await visitor.reach("harder")
    story = "so it went on " * 6000

    page = await visitor.say(text=story)

    assert page.status_code == 413
    assert f"{story}</textarea>" in page.text
    assert "harder" not in service.answers()


async def test_a_form_beyond_a_mebibyte_is_refused_kindly(visitor: Visitor):
    await visitor.reach("harder")

    page = await visitor.say(text="a" * 1_100_000)

    assert page.status_code == 413
    assert "The fault is ours." not in page.text
    assert "smaller parts" in page.text


async def test_words_sent_from_a_page_that_lost_its_session_are_handed_back(visitor: Visitor, service: MemoryService):
    await visitor.reach("harder")
    form = {**visitor.hidden(), "text": "It was the bus."}
    visitor.client.cookies.clear()

    page = await visitor.send("/talk", form)

    assert page.status_code == 410
    assert "It was the bus.</textarea>" in page.text
    assert "harder" not in service.answers()


async def test_help_now_carries_half_written_words_there_and_back(visitor: Visitor, service: MemoryService):
    await visitor.reach("harder")
    stored = len(service.raw)

    helped = await visitor.send("/help-now", {**visitor.hidden(), "text": 'Not "done" yet'})
    assert '<a href="tel:999">999</a>' in helped.text
    page = await visitor.send("/again", visitor.hidden())

    assert "Not &#34;done&#34; yet</textarea>" in page.text
    assert (service.helped, len(service.raw)) == (1, stored)


async def test_help_now_is_there_without_any_session(visitor: Visitor):
    page = await visitor.open("/help-now")

    assert page.status_code == 200
    assert '<a href="tel:999">999</a>' in page.text
    assert '<a class="button main" href="/">' in page.text
    assert "set-cookie" not in page.headers


async def test_after_the_end_people_can_still_write(visitor: Visitor, service: MemoryService):
    page = await visitor.reach("again")
    await visitor.say(choice="no")
    page = await visitor.say(choice="yes")
    assert "You can still write to us here." in page.text
    assert page.text.index("<textarea") < page.text.index(">Send</button>") < page.text.index("I am somebody else")

    page = await visitor.say(text="The hall was cold.")

    assert service.comments() == ["The hall was cold."]
    assert "We have kept your words" in page.text


async def test_a_pause_shows_the_return_code_and_a_way_on(visitor: Visitor):
    await visitor.reach("place")

    page = await visitor.say(command="pause")
    assert "AAAA-BBBB-0000" in page.text
    assert '<button class="main tap" name="choice" value="start">Go on</button>' in page.text

    page = await visitor.say(choice="start")
    assert 'name="about" value="place"' in page.text


async def test_deleting_everything_clears_the_browser_too(visitor: Visitor):
    await visitor.reach("place")
    await visitor.say(text="delete")

    page = await visitor.say(choice="delete")

    assert "We have deleted everything you told us." in page.text
    assert "<form" not in page.text
    assert 'sayso=""' in page.headers["set-cookie"]
    assert "<h1>How taking part was for you</h1>" in (await visitor.open("/talk")).text


async def test_an_invitation_is_begun_by_a_button_and_not_by_a_link(visitor: Visitor, service: MemoryService):
    page = await visitor.open(f"/i/{INVITATION}")
    assert f'<form method="post" action="/i/{INVITATION}">' in page.text
    assert not service.conversations

    response = await visitor.send(f"/i/{INVITATION}")

    assert (response.status_code, response.headers["location"]) == (303, "/talk")
    assert len(service.conversations) == 1


@pytest.mark.parametrize("path", ["/i/unknown", "/talk/unknown"])
async def test_an_unknown_invitation_or_flow_says_so_and_shows_a_way_on(visitor: Visitor, path: str):
    page = await visitor.send(path)

    assert page.status_code == 404
    assert '<a class="button" href="/">' in page.text
    assert "set-cookie" not in page.headers


async def test_a_flow_is_begun_by_its_name(visitor: Visitor, service: MemoryService):
    page = await visitor.open("/talk/every_type")
    assert "<h1>How taking part was for you</h1>" in page.text

    await visitor.send("/talk/every_type")

    assert "Is it OK to keep and use your answers?" in (await visitor.open("/talk")).text


async def test_the_next_person_at_a_shared_computer_begins_anew(visitor: Visitor, service: MemoryService):
    await visitor.reach("place")

    page = await visitor.open("/talk/every_type")
    assert "There are answers on this page that are not finished." in page.text
    await visitor.send("/talk/every_type")

    assert len(service.conversations) == 2


async def test_a_return_code_opens_the_conversation_in_a_new_session(visitor: Visitor, service: MemoryService):
    await visitor.reach("place")
    before = dict(visitor.client.cookies)
    response = await visitor.send("/leave")
    assert (response.status_code, response.headers["location"]) == (303, "/left")
    assert not visitor.client.cookies
    assert "This page is clear" in (await visitor.open("/left")).text

    response = await visitor.send("/return", {"text": " aaaa-bbbb-0000 "})

    assert (response.status_code, response.headers["location"]) == (303, "/talk")
    assert dict(visitor.client.cookies) != before
    assert 'name="about" value="place"' in (await visitor.open("/talk")).text
    assert service.sources == ["192.0.2.7"]


@pytest.mark.parametrize(
    ("code", "status", "words"),
    [("", 422, "Type your return code."), ("AAAA-AAAA-AAAA", 422, "We do not know this code.")],
)
async def test_a_wrong_return_code_is_an_error_on_the_field(visitor: Visitor, code: str, status: int, words: str):
    page = await visitor.send("/return", {"text": code})

    assert page.status_code == status
    assert "<title>Error: Come back to your answers" in page.text
    assert f'<a href="#code">{words}' in page.text
    assert f'value="{code}"' in page.text


async def test_too_many_tries_of_return_codes_are_asked_to_wait(visitor: Visitor, service: MemoryService):
    service.is_pressed = True

    page = await visitor.send("/return", {"text": "AAAA-BBBB-0000"})

    assert page.status_code == 429
    assert page.headers["retry-after"] == "2"
    assert "Please wait a few seconds" in page.text


async def test_when_nothing_can_be_begun_the_page_says_to_wait(visitor: Visitor, service: MemoryService):
    service.is_down = True

    page = await visitor.send("/start")

    assert page.status_code == 503
    assert "Please try again in a minute" in page.text


async def test_what_was_heard_is_right_with_one_tap(visitor: Visitor, service: MemoryService):
    await visitor.reach("meetings")
    page = await visitor.say(text="a dozen maybe, or so")
    assert "<h1>We heard: 12. Is that right?</h1>" in page.text
    assert 'type="radio"' not in page.text
    assert '<button id="option-1" class="tap main" name="choice" value="yes">Yes, that is right</button>' in page.text
    assert ">Next</button>" not in page.text

    page = await visitor.say(choice="yes")

    assert 'name="about" value="first_time"' in page.text
    assert service.answers()["meetings"] == 12


async def test_the_return_code_is_said_once_on_a_page(visitor: Visitor):
    await visitor.reach("place")

    page = await visitor.say(command="pause")

    assert page.text.count("AAAA-BBBB-0000") == 1
    assert "<details open>" in page.text


async def test_many_lines_in_a_row_are_points_set_apart(visitor: Visitor):
    await visitor.start()

    page = await visitor.say(choice="more")

    assert page.text.count("<li>") >= 8
