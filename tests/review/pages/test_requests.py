"""Requests of people: who asked for what, every step of a case study with its consent, and what ends it."""

import pytest
from sqlalchemy import select

from feedback.conversation.events import AskAnswered, Consented, Requested, TookBack
from feedback.conversation.messages import StaffAsk
from storage import subject_access
from storage.accounts import members
from storage.audit import audit_log
from storage.involvement import asks as asked
from storage.involvement import case_studies
from storage.involvement.settling import settle
from storage.people import erasure
from storage.review import requests as queues
from storage.tables import requests, staff_acts
from tests.review.conftest import Browser, House

DRAFT = "The group wrote its own charter, and the board kept to it."


def asks(house: House, *wanted: str):
    return house.says("We wrote a charter", events=[Requested(queue, is_wanted=True) for queue in wanted])


class Study:
    """A case study as one member of staff takes it on, on the page of the request."""

    def __init__(self, house: House, browser: Browser, held) -> None:
        self.house, self.browser, self.held = house, browser, held
        self.path = f"/queues/case_study/{held.conversation.id}"

    async def does(self, what: str, **fields: str):
        await self.browser.get(self.path)
        self.house.clock.forward(seconds=1)
        return await self.browser.send(f"{self.path}/{what}", **fields)

    @property
    def state(self) -> str:
        def look(tx):
            return queues.one(tx, queue="case_study", conversation_id=self.held.conversation.id)

        return self.house.db.read_now(look).state


@pytest.mark.slow
async def test_whoever_says_that_we_may_get_in_touch_waits_in_a_queue_and_is_seen_to(both_houses: House, browse_both):
    house = both_houses
    agreed = Consented("contact_more", granted=True, wording="Can we get in touch to hear more?")
    held = house.says("Ring me", events=[agreed, Requested("training", is_wanted=True)])
    browser = browse_both("reviewer")
    path = f"/queues/follow_up/{held.conversation.id}"

    await browser.get("/")
    assert "What people asked for Get in touch: 1 Training and help: 1 What moves" in browser.text
    await browser.get("/queues/follow_up")
    assert "Your ward, telegram" in browser.text
    await browser.get(path)
    assert "Yes, they said so." in browser.text
    await browser.send(f"{path}/move", step="in hand", note="I ring on Monday")
    assert "somebody sees to it" in browser.text
    assert "I ring on Monday" in browser.text
    await browser.send(f"{path}/give", to=house.db.read_now(members.members)[0].id)
    assert "with reviewer-1" in browser.text
    await browser.send(f"{path}/note", note="No answer yet")
    assert "No answer yet" in browser.text
    await browser.send(f"{path}/move", step="done")

    assert "Nobody waits" in (await browser.get("/queues/follow_up")).text
    assert "done" in (await browser.get("/queues/follow_up?all=yes")).text
    await browser.get("/queues")
    assert "Training and help: 1" in browser.text
    conversation = await browser.get(f"/conversations/{held.conversation.id}")
    assert "Get in touch: done" in conversation.text
    assert house.db.read_now(lambda tx: audit_log.verify(tx, house.vault)).is_whole


@pytest.mark.slow
async def test_a_case_study_goes_through_every_stage_of_consent(both_houses: House, browse_both):
    house = both_houses
    study = Study(house, browse_both("reviewer"), asks(house, "case_study"))

    assert (await study.does("draft", draft=DRAFT)).status_code == 409
    assert (await study.does("move", step="published")).status_code == 400
    await study.does("move", step="asked")
    await study.does("move", step="agreed")
    assert "Write how and when they said yes." in study.browser.text
    await study.does("move", step="agreed", note="Said yes on the phone on Monday")
    await study.does("draft", draft="")
    assert "Write the case study" in study.browser.text
    await study.does("draft", draft=DRAFT)
    assert study.state == "drafted"
    await study.does("send", before="Is every word right?")
    assert study.state == "shown"
    await study.does("move", step="approved", note="Wrote back: yes, that is right")
    await study.does("draft", draft=DRAFT + " For a year.")
    assert study.state == "drafted", "words that were not seen have to be shown again"
    await study.does("move", step="shown", note="Read it to them on the phone")
    await study.does("move", step="approved", note="Said yes")
    await study.does("move", step="published")

    assert study.state == "published"
    assert (await study.does("draft", draft="Other words")).status_code == 409
    (kept,) = house.db.read_now(lambda tx: asked.of_person(tx, house.vault, person_id=study.held.person_id))
    assert (kept.words, kept.due_at) == (f"Is every word right?\n\n{DRAFT}", kept.made_at + asked.WAITS)
    await study.browser.get("/queues/case_study")
    assert "Nobody waits" in study.browser.text


async def test_a_story_that_is_taken_back_names_the_documents_that_hold_it(house: House, browse):
    held = asks(house, "case_study")
    study = Study(house, browse("reviewer"), held)
    await study.does("move", step="asked")
    await study.does("move", step="agreed", note="Said yes on the phone")
    await study.does("draft", draft=DRAFT)
    await study.does("send", before="Is every word right?")
    assert "it waits to be put to them" in study.browser.text
    answer = AskAnswered(StaffAsk(first_ask(house, held), "case study", DRAFT), "yes")
    house.db.write_now(lambda tx: settle(tx, house.vault, person_id=held.person_id, events=[answer], now=house.clock()))
    await study.browser.get(study.path)
    assert "they said yes" in study.browser.text
    await study.does("move", step="published")
    assert "It stands on your public page" in study.browser.text
    await study.does("copies", place="Annual report, page 4")
    await study.does("copies", place="")
    assert "Annual report, page 4" in study.browser.text

    taken = [TookBack("story")]
    house.db.write_now(lambda tx: settle(tx, house.vault, person_id=held.person_id, events=taken, now=house.clock()))

    assert "Stories to take out of documents: 1" in (await study.browser.get("/queues")).text
    await study.browser.get(study.path)
    assert "Take it out of each of these documents now" in study.browser.text
    copy = house.db.read_now(lambda tx: case_studies.copies(tx, conversation_id=held.conversation.id))[0].id
    assert (await study.does("copies/down", copy="nonsense")).status_code == 404
    await study.does("copies/down", copy=copy)
    assert "taken out" in study.browser.text
    assert "Stories to take out" not in (await study.browser.get("/queues")).text


def first_ask(house: House, held) -> str:
    return house.db.read_now(lambda tx: asked.of_person(tx, house.vault, person_id=held.person_id))[0].id


async def test_a_published_case_study_comes_back_when_the_person_takes_it_back(house: House, browse):
    held = asks(house, "case_study")
    study = Study(house, browse("reviewer"), held)
    house.db.write_now(lambda tx: tx.execute(requests.update().values(state="published")))
    house.db.write_now(lambda tx: tx.execute(requests.update().values(is_wanted=False)))

    await study.browser.get("/queues/case_study")
    assert "not wanted any more" in study.browser.text
    await study.browser.get(study.path)
    assert "Take it down wherever it was published" in study.browser.text
    assert (await study.does("move", step="asked")).status_code == 400
    await study.does("move", step="withdrawn", note="Taken off the site")

    assert study.state == "withdrawn"
    assert "Nobody waits" in (await study.browser.get("/queues/case_study")).text


@pytest.mark.slow
async def test_of_somebody_erased_only_what_to_take_down_is_left(both_houses: House, browse_both):
    house = both_houses
    held = asks(house, "case_study", "training")
    study = Study(house, browse_both("safeguarding"), held)
    await study.does("move", step="asked")
    await study.does("move", step="agreed", note="Yes")
    await study.does("draft", draft=DRAFT)
    theirs = house.db.read_now(lambda tx: subject_access.mydata(tx, house.vault, person_id=held.person_id))
    assert [(one["what"], one["case_study"]) for one in theirs["conversations"][0]["asked_for"]] == [
        ("case_study", DRAFT),
        ("training", ""),
    ]
    house.db.write_now(lambda tx: tx.execute(requests.update().values(state="published")))
    house.db.write_now(
        lambda tx: erasure.erase(tx, house.vault, person_id=held.person_id, why="asked", now=house.clock())
    )

    await study.browser.get(study.path)
    assert "Somebody who was erased" in study.browser.text
    assert DRAFT not in study.browser.page.text
    assert house.db.read_now(lambda tx: tx.execute(select(requests.c.draft)).scalars().all()) == [None, None]
    assert house.db.read_now(queues.counts)["case_study"] == 1
    await study.does("note", note="Nobody to note this of")
    await study.does("move", step="withdrawn")
    assert study.state == "withdrawn"


@pytest.mark.slow
async def test_a_step_can_be_undone_and_somebody_elses_is_not_overwritten(house: House, browse):
    held = asks(house, "training")
    path = f"/queues/training/{held.conversation.id}"
    browser, late = browse("reviewer"), browse("safeguarding")
    await browser.get(path)
    await late.get(path)
    await browser.send(f"{path}/move", step="in hand")
    assert "Done: marked a request: in hand" in browser.text
    assert (await late.send(f"{path}/move", step="done", note="I rang them.")).status_code == 409
    assert "somebody sees to it" in late.text
    assert "I rang them." in late.text

    await browser.get(path)
    act = house.db.read_now(lambda tx: tx.execute(select(staff_acts.c.id)).scalar_one())
    await browser.send("/undo", act=act, back=path)

    assert browser.path == path
    assert "State new" in browser.text


@pytest.mark.parametrize("path", ["/queues/nonsense", "/queues/nonsense/x", "/queues/training/x"])
async def test_a_request_that_is_not_there_is_not_found(browse, path):
    assert (await browse("reviewer").get(path)).status_code == 404


@pytest.mark.slow
async def test_odd_forms_are_refused(house: House, browse):
    held = asks(house, "case_study")
    study = Study(house, browse("reviewer"), held)

    assert (await study.does("give", to="nobody known")).status_code == 400
    assert (await study.does("move", step="nonsense")).status_code == 400
    assert (await study.does("send", before="x")).status_code == 409
    assert (await study.does("note", note="")).status_code == 200
    await study.does("move", step="asked")
    await study.does("move", step="agreed", note="Yes")
    await study.does("draft", draft="x" * 3001)
    await study.does("send", before="")
    assert "This is too long for a message" in study.browser.text
    assert study.state == "drafted"


async def test_nothing_is_sent_to_whoever_does_not_want_to_be_written_to(house: House, browse):
    no = Consented("contact_more", granted=False, wording="Can we get in touch?")
    held = house.says("Read my story", events=[no, Requested("case_study", is_wanted=True)])
    study = Study(house, browse("reviewer"), held)
    await study.does("move", step="asked")
    await study.does("move", step="agreed", note="Said so in the meeting")
    await study.does("draft", draft=DRAFT)

    assert "They do not want to be written to" in study.browser.text
    assert (await study.does("send", before="x")).status_code == 409
