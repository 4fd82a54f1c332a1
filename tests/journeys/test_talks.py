"""Staff offer times for a talk: one is picked in the chat, remembered the day before, and called off on a word."""

from datetime import timedelta

import pytest
from journeys.house import House
from journeys.test_asked_by_staff import FLOW, Team
from sqlalchemy import select

from storage import subject_access
from storage.involvement import interviews
from storage.involvement.interviews import NewInterview, OfferedTime
from storage.people import erasure
from storage.review.requests import NotNow
from storage.tables import interview_times, staff_asks
from storage.tables import interviews as rows

WORDS = "Thank you for what you told us. We would like to hear more."
NUMBER = "01904 496 0000"
OFF = "We have to cancel the talk. We are sorry."


class Talks(Team):
    """Staff who would like to talk with Ada."""

    def offers(self) -> None:
        vault, now = self.house.vault, self.house.now
        self.times = (OfferedTime(now + timedelta(days=3), "phone"), OfferedTime(now + timedelta(days=5), "video"))
        new = NewInterview(self.request(), self.times, "Rae", WORDS, "Europe/London")
        self.does(lambda tx, act: interviews.offer(tx, vault, act, new=new, now=now))

    def cancels(self) -> None:
        vault, now, talk = self.house.vault, self.house.now, self.talk()
        self.does(lambda tx, act: interviews.cancel(tx, vault, act, interview=talk, words=OFF, now=now))

    def talk(self) -> interviews.Interview:
        return self.house.db.read_now(lambda tx: interviews.entries(tx, self.house.vault))[0]

    def label(self, number: int) -> str:
        return self.times[number].label("Europe/London")

    def told(self) -> str:
        return self.house.channel.texts("7")[-1]


@pytest.fixture
async def talks(db, vault, tmp_path):
    house = House(db, vault, tmp_path, tea=FLOW)
    await house.talks_to("/start", "Yes", "Yes", "Yes, that is right")
    made = Talks(house)
    made.offers()
    await house.listens(minutes=11)
    return made


async def test_a_time_is_picked_with_a_number_and_remembered_the_day_before(talks):
    assert WORDS in talks.told()

    await talks.house.talks_to(talks.label(0), NUMBER)

    talk = talks.talk()
    assert (talk.state, talk.at, talk.way, talk.number) == ("agreed", talks.times[0].at, "phone", NUMBER)
    assert talk.asked[0].own_words == ""
    await talks.house.listens(days=2)
    assert talks.label(0) in talks.told()
    assert "with Rae" in talks.told()


async def test_a_time_that_is_picked_instead_takes_its_place(talks):
    await talks.house.talks_to(talks.label(0), talks.label(1))

    assert (talks.talk().at, talks.talk().way, talks.talk().number) == (talks.times[1].at, "video", "")
    await talks.house.listens(days=2)
    assert talks.label(0) not in talks.told()


async def test_another_time_and_own_words_are_there_to_read_and_a_new_offer_can_be_made(talks):
    await talks.house.talks_to("Another time", "Any morning")

    assert (talks.talk().state, talks.talk().asked[0].own_words) == ("other time", "Any morning")
    talks.house.passes(minutes=1)
    talks.offers()
    assert [one.state for one in _all(talks)] == ["offered", "cancelled"]


async def test_nobody_is_offered_two_talks_at_once(talks):
    with pytest.raises(NotNow, match="already"):
        talks.offers()


@pytest.mark.parametrize("who", ["the person", "staff"])
async def test_a_talk_that_is_off_is_remembered_by_nobody(talks, who):
    await talks.house.talks_to(talks.label(1))
    if who == "staff":
        talks.cancels()
    else:
        await talks.house.talks_to("take back", "A talk with you")

    assert talks.talk().state == {"staff": "cancelled", "the person": "called off"}[who]
    await talks.house.listens(days=4, hours=1)
    assert talks.label(1) not in talks.told()


async def test_a_reminder_comes_also_where_the_number_was_not_told(talks):
    await talks.house.talks_to(talks.label(0))
    await talks.house.listens(days=2)

    assert talks.label(0) in talks.told()
    await talks.house.hears(NUMBER)
    assert talks.talk().number == NUMBER


async def test_a_no_closes_it(talks):
    await talks.house.hears("No talk, thank you")

    assert talks.talk().state == "declined"


async def test_a_cancelled_talk_is_told_kindly_and_its_times_can_no_longer_be_picked(talks):
    talks.cancels()
    await talks.house.listens(minutes=11)
    assert OFF in talks.told()
    with pytest.raises(NotNow, match="nothing to cancel"):
        talks.cancels()

    await talks.house.hears(talks.label(1))

    assert talks.talk().state == "cancelled"


@pytest.mark.parametrize("why", ["it is over", "it is cancelled at that moment"])
async def test_a_pick_that_comes_too_late_is_told_so(talks, why):
    if why == "it is over":
        talks.house.passes(days=6)
    else:
        talks.cancels()
    await talks.house.hears(talks.label(1))
    await talks.house.listens(minutes=1)

    assert "no longer free" in talks.told()
    assert talks.talk().at is None


async def test_a_person_sees_their_talks_and_erasing_leaves_nothing_of_them(talks):
    await talks.house.talks_to(talks.label(0), NUMBER)
    db, vault, person = talks.house.db, talks.house.vault, talks.talk().person_id
    theirs = db.read_now(lambda tx: subject_access.mydata(tx, vault, person_id=person))
    (kept,) = theirs["talks_with_us"]
    assert (kept["with"], kept["number"], len(kept["offered"])) == ("Rae", NUMBER, 2)

    db.write_now(lambda tx: erasure.erase(tx, vault, person_id=person, why="asked", now=talks.house.now))

    for table in (rows, interview_times, staff_asks):
        assert db.read_now(lambda tx, table=table: tx.execute(select(table)).all()) == []


async def test_the_number_is_forgotten_a_week_after_the_talk_and_the_talk_after_a_year(talks):
    await talks.house.talks_to(talks.label(0), NUMBER)
    await talks.house.listens(days=11)
    assert (talks.talk().state, talks.talk().number) == ("agreed", "")

    await talks.house.listens(days=356)

    assert _all(talks) == ()


def _all(talks):
    return talks.house.db.read_now(lambda tx: interviews.entries(tx, talks.house.vault))
