"""Two people are introduced: each is asked in their chat, nothing is told before both say yes, and all is forgotten on a word."""

import pytest
from journeys.house import House
from journeys.test_asked_by_staff import FLOW, Team
from sqlalchemy import select

from storage import subject_access
from storage.involvement import introductions
from storage.people import erasure
from storage.review import requests
from storage.review.requests import NotNow
from storage.tables import introduction_sides, outbox, staff_asks

ADA, BEA = "7", "8"
CARDS = ("A carer in Leeds, who cares about plain words.", "A survivor in York, who runs a group.")
WAY = "ada@example.org"


class Meeting(Team):
    """Staff who bring Ada and Bea together."""

    def proposes(self) -> None:
        both = self.house.db.read_now(lambda tx: requests.listed(tx, queue="network", is_all=True))
        vault, now = self.house.vault, self.house.now
        self.does(lambda tx, act: introductions.propose(tx, vault, act, between=both, cards=CARDS, now=now))

    def states(self) -> list[str]:
        found = self.house.db.read_now(lambda tx: introductions.entries(tx, self.house.vault))
        return [entry.state for entry in found]

    def told(self, person: str) -> str:
        return self.house.channel.texts(person)[-1]

    async def say_yes(self, person: str, way: str) -> None:
        await self.house.talks_to("Yes, tell them this", way, person=int(person))


@pytest.fixture
async def meeting(db, vault, tmp_path):
    house = House(db, vault, tmp_path, tea=FLOW)
    for person in (7, 8):
        await house.talks_to("/start", "Yes", "Yes", "Yes, that is right", person=person)
        house.passes(seconds=1)
    made = Meeting(house)
    made.proposes()
    await house.listens(minutes=11)
    return made


async def test_nothing_is_told_before_both_say_yes_and_then_each_hears_of_the_other(meeting):
    assert CARDS[0] in meeting.told(ADA)
    assert CARDS[1] not in " ".join(meeting.house.channel.texts(ADA))
    await meeting.say_yes(ADA, WAY)
    await meeting.house.listens(minutes=1)
    assert not any(word in " ".join(meeting.house.channel.texts(BEA)) for word in (CARDS[0], WAY))

    await meeting.house.talks_to("Yes, in my own words", "I run a group.", "Ring 01904 496 0000", person=8)
    await meeting.house.listens(minutes=1)

    assert meeting.states() == ["introduced"]
    assert "I run a group.\n\nYou can reach them like this:\n\nRing 01904 496 0000" in meeting.told(ADA)
    assert f"{CARDS[0]}\n\nYou can reach them like this:\n\n{WAY}" in meeting.told(BEA)


async def test_a_no_tells_the_other_nothing_but_that_it_does_not_come_about(meeting):
    await meeting.say_yes(ADA, WAY)
    await meeting.house.hears("No, tell them nothing", person=8)
    await meeting.house.listens(minutes=1)

    assert meeting.states() == ["over"]
    assert "does not come about" in meeting.told(ADA)
    left = select(introduction_sides.c.card, introduction_sides.c.way)
    assert [tuple(row) for row in meeting.house.db.read_now(lambda tx: tx.execute(left).all())] == [(None, None)] * 2


async def test_a_yes_after_the_other_said_no_is_told_kindly(meeting):
    await meeting.house.hears("No, tell them nothing", person=8)
    await meeting.say_yes(ADA, WAY)
    await meeting.house.listens(minutes=1)

    assert "does not come about" in meeting.told(ADA)


@pytest.mark.parametrize("how", ["take back", "erase"])
async def test_who_met_whom_is_forgotten_when_one_says_so(meeting, how):
    await meeting.say_yes(ADA, WAY)
    await meeting.say_yes(BEA, "Ring 01904 496 0000")
    await meeting.house.listens(minutes=1)
    person = meeting.house.db.read_now(lambda tx: requests.listed(tx, queue="network", is_all=True))[0].person_id

    if how == "take back":
        await meeting.house.talks_to("take back", "Meeting other people")
        await meeting.house.listens(minutes=1)
        assert "takes it back" in meeting.told(BEA)
    else:
        gone = {"person_id": person, "why": "asked", "now": meeting.house.now}
        meeting.house.db.write_now(lambda tx: erasure.erase(tx, meeting.house.vault, **gone))

    assert meeting.states() == []
    bodies = meeting.house.db.read_now(lambda tx: tx.execute(select(outbox)).all())
    with meeting.house.db.reading() as tx:
        opened = [
            meeting.house.vault.open(tx, row.sealed_for, "outbox.body", row.body, row.conversation_id or "")
            for row in bodies
            if row.body is not None
        ]
    assert not any(WAY in text for text in opened)
    kinds = meeting.house.db.read_now(lambda tx: tx.execute(select(staff_asks.c.kind)).scalars().all())
    assert kinds in ([], ["told"])


async def test_a_person_sees_what_is_kept_of_them_and_nothing_of_the_other(meeting):
    await meeting.say_yes(ADA, WAY)
    person = meeting.house.db.read_now(lambda tx: requests.listed(tx, queue="network", is_all=True))[0].person_id

    theirs = meeting.house.db.read_now(lambda tx: subject_access.mydata(tx, meeting.house.vault, person_id=person))

    assert theirs["meeting_others"] == [
        {"what_we_may_tell": CARDS[0], "how_to_reach_you": WAY, "said": "yes"},
    ]
    assert CARDS[1] not in str(theirs)


async def test_two_people_are_asked_about_each_other_once(meeting):
    with pytest.raises(NotNow, match="asked about each other before"):
        meeting.proposes()


async def test_an_introduction_is_forgotten_after_a_year(meeting):
    await meeting.house.listens(days=366)

    assert meeting.states() == []


async def test_whoever_takes_it_back_first_is_not_proposed(meeting):
    await meeting.house.talks_to("take back", "Meeting other people")

    assert meeting.states() == []
    with pytest.raises(NotNow, match="does not want to meet"):
        meeting.proposes()
