"""Nobody is unseen before a yes: who may read what, what is only counted, and that what waits is shown somewhere."""

from datetime import timedelta

import pytest

from feedback.conversation.events import Commented, Distressed, PersonAsked
from feedback.conversation.state import Conversation
from feedback.flows.answer import Piece
from review.http.roles import ROLES
from storage.conversations import store
from storage.conversations.store import StepResult
from storage.db.ids import new_code, new_id
from storage.messages import outbox
from storage.people import people
from storage.review import before_yes, case_list, triage
from storage.review.case_list import CaseFilter
from storage.tables import outbox as outbox_table

pytestmark = pytest.mark.slow

WORDS = "The marmalade ward hit me and I want to die"


def says_early(house, *events, words=WORDS, channel="telegram", address="801", stage="consent"):
    """Somebody writes before they have said yes to anything."""
    now = house.clock() - timedelta(hours=1)
    fresh = Conversation(new_id(), house.flow.name, house.flow.version_id, channel, "en", new_code(), now, now)
    fresh = Conversation(**{**vars(fresh), "stage": stage})

    def job(tx):
        contact_id = people.contact_for(tx, house.vault, channel=channel, address=address, now=now)
        held = store.begin(tx, house.vault, conversation=fresh, contact_id=contact_id)
        said = (Commented(Piece("1", words)), *events)
        return store.save(
            tx, house.vault, held=held, step=StepResult(held.conversation, said, now, now + timedelta(hours=24))
        )

    return house.db.write_now(job)


CRY = Distressed("self_harm_or_suicide", "want to die")


async def test_a_cry_before_a_yes_is_listed_and_read_by_safeguarding(house, browse):
    held = says_early(house, CRY)
    browser = browse("safeguarding")

    listed = (await browser.get("/care")).text
    shown = (await browser.get(f"/care/{held.conversation.id}")).text

    assert f"/care/{held.conversation.id}" in listed
    assert "may speak of suicide" in listed
    assert "marmalade" not in listed
    assert WORDS in shown
    assert "/care" in (await browser.get("/")).text


async def test_who_asked_for_somebody_can_be_read_without_a_cry(house, browse):
    held = says_early(house, PersonAsked(may_contact=True), words="Please ring me")

    assert "Please ring me" in (await browse("safeguarding").get(f"/care/{held.conversation.id}")).text


async def test_others_are_only_counted_with_their_time(house, browse):
    held = says_early(house, words="The tea was cold")
    browser = browse("safeguarding")

    listed = (await browser.get("/care")).text

    assert "1 other person waits for a yes" in listed
    assert "They are erased between" in listed
    assert "tea was cold" not in listed
    assert (await browser.client.get(f"/staff/care/{held.conversation.id}")).status_code == 404
    assert (await browser.client.get(f"/staff/conversations/{held.conversation.id}")).status_code == 404


@pytest.mark.parametrize("role", [role for role in ROLES if role != "safeguarding"])
async def test_no_other_role_reads_a_word_before_a_yes(house, browse, role):
    held = says_early(house, CRY)
    browser = browse(role)

    for path in (
        "care",
        f"care/{held.conversation.id}",
        f"conversations/{held.conversation.id}",
        f"conversations/{held.conversation.id}/reply",
        "inbox",
        "inbox?view=flagged",
    ):
        answer = await browser.client.get(f"/staff/{path}", follow_redirects=True)
        assert "marmalade" not in answer.text, path


async def test_an_answer_reaches_them_and_what_waited_is_dealt_with(house, browse):
    held = says_early(house, CRY, PersonAsked(may_contact=True))
    browser = browse("safeguarding")

    page = (await browser.get(f"/conversations/{held.conversation.id}/reply")).text
    assert WORDS in page
    await browser.send(f"/conversations/{held.conversation.id}/reply", words="I will write to you today.", anyway="yes")

    queued = house.db.read_now(lambda tx: tx.execute(outbox_table.select()).all())
    due = house.db.write_now(
        lambda tx: outbox.claim_due(tx, house.vault, now=house.clock() + timedelta(minutes=11), limit=9)
    )
    assert (len(queued), [one.outbound.text for one in due]) == (1, ["I will write to you today."])
    assert house.db.read_now(before_yes.count_open) == 0
    assert "dealt with" in (await browser.get("/care")).text


async def test_dealt_with_without_an_answer_is_noted(house, browse):
    held = says_early(house, CRY)
    browser = browse("safeguarding")
    await browser.get(f"/care/{held.conversation.id}")
    await browser.send(f"/care/{held.conversation.id}/deal-with", done="no danger")

    assert house.db.read_now(triage.waiting) == ()


def test_what_the_command_counts_stands_in_the_inbox_or_before_a_yes(house):
    says_early(house, CRY)
    says_early(house, PersonAsked(may_contact=True), address="802", stage="paused")
    house.says("I want to die", danger="self_harm_or_suicide")
    house.says("Please ring me", asks=True)

    def look(tx):
        views = [case_list.ids(tx, wanted=CaseFilter(view=view), limit=9) for view in ("waiting", "flagged")]
        early = [one.conversation_id for one in before_yes.early(tx) if one.is_open]
        return (
            {one.conversation for one in triage.waiting(tx)},
            [*views[0], *views[1], *early],
            before_yes.count_open(tx),
        )

    waiting, shown, count = house.db.read_now(look)
    assert (len(waiting), sorted(waiting), count) == (4, sorted(shown), 2)
