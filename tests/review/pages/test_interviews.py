"""Talks: staff offer times to whoever may be asked, see what was picked, and cancel with words; what is unclear is said."""

import pytest

from feedback.conversation.events import AskAnswered, Consented, Requested
from feedback.conversation.messages import StaffAsk
from storage.involvement import interviews, settling
from tests.review.conftest import NOW, House

TIME = {"day-1": "2026-05-12", "hour-1": "14:30", "way-1": "phone"}
FORM = {"partner": "Rae Example", "words": "We would like to hear more.", **TIME}


def wants(house: House, *events):
    return house.says("Ask me more", events=[Requested("follow_up", is_wanted=True), *events])


def talks(house: House):
    return house.db.read_now(lambda tx: interviews.entries(tx, house.vault))


async def offered(house: House, browse):
    """Somebody was offered a talk by a reviewer, whose browser is returned."""
    held, browser = wants(house), browse("reviewer")
    path = f"/queues/follow_up/{held.conversation.id}"
    await browser.get(path)
    assert "Offer times for a talk" in browser.text
    await browser.get(f"{path}/interview")
    await browser.send(f"{path}/interview", **FORM)
    return held, browser


def picks(house: House, held, said: str, words: str = "") -> None:
    (talk,) = talks(house)
    ask = StaffAsk(talk.asked[0].id, "interview", "")
    events = [AskAnswered(ask, said, words)]
    settle = {"person_id": held.person_id, "events": events, "now": NOW}
    house.db.write_now(lambda tx: settling.settle(tx, house.vault, **settle))


async def test_times_are_offered_and_the_one_that_was_picked_stands_on_the_page(house: House, browse):
    held, browser = await offered(house, browse)
    assert "times are offered" in browser.text
    (talk,) = talks(house)
    assert talk.asked[0].choices == (("phone-1", "Tuesday 12 May, 14:30, by phone"),)
    assert talk.asked[0].words == "We would like to hear more.\n\nYou would talk with: Rae Example."

    picks(house, held, "phone-1")
    picks(house, held, "number", "01904 496 0000")

    for path in ("/interviews", f"/queues/follow_up/{held.conversation.id}"):
        await browser.get(path)
        assert "a time is agreed" in browser.text
        assert "Tuesday 12 May, 14:30, by phone" in browser.text
    await browser.get(f"/interviews/{talk.id}")
    assert "01904 496 0000" in browser.text


async def test_a_talk_is_cancelled_with_words_and_what_was_cancelled_cannot_be_again(house: House, browse):
    _, browser = await offered(house, browse)
    path = f"/interviews/{talks(house)[0].id}"
    await browser.get(path)
    assert (await browser.send(f"{path}/cancel", words="")).status_code == 400
    await browser.send(f"{path}/cancel", words="We are sorry.")
    assert "we cancelled it" in browser.text

    await browser.get(path)
    assert (await browser.send(f"{path}/cancel", words="Once more.")).status_code == 409
    assert "nothing to cancel" in browser.text


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"partner": ""}, "Write who talks with them"),
        ({"words": "x" * 1501}, "1,500 characters at most"),
        ({"day-1": "", "hour-1": ""}, "Offer one time at least"),
        ({"hour-1": ""}, "Write the day like"),
        ({"day-1": "2026-05-04", "hour-1": "11:30"}, "more than three hours"),
        ({"day-1": "2027-05-04"}, "less than half a year"),
    ],
)
async def test_what_is_unclear_is_said_and_nothing_is_offered(house: House, browse, change, told):
    path = f"/queues/follow_up/{wants(house).conversation.id}/interview"
    browser = browse("reviewer")
    await browser.get(path)

    answer = await browser.send(path, **{**FORM, **change})

    assert answer.status_code == 400
    assert told in browser.text
    assert talks(house) == ()


async def test_a_second_offer_beside_an_open_one_is_refused(house: House, browse):
    held, browser = await offered(house, browse)
    path = f"/queues/follow_up/{held.conversation.id}/interview"
    await browser.get(path)

    assert (await browser.send(path, **FORM)).status_code == 409
    assert "asked about a talk already" in browser.text
    assert "Times are offered" in browser.text


async def test_whoever_does_not_want_to_be_written_to_is_offered_nothing(house: House, browse):
    no = Consented("contact_more", granted=False, wording="Can we get in touch?")
    path = f"/queues/follow_up/{wants(house, no).conversation.id}"
    browser = browse("reviewer")
    await browser.get(path)
    assert "Offer times for a talk" not in browser.text

    assert (await browser.send(f"{path}/interview", **FORM)).status_code == 400
    assert "They do not want" in browser.text
    assert talks(house) == ()


async def test_strangers_other_queues_and_unknown_ways_are_refused(house: House, browse):
    held, browser = await offered(house, browse)
    assert (await browser.get("/interviews/nobodys")).status_code == 404
    assert (await browser.get(f"/queues/network/{held.conversation.id}/interview")).status_code == 404
    path = f"/queues/follow_up/{held.conversation.id}/interview"
    await browser.get(path)
    assert (await browser.send(path, **{**FORM, "way-1": "dove"})).status_code == 400
