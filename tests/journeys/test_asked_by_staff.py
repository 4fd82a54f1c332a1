"""What staff ask one person, through the loops of the service: put by day, answered in the chat, taken back at once."""

import re

import httpx
import pytest
from journeys.house import House
from sqlalchemy import select

from sayso.channels.web import SiteDetails, WebChannel
from storage import subject_access
from storage.accounts import members
from storage.audit.undo import Act
from storage.involvement import asks, case_studies
from storage.people import erasure
from storage.review import requests
from storage.tables import case_studies as case_study_rows
from storage.tables import conversations, staff_asks
from web.app import app
from web.published import stories

DRAFT = "Plain words\n\nThe group changed the form."
ASK = "Can we put these words on our page, for all to read?"
FLOW = """
flow = "tea"
version = 1
language = "en"
title = "Your tale"
start = "Hello."
[consent]
ask = "Is it OK?"
no = "Fine."
[[question]]
id = "learn"
ask = "Could others learn from it?"
type = "yesno"
queues.case_study = ["yes"]
queues.network = ["yes"]
choices.yes = "Yes"
choices.no = "No"
[finish]
check = "Right?"
thanks = "Thank you."
"""


class Team:
    """Staff at work on what people offer, and the people in their chats."""

    def __init__(self, house: House) -> None:
        self.house = house
        house.db.write_now(lambda tx: members.add(tx, house.vault, name="Rae", role="reviewer", now=house.now))
        self.by = house.db.read_now(lambda tx: members.named(tx, name="Rae")).member.id

    def does(self, work) -> None:
        def job(tx):
            act = Act(tx, self.house.vault, by=self.by, what="tried it", now=self.house.now)
            work(tx, act)
            act.store()

        self.house.db.write_now(job)

    def request(self) -> requests.Request:
        talk = self.house.db.read_now(lambda tx: tx.execute(select(conversations.c.id)).scalars().first())
        return self.house.db.read_now(lambda tx: requests.one(tx, queue="case_study", conversation_id=talk))

    def moves(self, *steps: requests.State) -> None:
        for step in steps:
            self.does(lambda _, act, to=step: requests.move(act, request=self.request(), to=to, now=self.house.now))

    def writes(self, words: str) -> None:
        vault, now = self.house.vault, self.house.now
        self.does(lambda tx, act: requests.write(tx, vault, act, request=self.request(), words=words, now=now))

    def shows(self, words: str = DRAFT) -> None:
        def work(tx, act):
            request = self.request()
            new = asks.NewAsk(request.person_id, "case study", request.conversation_id, words, self.house.now)
            asks.ask(tx, self.house.vault, act, new=new)
            requests.move(act, request=request, to="shown", now=self.house.now)

        self.does(work)

    def publishes(self) -> None:
        vault, now = self.house.vault, self.house.now
        self.does(lambda tx, act: case_studies.publish(tx, vault, act, request=self.request(), now=now))

    def page(self) -> list[str]:
        return [one.words for one in self.house.db.read_now(lambda tx: case_studies.on_page(tx, self.house.vault))]


@pytest.fixture
async def team(db, vault, tmp_path):
    house = House(db, vault, tmp_path, tea=FLOW)
    await house.talks_to("/start", "Yes", "Yes", "Yes, that is right")
    made = Team(house)
    made.moves("asked", "agreed")
    made.writes(DRAFT)
    made.shows()
    return made


async def test_words_are_shown_by_day_and_published_only_after_a_yes_to_them(team):
    house = team.house
    await house.listens(minutes=9)
    assert ASK not in house.channel.texts("7")[-1]
    await house.listens(minutes=2)
    assert house.channel.texts("7")[-1] == f"{DRAFT}\n{ASK}"
    assert team.page() == []

    await house.hears("Yes, you can")
    assert team.request().state == "approved"
    team.publishes()
    assert team.page() == [DRAFT]

    await house.talks_to("take back", "My story")
    assert (team.page(), team.request().state, team.request().has_draft) == ([], "withdrawn", False)
    left = house.db.read_now(lambda tx: tx.execute(select(case_study_rows.c.words)).scalars().all())
    assert left == [None]


async def test_a_wish_brings_the_words_back_to_staff_and_a_yes_to_older_words_counts_for_none(team):
    house = team.house
    await house.listens(minutes=11)
    await house.talks_to("Change something first", "Say it was our group.")
    assert team.request().state == "drafted"
    (kept,) = house.db.read_now(lambda tx: asks.of_person(tx, house.vault, person_id=team.request().person_id))
    assert (kept.said, kept.own_words) == ("wish", "Say it was our group.")

    team.shows("Our group changed the form.")
    team.writes("Quite other words.")
    await house.listens(minutes=11)
    await house.hears("Yes, you can")

    assert team.request().state == "drafted"


async def test_nothing_is_put_at_night_or_in_the_middle_of_a_flow(team):
    house = team.house
    house.passes(hours=10)
    await house.listens(minutes=11)
    assert ASK not in house.channel.texts("7")[-1]

    house.passes(hours=12)
    await house.talks_to("Tell you something else", "Yes")
    await house.listens(minutes=1)
    assert ASK not in house.channel.texts("7")[-1]
    await house.talks_to("No", "Yes, that is right")
    await house.listens(minutes=61)

    assert house.channel.texts("7")[-1].endswith(ASK)


async def test_whoever_said_stop_is_asked_nothing_more(team):
    house = team.house
    await house.talks_to("Stop", "Keep it")

    await house.listens(minutes=11)

    assert ASK not in house.channel.texts("7")[-1]
    (kept,) = house.db.read_now(lambda tx: asks.of_person(tx, house.vault, person_id=team.request().person_id))
    assert (kept.due_at, kept.fault) == (None, "They cannot be reached, or have said stop.")


async def test_a_person_sees_what_they_were_asked_and_erasing_leaves_nothing_of_it(team):
    house = team.house
    await house.listens(minutes=11)
    await house.hears("Yes, you can")
    team.publishes()
    person = team.request().person_id
    theirs = house.db.read_now(lambda tx: subject_access.mydata(tx, house.vault, person_id=person))
    assert [(one["about"], one["words"], one["said"]) for one in theirs["asked_by_staff"]] == [
        ("case study", DRAFT, "yes")
    ]
    assert [one["words"] for one in theirs["conversations"][0]["stories_on_our_page"]] == [DRAFT]

    house.db.write_now(lambda tx: erasure.erase(tx, house.vault, person_id=person, why="asked", now=house.now))

    assert team.page() == []
    assert house.db.read_now(lambda tx: tx.execute(select(staff_asks.c.id)).all()) == []
    assert house.db.read_now(lambda tx: tx.execute(select(case_study_rows.c.words)).scalars().all()) == [None]


async def test_a_story_stands_on_the_public_page_until_it_is_taken_back(team):
    house = team.house
    await house.listens(minutes=11)
    await house.hears("Yes, you can")
    team.publishes()
    channel = WebChannel(house.engine, SiteDetails("Harbour Trust", "http://127.0.0.1:8000"))
    transport = httpx.ASGITransport(app(channel, stories.routes(channel)))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as browser:
        shelf = (await browser.get("/stories")).text
        (address,) = re.findall(r"/stories/\w{26}", shelf)
        story = await browser.get(address)
        assert "Plain words" in shelf
        assert "The group changed the form." in story.text
        assert (story.headers["cache-control"], "set-cookie" in story.headers) == ("no-store", False)
        assert (await browser.get("/stories/nobodys")).status_code == 404

        await house.talks_to("take back", "All of these")

        assert (await browser.get(address)).status_code == 404
        assert "There are no stories here now." in (await browser.get("/stories")).text


async def test_what_was_asked_is_forgotten_after_a_year(team):
    house = team.house
    await house.listens(minutes=11)

    await house.listens(days=366)

    assert house.db.read_now(lambda tx: tx.execute(select(staff_asks.c.id)).all()) == []
