"""Findings are told to everybody who asked to hear, who wrote and who only tapped, each once, and to nobody else."""

from dataclasses import replace
from datetime import timedelta

import pytest

from feedback.conversation.events import Moved
from storage.accounts import members
from storage.audit.undo import Act
from storage.conversations import store
from storage.conversations.store import StepResult
from storage.messages import outbox
from storage.review import case_list, outcomes, replies
from storage.review.outcomes import OutcomeDraft
from storage.review.told_back import findings
from storage.review.told_back.told_share import told_share
from storage.subject_access import mydata
from tests.review.conftest import NOW, House

HERE = "/figures/ward/told"


@pytest.fixture
def told_house(house: House) -> House:
    """One wrote, one only tapped, one came by the web, one did not ask, and one said stop."""
    house.people_held = {
        "wrote": house.says("Nobody rang back", picks="bad", wants_news=True),
        "tapped": house.says(picks="bad", wants_news=True, channel="email", address="cal@example.test"),
        "web": house.says(picks="good", wants_news=True, channel="web"),
        "silent": house.says("Not asked to hear", picks="bad"),
        "stopped": house.says("Leave me alone", picks="bad", wants_news=True),
    }
    stops(house, "stopped")
    house.db.write_now(lambda tx: _outcome(tx, house))
    return house


def _outcome(tx, house: House) -> None:
    act = Act(tx, house.vault, by=_staff(tx, house), what="wrote", now=NOW)
    draft = OutcomeDraft("did", "It was bad on the ward", "There is a new team", about=("ward.how.bad",))
    outcomes.add(act, draft=draft, now=NOW)


def _staff(tx, house: House) -> str:
    members.add(tx, house.vault, name="Ada", role="reviewer", now=NOW)
    return members.named(tx, name="Ada").member.id


def stops(house: House, who: str) -> None:
    held = house.people_held[who]
    talk = replace(held.conversation, stage="stopped", heard_at=NOW + timedelta(minutes=1))
    step = StepResult(talk, (Moved("stopped"),), NOW + timedelta(minutes=1))
    house.people_held[who] = house.db.write_now(lambda tx: store.save(tx, house.vault, held=held, step=step))


def read_by(house: House, who: str) -> list[str]:
    """What staff wrote to somebody."""
    talk = house.people_held[who].conversation.id

    def job(tx):
        case = case_list.case(tx, conversation_id=talk)
        return [one.words for one in replies.of_conversation(tx, house.vault, case=case)]

    return house.db.read_now(job)


def arrive(house: House) -> None:
    """Everything that waits goes out."""
    later = house.clock() + timedelta(hours=1)

    def job(tx):
        for one in outbox.claim_due(tx, house.vault, now=later, limit=50):
            outbox.sent(tx, outbox_id=one.id, provider_id="", now=later)

    house.db.write_now(job)


async def test_everybody_who_asked_is_told_once_with_what_was_done_about_what_they_said(told_house: House, browse):
    browser = browse("reviewer")
    await browser.get(HERE)
    assert "Nobody was told yet" not in browser.text

    await browser.send(HERE, language=["en"], **{"text-en": "Most of you want calls."})
    assert "3 people asked to hear, can be reached and will be told once" in browser.text
    assert "1 by email, in English" in browser.text
    (written,) = told_house.db.read_now(lambda tx: findings.of_flow(tx, flow="ward"))
    await browser.send(f"{HERE}/{written.id}/tell")

    for who in ("wrote", "tapped"):
        (words,) = read_by(told_house, who)
        assert "Most of you want calls." in words
        assert "You told us about this: It was bad on the ward\nWe did this: There is a new team" in words
        assert "This message is from Harbour Trust." in words
        assert "answer STOP" in words
    person = told_house.people_held["tapped"].person_id
    copy = told_house.db.read_now(lambda tx: mydata(tx, told_house.vault, person_id=person))
    assert [one["words"] for one in copy["conversations"][0]["messages_from_staff"]] == read_by(told_house, "tapped")
    (words,) = read_by(told_house, "web")
    assert "It was bad" not in words
    assert (read_by(told_house, "silent"), read_by(told_house, "stopped")) == ([], [])
    assert "Nobody is left to tell." in browser.text
    assert await twice_sent(browser, written.id) == 1


async def twice_sent(browser, findings_id: str) -> int:
    """Press again with a fresh form: nobody is written to a second time."""
    await browser.get(HERE)
    page = await browser.post(f"{HERE}/{findings_id}/tell", browser.form(f"{HERE}/{findings_id}/tell"))
    assert page.status_code in (303, 409)
    await browser.get(HERE)
    return browser.text.count("Nobody is left to tell.")


async def test_who_says_stop_before_it_goes_out_gets_nothing_and_is_not_counted(told_house: House, browse):
    browser = browse("reviewer")
    await browser.get(HERE)
    await browser.send(HERE, language=["en"], **{"text-en": "Most of you want calls."})
    (written,) = told_house.db.read_now(lambda tx: findings.of_flow(tx, flow="ward"))
    await browser.send(f"{HERE}/{written.id}/tell")

    stops(told_house, "wrote")
    stops(told_house, "web")
    arrive(told_house)

    share = told_house.db.read_now(lambda tx: told_share(tx, flow="ward"))
    assert share.asked == 1
    states = told_house.db.read_now(lambda tx: states_of(tx, told_house, "wrote", "web"))
    assert states == {"wrote": "refused", "web": "refused"}


def states_of(tx, house: House, *who: str) -> dict[str, str]:
    found = {}
    for one in who:
        case = case_list.case(tx, conversation_id=house.people_held[one].conversation.id)
        found[one] = replies.of_conversation(tx, house.vault, case=case)[0].state
    return found


async def test_the_share_says_how_many_were_told_and_by_when(told_house: House, browse):
    told_house.clock.forward(days=20)
    browser = browse("reviewer")
    await browser.get(HERE)
    await browser.send(HERE, language=["en"], **{"text-en": "Most of you want calls."})
    (written,) = told_house.db.read_now(lambda tx: findings.of_flow(tx, flow="ward"))
    await browser.send(f"{HERE}/{written.id}/tell")
    arrive(told_house)

    share = told_house.db.read_now(told_share)

    # The letter goes by the queue of letters, which this test does not run.
    assert (share.asked, share.told, share.half_within) == (3, 2, 20)
    assert [share.within(days) for days in (14, 42)] == [0, 2]
    await browser.get(HERE)
    assert (
        "3 people asked to hear what comes of it. 2 were told, half of them within 20 days of asking." in browser.text
    )


async def test_messages_are_taken_back_and_can_be_sent_again_by_those_who_may(told_house: House, browse):
    analyst, reviewer = browse("analyst"), browse("reviewer")
    await analyst.get(HERE)
    await analyst.send(HERE, language=["en", "cy"], **{"text-en": "Calls.", "text-cy": "Galwadau. STOP."})
    (written,) = told_house.db.read_now(lambda tx: findings.of_flow(tx, flow="ward"))
    assert (await analyst.post(f"{HERE}/{written.id}/tell", {"csrf": analyst.csrf})).status_code == 403
    await reviewer.get(HERE)
    assert "Galwadau. STOP." in reviewer.text
    await reviewer.send(f"{HERE}/{written.id}/tell")
    assert "3 messages have not gone out yet." in reviewer.text

    await reviewer.send(f"{HERE}/{written.id}/take-back")

    assert "3 people asked to hear, can be reached and will be told once" in reviewer.text
    assert (await reviewer.post(f"{HERE}/nothing/tell", reviewer.form(HERE))).status_code in (404, 409)


async def test_words_have_to_be_in_the_language_of_the_flow_and_fit_one_message(told_house: House, browse):
    browser = browse("reviewer")
    await browser.get(HERE)
    await browser.send(HERE, language=["cy"], **{"text-cy": "Galwadau"})
    assert "Write the findings in English" in browser.text

    await browser.send(HERE, language=["en"], **{"text-en": "x" * 2401})

    assert "Write 2,400 characters at most" in browser.text
